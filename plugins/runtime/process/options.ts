/** What the embedded runtime is told. */
import type { Clock, Log, Random } from '../../../core/kit/index.js'

export interface ProcessRuntimeOptions {
  /** Holds `runtime/` and `images/`. Made when missing; must not be shared with another node at the same time. */
  readonly dataDir: string
  readonly nodeName: string
  /** The node's range of pod addresses, such as 10.88.0.0/24. */
  readonly podCidr: string
  /** The bridge's name, at most 15 characters. Left out: operon0, or the next number that is free. */
  readonly bridge?: string
  readonly version?: string
  /** `never`: copies images instead, as on a kernel that allows no overlay. Left out: tries. */
  readonly overlay?: 'never'
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}
