import { expect } from 'chai'
import { isReason } from '../../core/client/index.js'
import type { KindToken, KubeObject } from '../../core/meta/index.js'
import { CustomResourceDefinition } from '../../crds/generated/tokens.js'
import { RunningCluster } from '../../test/kit/running-cluster.js'
import { definition } from './index.js'
import { migrate } from './migrate.js'

const group = 'example.com'
const name = `lamps.${group}`
const lampIn = (version: string): KindToken<KubeObject> => ({
  group,
  version,
  kind: 'Lamp',
  plural: 'lamps',
  namespaced: true,
})

function lamps(stored: string, properties: object = {}): CustomResourceDefinition {
  const version = (which: string) => ({
    name: which,
    served: true,
    storage: which === stored,
    schema: { openAPIV3Schema: { type: 'object', properties: { watts: { type: 'integer', ...properties } } } },
  })
  return {
    metadata: { name },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural: 'lamps', kind: 'Lamp' },
      versions: [version('v1'), version('v2')],
    },
  } as unknown as CustomResourceDefinition
}

describe('a migration to another storage version', () => {
  let cluster: RunningCluster
  const selection = { fieldSelector: `metadata.name=${name}` }

  afterEach(() => cluster.stop())

  async function fill(count: number): Promise<void> {
    const { client } = cluster
    await client.create(CustomResourceDefinition, lamps('v1'))
    const made = Array.from({ length: count }, (_, at) => ({
      metadata: { name: `lamp-${String(at).padStart(4, '0')}`, namespace: 'default' },
      watts: at,
    }))
    await Promise.all(made.map((lamp) => client.create(lampIn('v1'), lamp)))
  }

  async function store(version: string, properties: object = {}): Promise<number> {
    const { spec } = lamps(version, properties)
    const patch = { type: 'merge' as const, body: { spec } }
    const { metadata } = await cluster.client.patch(CustomResourceDefinition, { name, patch })
    return Number(metadata.resourceVersion)
  }

  const revisions = async () =>
    (await cluster.client.list(lampIn('v2'))).items.map(({ metadata }) => Number(metadata.resourceVersion))

  it('goes on where it was stopped, and then lets the old version go', async () => {
    cluster = await RunningCluster.start()
    const { client } = cluster
    await fill(230)
    await store('v2')
    let patches = 0
    const dying = {
      get: client.get.bind(client),
      list: client.list.bind(client),
      patch: (...args: Parameters<typeof client.patch>) => {
        if (args[0].plural === 'lamps' && ++patches > 150) return Promise.reject(new Error('the process ends'))
        return client.patch(...args)
      },
    } as unknown as typeof client
    const { signal } = new AbortController()
    const events: string[] = []
    const event = (_: unknown, { reason, message }: { reason: string; message: string }) =>
      void events.push(`${reason}: ${message}`)
    const ended = await migrate({ client: dying, signal, event }, name).catch((error: unknown) => String(error))
    expect(ended).to.include('the process ends')
    expect(events).to.deep.equal(['MigrationFailed: objects are not in v2 yet, and are tried again: the process ends'])
    const noted = (await client.get(CustomResourceDefinition, { name })).metadata.annotations?.['operon.dev/migration']
    expect(JSON.parse(noted ?? '')).to.include({ to: 'v2', done: 100, refused: 0, left: 130 })
    const midway = Math.max(...(await revisions()))

    await cluster.start(definition)
    const [done] = await cluster.until(
      CustomResourceDefinition,
      selection,
      ([found]) =>
        found?.status?.storedVersions?.join() === 'v2' && !found.metadata.annotations?.['operon.dev/migration'],
    )
    const after = await revisions()
    expect(after.slice(0, 100).every((revision) => revision <= midway)).to.equal(true)
    expect(after.slice(150).every((revision) => revision > midway)).to.equal(true)
    const versions = done?.spec.versions.filter((version) => version.name === 'v2')
    const patch = { type: 'merge' as const, body: { spec: { versions } } }
    await client.patch(CustomResourceDefinition, { name, patch })
    expect((await client.get(lampIn('v2'), { namespace: 'default', name: 'lamp-0229' }))['watts']).to.equal(229)
    expect(
      (await client.get(lampIn('v2'), { namespace: 'default', name: 'lamp-0229' })).metadata.managedFields,
    ).to.have.length(1)
  })

  it('is not asked of anybody: the stored version that is still needed can not be taken away before', async () => {
    cluster = await RunningCluster.start()
    await fill(1)
    await store('v2')
    const versions = lamps('v2').spec.versions.filter((version) => version.name === 'v2')
    const patch = { type: 'merge' as const, body: { spec: { versions } } }
    const error = await cluster.client.patch(CustomResourceDefinition, { name, patch }).catch((wrong: unknown) => wrong)
    expect(isReason(error, 'Invalid')).to.equal(true)
  })
})
