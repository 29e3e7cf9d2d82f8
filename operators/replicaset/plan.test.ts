import { timestamp } from '../../core/meta/index.js'
import { PlanWorld } from '../../test/kit/plan-world.js'
import { type Command, tellStories } from '../../test/kit/story.js'
import { Pod, ReplicaSet } from '../kit/kinds.js'
import { replicaset } from './index.js'

describe('a replicaset', () => {
  tellStories(import.meta.url, () => {
    const world = new PlanWorld()
    world.put(ReplicaSet, {
      apiVersion: 'apps/v1',
      metadata: { name: 'web' },
      spec: {
        replicas: 1,
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web', tier: 'front' } }, spec: { containers: [{ name: 'web' }] } },
      },
    } as unknown as ReplicaSet)
    return (command) => tell(world, command)
  })
})

function tell(world: PlanWorld, { verb, words, options }: Command): string {
  const verbs: Readonly<Record<string, () => unknown>> = {
    scale: () => world.patch(ReplicaSet, 'web', { spec: { replicas: Number(words[0]) } }),
    'min-ready': () => world.patch(ReplicaSet, 'web', { spec: { minReadySeconds: Number(words[0]) } }),
    pod: () => setPod(world, String(words[0]), options),
    wait: () => (world.now += Number(words[0]) * 1000),
    refuse: () =>
      (world.refuses = ({ verb }) =>
        verb === words[0] ? { reason: 'Forbidden', message: String(words[1]) } : undefined),
    graceful: () => (world.graceful = true),
    remove: () => world.remove(Pod, String(words[0])),
    owner: () => world.patch(ReplicaSet, 'web', { metadata: { ownerReferences: [owner('deployment-uid')] } }),
    plan: () => {
      world.plan(replicaset)
      return world.told()
    },
    status: () => showStatus(world),
  }
  const found = verbs[verb]
  if (!found) throw new Error(`no such command: ${verb}`)
  const answer = found()
  return typeof answer === 'string' ? answer : ''
}

/** Makes a pod of the ReplicaSet, or changes one. */
function setPod(world: PlanWorld, name: string, options: Readonly<Record<string, string>>): void {
  const uid = options['owner'] ?? world.get(ReplicaSet, 'web').metadata.uid
  if (!world.list(Pod).some(({ metadata }) => metadata.name === name)) {
    world.put(Pod, {
      metadata: { name, labels: { app: 'web', tier: 'front' }, ownerReferences: [owner(String(uid))] },
      spec: {},
      status: {},
    } as unknown as Pod)
  }
  const change: Readonly<Record<string, (value: string) => object>> = {
    node: (nodeName) => ({ spec: { nodeName } }),
    phase: (phase) => ({ status: { phase } }),
    ready: (seconds) => ({
      status: { phase: 'Running', conditions: [readySince(world.now - Number(seconds) * 1000)] },
    }),
    cost: (cost) => ({ metadata: { annotations: { 'controller.kubernetes.io/pod-deletion-cost': cost } } }),
    restarts: (count) => ({ status: { containerStatuses: [{ name: 'web', restartCount: Number(count) }] } }),
    age: (seconds) => ({ metadata: { creationTimestamp: timestamp(world.now - Number(seconds) * 1000) } }),
    deleted: () => ({ metadata: { deletionTimestamp: timestamp(world.now) } }),
    tier: (tier) => ({ metadata: { labels: { tier } } }),
    owner: () => ({}),
  }
  for (const [key, value] of Object.entries(options)) world.patch(Pod, name, change[key]!(value))
}

function owner(uid: string): object {
  return { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'owner', uid, controller: true }
}

function readySince(ms: number): object {
  return { type: 'Ready', status: 'True', lastTransitionTime: timestamp(ms) }
}

function showStatus(world: PlanWorld): string {
  const { conditions = [], ...counts } = world.get(ReplicaSet, 'web').status ?? { replicas: 0 }
  const words = Object.entries(counts).map(([name, value]) => `${name}=${value}`)
  const lines = conditions.map(({ type, status, reason, message }) => `${type}=${status} ${reason}: ${message}`)
  return [words.join(' '), ...lines].join('\n')
}
