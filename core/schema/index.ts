/** Schema: definitions compiled, and everything that walks over their types: decode, default, prune, validate, patches, managed fields, tables. Storage, requests and users do not belong here. */

export { TypeBuilder } from './build-type.js'
export {
  type AdmissionEvaluation,
  type AdmissionExpression,
  AdmissionExpressions,
  type AdmissionInputs,
  type AdmissionProgram,
  type Asker,
  expressionError,
  type Outcome,
  RulesTooDear,
  type Shape,
  type Sight,
} from './cel/index.js'
export { type CompiledDefinition, compileDefinitions } from './compile.js'
export * from './custom/index.js'
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
  statedEmpty,
  whyUnfit,
} from './decode/index.js'
export { applyDefaults } from './defaults/index.js'
export * from './definition.js'
export { forgetEmptyLists } from './empty-lists.js'
export { compileJsonPath, type JsonPath, NoWay } from './json-path/index.js'
export { type BuiltIns, loadBuiltIns } from './load.js'
export * from './managed/index.js'
export * from './patch/index.js'
export * from './protobuf/index.js'
export type { SchemaNode, TypeSource } from './schema-node.js'
export * from './table/index.js'
export * from './type.js'
export { typeSource } from './type-source.js'
export { type RawValidator, type ValidatorSource, validateObject } from './validate/index.js'
export { wholeTypes } from './whole-types.js'
