import type { Taint } from '../kit/kinds.js'
import { type Toleration, tolerates } from '../kit/toleration.js'

/** The first taint that keeps the pod off a node. */
export function untolerated(taints: readonly Taint[], tolerations: readonly Toleration[]): Taint | undefined {
  return taints.find((taint) => keepsOff(taint) && !isTolerated(taint, tolerations))
}

/** How many taints say that the pod had better go elsewhere. */
export function unwelcome(taints: readonly Taint[], tolerations: readonly Toleration[]): number {
  let count = 0
  for (const taint of taints) if (taint.effect === 'PreferNoSchedule' && !isTolerated(taint, tolerations)) count++
  return count
}

export function isTolerated(taint: Taint, tolerations: readonly Toleration[]): boolean {
  return tolerations.some((toleration) => tolerates(toleration, taint))
}

function keepsOff({ effect }: Taint): boolean {
  return effect === 'NoSchedule' || effect === 'NoExecute'
}
