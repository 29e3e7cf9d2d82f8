/** What an update may change of a pod's spec (upstream's core validation, 1.36): little, since its containers run already. */
import { sameJson, type StatusCause } from '../../core/meta/index.js'
import type { Container, Pod, PodSpec } from '../../crds/generated/tokens.js'
import { forbidden, invalid } from './causes.js'

const why =
  'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,' +
  '`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)'

export function updateErrors(pod: Pod, old: Pod): StatusCause[] {
  const { spec } = pod
  const before = old.spec
  if (!spec || !before || sameJson(spec, before)) return []
  return [
    ...deadlineErrors(spec, before),
    ...(sameJson(withOldChanges(spec, before), before) ? [] : [forbidden('spec', why)]),
  ]
}

/** The new spec with everything that may change taken back: it must be the old one then. */
function withOldChanges(spec: PodSpec, before: PodSpec): PodSpec {
  const taken: PodSpec = {
    ...spec,
    containers: withOldImages(spec.containers, before.containers) ?? [],
  }
  const initContainers = withOldImages(spec.initContainers, before.initContainers)
  const takeBack = <K extends keyof PodSpec>(key: K) => {
    if (before[key] === undefined) delete taken[key]
    else taken[key] = before[key]
  }
  if (initContainers) taken.initContainers = initContainers
  takeBack('activeDeadlineSeconds')
  if (addsOnly(spec.tolerations, before.tolerations)) takeBack('tolerations')
  if (spec.terminationGracePeriodSeconds === 1 && (before.terminationGracePeriodSeconds ?? 0) < 0)
    takeBack('terminationGracePeriodSeconds')
  if (addsOnly(before.schedulingGates, spec.schedulingGates)) takeBack('schedulingGates')
  if (before.schedulingGates?.length)
    for (const key of ['nodeSelector', 'affinity'] as const) if (before[key] === undefined) delete taken[key]
  return taken
}

function withOldImages(containers: readonly Container[] | undefined, before: readonly Container[] | undefined) {
  return containers?.map((container, index) => {
    const image = before?.[index]?.image
    return image === undefined ? container : { ...container, image }
  })
}

/** Everything of `less` is in `more`, as it was. */
const addsOnly = (more: readonly object[] = [], less: readonly object[] = []) =>
  less.every((item) => more.some((other) => sameJson(item, other)))

function deadlineErrors(spec: PodSpec, before: PodSpec): StatusCause[] {
  const now = spec.activeDeadlineSeconds
  const then = before.activeDeadlineSeconds
  if (then === undefined || now === then) return []
  if (now === undefined)
    return [invalid('spec.activeDeadlineSeconds', null, 'must not update from a positive integer to nil value')]
  return now < then ? [] : [invalid('spec.activeDeadlineSeconds', now, 'must be less than or equal to previous value')]
}
