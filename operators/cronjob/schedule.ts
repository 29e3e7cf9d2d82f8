/** Times that a CronJob's schedule means, as upstream reads it: five fields, `@hourly` and its like, or `@every 90m`. */
import { type CronExpression, CronExpressionParser } from 'cron-parser'

/** All times are epoch milliseconds. */
export interface Schedule {
  /** The first time after; undefined: never. */
  next(after: number): number | undefined
  /** The last time after `since` and no later than `now`; undefined: there is none. */
  latest(since: number, now: number): number | undefined
}

const named: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
}

/** A day that no month has (`0 0 31 2 *`) is no mistake in writing: such a schedule has no times. */
const never: Schedule = { next: () => undefined, latest: () => undefined }

/** Throws an Error that says what is wrong. The zone is UTC when left out. */
export function parseSchedule(text: string, timeZone = 'UTC'): Schedule {
  if (/^(CRON_)?TZ=/.test(text)) throw new Error('TZ= and CRON_TZ= are not allowed in a schedule; use spec.timeZone')
  const every = /^@every\s+(\S.*)$/.exec(text)
  if (every) return everyPeriod(periodOf(every[1] as string))
  const expression = named[text] ?? text
  if (expression.startsWith('@')) throw new Error(`must be @every and a duration, or a name such as @daily: ${text}`)
  const fields = expression.trim().split(/\s+/).map(plainField)
  if (fields.length !== 5)
    throw new Error(`must have 5 fields (minute, hour, day, month, day of the week), not ${fields.length}: ${text}`)
  if (fields.includes('')) return never
  // The parser knows more (L, W, H, #) than Kubernetes does.
  const strange = fields.find(
    (field) =>
      !/^(?:[\d*?,/-]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)+$/i.test(field),
  )
  if (strange) throw new Error(`the field ${strange} is none of numbers, names, *, ?, lists, ranges and steps: ${text}`)
  const parsed = parsedUnlessNever(fields.join(' '), timeZone)
  if (!parsed) return never
  return {
    next(after) {
      parsed.reset(new Date(after))
      return timeOf(() => parsed.next())
    },
    latest(since, now) {
      parsed.reset(new Date(now + 1))
      const found = timeOf(() => parsed.prev())
      return found !== undefined && found > since ? found : undefined
    },
  }
}

/** Without what upstream passes over: signs before numbers, and items of a list that are empty (of nothing else: no time at all). */
const plainField = (field: string): string =>
  field
    .split(',')
    .filter(Boolean)
    .map((part) => part.replace(/(^|[/-])\+(?=\d)/g, '$1'))
    .join(',')

function parsedUnlessNever(expression: string, tz: string): CronExpression | undefined {
  try {
    return CronExpressionParser.parse(expression, { tz: placeOf(tz), currentDate: 0 })
  } catch (error) {
    // The parser's words for days that none of the months has.
    if (/explicit day of month/.test((error as Error).message)) return undefined
    throw error
  }
}

/** The zone of a machine that nobody has told where it is keeps UTC's time. */
const placeOf = (zone: string): string => (zone === 'Factory' ? 'UTC' : zone)

/** Whether the machine knows the zone. `Local` is none, as upstream. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: placeOf(name) })
    return name.toLowerCase() !== 'local'
  } catch {
    return false
  }
}

function timeOf(step: () => { getTime(): number }): number | undefined {
  try {
    return step().getTime()
  } catch {
    // A day that comes never or too rarely.
    return undefined
  }
}

const unitsMs: Readonly<Record<string, number>> = { h: 3600_000, m: 60_000, s: 1000, ms: 1, us: 1e-3, µs: 1e-3, μs: 1e-3, ns: 1e-6 } // biome-ignore format: one list

/** A duration as Go writes it, in whole seconds; what is less than one, or negative, is one. */
function periodOf(text: string): number {
  if (!/^[+-]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:h|ms|m|s|us|µs|μs|ns))+)$/.test(text))
    throw new Error(`@every needs a duration, such as 1h30m, not ${text}`)
  let ms = 0
  for (const [, count, unit] of text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(h|ms|m|s|us|µs|μs|ns)/g))
    ms += Number(count) * unitsMs[unit as string]!
  return text.startsWith('-') ? 1000 : Math.max(1000, Math.floor(ms / 1000) * 1000)
}

/** Counted from whatever time it is asked about, in whole seconds. */
function everyPeriod(periodMs: number): Schedule {
  const whole = (ms: number) => Math.floor(ms / 1000) * 1000
  return {
    next: (after) => whole(after) + periodMs,
    latest(since, now) {
      const periods = Math.floor((now - whole(since)) / periodMs)
      return periods > 0 ? whole(since) + periods * periodMs : undefined
    },
  }
}
