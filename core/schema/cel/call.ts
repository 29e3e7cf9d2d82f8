/** Calls of functions and operators: the overload is chosen by types when they are known, else by the values. */
import { Budget, CelError } from './budget.js'
import { ConstantError } from './compile-error.js'
import { union } from './estimate.js'
import { estimateCall } from './estimate-call.js'
import { libraries } from './libraries.js'
import { patternOf } from './library/regexes.js'
import { CompileError } from './parse.js'
import type { Overload } from './signature.js'
import type { Frame, Typed } from './typed.js'
import { type Bindings, type CelType, isAssignable, substitute, typeText, wider } from './types.js'
import { fits, sizeOf, type Value } from './values.js'

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
  const fitting = named.flatMap((each) => {
    const bindings = bind(each, args, receiver)
    return bindings ? [{ overload: each, type: resultOf(each, args, bindings) }] : []
  })
  // What an empty list holds takes the first type that it may have.
  const matching = args.some(({ type }) => isUnbound(type)) ? fitting.slice(0, 1) : fitting
  if (matching.length === 0) throw noOverload(name, args, { pos, receiver })
  const candidates = matching.map(({ overload }) => overload)
  const constant = constantOf(name, args, { candidates, pos })
  const types = matching.map(({ type }) => type)
  const estimates = matching.map(({ overload }) => estimateCall(overload, args))
  const sizes = estimates.flatMap(({ size }) => (size ? [size] : []))
  const own = Math.max(...estimates.map(({ cost }) => cost))
  const isSure = candidates.length === 1 && args.every(({ type }) => isKnown(type))
  return {
    type: types.reduce(wider),
    cost: args.reduce((total, { cost }) => total + cost, own),
    ...(constant === undefined ? {} : { constant }),
    sized: {
      ...(sizes.length > 0 ? { size: sizes.reduce(union) } : {}),
      ...(estimates[0]?.entry ? { entry: estimates[0].entry } : {}),
    },
    run: constant === undefined ? runOf(candidates, args, isSure) : () => constant,
  }
}

function runOf(candidates: readonly Overload[], args: readonly Typed[], isSure: boolean): Typed['run'] {
  return (frame) => {
    const values = valuesOf(candidates[0]!, args, frame)
    // What may be null is of its type all the same.
    const chosen =
      isSure && !values.includes(null)
        ? candidates[0]!
        : candidates.find((each) => each.args.every((type, at) => fits(type, values[at]!)))
    if (!chosen) throw new CelError('no such overload')
    frame.budget.add(chosen.cost ? chosen.cost(...values.map(sizeOf)) : 1)
    return chosen.run(values as never[], frame.budget)
  }
}

/** As upstream, a call of one or two costs as much where one of them fails. */
function valuesOf({ cost }: Overload, args: readonly Typed[], frame: Frame): Value[] {
  if (args.length > 2) return args.map((each) => each.run(frame))
  let failed: CelError | undefined
  const values = args.map((each) => {
    try {
      return each.run(frame)
    } catch (error) {
      if (!(error instanceof CelError)) throw error
      failed ??= error
      return null
    }
  })
  if (!failed) return values
  frame.budget.add(cost ? cost(...values.map(sizeOf)) : 1)
  throw failed
}

const conversions = new Set([
  'bool',
  'bytes',
  'double',
  'duration',
  'dyn',
  'int',
  'string',
  'timestamp',
  'type',
  'uint',
])
const patterned = new Set(['matches', 'find', 'findAll'])

/** What upstream looks at when it compiles, where it is a literal. */
const parsed = new Set(['duration', 'matches', 'timestamp'])

/** Conversions of what is known are made once, as upstream does it, and they and patterns must be ones. */
function constantOf(
  name: string,
  args: readonly Typed[],
  { candidates, pos }: { readonly candidates: readonly Overload[]; readonly pos: number },
): Value | undefined {
  const [first, second] = args
  try {
    if (patterned.has(name) && typeof second?.constant === 'string') patternOf(second.constant)
    if (args.length !== 1 || !conversions.has(name) || first?.constant === undefined) return undefined
    const overload = candidates.find((each) => fits(each.args[0]!, first.constant!))
    if (!overload) throw new CelError('no such overload')
    return overload.run([first.constant] as never[], new Budget())
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    const isLiteral = (name === 'matches' ? second : first)?.literal !== undefined
    throw new (isLiteral && parsed.has(name) ? CompileError : ConstantError)(error.message, pos)
  }
}

const isUnbound = (type: CelType): boolean =>
  type.kind === 'list' && type.element.kind === 'dyn' && type.element.unbound === true

/** Whether values of the type are what it says: none of it is dyn, and null is not among them. */
const isKnown = (type: CelType): boolean => type.kind !== 'dyn' && type.kind !== 'optional' && type.kind !== 'null_type'

function bind(overload: Overload, args: readonly Typed[], receiver: boolean): Bindings | undefined {
  if (overload.receiver !== receiver || overload.args.length !== args.length) return undefined
  const bindings: Bindings = new Map()
  return overload.args.every((formal, at) => isAssignable(formal, args[at]!.type, bindings)) ? bindings : undefined
}

/** Lists made of a list keep how its elements are told apart. */
function resultOf(overload: Overload, args: readonly Typed[], bindings: Bindings): CelType {
  const type = substitute(overload.result, bindings)
  const first = args[0]?.type
  if (type.kind !== 'list' || first?.kind !== 'list' || !first.list) return type
  return { ...type, list: first.list, ...(first.keys ? { keys: first.keys } : {}) }
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
