import { expect } from 'chai'
import { forbidden, type KubeObject } from '../../core/meta/index.js'
import { OperatorYard } from '../../test/kit/operator-yard.js'
import { type Command, tellStories } from '../../test/kit/story.js'
import { Node, Pod } from '../kit/kinds.js'
import { scheduler } from './index.js'

describe('the scheduler', () => {
  tellStories(import.meta.url, () => {
    const yard = new OperatorYard([Pod, Node])
    const started = yard.start(scheduler)
    return async (command: Command) => {
      await started
      return tell(yard, command)
    }
  })

  it('binds many pods at a time, evenly, and none twice', async () => {
    const yard = new OperatorYard([Pod, Node])
    for (let at = 0; at < 10; at++) await yard.put(Node, node(`node-${at}`, { pods: '20' }))
    for (let at = 0; at < 150; at++) await yard.put(Pod, pod(`pod-${at}`, {}))
    await yard.start(scheduler)
    await yard.clock.advance(1000)
    const counts = new Map<string | undefined, number>()
    for (const { spec } of yard.list(Pod)) counts.set(spec.nodeName, (counts.get(spec.nodeName) ?? 0) + 1)
    expect([...counts.values()]).to.deep.equal(Array(10).fill(15))
    expect(yard.api.count(/binding$/)).to.equal(150)
    await yard.end()
  })

  it('gives the place back when a bind is refused, and tries again', async () => {
    const yard = new OperatorYard([Pod, Node])
    await yard.put(Node, node('only', { pods: '1' }))
    yard.api.fault = ({ url }) =>
      url.includes('/first/binding')
        ? { refuse: forbidden({ group: '', plural: 'pods' }, 'first', 'not now') }
        : undefined
    await yard.put(Pod, pod('first', { priority: '10' }))
    await yard.start(scheduler)
    await yard.clock.advance(100)
    await yard.put(Pod, pod('second', {}))
    await yard.clock.advance(100)
    expect(yard.list(Pod).map(({ spec }) => spec.nodeName)).to.deep.equal([undefined, 'only'])
    yard.api.fault = () => undefined
    await yard.client.delete(Pod, { namespace: 'default', name: 'second' })
    await yard.clock.advance(20_000)
    expect(yard.list(Pod).map(({ spec }) => spec.nodeName)).to.deep.equal(['only'])
    await yard.end()
  })
})

async function tell(yard: OperatorYard, command: Command): Promise<string> {
  const { verb, words, options, input } = command
  const name = String(words[0])
  const place = { namespace: 'default', name }
  const verbs: Readonly<Record<string, () => Promise<unknown>>> = {
    node: () => yard.put(Node, merge(node(name, options), input)),
    'change-node': () => yard.client.patch(Node, { name, patch: { type: 'merge', body: JSON.parse(input) } }),
    'change-pod': () => yard.client.patch(Pod, { ...place, patch: { type: 'merge', body: JSON.parse(input) } }),
    heartbeat: () => {
      const body = {
        status: { conditions: [{ type: 'Ready', status: 'True', lastHeartbeatTime: String(yard.clock.now()) }] },
      }
      return yard.client.patch(Node, { name, patch: { type: 'merge', body } }, { subresource: 'status' })
    },
    'delete-node': () => yard.client.delete(Node, { name }),
    pod: () => yard.put(Pod, merge(pod(name, options), input)),
    finish: () =>
      yard.client.patch(
        Pod,
        { ...place, patch: { type: 'merge', body: { status: { phase: 'Succeeded' } } } },
        { subresource: 'status' },
      ),
    delete: () => yard.client.delete(Pod, place),
    wait: () => yard.clock.advance(Number(words[0]) * 1000),
    show: async () => {},
  }
  const found = verbs[verb]
  if (!found) throw new Error(`no such command: ${verb}`)
  await found()
  await yard.clock.advance(100)
  return [...(await yard.events()), ...(verb === 'show' ? yard.list(Pod).map(showPod) : [])].join('\n')
}

function node(name: string, options: Readonly<Record<string, string>>): Node {
  const { cpu = '4', memory = '8Gi', pods = '110', taint, ...labels } = options
  const taints = (taint?.split(',') ?? []).map((text) => {
    const [, key = '', value, effect = ''] = /^([^=:]*)(?:=([^:]*))?:(.*)$/.exec(text) ?? []
    return { key, value, effect: effect as 'NoSchedule' }
  })
  return {
    metadata: { name, labels },
    spec: { ...(taints.length ? { taints } : {}) },
    status: { allocatable: { cpu, memory, pods } },
  }
}

function pod(name: string, options: Readonly<Record<string, string>>): Pod {
  const { priority, port, scheduler, ...requests } = options
  const ports = port ? { ports: [{ containerPort: 80, hostPort: Number(port), protocol: 'TCP' as const }] } : {}
  return {
    metadata: { name, namespace: 'default' },
    spec: {
      containers: [{ name: 'main', resources: { requests }, ...ports }],
      ...(priority ? { priority: Number(priority) } : {}),
      ...(scheduler ? { schedulerName: scheduler } : {}),
    },
  }
}

/** The object with the members of a JSON text laid over its spec. */
function merge<T extends KubeObject>(object: T, input: string): T {
  return input ? ({ ...object, spec: { ...(object['spec'] as object), ...JSON.parse(input) } } as T) : object
}

function showPod({ metadata, spec, status }: Pod): string {
  const condition = status?.conditions?.find(({ type }) => type === 'PodScheduled')
  return `${metadata.name} ${spec.nodeName ?? `-- ${condition?.reason ?? 'waits'}`}`
}
