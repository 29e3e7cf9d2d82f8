/** Node selectors and node affinity, compiled once for each sort of pod. */
import { type LabelRequirement, meetsRequirements } from '../../core/meta/index.js'
import type { Node, PodSpec } from '../kit/kinds.js'

type Affinity = NonNullable<NonNullable<PodSpec['affinity']>['nodeAffinity']>
type Term = NonNullable<Affinity['requiredDuringSchedulingIgnoredDuringExecution']>['nodeSelectorTerms'][number]
type Expression = NonNullable<Term['matchExpressions']>[number]

/** Whether a node is one that the pod accepts. */
export type NodeTest = (node: Node) => boolean

/** Undefined: any node will do. */
export function requiredNodes(spec: PodSpec): NodeTest | undefined {
  const labels = Object.entries(spec.nodeSelector ?? {})
  const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms
  if (!labels.length && !terms) return undefined
  const tests = terms?.map(termTest)
  return (node) =>
    labels.every(([key, value]) => node.metadata.labels?.[key] === value) &&
    (tests === undefined || tests.some((test) => test(node)))
}

export interface PreferredNodes {
  readonly weight: number
  readonly test: NodeTest
}

export function preferredNodes(spec: PodSpec): readonly PreferredNodes[] {
  const preferred = spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
  return preferred.map(({ weight, preference }) => ({ weight, test: termTest(preference) }))
}

/** All of a term's requirements hold; a term without any holds nowhere. */
function termTest({ matchExpressions = [], matchFields = [] }: Term): NodeTest {
  if (!matchExpressions.length && !matchFields.length) return () => false
  const labels = matchExpressions.map(requirementOf)
  const fields = matchFields.map(requirementOf)
  return ({ metadata }) =>
    meetsRequirements(labels, metadata.labels) &&
    (fields.length === 0 || meetsRequirements(fields, { 'metadata.name': String(metadata.name) }))
}

function requirementOf({ key, operator, values = [] }: Expression): LabelRequirement {
  return { key, operator: operator as LabelRequirement['operator'], values }
}
