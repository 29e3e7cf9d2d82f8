/** The verb get. */
import type { MaybePromise } from '../kit/index.js'
import { notFound } from '../meta/index.js'
import { type Entry, StoredRecord } from '../storage/index.js'
import { present } from './answer.js'
import type { Ground } from './ground.js'
import { awaitRevision, parseRevision } from './resource-version.js'
import { keyOf } from './shelf.js'
import type { Answer, GetOptions, Target } from './verbs.js'

/** Throws (or rejects with) 404. At once when storage has it at hand. Cost: one read of storage; the bytes are not parsed. */
export function get(ground: Ground, target: Target, options: GetOptions = {}): MaybePromise<Answer> {
  const atLeast = parseRevision(options.resourceVersion)
  if (atLeast > ground.log.revision()) {
    return awaitRevision(ground, atLeast).then(() => get(ground, target))
  }
  const shelf = ground.catalog.workshop(target.resource)
  const reading = ground.storage.get(keyOf(shelf, target.namespace, target.name))
  const shown = (entry: Entry | undefined) => {
    if (!entry) throw notFound(shelf.subject, target.name)
    return present(shelf, target.resource, StoredRecord.of(entry))
  }
  return reading instanceof Promise ? reading.then(shown) : shown(reading)
}
