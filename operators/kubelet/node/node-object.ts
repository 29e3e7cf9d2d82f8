/** The Node object as it should be, pure. */
import { isDeepStrictEqual } from 'node:util'
import {
  type KubeObject,
  formatQuantity,
  parseQuantity,
  subtractQuantities,
  timestamp,
} from '../../../core/meta/index.js'
import type { RuntimeStatus } from '../../../plugins/runtime/contract.js'
import type { Machine, Pressure } from './machine.js'

export interface NodeInput {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** `control-plane` and the like, shown as ROLES. */
  readonly roles: readonly string[]
  readonly taints: readonly { readonly key: string; readonly value?: string; readonly effect: string }[]
  readonly addresses: readonly string[]
  readonly podCidr?: string
  readonly port: number
  readonly version: string
  readonly machine: Machine
  readonly runtime: { readonly name: string; readonly version: string }
}

export interface NodeCondition {
  readonly type: string
  readonly status: string
  readonly reason: string
  readonly message: string
  readonly lastHeartbeatTime?: string
  readonly lastTransitionTime?: string
}

export interface NodeStatus {
  readonly conditions?: readonly NodeCondition[]
  readonly [field: string]: unknown
}

export function nodeObject(input: NodeInput): KubeObject {
  const { machine } = input
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: input.name,
      labels: {
        'kubernetes.io/hostname': machine.hostname,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': machine.nodeInfo['architecture'] ?? '',
        ...Object.fromEntries(input.roles.map((role) => [`node-role.kubernetes.io/${role}`, ''])),
        ...input.labels,
      },
    },
    spec: {
      ...(input.podCidr ? { podCIDR: input.podCidr, podCIDRs: [input.podCidr] } : {}),
      ...(input.taints.length ? { taints: input.taints } : {}),
    },
  }
}

/** All of the status but its conditions. */
export function nodeFacts(input: NodeInput): NodeStatus {
  const { machine, runtime } = input
  return {
    capacity: machine.capacity,
    allocatable: allocatableOf(machine.capacity),
    addresses: [
      ...input.addresses.map((address) => ({ type: 'InternalIP', address })),
      { type: 'Hostname', address: machine.hostname },
    ],
    daemonEndpoints: { kubeletEndpoint: { Port: input.port } },
    // Streams come over WebSockets as they are, every protocol of them.
    declaredFeatures: ['ExtendWebSocketsToKubelet'],
    nodeInfo: {
      ...machine.nodeInfo,
      containerRuntimeVersion: `${runtime.name}://${runtime.version}`,
      kubeProxyVersion: '',
      kubeletVersion: input.version,
    },
  }
}

/** What pods may use: memory less 100 MiB and nine tenths of the disk, the evictions' thresholds of upstream. */
export function allocatableOf(capacity: Machine['capacity']): Record<string, string> {
  const memory = subtractQuantities(parseQuantity(capacity.memory), parseQuantity('100Mi'))
  const disk = parseQuantity(capacity['ephemeral-storage'])
  return {
    ...capacity,
    memory: formatQuantity(memory.nano > 0n ? memory : parseQuantity('0')),
    'ephemeral-storage': formatQuantity({ nano: (disk.nano / 10n ** 10n) * 9n * 10n ** 9n, format: disk.format }),
  }
}

export function nodeConditions(runtime: RuntimeStatus, pressure: Pressure): NodeCondition[] {
  const claim = (type: string, isPressed: boolean, words: readonly [string, string, string, string]) => ({
    type,
    status: isPressed ? 'True' : 'False',
    reason: isPressed ? words[0] : words[1],
    message: isPressed ? words[2] : words[3],
  })
  return [
    claim('MemoryPressure', pressure.memoryAvailableBytes < 100 * 1024 ** 2, memoryWords),
    claim('DiskPressure', pressure.diskFreePart < 0.1 || pressure.inodesFreePart < 0.05, diskWords),
    claim('PIDPressure', pressure.pidsFreePart < 0.02, pidWords),
    readiness(runtime),
  ]
}

/** The conditions with their times: the transition's is kept while the status is. */
export function withTimes(
  conditions: readonly NodeCondition[],
  before: readonly NodeCondition[],
  now: number,
): NodeCondition[] {
  const time = timestamp(now)
  return conditions.map((condition) => {
    const old = before.find(({ type }) => type === condition.type)
    const since = old?.status === condition.status ? old.lastTransitionTime : undefined
    return { ...condition, lastHeartbeatTime: time, lastTransitionTime: since ?? time }
  })
}

/** Whether two statuses differ in more than the time of the heartbeat. */
export function hasChanged(before: NodeStatus, after: NodeStatus): boolean {
  return !isDeepStrictEqual(timeless(before), timeless(after))
}

function readiness(runtime: RuntimeStatus): NodeCondition {
  const broken = runtime.conditions.filter(({ status }) => !status)
  if (!broken.length) {
    const message = ['kubelet is posting ready status', ...shortcomings(runtime)].join('; ')
    return { type: 'Ready', status: 'True', reason: 'KubeletReady', message }
  }
  const message = broken
    .map(({ type, reason, message }) => `${type}=false reason:${reason} message:${message}`)
    .join(', ')
  return {
    type: 'Ready',
    status: 'False',
    reason: 'KubeletNotReady',
    message: `container runtime not ready: ${message}`,
  }
}

/** What the runtime does less of, in words; of the network with its reason, which it knows itself. */
function shortcomings({ lacks, conditions }: RuntimeStatus): string[] {
  const network = conditions.find(({ type }) => type === 'NetworkReady')?.message
  return lacks.map((lack) => (lack === 'podNetwork' && network ? network : missing[lack]))
}

const missing: Readonly<Record<RuntimeStatus['lacks'][number], string>> = {
  limits: 'limits of cpu and memory are not enforced here',
  podNetwork: "pods share the host's network here",
  hostPorts: 'hostPort opens nothing, as nftables lack here',
  overlay: 'images are copied, not layered, here',
  users: 'containers run as one user here',
}

function timeless(status: NodeStatus): NodeStatus {
  return { ...status, conditions: (status.conditions ?? []).map(({ lastHeartbeatTime: _, ...rest }) => rest) }
}

const memoryWords = [
  'KubeletHasInsufficientMemory',
  'KubeletHasSufficientMemory',
  'kubelet has insufficient memory available',
  'kubelet has sufficient memory available',
] as const
const diskWords = [
  'KubeletHasDiskPressure',
  'KubeletHasNoDiskPressure',
  'kubelet has disk pressure',
  'kubelet has no disk pressure',
] as const
const pidWords = [
  'KubeletHasInsufficientPID',
  'KubeletHasSufficientPID',
  'kubelet has insufficient PID available',
  'kubelet has sufficient PID available',
] as const
