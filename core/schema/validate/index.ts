/** Validation by generated code. */
export type { RawValidator, ValidatorSource } from './raw-validator.js'
export { validateObject } from './validate-object.js'
export { validatorSource } from './validator-source.js'
