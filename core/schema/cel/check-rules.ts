/** Whether the rules of a schema may be used: they compile, and can't cost too much (limits as upstream). */
import type { SchemaNode } from '../schema-node.js'
import { fieldPathOf } from './field-path.js'
import { compileExpression, type Expression, RuleError, type WrittenRule } from './rule.js'
import { type RulePlace, rulePlaces } from './schema-rules.js'

/** Units that a rule may cost for all the places it is evaluated at, and all rules of a definition together. */
const ruleLimit = 10_000_000
const definitionLimit = 100_000_000

export interface RuleComplaints {
  required(field: string, why: string): void
  forbidden(field: string, why: string): void
  invalid(field: string, value: unknown, why: string): void
  unsupported(field: string, value: unknown, allowed: readonly string[]): void
}

/** `field`: where the schema stands. Cost: some 50 us a rule. */
export function checkRules(schema: SchemaNode, field: string, complaints: RuleComplaints): void {
  let total = 0
  const dear: string[] = []
  for (const place of rulePlaces(schema, field)) {
    place.rules.forEach((rule, at) => {
      const path = `${place.field}.x-kubernetes-validations[${at}]`
      const cost = checkRule(rule, { place, path, complaints })
      total += cost
      if (cost > ruleLimit / 10) dear.push(path)
    })
  }
  if (total <= definitionLimit) return
  for (const path of dear) complaints.forbidden(`${path}.rule`, 'is among the rules that are too dear together')
  complaints.forbidden(
    field,
    tooDear('x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema', total / definitionLimit),
  )
}

interface About {
  readonly place: RulePlace
  readonly path: string
  readonly complaints: RuleComplaints
}

const reasons = ['FieldValueRequired', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueDuplicate']

/** What the rule costs at most. */
function checkRule(written: WrittenRule, about: About): number {
  const { place, path, complaints } = about
  const { rule = '', message, reason, fieldPath } = written
  if (rule.trim() === '') {
    complaints.required(`${path}.rule`, 'rule is not specified')
    return 0
  }
  if (message !== undefined && message !== '' && message.trim() === '')
    complaints.invalid(`${path}.message`, message, 'message must be non-empty if specified')
  else if (message?.trim().includes('\n'))
    complaints.invalid(`${path}.message`, message, 'message must not contain line breaks')
  else if (rule.trim().includes('\n') && !message)
    complaints.required(`${path}.message`, 'message must be specified if rule contains line breaks')
  if (reason !== undefined && reason !== null && !reasons.includes(reason))
    complaints.unsupported(`${path}.reason`, reason, reasons)
  if (fieldPath && fieldPath.trim() === '')
    complaints.invalid(`${path}.fieldPath`, fieldPath, 'must be non-empty if specified')
  else if (fieldPath) checkFieldPath(fieldPath, about)
  if (!place.type) {
    complaints.invalid(`${path}.rule`, rule, 'compilation failed: the schema says no type here that a rule could see')
    return 0
  }
  const cost = checkExpression(rule, 'rule', { written, about })
  if (written.messageExpression === undefined) return cost
  return cost + checkExpression(written.messageExpression, 'messageExpression', { written, about })
}

function checkFieldPath(fieldPath: string, { place, path, complaints }: About): void {
  try {
    fieldPathOf(fieldPath.trim(), place.schema)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    complaints.invalid(`${path}.fieldPath`, fieldPath, `fieldPath must be a valid path: ${error.message}`)
  }
}

type Member = 'rule' | 'messageExpression'

function checkExpression(
  text: string,
  member: Member,
  { written, about }: { written: WrittenRule; about: About },
): number {
  const { place, path, complaints } = about
  const field = `${path}.${member}`
  if (text.trim() === '') {
    complaints.required(field, 'must be non-empty if specified')
    return 0
  }
  let expression: Expression
  const optionalOldSelf = written.optionalOldSelf === true
  try {
    const wanted = member === 'rule' ? 'bool' : 'string'
    expression = compileExpression(text, place.type!, { optionalOldSelf, wanted })
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    complaints.invalid(field, member === 'rule' ? { rule: text } : text, error.message)
    return 0
  }
  if (expression.usesOldSelf && place.uncorrelated !== undefined)
    complaints.invalid(
      field,
      text,
      `oldSelf cannot be used on the uncorrelatable portion of the schema within ${place.uncorrelated}`,
    )
  if (member === 'rule' && written.optionalOldSelf !== undefined && !expression.usesOldSelf)
    complaints.invalid(
      `${path}.optionalOldSelf`,
      written.optionalOldSelf,
      'may not be set if oldSelf is not used in rule',
    )
  const cost = expression.cost * place.most
  if (cost > ruleLimit)
    complaints.forbidden(
      field,
      tooDear(`estimated ${member === 'rule' ? 'rule' : 'messageExpression'} cost`, cost / ruleLimit),
    )
  return cost
}

function tooDear(what: string, times: number): string {
  const factor = times > 100 ? 'more than 100x' : times < 1.5 ? `${times.toFixed(6)}x` : `${times.toFixed(1)}x`
  return `${what} exceeds budget by factor of ${factor} (simplify the rule, or say maxItems, maxProperties and maxLength where lists, maps and strings are declared)`
}
