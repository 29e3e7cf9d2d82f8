/** What a call costs at most, and how large its result is (facts of cel-go's checker and extensions, and of Kubernetes' estimator). */
import { elementSize, type Entry, fixed, share, type Size, sizeOrUnknown, times, unionOfEntries } from './estimate.js'
import type { Overload } from './signature.js'
import type { Typed } from './typed.js'

export interface CallEstimate {
  /** Besides that of the arguments. */
  readonly cost: number
  readonly size?: Size
  readonly entry?: Entry | undefined
}

/** `sizes`: of the arguments, the receiver first. */
type Estimator = (sizes: readonly Size[], about: About) => CallEstimate
interface About {
  readonly args: readonly Typed[]
  readonly overload: Overload
}

/** What comparing two addresses costs. */
const addressPrice = 4
/** A named format's pattern counts as long. */
const formatPattern = 32

const tenth = ({ max }: Size): number => share(max, 0.1)
const ofText =
  (at: number, factor = 0.1): Estimator =>
  (sizes) => ({ cost: share(sizes[at]!.max, factor) })
const kept: Estimator = ([size]) => ({ cost: tenth(size!), size: size! })
const isTextual = ({ args }: Overload): boolean => args[0]?.kind === 'string' || args[0]?.kind === 'bytes'

/** Each element is looked at; a text within its length. */
const ofElements: Estimator = ([size], { args }) => {
  const list = args[0]!
  if (list.type.kind !== 'list') return { cost: tenth(size!) }
  const { kind } = list.type.element
  const each = kind === 'string' || kind === 'bytes' ? 1 + tenth(elementSize(list)) : 1
  return { cost: times(size!.max, each) }
}

const compared: Estimator = ([a, b]) => ({ cost: share(Math.min(a!.max, b!.max), 0.1) })

const equality: Estimator = (sizes, about) => {
  const [a, b] = about.args as readonly [Typed, Typed]
  if (about.overload.name !== '_==_' || a.type.kind !== b.type.kind) return compared(sizes, about)
  switch (a.type.kind) {
    case 'ip':
    case 'cidr':
    case 'quantity':
    case 'semver':
      return { cost: 1 }
    case 'format':
      return { cost: 7 }
    case 'url':
      return { cost: b.sized?.size ? tenth(b.sized.size) : 1 }
    default:
      return compared(sizes, about)
  }
}

const replaced: Estimator = ([text, from, to]) => {
  const cost = share(text!.max, 0.2)
  const least = share(text!.min, 1)
  let most = 0
  if (from!.min === 0) most = times(text!.max + 1, to!.max) + text!.max
  else if (to!.max <= from!.min) most = text!.max
  else most = times(Math.ceil(text!.max / from!.min), to!.max)
  let fewest = 0
  if (from!.max === 0) fewest = times(least + 1, to!.min) + least
  else if (from!.max <= to!.min) fewest = least
  else fewest = times(Math.ceil(least / from!.max), to!.min)
  return { cost, size: { min: fewest, max: most } }
}

/** As Go reads a number of 64 bits that must not be negative. */
const unsigned = (value: unknown): number | undefined =>
  typeof value === 'bigint' ? (value < 0n ? Number.POSITIVE_INFINITY : Number(value)) : undefined
const literalOr = ({ literal }: Typed, otherwise: number): number =>
  typeof literal === 'bigint' ? Math.max(0, Number(literal)) : otherwise

const split: Estimator = ([text], { args }) => ({
  cost: share(text!.max, 0.2),
  size: { min: 0, max: unsigned(args[2]?.literal) ?? text!.max },
})

const joined: Estimator = ([list, by], { args }) => {
  const element = elementSize(args[0]!)
  const between = by ?? fixed(0)
  const size = {
    min: times(list!.min, element.min) + times(Math.max(0, list!.min - 1), between.min),
    max: times(list!.max, element.max) + times(Math.max(0, list!.max - 1), between.max),
  }
  return { cost: tenth(size), size }
}

const found: Estimator = ([text, pattern]) => ({
  cost: times(share(text!.max + 1, 0.1), share(pattern!.max, 0.25)),
  size: { min: 0, max: text!.max },
})

/** A call that makes a list of that size. */
const made = (size: Size, factor = 1): CallEstimate => ({ cost: share(size.max, factor) + 11, size })
const squared = (size: Size): Size => ({ min: times(size.min, size.min), max: times(size.max, size.max) })

const sliced: Estimator = ([list], { args }) => {
  const length = literalOr(args[2]!, list!.max) - literalOr(args[1]!, 0)
  return made(fixed(length < 0 ? Number.POSITIVE_INFINITY : length))
}

/** Of lists sorted by keys of a type. */
export const sorted = (size: Size, keys: string): CallEstimate =>
  made(squared(size), keys === 'string' || keys === 'bytes' ? 2.1 : 2)

const sets =
  (factor: number): Estimator =>
  ([a, b]) => ({ cost: share(times(a!.max, b!.max), factor) + 1 })

const added: Estimator = ([a, b], { args, overload }) => {
  const size = { min: a!.min + b!.min, max: a!.max + b!.max }
  if (isTextual(overload)) return { cost: tenth(size), size }
  if (overload.args[0]?.kind !== 'list') return { cost: 1 }
  return { cost: 1, size, entry: unionOfEntries(args[0]!.sized?.entry, args[1]!.sized?.entry) }
}

const relation: Estimator = (sizes, about) => (isTextual(about.overload) ? compared(sizes, about) : { cost: 1 })

const converted: Estimator = ([size], { overload }) => {
  const from = overload.args[0]!.kind
  if (overload.name === 'bytes' && from === 'string')
    return { cost: tenth(size!), size: { min: size!.min, max: times(size!.max, 4) } }
  if (overload.name === 'string' && from === 'bytes')
    return { cost: tenth(size!), size: { min: Math.floor(size!.min / 4), max: size!.max } }
  return { cost: 1 }
}

/** An address as text is read first. */
const contained =
  (price: number): Estimator =>
  ([, other], { overload }) => ({ cost: price + (overload.args[1]?.kind === 'string' ? tenth(other!) : 0) })

const estimators = new Map<string, Estimator>(
  Object.entries({
    '_==_': equality,
    '_!=_': equality,
    '_<_': relation,
    '_<=_': relation,
    '_>_': relation,
    '_>=_': relation,
    '_+_': added,
    _in_: ([, list], { overload }) => ({ cost: overload.args[1]?.kind === 'list' ? list!.max : 1 }),
    bytes: converted,
    string: converted,
    isSorted: ofElements,
    sum: ofElements,
    min: ofElements,
    max: ofElements,
    indexOf: ofElements,
    lastIndexOf: ofElements,
    url: kept,
    'jsonpatch.escapeKey': kept,
    lowerAscii: kept,
    upperAscii: kept,
    substring: kept,
    trim: kept,
    replace: replaced,
    split,
    join: joined,
    find: found,
    findAll: found,
    matches: (sizes, { overload }) =>
      overload.receiver ? { cost: times(share(sizes[0]!.max + 1, 0.1), share(sizes[1]!.max, 0.25)) } : { cost: 1 },
    contains: ([a, b]) => ({ cost: times(tenth(a!), tenth(b!)) }),
    startsWith: ofText(1),
    endsWith: ofText(1),
    format: ofText(0),
    'strings.quote': ([size]) => ({ cost: tenth(size!), size: { min: size!.min + 2, max: times(size!.max, 2) + 2 } }),
    cidr: ofText(0),
    isIP: ofText(0),
    isCIDR: ofText(0),
    ip: (sizes, about) => (about.overload.receiver ? { cost: 1 } : ofText(0)(sizes, about)),
    'ip.isCanonical': ofText(0, 0.2),
    quantity: ofText(0),
    isQuantity: ofText(0),
    semver: ofText(0),
    isSemver: ofText(0),
    containsIP: contained(addressPrice),
    containsCIDR: contained(addressPrice + 3),
    validate: ([, text]) => ({ cost: times(tenth(text!), formatPattern) }),
    slice: sliced,
    reverse: ([list]) => made(list!),
    flatten: ([list], { args }) => made(list!, args[1] ? literalOr(args[1], Number.POSITIVE_INFINITY) : 1),
    distinct: ([list]) => made(squared(list!), 2),
    sort: ([list], { overload }) => {
      const of = overload.args[0]!
      return sorted(list!, of.kind === 'list' ? of.element.kind : '')
    },
    'lists.range': (_, { args }) => made(fixed(literalOr(args[0]!, Number.POSITIVE_INFINITY))),
    'sets.contains': sets(1),
    'sets.intersects': sets(1),
    'sets.equivalent': sets(2),
  } satisfies Record<string, Estimator>),
)

export function estimateCall(overload: Overload, args: readonly Typed[]): CallEstimate {
  const estimator = estimators.get(overload.name)
  return estimator ? estimator(args.map(sizeOrUnknown), { args, overload }) : { cost: 1 }
}
