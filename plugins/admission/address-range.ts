/** A range of IPv4 addresses in CIDR form, and which of them services are given. */

export interface AddressRange {
  readonly cidr: string
  /** The first usable one: upstream's API itself has it. */
  readonly first: string
  contains(address: string): boolean
  /** One that `isTaken` denies: from the upper part of the range at first (the lower is left to those who choose, KEP-3070), then from anywhere. `fraction` in [0, 1) says where the search begins. Undefined: none is left. */
  free(isTaken: (address: string) => boolean, fraction: number): string | undefined
}

/** Throws an Error with words for a person when it is no such range, or one with less than 6 addresses. */
export function addressRange(cidr: string): AddressRange {
  const [base = '', bits = ''] = cidr.split('/')
  const prefix = Number(bits)
  const start = numberOf(base)
  if (start === undefined || !/^\d+$/.test(bits) || prefix < 8 || prefix > 29) {
    throw new Error(`${cidr} is no range of IPv4 addresses such as 10.96.0.0/16`)
  }
  const size = 2 ** (32 - prefix)
  const network = start - (start % size)
  // The network's own address and the last one are given to nobody.
  const usable = size - 2
  const band = Math.min(Math.max(16, Math.floor(size / 16)), 256, Math.floor(usable / 2))
  const at = (index: number) => textOf(network + 1 + index)
  const search = (from: number, count: number, isTaken: (address: string) => boolean, fraction: number) => {
    const offset = Math.floor(fraction * count)
    for (let step = 0; step < count; step++) {
      const address = at(from + ((offset + step) % count))
      if (!isTaken(address)) return address
    }
    return undefined
  }
  return {
    cidr,
    first: at(0),
    contains: (address) => {
      const value = numberOf(address)
      return value !== undefined && value > network && value <= network + usable
    },
    free: (isTaken, fraction) =>
      search(band, usable - band, isTaken, fraction) ?? search(1, band - 1, isTaken, fraction),
  }
}

function numberOf(address: string): number | undefined {
  const parts = address.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0)
}

const textOf = (value: number): string => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')
