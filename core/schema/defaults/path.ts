/** Paths of default rules, compiled against the type they start from: `spec.strategy.type`, with `\.` for a dot in a map's key. */
import { isMembers } from '../../kit/index.js'
import type { Field, Type } from '../type.js'

type Fields = Record<string, unknown>

export interface Place {
  /** What is there; undefined when a parent is missing. */
  get(from: Fields): unknown
  /** True unless something is there that Go would not take for zero. */
  isZero(from: Fields): boolean
  /** Makes missing parents. */
  set(from: Fields, value: unknown): void
  remove(from: Fields): void
}

export function placeOf(start: Type, path: string): Place {
  const segments = path.split(/(?<!\\)\./).map((segment) => segment.replaceAll('\\.', '.'))
  const parents = segments.slice(0, -1)
  const last = segments.at(-1)!
  const field = fieldAt(start, segments)
  const pointer = field?.pointer === true
  const isMap = field?.type.shape === 'map'
  const parentOf = parents.length === 0 ? (from: Fields) => from : parentFinder(parents)
  return {
    get: (from) => parentOf(from)?.[last],
    isZero: (from) => {
      const found = parentOf(from)?.[last]
      return isZero(found, pointer) || (isMap && isEmpty(found as Fields))
    },
    set: (from, value) => {
      let here = from
      for (const segment of parents) {
        const inner = here[segment]
        here = isMembers(inner) ? inner : (here[segment] = {})
      }
      here[last] = value
    },
    remove: (from) => {
      const parent = parentOf(from)
      if (parent && last in parent) delete parent[last]
    },
  }
}

const parentFinder = (parents: readonly string[]) => (from: Fields) => {
  let here: unknown = from
  for (const segment of parents) here = isMembers(here) ? here[segment] : undefined
  return isMembers(here) ? here : undefined
}

/** Whether Go takes a value for not set: null always; without a pointer also "", 0, false and what is empty. */
export function isZero(value: unknown, pointer: boolean): boolean {
  if (value === undefined || value === null) return true
  if (pointer) return false
  if (Array.isArray(value)) return value.length === 0
  return value === '' || value === 0 || value === false
}

function isEmpty(fields: Fields): boolean {
  for (const _ in fields) return false
  return true
}

function fieldAt(start: Type, segments: readonly string[]): Field | undefined {
  let type: Type = start
  let field: Field | undefined
  for (const segment of segments) {
    field = type.shape === 'struct' ? type.fields.get(segment) : undefined
    if (type.shape === 'struct' && !field) throw new Error(`${type.name || 'a struct'} has no member ${segment}`)
    type = field ? field.type : type.shape === 'map' ? type.element : { shape: 'any', atomic: true }
  }
  return field
}
