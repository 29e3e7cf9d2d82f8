/** Whether a write would leave everything as it is: such a write makes no revision. */
import { type KubeObject, sameJson } from '../meta/index.js'
import { type Entry, StoredRecord, type StoredValue } from '../storage/index.js'

/** Compares bytes first; only when their number is equal and they are not, members may stand in another order. */
export function sameStored(value: StoredValue, next: KubeObject, entry: Entry): boolean {
  const stands = entry.value
  if (stands.stamp !== value.stamp || stands.bytes.byteLength !== value.bytes.byteLength) return false
  if (Buffer.compare(stands.bytes, value.bytes) === 0) return true
  return sameJson(next, new StoredRecord(entry.key, entry.revision, stands).object())
}
