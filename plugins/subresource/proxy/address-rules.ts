/** Which addresses a proxy may dial. */
import { BlockList, isIP } from 'node:net'

const unreachable = new BlockList()
unreachable.addSubnet('0.0.0.0', 8)
unreachable.addSubnet('127.0.0.0', 8)
unreachable.addSubnet('169.254.0.0', 16)
unreachable.addSubnet('224.0.0.0', 4)
unreachable.addAddress('255.255.255.255')
unreachable.addAddress('::', 'ipv6')
unreachable.addAddress('::1', 'ipv6')
unreachable.addSubnet('fe80::', 10, 'ipv6')
unreachable.addSubnet('ff00::', 8, 'ipv6')

/** An address that means one machine wherever it is dialled from: not loopback, link-local, multicast or unspecified (also those of IPv4 written as IPv6). */
export function isGlobalAddress(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && !unreachable.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
