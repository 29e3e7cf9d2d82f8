/** Another API server: how it is reached, under which name it must show itself, and as whom. */
import { Agent, type RequestOptions } from 'node:https'
import type { User } from '../../core/auth/contract.js'
import type { Random } from '../../core/kit/index.js'
import type { Guarded } from '../../core/registry/contract.js'
import { type Address, locate } from '../kit/address.js'
import type { ApiService } from './table.js'

/** PEM: what servers know the API by, when it speaks for somebody else. */
export interface FrontProxy {
  readonly certificate: string
  readonly key: string
}

/** Before servers of Go close them (90 s). */
const idleMs = 60_000
const mostIdle = 25

export class Remotes {
  readonly #frontProxy: FrontProxy
  readonly #random: Random
  readonly #guarded: Guarded
  readonly #agent = new Agent({ keepAlive: true, maxFreeSockets: mostIdle, timeout: idleMs })

  constructor(frontProxy: FrontProxy, parts: { readonly random: Random; readonly guarded: Guarded }) {
    this.#frontProxy = frontProxy
    this.#random = parts.random
    this.#guarded = parts.guarded
  }

  /** Rejects with what is missing: the service, its port, its endpoints. */
  locate({ spec: { service, caBundle } }: ApiService): Promise<Address> {
    return locate({ service, caBundle }, { guarded: this.#guarded, random: this.#random })
  }

  /** How a request to it is made; `fresh`: on a connection of its own. */
  options({ spec }: ApiService, { host, port, name, authorities }: Address, fresh: boolean): RequestOptions {
    const { certificate: cert, key } = this.#frontProxy
    const trust = spec.insecureSkipTLSVerify
      ? { rejectUnauthorized: false }
      : { ca: authorities, allowPartialTrustChain: true }
    return { host, port, servername: name, cert, key, ...trust, agent: fresh ? false : this.#agent }
  }

  close(): void {
    this.#agent.destroy()
  }
}

/** As whom the request is made, in the headers that aggregated servers read (upstream's X-Remote-*). */
export function userHeaders({ username, uid, groups, extra }: User): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = { 'x-remote-user': username }
  if (uid) headers['x-remote-uid'] = uid
  if (groups.length > 0) headers['x-remote-group'] = [...groups]
  for (const [key, values] of Object.entries(extra ?? {}))
    headers[`x-remote-extra-${encodeURIComponent(key).toLowerCase()}`] = [...values]
  return headers
}
