/** Admission policies in CEL: what they change, refuse and warn of. */
export { mutatingPolicies } from './mutating.js'
export { validatingPolicies } from './validating.js'
