/** Registry: a resource is a definition and its strategy; one verb per file. HTTP, encodings and users' rights do not belong here. */
export * from './bootstrap.js'
export * from './contract.js'
export { createRegistry, type OwnedRegistry } from './create-registry.js'
export { acceptPassing } from './passing.js'
export * from './verbs.js'
export { isHeavy, lightBytes, mostObjectBytes, objectTooLarge, TooHeavyHere } from './size-limits.js'
export { registrysOwn } from './untouchable.js'
export { collectionPrefix } from './shelf.js'
