import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'chai'
import { type Clock, silentLog, systemClock, VirtualClock } from '../../kit/index.js'
import { type ChildPlan, SupervisedChild } from './supervised-child.js'

/** Says a line on its channel at its start; ends when told so, unless it spins. */
const script = `
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
const { manner } = JSON.parse(readFileSync(0, 'utf8'))
if (process.argv.length > 2) process.exit(4)
const channel = new Socket({ fd: 3 })
channel.on('close', () => process.exit(1))
channel.write('begun\\n', () => {
  if (manner === 'ends') process.exit(3)
  if (manner === 'spins') turn()
})
channel.on('data', () => process.exit(0))
function turn() { for (;;); }
`

describe('a child process', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'operon-child-'))
    writeFileSync(join(folder, 'child.mjs'), script)
  })
  after(() => rmSync(folder, { recursive: true }))

  /** Starts one. Its silence and its grace pass on virtual time, the short waits between starts are real. */
  function start(manner: string) {
    const virtual = new VirtualClock()
    const clock: Clock = {
      ...systemClock,
      after: (delayMs, fire) => (delayMs < 1000 ? systemClock : virtual).after(delayMs, fire, { keepAlive: true }),
    }
    const waiting: (() => void)[] = []
    const stuck: string[] = []
    let begun = 0
    const plan: ChildPlan = {
      name: 'test',
      module: join(folder, 'child.mjs'),
      configuration: () => ({ manner }),
      nodeFlags: [],
      onStuck: ([at]) => void stuck.push(`${at?.functionName} in ${at?.url}`),
      connect: (channel, life) => {
        channel.on('data', () => {
          life.beat()
          life.ready()
          begun++
          waiting.shift()?.()
        })
        return { stop: () => void channel.write('stop\n') }
      },
    }
    const child = new SupervisedChild(plan, { clock, log: silentLog, cpuMs: () => virtual.monotonicMs() })
    const starts = async (count: number) => {
      while (begun < count) await new Promise<void>((resolve) => waiting.push(resolve))
    }
    return { child, clock: virtual, starts, stuck }
  }

  it('is asked to end, and waited for', async () => {
    const { child, starts } = start('waits')
    await starts(1)
    await child.ready
    const { pid } = child
    await child.stop()
    expect(() => process.kill(pid as number, 0)).to.throw('ESRCH')
  })

  it('is started again when it ends by itself', async () => {
    const { child, starts } = start('ends')
    await starts(2)
    await child.stop()
  })

  it('that spins is asked where, ended, and started again', async () => {
    const { child, clock, starts, stuck } = start('spins')
    await starts(1)
    const first = child.pid
    await clock.advance(5_000)
    expect(child.pid).to.equal(first)
    await clock.advance(1_000)
    await starts(2)
    expect(child.pid).not.to.equal(first)
    expect(stuck).to.deep.equal([`turn in ${pathToFileURL(join(folder, 'child.mjs')).href}`])
    const stopping = child.stop()
    await clock.advance(30_000)
    await stopping
  })
})
