/** What a definition must be like (upstream's apiextensions validation of v1). */
import type { CustomResourceDefinition } from '../../crds/generated/tokens.js'
import { dns1035LabelErrors, dns1123SubdomainErrors, type StatusCause } from '../../core/meta/index.js'
import type { KindContext } from '../../core/registry/contract.js'
import { invalid, required, unsupported } from './causes.js'
import { conversionErrors } from './custom-resource-definition-conversion.js'
import { versionErrors } from './custom-resource-definition-versions.js'

type Spec = CustomResourceDefinition['spec']
type Names = Spec['names']

/** All that is wrong. An update of the status alone is not asked about its spec again. */
export function definitionErrors(
  object: CustomResourceDefinition,
  old: CustomResourceDefinition | undefined,
  context: KindContext,
): readonly StatusCause[] {
  const { metadata, status } = object
  if (context.operation === 'statusUpdate') return nameErrors(status?.acceptedNames ?? noNames, 'status.acceptedNames')
  const spec = filled(object.spec)
  const causes: StatusCause[] = []
  if (!metadata.deletionTimestamp) {
    causes.push(
      ...placeErrors(spec, old ? '' : metadata.name),
      ...missingNames(spec.names),
      ...nameErrors(spec.names, 'spec.names'),
    )
    causes.push(...preserveErrors(spec, old?.spec), ...conversionErrors({ ...object, spec }, old, context))
    causes.push(...versionErrors(spec, old?.spec, context))
    if (!old) causes.push(...approvalErrors(spec.group, metadata.annotations))
  }
  causes.push(...storedErrors(spec, status?.storedVersions ?? []))
  return causes
}

const noNames: Names = { plural: '', kind: '' }

/** What is not said is empty, also where the type says that it must be there. */
function filled(spec: Partial<Spec> | undefined): Spec {
  const names: Partial<Names> = spec?.names ?? {}
  return {
    ...spec,
    group: spec?.group ?? '',
    scope: spec?.scope ?? '',
    names: { ...names, plural: names.plural ?? '', kind: names.kind ?? '' },
    versions: (spec?.versions ?? []).map((version) => ({ ...version, name: version.name ?? '' })),
  }
}

/** Where upstream says several things about one value in one cause. */
const invalidAltogether = (field: string, value: unknown, whys: readonly string[]): StatusCause[] =>
  whys.length === 0 ? [] : [invalid(field, value, whys.join('; '))]

function placeErrors({ group, scope, names }: Spec, name: string | undefined): StatusCause[] {
  const causes: StatusCause[] = []
  if (!group) causes.push(required('spec.group', 'a domain such as example.com'))
  else {
    const whys = dns1123SubdomainErrors(group)
    const undotted = group.includes('.') ? [] : ['must hold a dot, as example.com does']
    causes.push(...invalidAltogether('spec.group', group, whys.length ? whys : undotted))
  }
  const wanted = `${names.plural}.${group}`
  if (name && name !== wanted)
    causes.push(invalid('metadata.name', name, `must be ${wanted}: the plural, a dot, the group`))
  if (!scope) causes.push(required('spec.scope', scopes.join(' or ')))
  else if (!scopes.includes(scope)) causes.push(unsupported('spec.scope', scope, scopes))
  return causes
}

const scopes = ['Cluster', 'Namespaced']

/** What was stored before there were schemas may stay. */
function preserveErrors(spec: Spec, old: Spec | undefined): StatusCause[] {
  if (!spec.preserveUnknownFields) return []
  const field = 'spec.preserveUnknownFields'
  const causes: StatusCause[] = []
  if (spec.versions.some(({ schema }) => hasDefaults(schema?.openAPIV3Schema)))
    causes.push(invalid(field, true, 'must be false where the schema has defaults'))
  if (spec.conversion && spec.conversion.strategy !== 'None')
    causes.push(invalid('spec.conversion.strategy', spec.conversion.strategy, `must be None where ${field} is true`))
  const why = 'must be false; x-kubernetes-preserve-unknown-fields says it where it is meant'
  return old?.preserveUnknownFields ? causes : [...causes, invalid(field, true, why)]
}

/** Whether a default stands anywhere in a schema, also where none may. */
function hasDefaults(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false
  const { default: standard, enum: _, example: __, ...inner } = schema as Readonly<Record<string, unknown>>
  return standard !== undefined || Object.values(inner).some(holdsDefaults)
}

/** Schemas by name or in a list are looked at beside those that stand alone. */
function holdsDefaults(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return hasDefaults(value) || Object.values(value).some(hasDefaults)
}

function missingNames({ plural, singular, kind, listKind }: Names): StatusCause[] {
  return Object.entries({ plural, singular, kind, listKind })
    .filter(([, name]) => !name)
    .map(([member]) => required(`spec.names.${member}`, 'a name'))
}

function nameErrors(names: Names, field: string): StatusCause[] {
  const causes: StatusCause[] = []
  const check = (member: string, name: string | undefined, said = name) =>
    void causes.push(...invalidAltogether(`${field}.${member}`, name, dns1035LabelErrors(said ?? '')))
  if (names.plural) check('plural', names.plural)
  if (names.singular) check('singular', names.singular)
  if (names.kind) check('kind', names.kind, names.kind.toLowerCase())
  if (names.listKind) check('listKind', names.listKind, names.listKind.toLowerCase())
  names.shortNames?.forEach((name, at) => void check(`shortNames[${at}]`, name))
  names.categories?.forEach((name, at) => void check(`categories[${at}]`, name))
  if (names.kind && names.kind === names.listKind)
    causes.push(
      invalid(`${field}.listKind`, names.listKind, `must be another name than kind: usual is ${names.kind}List`),
    )
  return causes
}

function approvalErrors(group: string, annotations: Readonly<Record<string, string>> | undefined): StatusCause[] {
  const name = 'api-approved.kubernetes.io'
  const value = annotations?.[name]
  const field = `metadata.annotations[${name}]`
  if (!isProtected(group)) return []
  if (!value)
    return [
      required(
        field,
        'groups below k8s.io and kubernetes.io are protected: the address of the approval, or "unapproved" and why',
      ),
    ]
  if (value.startsWith('unapproved') || /^https?:\/\/[^/\s]\S*$/.test(value)) return []
  return [invalid(field, value, 'must be the address of the approval, or begin with "unapproved"')]
}

function storedErrors({ versions }: Spec, stored: readonly string[]): StatusCause[] {
  const field = 'status.storedVersions'
  if (stored.length === 0) return [invalid(field, stored, 'must name the version that objects are stored in')]
  const gone = new Set(stored)
  const causes: StatusCause[] = []
  for (const { name, storage } of versions)
    if (!gone.delete(name) && storage)
      causes.push(invalid(field, stored, `must name ${name} too, which objects are stored in`))
  const why =
    'missing from spec.versions; objects are stored in this version, or were: migrate them and take it off the status first'
  for (const name of gone) causes.push(invalid(`${field}[${stored.lastIndexOf(name)}]`, name, why))
  return causes
}

/** Groups of Kubernetes' own. */
export function isProtected(group: string): boolean {
  return ['k8s.io', 'kubernetes.io'].some((domain) => group === domain || group.endsWith(`.${domain}`))
}
