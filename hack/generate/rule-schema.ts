/** Reduces a type's schema to what generated validators must check: types are checked by decoding, statuses are the business of those who write them. */
import { namedFormats } from '../../core/schema/validate/formats.js'
import { objectTypes } from './definitions.js'
import type { Schema } from './schema.js'
import type { Sources } from './sources.js'

export type RuleSchema = Readonly<Record<string, unknown>>

/** The rules of every named type that has any, itself or below. */
export function ruleSchemas(sources: Sources): ReadonlyMap<string, RuleSchema> {
  const rules = new Map<string, RuleSchema>()
  const open = new Set<string>()
  const visit = (name: string): boolean => {
    if (rules.has(name) || open.has(name)) return rules.has(name)
    open.add(name)
    const found = rulesOf(sources.types.get(name)!, { sources, name, visit })
    if (found) rules.set(name, found)
    return found !== undefined
  }
  for (const name of sources.types.keys()) visit(name)
  return rules
}

interface Scope {
  readonly sources: Sources
  readonly name: string
  readonly visit: (name: string) => boolean
}

const wantsPresence: RuleSchema = { not: { type: 'null' } }

function rulesOf(schema: Schema, scope: Scope): RuleSchema | undefined {
  if (schema['x-operon-special']) return undefined
  const parts: RuleSchema[] = [ownRules(schema)]
  if (schema.$ref && scope.visit(schema.$ref)) parts.push({ $ref: schema.$ref })
  const items = schema.items && rulesOf(schema.items, scope)
  if (items) parts.push(elementRules(items, schema))
  const others = schema.additionalProperties && rulesOf(schema.additionalProperties, scope)
  if (others) parts.push({ additionalProperties: others })
  if (schema.properties) parts.push(memberRules(schema, scope))
  const all = Object.assign({}, ...parts) as RuleSchema
  return Object.keys(all).length ? all : undefined
}

/** No element is one that is not set. */
function elementRules({ enum: values, ...others }: RuleSchema, schema: Schema): RuleSchema {
  if (!values) return { items: others }
  const allowed = (values as readonly unknown[]).filter((value) => value !== '' && value !== null)
  return schema['x-operon-closed'] === true ? { closedItems: allowed } : { items: { ...others, enum: allowed } }
}

function memberRules(schema: Schema, scope: Scope): RuleSchema {
  const required = new Set(schema.required)
  const isWhole = objectTypes(scope.sources).has(scope.name)
  const properties: Record<string, RuleSchema> = {}
  const present: string[] = []
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (isWhole && (key === 'metadata' || key === 'status')) continue
    const mustBe = property['x-operon-required'] ?? (required.has(key) && isPresence(property))
    const rules = { ...rulesOf(property, scope), ...(mustBe ? wantsPresence : {}) }
    if (mustBe) present.push(key)
    if (Object.keys(rules).length) properties[key] = rules
  }
  return {
    ...(Object.keys(properties).length ? { properties } : {}),
    ...(present.length ? { required: present } : {}),
  }
}

/** Whether zero counts as missing: pointers, and strings and lists that must not be empty. */
const isPresence = (schema: Schema) =>
  schema['x-operon-pointer'] === true || schema['minLength'] === 1 || schema['minItems'] === 1

const copied = ['minLength', 'maxLength', 'minItems', 'maxItems', 'pattern', 'multipleOf'] as const

/** What code checks instead, since upstream tells it at another place or in another way, is for OpenAPI alone. */
function ownRules(schema: Schema): RuleSchema {
  if (schema['x-operon-checked'] === 'code') return {}
  const rules: Record<string, unknown> = {}
  for (const key of copied) if (schema[key] !== undefined) rules[key] = schema[key]
  const { minimum, maximum } = schema as { readonly minimum?: number; readonly maximum?: number }
  if (minimum !== undefined && maximum !== undefined) {
    const zero = schema['x-operon-required'] ? ['counts as missing'] : []
    rules['between'] = [minimum, maximum, ...zero]
  } else if (minimum !== undefined) rules['minimum'] = minimum
  else if (maximum !== undefined) rules['maximum'] = maximum
  // Empty means not set, but where a pointer tells the two apart; whether it must be set is said by minLength.
  const unset = schema['x-operon-pointer'] ? [null] : ['', null]
  if (schema.enum) rules['enum'] = [...new Set([...schema.enum, ...unset])]
  const format = schema['x-operon-format'] as string | undefined
  if (format) Object.assign(rules, formatRules(format))
  const keys = schema['x-operon-key-format'] as string | undefined
  if (keys) rules['propertyNames'] = formatRules(keys)
  if (schema['x-operon-unique']) rules['uniqueBy'] = schema['x-operon-unique']
  return rules
}

function formatRules(name: string): RuleSchema {
  const format = namedFormats[name]
  if (!format) throw new Error(`no format is named ${name}`)
  return { pattern: format.pattern, longest: format.maxLength }
}
