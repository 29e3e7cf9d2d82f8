/** Schema: definitions compiled, and everything that walks over their types: decode, default, prune, validate, patches, managed fields, tables. Storage, requests and users do not belong here. */
export * from './definition.js'
export * from './type.js'
export * from './custom/index.js'
export * from './managed/index.js'
export * from './patch/index.js'
export { TypeBuilder } from './build-type.js'
export {
  AdmissionExpressions,
  type Elsewhere,
  evaluateFar,
  expressionError,
  type FarExpression,
  type FarOutcome,
  RulesTooDear,
} from './cel/index.js'
export { compileJsonPath, NoWay } from './json-path/index.js'
export { type BuiltIns, loadBuiltIns } from './load.js'
export { forgetEmptyLists } from './empty-lists.js'
export {
  carryWritten,
  type Decoded,
  decodeConfiguration,
  decodeNamed,
  decodeObject,
  decodeShape,
  fractionAt,
  isUnfit,
  noteWritten,
  whyUnfit,
  statedEmpty,
} from './decode/index.js'
export { applyDefaults } from './defaults/index.js'
export type { SchemaNode, TypeSource } from './schema-node.js'
export * from './protobuf/index.js'
export { wholeTypes } from './whole-types.js'
export * from './table/index.js'
export { validateObject } from './validate/index.js'
