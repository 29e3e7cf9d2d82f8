/** Doubles as texts, as Go and its package x/text (in English) write them, to the digit. */

/** `%g`: as few digits as tell it from all other doubles; beyond six places before the point, or four zeros behind it, by powers of ten. */
export function shortText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value < 0 ? '-Inf' : '+Inf'
  const [digits, exponent] = value.toExponential().split('e') as [string, string]
  const power = Number(exponent)
  const sign = Object.is(value, -0) ? '-' : ''
  if (power >= -4 && power < 6) return sign + String(value)
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}

/** `%f`, in groups of three digits. */
export const fixedText = (value: number, places: number): string =>
  Number.isFinite(value) ? fixed(value, places, (whole) => BigInt(whole).toLocaleString('en-US')) : infinite(value)

/** A finite double as it stands in a literal: six places, no groups. */
export const literalText = (value: number): string => fixed(value, 6, (whole) => whole)

function fixed(value: number, places: number, shown: (whole: string) => string): string {
  const digits = String(scaled(Math.abs(value), places)).padStart(places + 1, '0')
  const at = digits.length - places
  return signOf(value) + shown(digits.slice(0, at)) + (places > 0 ? `.${digits.slice(at)}` : '')
}

const mantissaPlaces = 6

/** `%e` with six places. */
export function scientificText(value: number): string {
  if (!Number.isFinite(value)) return infinite(value)
  let power = Number(value.toExponential().split('e')[1])
  let digits = String(scaled(Math.abs(value), mantissaPlaces - power))
  if (digits.length > mantissaPlaces + 1) [digits, power] = [digits.slice(0, -1), power + 1]
  digits = digits.padEnd(mantissaPlaces + 1, '0')
  return `${signOf(value)}${digits[0]}.${digits.slice(1)}×10${raised(power)}`
}

const signOf = (value: number): string => (value < 0 || Object.is(value, -0) ? '-' : '')

const infinite = (value: number): string => (Number.isNaN(value) ? 'NaN' : value < 0 ? '-∞' : '∞')

function raised(power: number): string {
  const digits = String(Math.abs(power)).padStart(2, '0')
  return (power < 0 ? '⁻' : '') + Array.from(digits, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')
}

/** `value` (not negative) by the power of ten `places`, rounded to the nearest whole number as the double stands exactly, from the middle to the even one. */
function scaled(value: number, places: number): bigint {
  const [over, under] = ratioOf(value)
  const [top, bottom] = places < 0 ? [over, under * 10n ** BigInt(-places)] : [over * 10n ** BigInt(places), under]
  const whole = top / bottom
  const twice = (top % bottom) * 2n
  return twice > bottom || (twice === bottom && whole % 2n === 1n) ? whole + 1n : whole
}

/** A double (IEEE 754) as a fraction. */
function ratioOf(value: number): [bigint, bigint] {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  const bits = view.getBigUint64(0)
  const exponent = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & ((1n << 52n) - 1n)
  const mantissa = exponent === 0 ? fraction : fraction | (1n << 52n)
  const power = Math.max(exponent, 1) - 1075
  return power < 0 ? [mantissa, 1n << BigInt(-power)] : [mantissa << BigInt(power), 1n]
}
