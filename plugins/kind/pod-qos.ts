/** A pod's class of service, and the requests of a whole pod, from what its containers ask for (upstream's qos and resource helpers, 1.36). */
import { compareQuantities, containerAmounts, formatQuantity, parseQuantity } from '../../core/meta/index.js'
import type { Container, PodSpec } from '../../crds/generated/tokens.js'

type Resources = Readonly<Record<string, string>>

const counted = ['cpu', 'memory']

export function qosClassOf(spec: PodSpec): 'Guaranteed' | 'Burstable' | 'BestEffort' {
  const asked = spec.resources ? [spec.resources] : allContainers(spec).map((container) => container.resources ?? {})
  const amounts = asked.flatMap(({ limits, requests }) => counted.flatMap((name) => [limits?.[name], requests?.[name]]))
  if (!amounts.some(isSome)) return 'BestEffort'
  const guaranteed = asked.every(({ limits, requests }) =>
    counted.every((name) => isSome(limits?.[name]) && isSame(limits?.[name], requests?.[name] ?? limits?.[name])),
  )
  return guaranteed ? 'Guaranteed' : 'Burstable'
}

/** Requests of the whole pod that are left out: what the containers ask for together, else the pod's limits. */
export function defaultPodRequests(spec: PodSpec): void {
  const { resources } = spec
  if (!resources?.limits || !Object.keys(resources.limits).length) return
  const requests = { ...resources.requests }
  const asked = containerAmounts(spec, 'requests')
  for (const name of counted) {
    const together = requests[name] === undefined ? asked.get(name) : undefined
    if (together) requests[name] = formatQuantity(together)
  }
  for (const [name, limit] of Object.entries(resources.limits as Resources)) requests[name] ??= limit
  resources.requests = requests
}

const allContainers = (spec: PodSpec): readonly Container[] => [
  ...(spec.containers ?? []),
  ...(spec.initContainers ?? []),
]

const isSome = (amount: string | undefined) => amount !== undefined && parseQuantity(amount).nano > 0n

const isSame = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && compareQuantities(parseQuantity(a), parseQuantity(b)) === 0
