/** The kubelet process: the pods of this machine, over a container runtime. */
import { type KubeletOptions, kubelet } from '../../../operators/kubelet/index.js'
import type { ContainerRuntime } from '../../../plugins/runtime/contract.js'
import { Client } from '../../client/index.js'
import type { LogLevel } from '../../kit/index.js'
import { ensurePermissions, Manager } from '../../runtime/index.js'
import { type ChildWorld, runChild } from './child.js'

export interface NodeConfiguration {
  readonly logLevel: LogLevel
  readonly runtime: 'process' | 'fake'
  readonly dataDir: string
  readonly podCidr: string
  readonly keepPods: boolean
  readonly kubelet: Omit<KubeletOptions, 'runtime'>
}

await runChild<NodeConfiguration>(async (configuration, world) => {
  const { port, clock, random, log, signal } = world
  const runtime = await openRuntime(configuration, world)
  const node = kubelet({ ...configuration.kubelet, runtime })
  const installer = new Client(port.transport(), { userAgent: 'operon' })
  await ensurePermissions(installer, node.operator)
  const manager = new Manager({
    clientOf: (name) => new Client(port.transport(name), { userAgent: name }),
    clock,
    random,
    log,
  })
  manager.start(node.operator)
  world.ready()
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  await manager.close()
  if (!configuration.keepPods) await node.stopAll()
  await runtime.close()
})

async function openRuntime(
  configuration: NodeConfiguration,
  { clock, random, log }: ChildWorld,
): Promise<ContainerRuntime> {
  if (configuration.runtime === 'fake') {
    const { FakeRuntime } = await import('../../../plugins/runtime/fake/index.js')
    return new FakeRuntime({ clock, random })
  }
  const { openProcessRuntime } = await import('../../../plugins/runtime/process/index.js')
  return openProcessRuntime({
    dataDir: configuration.dataDir,
    nodeName: configuration.kubelet.nodeName,
    podCidr: configuration.podCidr,
    clock,
    random,
    log,
  })
}
