/** How large values are at most, as far as an expression tells it: what the estimate of cost goes by (facts of cel-go's checker). */
import type { Value } from './values.js'
import type { CelType } from './types.js'

export interface Size {
  readonly min: number
  readonly max: number
}

/** What is known of the size of an expression's value. */
export interface Sized {
  readonly size?: Size
  /** Of the keys and values of a list or map that the expression makes. */
  readonly entry?: Entry
  /** Where in the schema the value comes from; null: from where the schema says nothing; left out: from no path. */
  readonly path?: CelType | null
  /** When nothing else is known. */
  readonly atLast?: Size | undefined
}

export interface Entry {
  readonly key: Size
  readonly value: Size
}

interface Expression {
  readonly type: CelType
  readonly sized?: Sized
}

const unknownSize: Size = { min: 0, max: Number.POSITIVE_INFINITY }
export const fixed = (size: number): Size => ({ min: size, max: size })
export const union = (a: Size, b: Size): Size => ({ min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) })

/** Without the trap that nothing of what has no end is no number. */
export const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b)
export const share = (size: number, factor: number): number => Math.ceil(times(size, factor))

export function knownSize({ type, sized = {} }: Expression): Size | undefined {
  if (sized.size) return sized.size
  if (sized.path) return { min: 0, max: declared(sized.path) }
  return isScalar(type) ? fixed(1) : sized.atLast
}

export const sizeOrUnknown = (expression: Expression): Size => knownSize(expression) ?? unknownSize

/** Upstream declares a greatest size for texts, lists and maps alone. */
const declared = (type: CelType): number => ('max' in type ? (type.max ?? 0) : 0)

const scalars = new Set(['bool', 'double', 'duration', 'int', 'timestamp', 'uint'])
const isScalar = (type: CelType): boolean => (type.kind === 'optional' ? isScalar(type.inner) : scalars.has(type.kind))

/** Of a literal. */
export function sizeOfLiteral(value: Value): Size {
  if (typeof value === 'string') return fixed(Array.from(value).length)
  return fixed(value instanceof Uint8Array ? value.length : 1)
}

/** Of a list's elements, as far as the schema tells it. */
export function elementSize({ sized }: Expression): Size {
  const element = sized?.path ? elementOf(sized.path) : undefined
  return element ? { min: 0, max: declared(element) } : unknownSize
}

const elementOf = (type: CelType): CelType | null =>
  type.kind === 'list' ? type.element : type.kind === 'map' ? type.value : null

/** What comes from no path is taken for what the rule stands at. */
type Step = (holder: Expression, root: CelType | undefined) => CelType | null

const step =
  (below: (path: CelType) => CelType | null): Step =>
  ({ sized }, root) => {
    const path = sized?.path
    return path === undefined ? (root ?? null) : path && below(path)
  }

export const elementPath = step(elementOf)
export const keyPath = step((type) => (type.kind === 'map' ? type.key : null))
export const indexPath = step(() => null)
export const memberPath = (name: string): Step =>
  step((type) => (type.kind === 'object' ? (type.fields.get(name)?.type ?? null) : null))

/** Of what a literal list or map holds. */
export function unionOfSizes(expressions: readonly Expression[]): Size {
  const [first, ...others] = expressions.map(sizeOrUnknown)
  return first ? others.reduce(union, first) : fixed(0)
}

export function unionOfEntries(a: Entry | undefined, b: Entry | undefined): Entry | undefined {
  return a && b && { key: union(a.key, b.key), value: union(a.value, b.value) }
}
