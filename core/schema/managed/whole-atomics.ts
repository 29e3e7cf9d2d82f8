/** Field sets that were written before a type became atomic. Source: structured-merge-diff's typed/reconcile_schema.go. */
import type { Type } from '../type.js'
import { elementOf } from './compare.js'
import { type FieldSet, isEmpty, leaf } from './field-set.js'

/** `set` with what has members below an atomic struct, map or list as that alone; itself where there is no such thing. Cost: linear in the set. */
export function wholeAtomics(set: FieldSet, type: Type): FieldSet {
  if (isEmpty(set) || type.shape === 'scalar') return set
  if (type.shape === 'list' ? type.list === 'atomic' : type.atomic) return leaf
  let copy: FieldSet | undefined
  for (const key in set) {
    if (key === '.') continue
    const field = type.shape === 'struct' && key.startsWith('f:') ? type.fields.get(key.slice(2)) : undefined
    const below = wholeAtomics(set[key]!, field?.type ?? elementOf(type))
    if (below !== set[key]) (copy ??= { ...set })[key] = below
  }
  return copy ?? set
}
