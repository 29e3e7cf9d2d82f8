/** The authentication and authorization seams. */
import type { MaybePromise } from '../kit/index.js'

/** Who asks. */
export interface User {
  readonly username: string
  readonly uid?: string
  readonly groups: readonly string[]
  readonly extra?: Readonly<Record<string, readonly string[]>>
}

/** What a connection or request shows of its sender. */
export interface Credentials {
  /** From `Authorization: Bearer` or the WebSocket subprotocol `base64url.bearer.authorization.k8s.io.<token>`. */
  readonly bearer?: string
  /** A certificate that chains to the client CA, verified by TLS. One object a connection, so results can be remembered by identity. */
  readonly certificate?: {
    readonly commonName: string
    readonly organizations: readonly string[]
    /** SHA-256 of it, in lower-case hexadecimal. */
    readonly fingerprint: string
  }
  /** A certificate was shown that does not chain to the client CA or names nobody, and why: refused unless something else proves an identity. */
  readonly untrusted?: string
}

/** Tried in order; the first that answers a user wins; undefined: not mine. Throws `unauthorized()` for credentials that are its own and bad. */
export interface Authenticator {
  readonly name: string
  authenticate(credentials: Credentials): MaybePromise<User | undefined>
}

/** A request as authorizers see it. */
export interface Attributes {
  readonly user: User
  /** get, list, watch, create, update, patch, delete, deletecollection, or the lower-case HTTP method of a path that is no resource. */
  readonly verb: string
  /** Undefined for a path that is no resource. */
  readonly resource?: {
    readonly group: string
    readonly version: string
    readonly plural: string
    readonly subresource: string
    readonly namespace: string
    readonly name: string
  }
  readonly path: string
}

/** `reason` is what reviews show: by what it is allowed, or why not. */
export type Decision =
  | { readonly verdict: 'allow'; readonly reason?: string }
  | { readonly verdict: 'deny' | 'noOpinion'; readonly reason: string }

/** Tried in order; the first `allow` or `deny` wins; no opinion of any is a refusal. */
export interface Authorizer {
  readonly name: string
  authorize(attributes: Attributes): MaybePromise<Decision>
}
