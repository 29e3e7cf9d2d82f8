/** Names of CSI drivers: DNS names of at most 63 characters, in any case. */
import { dns1123SubdomainErrors, type StatusCause } from '../../../core/meta/index.js'
import { invalids, tooLong } from '../causes.js'

const mostBytes = 63

export function driverNameErrors(name: string, field: string): StatusCause[] {
  const long = name.length > mostBytes ? [tooLong(field, mostBytes)] : []
  return [...long, ...invalids(field, name, dns1123SubdomainErrors(name.toLowerCase()))]
}
