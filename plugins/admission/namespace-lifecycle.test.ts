import { expect } from 'chai'
import { refusal, registryBench } from '../../test/kit/registry.js'
import { namespaceLifecycle } from './namespace-lifecycle.js'

describe('the namespaces that every cluster has', () => {
  it('are not deleted, other ones are', async () => {
    const { registry, target, context } = await registryBench({ admission: [namespaceLifecycle] })
    const error = await refusal(registry.delete(target('namespaces', 'default'), {}, context()))
    expect(error.code).to.equal(403)
    expect(error.message).to.equal('namespaces "default" is forbidden: this namespace may not be deleted')
    expect((await registry.delete(target('namespaces', 'other'), {}, context())).gone).to.equal(false)
  })
})
