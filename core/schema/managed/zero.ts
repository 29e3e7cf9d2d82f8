/** What upstream's typed objects hold before anything is said: structs that are no pointers, scalars whose key is never left out, and null for what else is never left out. */
import type { StructType, Type } from '../type.js'

const zeros = new WeakMap<StructType, Readonly<Record<string, unknown>>>()

/** The object that a create starts from: what is in it already is nothing that a creator comes to own. Shared: not to be changed. Cost: made once a type. */
export function zeroObject(type: Type): Readonly<Record<string, unknown>> {
  if (type.shape !== 'struct') return {}
  const known = zeros.get(type)
  if (known) return known
  const zero: Record<string, unknown> = {}
  zeros.set(type, zero)
  for (const field of type.fields.values()) {
    if (!field.always) continue
    if (field.pointer || field.type.shape === 'list' || field.type.shape === 'map') zero[field.name] = null
    else if (field.type.shape === 'struct') zero[field.name] = zeroObject(field.type)
    else if (field.type.shape === 'scalar') {
      const { scalar } = field.type
      if (scalar === 'string') zero[field.name] = ''
      else if (scalar === 'integer' || scalar === 'number' || scalar === 'intOrString') zero[field.name] = 0
      else if (scalar === 'boolean') zero[field.name] = false
      else if (scalar !== 'quantity') zero[field.name] = null
    }
  }
  return zero
}
