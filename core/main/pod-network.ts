/** Which range of addresses the pods of this machine have, and on which bridge: chosen once for a data directory, so that several clusters get along on one machine. */
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { StartError, UsageError } from './usage-error.js'

export interface PodNetwork {
  readonly cidr: string
  /** Name of the bridge, at most 15 characters. */
  readonly bridge: string
  /** The bridge's own address, the first of the range: where pods reach this host. */
  readonly gateway: string
}

const kept = 'pod-network.json'

/**
 * What the data directory has kept, unless another cluster has taken it since (after a reboot or `operon clean`); else what `asked` says, else the first
 * free range; the choice is kept. Throws UsageError for what is no range.
 * @param links where the kernel lists its network links
 */
export function podNetwork(folder: string, asked: string | undefined, links = '/sys/class/net'): PodNetwork {
  const path = join(folder, kept)
  const present = existsSync(path) ? readKept(path) : undefined
  const taken = takenHere(links)
  const isWanted = present && (asked === undefined || asked === present.cidr)
  if (isWanted && !isAnothers(present, { folder, taken, links })) return { ...present, ...rangeOf(present.cidr) }
  const number = freeNumber(taken)
  const earlier = isWanted && !isNumbered(present.cidr) ? present.cidr : undefined
  const chosen = { cidr: asked ?? earlier ?? `10.88.${number}.0/24`, bridge: `operon${number}` }
  const range = rangeOf(chosen.cidr)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(path, `${JSON.stringify(chosen)}\n`, { mode: 0o600 })
  return { ...chosen, ...range }
}

interface Kept {
  readonly cidr: string
  readonly bridge: string
}

/** Whether the bridge carries another data directory's name, or its range leads elsewhere. */
function isAnothers(
  { cidr, bridge }: Kept,
  { folder, taken, links }: { readonly folder: string; readonly taken: Taken; readonly links: string },
): boolean {
  if (!taken.names.includes(bridge)) return isNumbered(cidr) && taken.ranges.includes(cidr.replace(/0\/24$/, ''))
  const alias = readFileSync(join(links, bridge, 'ifalias'), 'utf8').trim()
  // The runtime writes `operon:<mark> <data directory>`, of which 200 characters.
  const owner = /^operon:[0-9a-f]+ (.+)$/.exec(alias)?.[1]
  return owner !== realpathSync(folder).slice(0, 200)
}

/** One of those that are chosen here, not one that a person asked for. */
function isNumbered(cidr: string): boolean {
  return /^10\.88\.\d+\.0\/24$/.test(cidr)
}

function readKept(path: string): Kept {
  try {
    const { cidr, bridge } = JSON.parse(readFileSync(path, 'utf8')) as { cidr: unknown; bridge: unknown }
    return { cidr: String(cidr), bridge: String(bridge) }
  } catch (error) {
    throw new StartError(
      `${path} is damaged (${(error as Error).message.trim()}): remove it to have the pods' range of addresses chosen anew`,
    )
  }
}

/** Where pods reach the API on this host: by their bridge; without root they share the host's network. */
export function apiHost(network: PodNetwork): string {
  return process.getuid?.() === 0 ? network.gateway : '127.0.0.1'
}

interface Taken {
  readonly names: readonly string[]
  /** Beginnings of addresses with routes, such as `10.88.0.`. */
  readonly ranges: readonly string[]
}

/** Links and routes of this machine, those without a carrier too, which node's own list leaves out. */
function takenHere(links: string): Taken {
  const names = existsSync(links) ? readdirSync(links) : Object.keys(networkInterfaces())
  const routes = existsSync('/proc/net/route')
    ? readFileSync('/proc/net/route', 'utf8').trim().split('\n').slice(1)
    : []
  const ranges = routes.map((line) => {
    const address = Number.parseInt(line.split('\t')[1] ?? '0', 16)
    return [0, 8, 16].map((shift) => `${(address >>> shift) & 255}.`).join('')
  })
  return { names, ranges }
}

function freeNumber({ names, ranges }: Taken): number {
  for (let number = 0; number < 256; number++) {
    if (!names.includes(`operon${number}`) && !ranges.includes(`10.88.${number}.`)) return number
  }
  throw new UsageError('no range 10.88.N.0/24 is free on this machine: name one with --pod-cidr')
}

/** The range without bits after its prefix, which a Node may not have, and its first address. */
function rangeOf(cidr: string): Pick<PodNetwork, 'cidr' | 'gateway'> {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr)
  const [a = 256, b = 256, c = 256, d = 256, bits = 33] = match?.slice(1).map(Number) ?? []
  if (Math.max(a, b, c, d) > 255 || bits < 8 || bits > 30)
    throw new UsageError(`--pod-cidr takes an IPv4 range such as 10.88.0.0/24, not "${cidr}"`)
  const base = ((a << 24) | (b << 16) | (c << 8) | d) & (-1 << (32 - bits))
  const dotted = (number: number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.')
  return { cidr: `${dotted(base)}/${bits}`, gateway: dotted(base + 1) }
}
