/** Turns a type of the facts into a schema of crds/: one key for each fact, and none for what follows from another. */
import type { FactField, FactRule, Facts, FactType } from './facts.js'
import { packageOf, type Schema, simpleName } from './schema.js'

/** Types with a JSON form of their own. */
const specials: Readonly<Record<string, Schema>> = {
  Time: { type: 'string', format: 'date-time' },
  MicroTime: { type: 'string', format: 'date-time', 'x-operon-scalar': 'microTime' },
  Quantity: { type: 'string', 'x-operon-scalar': 'quantity' },
  IntOrString: { 'x-kubernetes-int-or-string': true },
  RawExtension: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, 'x-operon-special': 'RawExtension' },
}

export function schemaOfType(facts: Facts, name: string): Schema {
  const type = facts.types.get(name)
  if (!type) throw new Error(`no facts about type ${name}`)
  if (type.special)
    return specials[type.special] ?? { 'x-kubernetes-preserve-unknown-fields': true, 'x-operon-special': type.special }
  if (!Object.keys(type.fields).length && type.mapType === undefined) {
    return { type: type.type ?? 'object', ...(type.format ? { format: type.format } : {}) }
  }
  return structSchema(facts, name, type)
}

function structSchema(facts: Facts, name: string, type: FactType): Schema {
  const fields = Object.entries(type.fields).filter(([, field]) => field.pbSkip !== 'typeMeta')
  const required = fields.filter(([, field]) => field.required).map(([key]) => key)
  const rules = (facts.defaults[name] ?? []).filter(isData).map((rule) => defaultRule(facts, rule, type))
  return {
    type: 'object',
    ...(type.mapType ? { 'x-kubernetes-map-type': type.mapType } : {}),
    ...(type.unions ? { 'x-kubernetes-unions': type.unions } : {}),
    ...(required.length ? { required } : {}),
    ...(rules.length ? { 'x-operon-defaults': rules } : {}),
    properties: Object.fromEntries(fields.map(([key, field]) => [key, fieldSchema(facts, field, packageOf(name))])),
  }
}

/** Sums over containers and times of the clock are the business of plugins/kind. */
const isData = (rule: FactRule) => !/podLevelResources|\$now/.test(JSON.stringify(rule))

/** `absentAllIn` a type whose members are inlined becomes `noneBut` the members that are not. */
function defaultRule(facts: Facts, { gate, src, root, ...rule }: FactRule, type: FactType): Schema {
  const inlined = (rule['if'] as { absentAllIn?: string } | undefined)?.absentAllIn
  if (!inlined) return rule
  const members = facts.types.get(inlined)?.fields ?? {}
  return { ...rule, if: { noneBut: Object.keys(type.fields).filter((key) => !(key in members)) } }
}

function fieldSchema(facts: Facts, field: FactField, home: string): Schema {
  const ref = field.ref ? facts.types.get(field.ref) : undefined
  const expected = field.required || (ref !== undefined && !ref.special && !field.ptr)
  return {
    ...shape(field, home),
    ...(field.default !== undefined ? { default: field.default } : {}),
    ...constraints(field),
    ...(field.listType ? { 'x-kubernetes-list-type': field.listType } : {}),
    ...(field.listMapKeys ? { 'x-kubernetes-list-map-keys': field.listMapKeys } : {}),
    ...(field.mapType ? { 'x-kubernetes-map-type': field.mapType } : {}),
    ...(field.patchStrategy ? { 'x-kubernetes-patch-strategy': field.patchStrategy } : {}),
    ...(field.patchMergeKey ? { 'x-kubernetes-patch-merge-key': field.patchMergeKey } : {}),
    ...(field.pb === undefined
      ? {}
      : { 'x-operon-number': field.pbIn === undefined ? field.pb : [field.pbIn, field.pb] }),
    ...(field.pbType !== undefined && field.pbType !== protobufType(facts, field)
      ? { 'x-operon-proto': field.pbType }
      : {}),
    ...(field.ptr ? { 'x-operon-pointer': true } : {}),
    ...(Boolean(field.always) === Boolean(expected) ? {} : { 'x-operon-always': Boolean(field.always) }),
  }
}

function shape(field: FactField, home: string): Schema {
  if (field.ref) return { $ref: packageOf(field.ref) === home ? simpleName(field.ref) : shortRef(field.ref) }
  const element = field.items ?? field.additionalProperties
  const enumeration = field.enum ? { enum: field.enum } : {}
  const inner = element ? { ...shape(element, home), ...enumeration } : undefined
  return {
    ...(field.type ? { type: field.type } : {}),
    ...(field.format ? { format: field.format } : {}),
    ...(field.items ? { items: inner } : {}),
    ...(field.additionalProperties ? { additionalProperties: inner } : {}),
    ...(element ? {} : enumeration),
  }
}

/** `meta.v1.ObjectMeta`, `resource.Quantity`: the end of the full name, unique among all types. */
function shortRef(type: string): string {
  const parts = type.split('.')
  const versioned = /^v\d/.test(parts.at(-2) ?? '')
  return parts.slice(versioned ? -3 : -2).join('.')
}

/** Rules that upstream declares on the field; `alpha:` ones repeat what it checks by hand. */
function constraints(field: FactField): Schema {
  const found: Record<string, unknown> = {}
  for (const tag of [field.v ?? []].flat()) {
    const [, name, value] = /^(?:alpha:|kb:)?(minimum|maximum|maxItems|maxLength)=(\d+)$/i.exec(tag) ?? []
    if (name) found[name[0]!.toLowerCase() + name.slice(1)] = Number(value)
  }
  return found
}

function protobufType(facts: Facts, field: FactField): string {
  if (field.ref) return facts.types.get(field.ref)?.pbMessage ?? ''
  if (field.items) return `repeated ${protobufType(facts, field.items)}`
  if (field.additionalProperties) return `map<string,${protobufType(facts, field.additionalProperties)}>`
  if (field.type === 'string') return field.format === 'byte' ? 'bytes' : 'string'
  if (field.type === 'integer') return field.format ?? 'int64'
  return field.type === 'boolean' ? 'bool' : (field.format ?? '')
}
