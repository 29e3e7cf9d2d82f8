/** What the runtime knows of the machine it runs on; handed to every part of it. */
import type { Clock, Log, Random } from '../../../../core/kit/index.js'
import type { Cgroups } from '../cgroup/cgroups.js'
import type { RuntimePaths } from '../state/paths.js'
import type { Tools } from './tools.js'

export interface Host {
  readonly isRoot: boolean
  readonly tools: Tools
  readonly bootId: string
  readonly paths: RuntimePaths
  /** Mount points that hold sh and could be written by a container's root. */
  readonly shellMounts: readonly string[]
  /** Undefined: no limits here. */
  readonly cgroups: Cgroups | undefined
  /** Whether the kernel lets us mount an overlay. */
  readonly hasOverlay: boolean
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}
