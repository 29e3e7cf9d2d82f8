/** Auth: authenticators (first wins) and authorizers. Particular ways of proving an identity are plugins and do not belong here. */
export * from './authentication.js'
export * from './authorization.js'
export * from './contract.js'
export * from './impersonation.js'
export * from './path-authorizer.js'
export * from './refusal.js'
