/** Ports of the node that pods claim. */
export interface HostPort {
  readonly ip: string
  /** `TCP/8080` */
  readonly port: string
}

const everywhere = '0.0.0.0'

interface Claiming {
  readonly restartPolicy?: string | undefined
  readonly ports?: readonly {
    readonly hostPort?: number | undefined
    readonly hostIP?: string | undefined
    readonly protocol?: string | undefined
  }[]
}

/** Of containers and sidecars. */
export function hostPortsOf({
  containers,
  initContainers = [],
}: {
  readonly containers: readonly Claiming[]
  readonly initContainers?: readonly Claiming[] | undefined
}): readonly HostPort[] {
  const sidecars = initContainers.filter((container) => container.restartPolicy === 'Always')
  return [...containers, ...sidecars].flatMap(({ ports = [] }) =>
    ports
      .filter((port) => port.hostPort)
      .map((port) => ({ ip: port.hostIP || everywhere, port: `${port.protocol ?? 'TCP'}/${port.hostPort}` })),
  )
}

/** The ports taken on one node. */
export class HostPorts {
  /** port -> address -> how many pods */
  readonly #taken = new Map<string, Map<string, number>>()

  take(ports: readonly HostPort[]): void {
    for (const { ip, port } of ports) {
      const addresses = this.#taken.get(port) ?? new Map<string, number>()
      addresses.set(ip, (addresses.get(ip) ?? 0) + 1)
      this.#taken.set(port, addresses)
    }
  }

  release(ports: readonly HostPort[]): void {
    for (const { ip, port } of ports) {
      const addresses = this.#taken.get(port)
      const left = (addresses?.get(ip) ?? 0) - 1
      if (left > 0) addresses?.set(ip, left)
      else addresses?.delete(ip)
      if (addresses?.size === 0) this.#taken.delete(port)
    }
  }

  /** A port on all addresses collides with the same port on any. */
  areFree(ports: readonly HostPort[]): boolean {
    return ports.every(({ ip, port }) => {
      const addresses = this.#taken.get(port)
      if (!addresses) return true
      return ip !== everywhere && !addresses.has(ip) && !addresses.has(everywhere)
    })
  }
}
