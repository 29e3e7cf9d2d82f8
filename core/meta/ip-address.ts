/** IP addresses and ranges of them, as upstream reads them: Go's older parser took leading zeros in IPv4 and set bits after the prefix. */
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
  if (text.includes('%')) return undefined
  const plain = text.includes(':') ? text : text.replace(/(^|\.)0+(?=\d)/g, '$1')
  if (isIPv4(plain)) return { family: 'IPv4', bits: bits4(plain) }
  if (!isIPv6(text)) return undefined
  const bits = bits6(text)
  return bits >> 32n === 0xffffn ? { family: 'IPv4', bits: bits & 0xffff_ffffn } : { family: 'IPv6', bits }
}

export function parseRange(text: string): Range | undefined {
  const [, host, length] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? []
  const address = host === undefined ? undefined : parseAddress(host)
  const prefix = Number(length)
  return address && prefix <= lengthOf[address.family] ? { ...address, prefix } : undefined
}

/** Whether every address of `inner` is one of `outer`, and not the other way round. */
export function isStrictlyInside(inner: Range, outer: Range): boolean {
  if (inner.family !== outer.family || inner.prefix <= outer.prefix) return false
  const free = BigInt(lengthOf[outer.family] - outer.prefix)
  return inner.bits >> free === outer.bits >> free
}

/** Whether bits after the prefix are set. */
export function hasHostBits({ family, bits, prefix }: Range): boolean {
  return (bits & ((1n << BigInt(lengthOf[family] - prefix)) - 1n)) !== 0n
}

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

const bits4 = (text: string) => text.split('.').reduce((bits, part) => (bits << 8n) | BigInt(part), 0n)

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
  const free = BigInt(lengthOf[family] - range.prefix)
  return bits >> free === range.bits >> free
}
