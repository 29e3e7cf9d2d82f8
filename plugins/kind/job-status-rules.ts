/** What a job's status may come to say (upstream's validateJobStatus and ValidateJobStatusUpdate). */
import type { StatusCause } from '../../core/meta/index.js'
import type { Job, JobStatus } from '../../crds/generated/tokens.js'
import { duplicate, invalid, required } from './causes.js'
import { countIndexes, firstShared } from './job-indexes.js'
import { counterErrors } from './workload-rules.js'

const is = (status: JobStatus | undefined, wanted: string) =>
  status?.conditions?.some(({ type, status }) => type === wanted && status === 'True') === true

const conditions = 'status.conditions'

/** Rules that an older status breaks already don't bind the new one, but for those about what may change. */
export function jobStatusErrors(job: Job, old: Job): StatusCause[] {
  const { status = {} } = job
  if (status === old.status) return []
  const counters = ['active', 'succeeded', 'failed', 'ready', 'terminating']
  return [
    ...counterErrors(status, counters),
    ...uncountedErrors(status),
    ...newFaults(job, old),
    ...changeErrors(job, old),
  ]
}

/** Faults of the new status that the old one does not have in the same place with the same words. */
function newFaults(job: Job, old: Job): StatusCause[] {
  const now = [...conditionErrors(job), ...finishErrors(job), ...indexErrors(job)]
  if (now.length === 0) return now
  const before = new Set(
    [...conditionErrors(old), ...finishErrors(old), ...indexErrors(old)].map(({ message }) => message),
  )
  return now.filter(({ message }) => !before.has(message))
}

function uncountedErrors({ uncountedTerminatedPods: uncounted }: JobStatus): StatusCause[] {
  const seen = new Set<string>()
  return (['succeeded', 'failed'] as const).flatMap((list) =>
    (uncounted?.[list] ?? []).flatMap((uid, index) => {
      const field = `status.uncountedTerminatedPods.${list}[${index}]`
      if (!uid) return [invalid(field, uid, 'must not be empty')]
      if (seen.has(uid)) return [duplicate(field, uid)]
      seen.add(uid)
      return []
    }),
  )
}

const pairs = [
  ['Complete', 'Failed'],
  ['Complete', 'FailureTarget'],
  ['SuccessCriteriaMet', 'Failed'],
  ['SuccessCriteriaMet', 'FailureTarget'],
] as const

function conditionErrors({ status }: Job): StatusCause[] {
  const refuse = (why: string) => invalid(conditions, status?.conditions, why)
  const found = pairs
    .filter(([a, b]) => is(status, a) && is(status, b))
    .map(([a, b]) => refuse(`cannot set ${a}=True and ${b}=true conditions`))
  if (is(status, 'Failed') && !is(status, 'FailureTarget')) {
    found.push(refuse('cannot set Failed=True condition without the FailureTarget=true condition'))
  }
  if (is(status, 'Complete') && !is(status, 'SuccessCriteriaMet')) {
    found.push(refuse('cannot set Complete=True condition without the SuccessCriteriaMet=true condition'))
  }
  return found
}

function finishErrors({ spec, status = {} }: Job): StatusCause[] {
  const { completionTime, startTime, active = 0, terminating = 0, ready = 0 } = status
  const isComplete = is(status, 'Complete')
  const found: StatusCause[] = []
  const field = 'status.completionTime'
  if (completionTime && !isComplete) {
    const why = 'cannot set completionTime when there is no Complete=True condition'
    found.push(invalid(field, completionTime, why))
  }
  if (!completionTime && isComplete) found.push(required(field, 'completionTime is required for Complete jobs'))
  if (startTime && completionTime && Date.parse(completionTime) < Date.parse(startTime)) {
    found.push(invalid(field, completionTime, 'completionTime cannot be set before startTime'))
  }
  if (ready > active) found.push(invalid('status.ready', ready, 'cannot set more ready pods than active'))
  if (!isComplete && !is(status, 'Failed')) return found
  if (active > 0) found.push(invalid('status.active', active, 'active>0 is invalid for finished job'))
  if (terminating > 0) {
    found.push(invalid('status.terminating', terminating, 'terminating>0 is invalid for finished job'))
  }
  // Nothing is to be started of a job that is suspended and wants nothing.
  const startsNothing = spec?.suspend === true && spec.completions === 0
  if (!startTime && !startsNothing) found.push(required('status.startTime', 'startTime is required for finished job'))
  const uncounted = status.uncountedTerminatedPods
  if (uncounted?.failed?.length || uncounted?.succeeded?.length) {
    const why = 'uncountedTerminatedPods needs to be empty for finished job'
    found.push(invalid('status.uncountedTerminatedPods', uncounted, why))
  }
  return found
}

function indexErrors({ spec, status = {} }: Job): StatusCause[] {
  const { completedIndexes = '', failedIndexes } = status
  const found: StatusCause[] = []
  if (completedIndexes && spec?.completionMode !== 'Indexed') {
    const why = 'cannot set non-empty completedIndexes when non-indexed completion mode'
    found.push(invalid('status.completedIndexes', completedIndexes, why))
  }
  if (failedIndexes !== undefined && spec?.backoffLimitPerIndex === undefined) {
    const why = 'cannot set non-null failedIndexes when backoffLimitPerIndex is null'
    found.push(invalid('status.failedIndexes', failedIndexes, why))
  }
  const completions = spec?.completions
  if (completions === undefined) return found
  for (const [member, text] of [
    ['completedIndexes', completedIndexes] as const,
    ['failedIndexes', failedIndexes ?? ''] as const,
  ]) {
    const counted = countIndexes(text, completions)
    if ('wrong' in counted) found.push(invalid(`status.${member}`, text, `error parsing ${member}: ${counted.wrong}`))
  }
  const shared = firstShared(completedIndexes, failedIndexes ?? '', completions)
  if (shared !== undefined) {
    const why = `failedIndexes and completedIndexes overlap at index: ${shared}`
    found.push(invalid('status.failedIndexes', failedIndexes, why))
  }
  return found
}

function changeErrors({ spec, status = {} }: Job, { status: before = {} }: Job): StatusCause[] {
  const found: StatusCause[] = []
  for (const type of ['Failed', 'Complete', 'FailureTarget', 'SuccessCriteriaMet']) {
    if (!is(before, type) || is(status, type)) continue
    found.push(invalid(conditions, status.conditions, `cannot disable the terminal ${type}=True condition`))
  }
  // Scaled down, it has fewer indexes that can have succeeded.
  const isScalable = spec?.completionMode === 'Indexed' && spec.completions === spec.parallelism
  for (const member of ['failed', 'succeeded'] as const) {
    const count = status[member] ?? 0
    if (count >= (before[member] ?? 0) || (member === 'succeeded' && isScalable)) continue
    found.push(invalid(`status.${member}`, count, `cannot decrease the ${member} counter`))
  }
  if (status.completionTime && before.completionTime && status.completionTime !== before.completionTime) {
    found.push(invalid('status.completionTime', status.completionTime, 'completionTime cannot be mutated'))
  }
  const isResumed =
    is(before, 'Suspended') && status.conditions?.some((each) => each.type === 'Suspended' && each.status === 'False')
  if (before.startTime && status.startTime !== before.startTime && !spec?.suspend && !isResumed) {
    found.push(required('status.startTime', 'startTime cannot be removed for unsuspended job'))
  }
  return found
}
