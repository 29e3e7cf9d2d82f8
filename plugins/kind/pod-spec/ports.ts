/** Ports of containers: names said twice, and ports of the node that two would take. */
import { portNameErrors, type StatusCause } from '../../../core/meta/index.js'
import type { Container, ContainerPort } from '../../../crds/generated/tokens.js'
import { duplicate, invalid, invalids } from '../causes.js'
import type { Ground } from './ground.js'

export function checkPorts(ports: readonly ContainerPort[], at: string, found: StatusCause[]): void {
  const names = new Set<string>()
  for (let index = 0; index < ports.length; index++) {
    const { name } = ports[index]!
    const wrong = name ? portNameErrors(name) : []
    if (wrong.length > 0) found.push(...invalids(`${at}[${index}].name`, name, wrong))
    else if (name && names.has(name)) found.push(duplicate(`${at}[${index}].name`, name))
    if (name) names.add(name)
  }
}

/** Containers that run at the same time. `taken`: what others of them have taken. */
export function checkHostPorts(container: Container, at: string, { found, taken }: HostPorts): void {
  container.ports?.forEach(({ hostPort, hostIP, protocol }, index) => {
    if (!hostPort) return
    const place = `${protocol ?? 'TCP'}/${hostIP ?? ''}/${hostPort}`
    if (taken.has(place)) found.push(duplicate(`${at}.ports[${index}].hostPort`, place))
    taken.add(place)
  })
}

interface HostPorts {
  readonly found: StatusCause[]
  readonly taken: Set<string>
}

/** On the node's network a port of the container is that port of the node. A template may leave it to the pod's defaults. */
export function checkHostNetwork({ spec, isPod, found }: Ground, at: string): void {
  if (!spec.hostNetwork) return
  spec.containers?.forEach(({ ports }, container) => {
    ports?.forEach(({ hostPort, containerPort }, port) => {
      if ((hostPort ?? 0) === (containerPort ?? 0) || (!isPod && !hostPort)) return
      const field = `${at}.containers[${container}].ports[${port}].hostPort`
      found.push(invalid(field, hostPort ?? 0, `must be ${containerPort ?? 0}, the containerPort, with hostNetwork`))
    })
  })
}
