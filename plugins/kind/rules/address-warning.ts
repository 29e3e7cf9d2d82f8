/** Addresses that are taken, but written as they should not be. */
import { isIP } from 'node:net'
import { formatAddress, parseAddress } from './address.js'

export function addressWarnings(text: string, field: string): readonly string[] {
  const address = parseAddress(text)
  if (!address) return []
  const usual = formatAddress(address)
  if (usual === text) return []
  const isWell = isIP(text) === 6 ? address.family === 'IPv6' : isIP(text) === 4
  return isWell
    ? [`${field}: IPv6 address "${text}" should be in RFC 5952 canonical format ("${usual}")`]
    : [`${field}: non-standard IP address "${text}" is invalid: use "${usual}"`]
}
