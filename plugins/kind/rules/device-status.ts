/** What is wrong with a claim's status: who uses it, and which devices it was given. */
import { sameJson, type StatusCause } from '../../../core/meta/index.js'
import type {
  AllocatedDeviceStatus,
  DeviceAllocationResult,
  NodeSelector,
  ResourceClaim,
} from '../../../crds/generated/tokens.js'
import { forbidden, invalid, required, tooLong, tooMany, unsupported } from '../causes.js'
import { formatRange, parseRange } from './address.js'
import { conditionErrors } from './conditions.js'
import { opaqueErrors, rawErrors, type RequestNames, requestNames, requestReferenceErrors } from './device-claim.js'
import {
  bindingConditionErrors,
  deviceTolerationErrors,
  driverErrors,
  nameErrors,
  poolErrors,
  setErrors,
  uidErrors,
} from './device-names.js'
import { nodeSelectorErrors } from './node-selector.js'

const mostUsers = 256
const mostResults = 32
const mostConfigurations = 64
const mostConditions = 8
const mostDataBytes = 10 * 1024
const sources = ['FromClaim', 'FromClass']

/** `old`: what stands: what it has been given stays. */
export function claimStatusErrors({ metadata, spec, status }: ResourceClaim, old: ResourceClaim): StatusCause[] {
  const { reservedFor, devices, allocation } = status ?? {}
  const given = new Set(allocatedKeys(status))
  const errors = [
    ...setErrors(reservedFor, 'status.reservedFor', {
      most: mostUsers,
      check: (user, at) =>
        (['resource', 'name', 'uid'] as const).flatMap((member) => (user[member] ? [] : [required(`${at}.${member}`)])),
      key: ({ uid }) => uid ?? '',
    }),
    ...setErrors<AllocatedDeviceStatus>(devices, 'status.devices', {
      check: (device, at) => deviceErrors(device, at, given),
      key: deviceKey,
    }),
  ]
  if (reservedFor?.length && !allocation) errors.push(forbidden('status.reservedFor', 'nothing is allocated'))
  else if (
    metadata.deletionTimestamp &&
    reservedFor?.some((user) => !old.status?.reservedFor?.some((each) => sameJson(each, user)))
  )
    errors.push(forbidden('status.reservedFor', 'a claim that is being deleted gets no new users'))
  if (!allocation) return errors
  const before = old.status?.allocation
  if (before)
    return sameJson(before, allocation)
      ? errors
      : [...errors, invalid('status.allocation', '<allocation>', 'field is immutable')]
  return [...errors, ...allocationErrors(allocation, 'status.allocation', requestNames(spec.devices ?? {}))]
}

interface Named {
  readonly driver?: string
  readonly pool?: string
  readonly device?: string
  readonly shareID?: string
}

/** The devices that a claim has. */
export const allocatedKeys = (status: ResourceClaim['status']): string[] =>
  (status?.allocation?.devices?.results ?? []).map(deviceKey)

export const deviceKey = ({ driver, pool, device, shareID }: Named): string =>
  `${driver ?? ''}/${pool ?? ''}/${device ?? ''}${shareID ? `/${shareID}` : ''}`

function deviceErrors(device: AllocatedDeviceStatus, at: string, given: ReadonlySet<string>): StatusCause[] {
  const { conditions, data } = device
  const errors = placeErrors(device, at)
  if (!given.has(deviceKey(device))) errors.push(invalid(at, deviceKey(device), 'must be a device that is allocated'))
  if ((conditions?.length ?? 0) > mostConditions)
    errors.push(tooMany(`${at}.conditions`, conditions!.length, mostConditions))
  errors.push(...conditionErrors(conditions, `${at}.conditions`))
  if (data !== undefined && data !== null) errors.push(...rawErrors(data, `${at}.data`, mostDataBytes))
  return [...errors, ...networkErrors(device.networkData, `${at}.networkData`)]
}

const placeErrors = ({ driver, pool, device, shareID }: Named, at: string): StatusCause[] => [
  ...driverErrors(driver, `${at}.driver`),
  ...poolErrors(pool, `${at}.pool`),
  ...nameErrors(device, `${at}.device`),
  ...(shareID === undefined ? [] : uidErrors(shareID, `${at}.shareID`)),
]

const mostOf = { interfaceName: 256, hardwareAddress: 128 } as const
const mostAddresses = 16
const mostWaits = 4

function networkErrors(data: AllocatedDeviceStatus['networkData'], at: string): StatusCause[] {
  if (!data) return []
  const errors = (['interfaceName', 'hardwareAddress'] as const).flatMap((member) =>
    (data[member]?.length ?? 0) > mostOf[member] ? [tooLong(`${at}.${member}`, mostOf[member])] : [],
  )
  const check = (text: string, field: string) => {
    const range = parseRange(text)
    const best = range ? formatRange(range) : '10.0.0.1/24'
    return best === text ? [] : [invalid(field, text, `must be an address and its prefix, such as ${best}`)]
  }
  return [...errors, ...setErrors(data.ips, `${at}.ips`, { most: mostAddresses, check, key: (text) => text })]
}

function allocationErrors(
  { devices, nodeSelector }: { readonly devices?: DeviceAllocationResult; readonly nodeSelector?: NodeSelector },
  at: string,
  names: RequestNames,
): StatusCause[] {
  const { results = [], config = [] } = devices ?? {}
  const reference = (name: string, field: string) => requestReferenceErrors(name, field, names)
  const here = `${at}.devices`
  return [
    ...(results.length > mostResults ? [tooMany(`${here}.results`, results.length, mostResults)] : []),
    ...results.slice(0, mostResults).flatMap((result, index) => {
      const place = `${here}.results[${index}]`
      return [
        ...reference(result.request ?? '', `${place}.request`),
        ...placeErrors(result, place),
        ...bindingConditionErrors(result, place, mostWaits),
        ...(result.tolerations ?? []).flatMap((each, which) =>
          deviceTolerationErrors(each, `${place}.tolerations[${which}]`),
        ),
      ]
    }),
    ...(config.length > mostConfigurations ? [tooMany(`${here}.config`, config.length, mostConfigurations)] : []),
    ...config.slice(0, mostConfigurations).flatMap(({ source, requests, opaque }, index) => {
      const place = `${here}.config[${index}]`
      return [
        ...(source ? [] : [required(`${place}.source`)]),
        ...(source && !sources.includes(source) ? [unsupported(`${place}.source`, source, sources)] : []),
        ...setErrors(requests, `${place}.requests`, { check: reference, key: (name) => name }),
        ...opaqueErrors(opaque, `${place}.opaque`),
      ]
    }),
    ...selectorErrors(nodeSelector, `${at}.nodeSelector`),
  ]
}

/** The schema does not look into a status. */
function selectorErrors(selector: NodeSelector | undefined, at: string): StatusCause[] {
  if (!selector) return []
  return selector.nodeSelectorTerms?.length
    ? nodeSelectorErrors(selector, at)
    : [required(`${at}.nodeSelectorTerms`, 'one term at least')]
}
