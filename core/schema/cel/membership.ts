/** `x in ['a', 'b']`: a list that is known beforehand is made a set, and looking into it costs nothing, as upstream. */
import type { Typed } from './typed.js'
import { ListValue, Uint, type Value } from './values.js'

/** `made`: the call as it is otherwise, whose estimate stays. */
export function knownMembership(made: Typed, [value, list]: readonly [Typed, Typed]): Typed {
  const known = list.constant
  if (!(known instanceof ListValue)) return made
  const keys = [...known].map(keyOf)
  if (keys.includes(undefined)) return made
  const members = new Set(keys as readonly string[])
  if (members.size === 0) return { ...made, run: () => false }
  return { ...made, run: (frame) => members.has(keyOf(value.run(frame)) ?? '') }
}

/** The same for what is equal; undefined for what is no text, number or bool. */
function keyOf(value: Value): string | undefined {
  if (typeof value === 'string') return `s${value}`
  if (typeof value === 'boolean') return `b${value}`
  if (typeof value === 'bigint') return `n${value}`
  if (value instanceof Uint) return `n${value.value}`
  if (typeof value !== 'number' || Number.isNaN(value)) return undefined
  return Number.isInteger(value) ? `n${BigInt(value)}` : `f${value}`
}
