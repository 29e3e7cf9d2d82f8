/** URLs: absolute, or an absolute path. */
import { isEscaped, readUri, type Uri, unescapeUri } from '../../uri.js'
import { CelError } from '../budget.js'
import { traversal } from '../price.js'
import { type Overload, overload } from '../signature.js'
import { ListValue, MapValue, Opaque, type Value } from '../values.js'

const inner = (value: Opaque) => value.inner as Uri
const hostname = (host: string) => host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1')

/** What can't be read of it is left out. */
function queryOf(query: string): MapValue {
  const found = new Map<string, string[]>()
  for (const each of query.split('&')) {
    if (each === '' || each.includes(';') || !isEscaped(each)) continue
    const [key, value] = splitPair(each.replaceAll('+', ' ')).map(unescapeUri) as [string, string]
    const values = found.get(key)
    if (values) values.push(value)
    else found.set(key, [value])
  }
  return new MapValue(
    new Map([...found].map(([key, values]) => [`s${key}`, [key, ListValue.of(values)] as readonly [Value, Value]])),
  )
}

function splitPair(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

/** As written where every character may stand there, else written anew. */
function escapePath(path: string): string {
  if (path === '*' || /^[A-Za-z0-9\-_.~!$&'()*+,;=:@[\]%/]*$/.test(path)) return path
  return unescapeUri(path).replace(/[^A-Za-z0-9\-_.~$&+,/:;=@]/gu, escapeOne)
}

const escapeOne = (character: string): string =>
  Buffer.from(character)
    .toString('hex')
    .toUpperCase()
    .replace(/../g, (byte) => `%${byte}`)

/** Of equal ones the same. */
const textOf = (text: string, { scheme }: Uri): string => scheme + text.slice(scheme.length)

export const urls: readonly Overload[] = [
  overload(
    'url(string): url',
    ([text]: [string]) => {
      const url = readUri(text)
      if (!url)
        throw new CelError(
          `URL parse error during conversion from string: parse "${text.slice(0, 200)}": invalid URI for request`,
        )
      return new Opaque('url', url, textOf(text, url))
    },
    { cost: (size) => traversal(size!) },
  ),
  overload('isURL(string): bool', ([text]: [string]) => readUri(text) !== undefined),
  overload('url.getScheme(): string', ([a]: [Opaque]) => inner(a).scheme),
  overload('url.getHost(): string', ([a]: [Opaque]) => inner(a).host),
  overload('url.getHostname(): string', ([a]: [Opaque]) => hostname(inner(a).host)),
  overload('url.getPort(): string', ([a]: [Opaque]) => /:(\d*)$/.exec(inner(a).host)?.[1] ?? ''),
  overload('url.getEscapedPath(): string', ([a]: [Opaque]) => escapePath(inner(a).path)),
  overload('url.getQuery(): map<string, list<string>>', ([a]: [Opaque]) => queryOf(inner(a).query)),
]
