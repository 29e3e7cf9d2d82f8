import { UsageError } from './usage-error.js'

/** The node's own address in its range of pod addresses: the first, which the bridge has and pods reach the host by. Throws UsageError for what is no range. */
export function podGateway(cidr: string): string {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr)
  const parts = match?.slice(1).map(Number) ?? []
  const [a = 256, b = 256, c = 256, d = 256, bits = 33] = parts
  if (Math.max(a, b, c, d) > 255 || bits < 8 || bits > 30)
    throw new UsageError(`--pod-cidr takes an IPv4 range such as 10.88.0.0/24, not "${cidr}"`)
  const base = ((a << 24) | (b << 16) | (c << 8) | d) & (-1 << (32 - bits))
  const first = base + 1
  return [24, 16, 8, 0].map((shift) => (first >>> shift) & 255).join('.')
}
