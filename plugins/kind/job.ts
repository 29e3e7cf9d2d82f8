/** Jobs: what their definition can't say. */
import { readJson, writeJson } from '../../core/kit/index.js'
import {
  dns1123LabelErrors,
  humanDuration,
  type LabelSelectorObject,
  matchesLabelSelector,
  sameJson,
  type StatusCause,
} from '../../core/meta/index.js'
import { type Container, Job, type JobSpec, type PodSpec, type PodTemplateSpec } from '../../crds/generated/tokens.js'
import { invalid, required } from './causes.js'
import { jobSpecErrors } from './job-rules.js'
import { jobStatusErrors } from './job-status-rules.js'
import { labelSelectorErrors } from './rules/label-selector.js'
import { nameWarnings } from './pod-warnings/index.js'
import { prefixErrors } from './rules/name-prefix.js'
import { dropGatedOfTemplate, jobWarnings } from './template-warnings.js'
import { isInMisplacedPolicy } from './job-policies.js'
import { isUnlooked } from './pod-spec/index.js'
import { kindPlugin } from './typed-plugin.js'
import { unselected } from './workload-rules.js'

export const jobKind = kindPlugin(Job, {
  overlooks: (cause, job) => isUnlooked(cause, job) || isInMisplacedPolicy(cause, job.spec),
  // As upstream's defaults, which have both share one map: labels that were the template's get what it gets.
  receive(job) {
    const labels = job.spec?.template?.metadata?.labels
    if (labels && Object.keys(job.metadata.labels ?? {}).length === 0) job.metadata.labels = labels
  },
  prepare(job, old) {
    dropGatedOfTemplate(job, old)
    const isShared = !old && job.metadata.labels === job.spec?.template?.metadata?.labels
    if (!old) generateSelector(job)
    if (isShared && job.spec?.template?.metadata?.labels) job.metadata.labels = { ...job.spec.template.metadata.labels }
    // As upstream's defaults have it whenever a job is read.
    const labels = job.spec?.template?.metadata?.labels
    if (labels && Object.keys(job.metadata.labels ?? {}).length === 0) job.metadata.labels = { ...labels }
  },
  validate(job, old, { operation }) {
    const { spec, metadata } = job
    if (!spec) return []
    if (operation === 'statusUpdate') return old ? jobStatusErrors(job, old) : []
    const own = old ? [...prefixErrors(job), ...changeErrors(job, old)] : createErrors(spec, metadata)
    own.push(...selectorErrors(spec), ...generatedErrors(job, old))
    return [...own, ...jobSpecErrors(spec, 'spec', old?.spec)]
  },
  warnings: ({ metadata, spec }, old) => [
    ...(old ? [] : nameWarnings(metadata.name, 'maker')),
    ...jobWarnings(spec, old?.spec, 'spec'),
  ],
  columns: { status: statusOf, completions, duration },
  fields: { 'status.successful': ({ status }) => String(status?.succeeded ?? 0) },
})

function createErrors(spec: JobSpec, { name = '' }: Job['metadata']): StatusCause[] {
  const found: StatusCause[] = []
  if (spec.completionMode !== 'Indexed' || !spec.completions) return found
  const longest = `${name}-${spec.completions - 1}`
  if (dns1123LabelErrors(longest).length > 0) {
    const why = `must be shorter, and a DNS label: pods are named after it, up to ${longest}`
    found.push(invalid('metadata.name', name, why))
  }
  return found
}

/** The selector was made by the server, or a person has said that it is theirs. */
function selectorErrors({ selector, template }: JobSpec): StatusCause[] {
  const labels = (template?.metadata?.labels ?? {}) as Readonly<Record<string, string>>
  const isMissed = invalid('spec.template.metadata.labels', labels, unselected)
  if (!selector) return [required('spec.selector', 'when `manualSelector` is true'), isMissed]
  const malformed = labelSelectorErrors(selector, 'spec.selector')
  if (malformed.length > 0) return malformed
  return matchesLabelSelector(selector as LabelSelectorObject, labels) ? [] : [isMissed]
}

const prefix = 'batch.kubernetes.io/'

/** Labels that the server gives the pods of a job, and what they say. */
const generatedLabels = ({ uid = '', name = '' }: Job['metadata']): Readonly<Record<string, string>> => ({
  'controller-uid': uid,
  'job-name': name,
  [`${prefix}controller-uid`]: uid,
  [`${prefix}job-name`]: name,
})

/** What a person has said in the place of what is generated must be that (a job's copy names the job that it was made of). Jobs of old have the labels without prefix alone. */
function generatedErrors({ spec, metadata }: Job, old: Job | undefined): StatusCause[] {
  if (!spec?.selector || spec.manualSelector) return []
  const had = old?.spec?.template?.metadata?.labels
  const isOfOld = had !== undefined && Object.keys(generatedLabels({})).some((key) => had[key] === undefined)
  const labels = spec.template?.metadata?.labels ?? {}
  const expected = Object.entries(generatedLabels(metadata)).filter(([key]) => !isOfOld || !key.startsWith(prefix))
  const found = expected.flatMap(([key, value]) => {
    if (labels[key] === value) return []
    const field = `spec.template.metadata.labels[${key}]`
    return labels[key] === undefined
      ? [required(field, `must be '${value}'`)]
      : [invalid(field, labels, `must be '${value}'`)]
  })
  if (labelSelectorErrors(spec.selector, '').length > 0) return found
  if (!matchesLabelSelector(spec.selector as LabelSelectorObject, Object.fromEntries(expected)))
    found.push(invalid('spec.selector', spec.selector, '`selector` not auto-generated'))
  return found
}

const kept = ['podFailurePolicy', 'backoffLimitPerIndex', 'managedBy', 'successPolicy'] as const

/** What a job makes stays as it is once it has begun; how many an indexed one wants may change with its parallelism. */
function changeErrors({ spec }: Job, { spec: before, status }: Job): StatusCause[] {
  const found: StatusCause[] = []
  if (!spec || !before) return found
  const isSuspended = status?.conditions?.some(({ type, status: is }) => type === 'Suspended' && is === 'True')
  const waits = before.suspend === true && (!status?.startTime || isSuspended) && !status?.active
  if (waits) {
    const same = withDirectives(before.template, spec.template)
    if (!sameJson(spec.template.spec, same.spec))
      found.push(invalid('spec.template.spec', spec.template.spec, 'field is immutable'))
  } else if (!sameJson(spec.template, before.template)) {
    found.push(invalid('spec.template', spec.template, 'field is immutable'))
  }
  for (const member of kept) {
    if (!sameJson(spec[member], before[member])) {
      found.push(invalid(`spec.${member}`, spec[member] ?? null, 'field is immutable'))
    }
  }
  if (spec.completions === before.completions) return found
  if (spec.completionMode !== 'Indexed') {
    return [...found, invalid('spec.completions', spec.completions ?? null, 'field is immutable')]
  }
  if (spec.completions === undefined || spec.completions === spec.parallelism) return found
  return [
    ...found,
    invalid('spec.completions', spec.completions, 'may change only together with spec.parallelism, to the same number'),
  ]
}

const directives = ['nodeSelector', 'tolerations', 'schedulingGates'] as const

/** The old template with what a suspended job may be told anew: where its pods run, what they ask for, and their labels and annotations. */
function withDirectives(before: PodTemplateSpec, now: PodTemplateSpec): PodTemplateSpec {
  const spec: PodSpec = {
    ...before.spec,
    containers: withResources(before.spec?.containers, now.spec?.containers) ?? [],
  }
  const initContainers = withResources(before.spec?.initContainers, now.spec?.initContainers)
  if (initContainers) spec.initContainers = initContainers
  for (const member of directives) {
    delete spec[member]
    Object.assign(spec, { [member]: now.spec?.[member] })
  }
  const { nodeAffinity: _, ...affinity } = before.spec?.affinity ?? {}
  const nodes = now.spec?.affinity?.nodeAffinity
  if (nodes || now.spec?.affinity || Object.keys(affinity).length > 0) {
    spec.affinity = { ...affinity, ...(nodes ? { nodeAffinity: nodes } : {}) }
  } else delete spec.affinity
  const { labels, annotations } = now.metadata ?? {}
  const metadata = { ...before.metadata, labels, annotations }
  return readJson(writeJson({ ...before, metadata, spec })) as PodTemplateSpec
}

const withResources = (before: readonly Container[] | undefined, now: readonly Container[] | undefined) =>
  before?.map((container, index) => ({ ...container, resources: now?.[index]?.resources }) as Container)

/** Pods of a job are told by the job's uid, unless the person who made it says how. */
function generateSelector(job: Job): void {
  const { spec, metadata } = job
  if (!spec?.template || spec.manualSelector) return
  const labels = generatedLabels(metadata)
  const template = (spec.template.metadata ??= {})
  template.labels = { ...labels, ...template.labels }
  const uid = `${prefix}controller-uid`
  spec.selector = { ...spec.selector, matchLabels: { [uid]: labels[uid]!, ...spec.selector?.matchLabels } }
}

function statusOf({ metadata, status }: Job): string {
  const is = (wanted: string) => status?.conditions?.some((each) => each.type === wanted && each.status === 'True')
  if (is('Complete')) return 'Complete'
  if (is('Failed')) return 'Failed'
  if (metadata.deletionTimestamp) return 'Terminating'
  if (is('Suspended')) return 'Suspended'
  return is('FailureTarget') ? 'FailureTarget' : is('SuccessCriteriaMet') ? 'SuccessCriteriaMet' : 'Running'
}

function completions({ spec, status }: Job): string {
  const succeeded = status?.succeeded ?? 0
  if (spec?.completions !== undefined) return `${succeeded}/${spec.completions}`
  const parallel = spec?.parallelism ?? 0
  return parallel > 1 ? `${succeeded}/1 of ${parallel}` : `${succeeded}/1`
}

function duration({ status }: Job, now: number): string {
  if (!status?.startTime) return ''
  const end = status.completionTime ? Date.parse(status.completionTime) : now
  return humanDuration(end - Date.parse(status.startTime))
}
