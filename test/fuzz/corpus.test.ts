import { expect } from 'chai'
import { corpusOf } from './corpus.js'
import { Fuzzer, usualSteps } from './fuzzer.js'
import { countingTargets, forgetHits, stepsTaken } from './hits.js'
import { seededRandom } from '../../core/kit/index.js'
import { counted } from './instrument.js'
import { targets } from './targets/index.js'
import type { FuzzTarget } from './target.js'

describe('what fuzzing has kept', () => {
  let counting: readonly FuzzTarget[]
  before(async () => (counting = await countingTargets()))

  for (const { name } of targets)
    it(`holds for ${name}, in a bounded number of steps`, async () => {
      const target = counting.find((each) => each.name === name)!
      for (const input of [...target.seeds.map((seed) => Buffer.from(seed)), ...corpusOf(name)]) {
        forgetHits()
        await target.run(Buffer.from(input))
        expect(stepsTaken()).to.be.within(1, (target.steps ?? usualSteps)(input.length))
      }
    })
})

describe('the fuzzer', () => {
  it('finds what lies behind a guarded way, and an input that takes too long', async () => {
    const words = counted('export const seen = (text) => { if (text[0] === "a") { if (text[1] === "b") { if (text[2] === "c") throw new Error("found") } } }', () => 30_000 + found.places++) // biome-ignore format: one line
    const module = (await import(`data:text/javascript,${encodeURIComponent(words)}`)) as { seen(text: string): void }
    const guarded: FuzzTarget = { name: 'guarded', seeds: ['x'], words: ['a', 'b', 'c', 'd', 'e', 'f'], run: (input) => module.seen(input.toString('latin1')) } // biome-ignore format: one line
    const fuzzer = new Fuzzer(guarded, { random: seededRandom(1), corpus: [], before: () => {} })
    let failed = await fuzzer.begin()
    for (let run = 0; run < 100_000 && !failed; run++) failed = await fuzzer.step()
    expect(String(failed?.error)).to.equal('Error: found')
    expect(failed!.input.toString('latin1')).to.match(/^abc/)

    const slow = new Fuzzer({ ...guarded, run: () => {}, steps: () => -1 }, { random: seededRandom(1), corpus: [], before: () => {} }) // biome-ignore format: one line
    expect(String((await slow.begin())?.error)).to.equal('Error: 0 steps for 1 bytes; -1 are allowed')
  })

  it('counts branches without changing what a program does', () => {
    const text = 'const f = (a) => a ? a && [a ?? 1] : { b: a || 2 }; switch (f(0).b) { case 2: for (const x of [1]) if (x) y = x; else y = 0 }' // biome-ignore format: one line
    let places = 0
    const run = (program: string) => new Function(`let y; ${program}; return [f(3), f(0), y]`)() as unknown
    expect(run(counted(text, () => places++))).to.deep.equal(run(text))
    expect(places).to.equal(10)
  })
})

const found = { places: 0 }
