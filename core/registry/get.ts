/** The verb get. */
import { notFound } from '../meta/index.js'
import { StoredRecord } from '../storage/index.js'
import { present } from './answer.js'
import type { Ground } from './ground.js'
import { keyOf } from './shelf.js'
import type { Answer, Target } from './verbs.js'

/** Throws 404. Cost: one read of storage; the bytes are not parsed. */
export async function get(ground: Ground, target: Target): Promise<Answer> {
  const shelf = ground.catalog.shelf(target.resource.definition)
  const reading = ground.storage.get(keyOf(shelf, target.namespace, target.name))
  const entry = reading instanceof Promise ? await reading : reading
  if (!entry) throw notFound(shelf.subject, target.name)
  return present(shelf, target.resource, new StoredRecord(entry.key, entry.revision, entry.value))
}
