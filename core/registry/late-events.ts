/** Watches by fields of a version that objects are converted into: what an event is to who selects by them. */
import { type MaybePromise, whenThere } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import type { StoredRecord } from '../storage/index.js'
import type { WatchEvent } from '../watch/index.js'
import { meetsLate, type Selection } from './selection.js'
import { shareAnswers } from './shared-answers.js'
import type { Shelf } from './shelf.js'
import type { Answer, Delivery, Resource } from './verbs.js'
import { objectIn } from './answer.js'

interface Late {
  readonly shelf: Shelf
  readonly resource: Resource
  readonly selection: Selection
}

/** Converts both sides of each change: what begins to be selected is ADDED, what ceases to be is DELETED, as it was last selected. Cost: two conversions a change, shared among those who ask meanwhile. */
export function lateDeliveries(
  events: readonly WatchEvent[],
  { shelf, resource, selection }: Late,
): MaybePromise<readonly Delivery[]> {
  const befores = events.flatMap(({ before }) => before ?? [])
  const records = [...events.map(({ record }) => record), ...befores]
  return whenThere(shareAnswers(shelf, resource, records), (answers) => {
    const selected = (answer: Answer | undefined) =>
      answer !== undefined && meetsLate(shelf, selection, objectIn(answer))
    let nextBefore = events.length
    return events.flatMap((event, at): Delivery[] => {
      const now = answers[at]!
      const old = event.before ? answers[nextBefore++]! : undefined
      const isDeleted = event.type === 'DELETED'
      const was = selected(isDeleted ? now : old)
      const is = !isDeleted && selected(now)
      if (is) return [delivery(event, was ? 'MODIFIED' : 'ADDED', now)]
      return was ? [delivery(event, 'DELETED', old ?? now)] : []
    })
  })
}

function delivery(event: WatchEvent, type: WatchEvent['type'], answer: Answer): Delivery {
  if (type === event.type && 'record' in answer) return { kind: 'shared', event }
  return { kind: 'own', type, object: under(event.record, objectIn(answer)) }
}

function under({ revision }: StoredRecord, object: KubeObject): KubeObject {
  return { ...object, metadata: { ...object.metadata, resourceVersion: String(revision) } }
}
