/** Pruning: members that a schema does not know are dropped (upstream's apiserver/schema/pruning). */
import { isMembers } from '../../kit/index.js'
import { invalidValue } from '../../meta/index.js'
import type { SchemaNode } from '../schema-node.js'
import { implied, isEmbedded, memberPath, type Members, othersOf, preserves, propertyOf } from './shape.js'

/** Brings the metadata of a whole object into the form of ObjectMeta; answers what is to stand in its place. Throws where it can't. */
export type MetadataWalk = (metadata: unknown, path: string) => unknown

export interface Pruning {
  readonly metadata: MetadataWalk
  /** Paths of what was dropped. */
  readonly unknown: string[]
  /** Somebody sends it: what objects inside of it are must be said in text. */
  readonly isBody?: boolean
}

/** More levels than a body can have (the JSON decoder's own bound is below it). */
const deepest = 1000

/** Thrown for members that plain code could trip over. */
export class Unpalatable extends Error {}

/** Changes a whole object in place. Cost: linear in the object. */
export function pruneObject(schema: SchemaNode, object: Members, pruning: Pruning): void {
  pruneMembers(schema, object, { pruning, path: '', whole: true, depth: 0 })
}

/** As `pruneObject` for a value anywhere in one, in place. Answers nothing of what went. */
export function pruneDefault(schema: SchemaNode, value: unknown): void {
  const pruning = { metadata: (metadata: unknown) => metadata, unknown: [] }
  pruneValue(schema, value, { pruning, path: '', whole: false, depth: 0 })
}

interface Place {
  readonly pruning: Pruning
  readonly path: string
  /** An object of its own, with apiVersion, kind and metadata. */
  readonly whole: boolean
  readonly depth: number
}

function pruneMembers(schema: SchemaNode, members: Members, place: Place): void {
  const keeps = preserves(schema)
  const others = othersOf(schema)
  for (const name in members) {
    if (name === '__proto__') throw new Unpalatable(`${memberPath(place.path, name)}: a member can't have this name`)
    const path = memberPath(place.path, name)
    if (place.whole && implied.has(name)) {
      if (name === 'metadata') members[name] = place.pruning.metadata(members[name], path)
      else if (place.pruning.isBody && place.depth > 0 && typeof members[name] !== 'string')
        throw new Unpalatable(`${path}: ${invalidValue(members[name], 'must be a string')}`)
      continue
    }
    const known = propertyOf(schema, name) ?? others
    if (known) pruneValue(known, members[name], { ...place, path })
    else if (keeps || schema.additionalProperties === true) checkKept(members[name], path, place.depth)
    else {
      place.pruning.unknown.push(path)
      delete members[name]
    }
  }
}

function pruneValue(schema: SchemaNode, value: unknown, place: Place): void {
  if (typeof value !== 'object' || value === null) return void refuseInfinite(value, place.path)
  if (place.depth > deepest) throw new Unpalatable(`${place.path}: more than ${deepest} levels deep`)
  const depth = place.depth + 1
  if (isMembers(value)) {
    pruneMembers(schema, value, { ...place, whole: isEmbedded(schema), depth })
    return
  }
  const { items } = schema
  const list = value as readonly unknown[]
  for (let at = 0; at < list.length; at++) {
    const path = `${place.path}[${at}]`
    if (items) pruneValue(items, list[at], { ...place, path, depth })
    else checkKept(list[at], path, depth)
  }
}

/** Text such as 1e400 is read as infinity, which would be stored as null. */
function refuseInfinite(value: unknown, path: string): void {
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
    throw new Unpalatable(`${path}: a number that 64 bits can't hold`)
}

function checkKept(value: unknown, path: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return void refuseInfinite(value, path)
  if (depth > deepest) throw new Unpalatable(`${path}: more than ${deepest} levels deep`)
  if (Object.hasOwn(value, '__proto__'))
    throw new Unpalatable(`${memberPath(path, '__proto__')}: a member can't have this name`)
  for (const name in value) checkKept((value as Members)[name], path, depth + 1)
}
