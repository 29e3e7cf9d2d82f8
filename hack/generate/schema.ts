/** The shape of a schema in crds/: OpenAPI v3 as CustomResourceDefinition v1 has it, and the x-operon-* keys (crds/README.md). */
export interface Schema {
  readonly [key: string]: unknown
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema
  readonly enum?: readonly unknown[]
  readonly default?: unknown
}

/** `PodSpec` of `io.k8s.api.core.v1.PodSpec`. */
export const simpleName = (type: string): string => type.slice(type.lastIndexOf('.') + 1)

/** `io.k8s.api.core.v1` of `io.k8s.api.core.v1.PodSpec`. */
export const packageOf = (type: string): string => type.slice(0, type.lastIndexOf('.'))
