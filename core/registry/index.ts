/** Registry: a resource is a definition and its strategy; one verb per file. HTTP, encodings and users' rights do not belong here. */
export * from './contract.js'
export * from './verbs.js'
