/** Carries out decided steps: the thin edge between a pod's decisions and the runtime, the file system and the API. */
import type { Clock } from '../../../core/kit/index.js'
import type { PlannedEvent } from '../../../core/operator.js'
import type {
  ContainerRuntime,
  Mount,
  RegistryAuth,
  RuntimeStatus,
  SandboxConfig,
} from '../../../plugins/runtime/contract.js'
import type { EnvSources } from '../container/env.js'
import type { NodeSettings } from '../node-settings.js'
import type { ContainerSpec, Pod } from '../shapes/index.js'
import type { Action } from './action.js'
import { nextBackoff, setupPace } from './backoff.js'
import { aboutContainer, type Lesson } from './recollection.js'
import { sandboxConfig } from './sandbox-config.js'
import { startContainer } from './start-container.js'
import { stopContainer } from './stop-container.js'
import type { Step } from './tools.js'

const resizeRetryMs = 10_000

export interface PerformerTools {
  readonly runtime: ContainerRuntime
  readonly clock: Clock
  readonly settings: NodeSettings
  readonly hostname: string
  readonly hostDns: SandboxConfig['dns']
  readonly volumes: PodVolumes
  readonly lacks: RuntimeStatus['lacks']
  /** What a container's environment is made from. */
  envSources(pod: Pod, podIPs: readonly string[]): EnvSources
  pullAuth(pod: Pod, image: string): Promise<RegistryAuth | undefined>
  event(pod: Pod, event: PlannedEvent): void
  /** Asks the API to delete the object now, if it still has this uid. */
  deletePod(pod: Pod): Promise<void>
}

/** The volumes of pods on this node. */
export interface PodVolumes {
  /** Idempotent. Throws a VolumeError in words for an event. */
  mount(pod: Pod): Promise<void>
  /** Idempotent; also takes away the pod's folder. */
  unmount(pod: Pod): Promise<void>
  /** The mounts of one container; `release` when it has been started. */
  mountsOf(
    pod: Pod,
    spec: ContainerSpec,
    start: { readonly attempt: number; readonly env: ReadonlyMap<string, string> },
  ): Promise<readonly Mount[]>
}

export class Performer {
  readonly #tools: PerformerTools

  constructor(tools: PerformerTools) {
    this.#tools = tools
  }

  async perform(action: Action, step: Step): Promise<Lesson | undefined> {
    const { runtime, volumes } = this.#tools
    switch (action.type) {
      case 'mountVolumes':
        return this.#setUp(step, 'FailedMount', async () => volumes.mount(step.pod).then(() => 'mounted' as const))
      case 'unmountVolumes':
        await volumes.unmount(step.pod)
        return (before) => ({ ...before, volumes: 'absent' })
      case 'createSandbox':
        return this.#setUp(step, 'FailedCreatePodSandBox', () => this.#createSandbox(action.attempt, step))
      case 'stopSandbox':
        await runtime.stopPodSandbox(action.id)
        return undefined
      case 'removeSandbox':
        await runtime.removePodSandbox(action.id)
        return undefined
      case 'startContainer':
        return startContainer(action, step, this.#tools)
      case 'stopContainer':
        await stopContainer(action, step, this.#tools)
        return undefined
      case 'resizeContainer':
        return this.#resize(action, step)
      case 'removeContainer':
        await runtime.removeContainer(action.id)
        return undefined
      case 'deletePod':
        await this.#tools.deletePod(step.pod)
        return (before) => ({ ...before, deleted: true })
    }
  }

  async #resize({ name, id, limits }: Extract<Action, { type: 'resizeContainer' }>, { pod }: Step): Promise<Lesson> {
    const { runtime, clock, event } = this.#tools
    try {
      await runtime.updateContainer(id, limits)
      event(pod, {
        type: 'Normal',
        reason: 'ResizeCompleted',
        message: `Container ${name} has the amounts of its spec`,
      })
      return aboutContainer(name, ({ resize: _, ...before }) => before)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      const message = `Container ${name} can't be resized: ${why}`
      event(pod, { type: 'Warning', reason: 'ResizeError', message })
      return aboutContainer(name, (before) => ({
        ...before,
        resize: { message, retryAtMs: clock.now() + resizeRetryMs },
      }))
    }
  }

  async #createSandbox(attempt: number, { pod }: Step): Promise<undefined> {
    await this.#tools.runtime.runPodSandbox(sandboxConfig(pod, attempt, this.#tools))
  }

  /** A pod-wide step: its failure is told as an event and tried again, ever later. */
  async #setUp(step: Step, reason: string, run: () => Promise<'mounted' | undefined>): Promise<Lesson> {
    try {
      const volumes = await run()
      return ({ podFailure: _, ...before }) => ({ ...before, volumes: volumes ?? before.volumes })
    } catch (error) {
      const now = this.#tools.clock.now()
      const why = error instanceof Error ? error.message : String(error)
      const message = reason === 'FailedMount' ? why : `Failed to create pod sandbox: ${why}`
      this.#tools.event(step.pod, { type: 'Warning', reason, message })
      return (before) => {
        const backoff = nextBackoff(before.podFailure?.backoff, { atMs: now, now }, setupPace)
        return { ...before, podFailure: { backoff, retryAtMs: now + backoff.delayMs } }
      }
    }
  }
}
