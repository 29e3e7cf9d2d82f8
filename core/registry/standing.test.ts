import { expect } from 'chai'
import { registryBench } from '../../test/kit/registry.js'
import type { KubeObject } from '../meta/index.js'

const dataOf = (object: KubeObject) => (object['data'] ?? {}) as Record<string, string>

describe('a stored object that breaks a rule which came later', () => {
  it('can be changed elsewhere, and not where it is wrong', async () => {
    let isThere = false
    const rule = {
      group: '',
      plural: 'configmaps',
      validate: (object: KubeObject) =>
        isThere && dataOf(object)['port'] !== '80'
          ? [{ reason: 'FieldValueInvalid', message: 'Invalid value: must be 80', field: 'data[port]' }]
          : [],
    }
    const bench = await registryBench({ kinds: [rule] })
    const target = bench.target('configmaps', 'old')
    const put = async (name: string, data: object) => {
      const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'default' }, data }
      await bench.registry.update(target, body as unknown as KubeObject, bench.context())
    }
    const refused = async (work: Promise<unknown>) =>
      work.then(
        () => 'let through',
        (error: { code?: number }) => error.code,
      )
    await bench.create('configmaps', { metadata: { name: 'old', namespace: 'default' }, data: { port: '70' } })
    isThere = true
    await put('old', { port: '70', more: 'x' })
    expect(dataOf(await bench.get('configmaps', 'old', 'default'))).to.deep.equal({ port: '70', more: 'x' })
    expect(await refused(put('old', { port: '71' }))).to.equal(422)
    await put('old', { port: '80' })
    expect(await refused(put('old', { port: '70' }))).to.equal(422)
    expect(
      await refused(
        bench.create('configmaps', { metadata: { name: 'new', namespace: 'default' }, data: { port: '70' } }),
      ),
    ).to.equal(422)
  })
})
