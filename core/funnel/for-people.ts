/** Answers that a person is to read: JSON indented, as upstream does when `pretty` says so, and unasked for curl, wget and browsers. */
import type { FunnelRequest, FunnelResponse } from './contract.js'
import { Indenter, IndentedSource } from './indent.js'
import { longRunning, routeOf } from './route.js'

const readers = ['curl', 'Wget', 'Mozilla/5.0']
/** Paths that give documents away as they are. */
const documents = /^\/(?:openapi|openid|\.well-known)\//

export function isForPeople({ url, method, headers }: FunnelRequest): boolean {
  const start = url.indexOf('?')
  const said = start < 0 || !url.includes('pretty') ? null : new URLSearchParams(url.slice(start)).get('pretty')
  if (said ? !/^(?:1|t|T|true|TRUE|True)$/.test(said) : !isReader(headers['user-agent'])) return false
  return !documents.test(url) && !isPassedOn(method, url)
}

function isReader(agent: string | undefined): boolean {
  return agent !== undefined && readers.some((reader) => agent.startsWith(reader))
}

/** Whether the answer is somebody else's: bytes of a log, of a pod behind a proxy. */
function isPassedOn(method: string, url: string): boolean {
  try {
    return longRunning.has(routeOf(method, url).resource?.subresource ?? '')
  } catch {
    return false
  }
}

/** The answer with its JSON indented; anything else, and what comes over time, as it is. */
export function indented(response: FunnelResponse): FunnelResponse {
  const { body, headers } = response
  if (!body || !String(headers['content-type']).startsWith('application/json')) return response
  if (body instanceof Uint8Array) {
    const text = new Indenter().indent(body)
    return { ...response, headers: { ...headers, 'content-length': String(text.length) }, body: text }
  }
  if (!('read' in body)) return response
  const { 'content-length': _, ...rest } = headers
  return { ...response, headers: rest, body: new IndentedSource(body) }
}
