/** JSONPath as kubectl and printer columns write it, parsed in the manner of client-go's util/jsonpath (v0.36): what is odd there (`['a.b']` leads to `b` in `a`, `[]` is `[0]`) is so here. */
import { unquote } from './unquote.js'

/** What stands between the brackets of `[from:to:step]`. */
export interface Range {
  readonly from?: number
  readonly to?: number
  readonly step?: number
  /** One element: `to` is the one after `from`. */
  readonly single: boolean
}

export type Step =
  | { readonly is: 'field'; readonly name: string }
  | { readonly is: 'every' }
  | { readonly is: 'descent' }
  | { readonly is: 'range'; readonly range: Range }
  | { readonly is: 'union'; readonly paths: readonly (readonly Step[])[] }
  | { readonly is: 'filter'; readonly left: readonly Step[]; readonly compared?: Comparison }
  /** Takes the place of all values. */
  | { readonly is: 'text'; readonly text: string }
  /** Takes the place of each value. */
  | { readonly is: 'constant'; readonly value: number | boolean }
  | { readonly is: 'word'; readonly word: string }

export interface Comparison {
  readonly operator: string
  readonly right: readonly Step[]
}

const terminators = new Set(' \t\r\n.,[]$@{}')
const alphanumeric = /[_\p{L}\p{Nd}]/u

/** Characters of a path. Upstream has no limit; paths that people write have below a hundred. */
const longest = 10_000

/** The steps of a path without braces around it. Linear in its length. Throws TypeError for a text that is no path. */
export function parseSteps(text: string): readonly Step[] {
  if (text.length > longest) throw new TypeError(`no JSONPath, longer than ${longest} characters`)
  return new Parser(text).steps()
}

class Parser {
  readonly #text: string
  readonly #steps: Step[] = []
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  steps(): readonly Step[] {
    while (this.#at < this.#text.length) this.#step()
    return this.#steps
  }

  #fail(why: string): never {
    throw new TypeError(`no JSONPath, ${why}: ${this.#text}`)
  }

  #step(): void {
    const text = this.#text
    const char = text[this.#at]!
    if (text.startsWith('[?(', this.#at)) this.#filter()
    else if (text.startsWith('..', this.#at)) this.#descent()
    else if (char === '[') this.#brackets()
    else if (char === '"' || char === "'") this.#quoted(char)
    else if (char === '.') this.#field(this.#at + 1)
    else if (char === ' ' || char === '@' || char === '$') this.#at++
    else if (/[-+\p{Nd}]/u.test(char)) this.#number()
    else if (alphanumeric.test(char)) this.#word()
    else this.#fail(`${JSON.stringify(char)} begins no step`)
  }

  #field(from: number): void {
    const [name, end] = this.#until(from, true)
    this.#at = end
    this.#steps.push(name === '*' ? { is: 'every' } : { is: 'field', name: name.replaceAll('\\', '') })
  }

  #descent(): void {
    if (this.#steps.at(-1)?.is === 'descent') this.#fail('one descent follows another')
    this.#steps.push({ is: 'descent' })
    this.#at += 2
    if (alphanumeric.test(this.#text[this.#at] ?? '')) this.#field(this.#at)
  }

  #word(): void {
    const [word, end] = this.#until(this.#at, false)
    this.#at = end
    const isBoolean = word === 'true' || word === 'false'
    this.#steps.push(isBoolean ? { is: 'constant', value: word === 'true' } : { is: 'word', word })
  }

  #number(): void {
    let end = this.#at + 1
    while (/[\d.]/.test(this.#text[end] ?? '')) end++
    const said = this.#text.slice(this.#at, end)
    if (!/^[-+]?\d/.test(said) || Number.isNaN(Number(said))) this.#fail(`${said} is no number`)
    this.#at = end
    this.#steps.push({ is: 'constant', value: Number(said) })
  }

  #quoted(quote: string): void {
    for (let end = this.#at + 1; end < this.#text.length && this.#text[end] !== '\n'; end++) {
      if (this.#text[end] !== quote || this.#text[end - 1] === '\\') continue
      this.#steps.push({ is: 'text', text: unquote(this.#text.slice(this.#at, end + 1)) })
      this.#at = end + 1
      return
    }
    this.#fail('a quotation mark is missing')
  }

  #brackets(): void {
    const end = this.#text.indexOf(']', this.#at)
    const inside = this.#text.slice(this.#at + 1, end)
    if (end < 0 || inside.includes('\n')) this.#fail('] is missing')
    this.#at = end + 1
    const parts = inside.split(',')
    if (parts.length > 1) {
      this.#steps.push({ is: 'union', paths: parts.map((part) => parseSteps(`[${part.replace(/^ +| +$/g, '')}]`)) })
      return
    }
    const name = /^'([^']*)'$/.exec(inside)?.[1]
    if (name !== undefined) this.#steps.push(...parseSteps(`.${name}`))
    else this.#steps.push({ is: 'range', range: this.#range(inside) })
  }

  #range(inside: string): Range {
    const said = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/.exec(inside === '*' ? ':' : inside)
    if (!said) this.#fail(`[${inside}] is neither a place nor a name in single quotation marks`)
    const [from, to, step] = said.slice(1).map((part = '') => {
      const digits = part.replace(':', '')
      if (digits === '') return undefined
      return Number.isSafeInteger(Number(digits)) ? Number(digits) : this.#fail(`${digits} is no whole number`)
    })
    const single = said[2] === undefined
    return {
      ...(from === undefined ? {} : { from }),
      ...(single ? { to: (from ?? 0) + 1 } : to === undefined ? {} : { to }),
      ...(step === undefined ? {} : { step }),
      single,
    }
  }

  #filter(): void {
    const from = this.#at + '[?('.length
    const end = this.#endOfFilter(from)
    if (this.#text[end + 1] !== ']') this.#fail('] is missing behind the condition')
    this.#at = end + 2
    const condition = this.#text.slice(from, end)
    const said = /^([^!<>=]+)([!<>=]+)(.+)$/s.exec(condition)
    if (!said) this.#steps.push({ is: 'filter', left: parseSteps(condition) })
    else {
      const compared = { operator: said[2]!, right: parseSteps(said[3]!) }
      this.#steps.push({ is: 'filter', left: parseSteps(said[1]!), compared })
    }
  }

  /** The first parenthesis that closes outside of quotation marks. */
  #endOfFilter(from: number): number {
    let pair = ''
    let isClosed = true
    for (let at = from; at < this.#text.length && this.#text[at] !== '\n'; at++) {
      const char = this.#text[at]!
      if (char === ')' && isClosed) return at
      if (char !== '"' && char !== "'") continue
      if (!pair) {
        pair = char
        isClosed = false
      } else if (char === pair && this.#text[at - 1] !== '\\') isClosed = true
    }
    return this.#fail(') is missing')
  }

  #until(from: number, escapes: boolean): readonly [string, number] {
    let at = from
    while (at < this.#text.length && !terminators.has(this.#text[at]!)) at += escapes && this.#text[at] === '\\' ? 2 : 1
    return [this.#text.slice(from, at), Math.min(at, this.#text.length)]
  }
}
