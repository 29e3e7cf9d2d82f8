/** Default rules (`x-operon-defaults`), compiled to closures. */
import { tagOf } from './image-tag.js'
import type { DefaultRule, StructType, Type } from '../type.js'
import { isZero, type Place, placeOf } from './path.js'

type Fields = Record<string, unknown>

export interface DefaultContext {
  /** The whole object. */
  readonly root: Fields
  /** What of the whole object is shared with this one needs no filling. */
  readonly settled?: Fields
}

export type Rule = (here: Fields, context: DefaultContext) => void

export function compileRule(rule: DefaultRule, owner: StructType): Rule {
  const segments = rule.each?.split('.') ?? []
  const names = segments.map((segment) => segment.replace('[]', ''))
  const element = segments.reduce<Type>((type, segment) => elementType(type, segment), owner)
  const condition = compileCondition(rule, element, owner)
  const act = compileActs(rule, element)
  const one: Rule = condition
    ? (here, context) => {
        if (condition(here, context)) act(here, context)
      }
    : act
  return segments.length ? (here, context) => each(here, { names, depth: 0 }, (item) => one(item, context)) : one
}

/** `spec` of `spec.containers[]` leads to a struct, `containers[]` to each element of a list. */
function elementType(type: Type, segment: string): Type {
  const name = segment.replace('[]', '')
  const field = type.shape === 'struct' ? type.fields.get(name) : undefined
  if (!field) throw new Error(`a default rule's "each" names no member: ${segment}`)
  if (!segment.endsWith('[]')) return field.type
  if (field.type.shape !== 'list') throw new Error(`a default rule's "each" names no list: ${segment}`)
  return field.type.element
}

function each(
  here: Fields,
  { names, depth }: { readonly names: readonly string[]; readonly depth: number },
  act: (item: Fields) => void,
): void {
  if (depth === names.length) {
    act(here)
    return
  }
  const value = here[names[depth]!]
  if (typeof value !== 'object' || value === null) return
  const below = { names, depth: depth + 1 }
  if (!Array.isArray(value)) each(value as Fields, below, act)
  else for (const item of value) if (typeof item === 'object' && item !== null) each(item as Fields, below, act)
}

type Condition = (here: Fields, context: DefaultContext) => boolean

/** Undefined: always. */
function compileCondition({ if: when }: DefaultRule, element: Type, owner: StructType): Condition | undefined {
  const tests: Condition[] = []
  const at = (
    path: string,
  ): { readonly place: Place; readonly from: (here: Fields, context: DefaultContext) => Fields } =>
    path.startsWith('/')
      ? { place: placeOf(owner, path.slice(1)), from: (_, { root }) => root }
      : { place: placeOf(element, path), from: (here) => here }
  const testValue = (path: string, holds: (value: unknown) => boolean) => {
    const { place, from } = at(path)
    tests.push((here, context) => holds(place.get(from(here, context))))
  }
  const testZero = (path: string, zero: boolean) => {
    const { place, from } = at(path)
    tests.push((here, context) => place.isZero(from(here, context)) === zero)
  }
  for (const [path, value] of Object.entries(when?.eq ?? {})) testValue(path, (found) => found === value)
  for (const [path, values] of Object.entries(when?.in ?? {})) testValue(path, (found) => values.includes(found))
  for (const path of when?.absent ?? []) testZero(path, true)
  for (const path of when?.present ?? []) testZero(path, false)
  for (const [path, tag] of Object.entries(when?.imageTag ?? {}))
    testValue(path, (image) => tagOf(String(image ?? '')) === tag)
  const allowed = when?.noneBut
  if (allowed) tests.push((here) => Object.keys(here).every((key) => allowed.includes(key) || isZero(here[key], true)))
  if (tests.length < 2) return tests[0]
  return (here, context) => {
    for (const holds of tests) if (!holds(here, context)) return false
    return true
  }
}

function compileActs({ set, op }: DefaultRule, element: Type): Rule {
  const acts: Rule[] = Object.entries(set ?? {}).map(([path, value]) => {
    const place = placeOf(element, path)
    const make = maker(value, element)
    return (here, context) => {
      if (!place.isZero(here)) return
      const made = make(here, context)
      if (made !== undefined) place.set(here, made)
    }
  })
  if (op?.mergeMissing)
    acts.push(mergeMissing(placeOf(element, op.mergeMissing.from), placeOf(element, op.mergeMissing.to)))
  if (op?.copy) acts.push(copy(placeOf(element, op.copy.from), placeOf(element, op.copy.to)))
  for (const path of op?.clear ?? []) acts.push((here) => placeOf(element, path).remove(here))
  if (acts.length === 1) return acts[0]!
  return (here, context) => {
    for (const act of acts) act(here, context)
  }
}

function copy(from: Place, to: Place): Rule {
  return (here) => {
    if (!from.isZero(here)) to.set(here, from.get(here))
  }
}

function mergeMissing(from: Place, to: Place): Rule {
  return (here) => {
    const source = from.get(here)
    if (typeof source !== 'object' || source === null || !Object.keys(source).length) return
    const target = to.get(here)
    to.set(here, { ...(target as Fields | undefined), ...without(source as Fields, target as Fields | undefined) })
  }
}

const without = (source: Fields, target: Fields | undefined) =>
  Object.fromEntries(Object.entries(source).filter(([key]) => !target || !(key in target)))

type Maker = (here: Fields, context: DefaultContext) => unknown

function maker(value: unknown, element: Type): Maker {
  if (Array.isArray(value)) {
    const makers = value.map((item) => maker(item, element))
    return (here, context) => {
      const items = makers.map((make) => make(here, context)).filter((item) => item !== undefined)
      return items.length ? items : undefined
    }
  }
  if (typeof value !== 'object' || value === null) return () => value
  const said = value as { $from?: string; $lower?: string; $concat?: readonly string[]; $pick?: string }
  if (said.$from) return copyOf(placeOf(element, said.$from))
  if (said.$lower) return lowered(placeOf(element, said.$lower))
  if (said.$concat) return concatenated(said.$concat, element)
  if (said.$pick) return picked(said.$pick)
  return Object.keys(value).length ? () => structuredClone(value) : () => ({})
}

const copyOf =
  (place: Place): Maker =>
  (here) => {
    const found = place.get(here)
    return place.isZero(here) ? undefined : typeof found === 'object' ? structuredClone(found) : found
  }

const lowered =
  (place: Place): Maker =>
  (here) =>
    String(place.get(here) ?? '').toLowerCase() || undefined

function concatenated(parts: readonly string[], element: Type): Maker {
  const makers = parts.map((part) => (part.startsWith('$') ? placeOf(element, part.slice(1)) : part))
  return (here) => makers.map((part) => (typeof part === 'string' ? part : String(part.get(here) ?? ''))).join('')
}

/** `spec.versions[storage=true].name`: the member of the first element that matches. */
function picked(path: string): Maker {
  const [, list, key, value, member] = /^([\w.]+)\[(\w+)=(\w+)\]\.(\w+)$/.exec(path) ?? []
  if (!list || !key || !member) throw new Error(`a default rule picks by no path: ${path}`)
  return (here) => {
    const items = list.split('.').reduce<unknown>((from, segment) => (from as Fields | undefined)?.[segment], here)
    const found = Array.isArray(items) ? items.find((item: Fields) => String(item[key]) === value) : undefined
    return (found as Fields | undefined)?.[member]
  }
}
