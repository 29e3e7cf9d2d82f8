/** Registers the node, renews its lease every ten seconds, and writes its status when it changed or every five minutes. */
import { type Client, isReason } from '../../../core/client/index.js'
import { type Clock, type Log, sleep } from '../../../core/kit/index.js'
import { type KubeObject, microTimestamp } from '../../../core/meta/index.js'
import type { ContainerRuntime } from '../../../plugins/runtime/contract.js'
import { leases, nodes } from '../api/kinds.js'
import { readPressure } from './machine.js'
import {
  type NodeInput,
  type NodeStatus,
  hasChanged,
  nodeConditions,
  nodeFacts,
  nodeObject,
  withTimes,
} from './node-object.js'

export interface HeartbeatOptions {
  readonly input: NodeInput
  readonly rootDirectory: string
  readonly client: Client
  readonly runtime: ContainerRuntime
  readonly clock: Clock
  readonly log: Log
  readonly signal: AbortSignal
}

const beatMs = 10_000
const retryMs = 1000
const reportMs = 300_000
const leaseSeconds = 40
const leaseNamespace = 'kube-node-lease'

export class Heartbeat {
  readonly #options: HeartbeatOptions
  #written: NodeStatus = {}
  #writtenAtMs = Number.NEGATIVE_INFINITY
  #node: KubeObject | undefined

  constructor(options: HeartbeatOptions) {
    this.#options = options
  }

  /** The Node as last written; undefined before it is registered. */
  get node(): KubeObject | undefined {
    return this.#node
  }

  /** Resolves when the node is registered and has reported once. Tries until the signal. */
  async start(): Promise<void> {
    const { clock, log, signal } = this.#options
    for (;;) {
      try {
        return await this.#beat()
      } catch (error) {
        signal.throwIfAborted()
        log.warn('node not registered yet', { error })
        await sleep(clock, retryMs, signal)
      }
    }
  }

  /** Until the signal. */
  async run(): Promise<void> {
    const { clock, log, signal } = this.#options
    let waitMs = beatMs
    for (;;) {
      await sleep(clock, waitMs, signal).catch(() => {})
      if (signal.aborted) return
      waitMs = await this.#beat().then(
        () => beatMs,
        (error) => {
          if (!signal.aborted) log.warn('heartbeat failed', { error })
          return retryMs
        },
      )
    }
  }

  async #beat(): Promise<void> {
    if (!this.#node) await this.#register()
    await this.#report()
    await this.#renew()
  }

  async #register(): Promise<void> {
    const { client, input } = this.#options
    const wanted = nodeObject(input)
    try {
      this.#node = await client.create(nodes, wanted)
    } catch (error) {
      if (!isReason(error, 'AlreadyExists')) throw error
      const { labels } = wanted.metadata
      const { podCIDR, podCIDRs } = (wanted['spec'] ?? {}) as Record<string, unknown>
      const current = await client.get(nodes, { name: input.name })
      const hasRange = Boolean((current['spec'] as { podCIDR?: string } | undefined)?.podCIDR)
      const spec = podCIDR && !hasRange ? { spec: { podCIDR, podCIDRs } } : {}
      const patch = { type: 'merge', body: { metadata: { labels }, ...spec } } as const
      this.#node = await client.patch(nodes, { name: input.name, patch })
    }
    this.#written = (this.#node['status'] ?? {}) as NodeStatus
    this.#writtenAtMs = Number.NEGATIVE_INFINITY
  }

  async #report(): Promise<void> {
    const { client, clock, input, runtime, rootDirectory } = this.#options
    const now = clock.now()
    const claims = nodeConditions(await runtime.status(), await readPressure(rootDirectory))
    const conditions = withTimes(claims, this.#written.conditions ?? [], now)
    const foreign = (this.#written.conditions ?? []).filter(({ type }) => !claims.some((claim) => claim.type === type))
    const status = { ...this.#written, ...nodeFacts(input), conditions: [...conditions, ...foreign] }
    if (now - this.#writtenAtMs < reportMs && !hasChanged(this.#written, status)) return
    const facts = nodeFacts(input)
    const addresses = [...(facts['addresses'] as object[]), { $patch: 'replace' }]
    const patch = { type: 'strategic', body: { status: { ...facts, addresses, conditions } } } as const
    try {
      this.#node = await client.patch(nodes, { name: input.name, patch }, { subresource: 'status' })
    } catch (error) {
      if (isReason(error, 'NotFound')) this.#node = undefined
      throw error
    }
    this.#written = (this.#node['status'] ?? {}) as NodeStatus
    this.#writtenAtMs = now
  }

  /** A lease goes with its node: where the node has been deleted, the next beat registers it anew. */
  async #confirm(): Promise<void> {
    const { client, input } = this.#options
    try {
      this.#node = await client.get(nodes, { name: input.name })
    } catch (error) {
      if (isReason(error, 'NotFound')) this.#node = undefined
      throw error
    }
  }

  async #renew(): Promise<void> {
    const { client, clock, input } = this.#options
    const { name } = input
    const spec = { holderIdentity: name, leaseDurationSeconds: leaseSeconds, renewTime: microTimestamp(clock.now()) }
    const patch = { type: 'merge', body: { spec } } as const
    try {
      await client.patch(leases, { namespace: leaseNamespace, name, patch })
    } catch (error) {
      if (!isReason(error, 'NotFound')) throw error
      await this.#confirm()
      const owner = { apiVersion: 'v1', kind: 'Node', name, uid: this.#node?.metadata.uid ?? '' }
      const metadata = { name, namespace: leaseNamespace, ownerReferences: [owner] }
      await client.create(leases, { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec })
    }
  }
}
