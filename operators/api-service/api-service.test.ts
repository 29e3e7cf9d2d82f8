import { expect } from 'chai'
import { CustomResourceDefinition } from '../../crds/generated/tokens.js'
import { RunningCluster } from '../../test/kit/running-cluster.js'
import { APIService } from '../kit/kinds.js'
import { definition } from '../definition/index.js'
import { apiService } from './index.js'

const group = 'lights.example.com'
const label = 'kube-aggregator.kubernetes.io/automanaged'
const schema = { openAPIV3Schema: { type: 'object' } }

const definitionOf = (plural: string, ...versions: string[]) =>
  ({
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural, kind: plural[0]?.toUpperCase() + plural.slice(1, -1) },
      versions: versions.map((name, index) => ({ name, served: true, storage: index === 0, schema })),
    },
  }) as unknown as CustomResourceDefinition

describe('the APIServices of definitions', () => {
  let cluster: RunningCluster

  beforeEach(async () => {
    cluster = await RunningCluster.start(apiService, definition)
  })
  afterEach(() => cluster.stop())

  /** Those of the group, once they have these names. */
  const named = async (...names: string[]) => {
    const ours = (all: readonly APIService[]) => all.filter(({ spec }) => spec.group === group)
    const isSo = (all: readonly APIService[]) => {
      const found = ours(all).map(({ metadata }) => metadata.name)
      return found.sort().join() === names.join()
    }
    const all = ours(await cluster.until(APIService, {}, isSo))
    return names.map((name) => all.find(({ metadata }) => metadata.name === name))
  }
  const patch = (name: string, body: object) =>
    cluster.client.patch(APIService, { name, patch: { type: 'merge', body } })

  it('are there for each served version, available at once, and go with the last definition of it', async () => {
    const { client } = cluster
    await client.create(CustomResourceDefinition, definitionOf('lamps', 'v1', 'v2'))
    await client.create(CustomResourceDefinition, definitionOf('torches', 'v1'))
    const [first] = await named(`v1.${group}`, `v2.${group}`)
    expect(first?.metadata.labels).to.deep.equal({ [label]: 'true' })
    expect(first?.spec).to.deep.include({ version: 'v1', groupPriorityMinimum: 1000, versionPriority: 100 })
    const status = first?.status as { conditions: readonly { reason: string; status: string }[] }
    expect(status.conditions[0]).to.include({ reason: 'Local', status: 'True' })
    await client.delete(CustomResourceDefinition, { name: `lamps.${group}` })
    await named(`v1.${group}`)
    await client.delete(CustomResourceDefinition, { name: `torches.${group}` })
    await named()
  })

  it('come again when they are deleted, and are set right; one without the label is left alone', async () => {
    const { client } = cluster
    const name = `v1.${group}`
    await client.create(CustomResourceDefinition, definitionOf('lamps', 'v1'))
    const [first] = await named(name)
    await client.delete(APIService, { name })
    const isNew = (all: readonly APIService[]) =>
      all.some(({ metadata }) => metadata.name === name && metadata.uid !== first?.metadata.uid)
    await cluster.until(APIService, {}, isNew)
    const priorityOf = (all: readonly APIService[]) =>
      all.find(({ metadata }) => metadata.name === name)?.spec.versionPriority
    await patch(name, { spec: { versionPriority: 7 } })
    await cluster.until(APIService, {}, (all) => priorityOf(all) === 100)
    await patch(name, { metadata: { labels: null }, spec: { versionPriority: 8 } })
    await client.create(CustomResourceDefinition, definitionOf('torches', 'v1', 'v2'))
    const [kept] = await named(name, `v2.${group}`)
    expect(kept?.spec.versionPriority).to.equal(8)
  })
})
