import { expect } from 'chai'
import { PlanWorld } from '../../test/kit/plan-world.js'
import { Pod, ReplicationController } from '../kit/kinds.js'
import { replicationcontroller } from './index.js'

describe('a replicationcontroller', () => {
  it('makes pods that its selector, a plain map, finds, and tells no terminatingReplicas', () => {
    const world = new PlanWorld()
    const labels = { app: 'web' }
    world.put(ReplicationController, {
      apiVersion: 'v1',
      metadata: { name: 'web' },
      spec: {
        replicas: 2,
        selector: labels,
        template: { metadata: { labels }, spec: { containers: [{ name: 'web' }] } },
      },
    } as unknown as ReplicationController)
    world.plan(replicationcontroller)
    expect(world.list(Pod).map(({ metadata }) => metadata.labels)).to.deep.equal([labels, labels])
    world.plan(replicationcontroller)
    expect(world.get(ReplicationController, 'web').status).to.deep.equal({
      replicas: 2,
      fullyLabeledReplicas: 2,
      observedGeneration: 1,
    })
    world.patch(ReplicationController, 'web', { spec: { replicas: 0 } })
    world.plan(replicationcontroller)
    expect(world.list(Pod)).to.deep.equal([])
  })
})
