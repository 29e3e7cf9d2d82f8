/** Where a proxied request goes to: decided before anything is dialled, by address and never by a name that could mean another one the second time. */
import { badRequest, serviceUnavailable } from '../../../core/meta/index.js'

export interface Backend {
  readonly scheme: 'http' | 'https'
  readonly host: string
  /** Undefined: the scheme's own. */
  readonly port: number | undefined
  /** PEM: who we are and whom we trust. Undefined: we are nobody, and any certificate will do, as upstream has it for pods. */
  readonly trust?: { readonly cert: string; readonly key: string; readonly ca: string }
}

/** What the name of a proxied object asks for: `name`, `name:port` or `scheme:name:port`; parts may be empty. */
export interface ProxyName {
  readonly scheme: 'http' | 'https'
  readonly name: string
  readonly port: string
}

/** Throws BadRequest for what is in none of the three forms. `what` is the singular of the kind. */
export function proxyName(text: string, what: string): ProxyName {
  const parts = text.split(':')
  const [scheme = '', name = '', port = ''] = parts.length === 3 ? parts : ['', ...parts]
  const isKnown = scheme === '' || scheme === 'http' || scheme === 'https'
  if (parts.length > 3 || !isKnown || name === '')
    throw badRequest(`invalid ${what} request ${JSON.stringify(text)}: wanted is name, name:port or https:name:port`)
  return { scheme: scheme || 'http', name, port }
}

/** Throws 503 for a number that no port has, as upstream finds out when it dials, and BadRequest for what is no number. */
export function portNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw badRequest(`${JSON.stringify(text)} is no port: wanted is a number of 1 to 65535`)
  const port = Number(text)
  if (port < 1 || port > 65_535)
    throw serviceUnavailable(`error trying to reach service: dial tcp: address ${text}: invalid port`)
  return port
}
