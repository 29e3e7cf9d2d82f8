/** Service accounts: their tokens and the authenticator that takes them. */
export { type ServiceAccountParts, serviceAccountAuthenticator, userOf } from './authenticator.js'
export { type Bound, ServiceAccountTokens, type TokenClaims, type TokenSubject } from './tokens.js'
