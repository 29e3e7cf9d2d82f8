/** The types that expressions see of a kind whose definition is known: for checking alone, values are read as they are. */
import type { ScalarType, StructType, Type } from '../type.js'
import { escapeName } from './schema-type.js'
import { type CelType, dyn, json, listOf, type ObjectField, plain } from './types.js'

const known = new WeakMap<StructType, CelType>()

/** Cost: the size of the type at the first call. What holds itself is anything where it comes again. */
export function celTypeOf(type: StructType): CelType {
  let found = known.get(type)
  if (!found) known.set(type, (found = structType(type, new Set(), 'object')))
  return found
}

function typeOf(type: Type, within: ReadonlySet<Type>, name: string): CelType {
  switch (type.shape) {
    case 'scalar':
      return scalarType(type)
    case 'list':
      return listOf(typeOf(type.element, within, `${name}.@idx`))
    case 'map':
      return { kind: 'map', key: plain('string'), value: typeOf(type.element, within, `${name}.@elem`) }
    case 'struct':
      return structType(type, within, name)
    case 'any':
      return json
  }
}

function structType(type: StructType, within: ReadonlySet<Type>, name: string): CelType {
  if (within.has(type)) return json
  if (type.fields.size === 0) return json
  const inside = new Set([...within, type])
  const fields = new Map<string, ObjectField>()
  for (const [jsonName, field] of type.fields) {
    const escaped = escapeName(jsonName)
    if (escaped !== undefined) fields.set(escaped, { jsonName, type: typeOf(field.type, inside, `${name}.${escaped}`) })
  }
  return { kind: 'object', name, fields, ...(type.preservesUnknown ? { open: true as const } : {}) }
}

function scalarType({ scalar, format }: ScalarType): CelType {
  switch (scalar) {
    case 'integer':
      return plain('int')
    case 'number':
      return plain('double')
    case 'boolean':
      return plain('bool')
    case 'bytes':
      return plain('bytes')
    case 'time':
    case 'microTime':
      return plain('timestamp')
    case 'intOrString':
      return dyn
    default:
      return plain(format === 'duration' ? 'duration' : 'string')
  }
}
