/** A value that does not fit its type; becomes the 400 that upstream's JSON decoder gives. */
import { WrittenNumber } from '../../kit/index.js'
import type { Type } from '../type.js'

/** The message completes the sentence `<Kind> in version "v1" cannot be handled as a <Kind>: ...`. */
export class Mismatch extends Error {
  /** What upstream says instead when a value already read, as a strategic merge patch leaves it, is put into the type. */
  readonly whenPut: string

  constructor(message: string, whenPut = message) {
    super(message)
    this.whenPut = whenPut
  }
}

/** `json: cannot unmarshal string into Go struct field PodSpec.spec.hostNetwork of type bool`: clients and people know these words. */
export function mismatch(
  value: unknown,
  type: Type,
  place: { readonly struct: string; readonly path: string },
): Mismatch {
  const at = place.struct ? `Go struct field ${place.struct}.${place.path}` : `Go value`
  return new Mismatch(
    `json: cannot unmarshal ${described(value, type)} into ${at} of type ${goType(type)}`,
    whenPut(value, type),
  )
}

/** The words of upstream's converter from trees to types. Undefined: it decodes such a value as JSON. */
function whenPut(value: unknown, type: Type): string | undefined {
  const kind = goKind(value)
  switch (type.shape) {
    case 'map':
      return `cannot restore map from ${kind}`
    case 'list':
      return `cannot restore slice from ${kind}`
    case 'struct':
      return `cannot restore struct from: ${kind}`
    case 'any':
      return undefined
    case 'scalar':
  }
  if (type.scalar === 'bytes') return `cannot restore slice from ${kind}`
  if (!['string', 'integer', 'number', 'boolean'].includes(type.scalar)) return undefined
  const isConvertible =
    type.scalar !== 'boolean' && (kind === 'int64' || (kind === 'float64' && type.scalar !== 'string'))
  return isConvertible ? `cannot convert ${kind} to ${goType(type)}` : `unrecognized type: ${goType(type)}`
}

function goKind(value: unknown): string {
  if (Array.isArray(value)) return 'slice'
  if (typeof value === 'number' || typeof value === 'bigint')
    return typeof value === 'bigint' || Number.isInteger(value) ? 'int64' : 'float64'
  return typeof value === 'boolean' ? 'bool' : typeof value === 'object' ? 'map' : typeof value
}

function described(value: unknown, type: Type): string {
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'boolean') return 'bool'
  if (value instanceof WrittenNumber) return `number ${value.text}`
  const wantsNumber = type.shape === 'scalar' && ['integer', 'number', 'intOrString'].includes(type.scalar)
  if (typeof value !== 'number' && typeof value !== 'bigint') return typeof value
  return wantsNumber ? `number ${value}` : 'number'
}

const scalars = {
  string: 'string',
  integer: 'int64',
  number: 'float64',
  boolean: 'bool',
  quantity: 'resource.Quantity',
  intOrString: 'int32',
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
