/** Builds the walkable `Type` of a schema. Named types are built once and shared, also when they refer to themselves. */
import type { SchemaNode, TypeSource } from './schema-node.js'
import type { DefaultRule, Field, ListType, Scalar, SchemaUnion, StructType, Type } from './type.js'

export class TypeBuilder {
  readonly #source: TypeSource
  readonly #named = new Map<string, Type>()

  constructor(source: TypeSource) {
    this.#source = source
  }

  /** The type of that full name; throws when there is none. */
  named(name: string): Type {
    return this.#named.get(name) ?? this.build(this.#source(name), name)
  }

  /** The type of a schema; `name` when it is a named one. */
  build(schema: SchemaNode, name = ''): Type {
    if (schema.$ref) return asUsed(this.named(schema.$ref), schema)
    if (isStruct(schema)) return this.#struct(schema, name)
    const type = this.#simple(schema, name)
    if (name) this.#named.set(name, type)
    return type
  }

  #struct(schema: SchemaNode, name: string): StructType {
    const fields = new Map<string, Field>()
    const rules = schema['x-operon-defaults'] as readonly DefaultRule[] | undefined
    const struct: StructType = {
      shape: 'struct',
      name,
      fields,
      preservesUnknown: schema['x-kubernetes-preserve-unknown-fields'] === true,
      atomic: schema['x-kubernetes-map-type'] === 'atomic',
      ...(rules ? { rules } : {}),
    }
    if (name) this.#named.set(name, struct)
    const required = new Set(schema.required)
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      fields.set(key, this.#field(key, property, required.has(key)))
    }
    return struct
  }

  #field(name: string, schema: SchemaNode, required: boolean): Field {
    const type = this.build(schema)
    const pointer = schema['x-operon-pointer'] === true
    const number = schema['x-operon-number'] as number | readonly [number | readonly number[], number] | undefined
    const numbered = typeof number === 'object' ? { number: number[1], inlineNumber: number[0] } : { number }
    const strategy = schema['x-kubernetes-patch-strategy'] as string | undefined
    const builtIn = number !== undefined
    return {
      name,
      type,
      required,
      nullable: builtIn || schema['nullable'] !== true,
      ...(pointer ? { pointer } : {}),
      always:
        (schema['x-operon-always'] as boolean | undefined) ??
        (builtIn && (required || (type.shape === 'struct' && !pointer))),
      ...(schema.default === undefined ? {} : { default: schema.default }),
      ...(strategy ? { patchStrategy: strategy.split(',') as Field['patchStrategy'] } : {}),
      ...(schema['x-kubernetes-patch-merge-key']
        ? { patchMergeKey: schema['x-kubernetes-patch-merge-key'] as string }
        : {}),
      ...(number === undefined ? {} : numbered),
    }
  }

  #simple(schema: SchemaNode, name: string): Type {
    if (schema['x-operon-special']) return { shape: 'any', atomic: true, ...this.#union(name) }
    const scalar = scalarOf(schema)
    if (scalar) return { shape: 'scalar', scalar, ...(schema.format ? { format: schema.format } : {}) }
    if (schema.type === 'array') return this.#list(schema)
    const { additionalProperties } = schema
    const atomic = schema['x-kubernetes-map-type'] === 'atomic'
    if (typeof additionalProperties === 'object')
      return { shape: 'map', element: this.build(additionalProperties), atomic }
    return { shape: 'any', atomic }
  }

  /** Of a type named `<type>OrArray` and the like: that type or something else. */
  #union(name: string): { readonly union?: SchemaUnion } {
    const [, schema, other = ''] = /^(.+)Or(Array|Bool|StringArray)$/.exec(name) ?? []
    const or = others[other]
    return schema && or ? { union: { or, schema: () => this.named(schema) as StructType } } : {}
  }

  #list(schema: SchemaNode): ListType {
    const element = schema.items ? this.build(schema.items) : ({ shape: 'any', atomic: false } as const)
    const said = schema['x-kubernetes-list-type'] as ListType['list'] | undefined
    const keys = (schema['x-kubernetes-list-map-keys'] ?? []) as readonly string[]
    if (said) return { shape: 'list', element, list: said, keys }
    // Upstream reads the older patch keys where no list type is declared.
    const merges = String(schema['x-kubernetes-patch-strategy'] ?? '')
      .split(',')
      .includes('merge')
    const mergeKey = schema['x-kubernetes-patch-merge-key'] as string | undefined
    if (!merges) return { shape: 'list', element, list: 'atomic', keys: [] }
    return { shape: 'list', element, list: mergeKey ? 'map' : 'set', keys: mergeKey ? [mergeKey] : [] }
  }
}

const others: Readonly<Record<string, SchemaUnion['or']>> = { Array: 'list', Bool: 'boolean', StringArray: 'texts' }

/** A reference may say of the type, at that place only, that it is owned whole, or (`granular`) by its members. */
function asUsed(type: Type, schema: SchemaNode): Type {
  const said = schema['x-kubernetes-map-type']
  if (said === undefined || (type.shape !== 'struct' && type.shape !== 'map')) return type
  const atomic = said === 'atomic'
  return atomic === type.atomic ? type : { ...type, atomic }
}

function isStruct(schema: SchemaNode): boolean {
  if (schema['x-operon-special'] || schema['x-kubernetes-int-or-string']) return false
  const bare = schema.type === 'object' && typeof schema.additionalProperties !== 'object'
  return schema.properties !== undefined || (bare && schema['x-kubernetes-preserve-unknown-fields'] !== true)
}

function scalarOf(schema: SchemaNode): Scalar | undefined {
  if (schema['x-kubernetes-int-or-string']) return 'intOrString'
  if (schema['x-operon-scalar']) return schema['x-operon-scalar'] as Scalar
  if (schema.type === 'string')
    return schema.format === 'byte' ? 'bytes' : schema.format === 'date-time' ? 'time' : 'string'
  if (schema.type === 'integer' || schema.type === 'number' || schema.type === 'boolean') return schema.type
  return undefined
}
