/** SPDY/3 header blocks: name and value pairs, deflated in one stream for the whole connection. */
import { type Deflate, type Inflate, constants, createDeflate, createInflate } from 'node:zlib'
import { spdyDictionary } from './dictionary.js'

export type Headers = Readonly<Record<string, string>>

const mostBytes = 256 * 1024

/** Blocks must go through in the order in which they are on the wire: await each call before the next. */
export class HeaderBlocks {
  readonly #deflate: Deflate
  readonly #inflate: Inflate
  readonly #inflated: Buffer[] = []
  readonly #deflated: Buffer[] = []
  #inflatedBytes = 0

  constructor() {
    const flush = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH }
    this.#deflate = createDeflate({ dictionary: spdyDictionary, ...flush })
    this.#inflate = createInflate({ dictionary: spdyDictionary, ...flush })
    this.#deflate.on('data', (bytes: Buffer) => this.#deflated.push(bytes))
    this.#inflate.on('data', (bytes: Buffer) => {
      this.#inflated.push(bytes)
      this.#inflatedBytes += bytes.length
      if (this.#inflatedBytes > mostBytes) this.#inflate.destroy(new Error('SPDY header block is too large'))
    })
  }

  async pack(headers: Headers): Promise<Buffer> {
    const pairs = Object.entries(headers)
    const parts = [number(pairs.length)]
    for (const pair of pairs) for (const text of pair) parts.push(number(Buffer.byteLength(text)), Buffer.from(text))
    await written(this.#deflate, Buffer.concat(parts))
    return Buffer.concat(this.#deflated.splice(0))
  }

  /** Throws when the block is broken or too large. */
  async unpack(block: Buffer): Promise<Headers> {
    this.#inflatedBytes = 0
    await written(this.#inflate, block)
    return readPairs(Buffer.concat(this.#inflated.splice(0)))
  }

  close(): void {
    this.#deflate.destroy()
    this.#inflate.destroy()
  }
}

function written(zip: Deflate | Inflate, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error)
    zip.once('error', fail)
    zip.write(bytes, (error) => {
      zip.off('error', fail)
      if (error) reject(error)
      else resolve()
    })
  })
}

function readPairs(bytes: Buffer): Headers {
  let at = 0
  const next = () => {
    if (at + 4 > bytes.length) throw new Error('SPDY header block is cut short')
    const length = bytes.readUInt32BE(at)
    at += 4
    return length
  }
  const text = () => {
    const length = next()
    if (at + length > bytes.length) throw new Error('SPDY header block is cut short')
    at += length
    return bytes.toString('utf8', at - length, at)
  }
  const headers: [string, string][] = []
  for (let pairs = next(); pairs > 0; pairs--) headers.push([text().toLowerCase(), text()])
  return Object.fromEntries(headers)
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
