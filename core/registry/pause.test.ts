import { expect } from 'chai'
import { registryBench } from '../../test/kit/registry.js'
import type { KubeObject } from '../meta/index.js'

describe('a large write', () => {
  it('lets others have their turn between its steps, whatever verb it is', async () => {
    const bench = await registryBench()
    let pauses = 0
    const context = bench.context({ pause: async () => void pauses++ })
    const paused = async (write: Promise<unknown>) => {
      pauses = 0
      await write
      return pauses
    }
    const object = (data: object) =>
      ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data }) as KubeObject
    const target = bench.target('configmaps', 'a')
    expect(await paused(bench.registry.create(bench.target('configmaps'), object({}), context))).to.equal(2)
    expect(await paused(bench.registry.update(target, object({ a: 'b' }), context))).to.equal(2)
    for (const type of ['merge-patch+json', 'strategic-merge-patch+json', 'apply-patch+yaml'] as const) {
      const patch = {
        type: `application/${type}`,
        body: object({ a: type }),
        force: type === 'apply-patch+yaml',
      } as const
      expect(await paused(bench.registry.patch(target, patch, context)), type).to.be.greaterThan(2)
    }
  })

  it('that loses its turn to another writer is refused, or tried again, as any other', async () => {
    const bench = await registryBench()
    const made = await bench.create('configmaps', { metadata: { name: 'a' }, data: {} })
    const target = bench.target('configmaps', 'a')
    let others = 0
    const pause = async () => {
      if (others++ > 0) return
      const patch = { type: 'application/merge-patch+json', body: { data: { other: 'x' } }, force: false } as const
      await bench.registry.patch(target, patch, bench.context())
    }
    const patch = { type: 'application/merge-patch+json', body: { data: { own: 'y' } }, force: false } as const
    const { answer } = await bench.registry.patch(target, patch, bench.context({ pause }))
    const text = 'record' in answer ? Buffer.from(answer.record.bytes()).toString() : JSON.stringify(answer.object)
    expect(text).to.contain('"other":"x"').and.contain('"own":"y"')
    others = 0
    const failure = await bench.registry.update(target, made, bench.context({ pause })).then(
      () => 0,
      (error: { code: number }) => error.code,
    )
    expect(failure).to.equal(409)
  })
})
