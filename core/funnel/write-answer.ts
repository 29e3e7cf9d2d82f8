/** From what the registry answers to bytes and headers. */
import { type MaybePromise, mapInSlices, pauseNow, writeJson } from '../kit/index.js'
import { type KubeObject, notAcceptable, type Status } from '../meta/index.js'
import type { Answer, Listed, Resource } from '../registry/index.js'
import { protobufType, type TypeOf } from '../schema/index.js'
import type { FunnelResponse } from './contract.js'
import { bare, type ItemForm, ListSource } from './list-source.js'
import { LongListSource } from './long-list.js'
import type { Wanted } from './media-type.js'
import { listInProtobuf, protobufOf } from './protobuf-answer.js'
import { writeYaml } from './yaml.js'
import { type YamlItems, yamlList } from './yaml-list.js'

/** Makes Tables: rows of one or many objects. Handed in by the composition root (schema's tables and the kinds' columns). */
export type TableMaker = (
  resource: Resource,
  objects: readonly KubeObject[],
  options: { readonly includeObject: string; readonly version: string },
) => KubeObject

/** Headers that every answer has besides its own. */
export interface AnswerHeaders {
  readonly auditId: string
  readonly warnings: readonly string[]
}

export interface Shape {
  readonly wanted: Wanted
  readonly tables: TableMaker
  readonly resource: Resource
  /** Types of whole objects, for protobuf. */
  readonly typeOf: TypeOf
  /** None, Metadata or Object: what a Table's rows carry. */
  readonly includeObject: string
}

export function objectOf(answer: Answer): KubeObject {
  return 'record' in answer ? answer.record.object() : answer.object
}

/** One object. Stored bytes pass unparsed when plain JSON is wanted. */
export function objectResponse(
  answer: Answer,
  shape: Shape,
  { head, status }: { readonly head: AnswerHeaders; readonly status: number },
): MaybePromise<FunnelResponse> {
  refuseShape(shape, 'PartialObjectMetadataList')
  const { wanted } = shape
  if (wanted.as === '' && wanted.encoding === 'json') {
    const bytes = 'record' in answer ? answer.record.line() : lineOf(answer.object)
    return { status, headers: headersOf('application/json', bytes.length, head), body: bytes }
  }
  const object = objectOf(answer)
  // That it went well is told as it is.
  const shown =
    wanted.as === '' || object.kind === 'Status'
      ? object
      : wanted.as === 'Table'
        ? tableOfOne(object, shape)
        : partialObject(object, wanted.version)
  if (wanted.encoding === 'protobuf') {
    const body = protobufOf(shown, shape.typeOf)
    return { status, headers: headersOf(protobufType, body.length, head), body }
  }
  return valueResponse(shown, wanted, { head, status })
}

/** What is one object can't be shown as a list, nor the reverse. */
function refuseShape({ wanted, resource }: Shape, shape: Shape['wanted']['as']): void {
  if (wanted.as !== shape) return
  const { kind } = resource.definition.names
  const is = shape === 'PartialObjectMetadataList' ? 'not a list' : 'a list'
  throw notAcceptable([], `you requested ${shape}, but the requested object is ${is} (${kind})`)
}

/** Of a written object its new revision and nothing else. */
export function revisionResponse(
  revision: number,
  { head, status }: { readonly head: AnswerHeaders; readonly status: number },
): FunnelResponse {
  const bytes = Buffer.from(
    `{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"${revision}"}}`,
  )
  const headers = headersOf('application/json', bytes.length, head)
  return { status, headers: { ...headers, 'preference-applied': 'return=minimal' }, body: bytes }
}

/** Any value, encoded as wanted. */
export async function valueResponse(
  value: unknown,
  wanted: Wanted,
  { head, status }: { readonly head: AnswerHeaders; readonly status: number },
): Promise<FunnelResponse> {
  const bytes = wanted.encoding === 'yaml' ? Buffer.from(await writeYaml(value)) : lineOf(value)
  const type = wanted.encoding === 'yaml' ? 'application/yaml' : 'application/json'
  return { status, headers: headersOf(type, bytes.length, head), body: bytes }
}

/** A list; records pass unparsed when plain JSON is wanted. */
export async function listResponse(listed: Listed, shape: Shape, head: AnswerHeaders): Promise<FunnelResponse> {
  refuseShape(shape, 'PartialObjectMetadata')
  const { wanted, resource } = shape
  const metadata = {
    ...(listed.revision === 0 ? {} : { resourceVersion: String(listed.revision) }),
    ...(listed.continue ? { continue: listed.continue } : namesContinue(shape) ? { continue: '' } : {}),
    ...(listed.remainingItemCount ? { remainingItemCount: listed.remainingItemCount } : {}),
  }
  if (listed.rest && wanted.encoding === 'json') {
    const source = await longList(listed, shape, metadata)
    return { status: 200, headers: headersOf('application/json', undefined, head), body: source }
  }
  if (wanted.as === '' && wanted.encoding === 'json') {
    const source = new ListSource(listHead(resource, metadata), listed.items, { form: formOf(shape) })
    return { status: 200, headers: headersOf('application/json', source.byteLength, head), body: source }
  }
  if (wanted.encoding === 'protobuf') return protobufListResponse(listed, metadata, { shape, head })
  if (wanted.encoding === 'yaml') {
    const body = yamlList(listed, yamlItems(shape, metadata))
    return { status: 200, headers: headersOf('application/yaml', undefined, head), body }
  }
  const { start, itemsOf } = shownList(shape, metadata)
  const source = new ListSource(start, await itemsOf(listed))
  return { status: 200, headers: headersOf('application/json', source.byteLength, head), body: source }
}

/** A list in JSON whose items are fetched as they are sent. */
function longList(listed: Listed, shape: Shape, metadata: object): Promise<LongListSource> {
  if (shape.wanted.as === '') {
    const items = { itemsOf: ({ items }: Listed) => items, form: formOf(shape) }
    return LongListSource.begin(listHead(shape.resource, metadata), listed, items)
  }
  const { start, itemsOf } = shownList(shape, metadata)
  return LongListSource.begin(start, listed, { itemsOf })
}

/** A Table or a list of metadata: what stands before its items, and they, made in slices. */
function shownList(
  shape: Shape,
  metadata: object,
): { readonly start: string; readonly itemsOf: (piece: Listed) => Promise<readonly Buffer[]> } {
  const { version } = shape.wanted
  if (shape.wanted.as !== 'Table') {
    const names = { kind: 'PartialObjectMetadataList', apiVersion: `meta.k8s.io/${version}` }
    const itemsOf = ({ items }: Listed) => mapInSlices(items, (item) => encoded(partialObject(objectOf(item), version)))
    return { start: openedBy({ ...names, metadata }, 'items'), itemsOf }
  }
  const { rows: _, ...table } = { ...tableOf([], shape), metadata } as Record<string, unknown>
  return { start: openedBy(table, 'rows'), itemsOf: ({ items }) => rowsOf(items, shape) }
}

/** Rows that are made in one go, and bytes of the objects that they are of: what a Table says of itself is made anew with each of them. */
const rowsAtOnce = 20
const rowsBytes = 128 * 1024

async function rowsOf(items: readonly Answer[], shape: Shape): Promise<readonly Buffer[]> {
  const rows: Buffer[] = []
  while (rows.length < items.length) {
    const pause = pauseNow()
    if (pause) await pause
    const table = tableOf(items.slice(rows.length, endOfRows(items, rows.length)).map(objectOf), shape)
    for (const row of table['rows'] as readonly unknown[]) rows.push(encoded(row))
  }
  return rows
}

function endOfRows(items: readonly Answer[], start: number): number {
  let end = start
  for (let left = rowsBytes; end < Math.min(items.length, start + rowsAtOnce) && left > 0; end++) {
    const item = items[end]!
    left -= 'record' in item ? item.record.value.bytes.byteLength : 0
  }
  return end
}

function yamlItems(shape: Shape, metadata: object): YamlItems {
  const { wanted, resource } = shape
  const { version } = wanted
  if (wanted.as === 'Table') {
    const { rows: _, ...table } = { ...tableOf([], shape), metadata } as Record<string, unknown>
    const shownOf = (item: Answer) => (tableOf([objectOf(item)], shape)['rows'] as readonly unknown[])[0]
    return { head: table, member: 'rows', shownOf }
  }
  if (wanted.as !== '') {
    const names = { kind: 'PartialObjectMetadataList', apiVersion: `meta.k8s.io/${version}` }
    return { head: { ...names, metadata }, member: 'items', shownOf: (item) => partialObject(objectOf(item), version) }
  }
  const isBare = formOf(shape) === 'bare'
  const shownOf = (item: Answer) => (isBare ? bare(objectOf(item)) : objectOf(item))
  return { head: { ...listKind(resource), metadata }, member: 'items', shownOf }
}

/** As upstream, lists of people's own objects have the member, empty too. */
const namesContinue = ({ wanted, resource }: Shape): boolean => wanted.as === '' && !resource.definition.builtIn

/** Upstream's Go writes no kind and apiVersion into items of its own kinds; people's own kinds keep them. */
const formOf = ({ resource }: Shape): ItemForm => (resource.definition.builtIn ? 'bare' : 'named')

const encoded = (value: unknown): Buffer => Buffer.from(writeJson(value))

/** An answer in JSON: upstream ends it with a newline. */
const lineOf = (value: unknown): Buffer => Buffer.from(`${writeJson(value)}\n`)

/** An object's JSON up to the opening bracket of one more member. */
const openedBy = (object: object, member: string): string => `${writeJson(object).slice(0, -1)},"${member}":[`

async function protobufListResponse(
  listed: Listed,
  metadata: object,
  { shape, head }: { readonly shape: Shape; readonly head: AnswerHeaders },
): Promise<FunnelResponse> {
  const { wanted, resource, typeOf } = shape
  const isWhole = wanted.as === ''
  const apiVersion = `meta.k8s.io/${wanted.version}`
  const names = isWhole ? listKind(resource) : { kind: 'PartialObjectMetadataList', apiVersion }
  const itemType = isWhole ? resource.version.type() : typeOf('meta.k8s.io/v1', 'PartialObjectMetadata')
  const source = await listInProtobuf({ ...names, metadata }, listed, {
    type: itemType ?? resource.version.type(),
    typeOf,
    shownOf: (item) => (isWhole ? objectOf(item) : partialObject(objectOf(item), wanted.version)),
  })
  return { status: 200, headers: headersOf(protobufType, source.byteLength, head), body: source }
}

function tableOf(objects: readonly KubeObject[], shape: Shape): KubeObject {
  return shape.tables(shape.resource, objects, { includeObject: shape.includeObject, version: shape.wanted.version })
}

/** One object as a Table, which has its revision. */
export function tableOfOne(object: KubeObject, shape: Shape): KubeObject {
  const { resourceVersion } = object.metadata
  return { ...tableOf([object], shape), metadata: resourceVersion === undefined ? {} : { resourceVersion } }
}

export function partialObject(object: KubeObject, version: string): KubeObject {
  return { kind: 'PartialObjectMetadata', apiVersion: `meta.k8s.io/${version}`, metadata: object.metadata }
}

export function groupVersion(resource: Resource): string {
  const { group } = resource.definition
  return group === '' ? resource.version.name : `${group}/${resource.version.name}`
}

function listKind(resource: Resource): { readonly kind: string; readonly apiVersion: string } {
  return { kind: resource.definition.names.listKind, apiVersion: groupVersion(resource) }
}

function listHead(resource: Resource, metadata: object): string {
  const { kind, apiVersion } = listKind(resource)
  return `{"kind":"${kind}","apiVersion":"${apiVersion}","metadata":${writeJson(metadata)},"items":[`
}

/** A Status as an answer. */
export function statusResponse(status: Status, head: AnswerHeaders): FunnelResponse {
  const bytes = lineOf(status)
  const headers: Record<string, string | readonly string[]> = { ...headersOf('application/json', bytes.length, head) }
  const retry = status.details?.retryAfterSeconds
  if (retry !== undefined) headers['retry-after'] = String(retry)
  return { status: status.code ?? 200, headers, body: bytes }
}

export function headersOf(
  type: string,
  length: number | undefined,
  head: AnswerHeaders,
): Record<string, string | readonly string[]> {
  const headers: Record<string, string | readonly string[]> = {
    'audit-id': head.auditId,
    'cache-control': 'no-cache, private',
    'content-type': type,
  }
  if (length !== undefined) headers['content-length'] = String(length)
  if (head.warnings.length > 0) headers['warning'] = warningHeaders(head.warnings)
  return headers
}

/** Characters of all warnings of an answer, and of each where they are more than that: upstream's, as many a client reads no more than 16 kB of headers. */
const mostWarned = 4096
const longestOfMany = 256

/** Each once and in UTF-8, as upstream, which leaves out what has control characters; node writes each character of a header as one byte. */
function warningHeaders(warnings: readonly string[]): readonly string[] {
  const texts = [...new Set(warnings)].filter((text) => text !== '').map((text) => [...text])
  const isMuch = texts.reduce((sum, text) => sum + (isPrintable(text) ? text.length : 0), 0) > mostWarned
  let told = 0
  return texts.flatMap((characters) => {
    if (isMuch && told >= mostWarned) return []
    const shown = isMuch ? characters.slice(0, longestOfMany) : characters
    if (!isPrintable(shown)) return []
    told += shown.length
    const quoted = shown.join('').replace(/[\\"]/g, '\\$&')
    return [`299 - "${Buffer.from(quoted).toString('latin1')}"`]
  })
}

const isPrintable = (characters: readonly string[]): boolean => !characters.some((each) => /\p{Cc}/u.test(each))
