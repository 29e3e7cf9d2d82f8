/** Expressions over names that a kind has of its own: whether they compile, what they come to, and what they may cost at most. */
import { compile } from './compile.js'
import { CompileError, parse, showError } from './parse.js'
import { objectOf } from './admission-types.js'
import { Scope } from './typed.js'
import { type CelType, dyn, plain, typeText } from './types.js'

/** A type, said without this room's words. */
export type Shape =
  | 'string'
  | 'bool'
  | 'dyn'
  | 'quantity'
  /** Of texts to that. */
  | { readonly map: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> }

/** `names`: what may be named, and what it is. Undefined: nothing is wrong. Does not throw. */
export function expressionError(
  text: string,
  names: Readonly<Record<string, Shape>>,
  { wanted, costs }: { readonly wanted: 'bool' | 'string'; readonly costs: number },
): { readonly why: string; readonly sort: 'invalid' | 'dear' } | undefined {
  try {
    const slots = Object.entries(names).map(
      ([name, shape], slot) => [name, { slot, type: typeOf(shape, name) }] as const,
    )
    const { type, cost } = compile(parse(text), new Scope(new Map(slots), slots.length))
    const found = typeText(type)
    if (found !== wanted && found !== 'dyn')
      return { sort: 'invalid', why: `must come to ${wanted}, and comes to ${found}` }
    return cost > costs ? { sort: 'dear', why: `may cost ${cost} units, ${costs} at most` } : undefined
  } catch (error) {
    if (error instanceof CompileError) return { sort: 'invalid', why: `compilation failed: ${showError(error, text)}` }
    if (error instanceof RangeError) return { sort: 'invalid', why: 'compilation failed: nested too deeply' }
    throw error
  }
}

function typeOf(shape: Shape, name: string): CelType {
  if (shape === 'dyn') return dyn
  if (typeof shape === 'string') return plain(shape)
  if ('map' in shape) return { kind: 'map', key: plain('string'), value: typeOf(shape.map, name) }
  return objectOf(
    `kubernetes.${name}`,
    Object.fromEntries(Object.entries(shape.fields).map(([field, inner]) => [field, typeOf(inner, field)])),
  )
}
