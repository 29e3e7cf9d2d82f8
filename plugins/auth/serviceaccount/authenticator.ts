import { LRUCache } from 'lru-cache'
import type { Authenticator, User } from '../../../core/auth/contract.js'
import type { Clock, MaybePromise } from '../../../core/kit/index.js'
import { type KubeObject, unauthorized } from '../../../core/meta/index.js'
import type { Named, ServiceAccountTokens, TokenClaims } from './tokens.js'

export interface ServiceAccountParts {
  readonly tokens: ServiceAccountTokens
  /** A token must be meant for one of these. */
  readonly audiences: readonly string[]
  /** The object as it is now; undefined: there is none. */
  lookup(groupPlural: string, namespace: string, name: string): Promise<KubeObject | undefined>
  readonly clock: Clock
  /** Tokens that are remembered; 10,000 when left out, for which room is made at once. */
  readonly mostKnown?: number
}

/** How long a token is taken for good without asking again: what a deleted account or pod may live on in it (upstream's figure). */
const trustMs = 10_000
/** After its deletion was asked for, an object's tokens still work for so long. */
const deletionLeewayMs = 60_000

interface Known {
  readonly user: User
  untilMs: number
}

/** Bearer tokens of this cluster's service accounts. The same token gives the same User object. Cost: a look-up when the token was seen in the last 10 s. */
export function serviceAccountAuthenticator(parts: ServiceAccountParts): Authenticator {
  const known = new LRUCache<string, Known>({ max: parts.mostKnown ?? 10_000 })

  async function check(token: string): Promise<User> {
    const before = known.peek(token)
    known.delete(token)
    const claims = await parts.tokens.verify(token)
    if (!claims.audiences.some((audience) => parts.audiences.includes(audience))) throw unauthorized()
    await requirePresent(parts, claims)
    if (claims.subject.holder !== undefined) await requireHeld(parts, claims, token)
    const user = before?.user ?? userOf(claims)
    known.set(token, { user, untilMs: Math.min(parts.clock.now() + trustMs, claims.expiresMs) })
    return user
  }

  return {
    name: 'serviceaccount',
    authenticate({ bearer }): MaybePromise<User | undefined> {
      if (bearer === undefined) return undefined
      const trusted = known.get(bearer)
      if (trusted && parts.clock.now() < trusted.untilMs) return trusted.user
      return trusted || parts.tokens.isOurs(bearer) ? check(bearer) : undefined
    },
  }
}

/** The user that a token stands for, with where it came from as extra. */
function userOf({ subject, id }: TokenClaims): User {
  const { namespace, serviceaccount, pod, node } = subject
  const prefix = 'authentication.kubernetes.io'
  return {
    username: `system:serviceaccount:${namespace}:${serviceaccount.name}`,
    uid: serviceaccount.uid,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`],
    extra: {
      ...(id ? { [`${prefix}/credential-id`]: [`JTI=${id}`] } : {}),
      ...(pod ? { [`${prefix}/pod-name`]: [pod.name], [`${prefix}/pod-uid`]: [pod.uid] } : {}),
      ...(node ? { [`${prefix}/node-name`]: [node.name] } : {}),
      ...(node?.uid ? { [`${prefix}/node-uid`]: [node.uid] } : {}),
    },
  }
}

/** Throws 401 when the account, or what the token is bound to, is gone or another one of the same name. */
async function requirePresent(parts: ServiceAccountParts, { subject }: TokenClaims): Promise<void> {
  const { namespace, serviceaccount, pod, secret, node } = subject
  const wanted: [string, string, Named][] = [['serviceaccounts', namespace, serviceaccount]]
  if (pod) wanted.push(['pods', namespace, pod])
  else if (secret) wanted.push(['secrets', namespace, secret])
  else if (node?.uid) wanted.push(['nodes', '', { name: node.name, uid: node.uid }])
  for (const [plural, place, { name, uid }] of wanted) {
    const object = await parts.lookup(plural, place, name)
    if (!object || object.metadata.uid !== uid) throw unauthorized()
    const deleted = object.metadata.deletionTimestamp
    if (deleted && Date.parse(deleted) + deletionLeewayMs < parts.clock.now()) throw unauthorized()
  }
}

const invalidSince = 'kubernetes.io/legacy-token-invalid-since'

/** A token without an end is good where it is kept: throws 401 when its Secret is gone or going, holds another, or is marked as no longer good. */
async function requireHeld(parts: ServiceAccountParts, { subject }: TokenClaims, token: string): Promise<void> {
  const secret = await parts.lookup('secrets', subject.namespace, subject.holder!)
  const held = (secret?.['data'] as Readonly<Record<string, string>> | undefined)?.['token']
  const isHeld = held !== undefined && Buffer.from(held, 'base64').toString() === token
  if (!isHeld || secret?.metadata.deletionTimestamp || secret?.metadata.labels?.[invalidSince]) throw unauthorized()
}
