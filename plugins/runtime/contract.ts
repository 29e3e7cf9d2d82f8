/** The container-runtime seam, shaped like CRI v1: what the kubelet drives. Implementations: process (embedded), fake; CRI sockets later. */
import type { Duplex, Readable, Writable } from 'node:stream'

export interface ContainerRuntime {
  readonly name: string
  readonly version: string
  /** What is ready, and what is missing with a reason that a person understands. Cost: cheap, called at every heartbeat. */
  status(): Promise<RuntimeStatus>
  /** Creates the pod's namespaces, network and cgroup. Answers the sandbox's id. Again with the same uid and attempt: the same sandbox. */
  runPodSandbox(config: SandboxConfig): Promise<string>
  /** Stops what runs in it and takes its network down. Idempotent. */
  stopPodSandbox(id: string): Promise<void>
  /** Leaves nothing behind: mounts, namespaces, links, cgroups, files. Idempotent. */
  removePodSandbox(id: string): Promise<void>
  listPodSandboxes(): Promise<readonly Sandbox[]>
  createContainer(sandboxId: string, config: ContainerConfig): Promise<string>
  /** Throws `RuntimeError` with reason `StartError` when the command can't be started. */
  startContainer(id: string): Promise<void>
  /** The image's stop signal (SIGTERM), then SIGKILL after `graceSeconds`. Resolves when it is gone. Idempotent. */
  stopContainer(id: string, graceSeconds: number): Promise<void>
  removeContainer(id: string): Promise<void>
  /** Limits a container that runs anew; what is left out stays. Listed containers show it in their `config.resources`. Throws when the kernel refuses (less memory than is used). */
  updateContainer(id: string, resources: ContainerConfig['resources']): Promise<void>
  listContainers(): Promise<readonly Container[]>
  /** Tells of changes soon after they happen (start, exit). Answers a function that ends it. Callers relist besides. */
  subscribe(listener: (event: RuntimeEvent) => void): () => void
  exec(id: string, options: ExecOptions): Promise<ExecSession>
  attach(id: string, options: AttachOptions): Promise<ExecSession>
  /** A byte stream to a TCP port inside the sandbox's network. */
  portForward(sandboxId: string, port: number): Promise<Duplex>
  /** Resolves to the image's id. `onProgress` gets sentences for a person. */
  pullImage(
    reference: string,
    options: {
      readonly auth?: RegistryAuth
      readonly onProgress?: (line: string) => void
      readonly signal?: AbortSignal
    },
  ): Promise<string>
  /** Undefined: not here. */
  imageStatus(reference: string): Promise<Image | undefined>
  listImages(): Promise<readonly Image[]>
  removeImage(reference: string): Promise<void>
  /** Cumulative usage of a container, for metrics and kubectl top. */
  stats(id: string): Promise<ContainerStats | undefined>
  /** Lets go of timers and handles; containers go on running. */
  close(): Promise<void>
}

export interface RuntimeStatus {
  readonly conditions: readonly {
    readonly type: 'RuntimeReady' | 'NetworkReady'
    readonly status: boolean
    readonly reason: string
    readonly message: string
  }[]
  /** What the runtime can't do here (as a user: limits; without root: a network for each pod; without nft: ports of the node that lead into pods). */
  readonly lacks: readonly ('limits' | 'podNetwork' | 'hostPorts' | 'overlay' | 'users')[]
}

export interface SandboxConfig {
  readonly name: string
  readonly namespace: string
  readonly uid: string
  /** Counts sandboxes of the same pod. */
  readonly attempt: number
  readonly hostname: string
  /** The hostname with the pod's subdomain and the cluster's domain; undefined: it has none. */
  readonly fullHostname?: string
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly network: 'pod' | 'host'
  readonly pid: 'container' | 'pod' | 'host'
  readonly ipc: 'pod' | 'host'
  readonly dns: {
    readonly servers: readonly string[]
    readonly searches: readonly string[]
    readonly options: readonly string[]
  }
  /** Absolute folder of the pod's logs; containers write `<container>/<attempt>.log` in CRI format. */
  readonly logDirectory: string
  readonly hostAliases: readonly { readonly ip: string; readonly hostnames: readonly string[] }[]
  /** Settings of the kernel in the pod's own namespaces, named with dots. */
  readonly sysctls?: readonly { readonly name: string; readonly value: string }[]
  /** Ports of the node that lead to ports of the pod while its network is up. Left out or empty: none. A runtime without pod networks leaves them out of account. */
  readonly portMappings?: readonly {
    readonly protocol: 'TCP' | 'UDP' | 'SCTP'
    readonly containerPort: number
    readonly hostPort: number
    /** An IPv4 address of the node; undefined: all of them. */
    readonly hostIP?: string
  }[]
}

export interface Sandbox {
  readonly id: string
  readonly config: SandboxConfig
  readonly state: 'ready' | 'notReady'
  /** Of the pod network; the host's for host network; empty until known. */
  readonly ips: readonly string[]
  readonly createdAtMs: number
}

export interface ContainerConfig {
  readonly name: string
  /** Counts restarts of the same container. */
  readonly attempt: number
  readonly image: string
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  /** Replaces the image's entrypoint; empty: the image's. */
  readonly command: readonly string[]
  /** Replaces the image's arguments; empty: the image's, unless `command` is given. */
  readonly args: readonly string[]
  readonly workingDirectory: string
  /** Added to the image's. */
  readonly env: readonly { readonly name: string; readonly value: string }[]
  readonly mounts: readonly Mount[]
  readonly stdin: boolean
  readonly stdinOnce: boolean
  readonly tty: boolean
  /** Relative to the sandbox's logDirectory. The runtime rotates it at 10 MiB: older ones are renamed to `<logPath>.<time>`, five files in all are kept. */
  readonly logPath: string
  readonly resources: {
    readonly cpuMillicores?: number
    readonly cpuRequestMillicores?: number
    readonly memoryBytes?: number
    readonly pids?: number
  }
  /** Id of a running container of the same sandbox whose processes it is to see, and be among. Undefined: as the sandbox says. */
  readonly pidsOf?: string
  readonly security: {
    readonly privileged: boolean
    readonly runAsUser?: number
    readonly runAsGroup?: number
    readonly runAsUserName?: string
    readonly supplementalGroups: readonly number[]
    readonly readOnlyRootFilesystem: boolean
    readonly addCapabilities: readonly string[]
    readonly dropCapabilities: readonly string[]
    readonly noNewPrivileges: boolean
  }
}

export interface Mount {
  readonly containerPath: string
  readonly hostPath: string
  readonly readOnly: boolean
  readonly propagation: 'private' | 'hostToContainer' | 'bidirectional'
}

export interface Container {
  readonly id: string
  readonly sandboxId: string
  readonly config: ContainerConfig
  readonly imageId: string
  readonly state: 'created' | 'running' | 'exited'
  readonly createdAtMs: number
  readonly startedAtMs?: number
  readonly finishedAtMs?: number
  /** 128 + signal for a killed one. */
  readonly exitCode?: number
  /** Completed, Error, OOMKilled, StartError, ContainerCannotRun ... */
  readonly reason?: string
  readonly message?: string
}

export type RuntimeEvent = {
  readonly type: 'started' | 'exited' | 'removed'
  readonly containerId: string
  readonly sandboxId: string
}

export interface ExecOptions {
  readonly command: readonly string[]
  readonly stdin: boolean
  readonly tty: boolean
}

export interface AttachOptions {
  readonly stdin: boolean
  readonly tty: boolean
}

export interface ExecSession {
  readonly stdin: Writable | undefined
  readonly stdout: Readable
  /** Undefined with a tty: all comes on stdout. */
  readonly stderr: Readable | undefined
  resize(columns: number, rows: number): void
  /** Resolves with the exit code once output is drained. */
  readonly exit: Promise<number>
  /** The client went away. */
  kill(): void
}

export interface RegistryAuth {
  readonly username: string
  readonly password: string
}

export interface Image {
  /** `sha256:...` of its configuration. */
  readonly id: string
  readonly tags: readonly string[]
  readonly digests: readonly string[]
  readonly sizeBytes: number
  /** Whom it runs as unless told otherwise, without a group: a number, a name of its own passwd, or empty for root. */
  readonly user: string
}

export interface ContainerStats {
  readonly atMs: number
  readonly cpuCoreNanoSeconds: number
  readonly memoryWorkingSetBytes: number
}

/** An error that a pod's status can show: `reason` as upstream's (ErrImagePull, ErrImageNeverPull, InvalidImageName, CreateContainerError, StartError ...). */
export class RuntimeError extends Error {
  readonly reason: string

  constructor(reason: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
