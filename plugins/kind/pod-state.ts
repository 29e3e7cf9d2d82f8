/** What `kubectl get pods` says of a pod's containers: ready, status, restarts (facts of upstream's printers, 1.36). */
import { age } from '../../core/meta/index.js'
import type { ContainerStatus, Pod } from '../../crds/generated/tokens.js'

export interface PodState {
  readonly ready: number
  readonly total: number
  /** `Running`, `CrashLoopBackOff`, `Init:0/2`, `Terminating` ... */
  readonly status: string
  readonly restarts: number
  /** When a container was last started again. */
  readonly lastRestart: string | undefined
}

export function podState(pod: Pod): PodState {
  const sidecars = new Set((pod.spec?.initContainers ?? []).filter(isSidecar).map((container) => container.name))
  const init = initState(pod, sidecars)
  const begun = !init.reason || hasCondition(pod, 'Initialized')
  const main = begun ? mainState(pod) : undefined
  const counted = begun ? [...init.sidecars, ...main!.statuses] : init.statuses
  return {
    ready: init.ready + (main?.ready ?? 0),
    total: (pod.spec?.containers ?? []).length + sidecars.size,
    status: deletionStatus(pod) ?? settled(pod, main) ?? init.reason ?? phaseOf(pod),
    restarts: counted.reduce((sum, status) => sum + (status.restartCount ?? 0), 0),
    lastRestart: latest(counted),
  }
}

/** `3 (5m ago)`. */
export function restartsText({ restarts, lastRestart }: PodState, now: number): string {
  return restarts && lastRestart ? `${restarts} (${age(lastRestart, now)} ago)` : String(restarts)
}

const isSidecar = (container: { readonly restartPolicy?: string }) => container.restartPolicy === 'Always'

interface InitState {
  /** Undefined when every init container is done. */
  readonly reason: string | undefined
  readonly ready: number
  readonly sidecars: readonly ContainerStatus[]
  readonly statuses: readonly ContainerStatus[]
}

/** Goes over the init containers up to the first that is not done. */
function initState(pod: Pod, sidecars: ReadonlySet<string>): InitState {
  const all = pod.status?.initContainerStatuses ?? []
  let ready = 0
  for (const [index, status] of all.entries()) {
    if (status.state?.terminated?.exitCode === 0) continue
    if (sidecars.has(status.name) && status.started) {
      if (status.ready) ready++
      continue
    }
    const seen = all.slice(0, index + 1)
    const reason = initReason(status) ?? `Init:${index}/${(pod.spec?.initContainers ?? []).length}`
    return { reason, ready, statuses: seen, sidecars: seen.filter(({ name }) => sidecars.has(name)) }
  }
  return { reason: undefined, ready, statuses: all, sidecars: all.filter(({ name }) => sidecars.has(name)) }
}

function initReason({ state }: ContainerStatus): string | undefined {
  if (state?.terminated) return `Init:${terminatedReason(state.terminated)}`
  const waiting = state?.waiting?.reason
  return waiting && waiting !== 'PodInitializing' ? `Init:${waiting}` : undefined
}

interface MainState {
  readonly reason: string | undefined
  readonly ready: number
  readonly statuses: readonly ContainerStatus[]
}

/** The first container that has something to say says it. */
function mainState(pod: Pod): MainState {
  const statuses = pod.status?.containerStatuses ?? []
  const reasons = statuses.map(containerReason)
  const ready = statuses.filter((status, index) => !reasons[index] && status.ready && status.state?.running).length
  return { reason: reasons.find(Boolean), ready, statuses }
}

function containerReason({ state }: ContainerStatus): string | undefined {
  if (state?.waiting?.reason) return state.waiting.reason
  return state?.terminated ? terminatedReason(state.terminated) : undefined
}

function terminatedReason({
  reason,
  signal,
  exitCode,
}: {
  reason?: string
  signal?: number
  exitCode?: number
}): string {
  return reason || (signal ? `Signal:${signal}` : `ExitCode:${exitCode ?? 0}`)
}

/** One container done while another runs: the pod runs, or is not ready. */
function settled(pod: Pod, main: MainState | undefined): string | undefined {
  const reason = main?.reason ?? (main ? basic(pod) : undefined)
  if (reason !== 'Completed' || !main?.ready) return main?.reason
  return hasCondition(pod, 'Ready') ? 'Running' : 'NotReady'
}

function deletionStatus(pod: Pod): string | undefined {
  if (!pod.metadata.deletionTimestamp) return undefined
  if (pod.status?.reason === 'NodeLost') return 'Unknown'
  return pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed' ? undefined : 'Terminating'
}

const phaseOf = (pod: Pod): string => {
  const gated = pod.status?.conditions?.some(
    ({ type, reason }) => type === 'PodScheduled' && reason === 'SchedulingGated',
  )
  return gated ? 'SchedulingGated' : basic(pod)
}

const basic = (pod: Pod) => pod.status?.reason || pod.status?.phase || ''

const hasCondition = (pod: Pod, wanted: string) =>
  Boolean(pod.status?.conditions?.some(({ type, status }) => type === wanted && status === 'True'))

function latest(statuses: readonly ContainerStatus[]): string | undefined {
  const times = statuses.map((status) => status.lastState?.terminated?.finishedAt).filter((time) => time !== undefined)
  return times.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1)
}
