import type { Clock } from '../../core/kit/index.js'
import { conditionOf } from '../kit/condition.js'
import type { Lease, Node } from '../kit/kinds.js'

interface Heard {
  sign: string
  atMs: number
}

/** When each node was last heard of, by this process' own monotonic clock: a clock that is wrong or jumps, here or on a node, makes nobody silent. */
export class Heartbeats {
  readonly #clock: Clock
  readonly #leases = new Map<string, Heard>()
  readonly #nodes = new Map<string, Heard>()
  readonly #missing = new Map<string, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  hear({ metadata, spec }: Lease): void {
    this.#note(this.#leases, String(metadata.name), String(spec?.renewTime))
  }

  see({ metadata, status }: Node): void {
    const name = String(metadata.name)
    this.#missing.delete(name)
    const ready = conditionOf(status?.conditions, 'Ready') as { status: string; lastHeartbeatTime?: string } | undefined
    // That it is unknown was written here.
    if (ready?.status === 'Unknown' && this.#nodes.has(name)) return
    this.#note(this.#nodes, name, `${metadata.uid} ${ready?.lastHeartbeatTime}`)
  }

  forget(name: string): void {
    this.#nodes.delete(name)
    this.#leases.delete(name)
  }

  silentMs(name: string): number {
    const heardMs = Math.max(this.#leases.get(name)?.atMs ?? 0, this.#nodes.get(name)?.atMs ?? 0)
    return this.#clock.monotonicMs() - heardMs
  }

  /** For how long a node has been missed, from the first time of asking. */
  missingMs(name: string): number {
    const now = this.#clock.monotonicMs()
    const since = this.#missing.get(name)
    if (since === undefined) this.#missing.set(name, now)
    return now - (since ?? now)
  }

  /** Only a sign that differs from the last is one. */
  #note(heard: Map<string, Heard>, name: string, sign: string): void {
    const known = heard.get(name)
    if (known?.sign === sign) return
    heard.set(name, { sign, atMs: this.#clock.monotonicMs() })
  }
}
