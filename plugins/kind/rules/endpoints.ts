/** What is wrong with Endpoints and EndpointSlices beyond their schemas. */
import {
  dns1123LabelErrors,
  dns1123SubdomainErrors,
  labelValueErrors,
  qualifiedNameErrors,
  type StatusCause,
  sameJson,
} from '../../../core/meta/index.js'
import type { Endpoints, EndpointSlice } from '../../../crds/generated/tokens.js'
import { duplicate, invalid, invalids, required, tooMany } from '../causes.js'
import { repeated } from '../repeated.js'
import { addressErrors, canonicalAddressErrors, specialAddressErrors } from './address.js'
import { portErrors } from './names.js'

const mostEndpoints = 1000
const mostPorts = 20_000
const mostHints = 8

type Subset = NonNullable<Endpoints['subsets']>[number]
type Address = NonNullable<Subset['addresses']>[number]
type Port = NonNullable<Subset['ports']>[number]

/** Subsets that stay as they are were all right once. */
export function endpointsErrors({ subsets }: Endpoints, old: Endpoints | undefined): StatusCause[] {
  const errors = subsetsErrors(subsets)
  return errors.length > 0 && old && sameJson(subsets, old.subsets) ? [] : errors
}

function subsetsErrors(subsets: Endpoints['subsets']): StatusCause[] {
  return (subsets ?? []).flatMap(({ addresses, notReadyAddresses, ports }, index) => {
    const at = `subsets[${index}]`
    const none = !addresses?.length && !notReadyAddresses?.length
    return [
      ...(none ? [required(at, 'name `addresses` or `notReadyAddresses`')] : []),
      ...(addresses ?? []).flatMap((each, place) => endpointErrors(each, `${at}.addresses[${place}]`)),
      ...(notReadyAddresses ?? []).flatMap((each, place) => endpointErrors(each, `${at}.notReadyAddresses[${place}]`)),
      ...(ports ?? []).flatMap((port, place) => {
        const here = `${at}.ports[${place}]`
        const unnamed = ports!.length > 1 && !port.name ? [required(`${here}.name`, 'several ports have names')] : []
        return [...unnamed, ...endpointPortErrors(port, here)]
      }),
    ]
  })
}

function endpointErrors({ ip, hostname, nodeName }: Address, at: string): StatusCause[] {
  return [
    ...addressErrors(ip ?? '', `${at}.ip`),
    ...specialAddressErrors(ip ?? '', `${at}.ip`),
    ...(hostname ? invalids(`${at}.hostname`, hostname, dns1123LabelErrors(hostname)) : []),
    ...(nodeName === undefined ? [] : invalids(`${at}.nodeName`, nodeName, dns1123SubdomainErrors(nodeName))),
  ]
}

function endpointPortErrors({ name, port, appProtocol }: Port, at: string): StatusCause[] {
  return [
    ...(name ? invalids(`${at}.name`, name, dns1123LabelErrors(name)) : []),
    // The schema minds what is below 0 or above 65535.
    ...(port === 0 ? portErrors(port, `${at}.port`) : []),
    ...(appProtocol === undefined ? [] : invalids(`${at}.appProtocol`, appProtocol, qualifiedNameErrors(appProtocol))),
  ]
}

/** Endpoints that stay as they are were all right once. */
export function endpointSliceErrors(slice: EndpointSlice, old: EndpointSlice | undefined): StatusCause[] {
  const { endpoints, ports } = slice
  const found = sliceEndpointsErrors(slice)
  const errors = found.length > 0 && old && sameJson(endpoints, old.endpoints) ? [] : found
  if ((ports?.length ?? 0) > mostPorts) return [...errors, tooMany('ports', ports!.length, mostPorts)]
  const again = repeated((ports ?? []).map(({ name }) => name ?? ''))
  return [
    ...errors,
    ...(ports ?? []).flatMap(({ name = '', appProtocol }, index) => [
      ...(again[index] ? [duplicate(`ports[${index}].name`, name)] : []),
      ...(name ? invalids(`ports[${index}].name`, name, dns1123LabelErrors(name)) : []),
      ...(appProtocol === undefined
        ? []
        : invalids(`ports[${index}].appProtocol`, appProtocol, qualifiedNameErrors(appProtocol))),
    ]),
  ]
}

function sliceEndpointsErrors({ addressType, endpoints }: EndpointSlice): StatusCause[] {
  if ((endpoints?.length ?? 0) > mostEndpoints) return [tooMany('endpoints', endpoints!.length, mostEndpoints)]
  return (endpoints ?? []).flatMap((endpoint, index) =>
    sliceEndpointErrors(endpoint, addressType, `endpoints[${index}]`),
  )
}

type Endpoint = NonNullable<EndpointSlice['endpoints']>[number]

function sliceEndpointErrors(endpoint: Endpoint, type: string, at: string): StatusCause[] {
  const { hostname, nodeName, hints } = endpoint
  const errors: StatusCause[] = []
  for (const [index, address] of (endpoint.addresses ?? []).entries())
    errors.push(...typedAddressErrors(address, type, `${at}.addresses[${index}]`))
  if (nodeName !== undefined) errors.push(...invalids(`${at}.nodeName`, nodeName, dns1123SubdomainErrors(nodeName)))
  if (hostname !== undefined) errors.push(...invalids(`${at}.hostname`, hostname, dns1123LabelErrors(hostname)))
  return [
    ...errors,
    ...hintErrors(hints?.forZones, `${at}.hints.forZones`, labelValueErrors),
    ...hintErrors(hints?.forNodes, `${at}.hints.forNodes`, dns1123SubdomainErrors),
  ]
}

function typedAddressErrors(address: string, type: string, field: string): StatusCause[] {
  if (type === 'FQDN') return wholeNameErrors(address, field)
  const errors = type === 'IPv6' ? canonicalAddressErrors(address, field) : addressErrors(address, field)
  if (errors.length > 0) return errors
  const isOther = type === (address.includes(':') ? 'IPv4' : 'IPv6')
  return [
    ...(isOther ? [invalid(field.replace(/\[\d+\]$/, ''), address, `must be an ${type} address`)] : []),
    ...specialAddressErrors(address, field),
  ]
}

function wholeNameErrors(name: string, field: string): StatusCause[] {
  if (name === '') return [required(field)]
  const whys = dns1123SubdomainErrors(name.replace(/\.$/, ''))
  if (whys.length === 0 && !name.replace(/\.$/, '').includes('.')) whys.push('must be a whole DNS name, with dots')
  return whys.length > 0 ? [invalid(field, name, whys.join(', '))] : []
}

function hintErrors(
  hints: readonly { readonly name: string }[] | undefined,
  field: string,
  check: (name: string) => string[],
): StatusCause[] {
  const names = (hints ?? []).map(({ name }) => name)
  if (names.length > mostHints) return [tooMany(field, names.length, mostHints)]
  const again = repeated(names)
  return names.flatMap((name, index) => [
    ...(again[index] ? [duplicate(`${field}[${index}].name`, name)] : []),
    ...invalids(`${field}[${index}].name`, name, check(name ?? '')),
  ])
}
