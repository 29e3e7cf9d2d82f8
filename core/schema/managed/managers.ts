/** managedFields as a list of managers: reading, writing, and the cap on update managers. */
import { compareText } from './sorted-set.js'
import type { KubeObject, ManagedFieldsEntry } from '../../meta/index.js'
import { type FieldSet, isEmpty, readFieldSet, union } from './field-set.js'
import { sorted } from './sorted-set.js'

/** Who owns fields. `time` is RFC 3339 in whole seconds, '' for whoever has changed nothing by it. */
export interface FieldOwner {
  readonly manager: string
  readonly operation: 'Apply' | 'Update'
  readonly apiVersion: string
  /** '' for the main resource. */
  readonly subresource: string
  readonly time: string
}

/** One entry, its set as it stands. */
export interface Manager extends FieldOwner {
  readonly set: FieldSet
  /** The set that was read, in upstream's order as all that is written: while it stands, it is not put in order again. */
  readonly read?: FieldSet
}

/** Upstream keeps this many Update managers apart and merges older ones. */
const mostUpdateManagers = 10
const ancient = 'ancient-changes'

/** The managers that a body states; undefined when upstream could not read them. */
export function statedManagers(object: KubeObject): Manager[] | undefined {
  const isRight = (entry: ManagedFieldsEntry) =>
    (entry.operation === 'Apply' || entry.operation === 'Update') &&
    Boolean(entry.apiVersion) &&
    entry.fieldsType === 'FieldsV1'
  if (!object.metadata.managedFields?.every(isRight)) return undefined
  const managers: Manager[] = []
  for (const manager of readManagers(object)) {
    const set = readFieldSet(manager.set)
    if (!set) return undefined
    managers.push({ ...manager, set })
  }
  return lastOfEach(managers)
}

/** Of entries that a client has given one name the last counts. */
function lastOfEach(managers: readonly Manager[]): Manager[] {
  return managers.filter((each, at) => !managers.some((other, later) => later > at && isSameManager(each, other)))
}

export function readManagers(object: KubeObject | undefined): Manager[] {
  const managers: Manager[] = []
  for (const entry of object?.metadata.managedFields ?? []) {
    const { operation, fieldsType } = entry
    if (fieldsType !== 'FieldsV1' || !operation) continue
    const set = (entry.fieldsV1 ?? {}) as FieldSet
    const { manager = '', apiVersion = '', subresource = '', time = '' } = entry
    managers.push({ manager, operation, apiVersion, subresource, time, set, read: set })
  }
  return managers
}

/** Whoever applies is one manager in all versions. */
export function isSameManager(a: FieldOwner, b: FieldOwner): boolean {
  return (
    a.manager === b.manager &&
    a.operation === b.operation &&
    (a.operation === 'Apply' || a.apiVersion === b.apiVersion) &&
    a.subresource === b.subresource
  )
}

/** Writes the managers in upstream's order: Apply before Update, then by time, then by name. Managers that own nothing are left out, but for appliers' empty sets. */
export function writeManagers(object: KubeObject, managers: readonly Manager[]): void {
  const kept = capped(managers.filter((manager) => !isEmpty(manager.set)))
  if (kept.length === 0) {
    delete object.metadata.managedFields
    return
  }
  if (kept.length > 1) kept.sort(order)
  object.metadata.managedFields = kept.map(entryOf)
}

function entryOf(manager: Manager): ManagedFieldsEntry {
  const { manager: name, operation, apiVersion, time, set } = manager
  const fieldsV1 = set === manager.read ? set : sorted(set)
  const entry: ManagedFieldsEntry = time
    ? { manager: name, operation, apiVersion, time, fieldsType: 'FieldsV1', fieldsV1 }
    : { manager: name, operation, apiVersion, fieldsType: 'FieldsV1', fieldsV1 }
  if (manager.subresource) entry.subresource = manager.subresource
  return entry
}

function order(a: Manager, b: Manager): number {
  if (a.operation !== b.operation) return a.operation < b.operation ? -1 : 1
  if (a.time !== b.time) return a.time < b.time ? -1 : 1
  return (
    compareText(a.manager, b.manager) ||
    compareText(a.apiVersion, b.apiVersion) ||
    compareText(a.subresource, b.subresource)
  )
}

/** Of each version the oldest are merged into one, until there are few enough: upstream's buckets. */
function capped(managers: readonly Manager[]): Manager[] {
  const updates = managers.filter((manager) => manager.operation === 'Update')
  if (updates.length <= mostUpdateManagers) return [...managers]
  updates.sort((a, b) => compareText(a.time, b.time) || compareText(a.manager, b.manager))
  const buckets = new Map<string, Manager[]>()
  const gone = new Set<Manager>()
  for (const manager of updates) {
    if (updates.length - gone.size + buckets.size <= mostUpdateManagers) break
    const before = buckets.get(manager.apiVersion)
    if (before) before.push(manager)
    else buckets.set(manager.apiVersion, [manager])
    gone.add(manager)
  }
  return [...managers.filter((manager) => !gone.has(manager)), ...[...buckets.values()].map(asOne)]
}

function asOne(bucket: readonly Manager[]): Manager {
  const last = bucket.at(-1)!
  if (bucket.length === 1) return last
  return { ...last, manager: ancient, subresource: '', set: unionOfAll(bucket.map(({ set }) => set)) }
}

/** Pair by pair, so that a client that sends thousands of managers costs no more than their size times its logarithm. */
function unionOfAll(sets: readonly FieldSet[]): FieldSet {
  let left = sets
  while (left.length > 1) {
    const pairs: FieldSet[] = []
    for (let at = 0; at < left.length; at += 2)
      pairs.push(at + 1 < left.length ? union(left[at]!, left[at + 1]!) : left[at]!)
    left = pairs
  }
  return left[0] ?? {}
}
