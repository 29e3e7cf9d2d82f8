/** Admission: the chain; mutate in sequence, validate in parallel. What a particular policy decides does not belong here. */
export * from './chain.js'
export * from './contract.js'
