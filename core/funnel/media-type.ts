/** What the client accepts and sends, from Accept and Content-Type. */
import { notAcceptable, unsupportedMediaType } from '../meta/index.js'
import { protobufType } from '../schema/index.js'

/** How an answer is to be written. */
export interface Wanted {
  readonly encoding: 'json' | 'yaml' | 'protobuf'
  /** Another shape than the object's own (meta.k8s.io). */
  readonly as: '' | 'Table' | 'PartialObjectMetadata' | 'PartialObjectMetadataList'
  readonly version: string
}

export const yamlType = 'application/yaml'

/** What can be had where: objects of built-in kinds, of people's own (of which protobuf can say the metadata alone), what no Table shows, and what has one shape only (`loose`: behind no path of upstream's own). */
export type Offer = 'objects' | 'own' | 'reviews' | 'plain' | 'loose'

const plainJson: Wanted = { encoding: 'json', as: '', version: 'v1' }
const shapes = new Set(['Table', 'PartialObjectMetadata', 'PartialObjectMetadataList'])
/** In the order in which a range with an asterisk is given them. */
const encodings = [
  ['json', 'application/json'],
  ['yaml', yamlType],
  ['protobuf', protobufType],
] as const
const remembered = {
  objects: new Map<string, Wanted | undefined>(),
  own: new Map<string, Wanted | undefined>(),
  reviews: new Map<string, Wanted | undefined>(),
  plain: new Map<string, Wanted | undefined>(),
  loose: new Map<string, Wanted | undefined>(),
}
const mostRemembered = 200
const longestRemembered = 1000

/** Reads Accept; throws 406 when nothing of it can be had. Cost: a look-up for a header seen before. */
export function wantedOf(accept: string | undefined, offer: Offer): Wanted {
  const wanted = negotiated(accept, offer)
  if (wanted) return wanted
  throw notAcceptable(encodings.map(([, type]) => type))
}

function negotiated(accept: string | undefined, offer: Offer): Wanted | undefined {
  if (isPlain(accept)) return plainJson
  const known = remembered[offer]
  if (known.has(accept)) return known.get(accept)
  const wanted = firstOffered(accept, offer)
  if (known.size >= mostRemembered) known.clear()
  if (accept.length <= longestRemembered) known.set(accept, wanted)
  return wanted
}

/** Whether it asks for what is sent unasked. */
function isPlain(accept: string | undefined): accept is undefined | '' | 'application/json' | '*/*' {
  return accept === undefined || accept === '' || accept === 'application/json' || accept === '*/*'
}

/** Whether plain JSON will do, whatever else is said of it. */
export function acceptsJson(accept = ''): boolean {
  const types = accept.split(',').map((range) => range.replace(/;.*$/, '').trim())
  return accept === '' || types.includes('application/json') || types.includes('*/*')
}

/** How an error is told. Undefined: as JSON for people, since nothing that is asked for can be had. */
export function errorEncodingOf(accept: string | undefined): Wanted['encoding'] | undefined {
  return negotiated(accept, 'loose')?.encoding
}

interface Range {
  readonly type: string
  readonly named: ReadonlyMap<string, string>
}

/** Those of an Accept, as upstream's parser takes them: what it can't read is left out; by quality, but asterisks behind what is before them. */
export function rangesOf(accept: string): readonly Range[] {
  const ranges = accept.split(',').flatMap((text) => rangeOf(text) ?? [])
  if (ranges.length > mostInserted) return ranges.sort((a, b) => b.quality - a.quality || a.asterisks - b.asterisks)
  // What goes before what is no order (of an asterisk and a lesser quality each does), so that the way of sorting decides.
  for (let from = 1; from < ranges.length; from++)
    for (let at = from; at > 0 && isBefore(ranges[at]!, ranges[at - 1]!); at--)
      [ranges[at - 1], ranges[at]] = [ranges[at]!, ranges[at - 1]!]
  return ranges
}

const mostInserted = 12

interface RankedRange extends Range {
  readonly quality: number
  /** 0 none, 1 of the subtype, 2 of both. */
  readonly asterisks: number
}

function isBefore(one: RankedRange, other: RankedRange): boolean {
  return one.quality > other.quality || one.asterisks < other.asterisks
}

function rangeOf(text: string): RankedRange | undefined {
  const [media = '', ...parameters] = trimmed(text).split(';')
  const [main = '', sub = '', ...more] = media.split('/').map(trimmed)
  if (more.join('') !== '' || (sub === '' && main !== '*')) return undefined
  const type = sub === '' ? '*/*' : `${main}/${sub}`
  const named = new Map<string, string>()
  let quality = 1
  for (const parameter of parameters) {
    const [name = '', value = '', ...rest] = parameter.split('=')
    if (value === '' || rest.join('') !== '') continue
    if (trimmed(name) === 'q') quality = qualityOf(value)
    else named.set(trimmed(name), trimmed(value))
  }
  return { type, named, quality, asterisks: type === '*/*' ? 2 : type.endsWith('/*') ? 1 : 0 }
}

const trimmed = (text: string): string => text.replace(/^ +/, '').trimEnd()

/** What is no number is none. */
function qualityOf(text: string): number {
  if (/^\+?inf(inity)?$/i.test(text)) return Number.POSITIVE_INFINITY
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : 0
}

function firstOffered(accept: string, offer: Offer): Wanted | undefined {
  if (offer !== 'own' && offer !== 'loose' && !namesOffered(accept)) return undefined
  for (const { type, named } of rangesOf(accept))
    for (const [encoding, offered] of encodings)
      if ((type === offered || type === 'application/*' || type === '*/*') && isOffered(named, encoding, offer))
        return { encoding, as: (named.get('as') ?? '') as Wanted['as'], version: named.get('v') ?? 'v1' }
  return undefined
}

/** Upstream's paths of its own ask that one range names a type whole, before qualities and parameters count. */
function namesOffered(accept: string): boolean {
  const types = accept.split(',').map((range) => (range.split(';', 1)[0] ?? '').trim())
  return types.some((type) => type === '*/*' || encodings.some(([, offered]) => type === offered))
}

function isOffered(named: ReadonlyMap<string, string>, encoding: Wanted['encoding'], offer: Offer): boolean {
  const [stream, served] = [named.get('stream'), named.get('sv')]
  if (stream && (stream !== 'watch' || encoding === 'yaml')) return false
  const isObject = offer !== 'plain' && offer !== 'loose'
  if (served && (served !== 'v1' || !isObject)) return false
  if (!['as', 'g', 'v'].some((name) => named.has(name))) return encoding !== 'protobuf' || offer !== 'own'
  if (named.get('as') === 'Table' && (encoding === 'protobuf' || offer === 'reviews')) return false
  return isObject && isShape(named)
}

function isShape(named: ReadonlyMap<string, string>): boolean {
  const version = named.get('v')
  const isVersion = version === 'v1' || version === 'v1beta1'
  return shapes.has(named.get('as') ?? '') && isVersion && named.get('g') === 'meta.k8s.io'
}

/** The media type of a body, without parameters; JSON when none is named. */
export function bodyTypeOf(contentType: string | undefined): string {
  if (!contentType) return 'application/json'
  const end = contentType.indexOf(';')
  return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase()
}

/** Throws the 415 that names what a body may be. */
export function refuseType(type: string, accepted: readonly string[]): never {
  throw unsupportedMediaType(
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(', ')} (it was ${type})`,
  )
}
