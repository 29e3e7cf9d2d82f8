import { expect } from 'chai'
import { isReason } from '../../core/client/index.js'
import type { KindToken, KubeObject } from '../../core/meta/index.js'
import { APIService, CustomResourceDefinition } from '../../crds/generated/tokens.js'
import { RunningCluster } from '../../test/kit/running-cluster.js'
import { garbageCollector } from '../garbage-collector/index.js'
import { namespace } from '../namespace/index.js'
import { Namespace } from '../kit/kinds.js'
import { definition } from './index.js'

const group = 'example.com'
const Lamp: KindToken<KubeObject> = { group, version: 'v1', kind: 'Lamp', plural: 'lamps', namespaced: true }

function lampsOf(names: object = {}) {
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } }
  const all = { plural: 'lamps', kind: 'Lamp', shortNames: ['lp'], ...names }
  return {
    metadata: { name: `${all.plural}.${group}` },
    spec: { group, scope: 'Namespaced', names: all, versions: [{ name: 'v1', served: true, storage: true, schema }] },
  } as unknown as CustomResourceDefinition
}

const conditionOf = (found: CustomResourceDefinition | undefined, type: string) =>
  found?.status?.conditions?.find((each) => each.type === type)

describe('a definition', () => {
  let cluster: RunningCluster
  const selection = { fieldSelector: `metadata.name=lamps.${group}` }

  afterEach(() => cluster.stop())

  it('takes its objects with it when it is deleted, waits for their finalizers, and lets nothing new come', async () => {
    cluster = await RunningCluster.start(definition)
    const { client } = cluster
    await client.create(CustomResourceDefinition, lampsOf())
    for (const name of ['a', 'b']) await client.create(Lamp, { metadata: { name, namespace: 'default' } })
    await client.create(Lamp, {
      metadata: { name: 'held', namespace: 'kube-system', finalizers: ['example.com/hold'] },
    })
    await client.delete(CustomResourceDefinition, { name: `lamps.${group}` })
    const [waiting] = await cluster.until(
      CustomResourceDefinition,
      selection,
      ([found]) => conditionOf(found, 'Terminating')?.reason === 'InstanceDeletionInProgress',
    )
    expect(waiting?.metadata.finalizers).to.deep.equal(['customresourcecleanup.apiextensions.k8s.io'])
    const late = await client
      .create(Lamp, { metadata: { name: 'late', namespace: 'default' } })
      .catch((error: unknown) => error)
    expect(isReason(late, 'Forbidden')).to.equal(true)
    expect((await client.list(Lamp)).items.map(({ metadata }) => metadata.name)).to.deep.equal(['held'])
    const body = { metadata: { finalizers: [] } }
    await client.patch(Lamp, { namespace: 'kube-system', name: 'held', patch: { type: 'merge', body } })
    await cluster.until(CustomResourceDefinition, selection, (found) => found.length === 0)
    const after = await client.list(Lamp).catch((error: unknown) => error)
    expect(isReason(after, 'NotFound')).to.equal(true)
    await client.create(CustomResourceDefinition, lampsOf())
    expect((await client.list(Lamp)).items).to.deep.equal([])
  })

  it('goes with its objects though its group-version was handed to a server that does not answer', async () => {
    cluster = await RunningCluster.start(definition)
    const { client } = cluster
    await client.create(CustomResourceDefinition, lampsOf())
    await client.create(Lamp, { metadata: { name: 'a', namespace: 'default' } })
    const service = { namespace: 'default', name: 'nobody' }
    const spec = { group, version: 'v1', groupPriorityMinimum: 2000, versionPriority: 10, service }
    await client.create(APIService, { metadata: { name: `v1.${group}` }, spec })
    const refused = await client.list(Lamp).catch((error: unknown) => error)
    expect(isReason(refused, 'ServiceUnavailable')).to.equal(true)
    const kept = await client.list(Lamp, { prefer: 'own-store' })
    expect(kept.items.map(({ metadata }) => metadata.name)).to.deep.equal(['a'])
    await client.delete(CustomResourceDefinition, { name: `lamps.${group}` })
    await cluster.until(CustomResourceDefinition, selection, (found) => found.length === 0)
    await client.delete(APIService, { name: `v1.${group}` })
    await client.create(CustomResourceDefinition, lampsOf())
    expect((await client.list(Lamp, { prefer: 'own-store' })).items).to.deep.equal([])
  })

  it('waits for names that are taken in its group, and gets them when they are free', async () => {
    cluster = await RunningCluster.start(definition)
    const { client } = cluster
    await client.create(CustomResourceDefinition, lampsOf())
    const second = await client.create(
      CustomResourceDefinition,
      lampsOf({ plural: 'lights', singular: 'light', kind: 'Light', listKind: 'LightList' }),
    )
    expect(conditionOf(second, 'NamesAccepted')).to.include({ status: 'False', reason: 'ShortNamesConflict' })
    expect(conditionOf(second, 'Established')).to.include({ status: 'False', reason: 'NotAccepted' })
    await client.delete(CustomResourceDefinition, { name: `lamps.${group}` })
    const [free] = await cluster.until(
      CustomResourceDefinition,
      { fieldSelector: `metadata.name=lights.${group}` },
      ([found]) => conditionOf(found, 'Established')?.status === 'True',
    )
    expect(free?.status?.acceptedNames?.shortNames).to.deep.equal(['lp'])
  })

  it('has its objects collected with their owners, and deleted with their namespace', async () => {
    cluster = await RunningCluster.start(definition, garbageCollector, namespace)
    const { client } = cluster
    await client.create(CustomResourceDefinition, lampsOf())
    const owner = await client.create(Lamp, { metadata: { name: 'owner', namespace: 'default' } })
    const reference = { apiVersion: 'example.com/v1', kind: 'Lamp', name: 'owner', uid: String(owner.metadata.uid) }
    await client.create(Lamp, { metadata: { name: 'owned', namespace: 'default', ownerReferences: [reference] } })
    for (const name of ['shop', 'zoo']) await client.create(Namespace, { metadata: { name } })
    await client.create(Lamp, { metadata: { name: 'kept', namespace: 'zoo' } })
    await client.create(Lamp, { metadata: { name: 'sold', namespace: 'shop' } })
    await client.delete(Lamp, { namespace: 'default', name: 'owner' })
    await client.delete(Namespace, { name: 'shop' })
    await cluster.until(Lamp, {}, ([found, ...others]) => found?.metadata.name === 'kept' && others.length === 0)
  })
})
