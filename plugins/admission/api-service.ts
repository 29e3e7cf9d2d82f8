/** The API's own service, and the ranges that a server gives addresses from. */
import type { KubeObject } from '../../core/meta/index.js'
import { type AddressRange, addressRange } from './address-range.js'

/** Throws an Error with words for a person. */
export function serviceRanges(text: string): readonly AddressRange[] {
  const ranges = text.split(',').map((each) => addressRange(each.trim()))
  if (ranges.length > 2 || (ranges.length === 2 && ranges[0]?.family === ranges[1]?.family)) {
    throw new Error(`${text}: one range, or one of each family`)
  }
  return ranges
}

/** The ServiceCIDR that the server's own ranges are. */
export function defaultServiceCidr({ range }: { readonly range: string }): KubeObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'ServiceCIDR',
    metadata: { name: 'kubernetes' },
    spec: { cidrs: serviceRanges(range).map(({ cidr }) => cidr) },
  }
}

/** The service by which clients in pods know the API. */
export function apiService({ range, apiPort }: { readonly range: string; readonly apiPort: number }): KubeObject {
  const labels = { component: 'apiserver', provider: 'kubernetes' }
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'kubernetes', namespace: 'default', labels },
    spec: {
      clusterIP: serviceRanges(range)[0]?.first,
      ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: apiPort }],
    },
  }
}
