/** Who asks: authenticators in order, anonymous when nothing was shown. */
import { unauthorized } from '../meta/index.js'
import type { MaybePromise } from '../kit/index.js'
import type { Authenticator, Credentials, User } from './contract.js'

export const anonymous: User = { username: 'system:anonymous', groups: ['system:unauthenticated'] }
export const everyoneKnown = 'system:authenticated'
const sorts: ReadonlySet<string> = new Set([...anonymous.groups, everyoneKnown])

export type Authentication = (credentials: Credentials) => MaybePromise<User>

/**
 * The first authenticator that answers wins; its user gets the group of all who are known, unless it is called anonymous or is in one of the two already. Equal credentials give the same User object where the
 * authenticator remembers them: caches hang on it. Throws 401 for credentials that nobody vouches for; without any the answer is anonymous.
 */
export function createAuthentication(authenticators: readonly Authenticator[]): Authentication {
  const known = new WeakMap<User, User>()

  const accept = (user: User): User => {
    if (user.username === anonymous.username || user.groups.some((group) => sorts.has(group))) return user
    let wider = known.get(user)
    if (!wider) known.set(user, (wider = { ...user, groups: [...user.groups, everyoneKnown] }))
    return wider
  }
  const none = (credentials: Credentials): User => {
    if (credentials.bearer !== undefined || credentials.untrusted !== undefined) throw unauthorized()
    return anonymous
  }
  const askFrom = (start: number, credentials: Credentials): MaybePromise<User> => {
    for (let at = start; at < authenticators.length; at++) {
      const answer = authenticators[at]!.authenticate(credentials)
      if (answer instanceof Promise) {
        return answer.then((user) => (user ? accept(user) : askFrom(at + 1, credentials)))
      }
      if (answer) return accept(answer)
    }
    return none(credentials)
  }
  return (credentials) => askFrom(0, credentials)
}
