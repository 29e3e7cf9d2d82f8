/** IP addresses and ranges as numbers. */
import { isIPv4, isIPv6 } from 'node:net'

export interface Address {
  readonly family: 4 | 6
  readonly bits: bigint
}
export interface Range extends Address {
  readonly prefix: number
}

/** Undefined for what is none, has a zone, or is IPv4 in IPv6. */
export function readAddress(text: string): Address | undefined {
  if (text.length > 50 || text.includes('%')) return undefined
  if (isIPv4(text)) return { family: 4, bits: bits4(text) }
  if (!isIPv6(text)) return undefined
  const bits = bits6(text)
  return bits >> 32n === 0xffffn ? undefined : { family: 6, bits }
}

const bits4 = (text: string) => text.split('.').reduce((bits, part) => (bits << 8n) | BigInt(part), 0n)

function bits6(text: string): bigint {
  const plain = text.replace(/(?<![\d.])[\d.]+$/, (tail) => {
    if (!tail.includes('.')) return tail
    const bits = bits4(tail)
    return `${(bits >> 16n).toString(16)}:${(bits & 0xffffn).toString(16)}`
  })
  const [front = '', back] = plain.split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const [first, last] = [groups(front), groups(back)]
  const filled = [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last]
  return filled.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n)
}

/** The address need not be the range's first. */
export function readRange(text: string): Range | undefined {
  const match = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text.slice(0, 60))
  const address = match && readAddress(match[1]!)
  if (!address || text.length > 60) return undefined
  const prefix = Number(match[2])
  return prefix <= (address.family === 4 ? 32 : 128) ? { ...address, prefix } : undefined
}

export function maskOf(family: 4 | 6, prefix: number): bigint {
  const width = BigInt(family === 4 ? 32 : 128)
  const ones = (1n << width) - 1n
  return (ones << (width - BigInt(prefix))) & ones
}

export function inRange(range: Range, inner: Address & { readonly prefix?: number }): boolean {
  if (range.family !== inner.family || (inner.prefix !== undefined && inner.prefix < range.prefix)) return false
  const mask = maskOf(range.family, range.prefix)
  return (range.bits & mask) === (inner.bits & mask)
}

/** The canonical form (RFC 5952). */
export function addressText({ family, bits }: Address): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 0xffn).join('.')
  const groups = Array.from({ length: 8 }, (_, at) => ((bits >> BigInt(112 - 16 * at)) & 0xffffn).toString(16))
  let best = { at: -1, length: 1 }
  for (let at = 0; at < 8; at++) {
    let length = 0
    while (groups[at + length] === '0') length++
    if (length > best.length) best = { at, length }
  }
  if (best.at < 0) return groups.join(':')
  return `${groups.slice(0, best.at).join(':')}::${groups.slice(best.at + best.length).join(':')}`
}
