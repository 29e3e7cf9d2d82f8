/** The text form of label selectors: `a=b,c!=d,e in (x,y),!f,g`, with the grammar and the errors of apimachinery's labels.Parse. */
import { labelValueErrors, qualifiedNameErrors } from './names.js'
import type { LabelRequirement } from './selector.js'
import { badRequest } from './status.js'

type Kind = 'end' | 'comma' | 'open' | 'close' | 'not' | 'identifier' | 'operator'

interface Token {
  readonly kind: Kind
  readonly text: string
}

/** Each is asked of every object of a collection: more than this would let one list hold up all others. Our own limit. */
export const mostRequirements = 1000

export const tooManyRequirements = () => badRequest(`a selector may have at most ${mostRequirements} requirements`)

/** Throws 400 BadRequest. '' has no requirements and selects everything. */
export function parseLabelSelector(text: string): readonly LabelRequirement[] {
  const tokens = new Tokens(text)
  const requirements: LabelRequirement[] = []
  for (;;) {
    const next = tokens.peek()
    if (next.kind === 'end') return requirements
    if (next.kind !== 'identifier' && next.kind !== 'not') {
      throw badRequest(`found '${next.text}', expected: !, identifier, or 'end of string'`)
    }
    requirements.push(parseRequirement(tokens))
    if (requirements.length > mostRequirements) throw tooManyRequirements()
    const separator = tokens.take()
    if (separator.kind === 'end') return requirements
    if (separator.kind !== 'comma') {
      throw badRequest(`found '${separator.text}', expected: ',' or 'end of string'`)
    }
    const after = tokens.peek()
    if (after.kind !== 'identifier' && after.kind !== 'not') {
      throw badRequest(`found '${after.text}', expected: identifier after ','`)
    }
  }
}

const refused = (why: string) => badRequest(`unable to parse requirement: ${why}`)

function parseRequirement(tokens: Tokens): LabelRequirement {
  const negated = tokens.peek().kind === 'not'
  if (negated) tokens.take()
  const { kind, text: key } = tokens.take()
  if (kind !== 'identifier') throw refused(`found '${key}', expected: identifier`)
  const keyErrors = qualifiedNameErrors(key)
  if (keyErrors.length) throw refused(`<nil>: Invalid value: ${JSON.stringify(key)}: ${keyErrors.join('; ')}`)
  const next = tokens.peek()
  if (negated) return { key, operator: 'DoesNotExist', values: [] }
  if (next.kind === 'end' || next.kind === 'comma') return { key, operator: 'Exists', values: [] }
  return parseComparison(tokens, key)
}

const operators: Readonly<Record<string, LabelRequirement['operator']>> = {
  '=': 'In',
  '==': 'In',
  '!=': 'NotIn',
  in: 'In',
  notin: 'NotIn',
  '>': 'Gt',
  '<': 'Lt',
}

function parseComparison(tokens: Tokens, key: string): LabelRequirement {
  const { text } = tokens.take()
  const operator = Object.hasOwn(operators, text) ? operators[text] : undefined
  if (!operator) throw refused(`found '${text}', expected: in, notin, =, ==, !=, gt, lt`)
  const isList = text === 'in' || text === 'notin'
  const values = isList ? parseValues(tokens) : [parseExactValue(tokens)]
  if (operator === 'Gt' || operator === 'Lt') requireInteger(values[0]!)
  else requireLabelValues(values, key)
  const isEquality = !isList && operator !== 'Gt' && operator !== 'Lt'
  return { key, operator, values: asSet(values), ...(isEquality ? { isEquality } : {}) }
}

function requireInteger(value: string): void {
  if (/^[+-]?\d{1,19}$/.test(value)) return
  throw refused(
    `values[0]: Invalid value: ${JSON.stringify(value)}: for 'Gt', 'Lt' operators, the value must be an integer`,
  )
}

function requireLabelValues(values: readonly string[], key: string): void {
  for (const [at, value] of values.entries()) {
    const errors = labelValueErrors(value)
    if (errors.length === 0) continue
    throw refused(`values[${at}][${key}]: Invalid value: ${JSON.stringify(value)}: ${errors.join('; ')}`)
  }
}

/** Sorted, without repeats. */
function asSet(values: string[]): string[] {
  if (values.length < 2) return values
  values.sort()
  return values.filter((value, at) => at === 0 || value !== values[at - 1])
}

function parseExactValue(tokens: Tokens): string {
  const next = tokens.peek()
  if (next.kind === 'end' || next.kind === 'comma') return ''
  tokens.take()
  if (next.kind !== 'identifier') throw refused(`found '${next.text}', expected: identifier`)
  return next.text
}

/** `(x,y)`; as upstream, nothing between two commas is the empty value. */
function parseValues(tokens: Tokens): string[] {
  const open = tokens.take()
  if (open.kind !== 'open') throw refused(`found '${open.text}' expected: '('`)
  const values: string[] = []
  let empty = true
  let expected = "',', ')' or identifier"
  for (;;) {
    const token = tokens.take()
    if (token.kind === 'identifier' && empty) {
      values.push(token.text)
      empty = false
      expected = "',' or ')'"
    } else if (token.kind === 'comma') {
      if (empty) values.push('')
      empty = true
      expected = "',', or identifier"
    } else if (token.kind === 'close') {
      if (empty) values.push('')
      return values
    } else {
      throw refused(`found '${token.text}', expected: ${expected}`)
    }
  }
}

const codeOf = (letter: string): number => letter.charCodeAt(0)
const equals = codeOf('=')
const not = codeOf('!')

/** Of ASCII, what a character begins where no identifier does. */
const marks: readonly (Kind | 'space' | undefined)[] = Array.from({ length: 128 }, (_, code) =>
  markOf(String.fromCharCode(code)),
)

function markOf(letter: string): Kind | 'space' | undefined {
  if (' \t\r\n'.includes(letter)) return 'space'
  if ('=<>'.includes(letter)) return 'operator'
  return ({ ',': 'comma', '(': 'open', ')': 'close', '!': 'not' } as const)[letter]
}

class Tokens {
  readonly #text: string
  #at = 0
  #peeked: Token | undefined

  constructor(text: string) {
    this.#text = text
  }

  peek(): Token {
    this.#peeked ??= this.#read()
    return this.#peeked
  }

  take(): Token {
    const token = this.peek()
    this.#peeked = undefined
    return token
  }

  #read(): Token {
    const text = this.#text
    let start = this.#at
    while (marks[text.charCodeAt(start)] === 'space') start++
    if (start === text.length) return { kind: 'end', text: '' }
    const code = text.charCodeAt(start)
    const mark = marks[code] as Kind | undefined
    let end = start + 1
    if (!mark) while (end < text.length && marks[text.charCodeAt(end)] === undefined) end++
    else if ((code === equals || code === not) && text.charCodeAt(end) === equals) end++
    this.#at = end
    const isUnequal = mark === 'not' && end - start === 2
    return { kind: isUnequal ? 'operator' : (mark ?? 'identifier'), text: text.slice(start, end) }
  }
}
