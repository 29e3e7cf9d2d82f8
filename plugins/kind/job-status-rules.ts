/** What a job's status may come to say (upstream's validateJobStatus and ValidateJobStatusUpdate). */
import type { StatusCause } from '../../core/meta/index.js'
import type { Job, JobStatus } from '../../crds/generated/tokens.js'
import { duplicate, invalid, required } from './causes.js'
import { countIndexes, firstShared } from './job-indexes.js'
import { needsIndexes, needsLimits } from './job-policies.js'
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
  const key = ({ field, message }: StatusCause) => `${field} ${message}`
  const before = new Set([...conditionErrors(old), ...finishErrors(old), ...indexErrors(old)].map(key))
  return now.filter((each) => !before.has(key(each)))
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
    .map(([a, b]) => refuse(`${a} and ${b} can't both be True`))
  if (is(status, 'Failed') && !is(status, 'FailureTarget')) {
    found.push(refuse('Failed can be True only where FailureTarget is'))
  }
  if (is(status, 'Complete') && !is(status, 'SuccessCriteriaMet')) {
    found.push(refuse('Complete can be True only where SuccessCriteriaMet is'))
  }
  return found
}

const mustBeNone = 'must be 0, as the job has finished'

function finishErrors({ spec, status = {} }: Job): StatusCause[] {
  const { completionTime, startTime, active = 0, terminating = 0, ready = 0 } = status
  const isComplete = is(status, 'Complete')
  const found: StatusCause[] = []
  const field = 'status.completionTime'
  if (completionTime && !isComplete) {
    const why = 'must be left out until Complete is True'
    found.push(invalid(field, completionTime, why))
  }
  if (!completionTime && isComplete) found.push(required(field, 'when the job was complete, as Complete is True'))
  if (startTime && completionTime && Date.parse(completionTime) < Date.parse(startTime)) {
    found.push(invalid(field, completionTime, 'must not be before startTime'))
  }
  if (ready > active) found.push(invalid('status.ready', ready, 'must be at most as many as are active'))
  if (!isComplete && !is(status, 'Failed')) return found
  if (active > 0) found.push(invalid('status.active', active, mustBeNone))
  if (terminating > 0) {
    found.push(invalid('status.terminating', terminating, mustBeNone))
  }
  // Nothing is to be started of a job that is suspended and wants nothing.
  const startsNothing = spec?.suspend === true && spec.completions === 0
  if (!startTime && !startsNothing)
    found.push(required('status.startTime', 'when the job was started, as it has finished'))
  const uncounted = status.uncountedTerminatedPods
  if (uncounted?.failed?.length || uncounted?.succeeded?.length) {
    const why = 'must hold no pods, as the job has finished'
    found.push(invalid('status.uncountedTerminatedPods', uncounted, why))
  }
  return found
}

function indexErrors({ spec, status = {} }: Job): StatusCause[] {
  const { completedIndexes = '', failedIndexes } = status
  const found: StatusCause[] = []
  if (completedIndexes && spec?.completionMode !== 'Indexed') {
    const why = needsIndexes
    found.push(invalid('status.completedIndexes', completedIndexes, why))
  }
  if (failedIndexes !== undefined && spec?.backoffLimitPerIndex === undefined) {
    const why = needsLimits
    found.push(invalid('status.failedIndexes', failedIndexes, why))
  }
  const completions = spec?.completions
  if (completions === undefined) return found
  for (const [member, text] of [
    ['completedIndexes', completedIndexes] as const,
    ['failedIndexes', failedIndexes ?? ''] as const,
  ]) {
    const counted = countIndexes(text, completions)
    if ('wrong' in counted) found.push(invalid(`status.${member}`, text, counted.wrong))
  }
  const shared = firstShared(completedIndexes, failedIndexes ?? '', completions)
  if (shared !== undefined) {
    const why = `names ${shared}, which completedIndexes names too`
    found.push(invalid('status.failedIndexes', failedIndexes, why))
  }
  return found
}

function changeErrors({ spec, status = {} }: Job, { status: before = {} }: Job): StatusCause[] {
  const found: StatusCause[] = []
  for (const type of ['Failed', 'Complete', 'FailureTarget', 'SuccessCriteriaMet']) {
    if (!is(before, type) || is(status, type)) continue
    found.push(invalid(conditions, status.conditions, `${type} was True, and must stay so`))
  }
  // Scaled down, it has fewer indexes that can have succeeded.
  const isScalable = spec?.completionMode === 'Indexed' && spec.completions === spec.parallelism
  for (const member of ['failed', 'succeeded'] as const) {
    const count = status[member] ?? 0
    if (count >= (before[member] ?? 0) || (member === 'succeeded' && isScalable)) continue
    found.push(invalid(`status.${member}`, count, 'counts what has ended, and must not go down'))
  }
  if (status.completionTime && before.completionTime && status.completionTime !== before.completionTime) {
    found.push(invalid('status.completionTime', status.completionTime, 'must stay as it was first said'))
  }
  const isResumed =
    is(before, 'Suspended') && status.conditions?.some((each) => each.type === 'Suspended' && each.status === 'False')
  if (before.startTime && status.startTime !== before.startTime && !spec?.suspend && !isResumed) {
    found.push(invalid('status.startTime', status.startTime ?? null, 'must stay while the job is not suspended'))
  }
  return found
}
