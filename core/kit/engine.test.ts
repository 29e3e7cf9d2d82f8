import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import { notePassing, trimAllocator } from './engine.js'

const pieces = 30_000
const pieceBytes = 4096

describe('the C library', () => {
  it('gives back what lies between pieces that are kept', async function () {
    const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
    if (!header.glibcVersionRuntime) {
      console.log('      skipped: this is no glibc')
      this.skip()
    }
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    let all = Array.from({ length: pieces }, () => Buffer.allocUnsafeSlow(pieceBytes).fill(1))
    const kept = all.filter((_, at) => at % 50 === 0)
    all = []
    for (let round = 0; round < 3; round++) {
      collect()
      await new Promise((resolve) => setImmediate(resolve))
    }
    const before = process.memoryUsage.rss()
    await trimAllocator()
    const freed = before - process.memoryUsage.rss()
    expect(freed).to.be.greaterThan((pieces * pieceBytes) / 3)
    expect(kept.every((one) => one[0] === 1)).to.equal(true)
  })
})

describe('buffers that pass', () => {
  it('are given back soon when there are many of them', async () => {
    const made = () => Array.from({ length: 400 }, () => Buffer.allocUnsafeSlow(8192)).length * 8192
    const before = process.memoryUsage().arrayBuffers
    const bytes = made() + made() + made()
    expect(process.memoryUsage().arrayBuffers - before).to.be.greaterThan(bytes / 2)
    notePassing(bytes)
    while (process.memoryUsage().arrayBuffers - before > bytes / 2)
      await new Promise((resolve) => setImmediate(resolve))
  })
})
