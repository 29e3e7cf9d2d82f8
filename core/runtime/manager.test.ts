import { expect } from 'chai'
import { fleet, fleets, harbours, ships } from '../../test/kit/sample-kinds.js'
import { fleetOperator, Shipyard } from '../../test/kit/shipyard.js'
import type { KubeObject } from '../meta/index.js'
import { defineOperator, type OperatorContext, type RunOperator } from '../operator.js'
import { ensurePermissions, permissionsOf } from './permissions.js'
import { MemoryApi } from '../../test/kit/memory-api.js'

const loop = (name: string, run: RunOperator['run'], more: Partial<RunOperator> = {}) =>
  defineOperator({ name, description: 'A loop.', run, ...more })

const untilStopped = ({ signal }: OperatorContext) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))

describe('the manager', () => {
  it('starts a failing loop again with growing delays while the others go on', async () => {
    const yard = new Shipyard()
    const starts: number[] = []
    const failing = loop('failing', async ({ clock }) => {
      starts.push(clock.monotonicMs())
      throw new Error('sunk')
    })
    await yard.client.create(fleets, fleet('f', 2))
    await yard.start(failing, fleetOperator())
    await yard.clock.advance(20_000)
    expect(starts.length).to.be.within(4, 6)
    expect(starts[3]! - starts[2]!).to.be.above(starts[1]! - starts[0]!)
    expect(yard.ships()).to.have.length(2)
    expect(yard.manager.status()[0]).to.include({ name: 'failing', state: 'failed', lastError: 'Error: sunk' })
    await yard.end()
  })

  it('gives a loop synced caches of what it watches, and says when it has finished', async () => {
    const yard = new Shipyard()
    await yard.client.create(harbours, { metadata: { name: 'h' } })
    const seen: string[] = []
    const looker = loop(
      'looker',
      async ({ cache, client }) => {
        seen.push(...cache.list(harbours).map(({ metadata }) => String(metadata.name)))
        const made = await client.create(harbours, { metadata: { name: 'i' } })
        await cache.reached(harbours, String(made.metadata.resourceVersion))
        seen.push(...cache.list(harbours).map(({ metadata }) => String(metadata.name)))
      },
      { watches: [{ kind: harbours }] },
    )
    await yard.start(looker)
    expect(seen).to.deep.equal(['h', 'h', 'i'])
    expect(yard.manager.status()[0]).to.include({ state: 'finished' })
    await yard.end()
  })

  it('keeps one informer a kind for all operators, as long as one needs it', async () => {
    const yard = new Shipyard()
    await yard.start(fleetOperator(), fleetOperator({ name: 'second' }))
    expect(yard.api.count(/^WATCH .*ships/)).to.equal(1)
    expect(yard.manager.cacheSizes()).to.have.length(2)
    const stopped = yard.manager.stop('fleet')
    await yard.clock.advance(100)
    await stopped
    expect(yard.api.watches.size).to.equal(2)
    await yard.end()
    expect(yard.api.watches.size).to.equal(0)
    expect(yard.manager.status()).to.deep.equal([])
  })

  it('reconciles one key at a time, again after a throw, and when something wakes it', async () => {
    const yard = new Shipyard()
    const keys: string[] = []
    let failures = 1
    const operator = defineOperator({
      name: 'reconciler',
      description: 'Notes keys.',
      kind: fleets,
      watches: [{ kind: harbours, wakes: ({ metadata }) => [`sea/${metadata.name}`] }],
      async reconcile({ namespace, name }) {
        keys.push(`${namespace}/${name}`)
        if (failures-- > 0) throw new Error('not yet')
        return name === 'g' ? { lookAgainMs: 10_000 } : undefined
      },
    })
    await yard.client.create(fleets, fleet('f', 0))
    await yard.start(operator)
    await yard.clock.advance(1000)
    expect(keys).to.deep.equal(['sea/f', 'sea/f'])
    await yard.client.create(harbours, { metadata: { name: 'g' } })
    await yard.clock.advance(15_000)
    expect(keys.slice(2)).to.deep.equal(['sea/g', 'sea/g'])
    await yard.end()
  })

  it('lets one of two processes act, and the other after its end', async () => {
    const yard = new Shipyard()
    await yard.client.create(fleets, fleet('f', 2))
    const [one, two] = [yard.newManager('one'), yard.newManager('two')]
    one.start(fleetOperator())
    await yard.clock.settle()
    two.start(fleetOperator())
    await yard.clock.advance(10_000)
    expect(one.status()[0]?.state).to.equal('running')
    expect(two.status()[0]?.state).to.equal('waiting')
    const closed = one.close()
    await yard.clock.advance(5000)
    await closed
    expect(two.status()[0]?.state).to.equal('running')
    const ended = two.close()
    await yard.clock.advance(5000)
    await ended
  })

  it('sends nothing more for an operator that has lost its lease', async () => {
    const yard = new Shipyard()
    const manager = yard.newManager('one')
    let context: OperatorContext | undefined
    manager.start(
      loop('held', async (given) => {
        context = given
        await untilStopped(given)
      }),
    )
    await yard.clock.settle()
    await context!.client.create(harbours, { metadata: { name: 'h' } })
    yard.api.fault = ({ url }) => (url.includes('leases') ? { lost: 'before' } : undefined)
    await yard.clock.advance(10_001)
    expect(context!.signal.aborted).to.equal(true)
    const sent = yard.api.requests.length
    const error = await context!.client.create(harbours, { metadata: { name: 'i' } }).catch((thrown: unknown) => thrown)
    expect(String(error)).to.contain('no longer the leader')
    expect(yard.api.requests).to.have.length(sent)
    const closed = manager.close()
    await yard.clock.advance(10_000)
    await closed
  })
})

describe('permissions', () => {
  it('follow from what an operator declares', () => {
    const rules = permissionsOf(fleetOperator({ watches: [{ kind: harbours }] }))
    const sea = (resources: string[], verbs: string[]) => ({ apiGroups: ['sea.example'], resources, verbs })
    const read = ['get', 'list', 'watch']
    expect(rules).to.deep.include.members([
      sea(['fleets'], read),
      sea(['fleets', 'fleets/status', 'fleets/finalizers'], ['update', 'patch']),
      sea(['ships'], [...read, 'create', 'update', 'patch', 'delete']),
      sea(['harbours'], read),
      { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch', 'update'] },
    ])
  })

  it('are written once as role and binding, and mended when they differ', async () => {
    const rbac = { group: 'rbac.authorization.k8s.io', version: 'v1', namespaced: false }
    const roles = { ...rbac, kind: 'ClusterRole', plural: 'clusterroles' }
    const bindings = { ...rbac, kind: 'ClusterRoleBinding', plural: 'clusterrolebindings' }
    const { clock, random } = new Shipyard()
    const api = new MemoryApi({ clock, random, kinds: [roles, bindings] })
    await ensurePermissions(api.client(), fleetOperator())
    const revision = api.store.revision
    await ensurePermissions(api.client(), fleetOperator())
    expect(api.store.revision).to.equal(revision)
    await ensurePermissions(api.client(), fleetOperator({ watches: [{ kind: harbours }] }))
    const role = api.store.find(roles, '', 'system:operator:fleet') as KubeObject
    expect(JSON.stringify(role['rules'])).to.contain('harbours')
    expect(api.store.find(bindings, '', 'system:operator:fleet')['subjects']).to.deep.equal([
      { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'system:operator:fleet' },
    ])
    expect(ships.namespaced).to.equal(true)
  })
})
