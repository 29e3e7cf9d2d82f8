/** Texts: CEL's own functions and its strings extension. Positions count code points. */

import { escapes } from '../../../meta/index.js'
import { type Budget, CelError } from '../budget.js'
import { traversal } from '../price.js'
import { type Cost, type Overload, overload } from '../signature.js'
import { ListValue } from '../values.js'
import { formatText } from './text-format.js'

const once: Cost = (size) => traversal(size!)
/** Charged where it runs. */
const free: Cost = () => 0
const twice: Cost = (size) => traversal(2 * size!)

/** Texts without surrogates are their own code points. */
const points = (text: string): ArrayLike<string> & { slice(from: number, to?: number): readonly string[] | string } =>
  /[\ud800-\udfff]/.test(text) ? Array.from(text) : text
const textOf = (part: readonly string[] | string) => (typeof part === 'string' ? part : part.join(''))

const within = (at: bigint, length: number): number => {
  if (at < 0n || at > BigInt(length)) throw new CelError(`index out of range: ${at}`)
  return Number(at)
}

function substring(text: string, from: bigint, to?: bigint): string {
  const all = points(text)
  const [start, end] = [within(from, all.length), to === undefined ? all.length : within(to, all.length)]
  if (start > end) throw new CelError(`invalid substring range. start: ${from}, end: ${to}`)
  return textOf(all.slice(start, end))
}

const pointsBefore = (text: string, unit: number): bigint => BigInt(points(text.slice(0, unit)).length)

/** As cel-go: nothing stands wherever it is looked for, and behind the end there is nothing. */
function indexOf(text: string, part: string, from = 0n): bigint {
  const all = points(text)
  if (part === '') return from
  if (from >= all.length) return -1n
  const start = textOf(all.slice(0, within(from, all.length))).length
  const found = text.indexOf(part, start)
  return found < 0 ? -1n : pointsBefore(text, found)
}

function lastIndexOf(text: string, part: string, from?: bigint): bigint {
  const all = points(text)
  if (from !== undefined && part === '') return from
  if (from !== undefined && from >= all.length) return -1n
  const start = from === undefined ? text.length : textOf(all.slice(0, within(from, all.length))).length
  const found = text.lastIndexOf(part, start)
  return found < 0 ? -1n : pointsBefore(text, found)
}

/** How large the result is, is known before it is made. */
function replace([text, from, to]: [string, string, string], budget: Budget, most = -1n): string {
  if (most === 0n) return text
  const pieces = from === '' ? ['', ...Array.from(text), ''] : text.split(from)
  const cut = pieces.length - 1
  const times = most < 0n || most > BigInt(cut) ? cut : Number(most)
  budget.work((times * to.length) / 10)
  return (
    pieces.slice(0, times + 1).join(to) +
    pieces
      .slice(times + 1)
      .map((piece) => from + piece)
      .join('')
  )
}

function split(text: string, by: string, most = -1n): ListValue {
  if (most === 0n) return ListValue.of([])
  const all = by === '' ? Array.from(text) : text.split(by)
  if (most < 0n || BigInt(all.length) <= most) return ListValue.of(all)
  const kept = Number(most) - 1
  return ListValue.of([...all.slice(0, kept), all.slice(kept).join(by)])
}

function join(list: ListValue, by: string, budget: Budget): string {
  const parts: string[] = []
  let length = 0
  for (const each of list) {
    if (typeof each !== 'string') throw new CelError('no such overload')
    length += each.length
    budget.work(1)
    parts.push(each)
  }
  length += by.length * Math.max(0, parts.length - 1)
  // What is made is gone over twice.
  budget.add(traversal(2 * length))
  return parts.join(by)
}

function charAt(text: string, at: bigint): string {
  const all = points(text)
  return all[within(at, all.length)] ?? ''
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is escaped
const quote = (text: string) => `"${text.replace(/[\x07\b\f\n\r\t\v\\"]/g, (each) => escapes[each]!)}"`

type Two = [string, string]

/** Costs by bytes; what is left of a tenth does not count. */
const searching = (text: string, run: (text: string, part: string, from?: bigint) => bigint): Overload =>
  overload(
    text,
    (args: [string, string, bigint], budget) => {
      budget.add(Math.floor(Buffer.byteLength(args[0]) / 10))
      return run(...args)
    },
    { cost: free },
  )

/** What Go takes for space. */
const blank = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && blank.test(text[from]!)) from++
  while (to > from && blank.test(text[to - 1]!)) to--
  return text.slice(from, to)
}

export const strings: readonly Overload[] = [
  overload('string.contains(string): bool', ([a, b]: Two) => a.includes(b), {
    cost: (a, b) => traversal(a!) * traversal(b!),
  }),
  overload('string.startsWith(string): bool', ([a, b]: Two) => a.startsWith(b), { cost: once }),
  overload('string.endsWith(string): bool', ([a, b]: Two) => a.endsWith(b), { cost: once }),
  overload('string.charAt(int): string', ([a, at]: [string, bigint]) => charAt(a, at)),
  searching('string.indexOf(string): int', indexOf),
  searching('string.indexOf(string, int): int', indexOf),
  searching('string.lastIndexOf(string): int', lastIndexOf),
  searching('string.lastIndexOf(string, int): int', lastIndexOf),
  overload('string.lowerAscii(): string', ([a]: [string]) => a.replace(/[A-Z]+/g, (each) => each.toLowerCase()), {
    cost: once,
  }),
  overload('string.upperAscii(): string', ([a]: [string]) => a.replace(/[a-z]+/g, (each) => each.toUpperCase()), {
    cost: once,
  }),
  overload('string.trim(): string', ([a]: [string]) => trimmed(a), { cost: once }),
  overload('string.substring(int): string', ([a, from]: [string, bigint]) => substring(a, from), { cost: once }),
  overload('string.substring(int, int): string', (args: [string, bigint, bigint]) => substring(...args), {
    cost: once,
  }),
  overload(
    'string.replace(string, string): string',
    (args: [string, string, string], budget) => replace(args, budget),
    {
      cost: twice,
    },
  ),
  overload(
    'string.replace(string, string, int): string',
    ([text, from, to, most]: [string, string, string, bigint], budget) => replace([text, from, to], budget, most),
    { cost: twice },
  ),
  overload('string.split(string): list<string>', ([a, b]: Two) => split(a, b), { cost: twice }),
  overload('string.split(string, int): list<string>', (args: [string, string, bigint]) => split(...args), {
    cost: twice,
  }),
  overload('list<string>.join(): string', ([list]: [ListValue], budget) => join(list, '', budget), { cost: free }),
  overload('list<string>.join(string): string', ([list, by]: [ListValue, string], budget) => join(list, by, budget), {
    cost: free,
  }),
  overload(
    'string.format(list<dyn>): string',
    ([text, args]: [string, ListValue], budget) => formatText(text, args, budget),
    {
      cost: once,
    },
  ),
  overload('@strings.quote(string): string', ([a]: [string]) => quote(a), { cost: once }),
]
