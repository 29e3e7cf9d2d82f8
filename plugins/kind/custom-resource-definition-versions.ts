/** What the versions of a definition must be like. */
import type { CustomResourceDefinition } from '../../crds/generated/tokens.js'
import { dns1035LabelErrors, sameJson, type StatusCause } from '../../core/meta/index.js'
import type { KindContext } from '../../core/registry/contract.js'
import { duplicate, invalid, invalids, required, tooMany } from './causes.js'

type Spec = CustomResourceDefinition['spec']
type Version = Spec['versions'][number]

/** Schemas that stand as they were are not read again. */
export function versionErrors(spec: Spec, old: Spec | undefined, context: KindContext): StatusCause[] {
  const causes: StatusCause[] = []
  const names = spec.versions.map(({ name }) => name)
  if (new Set(names).size < names.length)
    causes.push(invalid('spec.versions', names, 'each version needs a name of its own'))
  if (spec.versions.filter(({ storage }) => storage).length !== 1)
    causes.push(invalid('spec.versions', names, 'one version, and only one, must say `storage: true`'))
  const first = spec.versions[0]
  if (first?.name) causes.push(...labelErrors('spec.version', first.name))
  const places = placesOf(spec)
  spec.versions.forEach((version, at) => {
    const field = `spec.versions[${at}]`
    causes.push(...labelErrors(`${field}.name`, version.name), ...deprecationErrors(version, field))
    if (at === 0 || !places.columns.shared) causes.push(...columnErrors(version, places.columns.at(at)))
    if (at === 0 || !places.subresources.shared) causes.push(...scaleErrors(version, places.subresources.at(at)))
    const before = old?.versions.find(({ name }) => name === version.name)
    if (at === 0 || !places.selectable.shared)
      causes.push(...selectableErrors(version, places.selectable.at(at), before))
    if (at > 0 && places.schema.shared) return
    const schema = version.schema?.openAPIV3Schema
    const path = `${places.schema.at(at)}.openAPIV3Schema`
    if (version.subresources?.status) causes.push(...rootErrors(schema, path))
    if (!schema) causes.push(required(path, 'a schema, such as `type: object`'))
    else if (!before || !sameJson(schema, before.schema?.openAPIV3Schema))
      causes.push(...newErrors(schema, before?.schema?.openAPIV3Schema, (each) => context.schemaErrors(each, path)))
  })
  return causes
}

/** What a stored schema has broken at a place already is not held against the next one (rules come later than definitions). */
function newErrors(
  schema: unknown,
  before: unknown,
  errorsOf: (schema: unknown) => readonly StatusCause[],
): readonly StatusCause[] {
  const causes = errorsOf(schema)
  if (causes.length === 0 || !before) return causes
  const known = new Set(errorsOf(before).map(({ reason, field }) => `${reason} ${field}`))
  return causes.filter(({ reason, field }) => !known.has(`${reason} ${field}`))
}

/** What the root of a schema may say where a part of it, the status, is judged alone. */
const atRoot = new Set(
  ['description', 'type', 'format', 'title', 'pattern', 'multipleOf', 'required', 'items', 'properties', 'uniqueItems']
    .concat([
      'maximum',
      'exclusiveMaximum',
      'minimum',
      'exclusiveMinimum',
      'maxLength',
      'minLength',
      'maxItems',
      'minItems',
    ])
    .concat(['externalDocs', 'example', 'x-kubernetes-preserve-unknown-fields', 'x-kubernetes-validations']),
)

/** The first that is wrong. */
function rootErrors(schema: object | null | undefined, path: string): StatusCause[] {
  const said = Object.entries(schema ?? {}).filter(([, value]) => value !== '' && value !== false && value !== null)
  const type = said.find(([name]) => name === 'type')?.[1]
  if (type !== undefined && type !== 'object')
    return [invalid(`${path}.type`, type, 'must be object where there is a status subresource')]
  const stranger = said.find(([name]) => !atRoot.has(name))?.[0]
  if (!stranger) return []
  return [
    invalid(
      path,
      stranger,
      `must not stand at the root where there is a status subresource: it may say ${[...atRoot].join(', ')}`,
    ),
  ]
}

/** All that is wrong with it in one cause, as upstream. */
function labelErrors(field: string, name: string): StatusCause[] {
  const whys = dns1035LabelErrors(name)
  return whys.length === 0 ? [] : [invalid(field, name, whys.join('; '))]
}

interface Place {
  /** All versions say the same, which is looked at once. */
  readonly shared: boolean
  readonly at: (version: number) => string
}

/** Where errors of a version's parts are said to be: upstream has what all versions share at the top (its older versions had it there). */
function placesOf({ versions }: Spec): Readonly<Record<'schema' | 'subresources' | 'columns' | 'selectable', Place>> {
  const place = (member: keyof Version, above: string): Place => {
    const first = versions[0]?.[member]
    const shared = first !== undefined && versions.every((version) => sameJson(version[member], first))
    return { shared, at: (version) => (shared ? `spec.${above}` : `spec.versions[${version}].${member}`) }
  }
  return {
    schema: place('schema', 'validation'),
    subresources: place('subresources', 'subresources'),
    columns: place('additionalPrinterColumns', 'additionalPrinterColumns'),
    selectable: place('selectableFields', 'selectableFields'),
  }
}

const longestWarning = 256

function deprecationErrors({ deprecated, deprecationWarning: warning }: Version, field: string): StatusCause[] {
  if (warning === undefined || warning === null) return []
  const path = `${field}.deprecationWarning`
  if (!deprecated) return [invalid(path, warning, 'say `deprecated: true` as well')]
  const whys: string[] = []
  if (Buffer.byteLength(warning) > longestWarning) whys.push(`must be of at most ${longestWarning} bytes`)
  if (warning === '') whys.push('must hold a text; left out, the usual one is said')
  if (/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(warning)) whys.push('every character must be printable')
  return invalids(path, warning, whys)
}

const columnTypes = ['boolean', 'date', 'integer', 'number', 'string']
const columnFormats = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password']

function columnErrors({ additionalPrinterColumns: columns }: Version, field: string): StatusCause[] {
  return (columns ?? []).flatMap(({ name, type, format, jsonPath }, at) => {
    const path = `${field}[${at}]`
    const causes: StatusCause[] = []
    if (!name) causes.push(required(`${path}.name`, 'what stands above the column'))
    if (!type) causes.push(required(`${path}.type`, `one of ${columnTypes.join(', ')}`))
    else if (!columnTypes.includes(type))
      causes.push(invalid(`${path}.type`, type, `must be one of ${columnTypes.join(', ')}`))
    if (format && !columnFormats.includes(format))
      causes.push(invalid(`${path}.format`, format, `must be one of ${columnFormats.join(', ')}`))
    if (!jsonPath) causes.push(required(`${path}.JSONPath`, 'where the value is, such as .spec.size'))
    else if (!jsonPath.startsWith('.'))
      causes.push(invalid(`${path}.JSONPath`, jsonPath, 'must begin with a dot, such as .spec.size'))
    return causes
  })
}

/** Upstream asks no more of the paths to scales than where they begin. */
function scaleErrors({ subresources }: Version, field: string): StatusCause[] {
  const scale = subresources?.scale
  if (!scale) return []
  const path = `${field}.scale`
  const causes: StatusCause[] = []
  const check = (member: keyof typeof scale, below: readonly string[]) => {
    const value = scale[member]
    if (!value) {
      if (member !== 'labelSelectorPath')
        causes.push(required(`${path}.${member}`, `a path such as ${below[0]}.replicas`))
    } else if (!value.startsWith('.')) causes.push(invalid(`${path}.${member}`, value, 'must begin with a dot'))
    else if (!below.some((each) => value.startsWith(`${each}.`)))
      causes.push(invalid(`${path}.${member}`, value, `must lead below ${below.join(' or ')}`))
  }
  check('specReplicasPath', ['.spec'])
  check('statusReplicasPath', ['.status'])
  check('labelSelectorPath', ['.status', '.spec'])
  return causes
}

const mostSelectable = 8

/** `old`: the same version before, whose fields may stay as they are. */
function selectableErrors(
  { selectableFields, schema }: Version,
  path: string,
  old: Version | undefined,
): StatusCause[] {
  const fields = selectableFields ?? []
  const causes: StatusCause[] = []
  if (fields.length > 0 && !schema?.openAPIV3Schema) return [invalid(path, '', 'the version needs a schema as well')]
  const seen = new Set<string>()
  fields.forEach(({ jsonPath }, at) => {
    const place = `${path}[${at}].jsonPath`
    const found = jsonPath ? nodeAt(schema?.openAPIV3Schema, jsonPath) : undefined
    if (!jsonPath) causes.push(required(place, 'a path such as .spec.colour'))
    else if (!found) causes.push(invalid(place, jsonPath, 'must lead, from member to member, to a field of the schema'))
    else {
      if (jsonPath.startsWith('.metadata.') || jsonPath === '.metadata')
        causes.push(invalid(place, jsonPath, 'metadata can be selected by name and namespace alone'))
      if (!['string', 'boolean', 'integer'].includes(found.type ?? ''))
        causes.push(invalid(place, jsonPath, 'must lead to a string, boolean or integer of the schema'))
      if (seen.has(jsonPath)) causes.push(duplicate(place, jsonPath))
      seen.add(jsonPath)
    }
  })
  const stands = (old?.selectableFields?.length ?? 0) > mostSelectable && sameJson(fields, old?.selectableFields)
  if (seen.size > mostSelectable && !stands) causes.push(tooMany(path, seen.size, mostSelectable))
  return causes
}

interface Node {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Node>>
  readonly additionalProperties?: Node | boolean
}

/** Undefined: the path is none, or leads nowhere. */
function nodeAt(schema: unknown, jsonPath: string): Node | undefined {
  if (!/^(\.[^.[\]]+)+$/.test(jsonPath)) return undefined
  let node = schema as Node | undefined
  for (const name of jsonPath.slice(1).split('.')) {
    const { properties, additionalProperties: others } = node ?? {}
    if (properties) node = Object.hasOwn(properties, name) ? properties[name] : undefined
    else node = typeof others === 'object' ? others : undefined
  }
  return node
}
