import { expect } from 'chai'
import { refusal, registryBench } from '../../test/kit/registry.js'

const owner = { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' }

describe('metadata', () => {
  async function complaints(metadata: object): Promise<string[]> {
    const { create } = await registryBench()
    const whole = JSON.parse(JSON.stringify({ metadata: { name: 'web', ...metadata } })) as object
    const made = await create('configmaps', whole).catch((error: unknown) => error)
    if (!(made instanceof Error)) return []
    const error = await refusal(Promise.reject(made))
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
      'metadata.ownerReferences.name: Invalid value: "": must not be empty',
      'metadata.ownerReferences.uid: Invalid value: "": must not be empty',
    ])
    const [version] = await complaints({ ownerReferences: [{ ...owner, apiVersion: 'a/b/c' }] })
    expect(version).to.match(/^metadata.ownerReferences.apiVersion: Invalid value: "a\/b\/c"/)
    const controllers = [
      { ...owner, controller: true },
      { ...owner, name: 'q', controller: true },
    ]
    expect((await complaints({ ownerReferences: controllers }))[0]).to.match(
      /one owner at most is the controller, not both Pod\/p and Pod\/q$/,
    )
    expect((await complaints({ ownerReferences: [{ ...owner, kind: 'Event' }] }))[0]).to.match(
      /owns nothing: name another owner$/,
    )
  })

  it('has finalizers that say whose they are', async () => {
    expect(await complaints({ finalizers: ['example.com/hold', 'foregroundDeletion'] })).to.deep.equal([])
    const [complaint] = await complaints({ finalizers: ['hold'] })
    expect(complaint).to.match(/^metadata.finalizers\[0\]: .*or name its domain/)
  })

  it('has names and labels that are names', async () => {
    expect((await complaints({ name: 'A' }))[0]).to.match(/^metadata.name: Invalid value/)
    expect((await complaints({ labels: { 'a b': 'c' } }))[0]).to.match(/^metadata.labels: Invalid value: "a b"/)
    expect((await complaints({ labels: { a: 'b c' } }))[0]).to.match(/^metadata.labels: Invalid value: "b c"/)
    expect((await complaints({ annotations: { 'a b': 'c' } }))[0]).to.match(/^metadata.annotations: Invalid value/)
    const generated = await complaints({ name: undefined, generateName: 'Web-' })
    expect(generated.map((each) => each.split(':')[0])).to.deep.equal(['metadata.generateName', 'metadata.name'])
    expect(await complaints({ name: undefined, generateName: 'web-' })).to.deep.equal([])
  })

  it('does not ask the garbage collector for two things at once', async () => {
    const [complaint] = await complaints({ finalizers: ['orphan', 'foregroundDeletion'] })
    expect(complaint).to.match(/orphan or foregroundDeletion, not both of them$/)
  })
})
