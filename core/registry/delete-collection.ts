/** The verb deletecollection: a delete of each object that a list finds. As upstream it is not atomic. */
import { mapInSlices, pauseNow } from '../kit/index.js'
import { StatusError } from '../meta/index.js'
import { remove } from './delete.js'
import type { Ground } from './ground.js'
import { findSelected, presentInTurns } from './list.js'
import { meetsLate, readSelection } from './selection.js'
import { placeOf } from './shelf.js'
import type { Request } from './update.js'
import type { DeleteOptions, Listed, ListOptions } from './verbs.js'
import { objectIn } from './answer.js'

/** Deletes under way at once: enough to share group commits. */
const atOnce = 32

/** Answers the objects as they were found. Throws the first failure other than 404, after the deletes under way have ended. */
export async function removeCollection(
  ground: Ground,
  selection: ListOptions,
  request: Request & { readonly options: DeleteOptions },
): Promise<Listed> {
  const { target, context, options } = request
  const shelf = ground.catalog.shelf(target.resource.definition)
  const asked = readSelection(shelf, target, selection)
  const { records: found, rest: _, ...rest } = await findSelected(ground, asked, { target, options: selection })
  const shown = await presentInTurns(shelf, target, found)
  const isAsked =
    asked.late.length === 0 ? undefined : await mapInSlices(shown, (item) => meetsLate(shelf, asked, objectIn(item)))
  const records = isAsked ? found.filter((_, at) => isAsked[at]) : found
  const each = { ...context, ofCollection: true }
  let next = 0
  const work = async () => {
    while (next < records.length) {
      const pause = pauseNow()
      if (pause) await pause
      if (next >= records.length) return
      const place = placeOf(shelf, records[next++]!.key)
      try {
        await remove(ground, options, { target: { ...target, ...place }, context: each })
      } catch (error) {
        if (error instanceof StatusError && error.code === 404) continue
        next = records.length
        throw error
      }
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: Math.min(atOnce, records.length) }, work))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return { items: isAsked ? shown.filter((_, at) => isAsked[at]) : shown, ...rest }
}
