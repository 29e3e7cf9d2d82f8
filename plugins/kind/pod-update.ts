/** What an update may change of a pod's spec (upstream's ValidatePodUpdate, 1.36): little, since its containers run already. */
import { sortedMembers, writeJson } from '../../core/kit/index.js'
import { sameJson, type StatusCause } from '../../core/meta/index.js'
import type { Container, Pod, PodSpec, Toleration } from '../../crds/generated/tokens.js'
import { forbidden, invalid } from './causes.js'
import { keepNodeWishes, nodeWishErrors } from './pod-gates.js'

// Clients match on these words.
const why =
  'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,' +
  '`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)'

export function updateErrors(pod: Pod, old: Pod): StatusCause[] {
  const { spec } = pod
  const before = old.spec
  if (!spec || !before || sameJson(spec, before)) return []
  for (const list of ['containers', 'initContainers'] as const) {
    if ((spec[list]?.length ?? 0) !== (before[list]?.length ?? 0)) {
      return [forbidden(`spec.${list}`, 'a pod keeps its containers: make another pod')]
    }
  }
  const isGated = Boolean(before.schedulingGates?.length)
  const kept = withOldChanges(spec, before)
  if (isGated) keepNodeWishes(kept, before)
  return [
    ...deadlineErrors(spec, before),
    ...tolerationChangeErrors(spec.tolerations, before.tolerations),
    ...gateErrors(spec, before),
    ...(isGated ? nodeWishErrors(spec, before) : []),
    ...(sameJson(kept, before) ? [] : [forbidden('spec', why)]),
  ]
}

/** The new spec with everything that may change, or that is judged by a rule of its own, taken back: it must be the old one then. */
function withOldChanges(spec: PodSpec, before: PodSpec): PodSpec {
  const taken: PodSpec = { ...spec, containers: withOldImages(spec.containers, before.containers) ?? [] }
  const initContainers = withOldImages(spec.initContainers, before.initContainers)
  if (initContainers) taken.initContainers = initContainers
  for (const key of ['activeDeadlineSeconds', 'tolerations', 'schedulingGates'] as const) takeBack(taken, before, key)
  if (spec.terminationGracePeriodSeconds === 1 && (before.terminationGracePeriodSeconds ?? 0) < 0) {
    takeBack(taken, before, 'terminationGracePeriodSeconds')
  }
  return taken
}

function takeBack<K extends keyof PodSpec>(taken: PodSpec, before: PodSpec, key: K): void {
  if (before[key] === undefined) delete taken[key]
  else taken[key] = before[key]
}

function withOldImages(containers: readonly Container[] | undefined, before: readonly Container[] | undefined) {
  return containers?.map((container, index) => {
    const image = before?.[index]?.image
    return image === undefined ? container : { ...container, image }
  })
}

/** Tolerations stay, but for how long they last. */
function tolerationChangeErrors(now: readonly Toleration[] = [], before: readonly Toleration[] = []): StatusCause[] {
  const written = ({ tolerationSeconds: _, ...toleration }: Toleration) => writeJson(sortedMembers(toleration))
  const kept = new Set(now.map(written))
  if (before.every((each) => kept.has(written(each)))) return []
  return [forbidden('spec.tolerations', 'keep those of before: others may be added, and tolerationSeconds changed')]
}

function gateErrors({ schedulingGates: now }: PodSpec, { schedulingGates: before }: PodSpec): StatusCause[] {
  const had = new Set(before?.map(({ name }) => name))
  return (now ?? []).flatMap(({ name }, index) => {
    if (had.has(name)) return []
    const why = `"${name}" is new: gates of a pod can only be removed`
    return [forbidden(`spec.schedulingGates[${index}].name`, why)]
  })
}

function deadlineErrors(spec: PodSpec, before: PodSpec): StatusCause[] {
  const now = spec.activeDeadlineSeconds
  const then = before.activeDeadlineSeconds
  if (then === undefined || now === then) return []
  if (now === undefined) return [invalid('spec.activeDeadlineSeconds', null, `must be kept, at ${then} or less`)]
  return now < then ? [] : [invalid('spec.activeDeadlineSeconds', now, `must be ${then} or less, as before`)]
}
