import { groupResource, type KindToken, type KubeObject } from '../../meta/index.js'
import type { Observed, PlanOperator, Refusal } from '../../operator.js'

/** What a plan is shown, read from caches at the moment. */
export function observe(
  operator: PlanOperator,
  source: {
    readonly parent: KubeObject
    readonly children: (kind: KindToken<object>) => readonly KubeObject[]
    readonly related: (kind: KindToken<object>, namespace: string | undefined) => readonly KubeObject[]
    readonly refusals: readonly Refusal[]
    readonly now: number
  },
): Observed {
  const { parent, refusals, now } = source
  const declared = (kinds: readonly { readonly kind: KindToken<object> }[] | undefined, kind: KindToken<object>) => {
    const name = groupResource(kind)
    if (kinds?.some((each) => groupResource(each.kind) === name)) return
    throw new Error(`operator ${operator.name} has not declared ${name} there`)
  }
  return {
    parent,
    refusals,
    now,
    children<T extends object>(kind: KindToken<T>) {
      declared(operator.owns, kind)
      return source.children(kind) as unknown as readonly T[]
    },
    related<T extends object>(kind: KindToken<T>) {
      declared(operator.watches, kind)
      const namespace = kind.namespaced ? parent.metadata.namespace : undefined
      return source.related(kind, namespace) as unknown as readonly T[]
    },
  } as Observed
}
