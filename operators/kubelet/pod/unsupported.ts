/** What a pod asks for and this kubelet does not do, in words for an event: it runs all the same. Volumes are told by their mount. */
import type { Pod } from '../shapes/index.js'
import { specsOf } from './facts.js'

export function unsupportedIn(pod: Pod): string[] {
  const specs = specsOf(pod).map(({ spec }) => spec)
  const hasHostPort = specs.some(({ ports }) => ports?.some(({ hostPort }) => hostPort && !pod.spec.hostNetwork))
  const sysctls = pod.spec.securityContext?.sysctls?.map(({ name }) => name) ?? []
  return [
    ...(hasHostPort ? ['hostPort: ports are not opened on the node'] : []),
    ...(sysctls.length ? [`sysctls: ${sysctls.join(', ')} are not set`] : []),
  ]
}
