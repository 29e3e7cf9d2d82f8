/** What a delete does to an object: nothing more, mark it, or remove it. Pure. (Upstream: rest.BeforeDelete and the generic store.) */
import { type KubeObject, timestamp } from '../meta/index.js'
import type { Strategy } from '../schema/index.js'
import { valueAt } from './field-path.js'
import { isBeingDeleted, membersOf, type Shelf } from './shelf.js'
import type { DeleteOptions } from './verbs.js'

export type DeletionPlan =
  /** Its deletion is under way already, and the options ask for nothing quicker. */
  | { readonly step: 'wait' }
  /** The object as it must be now: deletionTimestamp, grace period, finalizers. */
  | { readonly step: 'mark'; readonly next: KubeObject }
  /** `last`: the state that it goes in, of kinds whose deletion has a grace period that has not run out before. */
  | { readonly step: 'remove'; readonly last?: KubeObject }

const orphanFinalizer = 'orphan'
const foregroundFinalizer = 'foregroundDeletion'

/** May change `object` in place, and answers it when it does. */
export function planDeletion(
  shelf: Shelf,
  object: KubeObject,
  options: DeleteOptions & { nowMs: number },
): DeletionPlan {
  const grace = graceFor(shelf, object, options)
  if (grace === 'wait') return { step: 'wait' }
  const { metadata } = object
  const isFirst = !isBeingDeleted(object)
  const wasDue = !isFirst && !metadata.deletionGracePeriodSeconds
  if (isFirst && shelf.plugin?.leave) {
    shelf.plugin.leave(object, options.nowMs)
    metadata.deletionTimestamp = timestamp(options.nowMs)
    return { step: 'mark', next: object }
  }
  const finalizers = finalizersFor(shelf, object, options)
  if (isFirst && metadata.generation) metadata.generation += 1
  if (finalizers.length > 0) metadata.finalizers = finalizers
  else delete metadata.finalizers
  if (shelf.strategy.finalizedThroughSpec) return planThroughSpec(object, options.nowMs)
  const goesNow = finalizers.length === 0 && grace === 0
  if (goesNow && (wasDue || !shelf.strategy.graceful)) return { step: 'remove' }
  mark(object, { grace, nowMs: options.nowMs })
  if (goesNow) return { step: 'remove', last: object }
  return { step: 'mark', next: object }
}

/** Seconds until the object is to be gone; `wait` when that has been settled before, and no shorter time is asked for. */
export function graceFor(
  { strategy }: Shelf,
  object: KubeObject,
  { gracePeriodSeconds }: DeleteOptions,
): number | 'wait' {
  const { graceful } = strategy
  if (!graceful) return 0
  const asked = gracePeriodSeconds !== undefined && gracePeriodSeconds < 0 ? 1 : gracePeriodSeconds
  if (isBeingDeleted(object)) {
    const settled = object.metadata.deletionGracePeriodSeconds ?? 0
    if (settled === 0) return 0
    return asked === undefined || asked >= settled ? 'wait' : asked
  }
  if (goesAtOnce(graceful, object)) return 0
  const stated = Number(valueAt(object, graceful.secondsPath) ?? 0)
  return asked ?? (stated < 0 ? 1 : stated)
}

function goesAtOnce(
  { immediateUnless, immediateWhen }: NonNullable<Strategy['graceful']>,
  object: KubeObject,
): boolean {
  if (!valueAt(object, immediateUnless)) return true
  return immediateWhen?.values.includes(String(valueAt(object, immediateWhen.path))) ?? false
}

/** Sets when the object is to be gone: counted from the first delete, when there was one. */
function mark({ metadata }: KubeObject, { grace, nowMs }: { readonly grace: number; readonly nowMs: number }): void {
  const { deletionTimestamp, deletionGracePeriodSeconds } = metadata
  const wasAskedMs = deletionTimestamp
    ? Date.parse(deletionTimestamp) - (deletionGracePeriodSeconds ?? 0) * 1000
    : nowMs
  const dueMs =
    grace === 0 ? Math.min(nowMs, wasAskedMs + (deletionGracePeriodSeconds ?? 0) * 1000) : wasAskedMs + grace * 1000
  metadata.deletionTimestamp = timestamp(dueMs)
  metadata.deletionGracePeriodSeconds = grace
}

/** Finalizers with the garbage collector's two set as asked; what the object has already stands, in its order, when nothing is asked or new. */
function finalizersFor({ strategy }: Shelf, { metadata }: KubeObject, options: DeleteOptions): string[] {
  const had = metadata.finalizers ?? []
  const policy = policyFor(had, options, strategy.defaultPropagation)
  const wanted: string[] = policy === 'Background' ? [] : [policy === 'Orphan' ? orphanFinalizer : foregroundFinalizer]
  const collectors: readonly string[] = had.filter(
    (finalizer) => finalizer === orphanFinalizer || finalizer === foregroundFinalizer,
  )
  if ([...new Set(collectors)].join() === wanted.join()) return [...had]
  return [...had.filter((finalizer) => !collectors.includes(finalizer)), ...wanted]
}

function policyFor(
  had: readonly string[],
  { orphanDependents, propagationPolicy }: DeleteOptions,
  byDefault: 'background' | 'orphan',
): 'Orphan' | 'Background' | 'Foreground' {
  if (orphanDependents !== undefined) return orphanDependents ? 'Orphan' : 'Background'
  if (propagationPolicy) return propagationPolicy
  if (had.includes(orphanFinalizer)) return 'Orphan'
  if (had.includes(foregroundFinalizer)) return 'Foreground'
  return byDefault === 'orphan' ? 'Orphan' : 'Background'
}

/** A kind with `spec.finalizers` is first Terminating, also without any; it goes when those, and metadata's, are gone. */
function planThroughSpec(object: KubeObject, nowMs: number): DeletionPlan {
  const { finalizers } = membersOf(object.spec)
  const holdsOn = Array.isArray(finalizers) && finalizers.length > 0
  if (isBeingDeleted(object))
    return holdsOn || object.metadata.finalizers?.length ? { step: 'wait' } : { step: 'remove' }
  object.metadata.deletionTimestamp = timestamp(nowMs)
  object.status = { ...membersOf(object.status), phase: 'Terminating' }
  return { step: 'mark', next: object }
}
