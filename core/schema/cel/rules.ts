/** Evaluates a schema's rules over an object: parents first, each with what stood there before, all within one budget. */
import { isMembers, writeJson } from '../../kit/index.js'
import type { KubeObject, StatusCause } from '../../meta/index.js'
import { elementIdentity } from '../custom/element-identity.js'
import { sameValue } from '../custom/same-value.js'
import { type Members, memberPath } from '../custom/shape.js'
import type { SchemaNode } from '../schema-node.js'
import { CelError } from './budget.js'
import { type CompiledRule, evaluateRule, type Purse } from './evaluate-rule.js'
import { fieldPathOf } from './field-path.js'
import { fromJson } from './from-json.js'
import { compileExpression, RuleError, type WrittenRule } from './rule.js'
import { type RulePlace, rulePlaces } from './schema-rules.js'
import { type CelType, plain } from './types.js'
import type { Value } from './values.js'

/** Throws RulesTooDear. */
export type RuleChecker = (object: KubeObject, old: KubeObject | undefined, asking?: Asking) => readonly StatusCause[]

export interface Asking {
  /** Told what is wrong and not held against the object, as it was so before. */
  readonly warn?: ((message: string) => void) | undefined
  /** Units that may be spent in this thread; left out: all that upstream allows. */
  readonly here?: number | undefined
}

/** Units for all rules of one object, as upstream. */
const objectBudget = 10_000_000

/** Undefined when the schema has no rules. Cost: some 50 us a rule, paid at the first object. */
export function compileRules(schema: SchemaNode): RuleChecker | undefined {
  const ruled = new Map<SchemaNode, Ruled>()
  for (const place of rulePlaces(schema)) ruled.set(place.schema, compilePlace(place))
  if (ruled.size === 0) return undefined
  const looked = new Set<SchemaNode>()
  markLooked(schema, { ruled, looked })
  return (object, old, { warn = () => {}, here } = {}) => {
    const purse = { left: objectBudget, ...(here === undefined ? {} : { here }) }
    const walk: Walk = { ruled, looked, purse, causes: [], warn }
    check({ schema, value: object, old, path: '', above: undefined }, walk)
    return walk.causes
  }
}

const never = { path: '', test: { type: plain('bool'), cost: 0, usesOldSelf: false, run: () => false } } as const

interface Ruled {
  readonly place: RulePlace
  readonly rules: readonly CompiledRule[]
}

function compilePlace(place: RulePlace): Ruled {
  const rules = place.rules.flatMap((written): CompiledRule[] => {
    if (!place.type || !written.rule) return []
    try {
      return [compileRule(written, place, place.type)]
    } catch (error) {
      if (!(error instanceof RuleError)) throw error
      return [{ ...never, written, broken: error.message, shown: writeJson(place.schema.type ?? '') }]
    }
  })
  return { place, rules }
}

/** Throws RuleError: for a rule that was stored before this server could tell that it can't be used. */
function compileRule(written: WrittenRule, place: RulePlace, type: CelType): CompiledRule {
  const optionalOldSelf = written.optionalOldSelf === true
  const test = compileExpression(written.rule!, type, { optionalOldSelf, wanted: 'bool' })
  const { messageExpression, fieldPath } = written
  const message = messageExpression && compileExpression(messageExpression, type, { optionalOldSelf, wanted: 'string' })
  return {
    written,
    test,
    ...(message ? { message } : {}),
    path: fieldPath ? fieldPathOf(fieldPath.trim(), place.schema) : '',
    shown: writeJson(place.schema.type ?? ''),
  }
}

/** Only parts with rules in or below them are walked. */
function markLooked(schema: SchemaNode, about: Pick<Walk, 'ruled'> & { readonly looked: Set<SchemaNode> }): boolean {
  const inner = [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties]
  let any = about.ruled.has(schema)
  for (const each of inner) if (isMembers(each) && markLooked(each as SchemaNode, about)) any = true
  if (any) about.looked.add(schema)
  return any
}

interface Walk {
  readonly ruled: ReadonlyMap<SchemaNode, Ruled>
  readonly looked: ReadonlySet<SchemaNode>
  readonly purse: Purse
  readonly causes: StatusCause[]
  readonly warn: (message: string) => void
}

interface At {
  readonly schema: SchemaNode
  readonly value: unknown
  readonly old: unknown
  readonly path: string
  readonly above: At | undefined
}

function check(at: At, walk: Walk): void {
  const { schema, value } = at
  if (value === null || value === undefined || !walk.looked.has(schema)) return
  const ruled = walk.ruled.get(schema)
  if (ruled && !evaluate(ruled, at, walk)) return
  if (Array.isArray(value)) checkElements(schema, value, { at, walk })
  else if (isMembers(value)) checkMembers(schema, value, { at, walk })
}

/** False: the budget is spent. */
function evaluate({ place, rules }: Ruled, at: At, walk: Walk): boolean {
  const type = place.type!
  const hasOld = at.old !== undefined && at.old !== null
  if (rules.length === 0) return walk.purse.left >= 0
  const self = readAs(type, at.value)
  const oldSelf = hasOld ? readAs(type, at.old) : undefined
  if (self instanceof CelError || oldSelf instanceof CelError) {
    const { message } = self instanceof CelError ? self : (oldSelf as CelError)
    const told = `Invalid value: ${writeJson(place.schema.type ?? '')}: ${message}`
    if (!isUnchanged(at)) walk.causes.push({ reason: 'FieldValueInvalid', message: told, field: at.path || '<nil>' })
    return true
  }
  for (const rule of rules) {
    if (walk.purse.left < 0) return false
    const { usesOldSelf } = rule.test
    if (usesOldSelf && !hasOld && rule.written.optionalOldSelf !== true) continue
    const broken = evaluateRule(rule, { self, value: at.value, oldSelf, path: at.path, purse: walk.purse })
    if (!broken) continue
    // Only of a rule that could be asked, of what is there now alone.
    if (!broken.isAnswer || usesOldSelf || walk.purse.left < 0 || !isUnchanged(at)) walk.causes.push(broken.cause)
    else walk.warn(`${broken.cause.field}: ${broken.cause.message}`)
  }
  return walk.purse.left >= 0
}

/** What stood there under another schema may be of another type than rules can be asked of. */
function readAs(type: CelType, value: unknown): Value | CelError {
  try {
    return fromJson(type, value)
  } catch (error) {
    if (error instanceof CelError) return error
    throw error
  }
}

/** The value, or what holds it, is as it was: what was wrong before is not held against an update, but of what every object has. */
function isUnchanged(at: At): boolean {
  if (at.path === 'apiVersion' || at.path === 'kind') return false
  for (let here: At | undefined = at; here; here = here.above) {
    if (here.old !== undefined && sameValue(here.schema, here.value, here.old)) return true
  }
  return false
}

interface Where {
  readonly at: At
  readonly walk: Walk
}

function checkMembers(schema: SchemaNode, members: Members, { at, walk }: Where): void {
  const { properties, additionalProperties } = schema
  const old = isMembers(at.old) ? at.old : undefined
  for (const name in members) {
    if (walk.purse.left < 0) return
    const property = properties && Object.hasOwn(properties, name) ? properties[name] : undefined
    const inner = property ?? (isMembers(additionalProperties) ? (additionalProperties as SchemaNode) : undefined)
    if (!inner) continue
    const path = property ? memberPath(at.path, name) : `${at.path}[${name}]`
    const before = old && Object.hasOwn(old, name) ? old[name] : undefined
    check({ schema: inner, value: members[name], old: before, path, above: at }, walk)
  }
}

function checkElements(schema: SchemaNode, list: readonly unknown[], { at, walk }: Where): void {
  const { items } = schema
  if (!items || !walk.looked.has(items)) return
  const identity = schema['x-kubernetes-list-type'] === 'map' ? elementIdentity(schema) : undefined
  const before = new Map<string, unknown>()
  if (identity && Array.isArray(at.old)) for (const each of at.old) before.set(identity(each), each)
  for (let index = 0; index < list.length && walk.purse.left >= 0; index++) {
    const value = list[index]
    const old = identity ? before.get(identity(value)) : undefined
    check({ schema: items, value, old, path: `${at.path}[${index}]`, above: at }, walk)
  }
}
