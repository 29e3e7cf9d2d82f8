/** The front: an expression to its tree, and how what is wrong with one is shown. */
import { CompileError } from './compile-error.js'
import { parseExpression } from './grammar.js'

export { CompileError } from './compile-error.js'

/** A part of an expression; `args` depends on `op`. */
export interface Node {
  /** `value`, `id`, `.`, `.?`, `[]`, `[?]`, `&&`, `||`, `?:`, `-_`, `!_`, `list`, `map`, `object`, `call` (a function), `rcall` (of something), or an operator of two sides. */
  readonly op: string
  readonly args: unknown
  /** Where it stands in the text. */
  readonly pos: number
  /** Of a list, map or object: which entries are there only if their value is (`[?x]`). */
  readonly optional?: ReadonlySet<number>
}

/** Code points, upstream's limit. */
const maxLength = 100_000

/** Throws CompileError. */
export function parse(text: string): Node {
  if (text.length > maxLength) throw new CompileError(`expression code point size exceeds limit: ${maxLength}`, 0)
  try {
    return parseExpression(text)
  } catch (error) {
    if (error instanceof RangeError) throw new CompileError('Syntax error: nested too deeply', 0)
    throw error
  }
}

/** As cel-go shows an error: the line, and a mark below the place. */
export function showError({ message, pos }: CompileError, text: string): string {
  const before = text.slice(0, pos)
  const line = before.split('\n').length
  const column = pos - (before.lastIndexOf('\n') + 1)
  const shown = text.split('\n')[line - 1] ?? ''
  return `ERROR: <input>:${line}:${column + 1}: ${message}\n | ${shown}\n | ${'.'.repeat(column)}^`
}
