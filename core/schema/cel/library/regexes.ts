/** Patterns (RE2), matched in time linear in the text. */
import { RE2JS } from 're2js'
import { CelError } from '../budget.js'
import { matching } from '../price.js'
import { type Overload, overload } from '../signature.js'
import { ListValue } from '../values.js'

const known = new Map<string, RE2JS>()
/** A pattern that is no literal is made anew for each value. */
const mostKnown = 200
/** As patterns of schemas. */
const longest = 10_000

/** Throws CelError for what is no pattern. */
export function patternOf(text: string): RE2JS {
  let pattern = known.get(text)
  if (pattern) return pattern
  if (text.length > longest) throw new CelError(`error parsing regexp: longer than ${longest} characters`)
  try {
    pattern = RE2JS.compile(text)
  } catch (error) {
    throw new CelError(`error parsing regexp: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (known.size >= mostKnown) known.clear()
  known.set(text, pattern)
  return pattern
}

const cost = (text?: number, pattern?: number) => matching(text!, pattern!)

function findAll(text: string, pattern: string, most: bigint): ListValue {
  const found: string[] = []
  const matcher = patternOf(pattern).matcher(text)
  while ((most < 0n || found.length < most) && matcher.find()) found.push(matcher.group() ?? '')
  return ListValue.of(found)
}

export const regexes: readonly Overload[] = [
  ...['string.matches(string): bool', 'matches(string, string): bool'].map((text) =>
    overload(text, ([a, b]: [string, string]) => patternOf(b).matcher(a).find(), { cost }),
  ),
  overload(
    'string.find(string): string',
    ([a, b]: [string, string]) => {
      const matcher = patternOf(b).matcher(a)
      return matcher.find() ? (matcher.group() ?? '') : ''
    },
    { cost },
  ),
  overload('string.findAll(string): list<string>', ([a, b]: [string, string]) => findAll(a, b, -1n), { cost }),
  overload(
    'string.findAll(string, int): list<string>',
    ([a, b, most]: [string, string, bigint]) => findAll(a, b, most),
    { cost },
  ),
]
