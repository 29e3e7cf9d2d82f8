import { expect } from 'chai'
import { silentLog, systemClock, systemRandom } from '../../core/kit/index.js'
import { Manager } from '../../core/runtime/index.js'
import { RealApi } from '../../test/kit/real-api.js'
import { ClusterRole } from '../kit/kinds.js'
import { clusterRole } from './index.js'

const rule = (resource: string) => ({ apiGroups: [''], resources: [resource], verbs: ['get'] })
const gathers = (name: string, to: readonly string[], rules: ClusterRole['rules'] = []) => ({
  metadata: { name },
  aggregationRule: { clusterRoleSelectors: to.map((each) => ({ matchLabels: { to: each } })) },
  rules,
})

describe('a ClusterRole that aggregates', () => {
  let api: RealApi
  let manager: Manager
  beforeEach(async () => {
    api = await RealApi.start()
    manager = new Manager({ clientOf: api.port().clientOf, clock: systemClock, random: systemRandom, log: silentLog })
    manager.start(clusterRole)
  })
  afterEach(async () => {
    await manager.close()
    await api.close()
  })

  const put = (name: string, to: string, ...resources: string[]) =>
    api.client.create(ClusterRole, { metadata: { name, labels: { to } }, rules: resources.map(rule) })

  /** Once its rules are about these. */
  async function comesToHave(name: string, ...resources: string[]): Promise<ClusterRole> {
    for await (const { object } of api.client.watch(ClusterRole, { fieldSelector: `metadata.name=${name}` })) {
      const role = object as ClusterRole
      if (String(role.rules?.flatMap((each) => each.resources ?? []) ?? []) === String(resources)) return role
    }
    throw new Error('the watch ended')
  }

  it('has the rules of those that its selectors choose, each once, as they come and go', async () => {
    await put('two', 'a', 'pods', 'secrets')
    await put('one', 'a', 'pods', 'nodes')
    await put('first', 'b', 'events')
    await put('none', 'c', 'services')
    await api.client.create(ClusterRole, gathers('all', ['b', 'a']))
    await comesToHave('all', 'events', 'pods', 'nodes', 'secrets')
    await api.client.delete(ClusterRole, { name: 'one' })
    await comesToHave('all', 'events', 'pods', 'secrets')
  })

  it('keeps rules that a person gave it until some are chosen', async () => {
    await api.client.create(ClusterRole, gathers('all', ['a'], [rule('nodes')]))
    await api.client.create(ClusterRole, gathers('later', ['c']))
    await put('other', 'c', 'services')
    await comesToHave('later', 'services')
    await comesToHave('all', 'nodes')
    await put('one', 'a', 'pods')
    const { metadata } = await comesToHave('all', 'pods')
    expect(metadata.managedFields?.map(({ manager: name, operation }) => `${name} ${operation}`)).to.include(
      'clusterrole-aggregation-controller Apply',
    )
    await api.client.delete(ClusterRole, { name: 'one' })
    await comesToHave('all')
  })
})
