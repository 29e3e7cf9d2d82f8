/** What a container of the fake runtime does with its life. */
import type { ContainerConfig } from '../contract.js'

export interface FakeLife {
  /** Ends by itself after this long; left out: runs until it is stopped. */
  readonly runsMs?: number
  /** When it ends by itself; 0 when left out. */
  readonly exitCode?: number
  /** The command can't be started, for this reason. */
  readonly startError?: string
  /** Stays when asked to stop, until it is killed. */
  readonly ignoresStop?: boolean
  /** What it has written, appended to its log in CRI format when it starts. */
  readonly prints?: readonly string[]
  /** Answers a command run in it; left out: the command itself on stdout, exit code 0. */
  exec?(command: readonly string[]): { readonly stdout?: string; readonly stderr?: string; readonly exitCode: number }
}

/** Decides the life of each container from its configuration. */
export type Behaviour = (config: ContainerConfig) => FakeLife
