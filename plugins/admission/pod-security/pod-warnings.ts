/** What is said of a namespace's pods when more is enforced from now on: nothing happens to them, but their like would be refused. */
import type { KubeObject } from '../../../core/meta/index.js'
import { type LevelVersion, violations } from './checks.js'
import { podView } from './pod-view.js'
import { written } from './policy.js'

const mostPods = 3000

/** One line for each set of violations, with the first pod's name; a controller's pods count once before others of theirs. */
export function podWarnings(pods: readonly KubeObject[], namespace: string, enforce: LevelVersion): string[] {
  const asked = oneOfEachFirst(pods).slice(0, mostPods)
  const found = new Map<string, string[]>()
  for (const pod of asked) {
    const reason = violations(enforce, podView(pod.metadata, pod['spec']))
      .map((each) => each.reason)
      .join(', ')
    if (reason) found.set(reason, [...(found.get(reason) ?? []), pod.metadata.name ?? ''])
  }
  const lines = [...found].map(([reason, names]) => `${others(names.sort())}: ${reason}`).sort()
  const level = JSON.stringify(written(enforce))
  return [
    ...(asked.length < pods.length
      ? [`new PodSecurity enforce level only checked against the first ${asked.length} of ${pods.length} existing pods`]
      : []),
    ...(lines.length
      ? [`existing pods in namespace ${JSON.stringify(namespace)} violate the new PodSecurity enforce level ${level}`]
      : []),
    ...lines,
  ]
}

function others([first = '', ...rest]: readonly string[]): string {
  if (rest.length === 0) return first
  return rest.length === 1 ? `${first} (and 1 other pod)` : `${first} (and ${rest.length} other pods)`
}

function oneOfEachFirst(pods: readonly KubeObject[]): KubeObject[] {
  const seen = new Set<string>()
  const [first, later]: [KubeObject[], KubeObject[]] = [[], []]
  for (const pod of pods) {
    const owner = pod.metadata.ownerReferences?.find(({ controller }) => controller)?.uid
    const isAgain = owner !== undefined && seen.has(owner)
    if (owner !== undefined) seen.add(owner)
    ;(isAgain ? later : first).push(pod)
  }
  return [...first, ...later]
}
