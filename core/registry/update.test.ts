import { expect } from 'chai'
import { type Bench, read, refusal, registryBench } from '../../test/kit/registry.js'
import { kindPlugins } from '../../plugins/kind/index.js'
import type { KubeObject } from '../meta/index.js'

const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c', image: 'i' }] } }
const deployment = { metadata: { name: 'web' }, spec: { replicas: 3, selector: { matchLabels: { a: 'b' } }, template } }
const configMap = { metadata: { name: 'web' }, data: { a: 'b' } }

async function put(
  bench: Bench,
  resource: string,
  object: KubeObject,
  how: { subresource?: string; dryRun?: boolean } = {},
) {
  const { namespace, name } = object.metadata
  const place = { ...(namespace ? { namespace } : {}), ...(how.subresource ? { subresource: how.subresource } : {}) }
  const target = bench.target(resource, name, place)
  const given = how.dryRun ? { dryRun: true } : {}
  const { answer, created } = await bench.registry.update(target, structuredClone(object), bench.context(given))
  return { object: read(answer), created }
}

describe('update', () => {
  it('counts what is stated empty as a change where upstream compares to the letter, and there alone', async () => {
    const bench = await registryBench()
    const policy = { metadata: { name: 'p' }, spec: { podSelector: {}, policyTypes: ['Ingress'] } }
    await bench.create('networkpolicies.networking.k8s.io', policy)
    const { object } = await put(bench, 'networkpolicies.networking.k8s.io', {
      ...policy,
      spec: { ...policy.spec, ingress: [] },
    })
    expect(object.metadata.generation).to.equal(2)
    expect(object.spec).to.deep.equal(policy.spec)
    const filled = { ...policy, spec: { ...policy.spec, policyTypes: [] } }
    expect((await put(bench, 'networkpolicies.networking.k8s.io', filled)).object.metadata.generation).to.equal(2)
    const again = await put(bench, 'networkpolicies.networking.k8s.io', policy)
    expect(again.object.metadata.generation).to.equal(2)
    await bench.create('deployments.apps', deployment)
    const bare = {
      ...deployment,
      spec: { ...deployment.spec, template: { ...template, spec: { ...template.spec, volumes: [] } } },
    }
    expect((await put(bench, 'deployments.apps', bare)).object.metadata.generation).to.equal(1)
  })

  it('of endpoints counts topology that is dropped', async () => {
    const bench = await registryBench({ kinds: kindPlugins })
    const endpoints = [{ addresses: ['10.0.0.1'] }]
    const slice = { metadata: { name: 's' }, addressType: 'IPv4', endpoints }
    await bench.create('endpointslices.discovery.k8s.io', slice)
    const told = [{ ...endpoints[0], deprecatedTopology: { a: 'b' } }]
    const { object } = await put(bench, 'endpointslices.discovery.k8s.io', { ...slice, endpoints: told })
    expect(object.metadata.generation).to.equal(2)
    expect(object['endpoints']).to.deep.equal([{ addresses: ['10.0.0.1'], conditions: {} }])
  })

  it('replaces what may be changed and keeps what is the server’s', async () => {
    const bench = await registryBench()
    const made = await bench.create('configmaps', configMap)
    await bench.clock.advance(5000)
    const metadata = {
      ...made.metadata,
      labels: { x: 'y' },
      creationTimestamp: null,
    }
    const { object, created } = await put(bench, 'configmaps', { ...made, metadata, data: { c: 'd' } })
    expect(created).to.equal(false)
    expect(object.data).to.deep.equal({ c: 'd' })
    expect(object.metadata).to.include({ uid: made.metadata.uid, creationTimestamp: made.metadata.creationTimestamp })
    for (const stated of [{ deletionTimestamp: '2030-01-01T00:00:00Z' }, { deletionGracePeriodSeconds: 3 }]) {
      const refused = put(bench, 'configmaps', { ...made, metadata: { name: 'web', ...stated } })
      expect((await refusal(refused)).status.details?.causes?.[0]?.field).to.equal(`metadata.${Object.keys(stated)[0]}`)
    }
    expect(object.metadata.labels).to.deep.equal({ x: 'y' })
    expect(Number(object.metadata.resourceVersion)).to.be.above(Number(made.metadata.resourceVersion))
    expect(await bench.get('configmaps', 'web')).to.deep.equal(object)
  })

  it('refuses a stale resourceVersion and another uid', async () => {
    const bench = await registryBench()
    const made = await bench.create('configmaps', configMap)
    await put(bench, 'configmaps', { ...made, data: { c: 'd' } })
    const stale = await refusal(put(bench, 'configmaps', { ...made, data: { e: 'f' } }))
    expect(stale.code).to.equal(409)
    expect(stale.message).to.equal(
      'Operation cannot be fulfilled on configmaps "web": the object has been modified; please apply your changes to the latest version and try again',
    )
    const other = await refusal(put(bench, 'configmaps', { ...configMap, metadata: { name: 'web', uid: 'other' } }))
    expect(other.code).to.equal(409)
    expect(other.message).to.contain('Precondition failed: UID in precondition: other')
    const odd = await refusal(
      put(bench, 'configmaps', { ...configMap, metadata: { name: 'web', resourceVersion: 'x' } }),
    )
    expect(odd.code).to.equal(400)
  })

  it('needs no resourceVersion, unless the kind says so', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap)
    expect((await put(bench, 'configmaps', { ...configMap, data: { x: 'y' } })).object.data).to.deep.equal({ x: 'y' })
    const lease = { metadata: { name: 'web' }, spec: { holderIdentity: 'a' } }
    await bench.create('leases.coordination.k8s.io', lease)
    const error = await refusal(put(bench, 'leases.coordination.k8s.io', lease))
    expect(error.code).to.equal(422)
    expect(error.message).to.equal(
      'leases.coordination.k8s.io "web" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for an update',
    )
  })

  it('makes no revision when nothing changes, in whatever order the members come', async () => {
    const bench = await registryBench()
    const made = await bench.create('configmaps', {
      metadata: { name: 'web', labels: { a: '1', b: '2' } },
      data: { x: '1', y: '2' },
    })
    const before = bench.storage.revision()
    const { metadata, ...rest } = made
    const { object } = await put(bench, 'configmaps', {
      ...rest,
      metadata: { ...metadata, labels: { b: '2', a: '1' } },
      data: { y: '2', x: '1' },
    })
    expect(object).to.deep.equal(made)
    expect(bench.storage.revision()).to.equal(before)
  })

  it('creates what is missing only for kinds that say so', async () => {
    const bench = await registryBench()
    expect((await refusal(put(bench, 'configmaps', configMap))).code).to.equal(404)
    const made = await put(bench, 'leases.coordination.k8s.io', { metadata: { name: 'web' }, spec: {} })
    expect(made.created).to.equal(true)
    expect(made.object.metadata.uid).to.be.a('string')
    const stale = { metadata: { name: 'gone', uid: 'u', resourceVersion: '5' }, spec: {} }
    expect((await refusal(put(bench, 'leases.coordination.k8s.io', stale))).code).to.equal(409)
  })

  it('refuses a name other than the address says', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap)
    const target = bench.target('configmaps', 'web')
    const other = await refusal(bench.registry.update(target, { metadata: { name: 'other' } }, bench.context()))
    expect(other.message).to.equal('the name of the object (other) does not match the name on the URL (web)')
    const none = await refusal(bench.registry.update(target, { metadata: {} }, bench.context()))
    expect(none.message).to.contain('name must be provided')
    const stale = { metadata: { name: 'other', uid: 'u', resourceVersion: '5' } }
    const first = await refusal(bench.registry.update(target, stale, bench.context()))
    expect([first.code, first.message]).to.deep.equal([400, other.message])
  })

  it('raises the generation when the spec changes, and only then', async () => {
    const bench = await registryBench()
    const made = await bench.create('deployments.apps', deployment)
    const labelled = await put(bench, 'deployments.apps', {
      ...made,
      metadata: { ...made.metadata, labels: { x: 'y' }, generation: 9 },
    })
    expect(labelled.object.metadata.generation).to.equal(1)
    const spec = { ...(made.spec as object), replicas: 5 }
    const scaled = await put(bench, 'deployments.apps', { ...labelled.object, spec })
    expect(scaled.object.metadata.generation).to.equal(2)
  })

  it('does not raise it for lists that are empty instead of absent', async () => {
    const bench = await registryBench()
    const slice = { metadata: { name: 's' }, addressType: 'IPv4', endpoints: [], ports: [] }
    await bench.create('endpointslices.discovery.k8s.io', slice)
    const labelled = { ...slice, metadata: { name: 's', annotations: { a: 'b' } } }
    const put = async (object: object) => {
      const target = bench.target('endpointslices.discovery.k8s.io', 's')
      return read(
        (await bench.registry.update(target, structuredClone(object) as KubeObject, bench.context({}))).answer,
      )
    }
    const { resourceVersion } = await bench.get('endpointslices.discovery.k8s.io', 's').then(({ metadata }) => metadata)
    const now = await put({ ...labelled, metadata: { ...labelled.metadata, resourceVersion, selfLink: '/x' } })
    expect(now.metadata.generation).to.equal(1)
    expect(now.metadata.selfLink).to.equal(undefined)
  })

  it('changes no immutable field', async () => {
    const bench = await registryBench()
    const made = await bench.create('deployments.apps', deployment)
    const spec = { ...(made.spec as object), selector: { matchLabels: { a: 'c' } } }
    const error = await refusal(put(bench, 'deployments.apps', { ...made, spec }))
    expect(error.code).to.equal(422)
    expect(error.message).to.match(
      /^Deployment.apps "web" is invalid: .*spec.selector: Invalid value: .*field is immutable/,
    )
    const fixed = await bench.create('configmaps', { ...configMap, immutable: true })
    expect((await refusal(put(bench, 'configmaps', { ...fixed, data: { n: 'ew' } }))).code).to.equal(422)
    expect((await refusal(put(bench, 'configmaps', { ...fixed, immutable: false }))).code).to.equal(422)
  })

  it('in dry run answers what would be, and stores nothing', async () => {
    const bench = await registryBench()
    const made = await bench.create('configmaps', configMap)
    const { object } = await put(bench, 'configmaps', { ...made, data: { n: 'ew' } }, { dryRun: true })
    expect(object.data).to.deep.equal({ n: 'ew' })
    expect(object.metadata.resourceVersion).to.equal(made.metadata.resourceVersion)
    expect(await bench.get('configmaps', 'web')).to.deep.equal(made)
  })

  it('of two writers with the same resourceVersion lets exactly one win', async () => {
    const bench = await registryBench()
    const made = await bench.create('configmaps', configMap)
    const ends = await Promise.allSettled(
      [1, 2, 3].map((n) => put(bench, 'configmaps', { ...made, data: { n: `${n}` } })),
    )
    expect(ends.filter((end) => end.status === 'fulfilled')).to.have.length(1)
  })

  it('without one, all go through, one after the other', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap)
    const before = bench.storage.revision()
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => put(bench, 'configmaps', { ...configMap, data: { n: `${n}` } })),
    )
    expect(bench.storage.revision()).to.equal(before + 20)
  })
})

describe('the status subresource', () => {
  it('changes the status and nothing else', async () => {
    const bench = await registryBench()
    const made = await bench.create('deployments.apps', deployment)
    const spec = { ...(made.spec as object), replicas: 9 }
    const { object } = await put(
      bench,
      'deployments.apps',
      { ...made, spec, status: { replicas: 2 } },
      { subresource: 'status' },
    )
    expect(object.status).to.deep.equal({ replicas: 2 })
    expect(object.spec).to.deep.equal(made.spec)
    expect(object.metadata.generation).to.equal(1)
    const entry = object.metadata.managedFields?.find((each) => each.subresource === 'status')
    expect(entry?.fieldsV1).to.deep.equal({ 'f:status': { 'f:replicas': {} } })
  })

  it('is out of reach of the object itself', async () => {
    const bench = await registryBench()
    const made = await bench.create('deployments.apps', deployment)
    const status = await put(bench, 'deployments.apps', { ...made, status: { replicas: 2 } }, { subresource: 'status' })
    const { object } = await put(bench, 'deployments.apps', {
      ...status.object,
      status: { replicas: 7 },
      spec: { ...(made.spec as object), replicas: 4 },
    })
    expect(object.status).to.deep.equal({ replicas: 2 })
    const target = bench.target('deployments.apps', 'none', { subresource: 'status' })
    const error = await refusal(bench.registry.update(target, { metadata: { name: 'none' } }, bench.context()))
    expect(error.code).to.equal(404)
  })
})

describe('finalizers', () => {
  it('keep a deleted object until the last one is taken away', async () => {
    const bench = await registryBench()
    const made = await bench.create('configmaps', { metadata: { name: 'web', finalizers: ['a.b/c', 'a.b/d'] } })
    const target = bench.target('configmaps', 'web')
    const marked = await bench.registry.delete(target, {}, bench.context())
    expect(marked.gone).to.equal(false)
    const state = read(marked.answer)
    expect(state.metadata).to.include({ deletionTimestamp: '2023-11-14T22:13:20Z', deletionGracePeriodSeconds: 0 })
    expect(
      (await refusal(put(bench, 'configmaps', { ...made, metadata: { name: 'web', finalizers: ['a.b/c', 'new/e'] } })))
        .message,
    ).to.contain('no new finalizers can be added if the object is being deleted')
    const one = await put(bench, 'configmaps', { ...state, metadata: { ...state.metadata, finalizers: ['a.b/d'] } })
    expect(await bench.get('configmaps', 'web')).to.deep.equal(one.object)
    const none = await put(bench, 'configmaps', { ...one.object, metadata: { ...one.object.metadata, finalizers: [] } })
    expect(none.object.metadata.uid).to.equal(made.metadata.uid)
    expect((await refusal(bench.get('configmaps', 'web'))).code).to.equal(404)
  })

  it('of a namespace go through its finalize subresource', async () => {
    const bench = await registryBench()
    const made = await bench.get('namespaces', 'other')
    const main = await put(bench, 'namespaces', { ...made, spec: { finalizers: [] } })
    expect(main.object.spec).to.deep.equal({ finalizers: ['kubernetes'] })
    await bench.registry.delete(bench.target('namespaces', 'other'), {}, bench.context())
    const state = await bench.get('namespaces', 'other')
    const again = await bench.registry.delete(bench.target('namespaces', 'other'), {}, bench.context())
    expect(read(again.answer)).to.deep.equal(state)
    await put(bench, 'namespaces', { ...state, spec: { finalizers: [] } }, { subresource: 'finalize' })
    expect((await refusal(bench.get('namespaces', 'other'))).code).to.equal(404)
  })
})
