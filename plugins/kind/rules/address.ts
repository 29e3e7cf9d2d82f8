/** IP addresses and ranges in specs. Fields of old take what Go's older parser took (leading zeros in IPv4, set bits after the prefix), those of younger kinds only the one way to write them. */
import { holds, parseAddress, parseRange, type StatusCause } from '../../../core/meta/index.js'
import { invalid } from '../causes.js'

export { formatAddress, hasHostBits, isStrictlyInside, parseAddress, parseRange } from '../../../core/meta/index.js'

export const notAnAddress = 'must be a DNS name: an address is none'

export const addressErrors = (text: string, field: string): StatusCause[] =>
  parseAddress(text) ? [] : [invalid(field, text, 'must be an IP address, such as 10.9.8.7 or 2001:db8::ffff')]

export const rangeErrors = (text: string, field: string): StatusCause[] =>
  parseRange(text) ? [] : [invalid(field, text, 'must be a range of addresses, such as 10.9.8.0/24 or 2001:db8::/64')]

const ranges = {
  unspecified: ['0.0.0.0/32', '::/128'],
  loopback: ['127.0.0.0/8', '::1/128'],
  'link-local': ['169.254.0.0/16', 'fe80::/10'],
  'link-local multicast': ['224.0.0.0/24', 'ff02::/16'],
} as const

/** An address that something else than the node itself can answer at. */
export function specialAddressErrors(text: string, field: string): StatusCause[] {
  const address = parseAddress(text)
  if (!address) return addressErrors(text, field)
  return Object.entries(ranges).flatMap(([what, texts]) =>
    texts.some((each) => holds(parseRange(each)!, address))
      ? [invalid(field, text, `must not be an ${what} address`.replace('an l', 'a l'))]
      : [],
  )
}
