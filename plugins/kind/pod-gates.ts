/** A pod that is held back by scheduling gates may still be told more narrowly where to run (upstream's validateNodeSelectorMutation and validateNodeAffinityMutation). */
import { sameJson, type StatusCause } from '../../core/meta/index.js'
import type { NodeAffinity, NodeSelectorTerm, PodSpec } from '../../crds/generated/tokens.js'
import { invalid } from './causes.js'

const must = 'requiredDuringSchedulingIgnoredDuringExecution'

/** Takes the changes of what nodes are wanted out of `spec`; `nodeWishErrors` judges them. */
export function keepNodeWishes(spec: PodSpec, before: PodSpec): void {
  if (before.nodeSelector) spec.nodeSelector = before.nodeSelector
  else delete spec.nodeSelector
  const { nodeAffinity: _, ...affinity } = spec.affinity ?? {}
  const old = before.affinity?.nodeAffinity
  if (old) spec.affinity = { ...affinity, nodeAffinity: old }
  else if (before.affinity || Object.keys(affinity).length > 0) spec.affinity = affinity
  else delete spec.affinity
}

export function nodeWishErrors(spec: PodSpec, before: PodSpec): StatusCause[] {
  const found: StatusCause[] = []
  const selector = (spec.nodeSelector ?? {}) as Readonly<Record<string, string>>
  const had = (before.nodeSelector ?? {}) as Readonly<Record<string, string>>
  if (Object.keys(had).some((key) => selector[key] !== had[key])) {
    found.push(invalid('spec.nodeSelector', selector, 'keep the labels of before: others may only be added'))
  }
  const wish = spec.affinity?.nodeAffinity
  const old = before.affinity?.nodeAffinity
  if (!sameJson(wish, old)) found.push(...affinityChangeErrors(wish, old))
  return found
}

/** Terms stay as many as they are, each with more conditions at most; what is preferred may change as it likes. */
function affinityChangeErrors(wish: NodeAffinity | undefined, old: NodeAffinity | undefined): StatusCause[] {
  const before = old?.[must]?.nodeSelectorTerms
  if (!before?.length) return []
  const field = `spec.affinity.nodeAffinity.${must}.nodeSelectorTerms`
  const terms = wish?.[must]?.nodeSelectorTerms ?? []
  if (terms.length !== before.length) {
    return [invalid(field, terms, `must be ${before.length} as before: only conditions may be added to each`)]
  }
  return terms.flatMap((term, index) => {
    const keeps = (['matchExpressions', 'matchFields'] as const).every((list) => {
      const had = before[index]![list] ?? []
      // A term without any condition stays so.
      if (isBare(before[index]!) && term[list]?.length) return false
      return had.every((each, at) => sameJson(each, term[list]?.[at]))
    })
    if (keeps) return []
    const why = 'keep the conditions of before, in order, and add others behind them'
    return [invalid(`${field}[${index}]`, term, why)]
  })
}

const isBare = ({ matchExpressions, matchFields }: NodeSelectorTerm) =>
  !matchExpressions?.length && !matchFields?.length
