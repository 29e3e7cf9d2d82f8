/** The node's pod network: a bridge, a pair of links and an address for each sandbox, masquerade to the outside. */
import { readFileSync, writeFileSync } from 'node:fs'
import { RuntimeError } from '../../contract.js'
import { mustRun, run } from '../host/command.js'
import type { Tools } from '../host/tools.js'
import { Addresses, cidrOf, gatewayOf, parseRange, type Range } from './addresses.js'
import { aliasOf, isOurs, listLinks, openBridge } from './bridge.js'
import { HostPorts } from './host-ports.js'

export interface PodNetworkOptions {
  readonly tools: Tools & { readonly ip: string }
  /** Of the data directory; names what is ours on the machine. */
  readonly mark: string
  readonly dataDir: string
  /** The bridge's name; left out: the first that is free. */
  readonly bridge?: string
  readonly cidr: string
}

export class PodNetwork {
  readonly #options: PodNetworkOptions
  readonly #range: Range
  #bridge = ''
  readonly addresses: Addresses
  /** Undefined: nothing here can make them, as nftables lack. */
  hostPorts: HostPorts | undefined
  /** What works less than it should, for the node's condition. */
  warning = ''

  constructor(options: PodNetworkOptions) {
    this.#options = options
    this.#range = parseRange(options.cidr)
    this.addresses = new Addresses(this.#range)
  }

  /** Makes or finds the bridge. Throws when its name or its addresses belong to somebody else. */
  async open(): Promise<void> {
    const { tools, mark, dataDir, bridge } = this.#options
    const isFirst = !(await this.#isAddressOurs())
    if (isFirst) await this.#refuseTakenRange()
    const { name } = await openBridge({
      ip: tools.ip,
      mark,
      dataDir,
      ...(bridge === undefined ? {} : { name: bridge }),
    })
    this.#bridge = name
    await this.#batch([
      `addr replace ${gatewayOf(this.#range)}/${this.#range.prefix} dev ${name}`,
      `link set ${name} up`,
    ])
    await this.#masquerade()
  }

  /** Shell commands that, inside of the new namespace, make its links and routes; the other end appears here. */
  setupInside(link: string, address: string): string {
    const lines = [
      `link add eth0 type veth peer name ${link} netns ${process.pid}`,
      `addr add ${address}/${this.#range.prefix} dev eth0`,
      'link set lo up',
      'link set eth0 up',
      `route add default via ${gatewayOf(this.#range)}`,
    ]
    return `${this.#options.tools.ip} -batch - <<'EOF' || exit 1\n${lines.join('\n')}\nEOF\n`
  }

  /** Connects the host's end of the pair. With `hairpin` the pod is reached by itself through the bridge, where that filters (bridge-nf-call-iptables). */
  async connect(link: string, hairpin: 'hairpin' | 'plain'): Promise<void> {
    await this.#batch([
      `link set ${link} alias ${aliasOf(this.#options.mark)} master ${this.#bridge} up`,
      ...(hairpin === 'hairpin' ? [`link set ${link} type bridge_slave hairpin on`] : []),
    ])
  }

  /** Removes the pair. Idempotent. */
  async disconnect(link: string): Promise<void> {
    await run(this.#options.tools.ip, ['link', 'del', 'dev', link])
  }

  /** Removes the bridge and the table: no pod is connected any more, and the next start makes them again. */
  async close(): Promise<void> {
    const { tools, mark } = this.#options
    await this.disconnect(this.#bridge)
    if (tools.nft) await run(tools.nft, ['delete', 'table', 'ip', tableOf(mark)])
  }

  /** A free address; throws when the range is used up. */
  takeAddress(): string {
    const address = this.addresses.take()
    if (!address) throw new RuntimeError('RunPodSandboxError', `no free address left in ${cidrOf(this.#range)}`)
    return address
  }

  #batch(lines: readonly string[]): Promise<string> {
    return mustRun(this.#options.tools.ip, ['-batch', '-'], `${lines.join('\n')}\n`)
  }

  async #isAddressOurs(): Promise<boolean> {
    const { tools, mark } = this.#options
    const shown = await run(tools.ip, ['-json', 'addr', 'show', 'to', gatewayOf(this.#range)])
    const holders = (JSON.parse(shown.stdout.trim() || '[]') as { ifname?: string }[]).flatMap(
      ({ ifname }) => ifname ?? [],
    )
    // Shown by address, links come without their alias.
    const links = await listLinks(tools.ip, [])
    return links.some((link) => holders.includes(link.ifname) && isOurs(link, mark))
  }

  async #refuseTakenRange(): Promise<void> {
    const { tools, cidr } = this.#options
    const routes = await run(tools.ip, ['route', 'show', 'to', 'match', gatewayOf(this.#range)])
    const taken = routes.stdout.split('\n').find((line) => line !== '' && !line.startsWith('default'))
    if (taken) throw new Error(`the pod range ${cidr} is in use here: ${taken.trim()}`)
  }

  async #masquerade(): Promise<void> {
    const { tools, mark } = this.#options
    try {
      if (readFileSync('/proc/sys/net/ipv4/ip_forward', 'latin1').trim() !== '1')
        writeFileSync('/proc/sys/net/ipv4/ip_forward', '1')
    } catch {
      this.warning = 'pods reach no other network: this process may not turn on IP forwarding'
      return
    }
    if (!tools.nft) {
      this.warning = 'pods reach no other network: nft is not installed, so nothing is masqueraded'
      return
    }
    const rules = nftRules(tableOf(mark), cidrOf(this.#range), this.#bridge)
    const result = await run(tools.nft, ['-f', '-'], rules)
    if (result.code !== 0) {
      this.warning = `pods reach no other network: nft: ${result.stderr.trim().split('\n')[0]}`
      return
    }
    const table = tableOf(mark)
    this.hostPorts = new HostPorts({ nft: tools.nft, table, bridge: this.#bridge, cidr: cidrOf(this.#range) })
  }
}

/** Our table in nftables. */
export function tableOf(mark: string): string {
  return `operon_${mark}`
}

function nftRules(table: string, cidr: string, bridge: string): string {
  return `table ip ${table}
delete table ip ${table}
table ip ${table} {
  chain postrouting {
    type nat hook postrouting priority srcnat; policy accept;
    ip saddr ${cidr} ip daddr != ${cidr} oifname != "${bridge}" masquerade
  }
}
`
}
