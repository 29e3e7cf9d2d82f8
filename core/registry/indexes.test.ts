import { expect } from 'chai'
import fc from 'fast-check'
import { type Bench, read, registryBench } from '../../test/kit/registry.js'

const apps = ['web', 'db', ''] as const
type Step = { readonly verb: 'put' | 'delete'; readonly n: number; readonly app: (typeof apps)[number] }

const namesOf = async (bench: Bench, options: { labelSelector?: string; fieldSelector?: string }) =>
  (await bench.registry.list(bench.target('configmaps'), options)).items.map((item) => read(item).metadata.name)

async function take(bench: Bench, { verb, n, app }: Step): Promise<void> {
  const name = `c${n}`
  const object = { metadata: { name, ...(app ? { labels: { app } } : {}) }, data: { n: `${bench.storage.revision()}` } }
  const target = bench.target('configmaps', name)
  const act = {
    put: () =>
      bench.registry
        .update(target, structuredClone(object), bench.context())
        .catch(() => bench.create('configmaps', object)),
    delete: () => bench.registry.delete(target, {}, bench.context()),
  }[verb]
  await act().catch((error: { code?: number }) => expect(error.code).to.equal(404))
}

describe('a list by an equality that is asked for again and again', () => {
  it('finds exactly what going through everything finds, whatever is written', async () => {
    const step = fc.record({
      verb: fc.constantFrom('put' as const, 'put' as const, 'delete' as const),
      n: fc.nat(12),
      app: fc.constantFrom(...apps),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const bench = await registryBench()
        for (const each of steps) {
          await take(bench, each)
          for (const app of ['web', 'db']) {
            const everything = await bench.registry.list(bench.target('configmaps'), {})
            const labelled = everything.items.map(read).filter(({ metadata }) => metadata.labels?.app === app)
            expect(await namesOf(bench, { labelSelector: `app=${app}` })).to.deep.equal(
              labelled.map(({ metadata }) => metadata.name),
            )
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('reads only what it answers, once the index stands, until nobody has asked for a minute', async () => {
    const bench = await registryBench()
    for (let n = 0; n < 600; n++) await take(bench, { verb: 'put', n, app: n % 100 === 0 ? 'web' : 'db' })
    let scans = 0
    const list = bench.storage.list.bind(bench.storage)
    bench.storage.list = (range) => {
      scans++
      return list(range)
    }
    const find = () => namesOf(bench, { labelSelector: 'app=web' })
    const whileTimePasses = async () => {
      const finding = find()
      await bench.clock.advance(10)
      return finding
    }
    const found = await whileTimePasses()
    expect(scans).to.be.above(0)
    scans = 0
    expect(await find()).to.deep.equal(found)
    expect(scans).to.equal(0)
    await bench.clock.advance(200_000)
    expect(await whileTimePasses()).to.deep.equal(found)
    expect(scans).to.be.above(0)
  })
})
