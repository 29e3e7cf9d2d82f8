/** What the scripts of a container are made from. */
import type { Tools } from '../host/tools.js'

export interface ScriptInput {
  readonly tools: Tools
  readonly isRoot: boolean
  /** The container's folder. */
  readonly folder: string
  /** The sandbox's process; its namespaces are joined. */
  readonly pausePid: number
  /** The process whose process namespace is joined, where one is. */
  readonly pidsOf: number
  readonly joins: Joins
  /** Takes the exit code. */
  readonly exitFile: string
  readonly shimGroupFiles: readonly string[]
  readonly groupFiles: readonly string[]
  readonly stdin: boolean
  readonly tty: boolean
  readonly uid: number
  /** Folders and files to be made in fresh filesystems, by their path in the container. */
  readonly lateFolders: readonly string[]
  readonly lateFiles: readonly string[]
  /** Before the mounts: what the root needs, as container/root.ts says. */
  readonly preparation: 'none' | 'stage' | 'assemble'
  readonly devTemplate: string
  /** setpriv and its options, or what stands for it. */
  readonly dropPrivileges: readonly string[]
  /** Words that start the shell which becomes the command. */
  readonly lastShell: readonly string[]
  /** Mounts lie in volumes that others may change at the same time. */
  readonly hasNestedMounts: boolean
  /** Mount points of the host that hold sh. */
  readonly shellMounts: readonly string[]
}

/** Which namespaces of its sandbox a container is in. */
export interface Joins {
  readonly network: boolean
  readonly ipc: boolean
  readonly uts: boolean
  readonly pid: PidMode
}

/** The same in nsenter's words, without the processes. */
export function joinFlags(joins: Joins, isRoot: boolean): string[] {
  return [
    ...(joins.network ? ['--net'] : []),
    ...(joins.ipc ? ['--ipc'] : []),
    ...(joins.uts ? ['--uts'] : []),
    ...(isRoot ? [] : ['--user', '--preserve-credentials']),
  ]
}

/** `new`: the command is process 1 of a namespace of its own. Otherwise others see it start, so a process outside waits for it. */
export type PidMode = 'new' | 'pod' | 'host'

/** Words of nsenter that join the process namespace of the sandbox, or of another container, for what is started next; empty where there is nothing to join. */
export function joinPidNamespace(input: Pick<ScriptInput, 'tools' | 'joins' | 'pidsOf'>): string {
  return input.joins.pid === 'pod' ? `${input.tools.nsenter} --pid=/proc/${input.pidsOf}/ns/pid --no-fork ` : ''
}
