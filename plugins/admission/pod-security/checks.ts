/** The checks of the Pod Security Standards, version by version, in upstream's order and words (facts of k8s.io/pod-security-admission/policy). */
import { baselineChecks } from './baseline.js'
import type { Check, PodView } from './pod-view.js'
import { restrictedChecks } from './restricted.js'

export type Level = 'privileged' | 'baseline' | 'restricted'

/** `latest` is infinity. */
export interface LevelVersion {
  readonly level: Level
  readonly minor: number
}

export interface Violation {
  readonly reason: string
  readonly detail: string
}

/** All that a pod violates. Cost: a walk over the containers for each check. */
export function violations({ level, minor }: LevelVersion, pod: PodView): readonly Violation[] {
  if (level === 'privileged') return []
  const restricted = level === 'restricted' ? inForce(restrictedChecks, minor) : []
  const overridden = new Set(restricted.flatMap(({ overrides = [] }) => overrides))
  const baseline = inForce(baselineChecks, minor).filter(({ id }) => !overridden.has(id))
  return [...baseline, ...restricted].flatMap(({ find }) => find(pod) ?? [])
}

/** Of each check the newest version that is not newer than asked for; checks stand in order of version. */
function inForce(checks: readonly Check[], minor: number): readonly Check[] {
  const newest = new Map<string, Check>()
  for (const check of checks) if (check.since <= minor) newest.set(check.id, check)
  return [...newest.values()]
}

/** `hostPort (container "a" uses hostPort 80), privileged`. */
export const detailed = (found: readonly Violation[]): string =>
  found.map(({ reason, detail }) => (detail ? `${reason} (${detail})` : reason)).join(', ')
