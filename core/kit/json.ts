/**
 * JSON in and out without loss: a whole number that a double can't hold exactly, but 64 bits can, is a `bigint` here, and nothing else ever is
 * (hack/decisions/0008-whole-numbers-beyond-2-53.md). What 64 bits can't hold is rounded to a double, as upstream does.
 */

/** As JSON.parse. Cost: that, and a look at every sixteenth character; a text with a run of sixteen digits is read a second time. */
export function readJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return hasLongRun(text) ? readExactly(text, value) : value
}

/** As JSON.stringify. Cost: that; a value with a bigint in it is written a second time. */
export function writeJson(value: unknown, indent?: number): string {
  try {
    return JSON.stringify(value, undefined, indent)
  } catch (error) {
    if (!(error instanceof TypeError) || !error.message.includes('BigInt')) throw error
    return writeExactly(value, indent)
  }
}

/** The number that `text`, a whole number, says: a bigint where only that is exact and 64 bits suffice. */
export function exactNumber(text: string): number | bigint {
  const rounded = Number(text)
  if (Number.isSafeInteger(rounded)) return rounded
  const exact = BigInt(text)
  return exact === BigInt.asIntN(64, exact) ? exact : rounded
}

const shortest = 16

/** Sixteen digits in a row, which none below 2^53 has (in a fraction, an exponent or a string they are no whole number, but rare). */
function hasLongRun(text: string): boolean {
  for (let at = shortest - 1; at < text.length; at += shortest) {
    if (!isDigit(text.charCodeAt(at))) continue
    let first = at
    while (isDigit(text.charCodeAt(first - 1))) first--
    let last = at
    while (isDigit(text.charCodeAt(last + 1))) last++
    if (last - first + 1 >= shortest) return true
  }
  return false
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** `text` is well-formed, and `plain` what JSON.parse makes of it. */
const readExactly = (text: string, plain: unknown): unknown =>
  readMarking(text, plain, { isMarked: isBeyondDouble, revive: BigInt })

const isBeyondDouble = (said: string): boolean =>
  said.length >= shortest && /^-?\d+$/.test(said) && typeof exactNumber(said) !== 'number'

/** A number as it stands in a text. */
export class WrittenNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** As JSON.parse; numbers with a fraction or an exponent (`1.0`, `1e0`) are as they were written. Cost: about 5 ns a character. */
export const readAsWritten = (text: string): unknown =>
  readMarking(text, JSON.parse(text), {
    isMarked: (said) => /[.eE]/.test(said),
    revive: (said) => new WrittenNumber(said),
  })

interface Marking {
  /** Whether a number that is written so becomes what `revive` makes of it. */
  readonly isMarked: (said: string) => boolean
  readonly revive: (said: string) => unknown
}

function readMarking(text: string, plain: unknown, { isMarked, revive }: Marking): unknown {
  const mark = markNotIn(JSON.stringify(plain))
  let marked = ''
  let copied = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) at = endOfString(text, at)
    else if (code === 45 || isDigit(code)) {
      const start = at
      while (isPartOfNumber(text.charCodeAt(at + 1))) at++
      const said = text.slice(start, at + 1)
      if (!isMarked(said)) continue
      marked += `${text.slice(copied, start)}"${mark}${said}"`
      copied = at + 1
    }
  }
  return copied ? revived(JSON.parse(marked + text.slice(copied)), mark, revive) : plain
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  for (let code = text.charCodeAt(at); code !== 34; code = text.charCodeAt(++at)) if (code === 92) at++
  return at
}

/** Digits, `+`, `-`, `.`, `e` and `E`. */
const isPartOfNumber = (code: number): boolean =>
  isDigit(code) || code === 43 || code === 45 || code === 46 || code === 69 || code === 101

function revived(value: unknown, mark: string, revive: Marking['revive']): unknown {
  if (typeof value === 'string') return value.startsWith(mark) ? revive(value.slice(mark.length)) : value
  if (typeof value !== 'object' || value === null) return value
  const members = value as Record<string, unknown>
  for (const key of Object.keys(members)) {
    const before = members[key]
    const after = revived(before, mark, revive)
    // What is named __proto__ is a member of its own here, which an assignment would not reach.
    if (after !== before)
      Object.defineProperty(members, key, { value: after, writable: true, enumerable: true, configurable: true })
  }
  return value
}

function writeExactly(value: unknown, indent: number | undefined): string {
  const plain = JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? 0 : inner))
  const mark = markNotIn(plain)
  const text = JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? mark + inner : inner), indent)
  return text.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1')
}

function markNotIn(text: string): string {
  for (let at = 0; ; at++) if (!text.includes(`int${at}:`)) return `int${at}:`
}
