import { expect } from 'chai'
import type { AdmissionContext, AdmissionRequest } from '../../core/admission/contract.js'
import { StatusError } from '../../core/meta/index.js'
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

  it('take nothing new on their way out, of what is there neither', async () => {
    const namespace = (name: string, phase: string) => ({ metadata: { name }, status: { phase } })
    const found = new Map(
      Object.entries({ leaving: namespace('leaving', 'Terminating'), here: namespace('here', 'Active') }),
    )
    const view = {
      get: (_: string, name: string) => found.get(name),
      list: () => found.values(),
      onChange: () => undefined,
    }
    const context = { view: () => view } as unknown as AdmissionContext
    const asked = { operation: 'CREATE', group: '', plural: 'serviceaccounts', subresource: 'token', name: 'default' }
    const admit = (request: object) => {
      const whole = { ...asked, ...request } as AdmissionRequest
      return namespaceLifecycle.admits(whole) && namespaceLifecycle.mutate?.(whole, context)
    }
    const terminating = { reason: 'NamespaceTerminating', message: 'namespace leaving is being terminated', field: 'metadata.namespace' } // biome-ignore format: one line
    try {
      admit({ namespace: 'leaving' })
      expect.fail('it was let in')
    } catch (error) {
      expect(error).to.be.instanceOf(StatusError)
      expect((error as StatusError).status.details?.causes).to.deep.equal([terminating])
    }
    expect(admit({ namespace: 'here' })).to.equal(undefined)
    expect(admit({ namespace: 'leaving', operation: 'CONNECT', subresource: 'exec' })).to.equal(false)
  })
})
