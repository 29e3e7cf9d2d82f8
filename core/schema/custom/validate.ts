/** Validation of people's own objects against their schema, which is walked side by side with the object. */
import { writeJson } from '../../kit/index.js'
import { sameJson, type StatusCause } from '../../meta/index.js'
import type { SchemaNode } from '../schema-node.js'
import { elementIdentity } from './element-identity.js'
import { combinationErrors, type Recheck } from './combinations.js'
import { isMembers, type Members, memberPath, othersOf, propertyOf } from './shape.js'
import { sameValue } from './same-value.js'
import { typeError } from './types.js'
import { listErrors, numberErrors, objectErrors, stringErrors } from './values.js'

/** More than these help nobody. */
const most = 50

/**
 * All that is wrong, at most 50 of it, in order of place. `old`: what stands there; what has not changed is not held against an update (upstream's ratcheting).
 * Cost: linear in the object times the schema's combinations (allOf and its like) at each place.
 */
export function validateCustom(schema: SchemaNode, object: unknown, old: unknown): readonly StatusCause[] {
  const found = new Findings()
  check(schema, object, { found, path: '', old: undefined })
  if (old === undefined || found.causes.length === 0) return found.causes
  const changed = new Findings()
  check(schema, object, { found: changed, path: '', old })
  return changed.causes.some(isDuplicate) && hasDuplicates(schema, old)
    ? changed.causes.filter((cause) => !isDuplicate(cause))
    : changed.causes
}

/** Where an object has broken the promise of any of its lists, no new duplicate is held against it, as upstream. */
function hasDuplicates(schema: SchemaNode, object: unknown): boolean {
  const found = new Findings(isDuplicate)
  check(schema, object, { found, path: '', old: undefined })
  return found.causes.length > 0
}

const isDuplicate = ({ reason }: StatusCause): boolean => reason === 'FieldValueDuplicate'

export class Findings {
  readonly causes: StatusCause[] = []
  readonly #counts: (cause: StatusCause) => boolean

  constructor(counts: (cause: StatusCause) => boolean = () => true) {
    this.#counts = counts
  }

  add(cause: StatusCause): void {
    if (this.causes.length < most && this.#counts(cause)) this.causes.push(cause)
  }
}

interface Place {
  readonly found: Findings
  readonly path: string
  /** What stood at this place before; undefined: nothing, or nobody asks. */
  readonly old: unknown
}

/** One schema against one value, and all that is below. */
export function check(schema: SchemaNode, value: unknown, place: Place): void {
  const { found, path } = place
  if (value === null && schema['nullable'] === true) return
  if (place.old !== undefined && sameValue(schema, value, place.old)) {
    if (path === '' && isMembers(value)) checkOfEvery(schema, value, found)
    return
  }
  const wrong = typeError(schema, value, path)
  if (wrong) {
    found.add(wrong)
    return
  }
  if (schema.enum && !schema.enum.some((each) => sameJson(each, value)))
    found.add(unsupported(path, value, schema.enum))
  if (typeof value === 'string') stringErrors(schema, value, place)
  else if (typeof value === 'number' || typeof value === 'bigint') numberErrors(schema, value, place)
  else if (Array.isArray(value)) checkList(schema, value, place)
  else if (isMembers(value)) checkMembers(schema, value, place)
  if (schema['allOf'] || schema['anyOf'] || schema['oneOf'] || schema['not'])
    combinationErrors(schema, value, place, recheck)
}

/** What combinations ask: is anything wrong, and what. */
const recheck: Recheck = (schema, value, path) => {
  const found = new Findings()
  check(schema, value, { found, path, old: undefined })
  return found.causes
}

function checkMembers(schema: SchemaNode, members: Members, place: Place): void {
  objectErrors(schema, members, place)
  const old = isMembers(place.old) ? place.old : undefined
  const others = othersOf(schema)
  for (const name in members) {
    const property = propertyOf(schema, name)
    const known = property ?? others
    if (!known) continue
    const path = memberPath(place.path, name)
    const before = old && Object.hasOwn(old, name) && !isOfEvery(path) ? old[name] : undefined
    check(known, members[name], { ...place, path, old: before })
  }
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
  listErrors(schema, list, place)
  const { items } = schema
  if (!items) return
  const identity = schema['x-kubernetes-list-type'] === 'map' ? elementIdentity(schema) : undefined
  const before = new Map<string, unknown>()
  if (identity && Array.isArray(place.old)) for (const each of place.old) before.set(identity(each), each)
  for (let at = 0; at < list.length; at++) {
    const old = identity ? before.get(identity(list[at])) : undefined
    check(items, list[at], { ...place, path: `${place.path}[${at}]`, old })
  }
}

function unsupported(path: string, value: unknown, allowed: readonly unknown[]): StatusCause {
  const values = allowed.map((each) => writeJson(each)).join(', ')
  return {
    reason: 'FieldValueNotSupported',
    message: `Unsupported value: ${writeJson(value)}: supported values: ${values}`,
    field: path,
  }
}
