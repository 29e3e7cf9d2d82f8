/** Makes a container's image be here, as its pull policy says. */
import type { PlannedEvent } from '../../../core/operator.js'
import type { Clock } from '../../../core/kit/index.js'
import { type ContainerRuntime, type RegistryAuth, RuntimeError } from '../../../plugins/runtime/contract.js'
import type { ContainerSpec } from '../shapes/index.js'
import { StartFailure } from './start-failure.js'

export interface ImageTools {
  readonly runtime: ContainerRuntime
  readonly clock: Clock
  readonly auth: RegistryAuth | undefined
  readonly signal: AbortSignal
  tell(event: PlannedEvent): void
}

/** Or a digest. */
const hasTag = (reference: string): boolean => /:./.test(reference.slice(reference.lastIndexOf('/') + 1))

/** Throws a StartFailure (ErrImagePull, ErrImageNeverPull, InvalidImageName), told as events already. */
export async function ensureImage(spec: ContainerSpec, tools: ImageTools): Promise<void> {
  const reference = spec.image ?? ''
  const policy =
    spec.imagePullPolicy ?? (hasTag(reference) && !reference.endsWith(':latest') ? 'IfNotPresent' : 'Always')
  const present = await tools.runtime.imageStatus(reference).catch((error: unknown) => {
    throw nameFailure(reference, error, tools)
  })
  if (present && policy !== 'Always') {
    tools.tell(normal('Pulled', `Container image "${reference}" already present on machine`))
    return
  }
  if (policy === 'Never') {
    const message = `Container image "${reference}" is not present with pull policy of Never`
    tools.tell({ type: 'Warning', reason: 'ErrImageNeverPull', message })
    throw new StartFailure('ErrImageNeverPull', message)
  }
  await pull(reference, tools)
}

async function pull(reference: string, tools: ImageTools): Promise<void> {
  tools.tell(normal('Pulling', `Pulling image "${reference}"`))
  const startedMs = tools.clock.monotonicMs()
  try {
    const { auth, signal } = tools
    await tools.runtime.pullImage(reference, { signal, ...(auth ? { auth } : {}) })
  } catch (error) {
    if (tools.signal.aborted) throw error
    throw pullFailure(reference, error, tools)
  }
  const seconds = Math.round(tools.clock.monotonicMs() - startedMs) / 1000
  const image = await tools.runtime.imageStatus(reference)
  const size = image ? ` Image size: ${image.sizeBytes} bytes.` : ''
  tools.tell(
    normal('Pulled', `Successfully pulled image "${reference}" in ${seconds}s (${seconds}s including waiting).${size}`),
  )
}

/** A reference that is none gets as far as the question whether it is here. */
function nameFailure(reference: string, error: unknown, tools: ImageTools): unknown {
  if (!(error instanceof RuntimeError && error.reason === 'InvalidImageName')) return error
  const message = `Failed to apply default image tag "${reference}": ${error.message}`
  tools.tell({ type: 'Warning', reason: 'InspectFailed', message })
  tools.tell({ type: 'Warning', reason: 'Failed', message: 'Error: InvalidImageName' })
  return new StartFailure('InvalidImageName', message)
}

function pullFailure(reference: string, error: unknown, tools: ImageTools): StartFailure {
  const reason =
    error instanceof RuntimeError && error.reason === 'InvalidImageName' ? 'InvalidImageName' : 'ErrImagePull'
  const why = error instanceof Error ? error.message : String(error)
  const message = why.startsWith('failed to pull') ? why : `failed to pull and unpack image "${reference}": ${why}`
  tools.tell({ type: 'Warning', reason: 'Failed', message: `Failed to pull image "${reference}": ${why}` })
  tools.tell({ type: 'Warning', reason: 'Failed', message: `Error: ${reason}` })
  return new StartFailure(reason, message)
}

const normal = (reason: string, message: string): PlannedEvent => ({ type: 'Normal', reason, message })
