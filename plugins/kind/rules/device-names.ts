/** Names in claims of devices and in what drivers offer. */
import {
  dns1123LabelErrors,
  dns1123SubdomainErrors,
  labelValueErrors,
  qualifiedNameErrors,
  type StatusCause,
} from '../../../core/meta/index.js'
import type { DeviceToleration } from '../../../crds/generated/tokens.js'
import { duplicate, invalid, invalids, required, tooLong, tooMany, unsupported } from '../causes.js'
import { driverNameErrors } from './driver-name.js'

const mostPoolBytes = 253
const mostIdBytes = 32

export const nameErrors = (name: string | undefined, field: string): StatusCause[] =>
  invalids(field, name ?? '', dns1123LabelErrors(name ?? ''))

export const driverErrors = (name: string | undefined, field: string): StatusCause[] =>
  name ? driverNameErrors(name, field) : [required(field)]

/** Parts that are DNS names, with '/' between. */
export function poolErrors(name: string | undefined, field: string): StatusCause[] {
  if (!name) return [required(field)]
  const errors = name.length > mostPoolBytes ? [tooLong(field, mostPoolBytes)] : []
  return [...errors, ...name.split('/').flatMap((part) => invalids(field, part, dns1123SubdomainErrors(part)))]
}

/** Of an attribute or a capacity: an identifier, which may follow a domain and '/'. */
export function idErrors(name: string, field: string): StatusCause[] {
  const [first = '', second, ...more] = name.split('/')
  // Upstream looks at no more.
  if (more.length) return []
  if (second === undefined) return identifierErrors(first, field)
  return [
    ...(first ? driverNameErrors(first, field) : [invalid(field, '', "a domain must stand before the '/'")]),
    ...(second ? identifierErrors(second, field) : [invalid(field, '', "a name must stand behind the '/'")]),
  ]
}

export const domainIdErrors = (name: string, field: string): StatusCause[] => [
  ...idErrors(name, field),
  ...(name.includes('/') ? [] : [invalid(field, name, "must be a domain and a name, with '/' between")]),
]

function identifierErrors(name: string, field: string): StatusCause[] {
  const errors = name.length > mostIdBytes ? [tooLong(field, mostIdBytes)] : []
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
    ? errors
    : [...errors, invalid(field, name, "must be of letters, digits and '_', no digit first, such as 'memory_size'")]
}

export function uidErrors(uid: string, field: string): StatusCause[] {
  return /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(uid)
    ? []
    : [invalid(field, uid, 'must be a UUID in lower case, such as 3b241101-e2bb-4255-8caf-4136c566a962')]
}

/** Each element by `check`, and none twice; of too many nothing else is told. */
export function setErrors<T>(
  list: readonly T[] | undefined,
  field: string,
  by: { readonly most?: number; check(each: T, at: string): StatusCause[]; key(each: T): string },
): StatusCause[] {
  const { most = Number.POSITIVE_INFINITY, check, key } = by
  const all = list ?? []
  if (all.length > most) return [tooMany(field, all.length, most)]
  const seen = new Set<string>()
  return all.flatMap((each, index) => {
    const errors = check(each, `${field}[${index}]`)
    const name = key(each)
    if (seen.has(name)) errors.push(duplicate(`${field}[${index}]`, name))
    seen.add(name)
    return errors
  })
}

const operators = ['Equal', 'Exists']
const effects = ['NoExecute', 'NoSchedule', 'None']

export function deviceTolerationErrors(toleration: DeviceToleration, at: string): StatusCause[] {
  const { key, operator = '', value = '', effect } = toleration
  const errors = key ? invalids(`${at}.key`, key, qualifiedNameErrors(key)) : []
  if (!operator) errors.push(required(`${at}.operator`))
  else if (!operators.includes(operator)) errors.push(unsupported(`${at}.operator`, operator, operators))
  if (operator === 'Exists' && value) errors.push(invalid(`${at}.value`, value, 'Exists compares with no value'))
  if (operator === 'Equal') errors.push(...invalids(`${at}.value`, value, labelValueErrors(value)))
  return effect && !effects.includes(effect) ? [...errors, unsupported(`${at}.effect`, effect, effects)] : errors
}

/** What a device waits for before its pod is bound, and what it fails by: other words each, and both or none. `most`: where no schema counts them. */
export function bindingConditionErrors(
  device: { readonly bindingConditions?: readonly string[]; readonly bindingFailureConditions?: readonly string[] },
  at: string,
  most?: number,
): StatusCause[] {
  const { bindingConditions: waits = [], bindingFailureConditions: fails = [] } = device
  const named = (list: readonly string[], field: string) =>
    setErrors(list, field, {
      check: (each, place) => invalids(place, each, qualifiedNameErrors(each)),
      key: (each) => each,
      ...(most === undefined ? {} : { most }),
    })
  const errors = [
    ...named(waits, `${at}.bindingConditions`),
    ...named(fails, `${at}.bindingFailureConditions`),
    ...fails.flatMap((each, index) =>
      waits.includes(each)
        ? [invalid(`${at}.bindingFailureConditions[${index}]`, each, 'is a condition that is waited for')]
        : [],
    ),
  ]
  if (!waits.length && fails.length)
    errors.push(invalid(`${at}.bindingConditions`, waits, 'say what is waited for too'))
  if (waits.length && !fails.length)
    errors.push(invalid(`${at}.bindingFailureConditions`, fails, 'say what it fails by too'))
  return errors
}
