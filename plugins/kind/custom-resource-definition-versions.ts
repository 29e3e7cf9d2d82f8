/** What the versions of a definition must be like. */
import type { CustomResourceDefinition } from '../../crds/generated/tokens.js'
import { dns1035LabelErrors, sameJson, type StatusCause } from '../../core/meta/index.js'
import type { KindContext } from '../../core/registry/contract.js'
import { forbidden, invalid, required, unsupported } from './causes.js'

type Spec = CustomResourceDefinition['spec']
type Version = Spec['versions'][number]

/** Schemas that stand as they were are not read again. */
export function versionErrors(spec: Spec, old: Spec | undefined, context: KindContext): StatusCause[] {
  const causes: StatusCause[] = []
  const names = spec.versions.map(({ name }) => name)
  if (new Set(names).size < names.length)
    causes.push(invalid('spec.versions', names, 'must contain unique version names'))
  if (spec.versions.filter(({ storage }) => storage).length !== 1)
    causes.push(invalid('spec.versions', names, 'must have exactly one version marked as storage version'))
  const first = spec.versions[0]
  if (first) for (const why of dns1035LabelErrors(first.name)) causes.push(invalid('spec.version', first.name, why))
  const places = placesOf(spec)
  spec.versions.forEach((version, at) => {
    const field = `spec.versions[${at}]`
    for (const why of dns1035LabelErrors(version.name)) causes.push(invalid(`${field}.name`, version.name, why))
    causes.push(...deprecationErrors(version, field))
    if (at === 0 || !places.columns.shared) causes.push(...columnErrors(version, places.columns.at(at)))
    if (at === 0 || !places.subresources.shared) causes.push(...scaleErrors(version, places.subresources.at(at)))
    if (at === 0 || !places.selectable.shared) causes.push(...selectableErrors(version, places.selectable.at(at)))
    if (at > 0 && places.schema.shared) return
    const before = old?.versions.find(({ name }) => name === version.name)
    const schema = version.schema?.openAPIV3Schema
    const path = `${places.schema.at(at)}.openAPIV3Schema`
    if (!schema) causes.push(required(path, 'schemas are required'))
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
  if (!deprecated) return [invalid(path, warning, 'can only be set for deprecated versions')]
  if (warning.length > longestWarning) return [invalid(path, warning, `must be <= ${longestWarning} characters`)]
  if (warning === '') return [invalid(path, warning, 'must not be an empty string')]
  return /\p{C}/u.test(warning) ? [invalid(path, warning, 'must only contain printable UTF-8 characters')] : []
}

const columnTypes = ['boolean', 'date', 'integer', 'number', 'string']
const columnFormats = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password']

function columnErrors({ additionalPrinterColumns: columns }: Version, field: string): StatusCause[] {
  return (columns ?? []).flatMap(({ type, format, jsonPath }, at) => {
    const path = `${field}[${at}]`
    const causes: StatusCause[] = []
    if (type && !columnTypes.includes(type)) causes.push(unsupported(`${path}.type`, type, columnTypes))
    if (format && !columnFormats.includes(format)) causes.push(unsupported(`${path}.format`, format, columnFormats))
    if (jsonPath && !/^\.?(\.|\[)/.test(jsonPath))
      causes.push(invalid(`${path}.jsonPath`, jsonPath, 'must be a JSON path that begins with a dot'))
    return causes
  })
}

const simplePath = /^(\.[a-zA-Z_][a-zA-Z0-9_-]*)+$/
/** Upstream asks no more of the paths to scales, though its documentation forbids brackets. */
const dottedPath = /^(\.[^.]+)+$/

function scaleErrors({ subresources }: Version, field: string): StatusCause[] {
  const scale = subresources?.scale
  if (!scale) return []
  const path = `${field}.scale`
  const causes: StatusCause[] = []
  const check = (member: keyof typeof scale, below: readonly string[]) => {
    const value = scale[member]
    if (!value) return
    if (!dottedPath.test(value))
      causes.push(invalid(`${path}.${member}`, value, 'must be a simple json path starting with .'))
    else if (!below.some((each) => value.startsWith(`${each}.`)))
      causes.push(invalid(`${path}.${member}`, value, `should be a json path under ${below.join(' or ')}`))
  }
  check('specReplicasPath', ['.spec'])
  check('statusReplicasPath', ['.status'])
  check('labelSelectorPath', ['.status', '.spec'])
  return causes
}

const mostSelectable = 8

function selectableErrors({ selectableFields: fields = [], schema }: Version, path: string): StatusCause[] {
  const causes: StatusCause[] = []
  if (fields.length > mostSelectable)
    causes.push({
      reason: 'FieldValueTooMany',
      message: `Too many: ${fields.length}: must have at most ${mostSelectable} items`,
      field: path,
    })
  const seen = new Set<string>()
  fields.forEach(({ jsonPath }, at) => {
    const place = `${path}[${at}].jsonPath`
    if (seen.has(jsonPath))
      causes.push({
        reason: 'FieldValueDuplicate',
        message: `Duplicate value: ${JSON.stringify(jsonPath)}`,
        field: place,
      })
    seen.add(jsonPath)
    if (!simplePath.test(jsonPath))
      causes.push(invalid(place, jsonPath, 'must be a simple path of members, beginning with a dot'))
    else if (jsonPath.startsWith('.metadata.'))
      causes.push(forbidden(place, 'metadata can be selected by name and namespace alone'))
    else if (!isSelectable(schema?.openAPIV3Schema, jsonPath))
      causes.push(invalid(place, jsonPath, 'must lead to a string, boolean or integer of the schema'))
  })
  return causes
}

interface Node {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Node>>
}

function isSelectable(schema: unknown, jsonPath: string): boolean {
  let node = schema as Node | undefined
  for (const name of jsonPath.slice(1).split('.'))
    node = node?.properties && Object.hasOwn(node.properties, name) ? node.properties[name] : undefined
  return ['string', 'boolean', 'integer'].includes(node?.type ?? '')
}
