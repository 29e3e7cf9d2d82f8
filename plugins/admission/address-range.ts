/** A range of addresses in CIDR form, and which of them services are given. */
import { type Address, formatAddress, holds, parseAddress, parseRange } from '../../core/meta/index.js'

export type Family = Address['family']

export interface AddressRange {
  readonly cidr: string
  readonly family: Family
  /** The first usable one: upstream's API itself has it. */
  readonly first: string
  contains(address: string): boolean
  /** One that `isTaken` denies: from the upper part of the range at first (the lower is left to those who choose, KEP-3070), then from anywhere. `fraction` in [0, 1) says where the search begins. Undefined: none is left. */
  free(isTaken: (address: string) => boolean, fraction: number): string | undefined
}

/** The widest that upstream takes. */
const shortest = { IPv4: 8, IPv6: 64 } as const
const longest = { IPv4: 30, IPv6: 126 } as const
/** Of a range of IPv6 nobody asks for more. */
const most = 2 ** 48
const mostSteps = 2 ** 24

/** Throws an Error with words for a person when it is no such range, or one with less than two addresses. */
export function addressRange(cidr: string): AddressRange {
  const range = parseRange(cidr)
  if (!range || range.prefix < shortest[range.family] || range.prefix > longest[range.family]) {
    throw new Error(`${cidr} is no range of addresses such as 10.96.0.0/16 or fd00:10:96::/112`)
  }
  const { family, prefix } = range
  const free = (family === 'IPv4' ? 32 : 128) - prefix
  const network = (range.bits >> BigInt(free)) << BigInt(free)
  const size = Math.min(2 ** free, most)
  // The network's own address and, of IPv4, the last one are given to nobody.
  const usable = family === 'IPv4' ? size - 2 : size - 1
  const band = Math.min(Math.max(16, Math.floor(size / 16)), 256, Math.floor(usable / 2))
  const at = addressAt(family, network)
  return {
    cidr,
    family,
    first: at(0),
    contains: (text) => {
      const address = parseAddress(text)
      if (!address || !holds(range, address)) return false
      const index = address.bits - network
      return index > 0n && (family === 'IPv6' || index <= BigInt(usable))
    },
    free(isTaken, fraction) {
      const search = (from: number, count: number) => {
        const offset = Math.floor(fraction * count)
        for (let step = 0; step < Math.min(count, mostSteps); step++) {
          const address = at(from + ((offset + step) % count))
          if (!isTaken(address)) return address
        }
        return undefined
      }
      return search(band, usable - band) ?? search(0, band)
    },
  }
}

function addressAt(family: Family, network: bigint): (index: number) => string {
  if (family === 'IPv6') return (index) => formatAddress({ family, bits: network + 1n + BigInt(index) })
  const start = Number(network) + 1
  return (index) => [24, 16, 8, 0].map((shift) => ((start + index) >>> shift) & 255).join('.')
}
