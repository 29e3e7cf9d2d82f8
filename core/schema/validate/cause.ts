/** One error of a generated validator as upstream says it (apimachinery's util/validation/field). */
import { writeJson } from '../../kit/index.js'
import type { KubeObject, StatusCause } from '../../meta/index.js'
import type { StructType, Type } from '../type.js'
import { saysByPattern } from './formats.js'
import type { RawError } from './raw-validator.js'

export interface About {
  readonly object: KubeObject
  readonly type: StructType
}

export function causeOf(error: RawError, about: About): StatusCause {
  const place = locate(error, about)
  const { reason, message } = words(error, place.value)
  return { reason, message, field: place.field }
}

interface Words {
  readonly reason: string
  readonly message: string
}

const required: Words = { reason: 'FieldValueRequired', message: 'Required value' }

function words({ keyword, params }: RawError, value: unknown): Words {
  const limit = Number(params['limit'])
  switch (keyword) {
    case 'required':
    case 'not':
      return required
    case 'minLength':
      return limit === 1 ? required : invalid(value, `must be at least ${limit} characters`)
    case 'minItems':
      return limit === 1 ? required : invalid(value, `must have at least ${limit} items`)
    case 'maxLength':
      return { reason: 'FieldValueTooLong', message: `Too long: may not be more than ${limit} bytes` }
    case 'longest':
      return invalid(value, `has more than the ${limit} bytes that it may have`)
    case 'maxItems':
      return { reason: 'FieldValueTooMany', message: `Too many: ${sizeOf(value)}: must have at most ${limit} items` }
    case 'enum':
    case 'closedItems':
      return unsupported(value ?? '', params['allowedValues'] as unknown[])
    case 'minimum':
      return invalid(value, `must be greater than or equal to ${limit}`)
    case 'maximum':
      return invalid(value, `must be less than or equal to ${limit}`)
    case 'between': {
      const [least, greatest, zero] = params['limits'] as readonly [number, number, string?]
      if (value === 0 && zero) return required
      return invalid(value, `must be between ${least} and ${greatest}, inclusive`)
    }
    case 'uniqueBy':
      return { reason: 'FieldValueDuplicate', message: `Duplicate value: ${writeJson(value)}` }
    default:
      return invalid(value, saysByPattern.get(String(params['pattern'])) ?? 'does not match what the schema asks for')
  }
}

const invalid = (value: unknown, why: string): Words => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${writeJson(value)}: ${why}`,
})

function unsupported(value: unknown, allowed: readonly unknown[]): Words {
  const supported = allowed.filter((each) => each !== '' && each !== null).map((each) => writeJson(each))
  return {
    reason: 'FieldValueNotSupported',
    message: `Unsupported value: ${writeJson(value)}: supported values: ${supported.join(', ')}`,
  }
}

const sizeOf = (value: unknown) => (Array.isArray(value) ? value.length : 0)

interface Place {
  /** `spec.containers[0].name`, `data[a key]`. */
  readonly field: string
  readonly value: unknown
}

/** Follows the pointer through the object and its type, which tells members from keys of maps. */
function locate({ instancePath, keyword, params, propertyName }: RawError, { object, type }: About): Place {
  const names = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (keyword === 'required') names.push(String(params['missingProperty']))
  let value: unknown = object
  let here: Type | undefined = type
  let field = ''
  const step = (name: string) => {
    const isElement = Array.isArray(value)
    field += isElement || here?.shape === 'map' ? `[${name}]` : field ? `.${name}` : name
    value = (value as Readonly<Record<string, unknown>> | undefined | null)?.[name]
    here = inner(here, name)
  }
  for (const name of names) step(name)
  if (propertyName !== undefined) return { field: `${field}[${propertyName}]`, value: propertyName }
  if (keyword === 'closedItems') return { field, value: (value as readonly unknown[])[Number(params['index'])] }
  if (keyword === 'uniqueBy') {
    step(String(params['index']))
    step(String(params['member']))
  }
  return { field, value }
}

function inner(type: Type | undefined, name: string): Type | undefined {
  if (type?.shape === 'struct') return type.fields.get(name)?.type
  return type?.shape === 'list' || type?.shape === 'map' ? type.element : undefined
}
