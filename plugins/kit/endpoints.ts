/** Who stands behind a Service: told by its EndpointSlices, else its Endpoints, else found by its selector while nobody writes either. */
import { ifNotFound, type KubeObject } from '../../core/meta/index.js'
import type { Guarded } from '../../core/registry/contract.js'

export interface ServicePort {
  readonly name?: string
  readonly port: number
  readonly targetPort?: number | string
}

export interface Endpoint {
  readonly host: string
  readonly port: number
}

/** Those of one port that are ready. */
export async function endpointsOf(
  service: KubeObject,
  port: ServicePort,
  guarded: Guarded,
): Promise<readonly Endpoint[]> {
  const slices = await ofSlices(service, port, guarded)
  if (slices.length > 0) return slices
  const endpoints = await ofEndpoints(service, port, guarded)
  return endpoints.length > 0 ? endpoints : ofSelector(service, port, guarded)
}

interface Slice {
  readonly ports?: readonly { readonly name?: string; readonly port?: number }[]
  readonly endpoints?: readonly {
    readonly addresses: readonly string[]
    readonly conditions?: { readonly ready?: boolean }
  }[]
}

async function ofSlices({ metadata }: KubeObject, { name = '' }: ServicePort, guarded: Guarded): Promise<Endpoint[]> {
  const ofService = `kubernetes.io/service-name=${metadata.name}`
  const found = await guarded.list('discovery.k8s.io/endpointslices', metadata.namespace ?? '', ofService)
  return (found as unknown as readonly Slice[]).flatMap(({ ports = [], endpoints = [] }) => {
    const port = ports.find((each) => (each.name ?? '') === name)?.port
    const ready = endpoints.filter(({ conditions }) => conditions?.ready !== false)
    return port ? ready.flatMap(({ addresses }) => addresses.map((host) => ({ host, port }))) : []
  })
}

interface Subset {
  readonly addresses?: readonly { readonly ip: string }[]
  readonly ports?: readonly { readonly name?: string; readonly port: number }[]
}

async function ofEndpoints(
  { metadata }: KubeObject,
  { name = '' }: ServicePort,
  guarded: Guarded,
): Promise<Endpoint[]> {
  const found = await guarded.get('endpoints', metadata.namespace ?? '', metadata.name ?? '').catch(ifNotFound)
  return ((found?.['subsets'] ?? []) as readonly Subset[]).flatMap(({ addresses = [], ports = [] }) => {
    const port = ports.find((each) => (each.name ?? '') === name)?.port
    return port === undefined ? [] : addresses.map(({ ip }) => ({ host: ip, port }))
  })
}

interface Ported {
  readonly containers: readonly {
    readonly ports?: readonly { readonly name?: string; readonly containerPort: number }[]
  }[]
}

interface Pod extends KubeObject {
  readonly spec: Ported
  readonly status?: {
    readonly podIP?: string
    readonly conditions?: readonly { readonly type: string; readonly status: string }[]
  }
}

async function ofSelector({ metadata, spec }: KubeObject, port: ServicePort, guarded: Guarded): Promise<Endpoint[]> {
  const { selector } = spec as { readonly selector?: Readonly<Record<string, string>> }
  const labels = Object.entries(selector ?? {}).map(([key, value]) => `${key}=${value}`)
  if (labels.length === 0) return []
  const pods = (await guarded.list('pods', metadata.namespace ?? '', labels.join())) as readonly Pod[]
  return pods.flatMap((pod) => {
    const isReady = pod.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True')
    const number = targetIn(pod.spec, port)
    const host = pod.status?.podIP
    return isReady && !pod.metadata.deletionTimestamp && host && number ? [{ host, port: number }] : []
  })
}

/** The number to which a service's port leads in such a pod; undefined: it has no port of that name. */
export function targetIn({ containers }: Ported, { port, targetPort = port }: ServicePort): number | undefined {
  if (typeof targetPort === 'number') return targetPort || port
  const ports = containers.flatMap((container) => container.ports ?? [])
  return ports.find(({ name }) => name === targetPort)?.containerPort
}
