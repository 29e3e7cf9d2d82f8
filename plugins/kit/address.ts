/** Where a webhook is: by its address, or by the Service that stands before it. */
import type { Random } from '../../core/kit/index.js'
import { isNotFound } from '../../core/meta/index.js'
import type { Guarded } from '../../core/registry/contract.js'
import { type Endpoint, endpointsOf, type ServicePort } from './endpoints.js'

/** WebhookClientConfig of apiextensions.k8s.io/v1. */
export interface ClientConfig {
  readonly url?: string | null
  readonly service?: {
    readonly namespace: string
    readonly name: string
    readonly path?: string | null
    readonly port?: number | null
  } | null
  /** base64 of PEM; empty: the authorities that the machine trusts. */
  readonly caBundle?: string | null
}

/** What is connected to. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly path: string
  /** The name that the certificate must be for. */
  readonly name: string
  /** What the Host header says: a Service is called by its own name and port, whoever answers behind it. */
  readonly authority: string
  /** PEM. */
  readonly authorities: string | undefined
}

const usualPort = 443

/** A Service is read anew for each call: its endpoints where it has some, else its cluster address. Rejects with what is missing. */
export async function locate(
  { url, service, caBundle }: ClientConfig,
  parts: { readonly guarded: Guarded; readonly random: Random },
): Promise<Address> {
  const authorities = caBundle ? Buffer.from(caBundle, 'base64').toString() : undefined
  if (!service) {
    const { hostname, host: authority, port, pathname, search } = new URL(url ?? '')
    const host = hostname.replace(/^\[|\]$/g, '')
    return { host, port: Number(port || 443), path: pathname + search, name: host, authority, authorities }
  }
  const place = await endpointOf(service, parts)
  const name = `${service.name}.${service.namespace}.svc`
  const authority = `${name}:${service.port ?? usualPort}`
  return { ...place, path: service.path || '/', name, authority, authorities }
}

interface ServiceSpec {
  readonly type?: string
  readonly externalName?: string
  readonly clusterIP?: string
  readonly ports?: readonly ServicePort[]
}

async function endpointOf(
  { namespace, name, port: asked }: NonNullable<ClientConfig['service']>,
  { guarded, random }: { readonly guarded: Guarded; readonly random: Random },
): Promise<Endpoint> {
  const service = await guarded.get('services', namespace, name).catch((error: unknown) => {
    throw isNotFound(error) ? new Error(`service "${name}" not found`) : error
  })
  const spec = service.spec as ServiceSpec
  const wanted = asked ?? usualPort
  if (spec.type === 'ExternalName') return { host: spec.externalName ?? '', port: wanted }
  const said = spec.ports?.find(({ port }) => port === wanted)
  if (!said) throw new Error(`service "${name}" in namespace "${namespace}" has no port ${wanted}`)
  const places = await endpointsOf(service, said, guarded)
  const chosen = places[Math.floor(random.fraction() * places.length)]
  if (chosen) return chosen
  const { clusterIP } = spec
  if (!clusterIP || clusterIP === 'None') throw new Error(`no endpoints available for service "${name}"`)
  return { host: clusterIP, port: wanted }
}
