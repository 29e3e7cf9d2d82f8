/** Lifecycle hooks: postStart and preStop, by exec, HTTP GET or sleep. */
import { type Clock, sleep } from '../../../core/kit/index.js'
import type { ContainerRuntime } from '../../../plugins/runtime/contract.js'
import { httpGet } from '../probe/http-get.js'
import { runCommand } from '../probe/run-command.js'
import type { ContainerSpec, LifecycleHook } from '../shapes/index.js'

export interface HookTarget {
  readonly runtime: ContainerRuntime
  readonly clock: Clock
  readonly containerId: string
  readonly spec: ContainerSpec
  readonly podAddress: string
  readonly timeoutMs: number
}

/** Throws, in words for an event, when the hook fails or takes longer than `timeoutMs`. */
export async function runHook(hook: LifecycleHook, target: HookTarget): Promise<void> {
  const { runtime, clock, containerId, timeoutMs } = target
  if (hook.exec) {
    const command = hook.exec.command ?? []
    const { exitCode, output } = await runCommand({ runtime, clock, containerId, command, timeoutMs })
    if (exitCode !== 0) throw new Error(`command '${command.join(' ')}' exited with ${exitCode}: ${output}`)
  } else if (hook.httpGet) {
    await httpGet(hook.httpGet, { ...target })
  } else if (hook.sleep) {
    await sleep(clock, Math.min(hook.sleep.seconds * 1000, timeoutMs))
  } else {
    throw new Error('the hook has an action that is not supported')
  }
}
