/** IP addresses and ranges of them, as upstream reads them: what stands may have leading zeros in IPv4 and bits set after the prefix, what is new may not (KEP-4858). */
import { isIPv4, isIPv6 } from 'node:net'

export interface Address {
  readonly family: 'IPv4' | 'IPv6'
  readonly bits: bigint
}

export interface Range extends Address {
  readonly prefix: number
}

const lengthOf = { IPv4: 32, IPv6: 128 } as const

/** undefined: no address. An IPv4 address in IPv6's clothes is one of IPv4, as upstream sees it. */
export function parseAddress(text: string): Address | undefined {
  if (isIPv4(text)) return { family: 'IPv4', bits: bits4(text) }
  if (text.includes('%')) return undefined
  const plain = text.replace(/(^|[.:])0+(?=[\da-f])/gi, '$1')
  if (isIPv4(plain)) return { family: 'IPv4', bits: bits4(plain) }
  if (!isIPv6(plain)) return undefined
  const bits = bits6(plain)
  return bits >> 32n === 0xffffn ? { family: 'IPv4', bits: bits & 0xffff_ffffn } : { family: 'IPv6', bits }
}

export function parseRange(text: string): Range | undefined {
  const slash = text.indexOf('/')
  if (slash < 0 || !/^\d+$/.test(text.slice(slash + 1))) return undefined
  const address = parseAddress(text.slice(0, slash))
  if (!address) return undefined
  const { family, bits } = address
  const prefix = Number(text.slice(slash + 1))
  const isMapped = family === 'IPv4' && text.includes(':')
  if (prefix > (isMapped ? lengthOf.IPv6 : lengthOf[family])) return undefined
  if (!isMapped) return { family, bits, prefix }
  return prefix < 96 ? { family: 'IPv6', bits: (0xffffn << 32n) | bits, prefix } : { family, bits, prefix: prefix - 96 }
}

/** What is wrong with a new address. Other ways to write one of IPv6 are all right. */
export function strictAddressErrors(text: string): string[] {
  if (isIPv4(text)) return []
  const address = parseAddress(text)
  if (!address) return ['must be an IP address, such as 10.9.8.7 or 2001:db8::ffff']
  const best = formatAddress(address)
  if (!isIPv6(text)) return [`must have no leading zeros: use ${best}`]
  return address.family === 'IPv6' ? [] : [`must not be an IPv4 address in the form of IPv6: use ${best}`]
}

/** What is wrong with a new range. */
export function strictRangeErrors(text: string): string[] {
  const range = parseRange(text)
  if (!range) return ['must be a range of addresses, such as 10.9.8.0/24 or 2001:db8::/64']
  const slash = text.indexOf('/')
  const whys = strictAddressErrors(text.slice(0, slash))
  if (whys.length > 0) return whys
  if (/^0\d/.test(text.slice(slash + 1))) return [`must have no leading zeros: use ${formatRange(range)}`]
  return hasHostBits(range) ? ['must have no bits set after its prefix'] : []
}

/** Whether every address of `inner` is one of `outer`, and not the other way round. */
export const isStrictlyInside = (inner: Range, outer: Range): boolean =>
  inner.prefix > outer.prefix && holds(outer, inner)

/** Whether bits after the prefix are set. */
export function hasHostBits({ family, bits, prefix }: Range): boolean {
  const free = lengthOf[family] - prefix
  // Numbers are faster by far.
  return family === 'IPv4' ? Number(bits) % 2 ** free !== 0 : BigInt.asUintN(free, bits) !== 0n
}

/** The one way to write a range, but for bits after its prefix. */
export const formatRange = (range: Range): string => `${formatAddress(range)}/${range.prefix}`

/** The one way to write an address: no leading zeros, IPv6 as RFC 5952 has it. */
export function formatAddress({ family, bits }: Address): string {
  if (family === 'IPv4') return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 0xffn).join('.')
  const groups = Array.from({ length: 8 }, (_, index) => ((bits >> BigInt(112 - 16 * index)) & 0xffffn).toString(16))
  const zeros = /(^|:)0(:0)+(?=:|$)/g
  const text = groups.join(':')
  const longest = [...text.matchAll(zeros)].reduce((best, [each]) => {
    return each.replace(/^:/, '').length > best.replace(/^:/, '').length ? each : best
  }, '')
  if (!longest) return text
  const at = text.indexOf(longest)
  const [before, after] = [text.slice(0, at), text.slice(at + longest.length)]
  return `${before}::${after.replace(/^:/, '')}`
}

/** Read digit by digit: policies have thousands of ranges. */
function bits4(text: string): bigint {
  let [bits, part] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x2e) part = part * 10 + code - 0x30
    else [bits, part] = [bits * 256 + part, 0]
  }
  return BigInt(bits * 256 + part)
}

function bits6(text: string): bigint {
  const dotted = /(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const low = dotted ? bits4(dotted[2]!) : 0n
  const whole = dotted ? `${dotted[1]}${(low >> 16n).toString(16)}:${(low & 0xffffn).toString(16)}` : text
  const [head = '', tail] = whole.split('::')
  const front = head ? head.split(':') : []
  const back = tail ? tail.split(':') : []
  const middle = Array.from({ length: tail === undefined ? 0 : 8 - front.length - back.length }, () => '0')
  return [...front, ...middle, ...back].reduce((bits, part) => (bits << 16n) | BigInt(`0x${part}`), 0n)
}

export function holds(range: Range, { family, bits }: Address): boolean {
  if (range.family !== family) return false
  const free = lengthOf[family] - range.prefix
  if (family === 'IPv4') return Math.floor(Number(bits) / 2 ** free) === Math.floor(Number(range.bits) / 2 ** free)
  return bits >> BigInt(free) === range.bits >> BigInt(free)
}
