/** A world for planning operators: objects in memory, time that stands still, and writes carried out at once. What the stories of plans are told with. */
import { type Random, seededRandom } from '../../core/kit/index.js'
import { apiVersionOf, controllerOf, type KindToken, type KubeObject, timestamp } from '../../core/meta/index.js'
import type { Observed, Operator, PlannedEvent, PlanOperator, Refusal } from '../../core/operator.js'
import { type ChildWrite, type PlannedWrites, writesOf } from '../../core/runtime/plan/compare.js'
import { applyMergePatch } from '../../core/schema/patch/merge-patch.js'

/** Answers why a write of a child is refused, if it is. */
export type Refuses = (write: ChildWrite) => { readonly reason: string; readonly message: string } | undefined

export class PlanWorld {
  now = 1_700_000_000_000
  refuses: Refuses = () => undefined
  /** Deleted pods and their like linger until `remove`, as with a grace period. */
  graceful = false
  /** What happened since `told` was last asked. */
  readonly #lines: string[] = []
  readonly #objects = new Map<string, Map<string, KubeObject>>()
  readonly #refusals = new Map<string, Refusal[]>()
  readonly #random: Random = seededRandom(1)
  #count = 0

  put<T extends KubeObject>(
    kind: KindToken<T>,
    object: Omit<T, 'metadata'> & { metadata: Partial<KubeObject['metadata']> },
  ): T {
    const { name = '', uid } = object.metadata
    this.#count++
    const metadata = {
      namespace: 'default',
      creationTimestamp: timestamp(this.now),
      generation: 1,
      ...object.metadata,
      uid: uid ?? `uid-${this.#count}`,
      resourceVersion: String(this.#count),
    }
    const whole = { ...object, apiVersion: apiVersionOf(kind), kind: kind.kind, metadata } as unknown as T
    this.#kind(kind).set(name, whole)
    return whole
  }

  list<T extends KubeObject>(kind: KindToken<T>): T[] {
    const all = [...this.#kind(kind).values()] as T[]
    return all.sort((a, b) => (String(a.metadata.name) < String(b.metadata.name) ? -1 : 1))
  }

  get<T extends KubeObject>(kind: KindToken<T>, name: string): T {
    const found = this.#kind(kind).get(name)
    if (!found) throw new Error(`no ${kind.kind} ${name}`)
    return found as T
  }

  /** Applies a merge patch, as a user or another operator; a change of the spec raises the generation. */
  patch<T extends KubeObject>(kind: KindToken<T>, name: string, patch: object): T {
    const before = this.get(kind, name)
    const after = applyMergePatch(
      structuredClone(before) as Record<string, unknown>,
      structuredClone(patch),
    ) as unknown as T
    const changed = JSON.stringify(after['spec']) !== JSON.stringify(before['spec'])
    const generation = (before.metadata.generation ?? 0) + (changed ? 1 : 0)
    return this.put(kind, { ...after, metadata: { ...after.metadata, generation } })
  }

  remove(kind: KindToken<KubeObject>, name: string): void {
    this.#kind(kind).delete(name)
  }

  /** Plans every object of the operator's kind once and carries the plans out. Answers whether anything was written. */
  plan(operator: Operator): boolean {
    const planner = operator as PlanOperator
    let wrote = false
    for (const parent of this.list(planner.kind)) {
      if (!parent.metadata.deletionTimestamp && this.#planOne(planner, parent)) wrote = true
    }
    return wrote
  }

  /** Plans until nothing is written any more. */
  settle(...operators: readonly Operator[]): void {
    for (let round = 0; round < 200; round++) {
      if (!operators.map((operator) => this.plan(operator)).includes(true)) return
    }
    throw new Error('the plans never come to rest')
  }

  /** What was written and told since the last call. */
  told(which: RegExp = /^/): string {
    return this.#lines
      .splice(0)
      .filter((line) => which.test(line))
      .join('\n')
  }

  #planOne(operator: PlanOperator, parent: KubeObject): boolean {
    const key = `${operator.name}/${parent.metadata.uid}`
    const observed = this.#observe(parent, this.#refusals.get(key) ?? [])
    const plan = operator.plan(observed)
    const children = (kind: KindToken<object>) => observed.children(kind as KindToken)
    const compared = { kind: operator.kind, owns: operator.owns, parent, children, random: this.#random }
    const writes = writesOf(compared, plan)
    const refusals = this.#carryOut(operator, parent, writes)
    this.#refusals.set(key, refusals)
    for (const event of plan.events ?? []) if (!refusals.length || event.type === 'Warning') this.#tell(event)
    return !!(writes.parent || writes.status || writes.creates.length || writes.changes.length) && !refusals.length
  }

  #observe(parent: KubeObject, refusals: readonly Refusal[]): Observed {
    const owned = (object: KubeObject) => controllerOf(object)?.uid === parent.metadata.uid
    return {
      parent,
      refusals,
      now: this.now,
      children: (kind) => this.list(kind).filter(owned),
      related: (kind) => this.list(kind),
    }
  }

  #carryOut(operator: PlanOperator, parent: KubeObject, writes: PlannedWrites): Refusal[] {
    const refusals: Refusal[] = []
    const { parent: metadata, status } = writes
    if (metadata) this.patch(operator.kind, String(parent.metadata.name), metadata)
    if (status) this.patch(operator.kind, String(parent.metadata.name), status)
    for (const write of [...writes.changes, ...writes.creates]) {
      const { name = '' } = write.object.metadata
      const refused = this.refuses(write)
      if (refused) {
        refusals.push({ verb: write.verb, kind: write.kind.kind, name, code: 403, causes: [], ...refused })
        this.#lines.push(`refused to ${write.verb} ${write.kind.kind} ${name}`)
        if (write.verb === 'create') break
        continue
      }
      this.#write(write)
    }
    return refusals
  }

  #write(write: ChildWrite): void {
    const kind = write.kind as KindToken
    const { name = '' } = write.object.metadata
    if (write.verb === 'create') this.put(kind, write.object)
    else if (write.verb === 'patch') this.patch(kind, name, write.patch)
    else if (this.graceful) this.patch(kind, name, { metadata: { deletionTimestamp: timestamp(this.now) } })
    else this.remove(kind, name)
    this.#lines.push(`${write.verb} ${kind.kind} ${name}`)
  }

  #tell({ type, reason, message }: PlannedEvent): void {
    this.#lines.push(`${type} ${reason}: ${message}`)
  }

  #kind(kind: KindToken<object>): Map<string, KubeObject> {
    const name = `${kind.plural}.${kind.group}`
    let objects = this.#objects.get(name)
    if (!objects) this.#objects.set(name, (objects = new Map()))
    return objects
  }
}
