/** Defaulting of objects by type. */
export { applyDefaults } from './apply.js'
