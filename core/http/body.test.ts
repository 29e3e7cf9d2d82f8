import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { expect } from 'chai'
import { systemClock as clock } from '../kit/index.js'
import { maxBodyBytes, readBody } from './body.js'

/** A message that comes in pieces; without `said` nobody tells its length. */
function messageOf(pieces: readonly Buffer[], said?: number): IncomingMessage {
  const headers = said === undefined ? {} : { 'content-length': String(said) }
  return Object.assign(Readable.from(pieces, { objectMode: false }), { headers, complete: true }) as IncomingMessage
}

function piecesOf(bytes: number, each: number): Buffer[] {
  const whole = Buffer.from(Array.from({ length: bytes }, (_, at) => (at * 31) % 251))
  return Array.from({ length: Math.ceil(bytes / each) }, (_, at) => whole.subarray(at * each, (at + 1) * each))
}

async function read(message: IncomingMessage): Promise<Uint8Array | number> {
  return readBody(message, { clock }).catch((error: { code: number }) => error.code)
}

describe('the body of a request', () => {
  for (const [bytes, each] of [
    [0, 10],
    [100, 100],
    [1000, 7],
    [256 * 1024, 16 * 1024],
    [700_001, 16_384],
    [1_000_000, 300_000],
  ] as const)
    it(`of ${bytes} bytes in pieces of ${each} comes whole, its length told or not`, async () => {
      const pieces = piecesOf(bytes, each)
      expect(Buffer.compare(Buffer.concat(pieces), (await read(messageOf(pieces, bytes))) as Uint8Array)).to.equal(0)
      expect(Buffer.compare(Buffer.concat(pieces), (await read(messageOf(pieces))) as Uint8Array)).to.equal(0)
    })

  it('that is longer than what is asked for is read to its end, and its beginning is kept', async () => {
    const pieces = piecesOf(1_000_000, 16_384)
    for (const message of [messageOf(pieces, 1_000_000), messageOf(pieces)]) {
      const kept = (await readBody(message, { clock, kept: 65_536 })) as Buffer
      expect(kept.length).to.equal(5 * 16_384)
      expect(Buffer.compare(kept, Buffer.concat(pieces).subarray(0, kept.length))).to.equal(0)
      expect(message.readableEnded).to.equal(true)
    }
    expect(
      await readBody(messageOf(piecesOf(maxBodyBytes + 1, 65_536)), { clock, kept: 10 }).catch(({ code }) => code),
    ).to.equal(413)
  })

  it('beyond 3 MiB is refused, before it has come when its length is told', async () => {
    const pieces = piecesOf(maxBodyBytes + 1, 65_536)
    expect(await read(messageOf(pieces))).to.equal(413)
    expect(await read(messageOf([], maxBodyBytes + 1))).to.equal(413)
  })
})
