/** Defaulting: declared defaults, rules, and the members that upstream's JSON never leaves out. */
import type { KubeObject } from '../../meta/index.js'
import type { DefinitionVersion, SchemaSteps } from '../definition.js'
import type { Field, StructType, Type } from '../type.js'
import { isZero } from './path.js'
import { compileRule, type Rule } from './rules.js'

type Fields = Record<string, unknown>

/**
 * Fills `object` in place as upstream's server does on the way in. What is set already stays; doing it twice changes nothing. Cost: 0.2 us for a ConfigMap, about 3 us for a pod. Members shared with `settled`, an object of this version that has been filled, are left as they are.
 */
export function applyDefaults(version: DefinitionVersion, object: KubeObject, settled?: KubeObject): void {
  if (version.steps) fillUnshared(object, version.steps(), settled)
  else fillerOf(version.type())?.(object, settled ? { root: object, settled } : { root: object })
}

/** Of a person's own kind what stays as it was stored has the defaults of the version that it is stored in, and gets no others. */
function fillUnshared(object: KubeObject, steps: SchemaSteps, settled: KubeObject | undefined): void {
  const shared = settled && Object.keys(object).filter((name) => isSame(object[name], settled[name]))
  if (!shared?.length) {
    steps.fill(object)
    return
  }
  const rest = { ...object }
  for (const name of shared) delete rest[name]
  steps.fill(rest)
  for (const name of shared) delete rest[name]
  Object.assign(object, rest)
}

const isSame = (here: unknown, there: unknown): boolean => typeof here === 'object' && here !== null && here === there

/** Undefined: nothing below ever needs filling. */
type Filler = Rule | undefined

const fillers = new WeakMap<Type, { filler: Filler }>()

function fillerOf(type: Type): Filler {
  const known = fillers.get(type)
  if (known) return known.filler
  // A type that holds itself meets this entry, and then fills through it when it is complete.
  const entry: { filler: Filler } = { filler: (here, context) => entry.filler?.(here, context) }
  fillers.set(type, entry)
  entry.filler = compile(type)
  return entry.filler
}

function compile(type: Type): Filler {
  if (type.shape === 'struct') return structFiller(type)
  if (type.shape !== 'list' && type.shape !== 'map') return undefined
  const inner = fillerOf(type.element)
  if (!inner) return undefined
  return (here, context) => {
    for (const key in here) {
      const item = here[key]
      if (typeof item === 'object' && item !== null) inner(item as Fields, context)
    }
  }
}

interface Member {
  readonly name: string
  readonly pointer: boolean
  readonly makeDefault?: () => unknown
  readonly makeZero?: () => unknown
  readonly filler: Filler
}

function structFiller(type: StructType): Filler {
  const members = [...type.fields.values()]
    .map(compileMember)
    .filter((member) => member.makeDefault || member.makeZero || member.filler)
  const rules = (type.rules ?? []).map((rule) => compileRule(rule, type))
  if (!members.length && !rules.length) return undefined
  const defaulted = members.filter((member) => member.makeDefault)
  const zeroed = members.filter((member) => member.makeZero)
  const fillers = new Map(members.flatMap(({ name, filler }) => (filler ? [[name, filler] as const] : [])))
  return (here, context) => {
    for (const { name, pointer, makeDefault } of defaulted) if (isZero(here[name], pointer)) here[name] = makeDefault!()
    for (const rule of rules) rule(here, context)
    for (const { name, makeZero } of zeroed) if (here[name] === undefined) here[name] = makeZero!()
    if (fillers.size === 0) return
    const settled = here === context.root ? context.settled : undefined
    // By what is there, not by what there could be: a volume has one of thirty sources.
    for (const name in here) {
      const value = here[name]
      if (typeof value !== 'object' || value === null || value === settled?.[name]) continue
      fillers.get(name)?.(value as Fields, context)
    }
  }
}

function compileMember(field: Field): Member {
  const filler = fillerOf(field.type)
  const value = saysNothing(field) ? undefined : field.default
  return {
    name: field.name,
    pointer: field.pointer === true,
    ...(value === undefined
      ? {}
      : { makeDefault: typeof value === 'object' ? () => structuredClone(value) : () => value }),
    ...(field.always ? { makeZero: zeroMaker(field) } : {}),
    filler,
  }
}

/** A default that a built-in kind's member has without being set, and that Go leaves out. */
const saysNothing = ({ default: value, number, pointer, always }: Field): boolean =>
  number !== undefined && !always && isZero(value, pointer === true)

/** What Go writes for a member that was never set. */
function zeroMaker({ type, pointer }: Field): () => unknown {
  if (pointer) return () => null
  if (type.shape === 'struct') return () => ({})
  if (type.shape !== 'scalar') return () => null
  switch (type.scalar) {
    case 'integer':
    case 'number':
    case 'intOrString':
      return () => 0
    case 'boolean':
      return () => false
    case 'quantity':
      return () => '0'
    case 'time':
    case 'microTime':
      return () => null
    default:
      return () => ''
  }
}
