/** The little of DER (X.690) that X.509 certificates need. Written by hand because the package for it takes a quarter of the time in which a server has to be up. */

const tag = { boolean: 0x01, integer: 0x02, bitString: 0x03, octetString: 0x04, oid: 0x06, utf8: 0x0c } as const

/** One element: tag, length, contents. */
export function element(tagByte: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents)
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tagByte, body.length]), body])
  const length: number[] = []
  for (let rest = body.length; rest > 0; rest >>>= 8) length.unshift(rest & 0xff)
  return Buffer.concat([Buffer.from([tagByte, 0x80 | length.length, ...length]), body])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => element(0x30, ...parts)
export const setOf = (...parts: readonly Uint8Array[]): Buffer => element(0x31, ...parts)
/** Context-specific and constructed: `[n]`. */
export const explicit = (n: number, ...parts: readonly Uint8Array[]): Buffer => element(0xa0 | n, ...parts)
/** Context-specific and primitive: `[n] IMPLICIT`. */
export const implicit = (n: number, bytes: Uint8Array): Buffer => element(0x80 | n, bytes)
export const boolean = (value: boolean): Buffer => element(tag.boolean, Buffer.from([value ? 0xff : 0]))
export const octetString = (bytes: Uint8Array): Buffer => element(tag.octetString, bytes)
export const utf8String = (text: string): Buffer => element(tag.utf8, Buffer.from(text))

/** A positive integer, big-endian. */
export function integer(bytes: Uint8Array): Buffer {
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start++
  const digits = bytes.subarray(start)
  return (digits[0] ?? 0) & 0x80 ? element(tag.integer, Buffer.from([0]), digits) : element(tag.integer, digits)
}

export function bitString(bytes: Uint8Array, unusedBits = 0): Buffer {
  return element(tag.bitString, Buffer.from([unusedBits]), bytes)
}

/** From dotted form: `2.5.4.3`. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (const arc of rest) {
    const septets = [arc & 0x7f]
    for (let left = arc >>> 7; left > 0; left >>>= 7) septets.unshift((left & 0x7f) | 0x80)
    bytes.push(...septets)
  }
  return element(tag.oid, Buffer.from(bytes))
}

/** UTCTime until 2049, then GeneralizedTime, as RFC 5280 wants. */
export function time(epochMs: number): Buffer {
  const text = new Date(epochMs).toISOString().replace(/[-:T]/g, '').slice(0, 14)
  return Number(text.slice(0, 4)) < 2050
    ? element(0x17, Buffer.from(`${text.slice(2)}Z`))
    : element(0x18, Buffer.from(`${text}Z`))
}

/** The element that begins at `at`: where its contents are and where it ends. Throws on lengths beyond the bytes. */
export function readElement(
  bytes: Buffer,
  at: number,
): { readonly contents: number; readonly end: number; readonly tag: number } {
  const first = bytes.readUInt8(at + 1)
  const extra = first & 0x80 ? first & 0x7f : 0
  const length = extra ? bytes.readUIntBE(at + 2, extra) : first
  const contents = at + 2 + extra
  if (contents + length > bytes.length) throw new Error('a DER element reaches beyond its bytes')
  return { contents, end: contents + length, tag: bytes.readUInt8(at) }
}

export interface Element {
  readonly tag: number
  /** With its tag and length. */
  readonly whole: Buffer
  readonly contents: Buffer
}

/** The elements that stand in the bytes one behind the other. Throws on lengths beyond the bytes. */
export function elementsIn(bytes: Buffer): Element[] {
  const found: Element[] = []
  for (let at = 0; at < bytes.length; ) {
    const { tag: kind, contents, end } = readElement(bytes, at)
    found.push({ tag: kind, whole: bytes.subarray(at, end), contents: bytes.subarray(contents, end) })
    at = end
  }
  return found
}
