/** Service accounts: their tokens and the authenticator that takes them. */
export { serviceAccountAuthenticator } from './authenticator.js'
export { ServiceAccountTokens } from './tokens.js'
