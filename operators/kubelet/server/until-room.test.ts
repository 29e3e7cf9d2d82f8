import { expect } from 'chai'
import { PassThrough } from 'node:stream'
import { untilRoom } from './until-room.js'

describe('waiting for room in a stream', () => {
  it('ends when what was written is read, and leaves no listener', async () => {
    const stream = new PassThrough({ highWaterMark: 1 })
    const before = ['drain', 'close'].map((event) => stream.listenerCount(event))
    for (let round = 0; round < 20; round++) {
      expect(stream.write('text')).to.equal(false)
      const room = untilRoom(stream)
      stream.read()
      await room
    }
    expect(['drain', 'close'].map((event) => stream.listenerCount(event))).to.deep.equal(before)
  })

  it('ends when the reader has gone, before or meanwhile', async () => {
    const stream = new PassThrough({ highWaterMark: 1 })
    stream.write('text')
    const room = untilRoom(stream)
    stream.destroy()
    await room
    await untilRoom(stream)
  })
})
