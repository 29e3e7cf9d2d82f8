/** Formats of strings and numbers that people's own schemas may name (those of upstream's CustomResourceDefinition v1); any other is not looked at. Every pattern runs in linear time. */
import { isIP, isIPv4, isIPv6 } from 'node:net'

export type Format = (text: string) => boolean

const hex = '[0-9a-fA-F]'
const uuid = (version: string, variant: string) =>
  matches(`^${hex}{8}-?${hex}{4}-?${version}${hex}{3}-?${variant}${hex}{3}-?${hex}{12}$`)

function matches(source: string): Format {
  const pattern = new RegExp(source)
  return (text) => pattern.test(text)
}

const dateTime = matches(
  '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt ]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):?[0-5]\\d)$',
)

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const isDateTime: Format = (text) => dateTime(text) && isDate(text.slice(0, 10))

/** Go's durations, and plain words for longer ones (`3 days`). */
const duration = matches(
  '^[+-]?((\\d+(\\.\\d*)?|\\.\\d+)\\s*(ns|us|µs|μs|ms|s|m|h|d|w|nanoseconds?|microseconds?|milliseconds?|seconds?|minutes?|hours?|days?|weeks?)\\s*)+$|^0$',
)

function isCidr(text: string): boolean {
  const slash = text.lastIndexOf('/')
  const [address, bits] = [text.slice(0, slash), text.slice(slash + 1)]
  const family = isIP(address)
  return slash > 0 && family > 0 && /^(0|[1-9]\d{0,2})$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)
}

const hostnamePattern = matches(
  '^[a-zA-Z0-9_]([-a-zA-Z0-9_]*[a-zA-Z0-9_])?(\\.[a-zA-Z0-9_]([-a-zA-Z0-9_]*[a-zA-Z0-9_])?)*\\.?$',
)

/** A reference with a scheme, or an absolute path (Go's url.ParseRequestURI). */
function isUri(text: string): boolean {
  if (/[\s"<>\\^`{|}]/.test(text) || /%(?![0-9a-fA-F]{2})/.test(text)) return false
  return text.startsWith('/') || /^[a-zA-Z][a-zA-Z0-9+.-]*:./.test(text)
}

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

export const stringFormats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['byte', (text) => base64.test(text)],
  ['date', isDate],
  ['date-time', isDateTime],
  ['datetime', isDateTime],
  ['duration', duration],
  ['email', matches('^[^\\s@<>(),;:]+@[^\\s@<>(),;:]+$')],
  ['hostname', (text) => text.length <= 255 && hostnamePattern(text)],
  ['ipv4', isIPv4],
  ['ipv6', isIPv6],
  ['cidr', isCidr],
  ['mac', matches(`^(${hex}{2}([:-]${hex}{2}){5}([:-]${hex}{2}){0,2}|${hex}{4}(\\.${hex}{4}){2,3})$`)],
  ['uri', isUri],
  ['uuid', uuid(hex, hex)],
  ['uuid3', uuid('3', hex)],
  ['uuid4', uuid('4', '[89abAB]')],
  ['uuid5', uuid('5', '[89abAB]')],
  ['hexcolor', matches(`^#?(${hex}{3}|${hex}{6})$`)],
  ['rgbcolor', matches('^rgb\\(\\s*\\d{1,3}\\s*,\\s*\\d{1,3}\\s*,\\s*\\d{1,3}\\s*\\)$')],
  ['k8s-short-name', (text) => text.length <= 63 && matches(`^${label}$`)(text)],
  ['k8s-long-name', (text) => text.length <= 253 && matches(`^${label}(\\.${label})*$`)(text)],
])

/** Whether a whole number is in the range of `int32` or `int64`; other formats hold any. */
export function fitsNumber(value: number | bigint, format: string | undefined): boolean {
  if (format === 'int32') return value >= -2147483648 && value <= 2147483647
  return format !== 'int64' || (value >= -(2 ** 63) && value < 2 ** 63)
}
