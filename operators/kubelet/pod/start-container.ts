/** Starts one container: image, configuration, create, start, postStart hook; each failure in the words of a waiting state. */
import type { PlannedEvent } from '../../../core/operator.js'
import { RuntimeError } from '../../../plugins/runtime/contract.js'
import { containerConfig } from '../container/config.js'
import { environmentOf } from '../container/env.js'
import { runHook } from '../container/hook.js'
import { ensureImage } from '../container/image.js'
import { StartFailure } from '../container/start-failure.js'
import type { ContainerSpec } from '../shapes/index.js'
import type { Action } from './action.js'
import { nextBackoff } from './backoff.js'
import { specsOf } from './facts.js'
import type { ContainerMemory } from './observation.js'
import type { PerformerTools } from './performer.js'
import { type Lesson, aboutContainer } from './recollection.js'
import type { Step } from './tools.js'

type Start = Extract<Action, { type: 'startContainer' }>

const hookTimeoutMs = 30 * 60_000

export async function startContainer(action: Start, step: Step, tools: PerformerTools): Promise<Lesson | undefined> {
  const spec = specsOf(step.pod).find((one) => one.spec.name === action.name)?.spec
  if (!spec) return undefined
  try {
    await bringUp(spec, { action, step, tools })
    return aboutContainer(spec.name, (before) => {
      const { waiting: _, start: __, ...rest } = before
      return { ...rest, ...crashOf(action, before, tools.clock.now()) }
    })
  } catch (error) {
    if (step.signal.aborted) return undefined
    if (!(error instanceof StartFailure)) throw error
    const now = tools.clock.now()
    return aboutContainer(spec.name, (before) => {
      const start = nextBackoff(before.start, { atMs: now, now })
      const retryAtMs = error.counts === 'asRun' ? now : now + start.delayMs
      const waiting = { reason: error.reason, message: error.message, failedAtMs: now, retryAtMs }
      return { ...before, ...crashOf(action, before, now), start, waiting }
    })
  }
}

/** A restart raises the pause before the next one. */
function crashOf({ finishedAtMs }: Start, { crash }: ContainerMemory, now: number): Pick<ContainerMemory, 'crash'> {
  return finishedAtMs === undefined ? {} : { crash: nextBackoff(crash, { atMs: finishedAtMs, now }) }
}

interface Attempt {
  readonly action: Start
  readonly step: Step
  readonly tools: PerformerTools
}

async function bringUp(spec: ContainerSpec, attempt: Attempt): Promise<void> {
  const { step, tools } = attempt
  const { runtime, clock } = tools
  const tell = (event: PlannedEvent) => tools.event(step.pod, event)
  const auth = await tools.pullAuth(step.pod, spec.image ?? '')
  await ensureImage(spec, { runtime, clock, auth, signal: step.signal, tell })
  step.signal.throwIfAborted()
  if (tools.lacks.includes('limits') && spec.resources?.limits) {
    const message = `Limits of container ${spec.name} are not enforced: this node's runtime can't`
    tell({ type: 'Warning', reason: 'LimitsNotEnforced', message })
  }
  const id = await create(spec, attempt)
  tell({ type: 'Normal', reason: 'Created', message: `Created container: ${spec.name}` })
  await failingAs('RunContainerError', tell, () => runtime.startContainer(id)).catch((error) =>
    failedRun(id, error, tools),
  )
  tell({ type: 'Normal', reason: 'Started', message: `Started container ${spec.name}` })
  const hook = spec.lifecycle?.postStart
  if (!hook) return
  const podAddress = addressOf(step)
  try {
    await runHook(hook, { runtime, clock, containerId: id, spec, podAddress, timeoutMs: hookTimeoutMs })
  } catch (error) {
    const message = `PostStartHook failed: ${error instanceof Error ? error.message : error}`
    tell({ type: 'Warning', reason: 'FailedPostStartHook', message })
    await runtime.stopContainer(id, step.pod.spec.terminationGracePeriodSeconds ?? 30)
    throw new StartFailure('PostStartHookError', message, { counts: 'asRun' })
  }
}

async function create(spec: ContainerSpec, { action, step, tools }: Attempt): Promise<string> {
  const { pod } = step
  const tell = (event: PlannedEvent) => tools.event(pod, event)
  const config = await failingAs('CreateContainerConfigError', tell, async () => {
    const podIPs = step.sandbox?.ips.length ? step.sandbox.ips : (step.status.podIPs ?? []).map(({ ip }) => ip)
    const env = await environmentOf(spec, tools.envSources(pod, podIPs))
    const mounts = await tools.volumes.mountsOf(pod, spec, { attempt: action.attempt, env })
    const image = await tools.runtime.imageStatus(spec.image ?? '')
    const made = { pod, spec, attempt: action.attempt, env, mounts, imageUser: image?.user ?? '' }
    const pidsOf = spec.targetContainerName && targetOf(spec.targetContainerName, step)
    const limits = step.refusal && step.containers.find((one) => one.config.name === spec.name)?.config.resources
    return containerConfig({ ...made, ...(pidsOf ? { pidsOf } : {}), ...(limits ? { limits } : {}) })
  })
  return failingAs('CreateContainerError', tell, async () => {
    const left = step.containers.find((one) => one.config.name === spec.name && one.config.attempt === action.attempt)
    if (left) await tools.runtime.removeContainer(left.id)
    return tools.runtime.createContainer(action.sandboxId, config)
  })
}

/** The target of an ephemeral container. Throws while it doesn't run. */
function targetOf(name: string, { containers }: Step): string {
  const target = containers.find(({ config, state }) => config.name === name && state === 'running')
  if (!target) throw new Error(`target container ${JSON.stringify(name)} does not run`)
  return target.id
}

/** A start that the runtime has on record as an end is paced like a crash. */
async function failedRun(id: string, error: unknown, { runtime }: PerformerTools): Promise<never> {
  if (!(error instanceof StartFailure)) throw error
  const record = (await runtime.listContainers()).find((container) => container.id === id)
  throw new StartFailure(error.reason, error.message, { counts: record?.state === 'exited' ? 'asRun' : 'asTry' })
}

/** The pod's address as probes and hooks reach it. */
export function addressOf(step: Pick<Step, 'sandbox' | 'status'>): string {
  return step.sandbox?.ips[0] ?? step.status.podIP ?? '127.0.0.1'
}

async function failingAs<T>(reason: string, tell: (event: PlannedEvent) => void, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    const own = error instanceof RuntimeError && error.reason.startsWith('CreateContainer') ? error.reason : reason
    const message = error instanceof Error ? error.message : String(error)
    tell({ type: 'Warning', reason: 'Failed', message: `Error: ${message}` })
    throw new StartFailure(own, message, { cause: error })
  }
}
