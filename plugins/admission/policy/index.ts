/** Admission policies in CEL: what they refuse, warn of and change. */
export { validatingPolicies } from './validating.js'
