import { expect } from 'chai'
import { type KubeObject, notFound, StatusError } from '../../core/meta/index.js'
import type { Guarded, SubresourceRequest } from '../../core/registry/contract.js'
import { legacyBinding, podBinding } from './binding.js'

/** The verb that binding needs, over one map of pods. */
function guardedOver(pods: Map<string, KubeObject>): Guarded {
  const refuse = () => Promise.reject(new Error('not asked for'))
  return {
    get: refuse,
    list: refuse,
    create: refuse,
    delete: refuse,
    async update(_, namespace, name, change) {
      const pod = pods.get(`${namespace}/${name}`)
      if (!pod) throw notFound({ group: '', plural: 'pods' }, name)
      const copy = structuredClone(pod)
      change(copy)
      pods.set(`${namespace}/${name}`, copy)
    },
  }
}

function bindingTo(node: string, metadata: object = {}): SubresourceRequest {
  return {
    method: 'POST',
    user: { username: 'scheduler', groups: [] },
    namespace: 'default',
    name: 'web',
    rest: '',
    query: new URLSearchParams(),
    headers: {},
    dryRun: false,
    object: { metadata: { name: 'web', ...metadata }, target: { kind: 'Node', name: node } } as KubeObject,
    signal: new AbortController().signal,
  }
}

const placed: KubeObject = {
  metadata: {
    name: 'n2',
    labels: {
      'topology.kubernetes.io/zone': 'z1',
      'topology.kubernetes.io/region': 'r1',
      'topology.kubernetes.io/rack': 'k1',
    },
  },
}

async function refusal(attempt: unknown): Promise<StatusError> {
  try {
    await attempt
  } catch (error) {
    if (error instanceof StatusError) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('binding a pod', () => {
  const world = (spec: object = {}, metadata: object = {}) => {
    const pods = new Map([['default/web', { metadata: { name: 'web', uid: 'u1', ...metadata }, spec } as KubeObject]])
    const context = {
      guarded: guardedOver(pods),
      view: () => ({
        get: (_: string, name: string) => (name === 'n2' ? placed : undefined),
        list: () => [],
        onChange: () => {},
      }),
      now: () => 1_700_000_000_000,
    }
    return { pods, context }
  }

  it('sets the node and PodScheduled, and answers Success', async () => {
    const { pods, context } = world()
    const answer = await podBinding.answer(bindingTo('n1', { annotations: { a: 'b' } }), context)
    expect(answer).to.deep.include({ status: 201 })
    const pod = pods.get('default/web')
    expect(pod?.['spec']).to.deep.equal({ nodeName: 'n1' })
    expect(pod?.metadata.annotations).to.deep.equal({ a: 'b' })
    expect(pod?.['status']).to.deep.equal({
      conditions: [
        { type: 'PodScheduled', status: 'True', lastProbeTime: null, lastTransitionTime: '2023-11-14T22:13:20Z' },
      ],
    })
  })

  it('tells the pod its zone and region, whatever it said', async () => {
    const { pods, context } = world({}, { labels: { 'topology.kubernetes.io/zone': 'else', app: 'web' } })
    await podBinding.answer(bindingTo('n2'), context)
    const labels = pods.get('default/web')?.metadata.labels
    expect(labels).to.deep.equal({
      app: 'web',
      'topology.kubernetes.io/zone': 'z1',
      'topology.kubernetes.io/region': 'r1',
    })
  })

  it('works the older way too', async () => {
    const { pods, context } = world()
    await legacyBinding.answer({ ...bindingTo('n1'), name: '' }, context)
    expect(pods.get('default/web')?.['spec']).to.deep.equal({ nodeName: 'n1' })
  })

  it('refuses a pod that is bound, going, gated or another one', async () => {
    const refused = [
      { it: world({ nodeName: 'n2' }), says: 'already assigned to node "n2"' },
      { it: world({}, { deletionTimestamp: '2023-11-14T22:13:20Z' }), says: 'is being deleted' },
      { it: world({ schedulingGates: [{ name: 'g' }] }), says: 'schedulingGates' },
    ]
    for (const { it, says } of refused) {
      const error = await refusal(podBinding.answer(bindingTo('n1'), it.context))
      expect([error.code, error.message]).to.satisfy(
        ([code, message]: [number, string]) => code === 409 && message.includes(says),
      )
    }
    expect((await refusal(podBinding.answer(bindingTo('n1', { uid: 'u2' }), world().context))).code).to.equal(409)
  })

  it('refuses a target that is no node', async () => {
    const request = bindingTo('')
    expect((await refusal(podBinding.answer(request, world().context))).code).to.equal(500)
  })
})
