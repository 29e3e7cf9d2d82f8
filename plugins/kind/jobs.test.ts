/** Offences of Jobs and CronJobs. */
import type { Job, JobStatus } from '../../crds/generated/tokens.js'
import { jobStatusErrors } from './job-status-rules.js'
import { expect } from 'chai'
import { offences, offencesOfChanges } from '../../test/kit/offences.js'
import { countIndexes, firstShared } from './job-indexes.js'
import { scheduleFault, timeZoneFaults } from './schedule.js'

type Members = Readonly<Record<string, unknown>>

const pod = { restartPolicy: 'Never', containers: [{ name: 'c', image: 'i' }] }
const template = { spec: pod }
const spec = (more: Members = {}) => ({ spec: { template, ...more } })
const indexed = (more: Members = {}) => spec({ completionMode: 'Indexed', completions: 3, ...more })
const failure = (rule: Members, ...causes: string[]) =>
  [
    spec({ podFailurePolicy: { rules: [{ action: 'Ignore', ...rule }] } }),
    ...causes.map((cause) => `spec.podFailurePolicy.rules[0]${cause}`),
  ] as const
const success = (rule: Members, ...causes: string[]) =>
  [
    indexed({ successPolicy: { rules: [rule] } }),
    ...causes.map((cause) => `spec.successPolicy.rules[0]${cause}`),
  ] as const
const codes = (more: Members) => ({ onExitCodes: { operator: 'In', values: [1, 2], ...more } })

describe('rules of Jobs', () => {
  offences('jobs.batch', [
    [spec()],
    [spec({ template: { spec: { ...pod, restartPolicy: 'Always' } } }), 'spec.template.spec.restartPolicy Required'],
    [spec({ template: { spec: { ...pod, restartPolicy: '' } } }), 'spec.template.spec.restartPolicy Required'],
    [spec({ manualSelector: true }), 'spec.selector Required', 'spec.template.metadata.labels Invalid'],
    [spec({ manualSelector: true, selector: { matchLabels: { a: 'b' } } }), 'spec.template.metadata.labels Invalid'],
    [spec({ selector: { matchLabels: { a: 'b' } } }), 'spec.template.metadata.labels Invalid', 'spec.selector Invalid'],
    [
      spec({ parallelism: -1, completions: -1, backoffLimit: -1 }),
      'spec.parallelism Invalid',
      'spec.completions Invalid',
      'spec.backoffLimit Invalid',
    ],
    [spec({ completionMode: 'Indexed', parallelism: 2 }), 'spec.completions Required'],
    [spec({ completionMode: 'Other' }), 'spec.completionMode NotSupported'],
    [spec({ backoffLimitPerIndex: 1 }), 'spec.backoffLimitPerIndex Invalid'],
    [indexed({ maxFailedIndexes: 4, backoffLimitPerIndex: 1 }), 'spec.maxFailedIndexes Invalid'],
    [indexed({ maxFailedIndexes: 1 }), 'spec.backoffLimitPerIndex Required'],
    [indexed({ parallelism: 100_001 }), 'spec.parallelism Invalid'],
    [indexed({ completions: 100_001, backoffLimitPerIndex: 1 }), 'spec.maxFailedIndexes Required'],
    [{ metadata: { name: `${'x'.repeat(62)}` }, ...indexed() }, 'metadata.name Invalid'],
    [spec({ managedBy: 'me' }), 'spec.managedBy Invalid'],
    [spec({ managedBy: 'example.com/me' })],
    [
      spec({ template: { spec: { ...pod, restartPolicy: 'OnFailure' } }, podFailurePolicy: { rules: [] } }),
      'spec.template.spec.restartPolicy Invalid',
    ],
    [
      spec({ podFailurePolicy: { rules: [] }, podReplacementPolicy: 'TerminatingOrFailed' }),
      'spec.podReplacementPolicy NotSupported',
    ],
    failure(codes({})),
    failure({}, ' Invalid'),
    failure({ ...codes({}), onPodConditions: [{ type: 'A' }] }, ' Invalid'),
    failure({ ...codes({}), action: 'FailIndex' }, '.action Invalid'),
    failure(codes({ values: [0] }), '.onExitCodes.values[0] Invalid'),
    failure(codes({ values: [2, 1] }), '.onExitCodes.values Invalid'),
    failure(codes({ values: [] }), '.onExitCodes.values Invalid'),
    failure({ onPodConditions: [{}] }, ...Array<string>(2).fill('.onPodConditions[0].type Invalid')),
    failure(codes({ values: [1, 1] }), '.onExitCodes.values[1] Duplicate'),
    failure(codes({ containerName: 'x' }), '.onExitCodes.containerName Invalid'),
    failure(
      { onPodConditions: [{ type: 'a b', status: 'Perhaps' }] },
      '.onPodConditions[0].type Invalid',
      '.onPodConditions[0].status NotSupported',
    ),
    [
      spec({ podFailurePolicy: { rules: Array(21).fill({ action: 'Ignore', ...codes({}) }) } }),
      'spec.podFailurePolicy.rules TooMany',
    ],
    [spec({ successPolicy: { rules: [{ succeededCount: 1 }] } }), 'spec.successPolicy Invalid'],
    [spec({ successPolicy: { rules: [] } }), 'spec.successPolicy Invalid'],
    success({ succeededIndexes: '0-2', succeededCount: 3 }),
    success({}, ' Required'),
    success({ succeededIndexes: '0-3' }, '.succeededIndexes Invalid'),
    success({ succeededIndexes: '0,2', succeededCount: 3 }, '.succeededCount Invalid'),
    success({ succeededCount: 4 }, '.succeededCount Invalid'),
  ])
})

describe('changes of Jobs', () => {
  /** With a selector of its own, so that what the server generates does not differ. */
  const labels = { job: 'a' }
  const owned = (more: Members = {}, podMore: Members = {}) => ({
    spec: {
      manualSelector: true,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { ...pod, ...podMore } },
      ...more,
    },
  })
  const many = { completionMode: 'Indexed', completions: 3, parallelism: 3 }
  offencesOfChanges('jobs.batch', [
    [owned(), owned({ parallelism: 5, completions: 1, suspend: true, activeDeadlineSeconds: 9 })],
    [owned(), owned({}, { priorityClassName: 'p' }), 'spec.template Invalid'],
    [owned(), owned({}, { nodeSelector: { a: 'b' } }), 'spec.template Invalid'],
    [
      owned({ suspend: true }),
      owned({ suspend: false }, { nodeSelector: { a: 'b' }, tolerations: [{ operator: 'Exists' }] }),
    ],
    [owned({ suspend: true }), owned({ suspend: true }, { priorityClassName: 'p' }), 'spec.template.spec Invalid'],
    [owned({ completions: 1 }), owned({ completions: 2 }), 'spec.completions Invalid'],
    [owned(many), owned({ ...many, completions: 4, parallelism: 4 })],
    [owned(many), owned({ ...many, completions: 4 }), 'spec.completions Invalid'],
    [owned(), owned({ managedBy: 'a.b/c' }), 'spec.managedBy Invalid'],
    [
      owned(),
      owned({ podFailurePolicy: { rules: [] }, podReplacementPolicy: 'Failed' }),
      'spec.podFailurePolicy Invalid',
    ],
  ])

  const began = '2024-01-01T00:00:00Z'
  const ended = '2024-01-01T00:00:09Z'
  const is = (...types: string[]) => ({ conditions: types.map((type) => ({ type, status: 'True' })) })
  const status = (more: Members) => ({ status: { startTime: began, ...more } })
  offencesOfChanges(
    'jobs.batch',
    [
      [owned(), status({ active: 1, ready: 1 })],
      [owned(), status({ ...is('SuccessCriteriaMet', 'Complete'), completionTime: ended, succeeded: 1 })],
      [
        owned(),
        status({ active: -1, ready: -1, failed: -1 }),
        'status.active Invalid',
        'status.failed Invalid',
        'status.ready Invalid',
        'status.failed Invalid',
      ],
      [owned(), status({ ready: 2, active: 1 }), 'status.ready Invalid'],
      [owned(), status(is('Failed')), 'status.conditions Invalid'],
      [owned(), status({ ...is('Complete', 'SuccessCriteriaMet') }), 'status.completionTime Required'],
      [owned(), status({ completionTime: ended }), 'status.completionTime Invalid'],
      [owned(), status({ ...is('Failed', 'FailureTarget'), active: 1 }), 'status.active Invalid'],
      [owned(), { status: is('Failed', 'FailureTarget') }, 'status.startTime Required'],
      [
        owned({ suspend: true, completions: 0 }),
        { status: { ...is('SuccessCriteriaMet', 'Complete'), completionTime: ended } },
      ],
      [owned(), status({ completedIndexes: '0' }), 'status.completedIndexes Invalid'],
      [owned(many), status({ completedIndexes: '0,2' })],
      [owned(many), status({ completedIndexes: '2,0' }), 'status.completedIndexes Invalid'],
      [
        owned({ ...many, backoffLimitPerIndex: 1 }),
        status({ completedIndexes: '0-1', failedIndexes: '1' }),
        'status.failedIndexes Invalid',
      ],
      [
        owned(),
        status({ uncountedTerminatedPods: { succeeded: ['u', 'u'] } }),
        'status.uncountedTerminatedPods.succeeded[1] Duplicate',
      ],
    ],
    { subresource: 'status' },
  )
})

describe('the status of a job', () => {
  const job = (spec: object, status: JobStatus): Job => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {},
    spec: spec as NonNullable<Job['spec']>,
    status,
  })
  const suspended = (status: string) => ({ conditions: [{ type: 'Suspended', status }] }) as JobStatus

  it('counts fewer successes once an indexed job is scaled down, and no other job', () => {
    const spec = { template, completionMode: 'Indexed', completions: 2, parallelism: 2 }
    expect(jobStatusErrors(job(spec, { succeeded: 1 }), job(spec, { succeeded: 2 }))).to.deep.equal([])
    const fixed = { ...spec, parallelism: 1 }
    const [cause] = jobStatusErrors(job(fixed, { succeeded: 1 }), job(fixed, { succeeded: 2 }))
    expect(cause?.field).to.equal('status.succeeded')
  })

  it('begins anew where it is resumed, and nowhere else', () => {
    const [before, after] = ['2024-01-01T00:00:00Z', '2024-01-01T00:00:09Z']
    const resumed = job({ template }, { ...suspended('False'), startTime: after })
    expect(jobStatusErrors(resumed, job({ template }, { ...suspended('True'), startTime: before }))).to.deep.equal([])
    const [cause] = jobStatusErrors(resumed, job({ template }, { ...suspended('False'), startTime: before }))
    expect([cause?.field, cause?.reason]).to.deep.equal(['status.startTime', 'FieldValueInvalid'])
  })
})

describe('rules of CronJobs', () => {
  const cron = (more: Members = {}) => ({
    spec: { schedule: '*/5 * * * *', jobTemplate: { spec: { template } }, ...more },
  })
  offences('cronjobs.batch', [
    [cron()],
    [cron({ timeZone: 'Europe/Rome', schedule: '@hourly' })],
    [cron({ schedule: '' }), 'spec.schedule Required'],
    [cron({ schedule: '* * * *' }), 'spec.schedule Invalid'],
    [cron({ schedule: 'TZ=UTC 0 * * * *' }), 'spec.schedule Invalid'],
    [cron({ timeZone: 'Europe/Nowhere' }), 'spec.timeZone Invalid'],
    [cron({ concurrencyPolicy: 'Sometimes' }), 'spec.concurrencyPolicy NotSupported'],
    [cron({ startingDeadlineSeconds: -1 }), 'spec.startingDeadlineSeconds Invalid'],
    [{ metadata: { name: 'x'.repeat(53) }, ...cron() }, 'metadata.name Invalid'],
    [
      cron({ jobTemplate: { spec: { template: { spec: { ...pod, restartPolicy: 'Always' } } } } }),
      'spec.jobTemplate.spec.template.spec.restartPolicy Required',
    ],
    [
      cron({ jobTemplate: { spec: { template, selector: { matchLabels: { a: 'b' } }, manualSelector: true } } }),
      'spec.jobTemplate.spec.selector Invalid',
      'spec.jobTemplate.spec.manualSelector NotSupported',
    ],
  ])
  offencesOfChanges('cronjobs.batch', [
    [cron(), cron({ schedule: '@daily', suspend: true })],
    [cron(), cron({ schedule: 'CRON_TZ=UTC @daily' }), 'spec.schedule Invalid'],
  ])
})

describe('a schedule', () => {
  it('can be read in the forms that cron has', () => {
    for (const text of [
      '* * * * *',
      '0 0 1 1 *',
      '*/15 0-23/2 1,15 jan-MAR mon-fri',
      '5/10 ? * * SUN',
      '@every 1h30m',
      '@yearly',
      '@midnight',
      '+1 1-+5 */+2 * *',
      '*/9223372036854775807 000000000000000000000001 * * *',
    ]) {
      expect(scheduleFault(text), text).to.equal(undefined)
    }
  })

  it('tells what is wrong with it', () => {
    const faults: readonly (readonly [string, string])[] = [
      ['0 0 * *', 'must have 5 fields'],
      ['60 * * * *', '60 ends above 59'],
      ['* * 0 * *', '0 begins below 1'],
      ['* * * * 7', '7 ends above 6'],
      ['30-10 * * * *', '30-10 ends before it begins'],
      ['*/0 * * * *', 'the step of */0 must be 1 or more'],
      ['*/9223372036854775808 * * * *', 'must be a whole number'],
      ['++1 * * * *', 'must be of numbers from 0 to 59'],
      ['TZ=utc * * * * *', 'unknown time zone utc'],
      ['1/2/3 * * * *', "more than one '/'"],
      ['1-2-3 * * * *', "more than one '-'"],
      ['x * * * *', 'must be of numbers from 0 to 59'],
      ['@often', 'must be @every and a duration'],
      ['@every soon', 'a duration, such as 1h30m'],
    ]
    for (const [text, why] of faults) expect(scheduleFault(text), text).to.contain(why)
  })

  it('is in a time zone that there is', () => {
    const good =
      'UTC Etc/UTC Europe/Rome Etc/GMT+1 Etc/GMT-14 US/Pacific Asia/Kolkata Asia/Calcutta Europe/Kyiv Europe/Kiev EST5EDT'
    for (const zone of good.split(' ')) expect(timeZoneFaults(zone), zone).to.deep.equal([])
    const bad = [
      '',
      'Local',
      ' UTC',
      '../x',
      '+01',
      'Europe/Nowhere',
      'utc',
      'europe/rome',
      'EUROPE/ROME',
      'Etc/GMT+13',
    ]
    for (const zone of [...bad, 'US/Pacific-New', 'SystemV/PST8', '__proto__'])
      expect(timeZoneFaults(zone), zone).to.have.length(1)
    expect(timeZoneFaults('local')).to.have.length(2)
  })
})

describe('a list of indexes', () => {
  it('is counted, or told why it can not be', () => {
    expect(countIndexes('', 3)).to.deep.equal({ total: 0 })
    expect(countIndexes('0,2-4,9', 10)).to.deep.equal({ total: 5 })
    for (const text of ['1,1', '2-1', '1-2-3', 'a', '10', '0,'])
      expect(countIndexes(text, 10), text).to.have.property('wrong')
  })

  it('shares an index with another, or none', () => {
    expect(firstShared('0-2,7', '3,5-8', 10)).to.equal(7)
    expect(firstShared('0-2', '3', 10)).to.equal(undefined)
    expect(firstShared('', '3', 10)).to.equal(undefined)
  })
})
