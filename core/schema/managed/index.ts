/** Managed fields: who owns which field, and server-side apply. Storage and requests do not belong here. */
export { applyConfiguration } from './apply.js'
export { labelsMember, metadataMember } from './field-set.js'
export { mergeConfiguration } from './merge-configuration.js'
export { trackUpdate } from './track-update.js'
export { requireTyped, unreadableConfiguration } from './untyped-configuration.js'
export type { Versions } from './versions.js'
export { zeroObject } from './zero.js'
