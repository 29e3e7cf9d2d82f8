/** What the runtime is told of one container, pure. */
import { parseQuantity, quantityMilliValue, quantityValue } from '../../../core/meta/index.js'
import type { ContainerConfig, Mount } from '../../../plugins/runtime/contract.js'
import type { ContainerSpec, Pod } from '../shapes/index.js'
import { expand } from './expand.js'
import { securityOf } from './security.js'

export interface ConfigInput {
  readonly pod: Pod
  readonly spec: ContainerSpec
  readonly attempt: number
  readonly env: ReadonlyMap<string, string>
  readonly mounts: readonly Mount[]
  readonly imageUser: string
  /** The container of the runtime whose processes it is to see. */
  readonly pidsOf?: string
  /** Left out: as the spec says. */
  readonly limits?: ContainerLimits
}

export type ContainerLimits = ContainerConfig['resources']

export function containerConfig(input: ConfigInput): ContainerConfig {
  const { pod, spec, attempt, env, mounts, imageUser, pidsOf, limits } = input
  const expandAll = (texts: readonly string[] | undefined) => (texts ?? []).map((text) => expand(text, env))
  const { name, namespace, uid } = pod.metadata
  return {
    name: spec.name,
    attempt,
    image: spec.image ?? '',
    labels: {
      'io.kubernetes.container.name': spec.name,
      'io.kubernetes.pod.name': name ?? '',
      'io.kubernetes.pod.namespace': namespace ?? '',
      'io.kubernetes.pod.uid': uid ?? '',
    },
    annotations: {},
    command: expandAll(spec.command),
    args: expandAll(spec.args),
    workingDirectory: spec.workingDir ?? '',
    env: Array.from(env, ([variable, value]) => ({ name: variable, value })),
    mounts,
    stdin: spec.stdin ?? false,
    stdinOnce: spec.stdinOnce ?? false,
    tty: spec.tty ?? false,
    logPath: logPathOf(spec.name, attempt),
    resources: limits ?? limitsOf(spec),
    ...(pidsOf ? { pidsOf } : {}),
    security: securityOf(pod, spec, imageUser),
  }
}

/** Below the pod's log folder. */
function logPathOf(name: string, attempt: number): string {
  return `${name}/${attempt}.log`
}

/** What the runtime limits a container to. */
export function limitsOf(spec: ContainerSpec): ContainerLimits {
  const { limits, requests } = spec.resources ?? {}
  const cpu = limits?.['cpu']
  const asked = requests?.['cpu'] ?? cpu ?? '0'
  const memory = limits?.['memory']
  return {
    ...(cpu === undefined ? {} : { cpuMillicores: quantityMilliValue(parseQuantity(cpu)) }),
    cpuRequestMillicores: quantityMilliValue(parseQuantity(asked)),
    ...(memory === undefined ? {} : { memoryBytes: quantityValue(parseQuantity(memory)) }),
  }
}
