/** What may change through a pod's `resize` and `ephemeralcontainers` subresources (upstream's ValidatePodResize and ValidatePodEphemeralContainersUpdate, 1.36). */
import { sameJson, type StatusCause } from '../../core/meta/index.js'
import type { Container, Pod, PodSpec, ResourceRequirements } from '../../crds/generated/tokens.js'
import { forbidden, invalid } from './causes.js'
import { qosClassOf } from './pod-qos.js'
import { mirrorAnnotation } from './pod-spec/index.js'

type Amounts = Readonly<Record<string, string>>

export function resizeErrors(pod: Pod, old: Pod): StatusCause[] {
  const { spec } = pod
  const before = old.spec
  if (!spec || !before) return []
  if (old.metadata.annotations?.[mirrorAnnotation] !== undefined)
    return [forbidden('', 'static pods cannot be resized')]
  if (before.os?.name === 'windows') return [forbidden('', 'windows pods cannot be resized')]
  const found: StatusCause[] = []
  if ((old.status?.qosClass ?? qosClassOf(before)) !== qosClassOf(spec)) {
    const why = 'Pod QOS Class may not change as a result of resizing'
    found.push(invalid('spec', old.status?.qosClass ?? '', why))
  }
  before.containers.forEach((container, index) => {
    checkRemovals(spec.containers?.[index], container, { at: `spec.containers[${index}].resources`, found })
  })
  before.initContainers?.forEach((container, index) => {
    if (container.restartPolicy !== 'Always') return
    checkRemovals(spec.initContainers?.[index], container, { at: `spec.initContainers[${index}].resources`, found })
  })
  if (!sameJson(withOldAmounts(spec, before), before)) {
    found.push(forbidden('spec', 'only cpu and memory resources are mutable'))
  }
  return found
}

function checkRemovals(
  now: Container | undefined,
  old: Container,
  { at, found }: { readonly at: string; readonly found: StatusCause[] },
): void {
  for (const list of ['requests', 'limits'] as const) {
    const amounts = now?.resources?.[list] as Amounts | undefined
    if (Object.keys(old.resources?.[list] ?? {}).some((name) => amounts?.[name] === undefined)) {
      found.push(forbidden(`${at}.${list}`, `resource ${list} cannot be removed`))
    }
  }
}

/** The new spec with cpu and memory, and what changing them takes, as they were. */
function withOldAmounts(spec: PodSpec, before: PodSpec): PodSpec {
  const restore = (container: Container, had: Container | undefined) => (had ? restored(container, had) : container)
  const containers = spec.containers?.map((container, index) => restore(container, before.containers[index])) ?? []
  const initContainers = spec.initContainers?.map((container, index) => {
    const had = before.initContainers?.[index]
    return restore(container, had?.restartPolicy === 'Always' ? had : undefined)
  })
  return { ...spec, containers, ...(initContainers ? { initContainers } : {}) }
}

function restored(container: Container, had: Container): Container {
  const resources: ResourceRequirements = { ...container.resources }
  for (const list of ['limits', 'requests'] as const) {
    const old = had.resources?.[list] as Amounts | undefined
    const amounts: Record<string, string> = { ...(resources[list] as Amounts | undefined) }
    for (const name of ['cpu', 'memory']) {
      if (old?.[name] === undefined) delete amounts[name]
      else amounts[name] = old[name]
    }
    if (old || Object.keys(amounts).length > 0) resources[list] = amounts
    else delete resources[list]
  }
  const same: Container = { ...container }
  if (had.resources || Object.keys(resources).length > 0) same.resources = resources
  else delete same.resources
  return same
}

export function ephemeralErrors(pod: Pod, old: Pod): StatusCause[] {
  const at = 'spec.ephemeralContainers'
  if (old.metadata.annotations?.[mirrorAnnotation] !== undefined) {
    return [forbidden('', 'static pods do not support ephemeral containers')]
  }
  const now = pod.spec?.ephemeralContainers ?? []
  const found = (old.spec?.ephemeralContainers ?? []).flatMap((each) => {
    const same = now.find(({ name }) => name === each.name)
    if (!same) return [forbidden(at, `existing ephemeral containers "${each.name}" may not be removed`)]
    return sameJson(same, each)
      ? []
      : [forbidden(at, `existing ephemeral containers "${each.name}" may not be changed`)]
  })
  const { ephemeralContainers: _, ...rest } = pod.spec ?? ({} as PodSpec)
  const { ephemeralContainers: __, ...restBefore } = old.spec ?? ({} as PodSpec)
  if (!sameJson(rest, restBefore)) found.push(forbidden('spec', 'only ephemeralContainers may change here'))
  return found
}
