/** The kubelet of one node, put together: server, records of the runtime, heartbeat, and a worker for each pod. */
import { mkdir, readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change } from '../../core/runtime/index.js'
import type { OperatorContext } from '../../core/operator.js'
import type { Container } from '../../plugins/runtime/contract.js'
import { pods } from './api/kinds.js'
import { WatchedObjects } from './api/object-follower.js'
import { RequestedTokens } from './api/token-source.js'
import type { KubeletOptions } from './kubelet-options.js'
import { Heartbeat } from './node/heartbeat.js'
import { type Machine, readMachine } from './node/machine.js'
import { allocatableOf } from './node/node-object.js'
import { parseResolvConf } from './pod/sandbox-config.js'
import { PodsOnNode } from './pods-on-node.js'
import { RuntimeRecords } from './runtime-records.js'
import { routesOf } from './server/routes.js'
import { KubeletServer } from './server/server.js'
import type { Pod } from './shapes/index.js'
import { isRoot, unmountBelow } from './volume/mounting.js'
import { Volumes } from './volume/volumes.js'

/** How long what runs without a pod, or is stopped with the machine's pods, gets to end by itself. */
const strayGraceSeconds = 30

export class Kubelet {
  readonly #options: KubeletOptions
  #pods: PodsOnNode | undefined
  #records: RuntimeRecords | undefined
  readonly #followed = new Map<string, AbortController>()

  constructor(options: KubeletOptions) {
    this.#options = options
  }

  /** Until the context's signal; containers go on running. */
  async run(context: OperatorContext): Promise<void> {
    const { rootDirectory, logRoot } = this.#options
    await Promise.all([rootDirectory, logRoot].map((folder) => mkdir(folder, { recursive: true, mode: 0o700 })))
    const machine = await readMachine(rootDirectory)
    const { parts, close } = await this.#assemble(context, machine)
    const server = new KubeletServer(this.#options.server, routesOf(this.#routeTools(parts.node, context)), context.log)
    try {
      const port = await server.listen()
      const heartbeat = new Heartbeat({ ...this.#heartbeatParts(context), input: this.#nodeInput(machine, port) })
      await parts.records.start()
      const unsubscribe = context.cache.onChange(pods, (change) => this.#take(change, parts.node))
      for (const pod of context.cache.list(pods)) if (this.#isMine(pod)) parts.node.put(pod)
      await heartbeat.start()
      await this.#clearStrays(context, parts)
      await heartbeat.run()
      unsubscribe()
    } finally {
      close()
      await server.close()
    }
  }

  /** Stops every container and sandbox of this machine, each within its grace period, takes the kubelet's mounts down, and writes nothing: the next start finds all as after a reboot. */
  async stopAll(limits: { readonly mostGraceSeconds: number }): Promise<void> {
    this.#pods?.pause()
    const { runtime } = this.#options
    const graceOf = new Map<string, number>()
    for (const { pod, sandboxes } of this.#pods?.served() ?? []) {
      for (const { id } of sandboxes) graceOf.set(id, pod.spec.terminationGracePeriodSeconds ?? strayGraceSeconds)
    }
    const containers = (await runtime.listContainers()).filter(({ state }) => state === 'running')
    await Promise.all(
      containers.map(({ id, sandboxId }) =>
        runtime.stopContainer(id, Math.min(limits.mostGraceSeconds, graceOf.get(sandboxId) ?? strayGraceSeconds)),
      ),
    )
    const sandboxes = (await runtime.listPodSandboxes()).filter(({ state }) => state === 'ready')
    await Promise.all(sandboxes.map(({ id }) => runtime.stopPodSandbox(id)))
    if (isRoot()) await unmountBelow(join(this.#options.rootDirectory, 'pods'))
  }

  async #assemble(context: OperatorContext, machine: Machine) {
    const options = this.#options
    const { client, clock, log } = context
    const objects = new WatchedObjects({ client, clock, log })
    const tokens = new RequestedTokens({ client, clock })
    const volumes = new Volumes({
      clock,
      log,
      objects,
      tokens,
      rootDirectory: options.rootDirectory,
      facts: (pod) => node.factsOf(pod),
    })
    const records = new RuntimeRecords({
      runtime: options.runtime,
      clock,
      changed: (uid) => {
        node.wake(uid)
        this.#endFollowed()
      },
      failed: (error) => log.warn('runtime could not be listed', { error }),
    })
    const hostDns = parseResolvConf(await readFile('/etc/resolv.conf', 'utf8').catch(() => ''))
    const allocatable = allocatableOf(machine.capacity)
    const { lacks } = await options.runtime.status()
    const { hostname } = machine
    const node: PodsOnNode = new PodsOnNode({
      options,
      context,
      records,
      objects,
      volumes,
      hostname,
      hostDns,
      allocatable,
      lacks,
    })
    this.#pods = node
    this.#records = records
    const close = () => {
      node.pause()
      records.stop()
      volumes.stop()
      objects.stop()
    }
    return { parts: { node, records, volumes }, close }
  }

  #take({ type, object }: Change<Pod>, node: PodsOnNode): void {
    if (!this.#isMine(object)) return
    if (type === 'deleted') node.drop(object)
    else node.put(object)
  }

  #isMine(pod: Pod): boolean {
    return pod.spec.nodeName === this.#options.nodeName
  }

  /** What is left of pods deleted meanwhile: their sandboxes, then their files. */
  async #clearStrays(
    context: OperatorContext,
    { node, records, volumes }: { node: PodsOnNode; records: RuntimeRecords; volumes: Volumes },
  ): Promise<void> {
    const { runtime, rootDirectory, logRoot } = this.#options
    for (const uid of [...records.uids()].filter((uid) => !node.has(uid))) {
      const { sandboxes, containers } = records.of(uid)
      context.log.info('removing a pod that was deleted meanwhile', { uid })
      await Promise.all(containers.map(({ id }) => runtime.stopContainer(id, strayGraceSeconds)))
      for (const { id } of sandboxes) await runtime.removePodSandbox(id)
    }
    const folders = await readdir(join(rootDirectory, 'pods')).catch(() => [])
    for (const uid of folders) if (!node.has(uid)) await volumes.removeFolder(uid)
    for (const folder of await readdir(logRoot).catch(() => [])) {
      const uid = folder.split('_')[2]
      if (uid && !node.has(uid)) await rm(join(logRoot, folder), { recursive: true, force: true })
    }
  }

  #heartbeatParts({ client, clock, log, signal }: OperatorContext) {
    const { runtime, rootDirectory } = this.#options
    return { client, clock, log, signal, runtime, rootDirectory }
  }

  #nodeInput(machine: Machine, port: number) {
    const { nodeName, labels = {}, roles = [], taints = [], addresses, podCidr, version, runtime } = this.#options
    const named = { ...machine, hostname: nodeName }
    return {
      name: nodeName,
      labels,
      roles,
      taints,
      addresses,
      ...(podCidr ? { podCidr } : {}),
      port,
      version,
      machine: named,
      runtime,
    }
  }

  #routeTools(node: PodsOnNode, { clock }: OperatorContext) {
    const { nodeName, runtime } = this.#options
    return {
      nodeName,
      runtime,
      clock,
      pods: () => node.served(),
      find: (namespace: string, name: string) => node.find(namespace, name),
      ended: (container: Container) => this.#follow(container),
    }
  }

  /** Aborted when the container runs no more. */
  #follow({ id }: Container): AbortSignal {
    let controller = this.#followed.get(id)
    if (!controller) this.#followed.set(id, (controller = new AbortController()))
    return controller.signal
  }

  #endFollowed(): void {
    if (!this.#followed.size) return
    const running = new Set<string>()
    for (const known of this.#records?.uids() ?? []) {
      for (const { id, state } of this.#records?.of(known).containers ?? []) if (state !== 'exited') running.add(id)
    }
    for (const [id, controller] of this.#followed) {
      if (running.has(id)) continue
      this.#followed.delete(id)
      controller.abort()
    }
  }
}
