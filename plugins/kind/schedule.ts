/** Cron schedules, read as upstream reads them (robfig/cron's ParseStandard): five fields, or `@every` and the named ones. Only whether they can be read. */
import { isTimeZone } from './time-zones.js'

const named = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'])

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const days = 'sun mon tue wed thu fri sat'.split(' ')

interface Field {
  readonly name: string
  readonly least: number
  readonly most: number
  readonly words: ReadonlyMap<string, number>
}

const numbered = (words: readonly string[], from: number) => new Map(words.map((word, index) => [word, index + from]))

const fields: readonly Field[] = [
  { name: 'minute', least: 0, most: 59, words: new Map() },
  { name: 'hour', least: 0, most: 23, words: new Map() },
  { name: 'day of month', least: 1, most: 31, words: new Map() },
  { name: 'month', least: 1, most: 12, words: numbered(months, 1) },
  { name: 'day of week', least: 0, most: 6, words: numbered(days, 0) },
]

/** What is wrong with it, and what would be right; undefined: it can be read. */
export function scheduleFault(schedule: string): string | undefined {
  let text = schedule
  if (/^(CRON_)?TZ=/.test(text)) {
    const space = text.indexOf(' ')
    if (space < 0) return 'a schedule must follow the time zone'
    const zone = text.slice(text.indexOf('=') + 1, space)
    if (!isTimeZone(zone)) return unknownZone(zone)
    text = text.slice(space).trim()
  }
  if (text.startsWith('@')) return descriptorFault(text)
  const parts = text.split(/\s+/).filter(Boolean)
  if (parts.length !== fields.length) {
    return `must have 5 fields (minute, hour, day, month, day of the week), not ${parts.length}`
  }
  for (const [index, field] of fields.entries()) {
    const fault = fieldFault(parts[index]!, field)
    if (fault) return `${field.name}: ${fault}`
  }
  return undefined
}

const duration = /^[+-]?(\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))*$/

function descriptorFault(text: string): string | undefined {
  if (named.has(text)) return undefined
  if (!text.startsWith('@every ')) return `must be @every and a duration, or one of ${[...named].join(', ')}`
  const every = text.slice('@every '.length)
  return every === '0' || (every.length <= 100 && duration.test(every))
    ? undefined
    : '@every needs a duration, such as 1h30m'
}

/** Some upstream versions count Sunday as 0 alone, as does this one. */
function fieldFault(text: string, field: Field): string | undefined {
  for (const part of text.split(',')) {
    if (part === '') continue
    const fault = rangeFault(part, field)
    if (fault) return fault
  }
  return undefined
}

function rangeFault(part: string, field: Field): string | undefined {
  const [range = '', step, ...more] = part.split('/')
  if (more.length > 0) return `${part} has more than one '/'`
  const [first = '', end, ...rest] = range.split('-')
  const isAny = first === '*' || first === '?'
  if (rest.length > 0 && !isAny) return `${part} has more than one '-'`
  const low = isAny ? field.least : readNumber(first, field)
  const high = isAny ? field.most : end === undefined ? (step === undefined ? low : field.most) : readNumber(end, field)
  if (low === undefined || high === undefined) return `${part} must be of numbers from ${field.least} to ${field.most}`
  const every = step === undefined ? 1 : wholeNumber(step)
  if (every === undefined) return `the step of ${part} must be a whole number`
  if (low < field.least) return `${part} begins below ${field.least}`
  if (high > field.most) return `${part} ends above ${field.most}`
  if (low > high) return `${part} ends before it begins`
  return every === 0 ? `the step of ${part} must be 1 or more` : undefined
}

function readNumber(text: string, { words }: Field): number | undefined {
  const word = words.get(text.toLowerCase())
  if (word !== undefined) return word
  return wholeNumber(text)
}

/** As Go reads them, into 64 bits. */
function wholeNumber(text: string): number | undefined {
  const [, digits] = /^\+?0*(\d{1,19})$/.exec(text) ?? []
  return digits !== undefined && BigInt(digits) < 2n ** 63n ? Number(digits) : undefined
}

const zonePart = /^[A-Za-z.\-_0-9+]{1,14}$/

const unknownZone = (zone: string) => `unknown time zone ${zone.slice(0, 100)}`

/** What is wrong with the name of a time zone. */
export function timeZoneFaults(zone: string): string[] {
  if (zone === '') return ['must name a time zone, or be left out']
  const parts = zone.split('/')
  if (parts.some((part) => part === '.' || part === '..' || part.startsWith('-') || !zonePart.test(part)))
    return [unknownZone(zone)]
  const unknown = isTimeZone(zone) ? [] : [unknownZone(zone)]
  return zone.toLowerCase() === 'local' ? ['must name one place for all, such as Europe/Berlin', ...unknown] : unknown
}
