/** What a pod's worker is handed: everything in it that touches the world. */
import type { Clock, Log } from '../../../core/kit/index.js'
import type { PlannedEvent } from '../../../core/operator.js'
import type { Container, Sandbox } from '../../../plugins/runtime/contract.js'
import type { Pod, PodStatus } from '../shapes/index.js'
import type { Action } from './action.js'
import type { PodObservation } from './observation.js'
import type { Refusal } from './resize.js'
import type { Lesson, Recollection } from './recollection.js'

export interface WorkerTools {
  readonly clock: Clock
  readonly log: Log
  /** What the runtime has of this pod, newest attempts first; from memory. */
  records(): { readonly sandboxes: readonly Sandbox[]; readonly containers: readonly Container[] }
  /** Resolves when `records` shows all that has happened before the call. */
  refresh(): Promise<void>
  /** Carries out a decided step. Resolves to what is learned from it; failures that a pod's status shows are lessons, not errors. */
  perform(action: Action, step: Step): Promise<Lesson | undefined>
  /** Resolves when written, or when the object is gone. */
  writeStatus(pod: Pod, before: PodStatus, after: PodStatus): Promise<void>
  event(pod: Pod, event: PlannedEvent): void
  /** What a container that has ended wrote for its status. */
  terminationMessage(pod: Pod, container: Container): string | undefined
  node(): PodObservation['node']
  /** Why the node can't give what the pod asks for now. */
  refuseResize(pod: Pod): Refusal | undefined
  /** Starts and stops probes as containers come and go. */
  followProbes(observation: PodObservation, isEnding: boolean): void
  /** The pod is gone and nothing of it is left. */
  onDone(): void
}

/** What a step is taken on. */
export interface Step {
  readonly pod: Pod
  /** Aborted when the pod ends while the step is under way. */
  readonly signal: AbortSignal
  readonly status: PodStatus
  readonly memory: Recollection
  readonly sandbox: Sandbox | undefined
  /** The amounts of its spec are not to be given. */
  readonly refusal: Refusal | undefined
  readonly containers: readonly Container[]
}
