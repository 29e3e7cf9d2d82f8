/** A process that owns a runtime, to be killed by tests: runs the containers it is told of, says their ids, and goes on until then. */
import { systemClock, systemRandom, silentLog } from '../../core/kit/index.js'
import type { ContainerConfig, SandboxConfig } from '../../plugins/runtime/contract.js'
import { openProcessRuntime, type ProcessRuntimeOptions } from '../../plugins/runtime/process/index.js'

export interface OwnerInput {
  readonly options: Pick<ProcessRuntimeOptions, 'dataDir' | 'nodeName' | 'podCidr' | 'bridge'>
  readonly sandbox: SandboxConfig
  readonly containers: readonly ContainerConfig[]
}

export interface OwnerOutput {
  readonly sandbox: string
  readonly containers: readonly string[]
}

const input = JSON.parse(process.argv[2] ?? 'null') as OwnerInput | null
if (input) {
  const runtime = await openProcessRuntime({
    ...input.options,
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
  })
  const sandbox = await runtime.runPodSandbox(input.sandbox)
  const containers: string[] = []
  for (const config of input.containers) {
    const id = await runtime.createContainer(sandbox, config)
    await runtime.startContainer(id)
    containers.push(id)
  }
  console.log(JSON.stringify({ sandbox, containers } satisfies OwnerOutput))
  setInterval(() => {}, 1_000_000)
}
