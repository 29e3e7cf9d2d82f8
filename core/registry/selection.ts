/** Which objects of a collection a list, watch or deletecollection is about: its selectors, read and checked. */
import {
  badRequest,
  type FieldRequirement,
  type KubeObject,
  type LabelRequirement,
  meetsFieldRequirements,
  meetsRequirements,
  parseFieldSelector,
  parseLabelSelector,
} from '../meta/index.js'
import type { StoredRecord } from '../storage/index.js'
import { readField } from './schema-steps.js'
import type { Shelf } from './shelf.js'
import type { Target } from './verbs.js'

export interface Selection {
  readonly labels: readonly LabelRequirement[]
  readonly fields: readonly FieldRequirement[]
  /** Of an object's form in the version asked for, which a conversion makes: `matches` and `selects` know nothing of them, `meetsLate` does. */
  readonly late: readonly FieldRequirement[]
  /** The namespace that all selected objects are in; '': any. */
  readonly namespace: string
  /** The one name that can be selected; '': any. */
  readonly name: string
  /** Undefined: everything matches. */
  readonly matches: ((object: KubeObject) => boolean) | undefined
  /** As `matches`, on a stored record; most that do not match are told by their bytes, unparsed. */
  selects(record: StoredRecord): boolean
}

const namePath = 'metadata.name'
const namespacePath = 'metadata.namespace'

/** Throws 400 for selectors that can't be read, and for fields that the resource can't be selected by. */
export function readSelection(
  shelf: Shelf,
  target: Target,
  options: { readonly labelSelector?: string; readonly fieldSelector?: string },
): Selection {
  const labels = options.labelSelector ? parseLabelSelector(options.labelSelector) : []
  const asked = options.fieldSelector ? parseFieldSelector(options.fieldSelector) : []
  for (const { path } of asked) requireSelectable(target, path)
  const isLate = (path: string) => path !== namePath && path !== namespacePath && isConverted(shelf, target)
  const fields = asked.filter(({ path }) => !isLate(path))
  const late = asked.filter(({ path }) => isLate(path))
  const matches = matcher(shelf, labels, fields)
  const all = [...labels.flatMap(labelTrace), ...fields.flatMap((field) => fieldTrace(shelf, field))]
  const traces = all.slice(0, mostTraces)
  return {
    labels,
    fields,
    late,
    namespace: target.namespace || exactly(fields, namespacePath),
    name: target.name || exactly(fields, namePath),
    matches,
    selects: (record) => !matches || (traces.every((trace) => holds(record, trace)) && matches(record.object())),
  }
}

/** Whether objects have other fields in the version asked for than in the stored one. */
function isConverted({ definition, version }: Shelf, { resource }: Target): boolean {
  return definition.conversion !== undefined && resource.version !== version
}

/** `object`: in the version asked for. */
export function meetsLate(shelf: Shelf, { late }: Selection, object: KubeObject): boolean {
  return late.length === 0 || meetsFieldRequirements(late, (path) => readField(shelf, object, path))
}

/** As upstream: a kind with fields of its own, and people's kinds, know a namespace only where they are in one. */
function requireSelectable({ resource }: Target, path: string): void {
  const { selectableFields } = resource.version
  const { builtIn, namespaced } = resource.definition
  const isPlain = builtIn && selectableFields.length === 0
  if (path === namePath || selectableFields.includes(path)) return
  if (path === namespacePath && (namespaced || isPlain)) return
  if (!isPlain) throw badRequest(`field label not supported: ${path}`)
  throw badRequest(`"${path}" is not a known field selector: only "${namePath}", "${namespacePath}"`)
}

function matcher(
  shelf: Shelf,
  labels: readonly LabelRequirement[],
  fields: readonly FieldRequirement[],
): ((object: KubeObject) => boolean) | undefined {
  if (labels.length === 0 && fields.length === 0) return undefined
  return (object) =>
    meetsRequirements(labels, object.metadata.labels) &&
    meetsFieldRequirements(fields, (path) => readField(shelf, object, path))
}

function exactly(fields: readonly FieldRequirement[], path: string): string {
  return fields.find((field) => field.path === path && field.operator === '=')?.value ?? ''
}

/** Of which one at least is in the stored JSON of every object that meets a requirement. Stored JSON has no spaces between its parts. */
type Trace = readonly Buffer[]

/** More of them cost more than reading the object. */
const mostTraces = 8

/** `"app":"web"`; of many values, the key alone. */
function labelTrace({ key, operator, values }: LabelRequirement): Trace[] {
  const name = `${JSON.stringify(key)}:`
  if (operator === 'In' && values.length <= mostTraces)
    return [values.map((value) => Buffer.from(name + JSON.stringify(value)))]
  return operator === 'In' || operator === 'Exists' ? [[Buffer.from(name)]] : []
}

/** Fields may be numbers or booleans, so only the text of the value is certain, and that only when JSON writes it as it is; of computed fields nothing is. */
function fieldTrace(shelf: Shelf, { path, operator, value }: FieldRequirement): Trace[] {
  if (shelf.plugin?.fields?.[path]) return []
  return operator === '=' && /^[A-Za-z0-9][A-Za-z0-9.-]{3,}$/.test(value) && !/^(true|false)$/i.test(value)
    ? [[Buffer.from(value)]]
    : []
}

function holds(record: StoredRecord, trace: Trace): boolean {
  const { bytes } = record.value
  const text = bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const part of trace) if (text.includes(part)) return true
  return false
}

/** The label equalities that a watch or index can look up. */
export function labelEqualities(selection: Selection): readonly (readonly [string, string])[] {
  return selection.labels.flatMap(({ key, operator, values }) =>
    operator === 'In' && values.length === 1 ? [[key, values[0]!] as const] : [],
  )
}

/** The field equalities that a watch or index can look up; name and namespace are told by the key. */
export function fieldEqualities(selection: Selection): readonly (readonly [string, string])[] {
  return selection.fields.flatMap(({ path, operator, value }) =>
    operator === '=' && path !== namePath && path !== namespacePath ? [[path, value] as const] : [],
  )
}
