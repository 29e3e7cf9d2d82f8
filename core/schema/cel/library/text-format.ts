/** `'%s is %d'.format([...])`. */
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
import { doubleText } from './conversions.js'

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

function clauseText(value: Value, verb: string, { places, budget }: Ways): string {
  const number = value instanceof Uint ? value.value : value
  const isNumber = typeof number === 'bigint' || typeof number === 'number'
  switch (verb) {
    case 's':
      return shown(value, budget)
    case 'd':
      if (typeof number === 'bigint') return String(number)
      if (typeof number === 'number') return doubleText(number)
      break
    case 'f':
      if (isNumber)
        return Number.isFinite(Number(number)) ? fixed(Number(number), places ?? 6) : infinite(Number(number))
      break
    case 'e':
      if (isNumber && Number.isFinite(Number(number)))
        return Number(number)
          .toExponential(Math.min(places ?? 6, 100))
          .replace(/e([+-])(\d)$/, 'e$10$2')
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

/** What lies in the middle goes to the even digit, as in Go. */
function fixed(value: number, asked: number): string {
  const places = Math.min(asked, 100)
  const up = value.toFixed(places)
  const down = (Number(up) - Math.sign(value) * 10 ** -places).toFixed(places)
  const isMiddle = places < 16 && Math.abs(Number(up) - value) === Math.abs(value - Number(down))
  return isMiddle && Number(up.at(-1)) % 2 === 1 ? down : up
}

const infinite = (value: number) => (Number.isNaN(value) ? 'NaN' : value < 0 ? '-Infinity' : 'Infinity')

function shown(value: Value, budget: Budget): string {
  budget.work(1)
  if (value === null) return 'null'
  if (typeof value === 'string') {
    budget.work(traversal(value.length))
    return value
  }
  if (typeof value === 'number') return doubleText(value)
  if (typeof value !== 'object') return String(value)
  if (value instanceof Uint) return String(value.value)
  if (value instanceof Uint8Array) return Buffer.from(value).toString()
  if (value instanceof Timestamp) return timestampText(value)
  if (value instanceof Duration) return durationText(value)
  if (value instanceof TypeValue) return value.name
  if (value instanceof ListValue) return `[${[...value].map((each) => shown(each, budget)).join(', ')}]`
  if (value instanceof MapValue)
    return `{${value
      .keys()
      .map((key) => `${shown(key, budget)}: ${shown(value.get(key)!, budget)}`)
      .sort()
      .join(', ')}}`
  if (value instanceof Opaque) return value.text
  if (value instanceof ObjectValue) throw new CelError('error during formatting: objects have no text')
  throw new CelError('error during formatting: no text for such a value')
}
