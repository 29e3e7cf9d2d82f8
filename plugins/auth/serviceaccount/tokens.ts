/** Tokens of service accounts: JWTs signed with the cluster's own key (ES256), in upstream's claims. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { Clock, Random } from '../../../core/kit/index.js'
import { unauthorized } from '../../../core/meta/index.js'

/** An object by name and uid. */
export interface Named {
  readonly name: string
  readonly uid: string
}

/** What a token is good for only as long as it exists, beside its account. */
export interface Bound {
  readonly pod?: Named
  readonly secret?: Named
  readonly node?: { readonly name: string; readonly uid?: string }
  /** The Secret that holds a token without an end: good as long as it stands there. */
  readonly holder?: string
}

/** Who has issued tokens without an end, in upstream's words. */
const lastingIssuer = 'kubernetes/serviceaccount'
const lasting = 'kubernetes.io/serviceaccount'

export interface TokenSubject extends Bound {
  readonly namespace: string
  readonly serviceaccount: Named
}

/** What a verified token says. */
export interface TokenClaims {
  readonly subject: TokenSubject
  readonly audiences: readonly string[]
  readonly expiresMs: number
  readonly id: string
}

export class ServiceAccountTokens {
  readonly issuer: string
  readonly #audiences: readonly string[]
  readonly #privateKey: KeyObject
  readonly #publicKey: KeyObject
  readonly #keyId: string
  readonly #clock: Clock
  readonly #random: Random

  /** `key`: an EC P-256 private key, PEM. `audiences`: whom lasting tokens are for; left out: the issuer. */
  constructor(options: {
    readonly key: string
    readonly issuer: string
    readonly audiences?: readonly string[]
    readonly clock: Clock
    readonly random: Random
  }) {
    this.issuer = options.issuer
    this.#audiences = options.audiences ?? [options.issuer]
    this.#privateKey = createPrivateKey(options.key)
    this.#publicKey = createPublicKey(this.#privateKey)
    const der = this.#publicKey.export({ type: 'spki', format: 'der' })
    this.#keyId = createHash('sha256').update(der).digest('base64url')
    this.#clock = options.clock
    this.#random = options.random
  }

  /** What verifies the tokens, as a JSON Web Key. */
  publicKey(): object {
    return { ...this.#publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: this.#keyId }
  }

  /** Signs a token. Cost: 0.2 ms; the first call of a process loads jose (40 ms). */
  async issue(
    subject: TokenSubject,
    options: { readonly audiences: readonly string[]; readonly expirationSeconds: number },
  ): Promise<{ readonly token: string; readonly expiresMs: number }> {
    const { SignJWT } = await import('jose')
    const now = Math.floor(this.#clock.now() / 1000)
    const expires = now + options.expirationSeconds
    const { namespace, serviceaccount, pod, secret, node } = subject
    const claims = {
      aud: [...options.audiences],
      iss: this.issuer,
      sub: `system:serviceaccount:${namespace}:${serviceaccount.name}`,
      iat: now,
      nbf: now,
      exp: expires,
      jti: this.#random.uuid(),
      'kubernetes.io': {
        namespace,
        serviceaccount,
        ...(pod ? { pod } : {}),
        ...(secret ? { secret } : {}),
        ...(node ? { node } : {}),
      },
    }
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: this.#keyId })
      .sign(this.#privateKey)
    return { token, expiresMs: expires * 1000 }
  }

  /** Signs a token without an end, to be kept in a Secret. Cost: as `issue`. */
  async issueLasting(of: {
    readonly namespace: string
    readonly serviceaccount: Named
    readonly secret: string
  }): Promise<string> {
    const { SignJWT } = await import('jose')
    const claims = {
      iss: lastingIssuer,
      sub: `system:serviceaccount:${of.namespace}:${of.serviceaccount.name}`,
      [`${lasting}/namespace`]: of.namespace,
      [`${lasting}/secret.name`]: of.secret,
      [`${lasting}/service-account.name`]: of.serviceaccount.name,
      [`${lasting}/service-account.uid`]: of.serviceaccount.uid,
    }
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: this.#keyId }).sign(this.#privateKey)
  }

  /** Whether the token names us as its issuer; nothing is verified. */
  isOurs(token: string): boolean {
    const [, payload, signature, ...more] = token.split('.')
    if (!payload || !signature || more.length) return false
    try {
      const said = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))?.iss
      return said === this.issuer || said === lastingIssuer
    } catch {
      return false
    }
  }

  /** Checks signature and times. Throws 401. Whether account and bound objects still exist is the caller's to check. */
  async verify(token: string): Promise<TokenClaims> {
    const { jwtVerify } = await import('jose')
    try {
      const { payload } = await jwtVerify(token, this.#publicKey, {
        algorithms: ['ES256'],
        issuer: [this.issuer, lastingIssuer],
        currentDate: new Date(this.#clock.now()),
      })
      if (payload.iss === lastingIssuer)
        return { subject: holderOf(payload), audiences: this.#audiences, expiresMs: Number.POSITIVE_INFINITY, id: '' }
      const subject = payload['kubernetes.io'] as TokenSubject
      const audiences = payload.aud === undefined ? [] : [payload.aud].flat()
      return { subject, audiences, expiresMs: (payload.exp ?? 0) * 1000, id: String(payload.jti) }
    } catch {
      throw unauthorized()
    }
  }
}

function holderOf(claims: Readonly<Record<string, unknown>>): TokenSubject {
  const said = (name: string) => String(claims[`${lasting}/${name}`] ?? '')
  const serviceaccount = { name: said('service-account.name'), uid: said('service-account.uid') }
  return { namespace: said('namespace'), serviceaccount, holder: said('secret.name') }
}
