import { type KindToken, objectKey } from '../meta/index.js'
import type { OperatorContext, ReconcileOperator } from '../operator.js'
import type { OperatorCache } from './operator-cache.js'
import type { WorkQueue } from './work-queue.js'

/** Runs a reconciling operator: each key of its kind when it, or something that `wakes` it, has changed; up to 16 keys at once. Deletions are among the changes: then the cache has no such object. */
export function runReconciles(
  operator: ReconcileOperator,
  parts: {
    readonly cache: OperatorCache
    readonly queue: WorkQueue
    readonly context: OperatorContext
    readonly reconciled?: (milliseconds: number, error?: unknown) => void
  },
): Promise<void> {
  const { cache, queue, context } = parts
  cache.onChange(operator.kind, ({ object }) => queue.add(objectKey(object)))
  for (const { kind, wakes } of operator.watches ?? []) {
    if (!wakes) continue
    cache.onChange(kind as KindToken, ({ object, old }) => {
      for (const key of wakes(object, cache)) queue.add(key)
      if (old && old !== object) for (const key of wakes(old, cache)) queue.add(key)
    })
  }
  for (const key of cache.informer(operator.kind).store.keys()) queue.add(key)
  return queue.run(async (key) => {
    const slash = key.indexOf('/')
    const place = { namespace: slash < 0 ? '' : key.slice(0, slash), name: key.slice(slash + 1) }
    const started = context.clock.monotonicMs()
    try {
      const answer = await operator.reconcile(place, context)
      parts.reconciled?.(context.clock.monotonicMs() - started)
      if (answer?.lookAgainMs !== undefined) queue.addAfter(key, answer.lookAgainMs)
    } catch (error) {
      parts.reconciled?.(context.clock.monotonicMs() - started, error)
      throw error
    }
  })
}
