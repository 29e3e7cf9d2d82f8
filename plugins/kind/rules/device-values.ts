/** What is wrong with the attributes and capacities of devices. */
import type { StatusCause } from '../../../core/meta/index.js'
import type { CapacityRequestPolicy, DeviceAttribute, DeviceCapacity } from '../../../crds/generated/tokens.js'
import { aboveZero, duplicate, forbidden, invalid, required, tooLong, tooMany } from '../causes.js'
import { nano } from './amounts.js'
import { repeated } from '../repeated.js'

const mostValueBytes = 64
const mostChoices = 10

const version =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?$/

export function attributeErrors(attribute: DeviceAttribute, at: string): StatusCause[] {
  const said = Object.values(attribute ?? {}).filter((value) => value !== undefined && value !== null)
  const errors = said.length === 1 ? [] : [invalid(at, '', 'say one value: string, int, bool or version')]
  const long = (text: string | undefined, member: string) =>
    (text?.length ?? 0) > mostValueBytes ? [tooLong(`${at}.${member}`, mostValueBytes)] : []
  const { string, version: number } = attribute ?? {}
  if (number !== undefined && !version.test(number))
    errors.push(invalid(`${at}.version`, number, 'must be a semantic version, such as 1.2.3'))
  return [...long(string, 'string'), ...long(number, 'version'), ...errors]
}

/** `sharing`: a device that is allocated as a whole has no rule for how it is shared. */
export function capacityErrors(
  { value, requestPolicy }: DeviceCapacity,
  at: string,
  sharing: 'shared' | 'whole',
): StatusCause[] {
  if (!requestPolicy) return []
  const field = `${at}.requestPolicy`
  if (sharing === 'whole') return [forbidden(field, 'only a device with allowMultipleAllocations is shared')]
  const { validValues, validRange, default: usual } = requestPolicy
  if (validValues?.length && validRange) return [forbidden(field, 'say `validValues` or `validRange`, not both')]
  if (!validValues?.length && !validRange) return []
  if (usual === undefined || usual === null) return [required(`${field}.default`, 'what is taken when nothing is said')]
  const amounts = { whole: nano(value), usual: nano(usual) }
  return validRange
    ? rangeErrors(validRange, `${field}.validRange`, amounts)
    : choiceErrors(validValues ?? [], `${field}.validValues`, amounts)
}

interface Amounts {
  readonly whole: bigint
  readonly usual: bigint
}

function choiceErrors(choices: readonly (string | number)[], field: string, { whole, usual }: Amounts): StatusCause[] {
  if (choices.length > mostChoices) return [tooMany(field, choices.length, mostChoices)]
  const amounts = choices.map(nano)
  const again = repeated(amounts)
  const errors = choices.flatMap((choice, index) => {
    const at = `${field}[${index}]`
    const amount = amounts[index]!
    return [
      ...(index > 0 && amounts[index - 1]! > amount
        ? [invalid(at, choice, 'must not be less than the one before')]
        : []),
      ...(amount > whole ? [invalid(at, choice, 'is more than the device has')] : []),
      ...(again[index] ? [duplicate(at, choice)] : []),
    ]
  })
  return amounts.includes(usual) ? errors : [...errors, invalid(field, choices, '`default` must be one of them')]
}

type Range = NonNullable<CapacityRequestPolicy['validRange']>

function rangeErrors({ min, max, step }: Range, field: string, { whole, usual }: Amounts): StatusCause[] {
  if (min === undefined || min === null) return [required(`${field}.min`)]
  const least = nano(min)
  const errors = least > whole ? [invalid(`${field}.min`, min, 'is more than the device has')] : []
  if (usual < least) errors.push(invalid(`${field}.min`, min, '`default` must not be less'))
  const most = max === undefined ? undefined : nano(max)
  if (most !== undefined) {
    if (least > most) errors.push(invalid(`${field}.max`, max, 'must not be less than `min`'))
    if (most > whole) errors.push(invalid(`${field}.max`, max, 'is more than the device has'))
    if (usual > most) errors.push(invalid(`${field}.max`, max, '`default` must not be more'))
  }
  return step === undefined ? errors : [...errors, ...stepErrors(step, `${field}.step`, { whole, usual, least, most })]
}

/** Whole units, as upstream counts steps. */
const units = (amount: bigint): bigint => (amount + 999_999_999n) / 1_000_000_000n

function stepErrors(
  step: string | number,
  field: string,
  { whole, usual, least, most }: Amounts & { readonly least: bigint; readonly most: bigint | undefined },
): StatusCause[] {
  const size = nano(step)
  if (size <= 0n) return [invalid(field, step, aboveZero)]
  const errors = least + size > whole ? [invalid(field, step, 'one step is more than the device has')] : []
  for (const amount of most === undefined ? [usual] : [usual, most])
    if ((units(amount) - units(least)) % units(size) !== 0n)
      errors.push(invalid(field, step, '`default` and `max` must be whole steps from `min`'))
  return errors
}
