/** A pod's class of service, and the requests of a whole pod, from what its containers ask for (upstream's qos and resource helpers, 1.36). */
import { compareQuantities, containerAmounts, formatQuantity, parseQuantity, sameJson } from '../../core/meta/index.js'
import type { Container, PodSpec, ResourceRequirements } from '../../crds/generated/tokens.js'

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

/** Of the whole pod, where it says anything: limits of huge pages that its containers have, and requests that are left out: what the containers ask for together, else the pod's limits. */
export function fillPodAmounts(spec: PodSpec): void {
  const { resources } = spec
  if (!resources) return
  const limits = withHugePages(spec, resources)
  if (Object.keys(limits).length === 0) return
  const requests: Record<string, string> = { ...(resources.requests as Resources | undefined) }
  const asked = containerAmounts(spec, 'requests')
  for (const name of counted) {
    const together = requests[name] === undefined ? asked.get(name) : undefined
    if (together) requests[name] = formatQuantity(together)
  }
  for (const name in limits) if (isOfPods(name)) requests[name] ??= limits[name]!
  const isFull = sameJson(limits, resources.limits) && sameJson(requests, resources.requests ?? {})
  if (!isFull) spec.resources = { ...resources, limits, ...(Object.keys(requests).length > 0 ? { requests } : {}) }
}

function withHugePages(spec: PodSpec, { limits, requests }: ResourceRequirements): Record<string, string> {
  const filled: Record<string, string> = { ...(limits as Resources | undefined) }
  if (Object.keys(filled).length + Object.keys(requests ?? {}).length === 0) return filled
  for (const [name, together] of containerAmounts(spec, 'limits'))
    if (isHugePages(name) && requests?.[name] === undefined) filled[name] ??= formatQuantity(together)
  return filled
}

const isHugePages = (name: string) => name.startsWith('hugepages-')
const isOfPods = (name: string) => counted.includes(name) || isHugePages(name)

const allContainers = (spec: PodSpec): readonly Container[] => [
  ...(spec.containers ?? []),
  ...(spec.initContainers ?? []),
]

const isSome = (amount: string | undefined) => amount !== undefined && parseQuantity(amount).nano > 0n

const isSame = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && compareQuantities(parseQuantity(a), parseQuantity(b)) === 0
