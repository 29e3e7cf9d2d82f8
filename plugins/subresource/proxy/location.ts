/** Links of a backend to itself, as they are seen through the proxy. */
export interface LinkPlace {
  /** Our path up to and with `/proxy`. */
  readonly prefix: string
  /** `host:port` that was dialled, and the Host that the client has named. */
  readonly ownHosts: readonly [dialled: string, named: string]
}

/** Puts the prefix before an absolute path on the backend's own host; links to other hosts, relative ones and what can't be read stay as they are. As upstream's proxy. */
export function throughProxy(link: string, { prefix, ownHosts: [dialled, named] }: LinkPlace): string {
  const parts = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?(\/[^?#]*)(.*)$/is.exec(link)
  if (!parts) return link
  const [, scheme, host = '', path = '', rest = ''] = parts
  if (scheme !== undefined && host === '') return link
  if (host !== '' && host !== dialled && host !== named) return link
  const origin = host !== '' && host === named ? `${scheme ? `${scheme}:` : ''}//${host}` : ''
  return `${origin}${path.startsWith(prefix) ? path : prefix + path}${rest}`
}
