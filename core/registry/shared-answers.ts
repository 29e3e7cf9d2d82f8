/** What watchers of one version are shown of a record: converted once for all who ask while that is under way. */
import { type MaybePromise, whenThere } from '../kit/index.js'
import type { StoredRecord } from '../storage/index.js'
import { presentAll } from './answer.js'
import type { Shelf } from './shelf.js'
import type { Answer, Resource } from './verbs.js'

/** Conversions under way, by record and the stamp of the version asked for. */
const underWay = new WeakMap<StoredRecord, Map<number, Promise<Answer>>>()

/** As `presentAll`, for answers that nobody changes. */
export function shareAnswers(
  shelf: Shelf,
  resource: Resource,
  records: readonly StoredRecord[],
): MaybePromise<readonly Answer[]> {
  const { stamp } = resource.version
  const fresh = records.filter((record) => !underWay.get(record)?.has(stamp))
  const made = presentAll(shelf, resource, fresh)
  if (!(made instanceof Promise) && fresh.length === records.length) return made
  const answers = new Map(fresh.map((record, at) => [record, whenThere(made, (all) => all[at]!)]))
  if (made instanceof Promise) for (const [record, answer] of answers) note(record, stamp, answer as Promise<Answer>)
  return Promise.all(records.map((record) => answers.get(record) ?? underWay.get(record)!.get(stamp)!))
}

function note(record: StoredRecord, stamp: number, answer: Promise<Answer>): void {
  const known = underWay.get(record) ?? new Map<number, Promise<Answer>>()
  underWay.set(record, known.set(stamp, answer))
  const forget = () => void known.delete(stamp)
  answer.then(forget, forget)
}
