/** What runs the pods of this machine, in a child of `operon up` or for any API server. */
import { type KubeletOptions, kubelet } from '../../../operators/kubelet/index.js'
import type { ContainerRuntime } from '../../../plugins/runtime/contract.js'
import { type Log, type LogLevel, untilAborted } from '../../kit/index.js'
import { ensurePermissions, Manager } from '../../runtime/index.js'
import type { OperatorsWorld } from './operators-work.js'

export interface NodeConfiguration {
  readonly logLevel: LogLevel
  readonly runtime: 'process' | 'fake'
  readonly dataDir: string
  readonly podCidr: string
  readonly bridge: string
  readonly keepPods: boolean
  readonly kubelet: Omit<KubeletOptions, 'runtime'>
}

/** At the end of a cluster pods have less time than their own grace period, as at the shutdown of a machine. */
const mostGraceSeconds = 5

/** Runs the kubelet until the signal; then its pods are stopped, unless they are to be kept. */
export async function runNode(
  configuration: NodeConfiguration,
  world: Omit<OperatorsWorld, 'election'>,
): Promise<void> {
  const { installer, signal, ready, ...parts } = world
  const runtime = await openRuntime(configuration, world)
  await tellOfSharedNetwork(runtime, world.log)
  const node = kubelet({ ...configuration.kubelet, runtime })
  await ensurePermissions(installer, node.operator)
  const manager = new Manager(parts)
  manager.start(node.operator)
  ready()
  await untilAborted(signal)
  await manager.close()
  if (!configuration.keepPods) await node.stopAll({ mostGraceSeconds })
  await runtime.close()
}

/** Pods on the host's network are a surprise where they were to have their own: said once, with the reason. */
async function tellOfSharedNetwork(runtime: ContainerRuntime, log: Log): Promise<void> {
  const { lacks, conditions } = await runtime.status()
  const why = conditions.find(({ type }) => type === 'NetworkReady')?.message
  if (lacks.includes('podNetwork') && why) log.warn(why)
}

async function openRuntime(
  configuration: NodeConfiguration,
  { clock, random, log }: Pick<OperatorsWorld, 'clock' | 'random' | 'log'>,
): Promise<ContainerRuntime> {
  if (configuration.runtime === 'fake') {
    const { FakeRuntime } = await import('../../../plugins/runtime/fake/index.js')
    return new FakeRuntime({ clock, random })
  }
  const { openProcessRuntime } = await import('../../../plugins/runtime/process/index.js')
  const { dataDir, podCidr, bridge, kubelet: settings } = configuration
  return openProcessRuntime({ dataDir, nodeName: settings.nodeName, podCidr, bridge, clock, random, log })
}
