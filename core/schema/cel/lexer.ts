/** CEL's words: an expression's text as tokens, after the language definition's lexis. */
import { CompileError } from './compile-error.js'
import { bytesOf, numberOf, textOf } from './literals.js'
import type { Value } from './values.js'

export interface Token {
  /** Signs and operators stand for themselves. */
  readonly kind: 'end' | 'name' | 'literal' | (string & {})
  readonly text: string
  readonly pos: number
  /** Of literals. */
  readonly value?: Value | bigint
}

const blank = /(?:[\t\n\f\r ]|\/\/[^\n]*)*/y
const name = /[_a-zA-Z][_a-zA-Z0-9]*/y
const number = /0[xX][0-9a-fA-F]+[uU]?|\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?|\d+[uU]?/y
const opening = /([bB]?)([rR]?)("""|'''|"|')/y
const sign = /[=!<>]=|&&|\|\||[-+*/%<>!()[\]{}.,:?]/y
const words: Readonly<Record<string, Value>> = { true: true, false: false, null: null }

/** Reads one token after the other. Throws CompileError for what is none. */
export class Lexer {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  next(): Token {
    this.#at += this.#match(blank)?.length ?? 0
    const pos = this.#at
    if (pos >= this.#text.length) return { kind: 'end', text: '<EOF>', pos }
    return this.#literalText(pos) ?? this.#name(pos) ?? this.#number(pos) ?? this.#other(pos)
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    return pattern.exec(this.#text)?.[0]
  }

  #take(pattern: RegExp): string | undefined {
    const found = this.#match(pattern)
    if (found !== undefined) this.#at += found.length
    return found
  }

  #literalText(pos: number): Token | undefined {
    opening.lastIndex = pos
    const match = opening.exec(this.#text)
    if (!match) return undefined
    const [begin, bytes, raw, quote] = match as unknown as [string, string, string, string]
    const inner = this.#quotedText(pos + begin.length, { quote, isRaw: raw !== '' })
    const text = this.#text.slice(pos, this.#at)
    const form = { isRaw: raw !== '', pos: pos + begin.length }
    return { kind: 'literal', text, pos, value: bytes ? bytesOf(inner, form) : textOf(inner, form) }
  }

  /** What stands between the quotes; the lexer is behind them then. */
  #quotedText(start: number, { quote, isRaw }: { readonly quote: string; readonly isRaw: boolean }): string {
    for (let at = start; at < this.#text.length; ) {
      if (this.#text.startsWith(quote, at)) {
        this.#at = at + quote.length
        return this.#text.slice(start, at)
      }
      const here = this.#text[at]!
      if (quote.length === 1 && (here === '\n' || here === '\r')) break
      at += here === '\\' && !isRaw ? 2 : 1
    }
    throw new CompileError('Syntax error: a text without its closing quote', start - quote.length)
  }

  #name(pos: number): Token | undefined {
    const text = this.#take(name)
    if (text === undefined) return undefined
    if (Object.hasOwn(words, text)) return { kind: 'literal', text, pos, value: words[text]! }
    return { kind: text === 'in' ? 'in' : 'name', text, pos }
  }

  #number(pos: number): Token | undefined {
    const text = this.#take(number)
    return text === undefined ? undefined : { kind: 'literal', text, pos, value: numberOf(text, pos) }
  }

  #other(pos: number): Token {
    const text = this.#take(sign)
    if (text !== undefined) return { kind: text, text, pos }
    const found = String.fromCodePoint(this.#text.codePointAt(pos)!)
    throw new CompileError(`Syntax error: token recognition error at: '${found}'`, pos)
  }
}
