import { once } from 'node:events'
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { MessageChannel } from 'node:worker_threads'
import { expect } from 'chai'
import fc from 'fast-check'
import { portCarrier, streamCarrier } from './frame-carriers.js'
import { type FrameCarrier, FrameChannel, FrameReader } from './frames.js'
import { packHead, type RequestHead, unpackHead } from './port-messages.js'

interface Seen {
  readonly type: number
  readonly id: number
  readonly payload: string
}

/** The bytes that a channel writes in one turn for these frames. */
async function encode(frames: readonly Seen[]): Promise<Uint8Array[]> {
  const writes: Uint8Array[] = []
  const carrier: FrameCarrier = { pendingBytes: 0, start() {}, close() {}, write: (bytes) => !!writes.push(bytes) }
  const channel = new FrameChannel(carrier)
  for (const { type, id, payload } of frames) channel.send(type, id, Buffer.from(payload))
  await new Promise(setImmediate)
  return writes
}

const frame = fc.record({ type: fc.nat(255), id: fc.nat(0xffffffff), payload: fc.string() })

describe('frames', () => {
  it('come out as they went in, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(frame, { minLength: 1 }),
        fc.array(fc.integer({ min: 1, max: 40 })),
        async (sent, cuts) => {
          const bytes = Buffer.concat(await encode(sent))
          const seen: Seen[] = []
          const reader = new FrameReader()
          let at = 0
          for (let turn = 0; at < bytes.length; turn++) {
            const size = cuts.length ? cuts[turn % cuts.length]! : bytes.length
            reader.push(bytes.subarray(at, at + size), (type, id, payload) =>
              seen.push({ type, id, payload: payload.toString() }),
            )
            at += size
          }
          expect(seen).to.deep.equal(sent)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('of one turn leave in one write', async () => {
    expect(await encode(Array.from({ length: 50 }, (_, id) => ({ type: 1, id, payload: 'x' })))).to.have.length(1)
  })

  it('of an impossible length close the channel with an error', async () => {
    const { port1, port2 } = new MessageChannel()
    const channel = new FrameChannel(portCarrier(port1))
    const closed = new Promise<Error | undefined>((resolve) => channel.start({ onFrame() {}, onClose: resolve }))
    port2.postMessage(new Uint8Array([255, 255, 255, 255, 1, 0, 0, 0, 0]))
    expect((await closed)?.message).to.contain('frame of 4294967295 bytes')
    expect(channel.closed).to.equal(true)
  })

  const pairs: Record<string, () => Promise<[FrameCarrier, FrameCarrier]>> = {
    'a MessagePort': async () => {
      const { port1, port2 } = new MessageChannel()
      return [portCarrier(port1), portCarrier(port2)]
    },
    'a socket': async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      const near = connect((server.address() as AddressInfo).port, '127.0.0.1')
      const [far] = (await once(server, 'connection')) as [Socket]
      server.close()
      return [streamCarrier(near), streamCarrier(far)]
    },
  }
  for (const [name, pair] of Object.entries(pairs)) {
    it(`pass both ways over ${name}, large ones too, and a close is seen at the other end`, async () => {
      const [near, far] = (await pair()).map((carrier) => new FrameChannel(carrier)) as [FrameChannel, FrameChannel]
      far.start({ onFrame: (type, id, payload) => far.send(type, id, payload), onClose() {} })
      const seen: number[] = []
      const big = Buffer.alloc(3_000_000, 7)
      await new Promise<void>((resolve) => {
        near.start({
          onFrame(_type, id, payload) {
            seen.push(id)
            if (id === 2) {
              expect(payload.equals(big)).to.equal(true)
              far.close()
            }
          },
          onClose: () => resolve(),
        })
        near.send(1, 1)
        near.send(1, 2, big.subarray(0, 100), big.subarray(100))
      })
      expect(seen).to.deep.equal([1, 2])
    })
  }
})

describe('a head', () => {
  it('is unpacked with its body, and missed when it is not there', () => {
    const packed = packHead({ method: 'GET', url: '/é' }, Buffer.from('bo'), Buffer.from('dy'))
    const { head, body } = unpackHead<RequestHead>(Buffer.concat(packed))
    expect(head).to.deep.equal({ method: 'GET', url: '/é' })
    expect(body.toString()).to.equal('body')
    expect(() => unpackHead(Buffer.from([0, 0, 0, 9, 1]))).to.throw('without its head')
  })
})
