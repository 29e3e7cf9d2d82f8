/** What literals stand for: escapes of texts and bytes, numbers within their ranges. */
import { controlLetters } from '../../kit/index.js'
import { CompileError } from './compile-error.js'
import { Uint } from './values.js'

interface Form {
  readonly isRaw: boolean
  /** Where the text begins. */
  readonly pos: number
}

const simple: Readonly<Record<string, string>> = {
  ...controlLetters,
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  '?': '?',
}

const escapes = /\\(?:([xX][0-9a-fA-F]{2})|(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|([0-3][0-7]{2})|([\s\S]?))/g

/** Each escape as its code point, or the character that it names. */
function resolveEscapes(text: string, { pos }: Form, by: (code: number, form: 'byte' | 'point') => string): string {
  return text.replace(escapes, (written, hex, unicode, octal, named: string | undefined, at: number) => {
    if (hex !== undefined) return by(Number.parseInt(hex.slice(1), 16), 'byte')
    if (octal !== undefined) return by(Number.parseInt(octal, 8), 'byte')
    if (unicode !== undefined) return by(Number.parseInt(unicode.slice(1), 16), 'point')
    const found = named === undefined ? undefined : simple[named]
    if (found === undefined) throw new CompileError(`Syntax error: unable to unescape string ${written}`, pos + at)
    return found
  })
}

const newlines = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')

/** Throws CompileError for escapes that stand for nothing. */
export function textOf(written: string, form: Form): string {
  const text = newlines(written)
  if (form.isRaw) return text
  return resolveEscapes(text, form, (code) => {
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
      throw new CompileError('Syntax error: unable to unescape string: no such code point', form.pos)
    return String.fromCodePoint(code)
  })
}

/** In UTF-8, but for the bytes that escapes name. */
export function bytesOf(written: string, form: Form): Uint8Array {
  const text = newlines(written)
  if (form.isRaw) return new Uint8Array(Buffer.from(text))
  const parts: Buffer[] = []
  let from = 0
  // Escapes stand between parts; what they name is a byte each.
  const push = (until: number) => void parts.push(Buffer.from(text.slice(from, until)))
  for (const match of text.matchAll(escapes)) {
    push(match.index)
    from = match.index + match[0].length
    const [, hex, unicode, octal] = match
    if (unicode !== undefined) throw new CompileError('Syntax error: bytes have no escapes of Unicode', form.pos)
    const byte = hex ? Number.parseInt(hex.slice(1), 16) : octal ? Number.parseInt(octal, 8) : undefined
    parts.push(byte === undefined ? Buffer.from(resolveEscapes(match[0], form, () => '')) : Buffer.from([byte]))
  }
  push(text.length)
  return new Uint8Array(Buffer.concat(parts))
}

/** An int beyond its range stays what it is: a minus may stand in front. Throws CompileError. */
export function numberOf(text: string, pos: number): bigint | number | Uint {
  const isHex = /^0[xX]/.test(text)
  if (/[uU]$/.test(text)) {
    const value = BigInt(text.slice(0, -1))
    if (value > 0xffffffffffffffffn) throw new CompileError('Syntax error: invalid uint literal', pos)
    return new Uint(value)
  }
  if (isHex || /^\d+$/.test(text)) return BigInt(text)
  const value = Number(text)
  if (!Number.isFinite(value)) throw new CompileError('Syntax error: invalid double literal', pos)
  return value
}
