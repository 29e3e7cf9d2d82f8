/** Amounts of resources, exact, by resource name; and what containers ask for together (upstream's component-helpers/resource). */
import { addQuantities, compareQuantities, parseQuantity, type Quantity } from './quantity.js'

export type Amounts = Map<string, Quantity>

type Listed = Readonly<Record<string, string | number>> | undefined

interface Asks {
  readonly requests?: Listed
  readonly limits?: Listed
}

/** The parts of a spec with containers that say how much they need. */
export interface ContainersSpec {
  readonly containers?: readonly { readonly resources?: Asks }[]
  readonly initContainers?: readonly { readonly resources?: Asks; readonly restartPolicy?: string }[]
  /** Of all containers together. */
  readonly resources?: Asks
  readonly overhead?: Listed
}

export type AskedAs = 'requests' | 'limits'

/** Reads a list such as `spec.hard`. Throws TypeError for what is no quantity. */
export function readAmounts(list: Listed): Amounts {
  return new Map(Object.entries(list ?? {}).map(([name, text]) => [name, parseQuantity(text)]))
}

/** Adds `more` to `sum`, in place. */
export function addAmounts(sum: Amounts, more: Iterable<readonly [string, Quantity]>): Amounts {
  for (const [name, quantity] of more) {
    const before = sum.get(name)
    sum.set(name, before ? addQuantities(before, quantity) : quantity)
  }
  return sum
}

/** Raises each amount of `sum` to that of `other`, in place. */
function raiseAmounts(sum: Amounts, other: Amounts): void {
  for (const [name, quantity] of other) {
    const before = sum.get(name)
    if (!before || compareQuantities(before, quantity) < 0) sum.set(name, quantity)
  }
}

/** Containers run together, after init containers that run one by one; sidecars stay beside whatever comes after them. */
export function containerAmounts({ containers, initContainers }: ContainersSpec, list: AskedAs): Amounts {
  const running: Amounts = new Map()
  const sidecars: Amounts = new Map()
  const peak: Amounts = new Map()
  for (const { resources, restartPolicy } of initContainers ?? []) {
    const moment = addAmounts(readAmounts(resources?.[list]), sidecars)
    raiseAmounts(peak, moment)
    if (restartPolicy !== 'Always') continue
    addAmounts(sidecars, readAmounts(resources?.[list]))
  }
  addAmounts(running, sidecars)
  for (const { resources } of containers ?? []) addAmounts(running, readAmounts(resources?.[list]))
  raiseAmounts(running, peak)
  return running
}

/** Of the whole: what is asked for all containers together replaces what each asks; the overhead comes on top, on limits only where there is one. */
export function wholeAmounts(spec: ContainersSpec, list: AskedAs): Amounts {
  const sum = containerAmounts(spec, list)
  for (const [name, quantity] of readAmounts(spec.resources?.[list])) sum.set(name, quantity)
  const overhead = [...readAmounts(spec.overhead)]
  return addAmounts(sum, list === 'limits' ? overhead.filter(([name]) => sum.has(name)) : overhead)
}
