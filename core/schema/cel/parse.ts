/** The front: an expression to its tree, by @marcbachmann/cel-js. Nothing of the library but its parser is used. */
import { Environment, ParseError } from '@marcbachmann/cel-js'
import { withoutBeyond } from './beyond.js'

/** `op` is the library's word for what stands here; `args` depends on it. */
export interface Node {
  readonly op: string
  readonly args: unknown
  /** Where it stands in the text. */
  readonly pos: number
  /** Of a list or map: which entries are there only if their value is (`[?x]`). */
  readonly optional?: ReadonlySet<number>
}

/** What is wrong with an expression, and where. */
export class CompileError extends Error {
  readonly pos: number
  constructor(message: string, pos: number) {
    super(message)
    this.pos = pos
  }
}

const environment = new Environment({
  unlistedVariablesAreDyn: true,
  enableOptionalTypes: true,
  limits: { maxDepth: 250, maxAstNodes: 20_000 },
})

/** Code points, upstream's limit. */
const maxLength = 100_000

/** Throws CompileError. */
export function parse(text: string): Node {
  if (text.length > maxLength) throw new CompileError(`expression code point size exceeds limit: ${maxLength}`, 0)
  try {
    const { text: plain, restore } = withoutBeyond(text)
    return restore(environment.parse(plain).ast as unknown as Node)
  } catch (error) {
    if (error instanceof ParseError)
      throw new CompileError(`Syntax error: ${summaryOf(error)}`, error.range?.start ?? 0)
    if (error instanceof RangeError) throw new CompileError('Syntax error: nested too deeply', 0)
    throw error
  }
}

const summaryOf = (error: ParseError) => (error as { summary?: string }).summary ?? error.message.split('\n')[0]!

/** As cel-go shows an error: the line, and a mark below the place. */
export function showError({ message, pos }: CompileError, text: string): string {
  const before = text.slice(0, pos)
  const line = before.split('\n').length
  const column = pos - (before.lastIndexOf('\n') + 1)
  const shown = text.split('\n')[line - 1] ?? ''
  return `ERROR: <input>:${line}:${column + 1}: ${message}\n | ${shown}\n | ${'.'.repeat(column)}^`
}
