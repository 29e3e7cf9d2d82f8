/** What is wrong with a claim of devices, wherever it stands, and with a class of them, beyond their schemas. */
import { dns1123SubdomainErrors, qualifiedNameErrors, sameJson, type StatusCause } from '../../../core/meta/index.js'
import type { KindContext } from '../../../core/registry/contract.js'
import type {
  DeviceClaim,
  DeviceClass,
  DeviceConstraint,
  DeviceRequest,
  DeviceSelector,
  DeviceSubRequest,
  ExactDeviceRequest,
  OpaqueDeviceConfiguration,
} from '../../../crds/generated/tokens.js'
import { aboveZero, forbidden, invalid, invalids, required, tooLong, unsupported } from '../causes.js'
import { deviceTolerationErrors, domainIdErrors, driverErrors, nameErrors, setErrors } from './device-names.js'
import { isExtended } from './resource-names.js'

const mostExpressionBytes = 10 * 1024
const mostExpressionCost = 1_000_000
const mostParameterBytes = 10 * 1024
const modes = ['All', 'ExactCount']

type Compiles = Pick<KindContext, 'expressionError'>

export function claimErrors(
  { requests, constraints, config }: DeviceClaim,
  at: string,
  context: Compiles,
): StatusCause[] {
  const names = requestNames({ requests })
  const reference = (name: string, field: string) => requestReferenceErrors(name, field, names)
  return [
    ...setErrors(requests, `${at}.requests`, {
      check: (request, here) => requestErrors(request, here, context),
      key: ({ name }) => name ?? '',
    }),
    ...within(constraints).flatMap((constraint, index) =>
      constraintErrors(constraint, `${at}.constraints[${index}]`, reference),
    ),
    ...within(config).flatMap(({ requests: meant, opaque }, index) => [
      ...setErrors(meant, `${at}.config[${index}].requests`, { check: reference, key: (name) => name }),
      ...opaqueErrors(opaque, `${at}.config[${index}].opaque`),
    ]),
  ]
}

const mostParts = 32

/** Of too many no one is looked at. */
const within = <T>(parts: readonly T[] | undefined): readonly T[] => (parts && parts.length <= mostParts ? parts : [])

/** Of each request the names of what it may be answered by. */
export type RequestNames = ReadonlyMap<string, ReadonlySet<string>>

export const requestNames = ({ requests }: DeviceClaim): RequestNames =>
  new Map(
    (requests ?? []).map(({ name, firstAvailable }) => [name ?? '', new Set(firstAvailable?.map((sub) => sub.name))]),
  )

/** `request`, or `request/subrequest`. */
export function requestReferenceErrors(reference: string, field: string, names: RequestNames): StatusCause[] {
  const [name = '', sub, ...more] = reference.split('/')
  const why = 'must be REQUEST or REQUEST/SUBREQUEST, by the names that the claim gives them'
  if (more.length) return [invalid(field, reference, why)]
  const errors = [...nameErrors(name, field), ...(sub === undefined ? [] : nameErrors(sub, field))]
  const isThere = sub === undefined ? names.has(name) : names.get(name)?.has(sub)
  return isThere ? errors : [...errors, invalid(field, reference, why)]
}

function requestErrors(request: DeviceRequest, at: string, context: Compiles): StatusCause[] {
  const { name, exactly, firstAvailable } = request
  const errors = nameErrors(name, `${at}.name`)
  const isEither = Boolean(firstAvailable?.length)
  if (!exactly && !isEither) errors.push(required(at, 'say `exactly` or `firstAvailable`'))
  else if (exactly && isEither) errors.push(invalid(at, null, 'say `exactly` or `firstAvailable`, not both'))
  else if (exactly) errors.push(...askErrors(exactly, `${at}.exactly`, context))
  else
    errors.push(
      ...setErrors(firstAvailable, `${at}.firstAvailable`, {
        check: (sub, here) => [...nameErrors(sub.name, `${here}.name`), ...askErrors(sub, here, context)],
        key: (sub) => sub.name ?? '',
      }),
    )
  return errors
}

/** Whether a cause lies in a request of which no more is told than that it is two things. */
export function isInUnclearRequest({ requests }: DeviceClaim, { field = '' }: StatusCause, at: string): boolean {
  if (!field.startsWith(`${at}.requests[`)) return false
  const request = requests?.[Number.parseInt(field.slice(at.length + '.requests['.length), 10)]
  return Boolean(request?.exactly && request.firstAvailable?.length)
}

function askErrors(asked: ExactDeviceRequest | DeviceSubRequest, at: string, context: Compiles): StatusCause[] {
  const { deviceClassName: name, selectors, allocationMode: mode, count = 0, tolerations } = asked
  const errors = name
    ? invalids(`${at}.deviceClassName`, name, dns1123SubdomainErrors(name))
    : [required(`${at}.deviceClassName`)]
  errors.push(...selectorsErrors(selectors, `${at}.selectors`, context))
  if (mode === 'All' && count) errors.push(invalid(`${at}.count`, count, 'all are asked for: leave it out'))
  if (mode === 'ExactCount' && count <= 0) errors.push(invalid(`${at}.count`, count, aboveZero))
  if (!modes.includes(mode ?? '')) errors.push(unsupported(`${at}.allocationMode`, mode ?? '', modes))
  return [
    ...errors,
    ...(tolerations ?? []).flatMap((each, index) => deviceTolerationErrors(each, `${at}.tolerations[${index}]`)),
  ]
}

/** What an expression that chooses devices sees. */
const sight = {
  device: {
    fields: {
      driver: 'string',
      attributes: { map: { map: 'dyn' } },
      capacity: { map: { map: 'quantity' } },
      allowMultipleAllocations: 'bool',
    },
  },
} as const

function selectorsErrors(
  selectors: readonly DeviceSelector[] | undefined,
  field: string,
  { expressionError }: Compiles,
): StatusCause[] {
  return (selectors ?? []).flatMap(({ cel }, index) => {
    if (!cel) return [required(`${field}[${index}].cel`)]
    const at = `${field}[${index}].cel.expression`
    const { expression = '' } = cel
    if (Buffer.byteLength(expression) > mostExpressionBytes) return [tooLong(at, mostExpressionBytes)]
    const error = expressionError(expression, sight, { wanted: 'bool', costs: mostExpressionCost })
    if (!error) return []
    return [error.sort === 'dear' ? forbidden(at, error.why) : invalid(at, expression, error.why)]
  })
}

function constraintErrors(
  { requests, matchAttribute: match, distinctAttribute: distinct }: DeviceConstraint,
  at: string,
  reference: (name: string, field: string) => StatusCause[],
): StatusCause[] {
  const errors = setErrors(requests, `${at}.requests`, { check: reference, key: (name) => name })
  if (match !== undefined) return [...errors, ...domainIdErrors(match, `${at}.matchAttribute`)]
  if (distinct !== undefined) return [...errors, ...domainIdErrors(distinct, `${at}.distinctAttribute`)]
  return [...errors, required(at, 'say `matchAttribute` or `distinctAttribute`')]
}

export function opaqueErrors(opaque: OpaqueDeviceConfiguration | undefined, at: string): StatusCause[] {
  if (!opaque) return [required(at)]
  return [
    ...driverErrors(opaque.driver, `${at}.driver`),
    ...rawErrors(opaque.parameters, `${at}.parameters`, mostParameterBytes),
  ]
}

/** An object of the driver's own. */
export function rawErrors(raw: unknown, field: string, most: number): StatusCause[] {
  if (raw === undefined || raw === null) return [required(field)]
  if (Buffer.byteLength(JSON.stringify(raw)) > most) return [tooLong(field, most)]
  return typeof raw === 'object' && !Array.isArray(raw) ? [] : [invalid(field, '<value omitted>', 'must be an object')]
}

export function deviceClassErrors(
  { spec }: DeviceClass,
  old: DeviceClass | undefined,
  context: Compiles,
): StatusCause[] {
  const { selectors, config, extendedResourceName: name } = spec ?? {}
  // What stands is not compiled again.
  const isSettled = old && sameJson(old.spec?.selectors, selectors)
  const errors = isSettled ? [] : selectorsErrors(selectors, 'spec.selectors', context)
  errors.push(...(config ?? []).flatMap(({ opaque }, index) => opaqueErrors(opaque, `spec.config[${index}].opaque`)))
  if (name !== undefined && (!isExtended(name) || qualifiedNameErrors(`requests.${name}`).length))
    errors.push(
      invalid('spec.extendedResourceName', name, 'must be the name of an extended resource: example.com/what'),
    )
  return errors
}
