/** Values as the text of a cell: as Go's fmt prints what stands by itself, and encoding/json what holds others. */
import { sortedMembers, writeJson } from '../../kit/index.js'

export function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return jsonOf(value)
  return typeof value === 'number' ? numberText(value) : String(value)
}

/** Members in the order of their names; what HTML gives a meaning to is escaped. */
const jsonOf = (value: object): string =>
  writeJson(sortedMembers(value)).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** What is not whole is written with an exponent from a million on and below a ten thousandth. */
function numberText(value: number): string {
  const [, digits = '', sign = '', exponent = ''] = /^(-?[\d.]+)e([-+])(\d+)$/.exec(value.toExponential()) ?? []
  const size = Number(`${sign}${exponent}`)
  if (Number.isSafeInteger(value) || (size >= -4 && size < 6)) return String(value)
  return `${digits}e${sign}${exponent.padStart(2, '0')}`
}
