/** CronJobs: what their definition can't say. */
import type { StatusCause } from '../../core/meta/index.js'
import { CronJob } from '../../crds/generated/tokens.js'
import { invalid, invalids, unsupported } from './causes.js'
import { dropGated } from './gated-fields.js'
import { jobSpecErrors } from './job-rules.js'
import { scheduleFault, timeZoneFaults } from './schedule.js'
import { nameWarnings } from './pod-warnings/index.js'
import { jobWarnings } from './template-warnings.js'
import { isInMisplacedPolicy } from './job-policies.js'
import { isUnlooked } from './pod-spec/index.js'
import { kindPlugin } from './typed-plugin.js'

type Spec = NonNullable<CronJob['spec']>

/** A job's name is the CronJob's, a hyphen and ten digits. */
const mostNameLength = 52

export const cronJobKind = kindPlugin(CronJob, {
  overlooks: (cause, job) => isUnlooked(cause, job) || isInMisplacedPolicy(cause, job.spec?.jobTemplate?.spec),
  validate({ metadata, spec }, old, { operation }) {
    if (!spec || operation === 'statusUpdate') return []
    const found = [...scheduleErrors(spec, old?.spec), ...jobTemplateErrors(spec, old?.spec)]
    if (!old && (metadata.name?.length ?? 0) > mostNameLength) {
      found.push(
        invalid(
          'metadata.name',
          metadata.name,
          `must be of at most ${mostNameLength} characters: names of jobs are longer by 11`,
        ),
      )
    }
    return found
  },
  prepare: ({ spec }, old) =>
    dropGated(spec?.jobTemplate?.spec?.template?.spec, old?.spec?.jobTemplate?.spec?.template?.spec),
  warnings({ metadata, spec }, old) {
    const at = 'spec.jobTemplate.spec'
    return [
      ...(old ? [] : nameWarnings(metadata.name, 'maker')),
      ...jobWarnings(spec?.jobTemplate?.spec, old?.spec?.jobTemplate?.spec, at),
      ...(old && spec?.schedule?.includes('TZ') ? [zoneInSchedule] : []),
    ]
  },
  columns: { suspend: ({ spec }) => (spec?.suspend === undefined ? '<unset>' : spec.suspend ? 'True' : 'False') },
})

const zoneInSchedule = 'spec.schedule: name the time zone in spec.timeZone, not by TZ or CRON_TZ'

function scheduleErrors({ schedule, timeZone }: Spec, old: Spec | undefined): StatusCause[] {
  const found: StatusCause[] = []
  const field = 'spec.schedule'
  const fault = schedule ? scheduleFault(schedule) : undefined
  if (fault) found.push(invalid(field, schedule, fault))
  if (schedule?.includes('TZ')) {
    if (!old?.schedule.includes('TZ')) {
      found.push(invalid(field, schedule, 'name the time zone in spec.timeZone, not by TZ or CRON_TZ'))
    } else if (timeZone !== undefined) {
      found.push(invalid(field, schedule, 'take TZ or CRON_TZ out: spec.timeZone names the time zone'))
    }
  }
  if (timeZone === undefined || timeZone === old?.timeZone) return found
  return [...found, ...invalids('spec.timeZone', timeZone, timeZoneFaults(timeZone))]
}

function jobTemplateErrors({ jobTemplate }: Spec, old: Spec | undefined): StatusCause[] {
  const { spec } = jobTemplate ?? {}
  const at = 'spec.jobTemplate'
  if (!spec) return []
  const found = jobSpecErrors(spec, `${at}.spec`, old?.jobTemplate?.spec)
  if (spec.selector)
    found.push(invalid(`${at}.spec.selector`, spec.selector, 'leave it out: each job is given its own'))
  if (spec.manualSelector) found.push(unsupported(`${at}.spec.manualSelector`, 'true', ['nil', 'false']))
  return found
}
