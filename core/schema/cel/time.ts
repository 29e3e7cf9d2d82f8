/** Times and durations: read, written, and taken apart. No clock is asked. */
import { CelError } from './budget.js'
import { Duration, Timestamp } from './values.js'

const second = 1_000_000_000n

/** RFC 3339, or a date alone. */
export function parseTimestamp(text: string): Timestamp {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9})\d*)?([Zz]|[+-]\d\d:\d\d))?$/.exec(
    text,
  )
  if (!match) throw new CelError(`cannot parse "${text.slice(0, 100)}" as a time`)
  const [, year, month, day, hour = '0', minute = '0', sec = '0', fraction = '', zone = 'Z'] = match
  const days = daysOf(Number(year), Number(month), Number(day))
  if (Number(hour) > 23 || Number(minute) > 59 || Number(sec) > 59 || civil(days).day !== Number(day))
    throw new CelError(`cannot parse "${text}" as a time`)
  const offset = offsetOf(zone)
  const seconds = days * 86400 + Number(hour) * 3600 + Number(minute) * 60 + Number(sec) - offset
  return new Timestamp(BigInt(seconds) * second + BigInt(fraction.padEnd(9, '0')), offset)
}

const offsetOf = (zone: string): number => {
  const match = /^([+-]?)(\d\d):(\d\d)$/.exec(zone)
  if (!match) return 0
  const size = Number(match[2]) * 3600 + Number(match[3]) * 60
  return match[1] === '-' ? -size : size
}

/** Days since 1970 of a date in the proleptic Gregorian calendar. */
function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468
}

function civil(days: number): { year: number; month: number; day: number } {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 }
}

/** The accessors of times (`getFullYear` ...); months and days of the year count from 0, as CEL has it. */
export function partOf(time: Timestamp, part: string, zone = 'UTC'): bigint {
  const local = time.nanos + BigInt(zoneSeconds(time, zone)) * second
  const floor = (a: bigint, b: bigint) => (a % b < 0n ? a / b - 1n : a / b)
  const seconds = Number(floor(local, second))
  const days = Math.floor(seconds / 86400)
  const ofDay = seconds - days * 86400
  const { year, month, day } = civil(days)
  switch (part) {
    case 'getFullYear':
      return BigInt(year)
    case 'getMonth':
      return BigInt(month - 1)
    case 'getDate':
      return BigInt(day)
    case 'getDayOfMonth':
      return BigInt(day - 1)
    case 'getDayOfWeek':
      return BigInt((((days + 4) % 7) + 7) % 7)
    case 'getDayOfYear':
      return BigInt(days - daysOf(year, 1, 1))
    case 'getHours':
      return BigInt(Math.floor(ofDay / 3600))
    case 'getMinutes':
      return BigInt(Math.floor(ofDay / 60) % 60)
    case 'getSeconds':
      return BigInt(ofDay % 60)
    default:
      return floor(((local % second) + second) % second, 1_000_000n)
  }
}

function zoneSeconds(time: Timestamp, zone: string): number {
  if (zone === 'UTC' || zone === '') return 0
  if (/^[+-]?\d\d:\d\d$/.test(zone)) return offsetOf(zone)
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    const name = format.formatToParts(Number(time.nanos / 1_000_000n)).find(({ type }) => type === 'timeZoneName')
    return offsetOf(name?.value.replace('GMT', '') ?? '')
  } catch {
    throw new CelError(`unknown time zone ${zone}`)
  }
}

const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: second,
  m: 60n * second,
  h: 3600n * second,
}

/** As Go reads it: `1h30m`, `-1.5s`. */
export function parseDuration(text: string): Duration {
  const wrong = () => new CelError(`invalid duration "${text.slice(0, 100)}"`)
  if (text.length > 200) throw wrong()
  const sign = /^[+-]/.exec(text)?.[0] ?? ''
  let rest = text.slice(sign.length)
  if (rest === '0') return new Duration(0n)
  if (rest === '') throw wrong()
  let nanos = 0n
  while (rest) {
    const match = /^(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/.exec(rest)
    if (!match || !(match[1] || match[2])) throw wrong()
    const unit = units[match[3]!]!
    nanos += BigInt(match[1] || '0') * unit
    if (match[2]) nanos += (BigInt(match[2]) * unit) / 10n ** BigInt(match[2].length)
    rest = rest.slice(match[0].length)
  }
  return new Duration(sign === '-' ? -nanos : nanos)
}

/** `1.5s`: CEL writes durations in seconds. */
export function durationText({ nanos }: Duration): string {
  const size = nanos < 0n ? -nanos : nanos
  const fraction = (size % second).toString().padStart(9, '0').replace(/0+$/, '')
  return `${nanos < 0n ? '-' : ''}${size / second}${fraction && `.${fraction}`}s`
}

export function timestampText(time: Timestamp): string {
  const zone = zoneText(time.offsetSeconds)
  const part = (name: string, length = 2) => partOf(time, name, zone).toString().padStart(length, '0')
  const fraction = (((time.nanos % second) + second) % second).toString().padStart(9, '0').replace(/0+$/, '')
  const month = (partOf(time, 'getMonth', zone) + 1n).toString().padStart(2, '0')
  const clock = `${part('getHours')}:${part('getMinutes')}:${part('getSeconds')}`
  return `${part('getFullYear', 4)}-${month}-${part('getDate')}T${clock}${fraction && `.${fraction}`}${zone || 'Z'}`
}

/** `+02:00`; '' for UTC. */
function zoneText(seconds: number): string {
  if (seconds === 0) return ''
  const minutes = Math.abs(seconds) / 60
  const two = (number: number) => String(number).padStart(2, '0')
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
