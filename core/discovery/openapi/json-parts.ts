/** Documents as JSON. */
import { writeJson } from '../../kit/index.js'
import type { PartWriter } from './assemble.js'
import type { TextPieces } from './text-pieces.js'

/** `head` and `tail`: the document's other members, before and behind; `between`: what ends the paths and begins the components; `pieces`: holds parts of components as text. */
export function jsonParts(
  frame: { readonly head: string; readonly between: string; readonly tail: string },
  pieces?: TextPieces,
): PartWriter {
  return {
    path: (path, item) => Buffer.from(`${writeJson(path)}:${writeJson(item)}`),
    component(name, schema) {
      if (!pieces) return Buffer.from(`${writeJson(name)}:${writeJson(schema)}`)
      return pieces.bytesOf({ [name]: schema }).subarray(1, -1)
    },
    whole: (paths, components) => [
      Buffer.from(frame.head),
      ...separated(paths),
      Buffer.from(frame.between),
      ...separated(components),
      Buffer.from(frame.tail),
    ],
  }
}

const comma = Buffer.from(',')

const separated = (parts: readonly Uint8Array[]): Uint8Array[] =>
  parts.flatMap((part, at) => (at === 0 ? [part] : [comma, part]))
