/** What the decision about one pod is made from: the object, what the runtime has of it, and what the worker remembers. */
import type { Container, Sandbox } from '../../../plugins/runtime/contract.js'
import type { Pod, PodStatus } from '../shapes/index.js'
import type { Backoff } from './backoff.js'
import type { Refusal } from './resize.js'

export interface PodObservation {
  readonly pod: Pod
  /** The status as last written or read: what it says of containers that the runtime has lost still counts. */
  readonly reported: PodStatus
  /** The object is gone from the API: wind down, write nothing. */
  readonly gone: boolean
  /** Wall clock, milliseconds. */
  readonly now: number
  /** Of this pod, by attempt, newest first. */
  readonly sandboxes: readonly Sandbox[]
  /** Of this pod, by attempt, newest first. */
  readonly containers: readonly Container[]
  readonly memory: PodMemory
  /** Why the amounts that the spec asks for now can't be given; undefined: they can, or are the same. */
  readonly refusal: Refusal | undefined
  /** Keys (`keyOf`) of actions under way. */
  readonly busy: ReadonlySet<string>
  /** Facts of the node that a pod's status shows. */
  readonly node: { readonly hostIPs: readonly string[]; readonly runtimeName: string }
}

export interface PodMemory {
  readonly volumes: 'absent' | 'mounted'
  /** The last failure of a pod-wide step, and when it may be tried again. */
  readonly podFailure?: { readonly backoff: Backoff; readonly retryAtMs: number }
  readonly containers: ReadonlyMap<string, ContainerMemory>
  /** What containers wrote to their termination message file, by container id. */
  readonly terminationMessages: ReadonlyMap<string, string>
  /** The node can't take this pod: it fails with this. */
  readonly rejected?: { readonly reason: string; readonly message: string }
  /** The API has been asked to delete the object. */
  readonly deleted: boolean
}

export interface ContainerMemory {
  /** Why the last try to start it came to nothing. */
  readonly waiting?: {
    readonly reason: string
    readonly message: string
    readonly failedAtMs: number
    readonly retryAtMs: number
  }
  /** Between restarts. */
  readonly crash?: Backoff
  /** Between tries to start it that came to nothing (pulls, configuration). */
  readonly start?: Backoff
  readonly probe?: ProbeMemory
  /** The last try to give it other amounts has failed. */
  readonly resize?: { readonly message: string; readonly retryAtMs: number }
}

/** What probes say of one running container. */
export interface ProbeMemory {
  readonly containerId: string
  readonly started: boolean
  readonly ready: boolean
  /** A liveness or startup probe has failed often enough: kill it. */
  readonly failed?: { readonly message: string; readonly graceSeconds?: number }
}
