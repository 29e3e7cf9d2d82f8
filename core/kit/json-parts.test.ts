/** JSON values cut into parts, and joined again. */
import { expect } from 'chai'
import fc from 'fast-check'
import { writeJson } from './json.js'
import { cutJson, joinJson, joinJsonNow, sameParts } from './json-parts.js'

const wide = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, { at }]))

describe('cutJson and joinJson', () => {
  const kept = async (value: unknown) => {
    const parts = await cutJson(value)
    expect(writeJson(await joinJson(parts))).to.equal(writeJson(value))
    expect(writeJson(joinJsonNow(parts))).to.equal(writeJson(value))
    return parts
  }

  it('give back what was cut, in the order of its members', async () => {
    const containers = Array.from({ length: 900 }, (_, at) => ({ name: `c${at}`, env: [{ name: 'a', value: 'b' }] }))
    const parts = await kept({ metadata: wide(3000), spec: { a: 1, containers, z: [wide(2500), 7] }, status: null })
    expect(parts).to.have.length.above(6)
    await kept(Array.from({ length: 5000 }, (_, at) => [at, BigInt(2 ** 60)]))
    await kept('text')
  })

  it('leave what is small in one part', async () => expect(await kept({ a: [1, { b: 2 }] })).to.have.length(1))

  it('end at some depth', async () => {
    const deep = `${'[{"a":'.repeat(200)}1${'}]'.repeat(200)}`
    await kept({ many: Array.from({ length: 60 }, () => JSON.parse(deep) as unknown) })
  })

  it('take __proto__ for a member like others', async () => {
    const value = JSON.parse(`{"a":{"__proto__":${JSON.stringify(wide(2500))}},"__proto__":{"x":1}}`) as object
    const joined = (await joinJson(await cutJson(value))) as { readonly x?: unknown }
    expect(writeJson(joined)).to.equal(writeJson(value))
    expect(joined.x).to.equal(undefined)
  })

  it('leave out members that are undefined', async () => {
    const parts = await cutJson({ ...wide(2500), none: undefined })
    expect(Object.keys((await joinJson(parts)) as object)).to.have.length(2500)
  })

  it('hold for whatever JSON there is', () =>
    fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 8 }), async (value) => {
        await kept({ value, repeated: Array.from({ length: 300 }, () => value) })
      }),
      { numRuns: 60 },
    )).timeout(30_000)

  it('differ when the values do', async () => {
    const some = await cutJson({ ...wide(2500), a: 1 })
    expect(sameParts(some, await cutJson({ ...wide(2500), a: 1 }))).to.equal(true)
    expect(sameParts(some, await cutJson({ ...wide(2500), a: 2 }))).to.equal(false)
    expect(sameParts(some, some.slice(1))).to.equal(false)
  })
})
