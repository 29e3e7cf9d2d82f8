/** Schema: definitions compiled, and everything that walks over their types: decode, default, prune, validate, patches, managed fields, tables. Storage, requests and users do not belong here. */
export * from './definition.js'
export * from './type.js'
export * from './managed/index.js'
export * from './patch/index.js'
export { type CompiledDefinition, compileDefinitions } from './compile.js'
export { type BuiltIns, loadBuiltIns } from './load.js'
export type { SchemaNode, TypeSource } from './schema-node.js'
export { typeSource } from './type-source.js'
