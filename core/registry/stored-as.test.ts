import { expect } from 'chai'
import { type Bench, read, refusal, registryBench } from '../../test/kit/registry.js'
import type { KubeObject } from '../meta/index.js'
import { kindPlugins } from '../../plugins/kind/index.js'

const event = {
  reason: 'x',
  action: 'y',
  type: 'Normal',
  eventTime: '2023-11-14T22:13:20.000000Z',
  reportingController: 'test/me',
  reportingInstance: 'me',
  regarding: { kind: 'Pod', name: 'p', namespace: 'default' },
}

describe('events of both groups', () => {
  it('are the same objects, each shown as its group has it', async () => {
    const bench = await registryBench({ kinds: kindPlugins })
    const made = await bench.create('events.events.k8s.io', { metadata: { name: 'e' }, ...event, note: 'hello' })
    expect(made).to.include({ apiVersion: 'events.k8s.io/v1', kind: 'Event', note: 'hello' })
    const core = await bench.get('events', 'e')
    expect(core).to.include({ apiVersion: 'v1', message: 'hello' })
    expect(core.metadata).to.include({ uid: made.metadata.uid, resourceVersion: made.metadata.resourceVersion })
    const series = { count: 2, lastObservedTime: event.eventTime }
    const patch = { type: 'application/merge-patch+json', body: { series }, force: false } as const
    const target = bench.target('events.events.k8s.io', 'e')
    const { answer } = await bench.registry.patch(target, patch, bench.context())
    expect(read(answer)).to.deep.include({ apiVersion: 'events.k8s.io/v1', note: 'hello', series })
    expect(await bench.get('events', 'e')).to.deep.include({ apiVersion: 'v1', message: 'hello', series })
    const { items } = await bench.registry.list(bench.target('events.events.k8s.io'), {})
    expect(items.map((item) => read(item).series)).to.deep.equal([series])
    await bench.registry.delete(target, {}, bench.context())
    expect((await refusal(bench.get('events', 'e'))).code).to.equal(404)
  })

  it('have what the core group writes out though it is empty in that group alone', async () => {
    const bench = await registryBench({ kinds: kindPlugins })
    const involvedObject = { kind: 'Pod', name: 'p', namespace: 'default' }
    const empty = { reportingComponent: '', reportingInstance: '' }
    const made = await bench.create('events', { metadata: { name: 'e' }, involvedObject, reason: 'x' })
    expect(made).to.include(empty)
    const younger = await bench.get('events.events.k8s.io', 'e')
    expect(younger).to.not.have.any.keys('reportingController', 'reportingInstance')
    expect(await bench.get('events', 'e')).to.include(empty)
  })

  it('taken without a change make no revision', async () => {
    const bench = await registryBench({ kinds: kindPlugins })
    await bench.create('events.events.k8s.io', { metadata: { name: 'e' }, ...event, note: 'hello' })
    const before = bench.storage.revision()
    const patch = { type: 'application/merge-patch+json', body: { note: 'hello' }, force: false } as const
    await bench.registry.patch(bench.target('events.events.k8s.io', 'e'), patch, bench.context())
    expect(bench.storage.revision()).to.equal(before)
  })
})

const kind = 'HorizontalPodAutoscaler'
const reference = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' }
const memory = { type: 'Resource', resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1Gi' } } }

/** Written in the version that `object` says. */
async function write(bench: Bench, object: KubeObject, fieldManager: string): Promise<KubeObject> {
  const [place, type] =
    object.kind === kind
      ? ['horizontalpodautoscalers.autoscaling', 'application/apply-patch+yaml' as const]
      : ['events', 'application/merge-patch+json' as const]
  const target = bench.target(place, object.metadata.name)
  const { definition } = target.resource
  const version =
    definition.versions.find(({ name }) => object.apiVersion?.endsWith(`/${name}`)) ?? target.resource.version
  const patch = { type, body: object, force: false }
  const at = { ...target, resource: { definition, version } }
  return read((await bench.registry.patch(at, patch, bench.context({ fieldManager }))).answer)
}

const owners = ({ metadata }: KubeObject) =>
  metadata.managedFields?.map(({ manager, apiVersion, fieldsV1 }) => [manager, apiVersion, fieldsV1])

describe('who owns what of kinds whose versions call fields otherwise', () => {
  const metadata = { name: 'h' }

  it('is said in the version that was written in', async () => {
    const bench = await registryBench({ kinds: kindPlugins })
    const spec = { maxReplicas: 3, scaleTargetRef: reference, targetCPUUtilizationPercentage: 50 }
    const made = await write(bench, { apiVersion: 'autoscaling/v1', kind, metadata, spec }, 'one')
    const own = { 'f:maxReplicas': {}, 'f:scaleTargetRef': {}, 'f:targetCPUUtilizationPercentage': {} }
    expect(owners(made)).to.deep.equal([['one', 'autoscaling/v1', { 'f:spec': own }]])
    const other = { apiVersion: 'autoscaling/v2', kind, metadata, spec: { maxReplicas: 4, scaleTargetRef: reference } }
    const { status } = await refusal(write(bench, other, 'two'))
    expect(status.details?.causes?.map(({ field }) => field)).to.deep.equal(['.spec.maxReplicas'])
  })

  it('goes where its applier leaves it out in another version, and nothing else does', async () => {
    const bench = await registryBench({ kinds: kindPlugins })
    const scaleDown = { stabilizationWindowSeconds: 60 }
    const first = {
      maxReplicas: 4,
      scaleTargetRef: reference,
      minReplicas: 2,
      metrics: [memory],
      behavior: { scaleDown },
    }
    const labels = { a: 'b' }
    await write(bench, { apiVersion: 'autoscaling/v2', kind, metadata: { ...metadata, labels }, spec: first }, 'one')
    const spec = { maxReplicas: 3, scaleTargetRef: reference }
    const shown = await write(bench, { apiVersion: 'autoscaling/v1', kind, metadata, spec }, 'one')
    expect(shown.spec).to.deep.equal({ ...spec, minReplicas: 1 })
    expect(shown.metadata).not.to.have.property('labels')
    expect(Object.keys(shown.metadata.annotations ?? {})).to.deep.equal(['autoscaling.alpha.kubernetes.io/metrics'])
  })

  it('is not what a version says without being asked', async () => {
    const bench = await registryBench({ kinds: kindPlugins })
    const spec = { maxReplicas: 3, scaleTargetRef: reference }
    const made = await write(bench, { apiVersion: 'autoscaling/v1', kind, metadata, spec }, 'one')
    expect(made.status).to.deep.equal({ currentReplicas: 0, desiredReplicas: 0 })
    const target = bench.target('horizontalpodautoscalers.autoscaling', 'h', { subresource: 'status' })
    const { definition } = target.resource
    const resource = { definition, version: definition.versions.find(({ name }) => name === 'v1')! }
    const { answer } = await bench.registry.update({ ...target, resource }, structuredClone(made), bench.context())
    expect(read(answer).metadata.resourceVersion).to.equal(made.metadata.resourceVersion)
  })

  it('is forgotten of events of the other group', async () => {
    const bench = await registryBench({ kinds: kindPlugins })
    const made = await bench.create('events.events.k8s.io', { metadata: { name: 'e' }, ...event, note: 'hello' })
    expect(owners(made)?.[0]?.[1]).to.equal('events.k8s.io/v1')
    expect(owners(made)?.[0]?.[2]).to.have.property('f:note')
    const changed = await write(bench, { metadata: { name: 'e', labels: { a: 'b' } } }, 'two')
    expect(owners(changed)).to.deep.equal([['two', 'v1', { 'f:metadata': { 'f:labels': { '.': {}, 'f:a': {} } } }]])
  })
})
