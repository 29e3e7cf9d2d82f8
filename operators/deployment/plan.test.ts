import { expect } from 'chai'
import fc from 'fast-check'
import { RolloutWorld } from '../../test/kit/rollout-world.js'
import { type Command, tellStories } from '../../test/kit/story.js'
import { Deployment, Pod, ReplicaSet } from '../kit/kinds.js'
import { isActive, isReady } from '../kit/pod-state.js'
import { replicaset } from '../replicaset/index.js'
import { deployment } from './index.js'
import { maxSurge, maxUnavailable } from './limits.js'
import { templateHash } from './template-hash.js'

describe('a deployment', () => {
  tellStories(import.meta.url, () => {
    const world = new RolloutWorld()
    return (command: Command) => world.tell(command)
  })

  it('never has too many pods or too few available ones by its own doing, and always arrives', () => {
    const limit = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('0%', '25%', '50%', '100%')).map(String)
    const action = fc.oneof(
      { weight: 4, arbitrary: fc.constant({ do: 'deployment' } as const) },
      { weight: 4, arbitrary: fc.constant({ do: 'replicaset' } as const) },
      { weight: 4, arbitrary: fc.record({ do: fc.constant('ready' as const), count: fc.integer({ min: 1, max: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('unready' as const), which: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('image' as const), image: fc.constantFrom('a', 'b', 'c') }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('scale' as const), replicas: fc.nat(8).map(String) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), paused: fc.boolean().map(String) }) },
    )
    const scenario = fc.record({
      surge: limit,
      unavailable: limit,
      replicas: fc.nat(8).map(String),
      actions: fc.array(action, { maxLength: 60 }),
    })
    fc.assert(
      fc.property(scenario, ({ actions, ...options }) => {
        const stage = new RolloutWorld()
        stage.create({ image: 'a', history: '2', ...options })
        stage.rollOut()
        let told: Told = [stage.world.get(Deployment, 'web')]
        for (const each of actions) told = act(stage, told, each)
        stage.set({ paused: 'false' })
        stage.rollOut()
        expectArrived(stage)
      }),
      { numRuns: 300 },
    )
  }).timeout(120_000)
})

type Action =
  | { readonly do: 'deployment' | 'replicaset' }
  | { readonly do: 'ready'; readonly count: number }
  | { readonly do: 'unready'; readonly which: number }
  | { readonly do: 'image'; readonly image: string }
  | { readonly do: 'scale'; readonly replicas: string }
  | { readonly do: 'pause'; readonly paused: string }

type Told = readonly Deployment[]

/** Answers the states of the Deployment that were planned and that ReplicaSets may not have acted on yet. */
function act(stage: RolloutWorld, told: Told, action: Action): Told {
  const { world } = stage
  world.now += 1000
  switch (action.do) {
    case 'deployment':
      world.plan(deployment)
      return [...told, world.get(Deployment, 'web')]
    case 'replicaset':
      watched(stage, { told, operate: () => world.plan(replicaset) })
      return told.slice(-1)
    case 'unready':
      return failOne(stage, told, action.which)
    case 'ready':
      stage.ready(action.count)
      return told
    case 'image':
      stage.set({ image: action.image })
      return told
    case 'scale':
      stage.set({ replicas: action.replicas })
      return told
    case 'pause':
      stage.set({ paused: action.paused })
      return told
  }
}

/** What was decided before a pod failed may still be carried out after it: that is nobody's fault. So it fails at rest. */
function failOne(stage: RolloutWorld, told: Told, which: number): Told {
  const { world } = stage
  const now = [world.get(Deployment, 'web')]
  watched(stage, { told: [...told, ...now], operate: () => world.settle(deployment, replicaset) })
  const ready = world.list(Pod).filter(isReady)
  const failed = ready[which % Math.max(1, ready.length)]
  if (failed) stage.setReady(failed, 'False')
  watched(stage, { told: now, operate: () => world.plan(replicaset) })
  return now
}

/** Lets ReplicaSets act and holds what they did against what the Deployment allowed when it told them. */
function watched({ world }: RolloutWorld, { told, operate }: { told: Told; operate: () => void }): void {
  const count = () => {
    const active = world.list(Pod).filter(isActive)
    return { pods: active.length, available: active.filter(isReady).length }
  }
  const before = count()
  operate()
  const after = count()
  const most = Math.max(...told.map((web) => (web.spec.replicas ?? 1) + maxSurge(web)))
  const least = Math.min(...told.map((web) => (web.spec.replicas ?? 1) - maxUnavailable(web)))
  expect(after.pods, 'pods').to.be.at.most(Math.max(before.pods, most))
  expect(after.available, 'available pods').to.be.at.least(Math.min(before.available, least))
}

function expectArrived({ world }: RolloutWorld): void {
  const { spec, status, metadata } = world.get(Deployment, 'web')
  const wanted = spec.replicas ?? 1
  const image = spec.template.spec?.containers[0]?.image
  const pods = world.list(Pod)
  expect(pods.map((pod) => pod.spec.containers[0]?.image)).to.deep.equal(Array(wanted).fill(image))
  expect(status?.updatedReplicas ?? 0).to.equal(wanted)
  expect(status?.availableReplicas ?? 0).to.equal(wanted)
  expect(status?.observedGeneration).to.equal(metadata.generation)
  const revisions = world.list(ReplicaSet).map((set) => set.metadata.annotations?.['deployment.kubernetes.io/revision'])
  expect(new Set(revisions).size).to.equal(revisions.length)
  expect(metadata.annotations?.['deployment.kubernetes.io/revision']).to.equal(
    String(Math.max(...revisions.map(Number))),
  )
}

describe('the hash of a template', () => {
  const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'a', image: 'b' }] } }

  it('does not depend on the order of keys, and fits into names', () => {
    const turned = { spec: { containers: [{ image: 'b', name: 'a' }] }, metadata: { labels: { app: 'web' } } }
    expect(templateHash(turned, undefined)).to.equal(templateHash(template, undefined))
    expect(templateHash(template, undefined)).to.match(/^[bcdfghjklmnpqrstvwxz2456789]{1,10}$/)
  })

  it('changes with the template and with each collision', () => {
    const other = { ...template, spec: { containers: [{ name: 'a', image: 'c' }] } }
    const hashes = [templateHash(template, undefined), templateHash(template, 1), templateHash(template, 2)]
    expect(new Set([...hashes, templateHash(other, undefined)]).size).to.equal(4)
  })
})
