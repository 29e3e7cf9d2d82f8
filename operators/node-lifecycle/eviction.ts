import type { Pod, Taint } from '../kit/kinds.js'
import { tolerates } from '../kit/toleration.js'
import { notReady, unreachable } from './node-taints.js'

/** What pods that say nothing about silent nodes are given. */
const defaultSeconds = 300

/** In how many milliseconds the pod has to leave a node with these taints: 0 or less is now; undefined: it may stay. */
export function leavesInMs({ spec }: Pod, taints: readonly Taint[], now: number): number | undefined {
  let soonest: number | undefined
  for (const taint of taints) {
    if (taint.effect !== 'NoExecute') continue
    const seconds = toleratedSeconds(spec, taint)
    if (seconds === undefined) continue
    const since = taint.timeAdded ? Date.parse(taint.timeAdded) : now
    const leavesIn = since + seconds * 1000 - now
    if (soonest === undefined || leavesIn < soonest) soonest = leavesIn
  }
  return soonest
}

/** Undefined: for ever. The shortest of those that match counts, as upstream. */
function toleratedSeconds({ tolerations = [] }: Pod['spec'], taint: Taint): number | undefined {
  const matching = tolerations.filter((toleration) => tolerates(toleration, taint))
  if (matching.length === 0) return taint.key === notReady || taint.key === unreachable ? defaultSeconds : 0
  const limits = matching.flatMap(({ tolerationSeconds }) =>
    tolerationSeconds === undefined ? [] : [tolerationSeconds],
  )
  return limits.length ? Math.max(0, Math.min(...limits)) : undefined
}
