import { expect } from 'chai'
import { refusal, registryBench } from '../../test/kit/registry.js'

const owner = { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' }

describe('metadata', () => {
  async function complaints(metadata: object): Promise<string[]> {
    const { create } = await registryBench()
    const error = await refusal(create('configmaps', { metadata: { name: 'web', ...metadata } }))
    expect(error.code).to.equal(422)
    return (error.status.details?.causes ?? []).map(({ field, message }) => `${field}: ${message}`)
  }

  it('has annotations of 256 KiB in all at most', async () => {
    const { create } = await registryBench()
    const annotations = { a: 'x'.repeat(200_000), b: 'x'.repeat(62_142) }
    await create('configmaps', { metadata: { name: 'fits', annotations } })
    const [complaint] = await complaints({ annotations: { ...annotations, c: 'x' } })
    expect(complaint).to.equal('metadata.annotations: Too long: may not be more than 262144 bytes')
  })

  it('has owners that say who they are, one controller at most, and no event among them', async () => {
    const missing = await complaints({ ownerReferences: [{ ...owner, name: '', uid: '' }] })
    expect(missing).to.deep.equal([
      'metadata.ownerReferences[0].name: Invalid value: "": must not be empty',
      'metadata.ownerReferences[0].uid: Invalid value: "": must not be empty',
    ])
    const controllers = [
      { ...owner, controller: true },
      { ...owner, name: 'q', controller: true },
    ]
    expect((await complaints({ ownerReferences: controllers }))[0]).to.match(
      /Only one reference can have Controller set to true: Pod\/p and Pod\/q both do$/,
    )
    expect((await complaints({ ownerReferences: [{ ...owner, kind: 'Event' }] }))[0]).to.match(
      /is disallowed from being an owner$/,
    )
  })

  it('does not ask the garbage collector for two things at once', async () => {
    const [complaint] = await complaints({ finalizers: ['orphan', 'foregroundDeletion'] })
    expect(complaint).to.match(/finalizer orphan and foregroundDeletion cannot be both set$/)
  })
})
