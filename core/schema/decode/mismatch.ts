/** A value that does not fit its type; becomes the 400 that upstream's JSON decoder gives. */
import type { Type } from '../type.js'

/** `what` completes the sentence `<Kind> in version "v1" cannot be handled as a <Kind>: ...`. */
export class Mismatch extends Error {}

/** `json: cannot unmarshal string into Go struct field PodSpec.spec.hostNetwork of type bool`: clients and people know these words. */
export function mismatch(
  value: unknown,
  type: Type,
  place: { readonly struct: string; readonly path: string },
): Mismatch {
  const at = place.struct ? `Go struct field ${place.struct}.${place.path}` : `Go value`
  return new Mismatch(`json: cannot unmarshal ${described(value, type)} into ${at} of type ${goType(type)}`)
}

function described(value: unknown, type: Type): string {
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'boolean') return 'bool'
  const wantsNumber = type.shape === 'scalar' && (type.scalar === 'integer' || type.scalar === 'number')
  return typeof value === 'number' && wantsNumber ? `number ${value}` : typeof value
}

const scalars = {
  string: 'string',
  integer: 'int64',
  number: 'float64',
  boolean: 'bool',
  quantity: 'resource.Quantity',
  intOrString: 'intstr.IntOrString',
  time: 'v1.Time',
  microTime: 'v1.MicroTime',
  bytes: '[]uint8',
} as const

function goType(type: Type): string {
  switch (type.shape) {
    case 'scalar':
      return type.scalar === 'integer' ? (type.format ?? 'int64') : scalars[type.scalar]
    case 'list':
      return `[]${goType(type.element)}`
    case 'map':
      return `map[string]${goType(type.element)}`
    case 'struct':
      return type.name.split('.').slice(-2).join('.')
    case 'any':
      return 'runtime.RawExtension'
  }
}
