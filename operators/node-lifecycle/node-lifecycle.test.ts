import { microTimestamp, timestamp } from '../../core/meta/index.js'
import { OperatorYard } from '../../test/kit/operator-yard.js'
import { type Command, tellStories } from '../../test/kit/story.js'
import { Lease, Node, Pod } from '../kit/kinds.js'
import { nodeLifecycle } from './index.js'

describe('the node-lifecycle operator', () => {
  tellStories(import.meta.url, () => {
    const stage = new Stage()
    return (command: Command) => stage.tell(command)
  })
})

/** Nodes whose kubelets renew their leases every 10 seconds while they live. */
class Stage {
  readonly #yard = new OperatorYard([Node, Pod], { graceful: ['pods'] })
  readonly #started = this.#yard.start(nodeLifecycle)
  readonly #alive = new Set<string>()

  async tell({ verb, words, options, input }: Command): Promise<string> {
    await this.#started
    const name = String(words[0])
    const verbs: Readonly<Record<string, () => Promise<unknown>>> = {
      node: () => this.#addNode(name, options),
      pod: () => this.#addPod(name, { node: String(options['on']), spec: input }),
      dies: async () => this.#alive.delete(name),
      lives: async () => this.#revive(name),
      says: () => this.#say(name, options),
      patch: () => this.#yard.client.patch(Node, { name, patch: { type: 'merge', body: JSON.parse(input) } }),
      'delete-node': () => this.#yard.client.delete(Node, { name }),
      wait: () => this.#wait(Number(name)),
      show: async () => {},
    }
    await verbs[verb]!()
    await this.#yard.clock.advance(100)
    return [...(await this.#yard.events()), ...(verb === 'show' ? this.#show() : [])].join('\n')
  }

  /** `ready=none`: it has said nothing of itself; `taints=true`: as admission lets it in. */
  async #addNode(name: string, { ready = 'True', taints }: Readonly<Record<string, string>>): Promise<void> {
    this.#alive.add(name)
    const spec = taints ? { taints: [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' as const }] } : {}
    const conditions = ready === 'none' ? [] : [this.#ready(ready)]
    await this.#yard.put(Node, { metadata: { name }, spec, status: { conditions } })
    const metadata = { name, namespace: 'kube-node-lease' }
    if (this.#yard.list(Lease).some((lease) => lease.metadata.name === name)) return
    await this.#yard.put(Lease, { metadata, spec: { renewTime: microTimestamp(this.#yard.clock.now()) } })
  }

  #addPod(name: string, { node, spec }: { readonly node: string; readonly spec: string }): Promise<unknown> {
    return this.#yard.put(Pod, {
      metadata: { name, namespace: 'default' },
      spec: { nodeName: node, containers: [{ name: 'c' }], ...JSON.parse(spec || '{}') },
      status: { phase: 'Running', conditions: [this.#ready('True')] },
    })
  }

  async #revive(name: string): Promise<void> {
    this.#alive.add(name)
    await this.#renew()
    await this.#say(name, { Ready: 'True' })
  }

  /** What a kubelet says of its node. */
  async #say(name: string, told: Readonly<Record<string, string>>): Promise<void> {
    const conditions = Object.entries(told).map(([type, status]) => ({ ...this.#ready(status), type }))
    const patch = { type: 'strategic', body: { status: { conditions } } } as const
    await this.#yard.client.patch(Node, { name, patch }, { subresource: 'status' })
  }

  #ready(status: string) {
    return { type: 'Ready', status: status as 'True', lastHeartbeatTime: timestamp(this.#yard.clock.now()) }
  }

  async #wait(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= 10) {
      await this.#yard.clock.advance(Math.min(left, 10) * 1000)
      await this.#renew()
    }
  }

  async #renew(): Promise<void> {
    const patch = { type: 'merge', body: { spec: { renewTime: microTimestamp(this.#yard.clock.now()) } } } as const
    for (const name of this.#alive) {
      await this.#yard.client.patch(Lease, { namespace: 'kube-node-lease', name, patch })
    }
  }

  #show(): string[] {
    const nodes = this.#yard.list(Node).map(({ metadata, spec, status }) => {
      const conditions = (status?.conditions ?? []).map(({ type, status }) => `${type}=${status}`)
      const taints = (spec.taints ?? []).map(({ key, effect }) => `${key}:${effect}`)
      return `node ${metadata.name}: ${conditions.join(' ')} ${taints.length ? `{${taints.join(' ')}}` : ''}`.trimEnd()
    })
    const pods = this.#yard.list(Pod).map(({ metadata, status }) => {
      const conditions = (status?.conditions ?? []).map(({ type, status }) => `${type}=${status}`)
      return `pod ${metadata.name}: ${status?.phase} ${conditions.join(' ')}${metadata.deletionTimestamp ? ' terminating' : ''}`
    })
    return [...nodes, ...pods]
  }
}
