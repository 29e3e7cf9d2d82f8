/** Client certificates as identities: the common name is the user, organizations are groups. */
import type { Authenticator, Credentials, User } from '../../../core/auth/contract.js'

/** Remembers the user of each connection by its certificate object. */
export function x509Authenticator(): Authenticator {
  const users = new WeakMap<NonNullable<Credentials['certificate']>, User>()
  return {
    name: 'x509',
    authenticate({ certificate }) {
      if (!certificate) return undefined
      let user = users.get(certificate)
      if (!user) {
        user = {
          username: certificate.commonName,
          groups: certificate.organizations,
          extra: { 'authentication.kubernetes.io/credential-id': [`X509SHA256=${certificate.fingerprint}`] },
        }
        users.set(certificate, user)
      }
      return user
    },
  }
}
