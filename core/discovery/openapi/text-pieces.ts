/** Parts of a document that are JSON text already: a thousand large schemas parsed and written again would take seconds. */
import { writeJson } from '../../kit/index.js'
import type { SchemaNode } from '../../schema/index.js'

type Source = () => Uint8Array

/** A member name that stands for the members of a text; no schema has one like it, since a control character begins it. */
const mark = '\u0001text '
const marked = /,"\\u0001text (\d+)":0/

export class TextPieces {
  readonly #sources: Source[] = []

  /** A member to be put behind others: in the document's bytes, those of `source` (JSON of an object) stand there. */
  member(source: Source): Readonly<Record<string, SchemaNode>> {
    return { [`${mark}${this.#sources.push(source) - 1}`]: 0 as unknown as SchemaNode }
  }

  /** The document as JSON. */
  bytesOf(document: object): Uint8Array {
    const parts = writeJson(document).split(marked)
    const bytes: Uint8Array[] = []
    for (let at = 0; at < parts.length; at++) {
      if (at % 2 === 0) bytes.push(Buffer.from(parts[at]!))
      else {
        const inner = this.#sources[Number(parts[at])]!()
        if (inner.byteLength > 2) bytes.push(comma, inner.subarray(1, -1))
      }
    }
    return Buffer.concat(bytes)
  }
}

const comma = Buffer.from(',')
