/** One rule against one value. */
import { writeJson } from '../../kit/index.js'
import type { StatusCause } from '../../meta/index.js'
import { Budget, CelError, CelStopped, outOfBudget } from './budget.js'
import type { Expression, WrittenRule } from './rule.js'
import { OptionalValue, type Value } from './values.js'

export interface CompiledRule {
  readonly written: WrittenRule
  readonly test: Expression
  readonly message?: Expression
  /** Why it can't be evaluated. */
  readonly broken?: string
  /** Behind the place's own path. */
  readonly path: string
  /** What errors show as the value: the type, quoted. */
  readonly shown: string
}

/** What is left of the object's budget; below 0: nothing more is evaluated. */
export interface Purse {
  left: number
  /** What may be spent in this thread; left out: all. */
  here?: number
}

interface About {
  readonly self: Value
  /** As it stands in the object. */
  readonly value: unknown
  readonly oldSelf: Value | undefined
  readonly path: string
  readonly purse: Purse
}

export interface Broken {
  readonly cause: StatusCause
  /** The rule has said no; otherwise it had no answer. */
  readonly isAnswer: boolean
}

/** What is wrong, if anything. */
export function evaluateRule(rule: CompiledRule, about: About): Broken | undefined {
  const { written, shown } = rule
  const said = (written.message || written.rule || '').trim()
  const invalid = (why: string): Broken => ({
    cause: { reason: 'FieldValueInvalid', message: `Invalid value: ${shown}: ${why}`, field: about.path || '<nil>' },
    isAnswer: false,
  })
  if (rule.broken) return invalid(`rule compile error: ${rule.broken}`)
  const result = run(rule.test, rule, about)
  if (about.purse.left < 0) {
    if (result instanceof CelStopped)
      return invalid(
        `'${result.message}': no further validation rules will be run due to call cost exceeds limit for rule: ${said}`,
      )
    return invalid(outOfBudget)
  }
  if (result instanceof CelError) {
    if (result.message.startsWith('no such overload'))
      return invalid(
        `'${result.message}': call arguments did not match a supported operator, function or macro signature for rule: ${said}`,
      )
    return invalid(`${result.message} evaluating rule: ${said}`)
  }
  if (result === true) return undefined
  const message = messageOf(rule, about)
  if (about.purse.left < 0) return invalid(outOfBudget)
  const told = message ?? (written.message ? said : `failed rule: ${said}`)
  return { cause: worded(rule, { message: told, about }), isAnswer: true }
}

/** A value, or why there is none; takes the cost from the purse, all of it when the call was stopped. Throws RulesTooDear. */
function run(expression: Expression, { written }: CompiledRule, about: About): Value | CelError | CelStopped {
  const { self, oldSelf, purse } = about
  const budget = new Budget(purse.here)
  const old = written.optionalOldSelf === true ? new OptionalValue(oldSelf) : oldSelf
  try {
    return expression.run({ budget, slots: old === undefined ? [self] : [self, old] })
  } catch (error) {
    if (error instanceof CelStopped) {
      purse.left = -1
      return error
    }
    if (error instanceof CelError) return error
    if (error instanceof RangeError) return new CelError('value is too large or nested too deeply')
    throw error
  } finally {
    purse.left -= budget.spent
    if (purse.here !== undefined) purse.here -= budget.spent
  }
}

/** Bytes. */
const longestMessage = 5120

function messageOf(rule: CompiledRule, about: About): string | undefined {
  if (!rule.message) return undefined
  const made = run(rule.message, rule, about)
  if (typeof made !== 'string') return undefined
  const text = made.trim()
  return text && !text.includes('\n') && Buffer.byteLength(text) <= longestMessage ? text : undefined
}

function worded(
  { written, path: behind }: CompiledRule,
  { message, about: { path, value } }: { readonly message: string; readonly about: About },
): StatusCause {
  // Upstream shows what is short: no objects and lists, and nothing of another place.
  const isShown = behind === '' && (typeof value !== 'object' || value === null)
  const shown = isShown ? `: ${writeJson(value)}` : ''
  const joined = path === '' && behind.startsWith('.') ? behind.slice(1) : path + behind
  const field = joined || '<nil>'
  switch (written.reason) {
    case 'FieldValueForbidden':
      return { reason: written.reason, message: `Forbidden: ${message}`, field }
    case 'FieldValueRequired':
      return { reason: written.reason, message: `Required value: ${message}`, field }
    case 'FieldValueDuplicate':
      return { reason: written.reason, message: `Duplicate value${shown}`, field }
    default:
      return { reason: 'FieldValueInvalid', message: `Invalid value${shown}: ${message}`, field }
  }
}
