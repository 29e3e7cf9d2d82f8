/** Pages whose links are led through the proxy, so that a site made for the root of a host works below a path. */
import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { deflateRaw, gunzip, gzip, inflateRaw } from 'node:zlib'
import { rewriteLinks } from './rewrite-links.js'

export interface Page {
  readonly body: Uint8Array | AsyncIterable<Uint8Array>
  /** Undefined: as the backend has said. */
  readonly length: number | undefined
}

/** Larger pages pass as they are. */
const mostBytes = 2 * 1024 * 1024

interface Packing {
  unpack(bytes: Uint8Array): Promise<Uint8Array>
  pack(bytes: Uint8Array): Promise<Uint8Array>
}

const limit = { maxOutputLength: mostBytes }
const packings: Readonly<Record<string, Packing>> = {
  '': { unpack: async (bytes) => bytes, pack: async (bytes) => bytes },
  gzip: { unpack: (bytes) => promisify(gunzip)(bytes, limit), pack: (bytes) => promisify(gzip)(bytes) },
  deflate: { unpack: (bytes) => promisify(inflateRaw)(bytes, limit), pack: (bytes) => promisify(deflateRaw)(bytes) },
}

/** The page with each link rewritten; one that is too large, or packed as we can't unpack, as it came. Throws when the backend breaks off. */
export async function rewrittenPage(response: IncomingMessage, rewrite: (link: string) => string): Promise<Page> {
  const packing = packings[response.headers['content-encoding'] ?? '']
  const announced = Number(response.headers['content-length'] ?? 0)
  if (!packing || announced > mostBytes) return { body: response, length: undefined }
  const iterator = response[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const pieces: Buffer[] = []
  let size = 0
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    pieces.push(next.value)
    if ((size += next.value.length) > mostBytes) return { body: rest(pieces, iterator), length: undefined }
  }
  const bytes = Buffer.concat(pieces)
  try {
    const plain = Buffer.from(await packing.unpack(bytes)).toString('latin1')
    const body = await packing.pack(Buffer.from(rewriteLinks(plain, rewrite), 'latin1'))
    return { body, length: body.length }
  } catch {
    // What can't be unpacked, or is too much then.
    return { body: bytes, length: bytes.length }
  }
}

async function* rest(read: readonly Buffer[], iterator: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* read
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
}
