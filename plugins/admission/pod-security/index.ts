/** Pod security by labels of namespaces: refuses pods, warns of workloads whose pods would be refused (upstream's PodSecurity). */
import type { AdmissionContext, AdmissionPlugin, AdmissionRequest } from '../../../core/admission/contract.js'
import { forbidden, invalid, type KubeObject, sameJson } from '../../../core/meta/index.js'
import { detailed, violations } from './checks.js'
import { type PodView, podView } from './pod-view.js'
import { labelErrors, labelPrefix, policyOf, rank, written } from './policy.js'
import { podWarnings } from './pod-warnings.js'

const namespaces = '/namespaces'
/** Through which no container comes to run otherwise. */
const ignored = new Set(['exec', 'attach', 'binding', 'eviction', 'log', 'portforward', 'proxy', 'status'])

/** Where a workload's pod template is. */
const templates: Readonly<Record<string, readonly string[]>> = {
  '/podtemplates': ['template'],
  '/replicationcontrollers': ['spec', 'template'],
  'apps/replicasets': ['spec', 'template'],
  'apps/deployments': ['spec', 'template'],
  'apps/statefulsets': ['spec', 'template'],
  'apps/daemonsets': ['spec', 'template'],
  'batch/jobs': ['spec', 'template'],
  'batch/cronjobs': ['spec', 'jobTemplate', 'spec', 'template'],
}

export const podSecurity: AdmissionPlugin = {
  name: 'pod-security',
  views: [namespaces],
  admits({ operation, group, plural, subresource }) {
    if (operation !== 'CREATE' && operation !== 'UPDATE') return false
    const kind = `${group}/${plural}`
    if (kind === '/pods') return !ignored.has(subresource)
    return subresource === '' && (kind === namespaces || templates[kind] !== undefined)
  },
  validate(request, context) {
    const kind = `${request.group}/${request.plural}`
    if (kind === namespaces) return judgeNamespace(request, context)
    const labels = labelsOf(context, request.namespace)
    if (!labels) return undefined
    if (kind === '/pods') judgePod(request, labels)
    else judgeWorkload(request, labels, templates[kind]!)
    return undefined
  },
}

/** Undefined when none of them is about security. Cost: a look at each label. */
function labelsOf(context: AdmissionContext, namespace: string): Readonly<Record<string, string>> | undefined {
  const labels = context.view(namespaces).get('', namespace)?.metadata.labels
  for (const label in labels) if (label.startsWith(labelPrefix)) return labels
  return undefined
}

function judgePod(request: AdmissionRequest, labels: Readonly<Record<string, string>>): void {
  const pod = request.object
  if (!pod || (request.oldObject && !runsOtherwise(pod, request.oldObject))) return
  const { enforce, warn } = policyOf(labels)
  const view = podView(pod.metadata, pod['spec'])
  const found = violations(enforce, view)
  if (found.length)
    throw forbidden(
      { group: '', plural: request.plural },
      request.name || (pod.metadata.name ?? ''),
      `violates PodSecurity ${JSON.stringify(written(enforce))}: ${detailed(found)}`,
    )
  warnOf(request, warn, view)
}

function judgeWorkload(
  request: AdmissionRequest,
  labels: Readonly<Record<string, string>>,
  path: readonly string[],
): void {
  let value: unknown = request.object
  for (const member of path) value = (value as Readonly<Record<string, unknown>> | undefined)?.[member]
  const template = value as { readonly metadata?: KubeObject['metadata']; readonly spec?: unknown } | undefined
  if (template?.spec) warnOf(request, policyOf(labels).warn, podView(template.metadata, template.spec))
}

function warnOf(request: AdmissionRequest, warn: ReturnType<typeof policyOf>['warn'], view: PodView): void {
  const found = violations(warn, view)
  if (found.length) request.warn(`would violate PodSecurity ${JSON.stringify(written(warn))}: ${detailed(found)}`)
}

/** Whether an update of a pod brings a container, or another image. */
function runsOtherwise(pod: KubeObject, old: KubeObject): boolean {
  const imagesOf = (object: KubeObject, member: string) =>
    (((object['spec'] ?? {}) as Record<string, unknown>)[member] ?? []) as readonly { name?: string; image?: string }[]
  for (const member of ['containers', 'initContainers']) {
    const [now, before] = [imagesOf(pod, member), imagesOf(old, member)]
    if (now.length !== before.length || now.some(({ image }, at) => image !== before[at]?.image)) return true
  }
  const before = new Map(imagesOf(old, 'ephemeralContainers').map(({ name, image }) => [name, image]))
  return imagesOf(pod, 'ephemeralContainers').some(({ name, image }) => !before.has(name) || before.get(name) !== image)
}

/** Labels must be readable; whoever enforces more is told which pods of the namespace would be refused. */
async function judgeNamespace(request: AdmissionRequest, { guarded }: AdmissionContext): Promise<void> {
  const [labels, before] = [request.object?.metadata.labels, request.oldObject?.metadata.labels]
  const errors = labelErrors(labels)
  if (errors.length && !(request.oldObject && sameJson(errors, labelErrors(before))))
    throw invalid({ group: '', plural: request.plural, kind: request.kind }, request.name, errors)
  if (!request.oldObject) return
  const [now, was] = [policyOf(labels).enforce, policyOf(before).enforce]
  const isStricter = now.minor !== was.minor || rank(now) > rank(was)
  if (now.level === 'privileged' || !isStricter) return
  const name = request.object?.metadata.name ?? ''
  for (const warning of podWarnings(await guarded.list('/pods', name, ''), name, now)) request.warn(warning)
}
