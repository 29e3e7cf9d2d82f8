import type { PlannedEvent } from '../../core/operator.js'
import type { Condition, Deployment, ReplicaSet } from '../kit/kinds.js'
import { maxSurge, replicasOf } from './limits.js'
import { sizeAnnotations } from './revision.js'
import { byAge } from './sets.js'

/** A rollout while it is planned: the ReplicaSets as they are going to be, and what is to be told of it. What was observed is never changed. */
export class Rollout {
  readonly deployment: Deployment
  readonly now: number
  readonly events: PlannedEvent[] = []
  /** The Deployment's conditions, as far as they are decided. */
  conditions: Condition[]
  /** Raised when a stranger has the name that the template's hash gives. */
  collisionCount: number | undefined
  /** What the Deployment's own revision annotation should say. */
  revision: string | undefined
  readonly #sets = new Map<string, ReplicaSet>()
  #newest: string | undefined

  constructor(deployment: Deployment, sets: readonly ReplicaSet[], now: number) {
    this.deployment = deployment
    this.now = now
    this.conditions = deployment.status?.conditions ?? []
    this.collisionCount = deployment.status?.collisionCount
    for (const set of [...sets].sort(byAge)) this.put(set)
  }

  /** The ReplicaSet of the current template, once it is known. */
  get newest(): ReplicaSet | undefined {
    return this.#newest === undefined ? undefined : this.#sets.get(this.#newest)
  }

  /** All but the newest, oldest first. */
  get old(): readonly ReplicaSet[] {
    return this.all.filter((set) => set.metadata.name !== this.#newest)
  }

  get all(): readonly ReplicaSet[] {
    return [...this.#sets.values()]
  }

  /** Takes a ReplicaSet that is new or changed. */
  put(set: ReplicaSet, role?: 'newest'): void {
    this.#sets.set(String(set.metadata.name), set)
    if (role) this.#newest = String(set.metadata.name)
  }

  /** Leaves it out: it is deleted. */
  remove(set: ReplicaSet): void {
    this.#sets.delete(String(set.metadata.name))
  }

  /** Asks `set` for so many pods, and notes the Deployment's size on it. */
  scale(set: ReplicaSet, replicas: number): void {
    const before = replicasOf(set)
    const size = this.sizeNote()
    const noted = Object.entries(size).every(([key, value]) => set.metadata.annotations?.[key] === value)
    if (before === replicas && noted) return
    const scaled = {
      ...set,
      metadata: { ...set.metadata, annotations: { ...set.metadata.annotations, ...size } },
      spec: { ...set.spec, replicas },
    }
    this.put(scaled)
    if (before !== replicas) this.tellScaled(scaled, before)
  }

  tellScaled(set: ReplicaSet, from: number): void {
    const direction = replicasOf(set) > from ? 'up' : 'down'
    const message = `Scaled ${direction} replica set ${set.metadata.name} from ${from} to ${replicasOf(set)}`
    this.events.push({ type: 'Normal', reason: 'ScalingReplicaSet', message })
  }

  sizeNote(): Readonly<Record<string, string>> {
    const desired = replicasOf(this.deployment)
    return sizeAnnotations({ desired, max: desired + maxSurge(this.deployment) })
  }
}
