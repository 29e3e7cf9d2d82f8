/** Addresses and ranges: `ip('10.0.0.1')`, `cidr('10.0.0.0/8')`. No zones, no IPv4 dressed as IPv6. */
import { type Budget, CelError } from '../budget.js'
import { traversal } from '../price.js'
import { type Overload, overload } from '../signature.js'
import { Opaque } from '../values.js'
import { type Address, addressText, inRange, maskOf, readAddress, readRange, type Range } from './addresses.js'

const address = (text: string): Opaque => {
  const found = readAddress(text)
  if (!found) throw new CelError(`IP Address "${text.slice(0, 100)}" parse error during conversion from string`)
  return ofAddress(found)
}
const ofAddress = (found: Address) => new Opaque('ip', found, addressText(found))

const range = (text: string): Opaque => {
  const found = readRange(text)
  if (!found) throw new CelError(`network address parse error during conversion from string: "${text.slice(0, 100)}"`)
  return ofRange(found)
}
const ofRange = (found: Range) => new Opaque('cidr', found, `${addressText(found)}/${found.prefix}`)

const inner = (value: Opaque) => value.inner as Address
const rangeOf = (value: Opaque) => value.inner as Range
const top = (value: Opaque, bits: number) => inner(value).bits >> BigInt((inner(value).family === 4 ? 32 : 128) - bits)
const is4 = (value: Opaque) => inner(value).family === 4

const isLoopback = (a: Opaque) => (is4(a) ? top(a, 8) === 127n : inner(a).bits === 1n)
const isLinkLocalMulticast = (a: Opaque) => (is4(a) ? top(a, 24) === 0xe00000n : (top(a, 16) & 0xff0fn) === 0xff02n)
const isLinkLocalUnicast = (a: Opaque) => (is4(a) ? top(a, 16) === 0xa9fen : top(a, 10) === 0x3fan)
const isMulticast = (a: Opaque) => (is4(a) ? top(a, 4) === 0xen : top(a, 8) === 0xffn)
const isUnspecified = (a: Opaque) => inner(a).bits === 0n
const isBroadcast = (a: Opaque) => is4(a) && inner(a).bits === 0xffffffffn
const isGlobalUnicast = (a: Opaque) =>
  !isUnspecified(a) && !isBroadcast(a) && !isLoopback(a) && !isMulticast(a) && !isLinkLocalUnicast(a)

const tests = { isUnspecified, isLoopback, isLinkLocalMulticast, isLinkLocalUnicast, isGlobalUnicast }
const cost = (size?: number) => traversal(size!)

/** The bytes of what is looked up are gone over twice, as many as the range's prefix has, and a text is read first. */
const inCost = (range: Opaque, text: string): number => traversal(2 * prefixBytes(range)) + traversal(text.length)
const prefixBytes = (range: Opaque): number => Math.ceil(rangeOf(range).prefix / 8)
/** A range is cut to the prefix besides. */
const rangeCost = (range: Opaque, text: string): number => inCost(range, text) + traversal(prefixBytes(range)) + 1
/** Charged by what the range is. */
const byRange = { cost: () => 0 }

function contains<T>(charge: typeof inCost, inside: (range: Opaque, other: T) => boolean) {
  return ([range, other]: [Opaque, T], budget: Budget): boolean => {
    budget.add(charge(range, typeof other === 'string' ? other : ''))
    return inside(range, other)
  }
}

export const network: readonly Overload[] = [
  overload('ip(string): ip', ([text]: [string]) => address(text), { cost }),
  overload('isIP(string): bool', ([text]: [string]) => readAddress(text) !== undefined, { cost }),
  overload('@ip.isCanonical(string): bool', ([text]: [string]) => address(text).text === text, {
    cost: (size) => traversal(2 * size!),
  }),
  overload('ip.family(): int', ([a]: [Opaque]) => BigInt(inner(a).family)),
  ...Object.entries(tests).map(([name, test]) => overload(`ip.${name}(): bool`, ([a]: [Opaque]) => test(a))),
  overload('cidr(string): cidr', ([text]: [string]) => range(text), { cost }),
  overload('isCIDR(string): bool', ([text]: [string]) => readRange(text) !== undefined, { cost }),
  overload(
    'cidr.containsIP(ip): bool',
    contains(inCost, (a, b: Opaque) => inRange(rangeOf(a), inner(b))),
    byRange,
  ),
  overload(
    'cidr.containsIP(string): bool',
    contains(inCost, (a, b: string) => inRange(rangeOf(a), inner(address(b)))),
    byRange,
  ),
  overload('cidr.containsCIDR(cidr): bool', contains(rangeCost, (a, b: Opaque) => inRange(rangeOf(a), rangeOf(b))), byRange), // biome-ignore format: one line
  overload(
    'cidr.containsCIDR(string): bool',
    contains(rangeCost, (a, b: string) => inRange(rangeOf(a), rangeOf(range(b)))),
    byRange,
  ),
  overload('cidr.ip(): ip', ([a]: [Opaque]) => ofAddress({ family: rangeOf(a).family, bits: rangeOf(a).bits })),
  overload('cidr.masked(): cidr', ([a]: [Opaque]) => {
    const { family, bits, prefix } = rangeOf(a)
    return ofRange({ family, prefix, bits: bits & maskOf(family, prefix) })
  }),
  overload('cidr.prefixLength(): int', ([a]: [Opaque]) => BigInt(rangeOf(a).prefix)),
]
