/** Calls of functions and operators: the overload is chosen by types when they are known, else by the values. */
import { Budget, CelError } from './budget.js'
import { ConstantError } from './compile-error.js'
import { libraries } from './libraries.js'
import { CompileError } from './parse.js'
import type { Overload } from './signature.js'
import type { Typed } from './typed.js'
import { type Bindings, type CelType, isAssignable, sizeOfType, substitute, typeText, wider } from './types.js'
import { fits, sizeOf } from './values.js'

let byName: ReadonlyMap<string, readonly Overload[]> | undefined

function overloadsOf(name: string): readonly Overload[] {
  byName ??= grouped()
  return byName.get(name) ?? []
}

function grouped(): Map<string, Overload[]> {
  const groups = new Map<string, Overload[]>()
  for (const each of libraries()) groups.set(each.name, [...(groups.get(each.name) ?? []), each])
  return groups
}

/** Throws CompileError when nothing fits. */
export function compileCall(
  name: string,
  args: readonly Typed[],
  { pos, receiver }: { readonly pos: number; readonly receiver: boolean },
): Typed {
  const named = overloadsOf(name)
  if (named.length === 0) throw new CompileError(`undeclared reference to '${name}' (in container '')`, pos)
  const matching = named.flatMap((each) => {
    const bindings = bind(each, args, receiver)
    return bindings ? [{ overload: each, type: resultOf(each, args, bindings) }] : []
  })
  if (matching.length === 0) throw noOverload(name, args, { pos, receiver })
  requireConstants(name, args, { overload: matching[0]!.overload, pos })
  const types = matching.map(({ type }) => type)
  const sizes = args.map(({ type }) => sizeOfType(type))
  const own = Math.max(...matching.map(({ overload }) => overload.cost?.(...sizes) ?? 1))
  const candidates = matching.map(({ overload }) => overload)
  const isSure = candidates.length === 1 && args.every(({ type }) => isKnown(type))
  return {
    type: types.reduce(wider),
    cost: args.reduce((total, { cost }) => total + cost, own),
    run: runOf(candidates, args, isSure),
  }
}

function runOf(candidates: readonly Overload[], args: readonly Typed[], isSure: boolean): Typed['run'] {
  return (frame) => {
    const values = args.map((each) => each.run(frame))
    const chosen = isSure
      ? candidates[0]!
      : candidates.find((each) => each.args.every((type, at) => fits(type, values[at]!)))
    if (!chosen) throw new CelError('no such overload')
    frame.budget.add(chosen.cost ? chosen.cost(...values.map(sizeOf)) : 1)
    return chosen.run(values as never[], frame.budget)
  }
}

const conversions = new Set(['bool', 'bytes', 'double', 'duration', 'int', 'string', 'timestamp', 'uint'])

/** What upstream looks at when it compiles. */
const parsed = new Set(['duration', 'matches', 'timestamp'])

/** Conversions of a literal, and literal patterns, must be ones. */
function requireConstants(
  name: string,
  args: readonly Typed[],
  { overload, pos }: { readonly overload: Overload; readonly pos: number },
): void {
  const literals = args.map(({ literal }) => literal)
  try {
    if (args.length === 1 && conversions.has(name) && literals[0] !== undefined)
      overload.run([literals[0]] as never[], new Budget())
    else if (name === 'matches' && typeof literals[1] === 'string')
      overload.run(['', literals[1]] as never[], new Budget())
  } catch (error) {
    if (error instanceof CelError) throw new (parsed.has(name) ? CompileError : ConstantError)(error.message, pos)
    throw error
  }
}

/** Whether values of the type are what it says: none of it is dyn, and null is not among them. */
const isKnown = (type: CelType): boolean => type.kind !== 'dyn' && type.kind !== 'optional' && type.kind !== 'null_type'

function bind(overload: Overload, args: readonly Typed[], receiver: boolean): Bindings | undefined {
  if (overload.receiver !== receiver || overload.args.length !== args.length) return undefined
  const bindings: Bindings = new Map()
  return overload.args.every((formal, at) => isAssignable(formal, args[at]!.type, bindings)) ? bindings : undefined
}

function resultOf(overload: Overload, args: readonly Typed[], bindings: Bindings): CelType {
  const type = substitute(overload.result, bindings)
  const size = overload.size?.(...args.map(({ type: each }) => sizeOfType(each))) ?? textSize(overload, type, args)
  if (type.kind === 'list') {
    const first = args[0]?.type
    const element =
      type.element.kind === 'string' && first?.kind === 'string'
        ? { ...type.element, max: sizeOfType(first) }
        : type.element
    const schema =
      first?.kind === 'list' && first.list ? { list: first.list, ...(first.keys ? { keys: first.keys } : {}) } : {}
    return { ...type, element, ...schema, max: size ?? sizeOfType(type) }
  }
  return size !== undefined && (type.kind === 'string' || type.kind === 'bytes') ? { ...type, max: size } : type
}

/** Of a text made from a list of texts: one of them, or all joined. */
function textSize({ name }: Overload, result: CelType, args: readonly Typed[]): number | undefined {
  const list = args[0]?.type
  if (result.kind !== 'string' || list?.kind !== 'list' || list.element.kind !== 'string') return undefined
  const one = sizeOfType(list.element)
  return name === 'join' ? sizeOfType(list) * (one + (args[1] ? sizeOfType(args[1].type) : 0)) : one
}

function noOverload(
  name: string,
  args: readonly Typed[],
  { pos, receiver }: { pos: number; receiver: boolean },
): CompileError {
  const types = args.map(({ type }) => typeText(type))
  const applied = receiver ? `${types[0]}.(${types.slice(1).join(', ')})` : `(${types.join(', ')})`
  return new CompileError(`found no matching overload for '${name}' applied to '${applied}'`, pos)
}
