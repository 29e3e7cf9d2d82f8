/** Keys of labels by which a pod chooses its neighbours: merged into the selectors beside them, as schedulers read those alone. */
import type { LabelSelector, Pod, PodAffinityTerm, PodSpec } from '../../crds/generated/tokens.js'

/** A create that looks for another name prepares its object once more. */
const merged = new WeakSet<PodSpec>()

/** In place, of a pod that is made and not of templates, as upstream. A key that the pod lacks adds nothing. Cost: nothing without affinity and constraints. */
export function mergeLabelKeys({ spec, metadata: { labels = {} } }: Pod): void {
  if (!spec || (!spec.affinity && !spec.topologySpreadConstraints) || merged.has(spec)) return
  merged.add(spec)
  for (const term of termsOf(spec)) {
    add(term.labelSelector, { keys: term.matchLabelKeys, operator: 'In', labels })
    add(term.labelSelector, { keys: term.mismatchLabelKeys, operator: 'NotIn', labels })
  }
  for (const { labelSelector, matchLabelKeys } of spec.topologySpreadConstraints ?? [])
    add(labelSelector, { keys: matchLabelKeys, operator: 'In', labels })
}

const termsOf = ({ affinity }: PodSpec): PodAffinityTerm[] =>
  [affinity?.podAffinity, affinity?.podAntiAffinity].flatMap((of) => [
    ...(of?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ podAffinityTerm }) => podAffinityTerm),
    ...(of?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
  ])

interface Addition {
  readonly keys: readonly string[] | undefined
  readonly operator: 'In' | 'NotIn'
  readonly labels: Readonly<Record<string, string>>
}

/** No selector chooses nothing, and so stays. */
function add(selector: LabelSelector | undefined, { keys, operator, labels }: Addition): void {
  if (!selector) return
  for (const key of keys ?? [])
    if (Object.hasOwn(labels, key)) (selector.matchExpressions ??= []).push({ key, operator, values: [labels[key]!] })
}
