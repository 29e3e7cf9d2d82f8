/** Whether a value has the type that a schema asks for (kube-openapi's validation, whose particulars clients see). */
import { writeJson } from '../../kit/index.js'
import type { StatusCause } from '../../meta/index.js'
import type { SchemaNode } from '../schema-node.js'
import { stringFormat } from './formats.js'
import { isFloat, isNearWhole } from './numbers.js'
import { isIntOrString } from './shape.js'

export function typeError(schema: SchemaNode, value: unknown, path: string): StatusCause | undefined {
  const wanted = typesOf(schema)
  const format = formatOf(schema)
  if (value === null) return wanted.length > 0 && schema['nullable'] !== true ? wrong('null') : undefined
  const found = typeOf(value)
  const isWhole = found === 'number' && wanted.includes('integer') && isNearWhole(Number(value))
  const isNumber = found === 'integer' && wanted.includes('number')
  if (wanted.includes(found) || isWhole || isNumber) return undefined
  const isTexty = found === 'string' || found === 'array'
  if (format && isTexty && !wanted.includes('number') && !wanted.includes('integer')) return undefined
  return wanted.length > 0 || format ? wrong(found) : undefined

  function wrong(instead: string): StatusCause {
    const shown = instead === 'null' ? 'null' : writeJson(instead)
    return {
      reason: 'FieldValueTypeInvalid',
      message: `Invalid value: ${shown}: ${path} in body must be of type ${wanted.join(' or ') || format}: ${shown}`,
      field: path || '<nil>',
    }
  }
}

const integerOrString = ['integer', 'string']
const none: readonly string[] = []
const single = new Map<string, readonly string[]>()

export function typesOf(schema: SchemaNode): readonly string[] {
  if (isIntOrString(schema)) return integerOrString
  const { type } = schema
  if (!type) return none
  const known = single.get(type)
  if (known) return known
  const made = [type]
  // Types are few; others can't be defined.
  if (single.size < 10) single.set(type, made)
  return made
}

/** The format that is looked at, as the schema writes it; others than those of the type are passed over. */
export function formatOf(schema: SchemaNode): string {
  const { format } = schema
  if (!format) return ''
  const type = isIntOrString(schema) ? '' : (schema.type ?? '')
  if (type === '' || type === 'string') return stringFormat(format) ? format : ''
  if (type === 'integer') return format === 'int32' || format === 'int64' ? format : ''
  return type === 'number' && (format === 'float' || format === 'double') ? format : ''
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number' || typeof value === 'bigint') return isFloat(value) ? 'number' : 'integer'
  return typeof value
}
