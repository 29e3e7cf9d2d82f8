/** URIs as Go's net/url reads them. */
import { isIPv6 } from 'node:net'

export interface Uri {
  /** In lower case; '' for a path alone. */
  readonly scheme: string
  /** With its port. */
  readonly host: string
  /** As it is written. */
  readonly path: string
  readonly query: string
}

/** An absolute URI or an absolute path (ParseRequestURI), of which `#` is no more than a character; undefined for what is none. Cost: linear. */
export const readRequestUri = (text: string): Uri | undefined => (text === '' ? undefined : read(text, 'ofRequest'))

/** As `readRequestUri`, with its fragment taken away. */
export function readUri(text: string): Uri | undefined {
  if (!readRequestUri(text)) return undefined
  const at = text.indexOf('#')
  return at < 0 ? read(text, 'any') : isEscaped(text.slice(at)) ? read(text.slice(0, at), 'any') : undefined
}

function read(text: string, sort: 'ofRequest' | 'any'): Uri | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused
  if (/[\x00-\x1f\x7f]/.test(text)) return undefined
  if (text === '*') return { scheme: '', host: '', path: '*', query: '' }
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text)?.[1]?.toLowerCase() ?? ''
  const [rest, query] = cut(scheme ? text.slice(scheme.length + 1) : text, '?')
  if (!rest.startsWith('/')) return scheme ? { scheme, host: '', path: '', query } : undefined
  const hasHost = rest.startsWith('//') && (scheme !== '' || (sort === 'any' && !rest.startsWith('///')))
  if (!hasHost) return isEscaped(rest) ? { scheme, host: '', path: rest, query } : undefined
  const slash = rest.indexOf('/', 2)
  const path = slash < 0 ? '' : rest.slice(slash)
  const host = hostOf(slash < 0 ? rest.slice(2) : rest.slice(2, slash), scheme)
  return host !== undefined && isEscaped(path) ? { scheme, host, path, query } : undefined
}

function cut(text: string, by: string): readonly [string, string] {
  const at = text.indexOf(by)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

export const isEscaped = (text: string): boolean => !/%(?![0-9a-fA-F]{2})/.test(text)

/** Bytes that are no UTF-8 become U+FFFD. */
export function unescapeUri(text: string): string {
  if (!text.includes('%')) return text
  const parts = text.split(/((?:%[0-9a-fA-F]{2})+)/)
  return parts.map((part, at) => (at % 2 ? Buffer.from(part.replaceAll('%', ''), 'hex').toString() : part)).join('')
}

const userinfo = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/

function hostOf(authority: string, scheme: string): string | undefined {
  const at = authority.lastIndexOf('@')
  const user = authority.slice(0, Math.max(at, 0))
  if (!userinfo.test(user) || !isEscaped(user)) return undefined
  const host = authority.slice(at + 1)
  return host.includes('[') ? literal(host) : named(host, scheme)
}

const port = /^(:\d*)?$/

/** `[fe80::1%25en0]:80` */
function literal(host: string): string | undefined {
  const end = host.lastIndexOf(']')
  if (host.lastIndexOf('[') > 0 || end < 0 || !port.test(host.slice(end + 1))) return undefined
  const [address, zone] = cut(host.slice(1, end), '%25')
  if (!isIPv6(address) || address.includes('%') || !isEscaped(zone)) return undefined
  return unescapeUri(host)
}

/** Only what is beyond ASCII may be escaped. */
function named(host: string, scheme: string): string | undefined {
  const colon = scheme === 'http' || scheme === 'https' ? host.indexOf(':') : host.lastIndexOf(':')
  if (colon >= 0 && !port.test(host.slice(colon))) return undefined
  return /[ #/?@\\^`{|}]/.test(host) || /%(?!25|[89a-fA-F][0-9a-fA-F])/.test(host) ? undefined : unescapeUri(host)
}
