/** The probes of one running container: startup first, then liveness and readiness, each at its own pace. */
import type { Timer } from '../../../core/kit/index.js'
import type { PlannedEvent } from '../../../core/operator.js'
import type { ProbeMemory } from '../pod/observation.js'
import type { Probe } from '../shapes/index.js'
import { type ProbeTarget, runProbe } from './run-probe.js'
import { type Tally, count } from './tally.js'

export interface ContainerProbesOptions {
  readonly target: ProbeTarget
  readonly startedAtMs: number
  /** As it is known from before, when the container is adopted. */
  readonly known?: ProbeMemory
  /** Called when what is known has changed. */
  learn(memory: ProbeMemory): void
  tell(event: PlannedEvent): void
}

type Role = 'Startup' | 'Liveness' | 'Readiness'

export class ContainerProbes {
  readonly #options: ContainerProbesOptions
  readonly #timers = new Map<Role, Timer>()
  #memory: ProbeMemory
  #stopped = false

  constructor(options: ContainerProbesOptions) {
    this.#options = options
    const { spec, containerId } = options.target
    this.#memory = options.known ?? { containerId, started: !spec.startupProbe, ready: !spec.readinessProbe }
    if (spec.startupProbe && !this.#memory.started) this.#begin('Startup', spec.startupProbe)
    else this.#begun()
  }

  stop(): void {
    this.#stopped = true
    for (const timer of this.#timers.values()) timer.cancel()
  }

  #begun(): void {
    const { livenessProbe, readinessProbe } = this.#options.target.spec
    if (livenessProbe) this.#begin('Liveness', livenessProbe)
    if (readinessProbe) this.#begin('Readiness', readinessProbe)
  }

  #begin(role: Role, probe: Probe): void {
    const { clock } = this.#options.target
    const notBefore = this.#options.startedAtMs + (probe.initialDelaySeconds ?? 0) * 1000
    this.#schedule(role, probe, { tally: { successes: 0, failures: 0 }, delayMs: Math.max(0, notBefore - clock.now()) })
  }

  #schedule(role: Role, probe: Probe, next: { readonly tally: Tally; readonly delayMs: number }): void {
    if (this.#stopped) return
    const { clock } = this.#options.target
    this.#timers.set(
      role,
      clock.after(next.delayMs, () => void this.#once(role, probe, next.tally)),
    )
  }

  async #once(role: Role, probe: Probe, before: Tally): Promise<void> {
    const { target, tell } = this.#options
    const startedMs = target.clock.monotonicMs()
    const failure = await runProbe(probe, target)
    if (this.#stopped) return
    if (failure !== undefined)
      tell({ type: 'Warning', reason: 'Unhealthy', message: `${role} probe failed: ${failure}` })
    const { tally, verdict } = count(before, failure === undefined, probe)
    if (verdict === 'passed') this.#pass(role)
    else if (verdict === 'failed') this.#fail(role, probe)
    if (role === 'Startup' && this.#memory.started) return
    const delayMs = (probe.periodSeconds ?? 10) * 1000 - (target.clock.monotonicMs() - startedMs)
    this.#schedule(role, probe, { tally, delayMs: Math.max(0, delayMs) })
  }

  #pass(role: Role): void {
    if (role === 'Readiness') this.#learn({ ...this.#memory, ready: true })
    if (role !== 'Startup') return
    this.#learn({ ...this.#memory, started: true })
    this.#begun()
  }

  #fail(role: Role, probe: Probe): void {
    if (role === 'Readiness') {
      this.#learn({ ...this.#memory, ready: false })
      return
    }
    const message = `Container ${this.#options.target.spec.name} failed ${role.toLowerCase()} probe, will be restarted`
    const graceSeconds = probe.terminationGracePeriodSeconds
    this.#learn({ ...this.#memory, failed: { message, ...(graceSeconds === undefined ? {} : { graceSeconds }) } })
  }

  #learn(memory: ProbeMemory): void {
    const isNew = memory.started !== this.#memory.started || memory.ready !== this.#memory.ready || memory.failed
    this.#memory = memory
    if (isNew) this.#options.learn(memory)
  }
}
