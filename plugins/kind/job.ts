/** Jobs and CronJobs: what their definitions can't say. */
import { humanDuration, sameJson, type StatusCause } from '../../core/meta/index.js'
import { CronJob, Job, type PodTemplateSpec } from '../../crds/generated/tokens.js'
import { invalid, required, unsupported } from './causes.js'
import { kindPlugin } from './typed-plugin.js'

export const jobKind = kindPlugin(Job, {
  prepare(job, old) {
    if (!old) generateSelector(job)
  },
  validate: (job, old) => [
    ...restartErrors('spec.template', job.spec?.template),
    ...completionErrors(job),
    ...(old ? changeErrors(job, old) : []),
  ],
  columns: { status: statusOf, completions, duration },
  fields: { 'status.successful': ({ status }) => String(status?.succeeded ?? 0) },
})

export const cronJobKind = kindPlugin(CronJob, {
  validate: ({ spec }) => restartErrors('spec.jobTemplate.spec.template', spec?.jobTemplate?.spec?.template),
  columns: { suspend: ({ spec }) => (spec?.suspend === undefined ? '<unset>' : spec.suspend ? 'True' : 'False') },
})

/** Pods of a job end. */
function restartErrors(path: string, template: PodTemplateSpec | undefined): StatusCause[] {
  const policy = template?.spec?.restartPolicy
  if (policy === 'OnFailure' || policy === 'Never') return []
  const field = `${path}.spec.restartPolicy`
  const why = 'valid values: "OnFailure", "Never"'
  return policy && policy !== 'Always'
    ? []
    : [policy === 'Always' ? unsupported(field, policy, ['OnFailure', 'Never']) : required(field, why)]
}

function completionErrors({ spec }: Job): StatusCause[] {
  if (spec?.completionMode !== 'Indexed' || spec.completions !== undefined) return []
  return [required('spec.completions', 'when completion mode is Indexed')]
}

/** What a job makes stays as it is once it has begun; how many an indexed one wants may change with its parallelism. */
function changeErrors(job: Job, old: Job): StatusCause[] {
  const errors: StatusCause[] = []
  const begun = !old.spec?.suspend || Boolean(old.status?.startTime)
  const { template, completions } = job.spec ?? {}
  if (begun && !sameJson(template, old.spec?.template))
    errors.push(invalid('spec.template', template, 'field is immutable'))
  const elastic = old.spec?.completionMode === 'Indexed' && completions === job.spec?.parallelism
  if (completions !== old.spec?.completions && !elastic) {
    errors.push(invalid('spec.completions', completions ?? null, 'field is immutable'))
  }
  return errors
}

/** Pods of a job are told by the job's uid, unless the person who made it says how. */
function generateSelector(job: Job): void {
  const { spec, metadata } = job
  if (!spec?.template || spec.manualSelector) return
  const uid = metadata.uid ?? ''
  const name = metadata.name ?? ''
  const template = (spec.template.metadata ??= {})
  template.labels = {
    ...template.labels,
    'controller-uid': uid,
    'batch.kubernetes.io/controller-uid': uid,
    'job-name': name,
    'batch.kubernetes.io/job-name': name,
  }
  spec.selector = {
    ...spec.selector,
    matchLabels: { ...spec.selector?.matchLabels, 'batch.kubernetes.io/controller-uid': uid },
  }
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
