/** What the URL of a webhook must be like (apiserver's util/webhook, which reads it with Go's net/url). */
import { isIPv6 } from 'node:net'
import type { StatusCause } from '../../core/meta/index.js'
import { invalid, required } from './causes.js'

const wanted = 'such as https://example.com/check'

export function webhookUrlErrors(url: string, field: string): StatusCause[] {
  const read = parts(url)
  if (!read) return [required(field, `must be a URL, ${wanted}`)]
  const { scheme, host, user, query, fragment } = read
  const causes: StatusCause[] = []
  if (scheme !== 'https') causes.push(invalid(field, scheme, `must begin with https://, ${wanted}`))
  if (!host) causes.push(invalid(field, host, `must name a host, ${wanted}`))
  if (user !== undefined) causes.push(invalid(field, user, 'must name no user'))
  if (fragment) causes.push(invalid(field, fragment, "must have no fragment ('#')"))
  if (query) causes.push(invalid(field, query, "must have no query ('?')"))
  return causes
}

interface Parts {
  readonly scheme: string
  readonly host: string
  /** Undefined: there is no `@`. */
  readonly user?: string | undefined
  readonly query: string
  readonly fragment: string
}

const brokenEscape = /%(?![0-9a-fA-F]{2})/
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused
const control = /[\u0000-\u001f\u007f]/

/** Undefined: it can't be read. Cost: linear. */
function parts(url: string): Parts | undefined {
  if (control.test(url)) return undefined
  const [whole, fragment] = cut(url, '#')
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*(?=:)/.exec(whole)?.[0] ?? ''
  if (!scheme && (whole.startsWith(':') || /^[^/?]*:/.test(whole))) return undefined
  const [rest, query] = cut(scheme ? whole.slice(scheme.length + 1) : whole, '?')
  if (brokenEscape.test(fragment)) return undefined
  const known = { scheme: scheme.toLowerCase(), query, fragment }
  // What follows a scheme without a slash is no path: it is not looked at.
  if (scheme && !rest.startsWith('/')) return { ...known, host: '' }
  if (!rest.startsWith('//')) return brokenEscape.test(rest) ? undefined : { ...known, host: '' }
  const [authority, path] = cut(rest.slice(2), '/')
  const at = authority.lastIndexOf('@')
  const host = authority.slice(at + 1)
  const user = at < 0 ? undefined : authority.slice(0, at)
  if (!isHost(host) || brokenEscape.test(path) || !isUser(user)) return undefined
  return { ...known, host, user }
}

function cut(text: string, by: string): [string, string] {
  const at = text.indexOf(by)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

const isUser = (user: string | undefined): boolean =>
  user === undefined || (/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user) && !brokenEscape.test(user))

/** A name, or an address in brackets, and digits behind a colon. Of escapes a host has only those of bytes beyond ASCII. */
function isHost(host: string): boolean {
  const [, address] = /^\[([^\]]*)\](?::[0-9]*)?$/.exec(host) ?? []
  if (address !== undefined) return isIPv6(address.replace(/%25.*$/, ''))
  return /^[^\s:[\\^`{|}]*(:[0-9]*)?$/.test(host) && !/%(?![89a-fA-F][0-9a-fA-F])/.test(host)
}
