/** Ports of the node that lead into pods: elements of two maps in the pod network's nftables table, and the rules that read these, made when the first pod asks. */
import { writeFileSync } from 'node:fs'
import { RuntimeError, type SandboxConfig } from '../../contract.js'
import { run } from '../host/command.js'

type PortMapping = NonNullable<SandboxConfig['portMappings']>[number]

export interface HostPortsOptions {
  readonly nft: string
  /** Made by the pod network; it goes with everything in it. */
  readonly table: string
  readonly bridge: string
  readonly cidr: string
}

export class HostPorts {
  readonly #options: HostPortsOptions
  /** Map and key of an element -> the pod's address. */
  readonly #open = new Map<string, string>()
  #rules: Promise<void> | undefined

  constructor(options: HostPortsOptions) {
    this.#options = options
  }

  /** Leads these to the pod at this address, from wherever the node is reached: others, itself, its pods. A port that another pod had is this one's now. */
  async open(ip: string, mappings: readonly PortMapping[]): Promise<void> {
    if (mappings.length === 0) return
    this.#rules ??= this.#makeRules()
    await this.#rules
    const lines = mappings.flatMap((mapping) => {
      const { map, key } = elementOf(mapping)
      const element = `${map} { ${key}`
      const before = this.#open.has(element) ? [`delete element ip ${this.#options.table} ${element} }`] : []
      this.#open.set(element, ip)
      return [...before, `add element ip ${this.#options.table} ${element} : ${ip} . ${mapping.containerPort} }`]
    })
    await this.#change(lines)
  }

  /** Forgets all that leads to the pod at this address. Idempotent. */
  async close(ip: string): Promise<void> {
    const elements = [...this.#open].flatMap(([element, holder]) => (holder === ip ? [element] : []))
    if (elements.length === 0) return
    for (const element of elements) this.#open.delete(element)
    await this.#change(elements.map((element) => `delete element ip ${this.#options.table} ${element} }`))
  }

  async #makeRules(): Promise<void> {
    const { bridge } = this.#options
    await this.#change([rules(this.#options)])
    // Without it the kernel drops what comes from 127.0.0.1 and goes to a pod; the rules keep pods off the node's own 127.0.0.0/8.
    writeFileSync(`/proc/sys/net/ipv4/conf/${bridge}/route_localnet`, '1')
  }

  async #change(lines: readonly string[]): Promise<void> {
    const { code, stderr } = await run(this.#options.nft, ['-f', '-'], `${lines.join('\n')}\n`)
    if (code !== 0) throw new RuntimeError('RunPodSandboxError', `hostPort: nft: ${stderr.trim().split('\n')[0]}`)
  }
}

function elementOf({ hostIP, hostPort, protocol }: PortMapping): { readonly map: string; readonly key: string } {
  const port = `${protocol.toLowerCase()} . ${hostPort}`
  return hostIP ? { map: 'address_ports', key: `${hostIP} . ${port}` } : { map: 'node_ports', key: port }
}

/** Priority -100 is dstnat's, which nft knows by name in prerouting alone. What the node or a pod sends to a pod by this way comes back by it because its source is the bridge's. */
function rules({ table, bridge, cidr }: HostPortsOptions): string {
  return `table ip ${table} {
  map node_ports { type inet_proto . inet_service : ipv4_addr . inet_service; }
  map address_ports { type ipv4_addr . inet_proto . inet_service : ipv4_addr . inet_service; }
  chain host_ports {
    dnat to ip daddr . meta l4proto . th dport map @address_ports
    fib daddr type local dnat to meta l4proto . th dport map @node_ports
  }
  chain loopback_is_private {
    type filter hook prerouting priority raw; policy accept;
    iifname "${bridge}" ip daddr 127.0.0.0/8 drop
  }
  chain host_ports_from_outside {
    type nat hook prerouting priority dstnat; policy accept;
    jump host_ports
  }
  chain host_ports_from_here {
    type nat hook output priority -100; policy accept;
    jump host_ports
  }
  chain host_ports_back {
    type nat hook postrouting priority srcnat; policy accept;
    oifname "${bridge}" ct status dnat ip saddr { 127.0.0.0/8, ${cidr} } masquerade
  }
}`
}
