/** Amounts of resources as numbers: cpu in thousandths, memory and storage in bytes, everything else in whole units. */
import { parseQuantity, quantityMilliValue, quantityValue } from '../../core/meta/index.js'
import type { Container, PodSpec } from '../kit/kinds.js'

export interface Resources {
  cpu: number
  memory: number
  storage: number
  /** Extended resources, huge pages. */
  readonly others: Map<string, number>
}

type Quantities = Readonly<Record<string, string | number>> | undefined

export function noResources(): Resources {
  return { cpu: 0, memory: 0, storage: 0, others: new Map() }
}

/** Reads a list such as `resources.requests` or `status.allocatable`. What is no quantity counts as 0; validation has refused it before. */
export function readResources(list: Quantities): Resources {
  const read = noResources()
  for (const [name, quantity] of Object.entries(list ?? {})) {
    if (name === 'cpu') read.cpu = amount(quantity, quantityMilliValue)
    else if (name === 'memory') read.memory = amount(quantity, quantityValue)
    else if (name === 'ephemeral-storage') read.storage = amount(quantity, quantityValue)
    else if (name !== 'pods') read.others.set(name, amount(quantity, quantityValue))
  }
  return read
}

function amount(quantity: string | number, value: typeof quantityValue): number {
  try {
    return value(parseQuantity(quantity))
  } catch {
    return 0
  }
}

/** Adds `times` times `more` to `sum`, in place. */
export function add(sum: Resources, more: Resources, times: 1 | -1 = 1): void {
  sum.cpu += times * more.cpu
  sum.memory += times * more.memory
  sum.storage += times * more.storage
  for (const [name, value] of more.others) sum.others.set(name, (sum.others.get(name) ?? 0) + times * value)
}

/** Raises each amount of `sum` to that of `other`, in place. */
function raiseTo(sum: Resources, other: Resources): void {
  sum.cpu = Math.max(sum.cpu, other.cpu)
  sum.memory = Math.max(sum.memory, other.memory)
  sum.storage = Math.max(sum.storage, other.storage)
  for (const [name, value] of other.others) sum.others.set(name, Math.max(sum.others.get(name) ?? 0, value))
}

/** What a pod asks for: containers and sidecars together, or the greediest moment of initialization when that is more; requests of the pod itself replace those; then the overhead. */
export function requestsOf(spec: PodSpec, read: (container: Container) => Resources = requested): Resources {
  const total = noResources()
  for (const container of spec.containers) add(total, read(container))
  const sidecars = noResources()
  const initializing = noResources()
  for (const container of spec.initContainers ?? []) {
    const moment = read(container as Container)
    if (container.restartPolicy === 'Always') {
      add(total, moment)
      add(sidecars, moment)
      raiseTo(initializing, sidecars)
    } else {
      add(moment, sidecars)
      raiseTo(initializing, moment)
    }
  }
  raiseTo(total, initializing)
  const whole = spec.resources?.requests
  if (whole) replace(total, readResources(whole), whole)
  if (spec.overhead) add(total, readResources(spec.overhead))
  return total
}

function requested(container: Container): Resources {
  return readResources(container.resources?.requests)
}

function replace(total: Resources, whole: Resources, named: Readonly<Record<string, unknown>>): void {
  if ('cpu' in named) total.cpu = whole.cpu
  if ('memory' in named) total.memory = whole.memory
  for (const [name, value] of whole.others) total.others.set(name, value)
}

/** What a pod is scored by: a container that asks for no cpu or memory counts as if it asked for a little. */
export function scoredRequestsOf(spec: PodSpec): Resources {
  return requestsOf(spec, (container) => {
    const resources = requested(container)
    const named = container.resources?.requests ?? {}
    if (!('cpu' in named)) resources.cpu = 100
    if (!('memory' in named)) resources.memory = 200 * 1024 * 1024
    return resources
  })
}
