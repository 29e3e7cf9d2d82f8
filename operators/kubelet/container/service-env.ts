/** Where a pod finds the API and the services of its namespace: the variables that Docker's links once had, as upstream's kubelet sets them. */
import type { KubeObject } from '../../../core/meta/index.js'

interface ServicePort {
  readonly name?: string
  readonly port: number
  readonly protocol?: string
}

interface ServiceSpec {
  readonly clusterIP?: string
  readonly ports?: readonly ServicePort[]
}

/** The API's own, at the address and port where pods reach it. */
export function serviceEnv({ host, port }: { readonly host: string; readonly port: number }): Record<string, string> {
  return variablesOf('kubernetes', host, [{ name: 'https', port, protocol: 'TCP' }])
}

/** Those of services that have an address of their own. */
export function linksOf(services: readonly KubeObject[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (const service of services) {
    const { clusterIP, ports = [] } = (service['spec'] ?? {}) as ServiceSpec
    if (clusterIP && clusterIP !== 'None')
      Object.assign(found, variablesOf(service.metadata.name ?? '', clusterIP, ports))
  }
  return found
}

function variablesOf(service: string, host: string, ports: readonly ServicePort[]): Record<string, string> {
  const first = ports[0]
  if (!first) return {}
  const name = upper(service)
  const found: Record<string, string> = {
    [`${name}_SERVICE_HOST`]: host,
    [`${name}_SERVICE_PORT`]: String(first.port),
    [`${name}_PORT`]: urlOf(host, first),
  }
  for (const one of ports) {
    const protocol = (one.protocol ?? 'TCP').toUpperCase()
    const prefix = `${name}_PORT_${one.port}_${protocol}`
    if (one.name) found[`${name}_SERVICE_PORT_${upper(one.name)}`] = String(one.port)
    found[prefix] = urlOf(host, one)
    found[`${prefix}_PROTO`] = protocol.toLowerCase()
    found[`${prefix}_PORT`] = String(one.port)
    found[`${prefix}_ADDR`] = host
  }
  return found
}

function urlOf(host: string, { port, protocol = 'TCP' }: ServicePort): string {
  return `${protocol.toLowerCase()}://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function upper(name: string): string {
  return name.toUpperCase().replaceAll('-', '_')
}
