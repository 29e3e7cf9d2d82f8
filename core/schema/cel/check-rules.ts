/** Whether the rules of a schema may be used: they compile, and can't cost too much (limits as upstream). */
import type { SchemaNode } from '../schema-node.js'
import { fieldPathOf } from './field-path.js'
import { compileExpression, type Expression, RuleError, type WrittenRule } from './rule.js'
import { type RulePlace, rulePlaces } from './schema-rules.js'

/** Units that a rule may cost for all the places it is evaluated at, and all rules of a definition together. */
const ruleLimit = 10_000_000
const definitionLimit = 100_000_000

export interface RuleComplaints {
  aside(find: () => void): void
  required(field: string, why: string): void
  forbidden(field: string, why: string): void
  invalid(field: string, value: unknown, why: string): void
  unsupported(field: string, value: unknown, allowed: readonly string[]): void
}

interface Dear {
  readonly field: string
  readonly cost: number
}

/** Of what costs too much together, so many are named. */
const mostNamed = 4

/** `field`: where the schema stands. `blocked`: fields that are wrong already: no rule is compiled there, or above. Cost: some 50 us a rule. */
export function checkRules(
  schema: SchemaNode,
  field: string,
  { complaints, blocked }: { readonly complaints: RuleComplaints; readonly blocked: readonly string[] },
): void {
  let total = 0
  const dear: Dear[] = []
  const spend = (path: string, cost: number): void => {
    total += cost
    if (cost >= ruleLimit / 10) dear.push({ field: path, cost })
  }
  for (const place of rulePlaces(schema, field)) {
    if (blocked.some((wrong) => wrong.startsWith(`${place.field}.`))) continue
    place.rules.forEach((rule, at) => {
      const path = `${place.field}.x-kubernetes-validations[${at}]`
      checkRule(rule, { place, path, complaints, spend })
    })
  }
  if (total <= definitionLimit) return
  for (const each of dear.sort((a, b) => b.cost - a.cost).slice(0, mostNamed))
    complaints.forbidden(each.field, 'is among the rules that are too dear together')
  complaints.forbidden(
    field,
    tooDear('the estimated cost of all rules of the schema together', total / definitionLimit),
  )
}

interface About {
  readonly place: RulePlace
  readonly path: string
  readonly complaints: RuleComplaints
  readonly spend: (path: string, cost: number) => void
}

const reasons = ['FieldValueRequired', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueDuplicate']

/** How the rules of one node are written, whatever they say: asked of each node, also where nothing is compiled. */
export function checkWrittenRules(node: SchemaNode, field: string, complaints: RuleComplaints): void {
  const rules = node['x-kubernetes-validations']
  if (!Array.isArray(rules)) return
  complaints.aside(() =>
    rules.forEach((rule: WrittenRule, at) => {
      const path = `${field}.x-kubernetes-validations[${at}]`
      checkWords(rule, path, complaints)
      checkFieldPath(rule, path, { node, complaints })
    }),
  )
}

const blank = 'must say something, or be left out'
const severalLines = 'must be one line'

const hasLines = (text: string): boolean => /[\n\r]/.test(text)

function checkWords(
  { rule = '', message, messageExpression, reason }: WrittenRule,
  path: string,
  complaints: RuleComplaints,
): void {
  const said = message?.trim() ?? ''
  if (rule.trim() === '') complaints.required(`${path}.rule`, 'write what must hold, as in self.size() > 0')
  else if (message && said === '') complaints.invalid(`${path}.message`, message, blank)
  else if (hasLines(said)) complaints.invalid(`${path}.message`, message, severalLines)
  else if (hasLines(rule.trim()) && said === '')
    complaints.required(`${path}.message`, 'a rule of several lines needs a message to be told by')
  if (messageExpression && messageExpression.trim() === '') complaints.required(`${path}.messageExpression`, blank)
  if (reason !== undefined && reason !== null && !reasons.includes(reason))
    complaints.unsupported(`${path}.reason`, reason, reasons)
}

function checkFieldPath(
  { fieldPath }: WrittenRule,
  path: string,
  { node, complaints }: { readonly node: SchemaNode; readonly complaints: RuleComplaints },
): void {
  if (!fieldPath) return
  const field = `${path}.fieldPath`
  if (fieldPath.trim() === '') complaints.invalid(field, fieldPath, blank)
  if (hasLines(fieldPath)) complaints.invalid(field, fieldPath, severalLines)
  try {
    fieldPathOf(fieldPath, node)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    complaints.invalid(field, fieldPath, `fieldPath must be a valid path: ${error.message}`)
  }
}

/** What a message says is looked at when the rule itself is right. */
function checkRule(written: WrittenRule, about: About): void {
  const { place, path, complaints } = about
  const { rule = '', messageExpression } = written
  if (!place.type) {
    complaints.invalid(`${path}.rule`, rule, 'compilation failed: the schema says no type here that a rule could see')
    return
  }
  const isRight = checkExpression(rule, 'rule', { written, about })
  // As upstream, which knows of no oldSelf in what it can't read.
  if (!isRight) refuseOptional(written, about)
  if (isRight && messageExpression) checkExpression(messageExpression, 'messageExpression', { written, about })
}

type Member = 'rule' | 'messageExpression'

function checkExpression(
  text: string,
  member: Member,
  { written, about }: { written: WrittenRule; about: About },
): boolean {
  const { place, path, complaints } = about
  const field = `${path}.${member}`
  const isRule = member === 'rule'
  const optionalOldSelf = written.optionalOldSelf === true
  let expression: Expression
  try {
    expression = compileExpression(text, place.type!, { optionalOldSelf, wanted: isRule ? 'bool' : 'string' })
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    complaints.invalid(field, isRule ? { rule: text } : text, error.message)
    return false
  }
  // A message is made once, for the value that is wrong.
  const cost = isRule ? expression.cost * place.most : expression.cost
  if (cost > ruleLimit)
    complaints.forbidden(field, tooDear(`estimated ${isRule ? 'rule' : 'messageExpression'} cost`, cost / ruleLimit))
  about.spend(field, cost)
  if (isRule) checkOldSelf(expression, written, about)
  return true
}

function refuseOptional({ optionalOldSelf }: WrittenRule, { path, complaints }: About): void {
  if (optionalOldSelf === undefined) return
  complaints.invalid(`${path}.optionalOldSelf`, optionalOldSelf, 'leave it out, or use oldSelf in the rule')
}

function checkOldSelf({ usesOldSelf }: Expression, { rule, optionalOldSelf }: WrittenRule, about: About): void {
  const { place, path, complaints } = about
  if (!usesOldSelf) refuseOptional({ optionalOldSelf }, about)
  if (usesOldSelf && place.uncorrelated !== undefined)
    complaints.invalid(
      `${path}.rule`,
      rule,
      `oldSelf cannot be used on the uncorrelatable portion of the schema within ${place.uncorrelated}`,
    )
}

function tooDear(what: string, times: number): string {
  const factor = times > 100 ? 'more than 100x' : times < 1.5 ? `${times.toFixed(6)}x` : `${times.toFixed(1)}x`
  return `${what} exceeds budget by factor of ${factor} (simplify the rule, or say maxItems, maxProperties and maxLength where lists, maps and strings are declared)`
}
