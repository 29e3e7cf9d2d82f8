/** Addresses and ranges that are taken, but not written as they are best written. */
import { formatAddress, formatRange, hasHostBits, parseAddress, parseRange } from './address.js'

export function addressWarnings(text: string, field: string): string[] {
  const address = parseAddress(text)
  return address ? bestWarning(field, { is: text, best: formatAddress(address) }) : []
}

export function rangeWarnings(text: string, field: string): string[] {
  const range = parseRange(text)
  if (!range) return []
  return hasHostBits(range)
    ? [`${field}: ${JSON.stringify(text)} has bits set after its prefix`]
    : bestWarning(field, { is: text, best: formatRange(range) })
}

/** Of the addresses of a load balancer. */
export const balancerWarnings = (ingress: readonly { readonly ip?: string }[] | undefined): string[] =>
  (ingress ?? []).flatMap(({ ip }, index) => addressWarnings(ip ?? '', `status.loadBalancer.ingress[${index}]`))

const bestWarning = (field: string, { is, best }: { readonly is: string; readonly best: string }): string[] =>
  is === best ? [] : [`${field}: ${JSON.stringify(is)} is not written as usual: use ${JSON.stringify(best)}`]
