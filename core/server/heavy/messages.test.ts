/** Bytes that are handed to the thread of heavy writes. */
import { expect } from 'chai'
import { handedOver } from './messages.js'

describe('bytes that are handed over', () => {
  it('are memory of their own, also where there are none, and so can be handed over again', () => {
    const none = Buffer.alloc(0)
    const shared = new Uint8Array(8).subarray(2, 4)
    for (const bytes of [none, none, shared, shared]) {
      const given = handedOver(bytes)
      expect(given).to.have.length(bytes.byteLength)
      structuredClone(given, { transfer: [given.buffer] })
    }
    const frames = new Uint8Array(8).buffer
    const piece = handedOver(Buffer.from(frames, 2, 2))
    structuredClone(piece, { transfer: [piece.buffer] })
    expect(frames.byteLength, 'what others have beside it').to.equal(8)
    const whole = new Uint8Array(3)
    expect(handedOver(whole).buffer).to.equal(whole.buffer)
  })
})
