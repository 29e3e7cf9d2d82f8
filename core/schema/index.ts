/** Schema: definitions compiled, and everything that walks over their types: decode, default, prune, validate, patches, managed fields, tables. Storage, requests and users do not belong here. */
export * from './definition.js'
export * from './type.js'
export * from './managed/index.js'
export * from './patch/index.js'
