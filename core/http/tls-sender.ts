import type { TLSSocket } from 'node:tls'
import type { Credentials } from '../auth/index.js'

export type Sender = { readonly credentials: Credentials }

const senders = new WeakMap<TLSSocket, Sender>()

/** What a connection's certificate says of its sender. Read once a connection; always the same object, so that identities can be remembered by it. */
export function senderOf(socket: TLSSocket): Sender {
  let sender = senders.get(socket)
  if (!sender) senders.set(socket, (sender = { credentials: readCertificate(socket) }))
  return sender
}

/** The connection's credentials with what this request adds: a bearer token. */
export function senderWithBearer(socket: TLSSocket, bearer: string): Sender {
  return { credentials: { ...senderOf(socket).credentials, bearer } }
}

function readCertificate(socket: TLSSocket): Credentials {
  const certificate = socket.getPeerCertificate()
  if (!certificate?.subject) return {}
  if (!socket.authorized) return { untrusted: String(socket.authorizationError) }
  const { CN, O } = certificate.subject as { readonly CN?: string | string[]; readonly O?: string | string[] }
  const organizations = O === undefined ? [] : Array.isArray(O) ? O : [O]
  const commonName = Array.isArray(CN) ? (CN.at(-1) ?? '') : (CN ?? '')
  if (commonName === '') return { untrusted: 'the certificate has no common name' }
  const fingerprint = certificate.fingerprint256.replaceAll(':', '').toLowerCase()
  return { certificate: { commonName, organizations, fingerprint } }
}

/** As upstream: one space stands before the token, and what follows it is not looked at. */
const bearerScheme = /^bearer ([^ ]+)/i
/** Begins the WebSocket subprotocol that stands in for an Authorization header. */
export const bearerProtocol = 'base64url.bearer.authorization.k8s.io.'

/** The token of an Authorization header, or of the WebSocket subprotocol that stands in for it in browsers: one, beside another subprotocol. Undefined: none; '': one that nobody has. */
export function bearerOf(authorization: string | undefined, protocols: string | undefined): string | undefined {
  if (authorization !== undefined) return bearerScheme.exec(authorization)?.[1]
  if (!protocols?.includes(bearerProtocol)) return undefined
  const offered = protocols.split(',').map((each) => each.trim())
  const [named, another] = offered.filter((each) => each.startsWith(bearerProtocol))
  const token = named?.slice(bearerProtocol.length)
  if (another !== undefined || offered.length === 1 || !/^[\w-]*$/.test(token ?? '')) return ''
  return token ? Buffer.from(token, 'base64url').toString('utf8') : undefined
}
