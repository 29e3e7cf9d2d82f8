/** Stops one container: preStop hook within the grace period, then the runtime's stop with what is left of it. */
import { runHook } from '../container/hook.js'
import type { Action } from './action.js'
import { specsOf } from './facts.js'
import type { PerformerTools } from './performer.js'
import { addressOf } from './start-container.js'
import type { Step } from './tools.js'

/** The least that a container gets after its hook. */
const leastSeconds = 2

export async function stopContainer(
  action: Extract<Action, { type: 'stopContainer' }>,
  step: Step,
  tools: PerformerTools,
): Promise<void> {
  tools.event(step.pod, { type: 'Normal', reason: 'Killing', message: action.message })
  const left = await afterPreStop(action, step, tools)
  await tools.runtime.stopContainer(action.id, left)
}

/** What is left of the grace period after the hook. */
async function afterPreStop(
  action: Extract<Action, { type: 'stopContainer' }>,
  step: Step,
  tools: PerformerTools,
): Promise<number> {
  const spec = specsOf(step.pod).find((one) => one.spec.name === action.name)?.spec
  const hook = spec?.lifecycle?.preStop
  if (!spec || !hook || action.graceSeconds <= 0) return action.graceSeconds
  const { runtime, clock } = tools
  const startedMs = clock.monotonicMs()
  try {
    const timeoutMs = action.graceSeconds * 1000
    await runHook(hook, { runtime, clock, containerId: action.id, spec, podAddress: addressOf(step), timeoutMs })
  } catch (error) {
    const message = `PreStopHook failed: ${error instanceof Error ? error.message : error}`
    tools.event(step.pod, { type: 'Warning', reason: 'FailedPreStopHook', message })
  }
  const spent = Math.round((clock.monotonicMs() - startedMs) / 1000)
  return Math.max(leastSeconds, action.graceSeconds - spent)
}
