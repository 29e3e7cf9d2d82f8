/** Ports of a pod's containers that mean the same twice. */
import type { Container, ContainerPort } from '../../../crds/generated/tokens.js'
import type { Placed } from './placed.js'

/** More are not told: headers hold a few dozen, and each pair of equal ports makes one. */
const most = 200
/** Pairs that are compared, of all ports: a pod with more has none of people. */
const mostPairs = 100_000

export function portWarnings(containers: readonly Placed[]): string[] {
  const found: string[] = []
  const taken = new Map<string, { readonly at: string; readonly port: ContainerPort }[]>()
  const named = new Map<string, string>()
  const names: string[] = []
  let pairs = 0
  for (const { container, at: here } of containers) {
    container.ports?.forEach((port, index) => {
      const at = `${here}.ports[${index}]`
      if (port.hostIP && !port.hostPort) found.push(`${at}: hostIP alone does nothing: set hostPort as well`)
      const key = `${port.containerPort}/${port.protocol}`
      const others = taken.get(key)
      for (const other of others ?? []) {
        if (found.length >= most || ++pairs > mostPairs) break
        const how = meeting(port, other.port)
        if (how) found.push(`${at}: ${how} ${other.at}`)
      }
      if (others) others.push({ at, port })
      else taken.set(key, [{ at, port }])
      if (!port.name) return
      const first = named.get(port.name)
      if (first === undefined) named.set(port.name, at)
      else if (names.length < most) {
        names.push(
          `${at}: ${first} has the name ${JSON.stringify(port.name)} too, and is what services and probes find by it`,
        )
      }
    })
  }
  return [...found, ...names]
}

type Ports = NonNullable<Container['ports']>[number]

function meeting(one: Ports, other: Ports): string | undefined {
  const [hostPort, otherHostPort] = [one.hostPort ?? 0, other.hostPort ?? 0]
  const [hostIP, otherHostIP] = [one.hostIP ?? '', other.hostIP ?? '']
  if (hostIP === otherHostIP && hostPort === otherHostPort) return 'says the same as'
  if (hostPort === 0 || otherHostPort === 0) return 'opens the same port as'
  return hostPort === otherHostPort && (hostIP === '') !== (otherHostIP === '')
    ? "on some addresses takes the node's port of"
    : undefined
}
