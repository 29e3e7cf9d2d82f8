/** IP addresses and ranges in specs and statuses. What is new is strict (KEP-4858: no leading zeros, no IPv4 in IPv6's form, no bits after a prefix); a value that stood before stays. */
import { isIPv4 } from 'node:net'
import {
  type Address,
  formatAddress,
  holds,
  parseAddress,
  parseRange,
  type StatusCause,
  strictAddressErrors,
  strictRangeErrors,
} from '../../../core/meta/index.js'
import { invalid, invalids } from '../causes.js'

export {
  formatAddress,
  formatRange,
  hasHostBits,
  isStrictlyInside,
  parseAddress,
  parseRange,
} from '../../../core/meta/index.js'

export const notAnAddress = 'must be a DNS name: an address is none'

/** What a field said before. */
export interface Standing {
  has(text: string): boolean
}

/** `values` are read when one is first asked for, so that what is all right costs nothing more. */
export function standing(values: () => readonly (string | undefined)[]): Standing {
  let known: ReadonlySet<string | undefined> | undefined
  return { has: (text) => (known ??= new Set(values())).has(text) }
}

/** What `stood` has is let pass, however it is written. */
export function addressErrors(text: string, field: string, stood?: Standing): StatusCause[] {
  const whys = strictAddressErrors(text)
  return whys.length === 0 || stood?.has(text) ? [] : invalids(field, text, whys)
}

/** As with addresses. */
export function rangeErrors(text: string, field: string, stood?: Standing): StatusCause[] {
  const whys = strictRangeErrors(text)
  return whys.length === 0 || stood?.has(text) ? [] : invalids(field, text, whys)
}

/** Of fields that take the one way to write an address alone. */
export function canonicalAddressErrors(text: string, field: string): StatusCause[] {
  const errors = addressErrors(text, field)
  if (errors.length > 0) return errors
  const best = formatAddress(parseAddress(text)!)
  return best === text ? [] : [invalid(field, text, `must be written as ${best}`)]
}

/** Whether there is one address of each family at most. */
export function isOneOfEach(found: readonly (Address | undefined)[]): boolean {
  const families = found.map((each) => each?.family)
  return families.length < 2 || (families.length === 2 && families.includes('IPv4') && families.includes('IPv6'))
}

const special = Object.entries({
  unspecified: ['0.0.0.0/32', '::/128'],
  loopback: ['127.0.0.0/8', '::1/128'],
  'link-local': ['169.254.0.0/16', 'fe80::/10'],
  'link-local multicast': ['224.0.0.0/24', 'ff02::/16'],
}).map(([what, texts]) => ({ what, ranges: texts.map((text) => parseRange(text)!) }))

/** An address that something else than the node itself can answer at. */
export function specialAddressErrors(text: string, field: string): StatusCause[] {
  if (isIPv4(text) && !/^(0|127|169|224)\./.test(text)) return []
  const address = parseAddress(text)
  if (!address) return addressErrors(text, field)
  return special.flatMap(({ what, ranges }) =>
    ranges.some((each) => holds(each, address))
      ? [invalid(field, text, `must not be an ${what} address`.replace('an l', 'a l'))]
      : [],
  )
}
