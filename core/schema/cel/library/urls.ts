/** URLs, as Go's ParseRequestURI takes them: absolute, or an absolute path. */
import { CelError } from '../budget.js'
import { traversal } from '../price.js'
import { type Overload, overload } from '../signature.js'
import { ListValue, MapValue, Opaque, type Value } from '../values.js'

interface Url {
  readonly scheme: string
  readonly host: string
  readonly path: string
  readonly query: string
}

function read(text: string): Url | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused
  if (/[\u0000-\u001f\u007f]/.test(text) || /%(?![0-9a-fA-F]{2})/.test(text)) return undefined
  const match = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?:\/\/([^/?]*))?(\/[^?]*)?(?:\?([\s\S]*))?$/.exec(text)
  if (!match) return undefined
  const [, scheme = '', authority, path = '', query = ''] = match
  if (!scheme && (authority !== undefined ? !path && !authority : !path)) return undefined
  if (scheme && authority === undefined && !path) return undefined
  const host = authority?.slice(authority.lastIndexOf('@') + 1) ?? ''
  if (/[ <>"]/.test(host) || !/^(\[[^\]]*\]|[^:[\]]*)(:\d*)?$/.test(host)) return undefined
  return { scheme: scheme.toLowerCase(), host, path, query }
}

const inner = (value: Opaque) => value.inner as Url
const hostname = (host: string) => host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1')

function queryOf(query: string): MapValue {
  const found = new Map<string, string[]>()
  for (const [key, value] of new URLSearchParams(query)) found.set(key, [...(found.get(key) ?? []), value])
  return new MapValue(
    new Map([...found].map(([key, values]) => [`s${key}`, [key, ListValue.of(values)] as readonly [Value, Value]])),
  )
}

const escapePath = (path: string) =>
  path.replace(/[^A-Za-z0-9\-_.~$&+,/:;=@!'()*%]/gu, (each) => encodeURIComponent(each))
const cost = (size?: number) => traversal(size!)

export const urls: readonly Overload[] = [
  overload(
    'url(string): url',
    ([text]: [string]) => {
      const url = read(text)
      if (!url)
        throw new CelError(
          `URL parse error during conversion from string: parse "${text.slice(0, 200)}": invalid URI for request`,
        )
      return new Opaque('url', url, text)
    },
    { cost },
  ),
  overload('isURL(string): bool', ([text]: [string]) => read(text) !== undefined, { cost }),
  overload('url.getScheme(): string', ([a]: [Opaque]) => inner(a).scheme),
  overload('url.getHost(): string', ([a]: [Opaque]) => inner(a).host),
  overload('url.getHostname(): string', ([a]: [Opaque]) => hostname(inner(a).host)),
  overload('url.getPort(): string', ([a]: [Opaque]) => /:(\d*)$/.exec(inner(a).host)?.[1] ?? ''),
  overload('url.getEscapedPath(): string', ([a]: [Opaque]) => escapePath(inner(a).path)),
  overload('url.getQuery(): map<string, list<string>>', ([a]: [Opaque]) => queryOf(inner(a).query)),
]
