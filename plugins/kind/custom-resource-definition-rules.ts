/** What a definition must be like (upstream's apiextensions validation of v1). */
import type { CustomResourceDefinition } from '../../crds/generated/tokens.js'
import { dns1035LabelErrors, dns1123SubdomainErrors, type StatusCause } from '../../core/meta/index.js'
import type { KindContext } from '../../core/registry/contract.js'
import { invalid, required, unsupported } from './causes.js'
import { conversionErrors } from './custom-resource-definition-conversion.js'
import { versionErrors } from './custom-resource-definition-versions.js'

type Spec = CustomResourceDefinition['spec']

/** All that is wrong. An update of the status alone is not asked about its spec again. */
export function definitionErrors(
  object: CustomResourceDefinition,
  old: CustomResourceDefinition | undefined,
  context: KindContext,
): readonly StatusCause[] {
  const { spec, metadata, status } = object
  if (!spec?.names || !Array.isArray(spec.versions)) return []
  const causes: StatusCause[] = []
  if (context.operation !== 'statusUpdate' && !metadata.deletionTimestamp) {
    causes.push(...placeErrors(object), ...nameErrors(spec), ...conversionErrors(object, old, context))
    causes.push(...versionErrors(spec, old?.spec, context))
    if (!old) causes.push(...approvalErrors(spec.group, metadata.annotations))
  }
  causes.push(...storedErrors(spec, status?.storedVersions ?? []))
  return causes
}

function placeErrors({ spec, metadata }: CustomResourceDefinition): StatusCause[] {
  const causes: StatusCause[] = []
  const { group, scope, preserveUnknownFields, names } = spec
  for (const why of dns1123SubdomainErrors(group)) causes.push(invalid('spec.group', group, why))
  if (!group.includes('.')) causes.push(invalid('spec.group', group, 'should be a domain with at least one dot'))
  if (metadata.name !== `${names.plural}.${group}`)
    causes.push(
      invalid(
        'metadata.name',
        metadata.name,
        `must be spec.names.plural+"."+spec.group, which is ${names.plural}.${group}`,
      ),
    )
  if (scope !== 'Cluster' && scope !== 'Namespaced')
    causes.push(unsupported('spec.scope', scope, ['Cluster', 'Namespaced']))
  if (preserveUnknownFields)
    causes.push(
      invalid(
        'spec.preserveUnknownFields',
        true,
        'must be false; x-kubernetes-preserve-unknown-fields says it where it is meant',
      ),
    )
  return causes
}

function nameErrors({ names }: Spec): StatusCause[] {
  const causes: StatusCause[] = []
  const check = (field: string, name: string | undefined) => {
    for (const why of name ? dns1035LabelErrors(name) : []) causes.push(invalid(`spec.names.${field}`, name, why))
  }
  check('plural', names.plural)
  check('singular', names.singular)
  check('kind', names.kind.toLowerCase())
  check('listKind', names.listKind?.toLowerCase())
  names.shortNames?.forEach((name, at) => void check(`shortNames[${at}]`, name))
  names.categories?.forEach((name, at) => void check(`categories[${at}]`, name))
  if (names.kind && names.kind === names.listKind)
    causes.push(invalid('spec.names.listKind', names.listKind, 'kind and listKind may not be the same'))
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
  if (value.startsWith('unapproved') || /^https?:\/\/[^/\s]+\/?\S*$/.test(value)) return []
  return [invalid(field, value, 'must be the address of the approval, or begin with "unapproved"')]
}

function storedErrors({ versions }: Spec, stored: readonly string[]): StatusCause[] {
  const field = 'status.storedVersions'
  const names = new Set(versions.map(({ name }) => name))
  const causes = stored.flatMap((name, at) =>
    names.has(name)
      ? []
      : [
          invalid(
            `${field}[${at}]`,
            name,
            'missing from spec.versions; objects are stored in this version, or were: migrate them and take it off the status first',
          ),
        ],
  )
  if (stored.length === 0) causes.push(invalid(field, stored, 'must have at least one stored version'))
  return causes
}

/** Groups of Kubernetes' own. */
export function isProtected(group: string): boolean {
  return ['k8s.io', 'kubernetes.io'].some((domain) => group === domain || group.endsWith(`.${domain}`))
}
