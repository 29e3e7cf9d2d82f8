/** Validation of people's own objects against their schema, which is walked side by side with the object (kube-openapi's validation, in its order). */
import { isMembers } from '../../kit/index.js'
import type { StatusCause } from '../../meta/index.js'
import type { SchemaNode } from '../schema-node.js'
import { elementIdentity } from './element-identity.js'
import { combinationErrors, type Recheck } from './combinations.js'
import { Findings } from './findings.js'
import { numberErrors } from './numbers.js'
import { type Members, memberPath, othersOf, propertyOf } from './shape.js'
import { sameValue } from './same-value.js'
import { formatOf, typeError, typesOf } from './types.js'
import { countErrors, enumErrors, formatErrors, listErrors, requiredErrors, stringErrors } from './values.js'

/**
 * All that is wrong, at most 500 of it, in order of place. `old`: what stands there; what has not changed is not held against an update (upstream's ratcheting).
 * `base`: where the value stands, for fields alone. Cost: linear in the object times the schema's combinations (allOf and its like) at each place.
 */
export function validateCustom(
  schema: SchemaNode,
  object: unknown,
  { old, base = '' }: { readonly old: unknown; readonly base?: string },
): readonly StatusCause[] {
  const found = new Findings(base)
  check(schema, object, { found, path: '', old: undefined })
  if (old === undefined || found.causes.length === 0) return found.causes
  const changed = found.another()
  check(schema, object, { found: changed, path: '', old })
  return changed.causes
}

interface Place {
  readonly found: Findings
  readonly path: string
  /** What stood at this place before; undefined: nothing, or nobody asks. */
  readonly old: unknown
}

/** One schema against one value, and all that is below. */
function check(schema: SchemaNode, value: unknown, place: Place): void {
  const { found, path } = place
  if (place.old !== undefined && sameValue(schema, value, place.old)) {
    if (path === '' && isMembers(value)) checkOfEvery(schema, value, found)
    return
  }
  if (value === null) {
    checkType(schema, value, place)
    if (schema.enum?.length) enumErrors(schema.enum, value, place)
    return
  }
  const format = formatOf(schema)
  if (format || typesOf(schema).length > 0) {
    checkType(schema, value, place)
    found.matches++
  }
  if (schema['allOf'] || schema['anyOf'] || schema['oneOf'] || schema['not'])
    combinationErrors(schema, value, place, recheck)
  if (typeof value === 'string') {
    stringErrors(schema, value, place)
    if (format) formatErrors(format, value, place)
    found.matches += format ? 2 : 1
  } else if (typeof value === 'number' || typeof value === 'bigint') {
    numberErrors(schema, value, { ...place, format })
    found.matches += 2
  } else if (Array.isArray(value)) {
    checkList(schema, value, place)
    found.matches += 2
  }
  if (schema.enum?.length) enumErrors(schema.enum, value, place)
  if (isMembers(value)) {
    checkMembers(schema, value, place)
    found.matches++
  }
  found.matches += 4
}

function checkType(schema: SchemaNode, value: unknown, { found, path }: Place): void {
  const wrong = typeError(schema, value, path)
  if (wrong) found.refuse(path, wrong.reason!, wrong.message!)
  else found.matches++
}

/** What combinations ask: is anything wrong, and what. */
const recheck: Recheck = (schema, value, { found, path }) => check(schema, value, { found, path, old: undefined })

function checkMembers(schema: SchemaNode, members: Members, place: Place): void {
  countErrors(schema, members, place)
  const old = isMembers(place.old) ? place.old : undefined
  const others = othersOf(schema)
  for (const name in members) {
    const property = propertyOf(schema, name)
    const known = property ?? others
    const path = memberPath(place.path, name)
    if (schema.additionalProperties === false && !property) {
      place.found.invalid(place.path, name, `${path} in body is a forbidden property`)
      continue
    }
    if (!known) continue
    const before = old && Object.hasOwn(old, name) && !isOfEvery(path) ? old[name] : undefined
    check(known, members[name], { ...place, path, old: before })
  }
  requiredErrors(schema, members, place)
}

const ofEvery = ['apiVersion', 'kind', 'metadata']

const isOfEvery = (path: string): boolean => ofEvery.includes(path)

/** What every object has is held against an update whether it has changed or not, as upstream. */
function checkOfEvery(schema: SchemaNode, object: Members, found: Findings): void {
  for (const name of ofEvery) {
    const known = propertyOf(schema, name)
    if (known && Object.hasOwn(object, name)) check(known, object[name], { found, path: name, old: undefined })
  }
}

function checkList(schema: SchemaNode, list: readonly unknown[], place: Place): void {
  const { items } = schema
  if (items) checkElements(schema, items, list, place)
  listErrors(schema, list, place)
}

function checkElements(schema: SchemaNode, items: SchemaNode, list: readonly unknown[], place: Place): void {
  const identity = schema['x-kubernetes-list-type'] === 'map' ? elementIdentity(schema) : undefined
  const before = new Map<string, unknown>()
  if (identity && Array.isArray(place.old)) for (const each of place.old) before.set(identity(each), each)
  for (let at = 0; at < list.length; at++) {
    const old = identity ? before.get(identity(list[at])) : undefined
    check(items, list[at], { ...place, path: `${place.path}[${at}]`, old })
  }
}
