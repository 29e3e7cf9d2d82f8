import { isReason } from '../../client/index.js'
import {
  apiVersionOf,
  type KindToken,
  type KubeObject,
  type LabelSelectorObject,
  matchesLabelSelector,
} from '../../meta/index.js'
import type { Owns } from '../../operator.js'
import type { Execution } from './execute.js'
import { Outcome } from './outcome.js'

/** Children to be taken in or let go before a parent is planned (upstream's ControllerRefManager). */
export interface Claim {
  readonly verb: 'adopt' | 'release'
  readonly kind: KindToken<object>
  readonly object: KubeObject
}

/** What has to change in who owns whom. Cost: a look at each child, and at the namespace's objects without a controller where there is a selector. */
export function claimsOf(run: Pick<Execution, 'parent' | 'informer'>, owns: readonly Owns[]): Claim[] {
  const { parent } = run
  const claims: Claim[] = []
  if (parent.metadata.deletionTimestamp) return claims
  for (const { kind, selectorPath } of owns) {
    if (!selectorPath) continue
    const selector = selectorAt(parent, selectorPath)
    if (!selector) continue
    const store = run.informer(kind).store
    for (const object of store.controlledBy(String(parent.metadata.uid)) as readonly KubeObject[]) {
      if (!matchesLabelSelector(selector, object.metadata.labels)) claims.push({ verb: 'release', kind, object })
    }
    for (const object of store.orphans(parent.metadata.namespace ?? '') as readonly KubeObject[]) {
      const free = !object.metadata.deletionTimestamp
      if (free && matchesLabelSelector(selector, object.metadata.labels)) claims.push({ verb: 'adopt', kind, object })
    }
  }
  return claims
}

/** The label selector at a path of dots, as an object or as a plain map of labels; undefined when it selects nothing, or everything. */
export function selectorAt(parent: KubeObject, path: string): LabelSelectorObject | undefined {
  let value: unknown = parent
  for (const name of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[name]
  if (typeof value !== 'object' || value === null) return undefined
  const plain = Object.values(value).every((each) => typeof each === 'string')
  const selector = (plain ? { matchLabels: value } : value) as LabelSelectorObject
  const parts = Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions?.length ?? 0)
  return parts ? selector : undefined
}

/** Adopts and releases, each under the child's revision. Adoption asks the API first whether the parent still is who it was and stays. */
export async function claim(run: Execution, claims: readonly Claim[]): Promise<Outcome> {
  const outcome = new Outcome()
  const adopts = claims.some(({ verb }) => verb === 'adopt')
  const mayAdopt = adopts && (await isAlive(run, outcome))
  const taken = claims.filter(({ verb }) => verb === 'release' || mayAdopt)
  await Promise.all(taken.map((each) => write(run, outcome, each)))
  run.signal.throwIfAborted()
  return outcome
}

async function isAlive(run: Execution, outcome: Outcome): Promise<boolean> {
  const { namespace, name = '', uid } = run.parent.metadata
  try {
    const live = await run.client.get(run.kind as KindToken, { namespace, name })
    if (live.metadata.uid === uid && !live.metadata.deletionTimestamp) return true
    run.own.wrote(run.informer(run.kind), live)
    outcome.stale = true
  } catch (error) {
    if (isReason(error, 'NotFound')) outcome.stale = true
    else outcome.failed(error)
  }
  return false
}

async function write(run: Execution, outcome: Outcome, { verb, kind, object }: Claim): Promise<void> {
  const { metadata } = run.parent
  const { namespace, name = '', resourceVersion, uid } = object.metadata
  const others = (object.metadata.ownerReferences ?? []).filter((owner) => owner.uid !== metadata.uid)
  const own = {
    apiVersion: apiVersionOf(run.kind),
    kind: run.kind.kind,
    name: String(metadata.name),
    uid: String(metadata.uid),
    controller: true,
    blockOwnerDeletion: true,
  }
  const ownerReferences = verb === 'adopt' ? [...others, own] : others
  const patch = { type: 'merge', body: { metadata: { ownerReferences, resourceVersion, uid } } } as const
  try {
    run.own.wrote(run.informer(kind), await run.client.patch(kind, { namespace, name, patch }, { answer: 'revision' }))
  } catch (error) {
    const gone = isReason(error, 'NotFound', 'Conflict', 'Invalid')
    if (gone) outcome.stale = true
    else outcome.failed(error)
  }
}
