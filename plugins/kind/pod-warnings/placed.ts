/** Containers of a pod, and where they stand. */
import type { Container, PodSpec } from '../../../crds/generated/tokens.js'

export interface Placed {
  readonly container: Container
  /** `spec.initContainers[0]`. */
  readonly at: string
}

export function placedContainers(spec: PodSpec, at: string): Placed[] {
  const found: Placed[] = []
  for (const list of ['initContainers', 'containers', 'ephemeralContainers'] as const) {
    const containers = spec[list]
    if (!containers) continue
    for (let index = 0; index < containers.length; index++) {
      found.push({ container: containers[index] as Container, at: `${at}.${list}[${index}]` })
    }
  }
  return found
}
