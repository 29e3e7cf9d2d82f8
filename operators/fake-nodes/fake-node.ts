/** The Node object and Lease of a fake node, pure. */
import { type KubeObject, microTimestamp, timestamp } from '../../core/meta/index.js'

export interface FakeNodeOptions {
  readonly name: string
  readonly address: string
  readonly capacity: Readonly<Record<string, string>>
}

export function fakeNode({ name, address, capacity }: FakeNodeOptions, now: number): KubeObject {
  const time = timestamp(now)
  const condition = (type: string, status: string, reason: string) => ({
    type,
    status,
    reason,
    message: reason,
    lastHeartbeatTime: time,
    lastTransitionTime: time,
  })
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'operon.dev/fake': 'true',
      },
    },
    status: {
      capacity,
      allocatable: capacity,
      conditions: [
        condition('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
        condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
        condition('PIDPressure', 'False', 'KubeletHasSufficientPID'),
        condition('Ready', 'True', 'KubeletReady'),
      ],
      addresses: [
        { type: 'InternalIP', address },
        { type: 'Hostname', address: name },
      ],
      nodeInfo: fakeInfo,
    },
  }
}

export function fakeLease(name: string, at: { readonly now: number; readonly durationSeconds: number }): KubeObject {
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name, namespace: 'kube-node-lease' },
    spec: { holderIdentity: name, leaseDurationSeconds: at.durationSeconds, renewTime: microTimestamp(at.now) },
  }
}

const fakeInfo = {
  architecture: 'amd64',
  bootID: '',
  containerRuntimeVersion: 'fake://1.0.0',
  kernelVersion: 'fake',
  kubeProxyVersion: '',
  kubeletVersion: 'v1.36.0-operon-fake',
  machineID: '',
  operatingSystem: 'linux',
  osImage: 'fake',
  systemUUID: '',
}
