/** Headers of requests and answers that are passed on: what belongs to one connection, or to us alone, stays here. */
import type { IncomingHttpHeaders } from 'node:http'

const hopByHop = [
  ...['connection', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization'],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade'],
]
/** What shows or asks who one is at the API, and what node itself has answered. */
const ours = /^(authorization|impersonate-.*|x-remote-.*|expect)$/
/** A backend doesn't decide who may read answers of the API's address from other pages. */
const crossOrigin = /^access-control-allow-(credentials|headers|methods|origin)$/
const bearerProtocol = 'base64url.bearer.authorization.k8s.io.'

/** Of the client's headers what somebody else's server may see, with the client's address in `x-forwarded-for`. */
export function passedHeaders(
  headers: Readonly<Record<string, string | undefined>>,
  peer: string,
): Record<string, string> {
  const passed: Record<string, string> = {}
  const dropped = droppedBy(headers['connection'])
  for (const [name, value] of Object.entries(headers)) {
    if (dropped.has(name) || ours.test(name) || value === undefined) continue
    const kept = name === 'sec-websocket-protocol' ? withoutBearer(value).join(', ') : value
    if (kept) passed[name] = kept
  }
  if (peer) passed['x-forwarded-for'] = [headers['x-forwarded-for'], peer].filter(Boolean).join(', ')
  return passed
}

/** Of the backend's headers what the client may see. */
export function answerHeaders(headers: NodeJS.Dict<string[]>): Record<string, string | readonly string[]> {
  const passed: Record<string, string | readonly string[]> = {}
  const dropped = droppedBy(headers['connection']?.join(','))
  for (const [name, values] of Object.entries(headers)) {
    if (dropped.has(name) || crossOrigin.test(name) || !values) continue
    passed[name] = values.length === 1 ? (values[0] as string) : values
  }
  return passed
}

/** Whether the client announced a body. */
export function hasBody(headers: IncomingHttpHeaders): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function droppedBy(connection: string | undefined): Set<string> {
  const named = (connection ?? '').toLowerCase().split(',')
  return new Set([...hopByHop, ...named.map((name) => name.trim())])
}

/** Of the WebSocket protocols that a client offers those that hold no token. */
export function withoutBearer(protocols = ''): string[] {
  const offered = protocols.split(',').map((name) => name.trim())
  return offered.filter((name) => name && !name.startsWith(bearerProtocol))
}
