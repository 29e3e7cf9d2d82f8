/** Whether a value has the type that a schema asks for. */
import { writeJson } from '../../kit/index.js'
import type { StatusCause } from '../../meta/index.js'
import type { SchemaNode } from '../schema-node.js'
import { isIntOrString } from './shape.js'

export function typeError(schema: SchemaNode, value: unknown, path: string): StatusCause | undefined {
  const found = typeOf(value)
  if (isIntOrString(schema)) return found === 'integer' || found === 'string' ? undefined : wrong('integer or string')
  const { type } = schema
  if (!type || type === found || (type === 'number' && found === 'integer')) return undefined
  return wrong(type)

  function wrong(wanted: string): StatusCause {
    const shown = found === 'null' ? 'null' : writeJson(found)
    return {
      reason: 'FieldValueTypeInvalid',
      message: `Invalid value: ${shown}: ${path} in body must be of type ${wanted}: ${shown}`,
      field: path || '<nil>',
    }
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value === 'bigint' ? 'integer' : typeof value
}
