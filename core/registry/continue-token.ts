/** The token that continues a list: which snapshot, and after which key. Opaque to clients, so everything in it is checked when it comes back. */
import { badRequest } from '../meta/index.js'

const tokenVersion = 'operon/1'

export interface Continuation {
  /** The snapshot's revision; `latest`: the snapshot is gone, and the client has agreed to go on with the present state. */
  readonly revision: number | 'latest'
  /** The last key that was answered. */
  readonly after: string
}

/** `prefix` is that of the list; the token holds the key without it. */
export function encodeContinue(prefix: string, continuation: Continuation): string {
  const { revision, after } = continuation
  const token = { v: tokenVersion, rv: revision === 'latest' ? -1 : revision, start: after.slice(prefix.length) }
  return Buffer.from(JSON.stringify(token)).toString('base64url')
}

/** Throws 400 for what `encodeContinue` can't have made. Invariant: the key answered begins with `prefix`. */
export function decodeContinue(prefix: string, token: string): Continuation {
  const { v, rv, start } = parse(token)
  if (v !== tokenVersion) throw invalidKey('server does not recognize this encoded version')
  if (!Number.isSafeInteger(rv) || (rv as number) === 0 || (rv as number) < -1) {
    throw invalidKey('incorrect encoded start resourceVersion')
  }
  if (typeof start !== 'string' || start === '') throw invalidKey('encoded start key empty')
  if (!start.split('/').every((part) => part !== '' && part !== '.' && part !== '..')) throw invalidKey(start)
  return { revision: rv === -1 ? 'latest' : (rv as number), after: prefix + start }
}

function parse(token: string): Readonly<Record<string, unknown>> {
  try {
    if (!/^[A-Za-z0-9_-]+$/.test(token)) throw new Error('illegal base64 data')
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString())
    if (typeof parsed === 'object' && parsed !== null) return parsed as Record<string, unknown>
  } catch (error) {
    throw invalidKey((error as Error).message)
  }
  throw invalidKey('it holds no token')
}

const invalidKey = (why: string) => badRequest(`continue key is not valid: ${why}`)
