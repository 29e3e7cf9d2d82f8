import type { Deployment, ReplicaSet } from '../kit/kinds.js'
/** Revisions: numbers in annotations, by which `kubectl rollout history` and `undo` find templates. */

const prefix = 'deployment.kubernetes.io/'
export const revisionKey = `${prefix}revision`
const historyKey = `${prefix}revision-history`
const desiredKey = `${prefix}desired-replicas`
const maxKey = `${prefix}max-replicas`

/** The history keeps so many characters; the oldest revisions go. */
const longestHistory = 2000

/** Annotations of a Deployment that say nothing about the ReplicaSet of a revision. */
const notCopied = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'deprecated.deployment.rollback.to',
  revisionKey,
  historyKey,
  desiredKey,
  maxKey,
])

type Annotations = Readonly<Record<string, string>>

/** 0: it has none. Whole numbers of 64 bits, as people and old clusters may have set them. */
export function revisionOf(object: Deployment | ReplicaSet): bigint {
  return revisionIn(object.metadata.annotations?.[revisionKey])
}

function revisionIn(text: string | undefined): bigint {
  return text !== undefined && /^[+-]?\d{1,19}$/.test(text) ? BigInt.asIntN(64, BigInt(text.replace('+', ''))) : 0n
}

/** The annotations that the newest ReplicaSet should have: the Deployment's own, and `revision` at least, with the ones before it. */
export function revisionAnnotations(deployment: Deployment, current: Annotations, revision: bigint): Annotations {
  const annotations: Record<string, string> = { ...current }
  for (const [key, value] of Object.entries(deployment.metadata.annotations ?? {})) {
    if (!notCopied.has(key)) annotations[key] = value
  }
  const before = current[revisionKey]
  if (revisionIn(before) >= revision) return annotations
  annotations[revisionKey] = String(revision)
  // It had another one: this is a rollback.
  if (before) annotations[historyKey] = shortened([...(current[historyKey]?.split(',') ?? []), before])
  return annotations
}

function shortened(revisions: readonly string[]): string {
  let kept = revisions.filter((revision) => revision !== '')
  while (kept.join(',').length > longestHistory) kept = kept.slice(1)
  return kept.join(',')
}

/** For which size of the Deployment a ReplicaSet was last scaled: proportions are reckoned from it. */
export function sizeAnnotations(size: { readonly desired: number; readonly max: number }): Annotations {
  return { [desiredKey]: String(size.desired), [maxKey]: String(size.max) }
}

export function desiredSize(set: ReplicaSet): number | undefined {
  return numberIn(set, desiredKey)
}

export function maxSize(set: ReplicaSet): number | undefined {
  return numberIn(set, maxKey)
}

function numberIn(set: ReplicaSet, key: string): number | undefined {
  const text = set.metadata.annotations?.[key]
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
}
