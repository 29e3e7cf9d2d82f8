import { readJson, textOf, writeJson } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import type { Entry, StoredValue } from './contract.js'

/**
 * A stored object on its way to clients: rendered bytes without parsing, decoded only when somebody asks, both made at most once and shared by all who hold the record.
 * `revision` is what its resourceVersion says; for a deletion that is the deletion's own.
 */
export class StoredRecord {
  readonly key: string
  readonly revision: number
  readonly value: StoredValue
  #line: Uint8Array | undefined
  #object: KubeObject | undefined

  constructor(key: string, revision: number, value: StoredValue) {
    this.key = key
    this.revision = revision
    this.value = value
  }

  static of({ key, revision, value }: Entry): StoredRecord {
    return new StoredRecord(key, revision, value)
  }

  /** The object's JSON with its resourceVersion. Never change them. Cost: one copy at the first call. */
  bytes(): Uint8Array {
    return this.line().subarray(0, -1)
  }

  /** As `bytes`, and the end of the line, as upstream ends its answers. */
  line(): Uint8Array {
    this.#line ??= renderLine(this.value, this.revision)
    return this.#line
  }

  /** The decoded object, shared: never change it. Cost: one JSON parse at the first call. */
  object(): KubeObject {
    if (!this.#object) {
      const object = readJson(textOf(this.value.bytes)) as KubeObject
      object.metadata.resourceVersion = String(this.revision)
      this.#object = object
    }
    return this.#object
  }
}

const lineEnd = 0x0a

/** Stored bytes with the resourceVersion spliced in, on a line of their own. */
function renderLine(value: StoredValue, revision: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(renderedLength(value, revision) + 1)
  bytes[renderInto(bytes, { at: 0, value, revision })] = lineEnd
  return bytes
}

/** As `renderedLength`, without kind and apiVersion. */
export function itemLength(value: StoredValue, revision: number): number {
  return renderedLength(value, revision) - namesIn(value)
}

/** As `renderInto`, without kind and apiVersion: the list says them for all of its items. */
export function renderItemInto(
  target: Buffer,
  { at, value, revision }: { readonly at: number; readonly value: StoredValue; readonly revision: number },
): number {
  const names = namesIn(value)
  if (names === 0) return renderInto(target, { at, value, revision })
  const { bytes, splice, stamp } = value
  const end = renderInto(target, {
    at,
    value: { bytes: bytes.subarray(names), splice: splice - names, stamp },
    revision,
  })
  target[at] = opening
  return end
}

/** How many bytes stand before metadata, but for the bracket. Invariant: they are kind and apiVersion (`encodeStored`). */
const namesIn = ({ splice }: StoredValue): number => Math.max(0, splice - metadataMember.length - 1)
const opening = 0x7b

/** How many bytes `renderInto` writes. */
export function renderedLength(value: StoredValue, revision: number): number {
  return value.bytes.byteLength + memberFrame + digitsOf(revision)
}

/** Writes the stored bytes with their resourceVersion to `target` from `at` on, which has room for them; answers where they end. */
export function renderInto(
  target: Buffer,
  { at, value, revision }: { readonly at: number; readonly value: StoredValue; readonly revision: number },
): number {
  const { bytes, splice } = value
  target.set(bytes.byteLength > longBytes ? bytes.subarray(0, splice) : bytes, at)
  const memberAt = at + splice
  const restAt = memberAt + target.write(`"resourceVersion":"${revision}",`, memberAt, 'latin1')
  target.set(splice === 0 ? bytes : bytes.subarray(splice), restAt)
  return restAt + bytes.byteLength - splice
}

/** Of fewer bytes a second copy costs less than a look at a part. */
const longBytes = 8 * 1024
const memberFrame = '"resourceVersion":"",'.length
const digitsOf = (revision: number): number => String(revision).length

/**
 * Encodes an object for storage: its JSON without resourceVersion, which belongs at the begin of metadata.
 * Invariant: metadata has another member (`uid`). Cost: one JSON.stringify and one copy.
 */
export function encodeStored(object: KubeObject, stamp: number): StoredValue {
  const { metadata } = object
  const { resourceVersion, selfLink } = metadata
  // Undefined members are left out of JSON: cheaper than a copy of metadata without it.
  if (resourceVersion !== undefined) metadata.resourceVersion = undefined
  if (selfLink !== undefined) metadata.selfLink = undefined
  const text = writeJson(namesComeFirst(object) ? object : { ...early(object), ...object })
  if (resourceVersion !== undefined) metadata.resourceVersion = resourceVersion
  if (selfLink !== undefined) metadata.selfLink = selfLink
  const at = text.indexOf(metadataMember) + metadataMember.length
  const length = Buffer.byteLength(text)
  const isAscii = length === text.length
  const bytes = roomFor(length)
  bytes.write(text, isAscii ? 'latin1' : 'utf8')
  return { bytes, splice: isAscii ? at : Buffer.byteLength(text.slice(0, at)), stamp }
}

const slabBytes = 64 * 1024
let slab = Buffer.alloc(0)
let slabAt = 0

/** Memory that stored values share with none but their neighbours in time: in node's own pool they would keep alive what is passing. */
function roomFor(length: number): Buffer {
  if (length > slabBytes / 8) return Buffer.allocUnsafeSlow(length)
  if (slabAt + length > slab.byteLength) {
    slab = Buffer.allocUnsafeSlow(slabBytes)
    slabAt = 0
  }
  slabAt += length
  return slab.subarray(slabAt - length, slabAt)
}

/** No quote stands unescaped in a JSON string, so this is found where a member of that name is, and nowhere else. */
const metadataMember = '"metadata":{'

/** Whether kind and apiVersion stand before metadata, and nothing else that could hold a metadata of its own. */
function namesComeFirst(object: KubeObject): boolean {
  let names = 0
  for (const member in object) {
    if (member === 'metadata') return names === 2
    if (member !== 'kind' && member !== 'apiVersion') return false
    names++
  }
  return false
}

/** The members of every object, in upstream's order. */
const early = ({ kind, apiVersion, metadata }: KubeObject) => ({ kind, apiVersion, metadata })
