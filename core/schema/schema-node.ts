/** A schema as definitions hold it: OpenAPI v3 as CustomResourceDefinition v1 has it, with the x-operon-* keys of crds/README.md. `$ref` is the full name of a type. */
export interface SchemaNode {
  readonly [key: string]: unknown
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly description?: string
  readonly default?: unknown
  readonly required?: readonly string[]
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly items?: SchemaNode
  /** Only `true`/`false` in people's own definitions; built-in ones have schemas. */
  readonly additionalProperties?: SchemaNode | boolean
}

/** Where the schema of a named type is had; throws for a name that is not there. */
export type TypeSource = (name: string) => SchemaNode
