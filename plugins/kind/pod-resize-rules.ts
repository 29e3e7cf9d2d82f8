/** What may change through a pod's `resize` and `ephemeralcontainers` subresources (upstream's ValidatePodResize and ValidatePodEphemeralContainersUpdate, 1.36). */
import { sameJson, type StatusCause } from '../../core/meta/index.js'
import type { Container, Pod, PodSpec, ResourceRequirements } from '../../crds/generated/tokens.js'
import { forbidden, invalid, wholeObject } from './causes.js'
import { qosClassOf } from './pod-qos.js'
import { mirrorAnnotation } from './pod-spec/index.js'

type Amounts = Readonly<Record<string, string>>

/** `wrong`: what is wrong with the pod as a whole; said of pods that can be resized alone. */
export function resizeErrors(pod: Pod, old: Pod, wrong: readonly StatusCause[]): StatusCause[] {
  const { spec } = pod
  const before = old.spec
  if (!spec || !before) return [...wrong]
  if (old.metadata.annotations?.[mirrorAnnotation] !== undefined)
    return [forbidden(wholeObject, 'a mirror pod shows what its node runs: change its manifest there')]
  if (before.os?.name === 'windows')
    return [forbidden(wholeObject, 'only pods on Linux are resized, and os.name is windows')]
  const found = [...wrong]
  if ((old.status?.qosClass ?? qosClassOf(before)) !== qosClassOf(spec)) {
    // Clients match on these words.
    const why = 'Pod QOS Class may not change as a result of resizing'
    found.push(invalid('spec', old.status?.qosClass ?? '', why))
  }
  const running = old.status?.containerStatuses?.find(({ state }) => state?.running)
  if (running && !running.resources) found.push(forbidden('spec', 'the node of the pod does not resize'))
  if (isSized(spec) || isSized(before)) checkWhole(spec, before, found)
  const order = orderErrors(spec, before)
  if (order.length > 0) return [...found, ...order]
  checkContainers(spec, before, found)
  if (found.length > 0) return found
  const same = { ...spec, ...restoredLists(spec, before) }
  if (isSized(spec) || isSized(before)) same.resources = restoredWhole(spec, before)
  if (!same.resources) delete same.resources
  return sameJson(same, before) ? [] : [forbidden('spec', onlyAmounts)]
}

const onlyAmounts = 'only cpu and memory resources are mutable'

const isSized = ({ resources }: PodSpec) =>
  Object.keys(resources?.requests ?? {}).length + Object.keys(resources?.limits ?? {}).length > 0

function checkWhole(spec: PodSpec, { resources: had }: PodSpec, found: StatusCause[]): void {
  const at = 'spec.resources'
  if (had && !spec.resources) {
    found.push(forbidden(at, 'what the whole pod asks for cannot be removed'))
    return
  }
  checkRemovals(spec.resources, had, { at, found })
  if (!sameJson(restoredWhole(spec, { resources: had } as PodSpec), had)) found.push(forbidden('spec', onlyAmounts))
}

/** As it was, but for what may not change. */
function restoredWhole({ resources }: PodSpec, { resources: had }: PodSpec): ResourceRequirements | undefined {
  if (!resources) return
  const same = restored(resources, had)
  if (resources.claims) same.claims = resources.claims
  return had || Object.keys(same).length > 0 ? same : undefined
}

function orderErrors(spec: PodSpec, before: PodSpec): StatusCause[] {
  return (['containers', 'initContainers'] as const).flatMap((list) => {
    const [now, had] = [spec[list] ?? [], before[list] ?? []]
    if (now.length !== had.length) return [forbidden(`spec.${list}`, 'a resize adds and removes no containers')]
    return had.flatMap(({ name }, index) =>
      now[index]?.name === name
        ? []
        : [forbidden(`spec.${list}[${index}].name`, `${list} may not be renamed or reordered on resize`)],
    )
  })
}

function checkContainers(spec: PodSpec, before: PodSpec, found: StatusCause[]): void {
  for (const list of ['initContainers', 'containers'] as const)
    before[list]?.forEach(({ resources }, index) => {
      checkRemovals(spec[list]?.[index]?.resources, resources, { at: `spec.${list}[${index}].resources`, found })
    })
  const same = restoredLists(spec, before)
  before.containers.forEach((had, index) => {
    if (!sameJson(same.containers?.[index], had)) found.push(forbidden('spec', onlyAmounts))
  })
  before.initContainers?.forEach((had, index) => {
    const field = `spec.initContainers[${index}]`
    const now = spec.initContainers![index]!
    if (!sameJson(same.initContainers?.[index], had)) found.push(forbidden(field, onlyAmounts))
    const restarts = now.resizePolicy?.some(({ restartPolicy }) => restartPolicy === 'RestartContainer')
    if (restarts && now.restartPolicy !== 'Always' && !sameJson(now, had))
      found.push(forbidden(field, 'only sidecars can be restarted by a resize'))
  })
}

function checkRemovals(
  now: ResourceRequirements | undefined,
  old: ResourceRequirements | undefined,
  { at, found }: { readonly at: string; readonly found: StatusCause[] },
): void {
  for (const list of ['requests', 'limits'] as const) {
    const amounts = now?.[list] as Amounts | undefined
    if (Object.keys(old?.[list] ?? {}).some((name) => amounts?.[name] === undefined)) {
      found.push(forbidden(`${at}.${list}`, `resource ${list} cannot be removed`))
    }
  }
}

/** The new containers with cpu and memory as they were. */
function restoredLists(spec: PodSpec, before: PodSpec): Pick<PodSpec, 'containers' | 'initContainers'> {
  const restore = (container: Container, had: Container | undefined): Container => {
    const { resources: _, ...same } = container
    const amounts = restored(container.resources ?? {}, had?.resources)
    return had?.resources || Object.keys(amounts).length > 0 ? { ...same, resources: amounts } : same
  }
  const containers = spec.containers.map((each, index) => restore(each, before.containers[index]))
  const initContainers = spec.initContainers?.map((each, index) => restore(each, before.initContainers?.[index]))
  return { containers, ...(initContainers ? { initContainers } : {}) }
}

/** Limits and requests with cpu and memory as they were: nothing else of what is asked for is looked at here. */
function restored(resources: ResourceRequirements, had: ResourceRequirements | undefined): ResourceRequirements {
  const same: ResourceRequirements = {}
  for (const list of ['limits', 'requests'] as const) {
    const old = had?.[list] as Amounts | undefined
    const amounts: Record<string, string> = { ...(resources[list] as Amounts | undefined) }
    for (const name of ['cpu', 'memory']) {
      if (old?.[name] === undefined) delete amounts[name]
      else amounts[name] = old[name]
    }
    if (old || Object.keys(amounts).length > 0) same[list] = amounts
  }
  return same
}

export function ephemeralErrors(pod: Pod, old: Pod): StatusCause[] {
  const at = 'spec.ephemeralContainers'
  if (old.metadata.annotations?.[mirrorAnnotation] !== undefined) {
    return [forbidden(wholeObject, 'a mirror pod shows what its node runs: no container can be added')]
  }
  const now = new Map(pod.spec?.ephemeralContainers?.map((each) => [each.name, each]))
  const found = (old.spec?.ephemeralContainers ?? []).flatMap((each) => {
    const same = now.get(each.name)
    if (same && sameJson(same, each)) return []
    return [forbidden(at, `"${each.name}" stays as it was added: list it unchanged`)]
  })
  const { ephemeralContainers: _, ...rest } = pod.spec ?? ({} as PodSpec)
  const { ephemeralContainers: __, ...restBefore } = old.spec ?? ({} as PodSpec)
  if (!sameJson(rest, restBefore)) found.push(forbidden('spec', 'only ephemeralContainers may change here'))
  return found
}
