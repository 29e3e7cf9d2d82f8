/** Configurations of sandboxes and containers that ask for nothing special, for tests of container runtimes. */
import type {
  Container,
  ContainerConfig,
  ContainerRuntime,
  RuntimeEvent,
  SandboxConfig,
} from '../../plugins/runtime/contract.js'

let count = 0

export function sandboxConfig(logDirectory: string, more: Partial<SandboxConfig> = {}): SandboxConfig {
  return {
    name: 'pod',
    namespace: 'default',
    uid: `uid-${process.pid}-${++count}`,
    attempt: 0,
    hostname: 'pod',
    labels: { app: 'test' },
    annotations: {},
    network: 'pod',
    pid: 'container',
    ipc: 'pod',
    dns: { servers: ['10.96.0.10'], searches: ['default.svc.cluster.local'], options: ['ndots:5'] },
    logDirectory,
    hostAliases: [],
    ...more,
  }
}

export const noSecurity: ContainerConfig['security'] = {
  privileged: false,
  supplementalGroups: [],
  readOnlyRootFilesystem: false,
  addCapabilities: [],
  dropCapabilities: [],
  noNewPrivileges: false,
}

export function containerConfig(
  image: string,
  command: readonly string[],
  more: Partial<ContainerConfig> = {},
): ContainerConfig {
  return {
    name: 'main',
    attempt: 0,
    image,
    labels: {},
    annotations: {},
    command,
    args: [],
    workingDirectory: '',
    env: [],
    mounts: [],
    stdin: false,
    stdinOnce: false,
    tty: false,
    logPath: `main/${++count}.log`,
    resources: {},
    security: noSecurity,
    ...more,
  }
}

/** Resolves at the container's next event of that type. Ask before it can happen. */
export function nextEvent(runtime: ContainerRuntime, containerId: string, type: RuntimeEvent['type']): Promise<void> {
  return new Promise((resolve) => {
    const end = runtime.subscribe((event) => {
      if (event.containerId !== containerId || event.type !== type) return
      end()
      resolve()
    })
  })
}

/** The container as the runtime lists it. */
export async function describeContainer(runtime: ContainerRuntime, id: string): Promise<Container> {
  const found = (await runtime.listContainers()).find((one) => one.id === id)
  if (!found) throw new Error(`the runtime lists no container ${id}`)
  return found
}
