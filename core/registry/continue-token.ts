/** The token that continues a list: which snapshot, and after which key. Opaque to clients, and signed: only what this cluster gave out for the same collection is taken back. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { badRequest } from '../meta/index.js'

const tokenVersion = 'operon/2'
const signatureBytes = 16

export interface Continuation {
  /** The snapshot's revision; `latest`: the snapshot is gone, and the client has agreed to go on with the present state. */
  readonly revision: number | 'latest'
  /** The last key that was answered. */
  readonly after: string
  /** How many objects the snapshot has after that one, where that is known. */
  readonly remaining?: number
}

export class ContinueTokens {
  readonly #secret: Uint8Array

  /** Tokens are good for all who hold the same secret: servers of one cluster, and the same one after a restart. */
  constructor(secret: Uint8Array) {
    this.#secret = secret
  }

  /** `prefix` is that of the list; the token holds the key without it. Cost: some 5 microseconds. */
  encode(prefix: string, { revision, after, remaining }: Continuation): string {
    const rv = revision === 'latest' ? -1 : revision
    const content = {
      v: tokenVersion,
      rv,
      start: after.slice(prefix.length),
      ...(remaining ? { left: remaining } : {}),
    }
    const text = Buffer.from(JSON.stringify(content))
    return Buffer.concat([this.#sign(prefix, text), text]).toString('base64url')
  }

  /** Throws 400 for what `encode` has not made for this collection. Invariant: the key answered begins with `prefix`. */
  decode(prefix: string, token: string): Continuation {
    if (!/^[A-Za-z0-9_-]+$/.test(token)) throw invalidKey('it is no base64url text')
    const bytes = Buffer.from(token, 'base64url')
    const text = bytes.subarray(signatureBytes)
    if (text.length === 0) throw invalidKey('it is too short')
    if (!timingSafeEqual(bytes.subarray(0, signatureBytes), this.#sign(prefix, text))) {
      throw invalidKey('it was not given out for this collection, or was changed since')
    }
    const { v, rv, start, left } = JSON.parse(text.toString()) as {
      v: string
      rv: number
      start: string
      left?: number
    }
    if (v !== tokenVersion) throw invalidKey('its form is not the one that this server writes: list anew')
    return { revision: rv === -1 ? 'latest' : rv, after: prefix + start, ...(left ? { remaining: left } : {}) }
  }

  #sign(prefix: string, text: Uint8Array): Buffer {
    return createHmac('sha256', this.#secret).update(`${prefix}\n`).update(text).digest().subarray(0, signatureBytes)
  }
}

const invalidKey = (why: string) => badRequest(`continue key is not valid: ${why}`)
