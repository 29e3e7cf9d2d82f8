/** People's regular expressions, in Go's syntax and in time linear in the text. */
import { RE2JS } from 're2js'

export type Pattern = (text: string) => boolean

/** Compiled ones that are kept: a schema that is used has its patterns looked up for every object. */
const mostKept = 1000
/** As upstream's regexp package bounds a program: longer ones are refused. */
const longest = 10_000

const kept = new Map<string, Pattern>()

/** Throws a SyntaxError for what is no pattern. Cost of a look-up: below a microsecond; of a new one: some tens. */
export function patternOf(source: string): Pattern {
  const known = kept.get(source)
  if (known) return known
  if (source.length > longest) throw new SyntaxError(`longer than ${longest} characters`)
  const pattern = compile(source)
  if (kept.size >= mostKept) kept.clear()
  kept.set(source, pattern)
  return pattern
}

function compile(source: string): Pattern {
  try {
    const compiled = RE2JS.compile(source)
    return (text) => compiled.matcher(text).find()
  } catch (error) {
    throw new SyntaxError(error instanceof Error ? error.message : String(error))
  }
}
