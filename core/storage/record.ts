import type { KubeObject } from '../meta/index.js'
import type { StoredValue } from './contract.js'

/**
 * A stored object on its way to clients: rendered bytes without parsing, decoded only when somebody asks, both made at most once and shared by all who hold the record.
 * `revision` is what its resourceVersion says; for a deletion that is the deletion's own.
 */
export class StoredRecord {
  readonly key: string
  readonly revision: number
  readonly value: StoredValue
  #bytes: Uint8Array | undefined
  #object: KubeObject | undefined

  constructor(key: string, revision: number, value: StoredValue) {
    this.key = key
    this.revision = revision
    this.value = value
  }

  /** The object's JSON with its resourceVersion. Never change them. Cost: one copy at the first call. */
  bytes(): Uint8Array {
    this.#bytes ??= renderBytes(this.value, this.revision)
    return this.#bytes
  }

  /** The decoded object, shared: never change it. Cost: one JSON parse at the first call. */
  object(): KubeObject {
    if (!this.#object) {
      const object = JSON.parse(
        Buffer.from(this.value.bytes.buffer, this.value.bytes.byteOffset, this.value.bytes.byteLength).toString('utf8'),
      ) as KubeObject
      object.metadata.resourceVersion = String(this.revision)
      this.#object = object
    }
    return this.#object
  }
}

/** Stored bytes with the resourceVersion spliced in. */
export function renderBytes(value: StoredValue, revision: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(renderedLength(value, revision))
  renderInto(bytes, { at: 0, value, revision })
  return bytes
}

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
  target.set(bytes, at)
  const memberAt = at + splice
  const restAt = memberAt + target.write(`"resourceVersion":"${revision}",`, memberAt, 'latin1')
  target.set(splice === 0 ? bytes : bytes.subarray(splice), restAt)
  return restAt + bytes.byteLength - splice
}

const memberFrame = '"resourceVersion":"",'.length
const digitsOf = (revision: number): number => String(revision).length

/**
 * Encodes an object for storage: its JSON without resourceVersion and where that belongs, which is before `"uid":` in metadata.
 * Invariant: `object.metadata.uid` is set; metadata is the first member that holds `"metadata":{`, as apiVersion and kind before it hold no braces.
 */
export function encodeStored(object: KubeObject, stamp: number): StoredValue {
  const { apiVersion, kind, metadata } = object
  const { uid, resourceVersion } = metadata
  let head = '{'
  if (kind !== undefined) head += `"kind":${JSON.stringify(kind)},`
  if (apiVersion !== undefined) head += `"apiVersion":${JSON.stringify(apiVersion)},`
  // Undefined members are left out of JSON: cheaper than a copy of metadata without them.
  metadata.uid = undefined
  if (resourceVersion !== undefined) metadata.resourceVersion = undefined
  const own = JSON.stringify(metadata)
  metadata.uid = uid
  if (resourceVersion !== undefined) metadata.resourceVersion = resourceVersion
  head += own.length > 2 ? `"metadata":${own.slice(0, -1)},` : '"metadata":{'
  let text = `${head}"uid":${JSON.stringify(uid)}}`
  for (const member in object) {
    if (member === 'metadata' || member === 'kind' || member === 'apiVersion') continue
    const value = object[member]
    if (value !== undefined) text += `,${JSON.stringify(member)}:${JSON.stringify(value)}`
  }
  text += '}'
  const bytes = Buffer.from(text)
  const splice = bytes.byteLength === text.length ? head.length : Buffer.byteLength(head)
  return { bytes, splice, stamp }
}
