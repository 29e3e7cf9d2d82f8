/** Tokens of service accounts, bound to their pod, kept until 80 % of their life is over. */
import type { Client } from '../../../core/client/index.js'
import type { Clock } from '../../../core/kit/index.js'
import type { KubeObject } from '../../../core/meta/index.js'
import type { Pod } from '../shapes/index.js'
import { serviceAccounts } from './kinds.js'

export interface Token {
  readonly text: string
  /** Wall clock, milliseconds. */
  readonly renewAtMs: number
}

export interface TokenSource {
  tokenFor(pod: Pod, wanted: { readonly audience?: string; readonly expirationSeconds?: number }): Promise<Token>
}

const shortestSeconds = 600
const usualSeconds = 3607

export class RequestedTokens implements TokenSource {
  readonly #client: Client
  readonly #clock: Clock
  readonly #kept = new Map<string, Token>()

  constructor(options: { readonly client: Client; readonly clock: Clock }) {
    this.#client = options.client
    this.#clock = options.clock
  }

  async tokenFor(
    pod: Pod,
    wanted: { readonly audience?: string; readonly expirationSeconds?: number },
  ): Promise<Token> {
    const { name = '', namespace, uid } = pod.metadata
    const account = pod.spec.serviceAccountName || 'default'
    const seconds = Math.max(shortestSeconds, wanted.expirationSeconds ?? usualSeconds)
    const key = [uid, account, wanted.audience, seconds].join('/')
    const now = this.#clock.now()
    const kept = this.#kept.get(key)
    if (kept && kept.renewAtMs > now) return kept
    for (const [other, token] of this.#kept) if (token.renewAtMs <= now) this.#kept.delete(other)
    const body = {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      metadata: {},
      spec: {
        audiences: wanted.audience ? [wanted.audience] : [],
        expirationSeconds: seconds,
        boundObjectRef: { apiVersion: 'v1', kind: 'Pod', name, uid },
      },
    }
    const place = { namespace, name: account, subresource: 'token', body }
    const answer = await this.#client.createSubresource<KubeObject & TokenAnswer>(serviceAccounts, place)
    const lifeMs = Date.parse(answer.status.expirationTimestamp) - now
    const token = { text: answer.status.token, renewAtMs: now + lifeMs * 0.8 }
    this.#kept.set(key, token)
    return token
  }
}

interface TokenAnswer {
  readonly status: { readonly token: string; readonly expirationTimestamp: string }
}
