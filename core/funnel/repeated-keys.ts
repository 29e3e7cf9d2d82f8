/** Keys that stand more than once in one object of a JSON text: JSON.parse keeps the last and says nothing, fieldValidation wants them told. */
import { quoted } from '../meta/index.js'
import type { Repeated } from '../registry/index.js'

/** As upstream's decoder, no more than this many are told. */
const most = 100

/** How a repeated key is told, by its path, its own name and its line. */
export type Wording = (path: string, key: string, line: number) => string

export const duplicateField: Wording = (path) => `duplicate field ${quoted(path)}`
export const patchDuplicateField: Wording = (path) => `json patch duplicate field ${quoted(path)}`
/** In the words of upstream's YAML reader, which reads applied configurations that are JSON too. */
export const alreadySet: Wording = (_, key, line) => `line ${line}: key ${quoted(key)} already set in map`

/** `bytes` are JSON with `marks`, and `value` what was parsed of them. Undefined: every key stands once. Cost: one pass over the value. */
export function repeatedKeys(
  bytes: Uint8Array,
  { value, marks, wording }: { readonly value: unknown; readonly marks: Marks; readonly wording: Wording },
): Repeated | undefined {
  if (marks.colons === countKeys(value)) return undefined
  const scan = new Scan(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'), wording)
  scan.value('')
  return scan.found()
}

/** What stands outside of the strings of a JSON text. */
export interface Marks {
  /** As many as there are keys. */
  readonly colons: number
  /** Whether a number has a fraction or an exponent. */
  readonly hasFraction: boolean
}

/** Cost: one pass, about a nanosecond a byte. */
export function marksIn(bytes: Uint8Array): Marks {
  let colons = 0
  let hasFraction = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 58) colons++
    else if (byte === 34) {
      for (at++; bytes[at] !== 34; at++) if (bytes[at] === 92) at++
    } else if (byte === 46 || byte === 69 || (byte === 101 && bytes[at - 1]! <= 57)) hasFraction = true
  }
  return { colons, hasFraction }
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let count = 0
  if (Array.isArray(value)) for (const item of value) count += countKeys(item)
  else for (const key in value) count += 1 + countKeys((value as Record<string, unknown>)[key])
  return count
}

/** Walks a JSON text that is known to be well-formed. */
class Scan {
  readonly #text: string
  readonly #wording: Wording
  /** Where each path stood first. */
  readonly #places = new Map<string, number>()
  readonly #complaints = new Map<string, Repeated['complaints'][number]>()
  #at = 0

  constructor(text: string, wording: Wording) {
    this.#text = text
    this.#wording = wording
  }

  found(): Repeated {
    const complaints = [...this.#complaints.values()]
    return { complaints, place: (path) => this.#places.get(path) ?? Number.POSITIVE_INFINITY }
  }

  value(path: string): void {
    this.#space()
    const sign = this.#text[this.#at]
    if (sign === '{') this.#members(path)
    else if (sign === '[') this.#elements(path)
    else if (sign === '"') this.#string()
    else while (this.#at < this.#text.length && !/[\s,\]}]/.test(this.#text[this.#at]!)) this.#at++
  }

  #members(path: string): void {
    const seen = new Set<string>()
    for (this.#at++, this.#space(); this.#text[this.#at] !== '}'; this.#space()) {
      const at = this.#at
      const key = this.#string()
      const below = path === '' ? key : `${path}.${key}`
      if (seen.has(key)) this.#complain(below, key, at)
      else this.#places.set(below, at)
      seen.add(key)
      this.#space()
      this.#at++
      this.value(below)
      this.#comma()
    }
    this.#at++
  }

  #elements(path: string): void {
    this.#at++
    this.#space()
    for (let index = 0; this.#text[this.#at] !== ']'; index++) {
      this.value(`${path}[${index}]`)
      this.#comma()
    }
    this.#at++
  }

  #comma(): void {
    this.#space()
    if (this.#text[this.#at] === ',') this.#at++
    this.#space()
  }

  #complain(path: string, key: string, at: number): void {
    let line = 1
    for (let end = this.#text.indexOf('\n'); end >= 0 && end < at; end = this.#text.indexOf('\n', end + 1)) line++
    const text = this.#wording(path, key, line)
    if (this.#complaints.size < most && !this.#complaints.has(text)) this.#complaints.set(text, { text, at, path })
  }

  #string(): string {
    const start = this.#at++
    while (this.#text[this.#at] !== '"') this.#at += this.#text[this.#at] === '\\' ? 2 : 1
    return JSON.parse(this.#text.slice(start, ++this.#at)) as string
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++
  }
}
