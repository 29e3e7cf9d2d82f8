/** Definitions by anyone: a CustomResourceDefinition compiled to the internal form; its schema is interpreted, not compiled: nothing is generated, and nothing is kept of a kind that nobody asks for. */
export { checkConversion } from './check-conversion.js'
export { checkSchema } from './check-schema.js'
export {
  type CustomHead,
  type CustomManifest,
  type CustomParts,
  compileCustom,
  compilePacked,
  packCustom,
  type PackedManifest,
} from './compile.js'
export { WarmSchemas } from './warm.js'
