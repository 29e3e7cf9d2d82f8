import {
  controllerOf,
  type KindToken,
  type KubeObject,
  matchesLabelSelector,
  objectKey,
  parseApiVersion,
  sameJson,
} from '../../meta/index.js'
import type { Owns, PlanOperator } from '../../operator.js'
import type { Change } from '../contract.js'
import type { OperatorCache } from '../operator-cache.js'
import { selectorAt } from './claim.js'

/** Calls `wake` with the key of each parent that a change may concern: its own, its children's, those of orphans that it may adopt, and what the operator's watches say. */
export function wakeParents(operator: PlanOperator, cache: OperatorCache, wake: (key: string) => void): void {
  cache.onChange(operator.kind, ({ object }) => wake(objectKey(object)))
  for (const owns of operator.owns) cache.onChange(owns.kind as KindToken, childWaker({ operator, owns, cache, wake }))
  for (const { kind, wakes } of operator.watches ?? []) {
    if (!wakes) continue
    cache.onChange(kind as KindToken, ({ object, old }) => {
      for (const key of wakes(object, cache)) wake(key)
      if (old && old !== object) for (const key of wakes(old, cache)) wake(key)
    })
  }
}

function childWaker(parts: {
  readonly operator: PlanOperator
  readonly owns: Owns
  readonly cache: OperatorCache
  readonly wake: (key: string) => void
}): (change: Change) => void {
  const { operator, owns, cache, wake } = parts
  const { kind } = operator
  const ownerKey = (object: KubeObject | undefined) => {
    const owner = object && controllerOf(object)
    if (owner?.kind !== kind.kind || parseApiVersion(owner.apiVersion).group !== kind.group) return undefined
    return kind.namespaced ? `${object?.metadata.namespace}/${owner.name}` : owner.name
  }
  return ({ type, object, old }) => {
    const now = ownerKey(object)
    const before = ownerKey(old)
    if (now) wake(now)
    if (before && before !== now) wake(before)
    if (!owns.selectorPath || type === 'deleted' || controllerOf(object)) return
    const { labels } = object.metadata
    if (old && !controllerOf(old) && sameJson(old.metadata.labels, labels)) return
    for (const parent of cache.list(kind, kind.namespaced ? object.metadata.namespace : undefined)) {
      if (matchesLabelSelector(selectorAt(parent, owns.selectorPath), labels)) wake(objectKey(parent))
    }
  }
}
