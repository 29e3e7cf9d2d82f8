/** Whether a write would leave everything as it is: such a write makes no revision. */
import { type KubeObject, sameJson } from '../meta/index.js'
import { type Entry, StoredRecord, type StoredValue } from '../storage/index.js'

export interface Standing {
  readonly entry: Entry
  /** Decoded from `entry`. `next` may share parts with it that were changed since, which makes it look more alike than it is, never less. */
  readonly object: KubeObject
}

/** Compares bytes first; only when their number is equal and they are not, members may stand in another order, or managers differ in the time alone, which is no change either. */
export function sameStored(value: StoredValue, next: KubeObject, { entry, object }: Standing): boolean {
  const stands = entry.value
  if (stands.stamp !== value.stamp || stands.bytes.byteLength !== value.bytes.byteLength) return false
  if (Buffer.compare(stands.bytes, value.bytes) === 0) return true
  for (const member in next) if (member !== 'metadata' && !sameJson(next[member], object[member])) return false
  if (!sameJson(timeless(next), timeless(object))) return false
  return sameJson(timeless(next), timeless(new StoredRecord(entry.key, entry.revision, stands).object()))
}

function timeless(object: KubeObject): KubeObject {
  const { managedFields } = object.metadata
  if (!managedFields) return object
  return {
    ...object,
    metadata: { ...object.metadata, managedFields: managedFields.map(({ time: _, ...entry }) => entry) },
  }
}
