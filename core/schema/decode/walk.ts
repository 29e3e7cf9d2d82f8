/** Closures that decode one type each, compiled at first use and shared. */
import { isMembers } from '../../kit/index.js'
import { badRequest } from '../../meta/index.js'
import type { Field, ListType, MapType, Scalar, SchemaUnion, StructType, Type } from '../type.js'
import { Mismatch, mismatch } from './mismatch.js'
import { amountWalk, scalarWalk, type Walk, zeroOf } from './scalars.js'
import { Trail } from './trail.js'

interface Member {
  readonly walk: Walk
  readonly isLeaf: boolean
  readonly isOmitted: boolean
  readonly field: Field
}

const walks = new WeakMap<Type, Walk>()

export function walkOf(type: Type): Walk {
  const known = walks.get(type)
  if (known) return known
  const walk = compile(type)
  walks.set(type, walk)
  return walk
}

function compile(type: Type): Walk {
  switch (type.shape) {
    case 'scalar':
      return scalarWalk(type)
    case 'struct':
      return structWalk(type)
    case 'map':
      return mapWalk(type)
    case 'list':
      return listWalk(type)
    case 'any':
      return type.union ? unionWalk(type.union) : anyWalk
  }
}

type Fields = Record<string, unknown>

function structWalk(type: StructType): Walk {
  const members = new Map<string, Member>()
  const structName = type.name.slice(type.name.lastIndexOf('.') + 1)
  const memberOf = (field: Field): Member => {
    const isLeaf = field.type.shape === 'scalar'
    const made = {
      walk: walkOf(field.type),
      isLeaf,
      isOmitted: isLeaf ? isOmittedZero(field) : isOmittedEmpty(field),
      field,
    }
    members.set(field.name, made)
    return made
  }
  const extra = (key: string, value: unknown, trail: Trail): unknown => {
    if (type.preservesUnknown) return walkInto(anyWalk, { key, value }, trail)
    trail.unknown.push(trail.path(key))
    return undefined
  }
  const decoded = (key: string, value: unknown, trail: Trail): unknown => {
    const field = type.fields.get(key)
    const member = members.get(key) ?? (field && memberOf(field))
    if (!member) return extra(key, value, trail)
    if (value === null) return member.field.nullable ? bare(null, trail) : null
    const found = member.isLeaf ? member.walk(value, trail) : walkInto(member.walk, { key, value }, trail)
    if (found === undefined) throw refused(value, member.field.type, { struct: structName, path: trail.path(key) })
    if (!member.isOmitted || !(member.isLeaf ? isZero(found) : isEmpty(found as object))) return found
    if (key === saysThoughEmpty && trail.depth === 1) return found
    if (!member.isLeaf || isBytes(member.field.type)) trail.isEmpty(key)
    return bare(found, trail)
  }
  return (value, trail) => {
    if (!isMembers(value)) return undefined
    trail.isStruct(structName)
    const settled = trail.takeSettled()
    let copy: Fields | undefined
    for (const key in value) {
      const before = value[key]
      const isSettled = settled !== undefined && before === settled[key]
      const after = isSettled ? before : decoded(key, before, trail)
      if (after === before) {
        if (copy) copy[key] = after
        continue
      }
      copy ??= copyUntil(value, key)
      if (after !== undefined) copy[key] = after
    }
    return copy ?? value
  }
}

/** What says nothing goes, but where what is stated counts. */
function bare(value: unknown, trail: Trail): unknown {
  if (!trail.asStated) return undefined
  trail.isBare = true
  return value
}

/** An object's own empty list of managers takes all away, and is looked at before anything is stored. */
const saysThoughEmpty = 'managedFields'

/** Go's omitempty: an empty list or map is none, so upstream never stores one. */
const isOmittedEmpty = ({ type, nullable, required, always, pointer }: Field): boolean =>
  (type.shape === 'list' || type.shape === 'map') && nullable && !required && !always && !pointer

/** The same of a built-in kind's numbers, texts and truths that are no pointers: upstream can't tell 0, "" and false from none. */
const isOmittedZero = ({ type, pointer, always, number }: Field): boolean =>
  number !== undefined && !pointer && !always && type.shape === 'scalar' && zeros.has(type.scalar)

const zeros: ReadonlySet<Scalar> = new Set(['string', 'integer', 'number', 'boolean', 'bytes'])

const isBytes = (type: Type): boolean => type.shape === 'scalar' && type.scalar === 'bytes'

const isZero = (value: unknown): boolean => value === '' || value === false || value === 0

function isEmpty(value: object): boolean {
  if (Array.isArray(value)) return value.length === 0
  for (const _ in value) return false
  return true
}

function walkInto(
  walk: Walk,
  { key, value }: { readonly key: string | number; readonly value: unknown },
  trail: Trail,
): unknown {
  trail.enter(key)
  const found = walk(value, trail)
  trail.leave()
  return found
}

function copyUntil(source: Fields, end: string): Fields {
  const copy: Fields = {}
  for (const key in source) {
    if (key === end) break
    copy[key] = source[key]
  }
  return copy
}

function refused(value: unknown, type: Type, place: { readonly struct: string; readonly path: string }): Mismatch {
  const scalar = type.shape === 'scalar' ? type.scalar : ''
  const text = typeof value === 'string' || typeof value === 'number'
  if (scalar === 'quantity' && text) {
    return new Mismatch(
      `${place.path}: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`,
    )
  }
  if (scalar === 'bytes' && typeof value === 'string') return new Mismatch(`${place.path}: illegal base64 data`)
  if ((scalar === 'time' || scalar === 'microTime') && typeof value === 'string') {
    return new Mismatch(`${place.path}: parsing time ${JSON.stringify(value)}: it is not as RFC 3339 says`)
  }
  return mismatch(value, type, place)
}

function mapWalk({ element }: MapType): Walk {
  const walk = element.shape === 'scalar' && element.scalar === 'quantity' ? amountWalk : walkOf(element)
  return (value, trail) => {
    if (!isMembers(value)) return undefined
    for (const key in value) {
      const before = value[key]
      refuseProto(key, trail)
      const after = before === null ? zero(element) : walkInto(walk, { key, value: before }, trail)
      if (after === undefined) throw refused(before, element, { struct: trail.holder, path: trail.path(key) })
      if (after !== before) value[key] = after
    }
    return value
  }
}

function listWalk({ element }: ListType): Walk {
  const walk = walkOf(element)
  return (value, trail) => {
    if (!Array.isArray(value)) return undefined
    for (let index = 0; index < value.length; index++) {
      const before: unknown = value[index]
      const after = before === null ? zero(element) : walkInto(walk, { key: index, value: before }, trail)
      if (after === undefined) throw refused(before, element, { struct: trail.holder, path: trail.path(index) })
      if (after !== before) value[index] = after
    }
    return value
  }
}

/** What null stands for as an element: Go decodes it as the zero value. */
function zero(type: Type): unknown {
  if (type.shape === 'scalar') return zeroOf(type)
  return type.shape === 'struct' || type.shape === 'map' ? {} : type.shape === 'list' ? [] : null
}

/** As upstream's own decoders of these members: they know nothing of where they stand, and tell nobody of what they drop. */
function unionWalk({ or, schema }: SchemaUnion): Walk {
  const inner = (value: unknown): unknown => walkOf(schema())(value, new Trail())
  return (value) => {
    if (isMembers(value)) return inner(value)
    if (or === 'boolean') return typeof value === 'boolean' ? value : undefined
    // Go's decoder of these passes over whatever else there is.
    if (!Array.isArray(value)) return null
    const read = value.map((each: unknown) => (or === 'texts' ? textOf(each) : inner(each)))
    return read.includes(undefined) ? undefined : read
  }
}

const textOf = (value: unknown): unknown => (typeof value === 'string' ? value : undefined)

const deepest = 1000

function anyWalk(value: unknown, trail: Trail): unknown {
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
    throw new Mismatch("json: a number that 64 bits can't hold")
  if (typeof value !== 'object' || value === null) return value
  if (trail.depth > deepest) throw badRequest(`json: more than ${deepest} levels deep`)
  for (const key of Object.keys(value)) {
    refuseProto(key, trail)
    walkInto(anyWalk, { key: Array.isArray(value) ? Number(key) : key, value: (value as Fields)[key] }, trail)
  }
  return value
}

/** A member of that name would change what plain code does with the object. */
function refuseProto(key: string, trail: Trail): void {
  if (key === '__proto__') throw badRequest(`json: ${trail.path(key)}: a member can't have this name`)
}
