/** Formats of strings and numbers that people's own schemas may name (those of upstream's CustomResourceDefinition v1); any other is not looked at. Every pattern runs in linear time. */
import { isIP, isIPv4, isIPv6 } from 'node:net'
import { parseDuration } from '../cel/time.js'
import { readRequestUri } from '../uri.js'

export type Format = (text: string) => boolean

const hex = '[0-9a-fA-F]'
const uuid = (version: string, variant: string) =>
  matches(`^${hex}{8}-?${hex}{4}-?${version}${hex}{3}-?${variant}${hex}{3}-?${hex}{12}$`)

function matches(source: string): Format {
  const pattern = new RegExp(source)
  return (text) => pattern.test(text)
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const timeOfDay = matches('^([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(.\\d+)?(z|[+-]\\d\\d:\\d\\d)$')

const isDateTime: Format = (text) => {
  const [date = '', time = ''] = text.toLowerCase().split('t')
  return isDate(date) && timeOfDay(time)
}

/** Of at most 63 bits of nanoseconds. */
function isGoDuration(text: string): boolean {
  try {
    return parseDuration(text) !== undefined
  } catch {
    return false
  }
}

const unit = /^(ns|us|µs|ms|s|m|hr?|d|wk?|nano.*|micro.*|milli.*|sec.*|min.*|hour.*|day.*|week.*)$/i

/** Of a number of 63 bits. */
const mostDigits = 19

/** Go's durations, or words among which there is a number of units (`3 days`). */
function isDuration(text: string): boolean {
  if (isGoDuration(text)) return true
  // Without the look behind, a number without a unit would be read from each of its digits on.
  const said = [...text.matchAll(/(?<!\d)(\d+)\s*([A-Za-zµ]+)/g)]
  const fits = (count: string) => {
    const digits = count.replace(/^0+/, '')
    return digits.length <= mostDigits && BigInt(digits) < 2n ** 63n
  }
  return said.some(([, , of]) => unit.test(of!)) && said.every(([, count]) => fits(count!))
}

/** Zeros in front are taken, as by servers of old: of an address of four parts, also at the end of a longer one. */
const plainParts = (text: string): string =>
  text.replace(
    /(^|:)(\d+\.[\d.]*)/,
    (_, before: string, address: string) => before + address.replace(/(^|\.)0+(?=\d)/g, '$1'),
  )

const isAddress6: Format = (text) => isIPv6(text) && !text.includes('%')

function isCidr(text: string): boolean {
  const slash = text.lastIndexOf('/')
  const [address, bits] = [plainParts(text.slice(0, slash)), text.slice(slash + 1)]
  const family = address.includes('%') ? 0 : isIP(address)
  return slash > 0 && family > 0 && /^0*\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)
}

const one = '[a-zA-Z0-9\\p{S}\\p{L}]'
const hostnamePattern = new RegExp(
  `^(${one}-?${one}{0,62}|(${one}((${one}|-){0,61}${one})?\\.)+[a-zA-Z\\p{L}]{2,63})$`,
  'u',
)

const isHostname: Format = (text) =>
  Buffer.byteLength(text) <= 255 &&
  text.split('.').every((part) => Buffer.byteLength(part) <= 63) &&
  hostnamePattern.test(text)

const atom = '[^\\s@<>(),;:\\\\".[\\]]+'
const emailPattern = matches(`^(${atom}(\\.${atom})*|"[^"]*")@(${atom}(\\.${atom})*|\\[[^\\]]*\\])$`)

/** An address, or a name with one behind it. */
const isEmail: Format = (text) => emailPattern(/^[^<>]*<([^<>]*)>\s*$/.exec(text)?.[1] ?? text.trim())

const digitsOf = (text: string): string => text.replace(/[\s-]/g, '')

function isIsbn10(text: string): boolean {
  const digits = digitsOf(text)
  if (!/^\d{9}[\dX]$/.test(digits)) return false
  const sum = [...digits].reduce((total, digit, at) => total + (at + 1) * (digit === 'X' ? 10 : Number(digit)), 0)
  return sum % 11 === 0
}

function isIsbn13(text: string): boolean {
  const digits = digitsOf(text)
  return (
    /^\d{13}$/.test(digits) &&
    [...digits].reduce((sum, each, at) => sum + Number(each) * (at % 2 ? 3 : 1), 0) % 10 === 0
  )
}

const cardPattern =
  /^(4\d{12}(\d{3})?|5[1-5]\d{14}|(222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|6(011|5\d\d)\d{12}|3[47]\d{13}|3(0[0-5]|[68]\d)\d{11}|(2131|1800|35\d{3})\d{11}|6[27]\d{14})$/

function isCreditCard(text: string): boolean {
  const digits = digitsOf(text)
  if (!cardPattern.test(digits)) return false
  const worth = (digit: number, isDoubled: boolean) => (isDoubled ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit)
  return [...digits].reverse().reduce((sum, each, at) => sum + worth(Number(each), at % 2 === 1), 0) % 10 === 0
}

const shade = '\\s*(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])\\s*'
const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/

/** Names of formats differ in their dashes alone. */
export const stringFormat = (name: string): Format | undefined =>
  stringFormats.get(name.includes('-') ? name.replaceAll('-', '') : name)

/** By their names without dashes. */
export const stringFormats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['bsonobjectid', matches(`^${hex}{24}$`)],
  ['byte', (text) => base64.test(text)],
  ['cidr', isCidr],
  ['creditcard', isCreditCard],
  ['date', isDate],
  ['datetime', isDateTime],
  ['duration', isDuration],
  ['email', isEmail],
  ['hexcolor', matches(`^#?(${hex}{3}|${hex}{6})$`)],
  ['hostname', isHostname],
  ['ipv4', (text) => isIPv4(plainParts(text)) || (text.includes('.') && isAddress6(plainParts(text)))],
  ['ipv6', isAddress6],
  ['isbn', (text) => isIsbn10(text) || isIsbn13(text)],
  ['isbn10', isIsbn10],
  ['isbn13', isIsbn13],
  ['k8slongname', (text) => text.length <= 253 && matches(`^${label}(\\.${label})*$`)(text)],
  ['k8sshortname', (text) => text.length <= 63 && matches(`^${label}$`)(text)],
  [
    'mac',
    matches(
      `^(${hex}{2}([:-])${hex}{2}(\\2${hex}{2}){4}((\\2${hex}{2}){2}|(\\2${hex}{2}){14})?|${hex}{4}(\\.${hex}{4}){2}((\\.${hex}{4})|(\\.${hex}{4}){7})?|(${hex}{12}|${hex}{16}|${hex}{40}))$`,
    ),
  ],
  ['password', () => true],
  ['rgbcolor', matches(`^rgb\\(${shade},${shade},${shade}\\)$`)],
  ['ssn', matches('^\\d{3}[- ]\\d{2}[- ]\\d{4}$')],
  ['uri', (text) => readRequestUri(text) !== undefined],
  ['uuid', uuid(hex, hex)],
  ['uuid3', uuid('3', hex)],
  ['uuid4', uuid('4', '[89abAB]')],
  ['uuid5', uuid('5', '[89abAB]')],
])
