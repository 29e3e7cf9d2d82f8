import { expect } from 'chai'
import { timestamp } from '../../core/meta/index.js'
import { PlanWorld } from '../../test/kit/plan-world.js'
import { type Command, tellStories } from '../../test/kit/story.js'
import { Job, Pod } from '../kit/kinds.js'
import { formatIndexes, parseIndexes } from './index-set.js'
import { job } from './index.js'

describe('a job', () => {
  tellStories(import.meta.url, () => {
    const world = new PlanWorld()
    return (command) => tell(world, command)
  })
})

describe('sets of completion indexes', () => {
  it('are written as runs, and read back', () => {
    expect(formatIndexes([7, 0, 1, 3, 4, 5])).to.equal('0,1,3-5,7')
    expect([...parseIndexes('0,1,3-5,7', 5)]).to.deep.equal([0, 1, 3, 4])
    expect(formatIndexes([])).to.equal('')
  })
})

function tell(world: PlanWorld, { verb, words, input }: Command): string {
  const [name = '', ...rest] = words
  const verbs: Readonly<Record<string, () => unknown>> = {
    job: () => world.put(Job, { metadata: { name: 'work' }, spec: specOf(input) } as unknown as Job),
    set: () => world.patch(Job, 'work', { spec: JSON.parse(input) }),
    plan: () => {
      world.plan(job)
      return world.told()
    },
    wait: () => (world.now += Number(name) * 1000),
    graceful: () => (world.graceful = true),
    refuse: () => (world.refuses = () => ({ reason: 'Forbidden', message: 'exceeded quota' })),
    run: () => end(world, name, { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] }),
    end: () => end(world, name, ended(world, String(rest[0]), Number(rest[1] ?? 1))),
    restarts: () =>
      end(world, name, { phase: 'Running', containerStatuses: [{ name: 'c', restartCount: Number(rest[0]) }] }),
    condition: () => end(world, name, { conditions: [{ type: rest[0], status: 'True' }] }),
    remove: () => world.remove(Pod, nth(world, name)),
    status: () => showStatus(world),
    pods: () => showPods(world),
    show: () => JSON.stringify(world.get(Pod, nth(world, name)).spec, null, 1),
  }
  const found = verbs[verb]
  if (!found) throw new Error(`no such command: ${verb}`)
  const answer = found()
  return typeof answer === 'string' ? answer : ''
}

function specOf(input: string): object {
  const spec = { parallelism: 1, backoffLimit: 6, completionMode: 'NonIndexed', ...JSON.parse(input || '{}') }
  return {
    selector: { matchLabels: { job: 'work' } },
    template: { metadata: { labels: { job: 'work' } }, spec: { restartPolicy: 'Never', containers: [{ name: 'c' }] } },
    ...spec,
  }
}

/** Pods are told by their place in the order of making, from 1: their names are random. */
function nth(world: PlanWorld, place: string): string {
  const pods = [...world.list(Pod)].sort((a, b) => order(a) - order(b))
  const found = pods.find(({ metadata }) => metadata.annotations?.['place'] === place) ?? pods[Number(place) - 1]
  if (!found) throw new Error(`no pod ${place}`)
  return String(found.metadata.name)
}

function order({ metadata }: Pod): number {
  return Number(String(metadata.uid).slice('uid-'.length))
}

function end(world: PlanWorld, place: string, status: object): void {
  world.patch(Pod, nth(world, place), { status })
}

function ended(world: PlanWorld, phase: string, exitCode: number): object {
  const terminated = { exitCode: phase === 'Succeeded' ? 0 : exitCode, finishedAt: timestamp(world.now) }
  return { phase, conditions: null, containerStatuses: [{ name: 'c', restartCount: 0, state: { terminated } }] }
}

function showPods(world: PlanWorld): string {
  const pods = [...world.list(Pod)].sort((a, b) => order(a) - order(b))
  return pods
    .map(({ metadata, status }, at) => {
      const index = metadata.labels?.['batch.kubernetes.io/job-completion-index']
      const failures = metadata.annotations?.['batch.kubernetes.io/job-index-failure-count']
      const words = [`${at + 1}:`, status?.phase ?? 'Pending']
      if (index !== undefined) words.push(`index=${index}`)
      if (failures !== undefined) words.push(`failures=${failures}`)
      if (metadata.deletionTimestamp) words.push('deleted')
      return words.join(' ')
    })
    .join('\n')
}

function showStatus(world: PlanWorld): string {
  const { conditions = [], uncountedTerminatedPods: _, ...counts } = world.get(Job, 'work').status ?? {}
  const words = Object.entries(counts).map(([name, value]) => `${name}=${value}`)
  const lines = conditions.map(({ type, status, reason, message }) => `${type}=${status} ${reason}: ${message}`)
  return [words.join(' '), ...lines].join('\n')
}
