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

const plainJson: Wanted = { encoding: 'json', as: '', version: 'v1' }
const shapes = new Set(['Table', 'PartialObjectMetadata', 'PartialObjectMetadataList'])
const offered = ['application/json', yamlType]
const remembered = {
  plain: new Map<string, Wanted | undefined>(),
  protobuf: new Map<string, Wanted | undefined>(),
  metadata: new Map<string, Wanted | undefined>(),
}
const mostRemembered = 200

/** Reads Accept; throws 406 when nothing of it can be had. Protobuf can be had of what `hasProtobuf` is true for, and of the metadata of what it is false for. Cost: a look-up for a header seen before. */
export function wantedOf(accept: string | undefined, hasProtobuf?: () => boolean): Wanted {
  if (accept === undefined || accept === '' || accept === 'application/json' || accept === '*/*') return plainJson
  const asked = !hasProtobuf || !accept.includes(protobufType) ? 'plain' : hasProtobuf() ? 'protobuf' : 'metadata'
  const known = remembered[asked]
  let wanted = known.get(accept)
  if (wanted === undefined && !known.has(accept)) {
    wanted = firstOffered(accept, asked)
    if (known.size >= mostRemembered) known.clear()
    known.set(accept, wanted)
  }
  if (!wanted) throw notAcceptable(hasProtobuf?.() ? [...offered, protobufType] : offered)
  return wanted
}

/** Whether plain JSON will do, whatever else is said of it. */
export function acceptsJson(accept = ''): boolean {
  const types = accept.split(',').map((range) => range.replace(/;.*$/, '').trim())
  return accept === '' || types.includes('application/json') || types.includes('*/*')
}

/** How an error is told: a range that asks for a shape says nothing about errors, and JSON is for who says nothing else. */
export function errorEncodingOf(accept: string): Wanted['encoding'] {
  for (const { type, named } of rangesOf(accept)) {
    const encoding = type === protobufType ? 'protobuf' : encodingOf(type)
    if (encoding && isShape('', named) && !named.has('as')) return encoding
  }
  return 'json'
}

interface Range {
  readonly type: string
  readonly named: ReadonlyMap<string, string>
}

/** Those of an Accept, by quality and then by place. */
export function rangesOf(accept: string): readonly Range[] {
  const ranges = accept.split(',').map((text, at) => {
    const [type = '', ...parameters] = text.split(';').map((part) => part.trim())
    const named = new Map(parameters.map((parameter) => parameter.split('=') as [string, string]))
    return { type, named, quality: Number(named.get('q') ?? 1), at }
  })
  return ranges.sort((a, b) => b.quality - a.quality || a.at - b.at)
}

function firstOffered(accept: string, asked: keyof typeof remembered): Wanted | undefined {
  for (const { type, named } of rangesOf(accept)) {
    const as = named.get('as') ?? ''
    const inProtobuf = asked === 'protobuf' ? as !== 'Table' : asked === 'metadata' && as.startsWith('PartialObject')
    const encoding = type === protobufType && inProtobuf ? 'protobuf' : encodingOf(type)
    if (!encoding || !isShape(as, named)) continue
    return { encoding, as: as as Wanted['as'], version: named.get('v') ?? 'v1' }
  }
  return undefined
}

function isShape(as: string, named: ReadonlyMap<string, string>): boolean {
  if (as === '') return !named.has('g') && !named.has('v')
  const version = named.get('v')
  const isVersion = version === 'v1' || version === 'v1beta1'
  return shapes.has(as) && isVersion && named.get('g') === 'meta.k8s.io'
}

function encodingOf(type: string): Wanted['encoding'] | undefined {
  if (type === 'application/json' || type === '*/*') return 'json'
  return type === yamlType ? 'yaml' : undefined
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
