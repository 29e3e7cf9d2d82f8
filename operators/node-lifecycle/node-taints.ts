import { timestamp } from '../../core/meta/index.js'
import { conditionOf } from '../kit/condition.js'
import type { Node, Taint } from '../kit/kinds.js'

const prefix = 'node.kubernetes.io/'
export const notReady = `${prefix}not-ready`
export const unreachable = `${prefix}unreachable`

const pressures: Readonly<Record<string, string>> = {
  MemoryPressure: `${prefix}memory-pressure`,
  DiskPressure: `${prefix}disk-pressure`,
  PIDPressure: `${prefix}pid-pressure`,
  NetworkUnavailable: `${prefix}network-unavailable`,
}
const own = new Set([notReady, unreachable, `${prefix}unschedulable`, ...Object.values(pressures)])

/** The taints that the node should have: those of others as they are, then those that follow from its state. Undefined: it has them. */
export function taintsOf(
  node: Node,
  { mayEvict, now }: { readonly mayEvict: boolean; readonly now: number },
): Taint[] | undefined {
  const current = node.spec.taints ?? []
  const wanted = [...fromState(node, mayEvict)].map(
    ([key, effect]) =>
      current.find((taint) => taint.key === key && taint.effect === effect) ?? {
        key,
        effect,
        timeAdded: timestamp(now),
      },
  )
  const others = current.filter(({ key }) => !own.has(key))
  const kept = current.filter((taint) => wanted.includes(taint))
  if (kept.length === wanted.length && others.length + kept.length === current.length) return undefined
  return [...others, ...wanted]
}

function* fromState({ spec, status }: Node, mayEvict: boolean): Generator<readonly [string, Taint['effect']]> {
  // One that has said nothing yet is given its time, as upstream.
  const ready = conditionOf(status?.conditions, 'Ready')?.status
  if (ready && ready !== 'True') {
    const key = ready === 'False' ? notReady : unreachable
    yield [key, 'NoSchedule']
    if (mayEvict) yield [key, 'NoExecute']
  }
  for (const [type, key] of Object.entries(pressures)) {
    if (conditionOf(status?.conditions, type)?.status === 'True') yield [key, 'NoSchedule']
  }
  if (spec.unschedulable) yield [`${prefix}unschedulable`, 'NoSchedule']
}
