/** The service-cidr operator: says that a ServiceCIDR is ready, and keeps one that is deleted until no address needs it. */
import { type Address, holds, parseAddress, parseRange } from '../../core/meta/index.js'
import { defineOperator } from '../../core/operator.js'
import { IPAddress, ServiceCIDR } from '../kit/kinds.js'
import { reconcile } from './reconcile.js'

export const serviceCidr = defineOperator<ServiceCIDR>({
  name: 'service-cidr',
  description: 'Keeps a ServiceCIDR that is deleted until no address of a service needs it',
  kind: ServiceCIDR,
  watches: [
    {
      kind: IPAddress,
      wakes: ({ metadata }, cache) => {
        const address = parseAddress(metadata.name ?? '')
        return address ? leaving(cache.list(ServiceCIDR), address) : []
      },
    },
  ],
  permissions: [
    { apiGroups: ['networking.k8s.io'], resources: ['servicecidrs'], verbs: ['patch'] },
    { apiGroups: ['networking.k8s.io'], resources: ['servicecidrs/status'], verbs: ['patch'] },
  ],
  reconcile,
})

/** Those that wait for such addresses. */
function leaving(all: readonly ServiceCIDR[], address: Address): string[] {
  return all
    .filter(({ metadata, spec }) => metadata.deletionTimestamp && spec?.cidrs?.some((cidr) => isIn(cidr, address)))
    .map(({ metadata }) => String(metadata.name))
}

function isIn(cidr: string, address: Address): boolean {
  const range = parseRange(cidr)
  return range !== undefined && holds(range, address)
}
