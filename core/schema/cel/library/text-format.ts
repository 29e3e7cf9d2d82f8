/** `'%s is %d'.format([...])`. */

import { quoted } from '../../../meta/index.js'
import { type Budget, CelError } from '../budget.js'
import { traversal } from '../price.js'
import { durationText, timestampText } from '../time.js'
import {
  Duration,
  ListValue,
  MapValue,
  ObjectValue,
  Opaque,
  Timestamp,
  TypeValue,
  Uint,
  type Value,
} from '../values.js'
import { decode } from './conversions.js'
import { fixedText, literalText, scientificText, shortText } from './number-text.js'

/** More places than a double has are refused. */
const mostPlaces = 1000

export function formatText(text: string, args: ListValue, budget: Budget): string {
  let next = 0
  const made = text.replace(/%(?:\.(\d{1,9}))?([\s\S]|$)/g, (clause, places: string | undefined, verb: string) => {
    if (verb === '%') return '%'
    if (next >= args.size) throw new CelError(`index ${next} out of range`)
    if (Number(places ?? 0) > mostPlaces)
      throw new CelError(`error during formatting: precision of ${clause} is too large`)
    const shown = clauseText(args.at(next++), verb, {
      places: places === undefined ? undefined : Number(places),
      budget,
    })
    budget.work(traversal(shown.length))
    return shown
  })
  return made
}

interface Ways {
  readonly places: number | undefined
  readonly budget: Budget
}

/** Infinities and what is no number may be said as texts. */
const saidNumbers = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
])

function clauseText(value: Value, verb: string, { places, budget }: Ways): string {
  const number = value instanceof Uint ? value.value : value
  const double = typeof value === 'string' ? saidNumbers.get(value) : value
  switch (verb) {
    case 's':
      return shown(value, budget)
    case 'd':
      if (typeof number === 'bigint') return String(number)
      break
    case 'f':
      if (typeof double === 'number') return fixedText(double, places ?? 6)
      break
    case 'e':
      // As upstream, which takes what stands for places for the width.
      if (typeof double === 'number') return scientificText(double).padStart(places ?? 0)
      break
    case 'b':
      if (typeof number === 'bigint') return number.toString(2)
      if (typeof value === 'boolean') return value ? '1' : '0'
      break
    case 'o':
      if (typeof number === 'bigint') return number.toString(8)
      break
    case 'x':
    case 'X': {
      const hex =
        typeof number === 'bigint'
          ? number.toString(16)
          : typeof value === 'string' || value instanceof Uint8Array
            ? Buffer.from(value as string).toString('hex')
            : undefined
      if (hex !== undefined) return verb === 'X' ? hex.toUpperCase() : hex
      break
    }
    default:
      throw new CelError(`could not parse formatting clause: unrecognized formatting clause "${verb}"`)
  }
  throw new CelError(`error during formatting: no formatting function for %${verb} of such a value`)
}

function shown(value: Value, budget: Budget): string {
  budget.work(1)
  if (typeof value === 'string') {
    budget.work(traversal(value.length))
    return value
  }
  if (typeof value === 'number') return shortText(value)
  if (value instanceof Timestamp) return timestampText(value)
  if (value instanceof Duration) return durationText(value)
  if (value instanceof Uint8Array) return decode(value)
  if (value instanceof ListValue) return `[${[...value].map((each) => written(each, budget)).join(', ')}]`
  if (value instanceof MapValue) return `{${membersOf(value, budget).join(', ')}}`
  if (value instanceof Opaque) return value.text
  return plain(value)
}

function plain(value: Value): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof Uint) return String(value.value)
  if (value instanceof TypeValue) return value.name
  if (value instanceof ObjectValue) throw new CelError('error during formatting: objects have no text')
  throw new CelError('error during formatting: no text for such a value')
}

/** In order of the keys as they are written. */
function membersOf(map: MapValue, budget: Budget): string[] {
  const members = map.keys().map((key): [string, string] => [written(key, budget), written(map.get(key)!, budget)])
  return members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => `${key}:${member}`)
}

/** Within a list or map values are written as CEL's literals are. */
function written(value: Value, budget: Budget): string {
  if (typeof value === 'number') return Number.isFinite(value) ? literalText(value) : quoted(shortText(value))
  const text = shown(value, budget)
  if (typeof value === 'string') return quoted(text)
  if (value instanceof Uint8Array) return `b${quoted(text)}`
  if (value instanceof Timestamp) return `timestamp(${quoted(text)})`
  if (value instanceof Duration) return `duration(${quoted(text)})`
  return text
}
