import { expect } from 'chai'
import { VirtualClock } from '../../kit/index.js'
import { SilenceWatch } from './silence-watch.js'

describe('the watch over a silent child', () => {
  function watch(cpuMs: (nowMs: number) => number | undefined) {
    const clock = new VirtualClock()
    const found: string[] = []
    const silence = new SilenceWatch({
      clock,
      cpuMs: () => cpuMs(clock.monotonicMs() - start),
      onStuck: (why) => void found.push(why),
    })
    const start = clock.monotonicMs()
    silence.beat()
    return { clock, silence, found }
  }

  it('finds one that is busy without end after six seconds', async () => {
    const { clock, found } = watch((ms) => ms)
    await clock.advance(5900)
    expect(found).to.deep.equal([])
    await clock.advance(200)
    expect(found).to.deep.equal(['gave no sign of life for 6 s, busy all the time'])
    await clock.advance(100_000)
    expect(found).to.have.length(1)
  })

  it('leaves one alone that gets a twentieth of a processor, for a minute', async () => {
    const { clock, found } = watch((ms) => ms / 20)
    await clock.advance(59_000)
    expect(found).to.deep.equal([])
    await clock.advance(1000)
    expect(found).to.deep.equal(['gave no sign of life for 60 s'])
  })

  it('begins anew at each sign of life', async () => {
    const { clock, silence, found } = watch((ms) => ms)
    for (let i = 0; i < 10; i++) {
      await clock.advance(5000)
      silence.beat()
    }
    expect(found).to.deep.equal([])
    silence.end()
    await clock.advance(100_000)
    expect(found).to.deep.equal([])
  })

  it('goes by the wall alone where CPU time can not be read', async () => {
    const { clock, found } = watch(() => undefined)
    await clock.advance(14_900)
    expect(found).to.deep.equal([])
    await clock.advance(100)
    expect(found).to.deep.equal(['gave no sign of life for 15 s'])
  })
})
