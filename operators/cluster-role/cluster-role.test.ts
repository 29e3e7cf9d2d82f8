import { expect } from 'chai'
import { OperatorYard } from '../../test/kit/operator-yard.js'
import { ClusterRole } from '../kit/kinds.js'
import { clusterRole } from './index.js'

describe('a ClusterRole that aggregates', () => {
  it('has the rules of those that its selectors choose, each once, as they come and go', async () => {
    const yard = new OperatorYard([ClusterRole])
    await yard.start(clusterRole)
    const rule = (resource: string) => ({ apiGroups: [''], resources: [resource], verbs: ['get'] })
    const put = (name: string, to: string, ...resources: string[]) =>
      yard.put(ClusterRole, { metadata: { name, labels: { to } }, rules: resources.map(rule) })
    const clusterRoleSelectors = [{ matchLabels: { to: 'b' } }, { matchLabels: { to: 'a' } }]
    await yard.put(ClusterRole, { metadata: { name: 'all' }, aggregationRule: { clusterRoleSelectors }, rules: [] })
    await put('two', 'a', 'pods', 'secrets')
    await put('one', 'a', 'pods', 'nodes')
    await put('first', 'b', 'events')
    await put('none', 'c', 'services')
    await yard.clock.advance(100)
    const has = () =>
      yard
        .list(ClusterRole)
        .find(({ metadata }) => metadata.name === 'all')
        ?.rules?.map(({ resources }) => resources?.[0])
    expect(has()).to.deep.equal(['events', 'pods', 'nodes', 'secrets'])
    await yard.client.delete(ClusterRole, { name: 'one' })
    await yard.clock.advance(100)
    expect(has()).to.deep.equal(['events', 'pods', 'secrets'])
    await yard.end()
  })
})
