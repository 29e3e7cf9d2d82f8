/** The paths of a proxied request: what the backend is asked for, and what stands before it on our side. */
export interface ProxyPath {
  /** Ours, up to and with `/proxy`, as it came. */
  readonly prefix: string
  /** The backend's; '' when nothing follows `/proxy`, not even a slash. */
  readonly path: string
  /** With its `?`, as it came. */
  readonly query: string
}

export function proxyPath({ url, rest }: { readonly url: string; readonly rest: string }): ProxyPath {
  const mark = url.indexOf('?')
  const whole = mark < 0 ? url : url.slice(0, mark)
  const endsOpen = whole.endsWith('/')
  const prefix = rest ? whole.slice(0, -rest.length - 1) : endsOpen ? whole.slice(0, -1) : whole
  const path = rest || endsOpen ? normalPath(rest, endsOpen) : ''
  return { prefix, path, query: mark < 0 ? '' : url.slice(mark) }
}

/** Without `.`, `..` and empty segments, however they are escaped; other escapes stay. It can't leave the root. */
function normalPath(rest: string, endsOpen: boolean): string {
  const kept: string[] = []
  for (const segment of rest.split('/')) {
    const plain = segment.replace(/%2e/gi, '.')
    if (plain === '..') kept.pop()
    else if (plain !== '.' && plain !== '') kept.push(segment)
  }
  return `/${kept.join('/')}${endsOpen && kept.length ? '/' : ''}`
}
