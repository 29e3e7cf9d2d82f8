/**
 * Syntax that the parser lacks, taken out of the text before it and put back into its tree: members in backticks (a.`b-c`), optional entries of lists and maps (`[?x]`, `{?k: v}`).
 * What replaces them has their length, so that positions stay true.
 */
import type { Node } from './parse.js'

export interface Rewritten {
  readonly text: string
  /** Puts back what was taken out. */
  readonly restore: (tree: Node) => Node
}

/** Cost: one pass over a text that has a backtick or a question mark, nothing otherwise. */
export function withoutBeyond(text: string): Rewritten {
  if (!text.includes('`') && !text.includes('?')) return { text, restore: (tree) => tree }
  const scan = new Scan(text)
  scan.run()
  const { names, optional } = scan
  const restore = (tree: Node) => {
    if (names.size > 0 || optional.size > 0) walk(tree, { names, optional })
    return tree
  }
  return { text: scan.text, restore }
}

interface Open {
  readonly at: number
  /** A list or map that is written out, rather than an index or arguments. */
  readonly isLiteral: boolean
  entry: number
}

const quoted = /`[A-Za-z0-9_./ -]+`/y
const word = /[A-Za-z0-9_]+/y
const text = /[rRbB]{0,2}("""|'''|"|')/y

class Scan {
  /** What stands in for a member in backticks, and its name. */
  readonly names = new Map<string, string>()
  /** Where a literal begins, and which of its entries are optional. */
  readonly optional = new Map<number, Set<number>>()
  text: string
  #at = 0
  readonly #open: Open[] = []
  /** The last sign or word, spaces left out. */
  #before = ''

  constructor(written: string) {
    this.text = written
  }

  run(): void {
    while (this.#at < this.text.length) this.#step()
  }

  #step(): void {
    const sign = this.text[this.#at]!
    if (/\s/.test(sign)) this.#at++
    else if (sign === '/' && this.text[this.#at + 1] === '/') this.#at = this.#endOfLine()
    else if (sign === '`') this.#quoted()
    else if (!this.#string() && !this.#word()) this.#sign(sign)
  }

  #endOfLine(): number {
    const end = this.text.indexOf('\n', this.#at)
    return end < 0 ? this.text.length : end
  }

  #string(): boolean {
    text.lastIndex = this.#at
    const match = text.exec(this.text)
    if (!match) return false
    const isRaw = /r/i.test(match[0])
    const end = match[1]!
    let at = this.#at + match[0].length
    while (at < this.text.length && !this.text.startsWith(end, at)) at += this.text[at] === '\\' && !isRaw ? 2 : 1
    this.#at = at + end.length
    this.#before = 'text'
    return true
  }

  #word(): boolean {
    word.lastIndex = this.#at
    const match = word.exec(this.text)
    if (!match) return false
    this.#at += match[0].length
    this.#before = match[0]
    return true
  }

  #quoted(): void {
    quoted.lastIndex = this.#at
    const match = this.#before === '.' || this.#before === '.?' ? quoted.exec(this.text) : null
    if (!match) {
      this.#sign('`')
      return
    }
    const name = this.#standIn(match[0].length)
    this.names.set(name, match[0].slice(1, -1))
    this.#replace(match[0].length, name)
    this.#before = name
  }

  /** A name of that length that is nowhere in the text. */
  #standIn(length: number): string {
    for (let at = this.names.size; ; at++) {
      const name = `Q${at.toString(36)}`.padEnd(length, '_')
      if (name.length !== length) return 'Q'.repeat(length)
      if (!this.text.includes(name) && !this.names.has(name)) return name
    }
  }

  #replace(length: number, by: string): void {
    this.text = this.text.slice(0, this.#at) + by + this.text.slice(this.#at + length)
    this.#at += length
  }

  #sign(sign: string): void {
    const inner = this.#open.at(-1)
    if (sign === '?' && inner?.isLiteral && ['[', '{', ','].includes(this.#before)) {
      const entries = this.optional.get(inner.at) ?? new Set()
      this.optional.set(inner.at, entries.add(inner.entry))
      this.#replace(1, ' ')
      return
    }
    if (sign === '[' || sign === '(' || sign === '{') this.#begin(sign)
    else if (sign === ']' || sign === ')' || sign === '}') this.#open.pop()
    else if (sign === ',' && inner) inner.entry++
    this.#before = sign === '?' && this.#before === '.' ? '.?' : sign
    this.#at++
  }

  #begin(sign: string): void {
    const isOfValue = /^[\w\])}]+$/.test(this.#before) && this.#before !== 'in'
    this.#open.push({ at: this.#at, isLiteral: sign === '{' || (sign === '[' && !isOfValue), entry: 0 })
  }
}

function walk(part: unknown, found: Pick<Scan, 'names' | 'optional'>): void {
  if (Array.isArray(part)) {
    for (const each of part) walk(each, found)
    return
  }
  if (typeof part !== 'object' || part === null || !('op' in part)) return
  const node = part as { -readonly [K in keyof Node]: Node[K] }
  const { args } = node
  if ((node.op === '.' || node.op === '.?') && Array.isArray(args)) {
    const name = found.names.get(args[1] as string)
    if (name !== undefined) args[1] = name
  }
  const entries = node.op === 'list' || node.op === 'map' ? found.optional.get(node.pos) : undefined
  if (entries) node.optional = entries
  walk(args, found)
}
