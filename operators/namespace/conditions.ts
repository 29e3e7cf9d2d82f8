import { timestamp } from '../../core/meta/index.js'
import { conditionOf } from '../kit/condition.js'
import type { Condition, Namespace } from '../kit/kinds.js'
import type { Remains } from './content.js'

interface Seen {
  readonly left: Remains
  readonly failed: ReadonlyMap<string, string>
  readonly now: number
}

/** The conditions as they should be; undefined: as they are. Those of a deletion that goes smoothly are not written: the namespace is gone before anybody reads them. */
export function conditionsOf(namespace: Namespace, seen: Seen): Condition[] | undefined {
  const before = namespace.status?.conditions ?? []
  const told = tell(seen)
  if (before.length === 0 && told.every(({ status }) => status === 'False')) return undefined
  const wanted = told.map((condition) => {
    const current = conditionOf(before, condition.type)
    const kept = current?.status === condition.status ? current.lastTransitionTime : undefined
    return { ...condition, lastTransitionTime: kept ?? timestamp(seen.now) }
  })
  const others = before.filter(({ type }) => !wanted.some((each) => each.type === type))
  const same = wanted.every((each) => {
    const current = conditionOf(before, each.type)
    return current?.status === each.status && current.reason === each.reason && current.message === each.message
  })
  return same ? undefined : [...others, ...wanted]
}

function tell({ left, failed }: Seen): Condition[] {
  const groups = [...failed].map(([name, why]) => `${name}: ${why}`)
  const resources = [...left.counts].map(([name, count]) => `${dotted(name)} has ${count} resource instances`)
  const finalizers = [...left.finalizers].map(([name, count]) => `${name} in ${count} resource instances`)
  return [
    condition('NamespaceDeletionDiscoveryFailure', {
      bad: groups.length > 0 && ['DiscoveryFailed', `API groups that do not answer: ${groups.sort().join(', ')}`],
      good: ['ResourcesDiscovered', 'All resources successfully discovered'],
    }),
    condition('NamespaceDeletionGroupVersionParsingFailure', {
      bad: false,
      good: ['ParsedGroupVersions', 'All legacy kube types successfully parsed'],
    }),
    condition('NamespaceDeletionContentFailure', {
      bad: left.errors.length > 0 && ['ContentDeletionFailed', `Refused: ${[...left.errors].sort().join(', ')}`],
      good: ['ContentDeleted', 'All content successfully deleted, may be waiting on finalization'],
    }),
    condition('NamespaceContentRemaining', {
      bad: resources.length > 0 && [
        'SomeResourcesRemain',
        `Some resources are remaining: ${resources.sort().join(', ')}`,
      ],
      good: ['ContentRemoved', 'All content successfully removed'],
    }),
    condition('NamespaceFinalizersRemaining', {
      bad: finalizers.length > 0 && [
        'SomeFinalizersRemain',
        `Some content in the namespace has finalizers remaining: ${finalizers.sort().join(', ')}`,
      ],
      good: ['ContentHasNoFinalizers', 'All content-preserving finalizers finished'],
    }),
  ]
}

/** Upstream writes `pods.` for the core group. */
function dotted(name: string): string {
  return name.includes('.') ? name : `${name}.`
}

type Said = readonly [reason: string, message: string]

function condition(type: string, say: { readonly bad: Said | false; readonly good: Said }): Condition {
  const [reason, message] = say.bad || say.good
  return { type, status: say.bad ? 'True' : 'False', reason, message }
}
