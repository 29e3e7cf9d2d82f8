/** Starts and stops the probes of one pod's containers as they come and go. */
import type { Clock } from '../../../core/kit/index.js'
import type { PlannedEvent } from '../../../core/operator.js'
import type { ContainerRuntime } from '../../../plugins/runtime/contract.js'
import { type ContainerFacts, factsOf, isRunning } from '../pod/facts.js'
import type { PodObservation, ProbeMemory } from '../pod/observation.js'
import { ContainerProbes } from './container-probes.js'

export interface PodProbesOptions {
  readonly runtime: ContainerRuntime
  readonly clock: Clock
  learn(name: string, memory: ProbeMemory): void
  tell(event: PlannedEvent): void
}

export class PodProbes {
  readonly #options: PodProbesOptions
  readonly #running = new Map<string, ContainerProbes>()

  constructor(options: PodProbesOptions) {
    this.#options = options
  }

  /** A pod that is ending is not probed any more. */
  follow(observation: PodObservation, isEnding: boolean): void {
    const probed = isEnding ? [] : factsOf(observation).filter((one) => isRunning(one) && hasProbes(one))
    const ids = new Set(probed.map((one) => one.current?.id ?? ''))
    for (const [id, probes] of this.#running) {
      if (ids.has(id)) continue
      probes.stop()
      this.#running.delete(id)
    }
    for (const one of probed) if (!this.#running.has(one.current?.id ?? '')) this.#begin(one, observation)
  }

  stop(): void {
    for (const probes of this.#running.values()) probes.stop()
    this.#running.clear()
  }

  #begin({ spec, current, memory }: ContainerFacts, { sandboxes, reported }: PodObservation): void {
    if (!current) return
    const { runtime, clock } = this.#options
    const podAddress = sandboxes[0]?.ips[0] ?? reported.podIP ?? '127.0.0.1'
    const probes = new ContainerProbes({
      target: { runtime, clock, containerId: current.id, spec, podAddress },
      startedAtMs: current.startedAtMs ?? clock.now(),
      ...(memory.probe?.containerId === current.id ? { known: memory.probe } : {}),
      learn: (learned) => this.#options.learn(spec.name, learned),
      tell: this.#options.tell,
    })
    this.#running.set(current.id, probes)
  }
}

function hasProbes({ spec }: ContainerFacts): boolean {
  return Boolean(spec.startupProbe ?? spec.livenessProbe ?? spec.readinessProbe)
}
