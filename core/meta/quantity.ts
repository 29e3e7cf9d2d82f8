/** Quantities as resources are counted in (apimachinery's api/resource): `500m`, `1.5Gi`, `2e3`; exact to a billionth. */

export interface Quantity {
  /** Billionths. */
  readonly nano: bigint
  /** How it was written, and is written again. */
  readonly format: 'DecimalSI' | 'BinarySI' | 'DecimalExponent'
}

const decimalSuffixes = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E']
const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const nanoPerUnit = 1_000_000_000n
const most = ((1n << 63n) - 1n) * nanoPerUnit
/** Upstream has no bound for decimal amounts; here what takes forever to write is the most that binary ones are. */
const mostDecimal = 10n ** 40n

/** What was read lately: the same few amounts stand in every pod, and are asked for several times in each. */
const read = new Map<string, Quantity>()
const mostRead = 500

/** Invariant: there is one way to read a text; digits that could be of two parts would be tried in all. */
const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:([a-zA-Z]+)([+-]?\d+)?)?$/

/**
 * Reads a quantity as upstream does: finer parts than a billionth are rounded away from zero, what is beyond 2^63-1 in binary units is that.
 * Throws TypeError, in upstream's words, for a text that is none.
 */
export function parseQuantity(text: string | number): Quantity {
  const key = String(text)
  const known = read.get(key)
  if (known) return known
  const quantity = parse(key.trim())
  if (key.length > 20) return quantity
  if (read.size >= mostRead) read.clear()
  read.set(key, quantity)
  return quantity
}

function parse(text: string): Quantity {
  const match = form.exec(text)
  // As upstream, what has no digits is none of it.
  if (!match || text === '') throw malformed()
  const { exponent, format } = readSuffix(match[4] ?? '', match[5])
  const digits = BigInt(`${match[2]}${match[3] ?? ''}`)
  const decimals = (match[3] ?? '').length
  const nano =
    format === 'BinarySI' ? scaled(digits << BigInt(exponent), -decimals) : scaled(digits, exponent - decimals)
  const kept = nano > (format === 'BinarySI' ? most : mostDecimal) ? most : nano
  const small = format === 'BinarySI' && kept > 0n && kept < nanoPerUnit
  return { nano: match[1] === '-' ? -kept : kept, format: small ? 'DecimalSI' : format }
}

/** `digits * 10^exponent` in billionths, rounded up. */
function scaled(digits: bigint, exponent: number): bigint {
  if (digits === 0n) return 0n
  const places = exponent + 9
  if (places >= 0) return places > 60 ? most : digits * 10n ** BigInt(places)
  // Whatever is longer than this has at least as many places as digits: the least above zero.
  return -places > 400 ? 1n : divideUp(digits, 10n ** BigInt(-places))
}

function readSuffix(letters: string, number: string | undefined): { exponent: number; format: Quantity['format'] } {
  if (number !== undefined) {
    if (letters !== 'e' && letters !== 'E') throw malformed()
    return { exponent: Number(number), format: 'DecimalExponent' }
  }
  const decimal = decimalSuffixes.indexOf(letters)
  if (decimal >= 0) return { exponent: decimal * 3 - 9, format: 'DecimalSI' }
  const binary = binarySuffixes.indexOf(letters)
  if (binary > 0) return { exponent: binary * 10, format: 'BinarySI' }
  throw malformed()
}

/** How upstream shows what was written so: as it is, where that is close enough to canonical (`1.025`, `1E6`, `+1`), else canonical. Throws as `parseQuantity`. */
export function quantityText(text: string | number): string {
  const written = String(text).trim()
  const quantity = parseQuantity(written)
  return isKept(form.exec(written)!) ? written : formatQuantity(quantity)
}

/** The fast path of upstream's ParseQuantity. */
function isKept([, , whole = '', decimals = '', letters = '', number]: RegExpExecArray): boolean {
  const { exponent, format } = readSuffix(letters, number)
  const digits = whole.replace(/^0+/, '') || '0'
  if (format === 'BinarySI')
    return decimals === '' && digits.length + Math.trunc((exponent * 3) / 10) <= 14 && Number(digits) % 8 !== 0
  const shifted = digits + decimals
  const scale = exponent - decimals.length
  const fits = shifted.length <= 18 && scale >= -9 && scale % 3 === 0
  return fits && !shifted.endsWith('000') && !shifted.startsWith('0')
}

function malformed(): TypeError {
  return new TypeError("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")
}

/** Negative when `a` is less than `b`, 0 when they are equal. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  return a.nano < b.nano ? -1 : a.nano > b.nano ? 1 : 0
}

/** The sum, written as `a` is, or as `b` when `a` is zero. */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  return { nano: a.nano + b.nano, format: a.nano === 0n ? b.format : a.format }
}

/** The difference, written as `addQuantities` says. */
export function subtractQuantities(a: Quantity, b: Quantity): Quantity {
  return addQuantities(a, { nano: -b.nano, format: b.format })
}

/** The canonical text: no fraction, the largest suffix that loses nothing. Binary amounts under 1Ki, and broken ones, are written decimally. */
export function formatQuantity({ nano, format }: Quantity): string {
  if (nano === 0n) return '0'
  const whole = nano / nanoPerUnit
  const binary = format === 'BinarySI' && whole * nanoPerUnit === nano && (whole >= 1024n || whole <= -1024n)
  if (binary) {
    const { rest, steps } = divideWhile(whole, { by: 1024n, most: binarySuffixes.length - 1 })
    return `${rest}${binarySuffixes[steps]}`
  }
  const { rest, steps } = divideWhile(nano, { by: 1000n, most: decimalSuffixes.length - 1 })
  if (format !== 'DecimalExponent') return `${rest}${decimalSuffixes[steps]}`
  return steps === 3 ? String(rest) : `${rest}e${steps * 3 - 9}`
}

function divideWhile(amount: bigint, { by, most }: { by: bigint; most: number }): { rest: bigint; steps: number } {
  let rest = amount
  let steps = 0
  while (steps < most && rest % by === 0n) {
    rest /= by
    steps++
  }
  return { rest, steps }
}

/** Whole units, rounded up (bytes, pods). A float beyond 2^53. */
export function quantityValue(quantity: Quantity): number {
  return Number(divideUp(quantity.nano, nanoPerUnit))
}

/** Thousandths, rounded up (cpu). A float beyond 2^53. */
export function quantityMilliValue(quantity: Quantity): number {
  return Number(divideUp(quantity.nano, 1_000_000n))
}

/** Rounds away from zero. */
function divideUp(amount: bigint, by: bigint): bigint {
  const quotient = amount / by
  if (quotient * by === amount) return quotient
  return amount > 0n ? quotient + 1n : quotient - 1n
}
