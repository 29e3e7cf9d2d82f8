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
    ? [`${field}: "${text}" is usually written "${usual}"`]
    : [`${field}: "${text}" is not how addresses are written: use "${usual}"`]
}
