import { expect } from 'chai'
import { timestamp } from '../../core/meta/index.js'
import { PlanWorld } from '../../test/kit/plan-world.js'
import { type Command, tellStories } from '../../test/kit/story.js'
import { CronJob, Job } from '../kit/kinds.js'
import { cronjob } from './index.js'
import { isTimeZone, parseSchedule } from './schedule.js'

describe('a cronjob', () => {
  tellStories(import.meta.url, () => {
    const world = new PlanWorld()
    world.now = Date.parse('2024-01-01T12:00:30Z')
    return (command) => tell(world, command)
  })
})

describe('a schedule', () => {
  const noon = Date.parse('2024-01-01T12:00:00Z')
  const nextOf = (text: string, zone?: string) => timestamp(parseSchedule(text, zone).next(noon) ?? 0)

  it('tells the next time, in UTC or the zone given', () => {
    expect(nextOf('*/5 * * * *')).to.equal('2024-01-01T12:05:00Z')
    expect(nextOf('0 9 * * MON-FRI')).to.equal('2024-01-02T09:00:00Z')
    expect(nextOf('0 9 * * *', 'Europe/Berlin')).to.equal('2024-01-02T08:00:00Z')
    expect(nextOf('0 0 1,15 * ?')).to.equal('2024-01-15T00:00:00Z')
    expect(nextOf('+5,,1-+2/+1 * * * *')).to.equal('2024-01-01T12:01:00Z')
    expect(parseSchedule(', * * * *').next(noon)).to.equal(undefined)
    expect(nextOf('0 9 * * *', 'Factory')).to.equal('2024-01-02T09:00:00Z')
  })

  it('knows the names and periods that Kubernetes knows', () => {
    expect(nextOf('@hourly')).to.equal('2024-01-01T13:00:00Z')
    expect(nextOf('@weekly')).to.equal('2024-01-07T00:00:00Z')
    expect(nextOf('@every 1h30m')).to.equal('2024-01-01T13:30:00Z')
    for (const short of ['-1h', '5us', '0', '1.5s']) expect(nextOf(`@every ${short}`)).to.equal('2024-01-01T12:00:01Z')
    expect(parseSchedule('@every 90s').latest(noon, noon + 300_000)).to.equal(noon + 270_000)
    expect(parseSchedule('@every 90s').latest(noon, noon + 89_000)).to.equal(undefined)
  })

  it('tells the latest time, that of now included', () => {
    const hourly = parseSchedule('0 * * * *')
    expect(hourly.latest(noon - 1, noon)).to.equal(noon)
    expect(hourly.latest(noon, noon + 3599_999)).to.equal(undefined)
    expect(hourly.latest(0, noon + 3600_000)).to.equal(noon + 3600_000)
  })

  it('refuses what Kubernetes refuses', () => {
    for (const text of [
      'TZ=UTC * * * * *',
      'CRON_TZ=UTC * * * * *',
      '* * * *',
      '* * * * * *',
      '61 * * * *',
      'H * * * *',
    ]) {
      expect(() => parseSchedule(text), text).to.throw()
    }
    for (const text of ['0 0 L * *', '0 0 * * 1#2', '@reboot', '@every never', '', 'one two three four five']) {
      expect(() => parseSchedule(text), text).to.throw()
    }
    expect(isTimeZone('Europe/Berlin')).to.equal(true)
    expect(isTimeZone('Europe/Nowhere')).to.equal(false)
    expect(isTimeZone('Local')).to.equal(false)
  })
})

function tell(world: PlanWorld, { verb, words, options, input }: Command): string {
  const name = words[0] ?? ''
  const verbs: Readonly<Record<string, () => unknown>> = {
    cronjob: () => world.put(CronJob, { metadata: { name: 'tick' }, spec: specOf(input) } as unknown as CronJob),
    set: () => world.patch(CronJob, 'tick', { spec: JSON.parse(input) }),
    plan: () => {
      world.plan(cronjob)
      return world.told()
    },
    at: () => (world.now = Date.parse(`2024-01-0${options['day'] ?? 1}T${name}Z`)),
    end: () => world.patch(Job, name, { status: ended(world.now, String(words[1])) }),
    remove: () => world.remove(Job, name),
    manual: () => world.put(Job, manualJob(world, name)),
    refuse: () => (world.refuses = () => ({ reason: 'Forbidden', message: 'exceeded quota' })),
    allow: () => (world.refuses = () => undefined),
    show: () => JSON.stringify(world.get(Job, name), null, 1),
    status: () => showStatus(world),
  }
  const found = verbs[verb]
  if (!found) throw new Error(`no such command: ${verb}`)
  const answer = found()
  return typeof answer === 'string' ? answer : ''
}

function specOf(input: string): object {
  const jobTemplate = { metadata: { labels: { app: 'tick' } }, spec: { template: { spec: {} } } }
  const limits = { successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 }
  return { schedule: '* * * * *', concurrencyPolicy: 'Allow', jobTemplate, ...limits, ...JSON.parse(input || '{}') }
}

function ended(now: number, type: string): object {
  const conditions = [{ type, status: 'True' }]
  return { conditions, ...(type === 'Complete' ? { completionTime: timestamp(now) } : {}) }
}

function manualJob(world: PlanWorld, name: string): Job {
  const { uid } = world.get(CronJob, 'tick').metadata
  const owner = { apiVersion: 'batch/v1', kind: 'CronJob', name: 'tick', uid: String(uid), controller: true }
  return { metadata: { name, ownerReferences: [owner] }, spec: {} } as unknown as Job
}

function showStatus(world: PlanWorld): string {
  const { active = [], lastScheduleTime, lastSuccessfulTime } = world.get(CronJob, 'tick').status ?? {}
  return [
    `active: ${active.map(({ name }) => name).join(' ') || 'none'}`,
    `last scheduled: ${lastScheduleTime ?? 'never'}`,
    `last success: ${lastSuccessfulTime ?? 'never'}`,
  ].join('\n')
}
