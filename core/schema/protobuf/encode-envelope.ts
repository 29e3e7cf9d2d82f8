/** Answers in Kubernetes' protobuf: `k8s\0` and a runtime.Unknown; lists, and the frames of watches. */
import type { StructType } from '../type.js'
import { BackwardWriter } from './backward-writer.js'
import { encodePart, encodeStruct } from './encode-message.js'

interface Whole {
  readonly apiVersion: string
  readonly kind: string
}

const magic = Buffer.from('k8s\0')
const writer = new BackwardWriter()

/** An object in its envelope. Cost: one walk over the object and one copy of its bytes. */
export function encodeProtobuf(object: Whole, type: StructType): Buffer {
  return written(() => writeEnvelope(object, () => encodeStruct(writer, object as unknown as Members, type)))
}

/** The numbers of a list's members, which its `apiVersion` decides: one of upstream's has them the other way round. */
export const listNumbers = (apiVersion: string): ListNumbers =>
  apiVersion === 'meta.k8s.io/v1beta1' ? { metadata: 2, items: 1 } : { metadata: 1, items: 2 }

interface ListNumbers {
  readonly metadata: number
  readonly items: number
}

/** One object of a list, with the head that the list's message has before it; `number`: of its items. */
export function encodeListItem(object: object, type: StructType, number = 2): Buffer {
  return written(() => encodePart(writer, number, () => encodeStruct(writer, object as Members, type)))
}

/** What stands before `itemBytes` of items that encodeListItem made, and what after them. */
export function encodeListEnds(
  list: Whole & { readonly metadata: object },
  { metadata, itemBytes }: { readonly metadata: StructType; readonly itemBytes: number },
): { readonly head: Buffer; readonly tail: Buffer } {
  const number = listNumbers(list.apiVersion).metadata
  const own = written(() => encodePart(writer, number, () => encodeStruct(writer, list.metadata as Members, metadata)))
  const head = written(() => {
    writer.raw(own)
    writer.varint(own.length + itemBytes)
    writer.varint(2 * 8 + 2)
    writeNames(list)
    writer.raw(magic)
  })
  return { head, tail: unknownTail }
}

/** A frame of a watch: its length in four bytes, and a WatchEvent whose object is in its envelope. */
export function encodeWatchFrame(type: string, object: Uint8Array): Buffer {
  return written(() => {
    encodePart(writer, 2, () => encodePart(writer, 1, () => writer.raw(object)))
    encodePart(writer, 1, () => writer.text(type))
    const length = Buffer.allocUnsafe(4)
    length.writeUInt32BE(writer.length)
    writer.raw(length)
  })
}

type Members = Readonly<Record<string, unknown>>

/** Empty contentEncoding and contentType, which upstream writes too. */
const unknownTail = Buffer.from([0x1a, 0, 0x22, 0])

function writeEnvelope(names: Whole, write: () => void): void {
  writer.raw(unknownTail)
  encodePart(writer, 2, write)
  writeNames(names)
  writer.raw(magic)
}

function writeNames({ apiVersion, kind }: Whole): void {
  encodePart(writer, 1, () => {
    encodePart(writer, 2, () => writer.text(kind))
    encodePart(writer, 1, () => writer.text(apiVersion))
  })
}

/** The one writer is left empty whatever happens. */
function written(write: () => void): Buffer {
  try {
    write()
    return writer.take()
  } finally {
    writer.clear()
  }
}
