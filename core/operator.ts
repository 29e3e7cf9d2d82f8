/** THE CONTRACT of an operator: everything it is and may ask for. An operator gives exactly one of three answers: plan, reconcile, or run. */
import type { Client } from './client/index.js'
import type { Clock, Log, Random } from './kit/index.js'
import type { KindToken, KubeObject, StatusCause } from './meta/index.js'
import type { Cache, Queue } from './runtime/contract.js'

export type Operator = PlanOperator | ReconcileOperator | RunOperator

interface OperatorBase {
  /** The folder's name: in logs, metrics, leases, as field manager and, unless `eventSource` says otherwise, event source. */
  readonly name: string
  /** What its events name as their source, where people and programs know another name (upstream's, such as `deployment-controller`). */
  readonly eventSource?: EventSource
  /** One sentence for `kubectl get operators`. */
  readonly description: string
  /** Other kinds it reads, kept in the shared cache as wide as said here. */
  readonly watches?: readonly Watch[]
  /** Rights beyond what kind, owns and watches imply. */
  readonly permissions?: readonly PermissionRule[]
}

export interface EventSource {
  readonly component: string
  /** The node that it speaks for. */
  readonly host?: string
}

/** A kind to be cached; the narrower the cheaper. */
export interface Watch {
  readonly kind: KindToken<object>
  readonly fieldSelector?: string
  readonly labelSelector?: string
  readonly namespace?: string
  /** Which keys (`namespace/name`) of the operator's own kind to look at again when this object changed. */
  readonly wakes?: (object: KubeObject, cache: Cache) => Iterable<string>
}

/** The shape of an RBAC rule. */
export interface PermissionRule {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
  readonly resourceNames?: readonly string[]
  readonly nonResourceURLs?: readonly string[]
}

/** Pure: shown one parent and what belongs to it, answers what should be. */
export interface PlanOperator<P extends KubeObject = KubeObject> extends OperatorBase {
  readonly kind: KindToken<P>
  readonly owns: readonly Owns[]
  plan(observed: Observed<P>): Plan<P>
  /** Parents being deleted are planned too, while this finalizer stands. */
  readonly finalize?: { readonly finalizer: string }
  readonly reconcile?: never
  readonly run?: never
}

/** Children of a kind, told by owner reference and, for adoption, by the selector that the parent names. */
export interface Owns {
  readonly kind: KindToken<object>
  /** JSON path of the parent's label selector (`spec.selector`); matching orphans are adopted, owned ones that match no more are released. Left out: no adoption. */
  readonly selectorPath?: string
  /** `podControl`: creates and deletes of these children are told as events on the parent, in upstream's words (SuccessfulCreate, FailedCreate, SuccessfulDelete, FailedDelete). Left out: the plan tells. */
  readonly announce?: 'podControl'
}

export interface Observed<P extends KubeObject = KubeObject> {
  readonly parent: P
  /** Controlled children of a kind in `owns`, in order of name. Terminating ones are among them. */
  children<T extends KubeObject>(kind: KindToken<T>): readonly T[]
  /** Objects of a kind in `watches`, in the parent's namespace when namespaced. */
  related<T extends KubeObject>(kind: KindToken<T>): readonly T[]
  /** Writes of the last plan that the API refused, newest plan only. Conflicts and names already taken by own children are not among them. */
  readonly refusals: readonly Refusal[]
  /** Wall clock, milliseconds. */
  readonly now: number
}

export interface Refusal {
  readonly verb: 'create' | 'patch' | 'delete'
  readonly kind: string
  readonly name: string
  readonly code: number
  readonly reason: string
  readonly message: string
  readonly causes: readonly StatusCause[]
}

export interface Plan<P extends KubeObject = KubeObject> {
  /** All children that should be: one returned as observed (same object) costs nothing; an observed one in a changed copy is patched with the difference; one without uid is created; one left out is deleted. Undefined: leave them alone. */
  readonly children?: readonly KubeObject[]
  /** The status as it should be; written only when it differs. */
  readonly status?: P extends { status?: infer S } ? S : Record<string, unknown>
  /** Annotations of the parent that its status speaks of, written together with it through the status subresource, where the kind takes them there (a Deployment's revision): no generation counts them. */
  readonly statusAnnotations?: Readonly<Record<string, string>>
  /** A changed copy of the parent: differences outside of `status` are patched (annotations, finalizers), before children are touched. */
  readonly parent?: P
  /** Warnings are recorded in any case; the others once the plan's writes were accepted, not when one was refused or lost a race. */
  readonly events?: readonly PlannedEvent[]
  /** Plan again after this many milliseconds even when nothing changes. */
  readonly lookAgainMs?: number
}

export interface PlannedEvent {
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
  /** Left out: the parent, or the object handed to `event`. */
  readonly about?: KubeObject
  /** What was done or tried. With it the event is of the newer form: `eventTime` and `series` instead of first and last timestamp and count. */
  readonly action?: string
}

/** May act on the world, one key at a time. Throwing means: again, with backoff. */
export interface ReconcileOperator<T extends KubeObject = KubeObject> extends OperatorBase {
  readonly kind: KindToken<T>
  reconcile(
    key: { readonly namespace: string; readonly name: string },
    context: OperatorContext,
  ): Promise<{ readonly lookAgainMs?: number } | undefined>
  readonly plan?: never
  readonly run?: never
}

/** One loop of its own, until the signal. */
export interface RunOperator extends OperatorBase {
  run(context: OperatorContext): Promise<void>
  readonly kind?: KindToken<object>
  readonly plan?: never
  readonly reconcile?: never
}

/** What the runtime hands to operators that act. */
export interface OperatorContext {
  /** Under the operator's own identity and rights. */
  readonly client: Client
  /** Synced caches of `kind` and `watches`. */
  readonly cache: Cache
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Aborted when the operator must stop or has lost its leadership. */
  readonly signal: AbortSignal
  event(about: KubeObject, event: PlannedEvent): void
  /** A rate-limited, deduplicating queue of keys with one worker at a time a key. */
  queue(name: string): Queue
}

/** For the compiler: an operator gives exactly one answer. */
export function defineOperator<P extends KubeObject>(
  operator: PlanOperator<P> | ReconcileOperator<P> | RunOperator,
): Operator {
  return operator as Operator
}
