/** Pods: what their definition can't say. */
import { type StatusCause, sameJson, timestamp } from '../../core/meta/index.js'
import type { KindContext } from '../../core/registry/contract.js'
import { type Container, Pod, type PodSpec } from '../../crds/generated/tokens.js'
import { mismatchErrors, takeProfiles } from './app-armor.js'
import { forbidden, required } from './causes.js'
import { dropGated, dropGatedReports } from './gated-fields.js'
import { mergeLabelKeys } from './label-keys.js'
import { fillPodAmounts, qosClassOf } from './pod-qos.js'
import { ephemeralErrors, resizeErrors } from './pod-resize-rules.js'
import {
  annotationChangeErrors,
  isUnlooked,
  mirrorAnnotation,
  podAnnotationErrors,
  podSpecErrors,
} from './pod-spec/index.js'
import { podState, restartsText } from './pod-state.js'
import { keepGenerations, statusErrors } from './pod-status-rules.js'
import { updateErrors } from './pod-update.js'
import { nameWarnings, podWarnings } from './pod-warnings/index.js'
import { addressWarnings } from './rules/address-warning.js'
import { prefixErrors } from './rules/name-prefix.js'
import { kindPlugin } from './typed-plugin.js'

/** What its row says of a pod that runs no more, by phase. */
const ended: ReadonlyMap<string, string> = new Map([
  ['Succeeded', 'all of its containers ended as they should'],
  ['Failed', 'a container of it failed, or it was ended from outside'],
])

export const podKind = kindPlugin(Pod, {
  overlooks: isUnlooked,
  fill(pod) {
    if (pod.spec?.resources) fillPodAmounts(pod.spec)
  },
  prepare(pod, old, { operation, subresource, now, warn }) {
    if (!pod.spec) return
    dropGated(pod.spec, old?.spec)
    // Upstream reads it so, of pods and not of templates.
    if ((pod.spec.terminationGracePeriodSeconds ?? 0) < 0) pod.spec.terminationGracePeriodSeconds = 1
    if (!old) {
      mergeLabelKeys(pod)
      takeProfiles(pod, warn)
      pod.status = { phase: 'Pending', qosClass: qosClassOf(pod.spec) }
      if (pod.spec.schedulingGates?.length) pod.status.conditions = [gated(now())]
      return
    }
    if (operation === 'statusUpdate') {
      keepClass(pod, old)
      dropGatedReports(pod.status, old.status)
      if (pod.status) keepGenerations(pod.status, old.status)
    }
    if (subresource === 'ephemeralcontainers') keepAllButGuests(pod, old)
    if (subresource === 'resize') keepAllButAmounts(pod, old)
    alignAddresses(pod)
  },
  validate: (pod, old, context) => (old ? changeErrors(pod, old, context) : createErrors(pod)),
  warnings(pod, old, { operation }) {
    if (!old) return [...nameWarnings(pod.metadata.name, 'pod'), ...podWarnings(pod)]
    return operation === 'statusUpdate' ? addressesWarnings(pod) : []
  },
  rowConditions: ({ status }) => {
    const message = ended.get(status?.phase ?? '')
    return message ? [{ type: 'Completed', status: 'True', reason: status!.phase!, message }] : []
  },
  columns: {
    ready: (pod) => {
      const { ready, total } = podState(pod)
      return `${ready}/${total}`
    },
    status: (pod) => podState(pod).status,
    restarts: (pod, now) => restartsText(podState(pod), now),
    ip: (pod) => pod.status?.podIPs?.[0]?.ip || '<none>',
    readinessGates,
  },
  fields: {
    'spec.hostNetwork': (pod) => String(pod.spec?.hostNetwork === true),
    // As upstream: nodeName's name of old, and a list that can be asked for and matches nothing.
    'spec.host': (pod) => pod.spec?.nodeName ?? '',
    'status.podIPs': () => '',
    'status.podIP': (pod) => pod.status?.podIPs?.[0]?.ip ?? '',
  },
})

function createErrors(pod: Pod): StatusCause[] {
  const { spec, metadata } = pod
  if (!spec) return [required('spec.containers')]
  const found = wholeErrors(pod, spec)
  if (spec.ephemeralContainers?.length) found.push(forbidden('spec.ephemeralContainers', 'cannot be set on create'))
  if (spec.nodeName && spec.schedulingGates?.length) {
    found.push(forbidden('spec.nodeName', 'leave it out until spec.schedulingGates are gone'))
  }
  if (!spec.serviceAccountName) found.push(...tokenErrors(spec))
  if (metadata.annotations) {
    found.push(...podAnnotationErrors(metadata.annotations, spec, annotations))
    found.push(...mismatchErrors(metadata.annotations, spec, 'spec'))
  }
  return found
}

const annotations = 'metadata.annotations'

const wholeErrors = ({ metadata }: Pod, spec: PodSpec): StatusCause[] =>
  podSpecErrors(spec, {
    at: 'spec',
    of: 'pod',
    isMirror: metadata.annotations?.[mirrorAnnotation] !== undefined,
    ...(metadata.name ? { podName: metadata.name } : {}),
  })

/** A token is that of the pod's service account. */
function tokenErrors({ volumes }: PodSpec): StatusCause[] {
  const found: StatusCause[] = []
  volumes?.forEach(({ projected }, volume) => {
    projected?.sources?.forEach(({ serviceAccountToken }, source) => {
      if (!serviceAccountToken) return
      const field = `spec.volumes[${volume}].projected.sources[${source}].serviceAccountToken`
      found.push(forbidden(field, 'a token is that of an account: set serviceAccountName as well'))
    })
  })
  return found
}

function changeErrors(pod: Pod, old: Pod, { operation, subresource }: KindContext): StatusCause[] {
  const { spec } = pod
  if (subresource !== '' && subresource !== 'resize' && !changes[subresource]) return []
  const found = operation === 'statusUpdate' ? [] : prefixErrors(pod)
  const now = pod.metadata.annotations ?? none
  const before = old.metadata.annotations ?? none
  if (!sameJson(now, before)) {
    found.push(...annotationChangeErrors(now, before, annotations))
    if (spec) found.push(...podAnnotationErrors(now, spec, annotations))
  }
  if (operation === 'statusUpdate') return [...found, ...statusErrors(pod, old)]
  if (subresource === 'resize') return [...found, ...resizeErrors(pod, old, spec ? wholeErrors(pod, spec) : [])]
  if (!spec || spec === old.spec || sameJson(spec, old.spec)) return found
  return [...found, ...wholeErrors(pod, spec), ...(changes[subresource] ?? updateErrors)(pod, old)]
}

const none = {}

const changes: Readonly<Record<string, (pod: Pod, old: Pod) => StatusCause[]>> = {
  status: statusErrors,
  ephemeralcontainers: ephemeralErrors,
}

const gated = (now: number) =>
  ({
    type: 'PodScheduled',
    status: 'False',
    reason: 'SchedulingGated',
    // Upstream's scheduler writes the condition again unless it says just this.
    message: 'Scheduling is blocked due to non-empty scheduling gates',
    lastProbeTime: null,
    lastTransitionTime: timestamp(now),
  }) as never

/** Of what comes through `resize` nothing else is taken, as upstream; containers that are not the same ones are left for the rules to refuse. */
function keepAllButAmounts(pod: Pod, old: Pod): void {
  const lists = ['containers', 'initContainers'] as const
  const now = pod.spec
  if (!now || !lists.every((list) => now[list]?.length === old.spec?.[list]?.length)) return
  const { resources: _, ...rest } = old.spec ?? ({} as PodSpec)
  pod.spec = { ...rest, ...(now.resources ? { resources: now.resources } : {}) }
  for (const list of lists) {
    const before = old.spec?.[list] ?? []
    const isSame = before.every(({ name }, index) => now[list]?.[index]?.name === name)
    if (now[list]) pod.spec[list] = isSame ? before.map((each, at) => withAmounts(each, now[list]?.[at])) : now[list]
  }
  keepMetadata(pod, old)
}

function withAmounts(old: Container, now: Container | undefined): Container {
  const merged: Container = { ...old }
  for (const member of ['resources', 'resizePolicy'] as const) {
    if (now?.[member]) merged[member] = now[member] as never
    else delete merged[member]
  }
  return merged
}

/** Of what comes through that subresource nothing else is taken, as upstream. */
function keepAllButGuests(pod: Pod, old: Pod): void {
  const { ephemeralContainers } = pod.spec ?? {}
  pod.spec = { ...old.spec, ...(ephemeralContainers ? { ephemeralContainers } : {}) } as PodSpec
  if (!ephemeralContainers) delete pod.spec.ephemeralContainers
  keepMetadata(pod, old)
}

function keepMetadata(pod: Pod, old: Pod): void {
  for (const member of ['labels', 'annotations', 'finalizers', 'ownerReferences'] as const) {
    if (old.metadata[member]) pod.metadata[member] = old.metadata[member] as never
    else delete pod.metadata[member]
  }
}

/** Who reports a status may leave a pod's class of service unsaid. */
function keepClass(pod: Pod, { status }: Pod): void {
  if (status?.qosClass && pod.status && !pod.status.qosClass) pod.status.qosClass = status.qosClass
}

function addressesWarnings({ status }: Pod): string[] {
  return (['podIPs', 'hostIPs'] as const).flatMap((list) =>
    (status?.[list] ?? []).flatMap(({ ip }, index) => addressWarnings(ip ?? '', `status.${list}[${index}].ip`)),
  )
}

/** podIP and podIPs are two names of one thing; the older one counts when they differ. */
function alignAddresses({ status }: Pod): void {
  if (!status) return
  const first = status.podIPs?.[0]?.ip
  if (status.podIP && status.podIP !== first) status.podIPs = [{ ip: status.podIP }]
  else if (!status.podIP && first) status.podIP = first
}

function readinessGates({ spec, status }: Pod): string {
  const gates = spec?.readinessGates ?? []
  if (!gates.length) return '<none>'
  const isPassed = (wanted: string) => status?.conditions?.find(({ type }) => type === wanted)?.status === 'True'
  return `${gates.filter((gate) => isPassed(gate.conditionType)).length}/${gates.length}`
}
