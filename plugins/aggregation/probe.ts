/** Whether another API server answers, and what it says it serves. */
import { request as overTls } from 'node:https'
import type { RemoteResource } from '../../core/aggregation/contract.js'
import { type Clock, readJson } from '../../core/kit/index.js'
import { isNotFound, type KubeObject } from '../../core/meta/index.js'
import type { Guarded } from '../../core/registry/contract.js'
import { endpointsOf, type ServicePort } from '../kit/endpoints.js'
import { type Remotes, userHeaders } from './remote.js'
import type { ApiService } from './table.js'

/** Upstream's bound for one look. */
const lookMs = 5_000
const mostBytes = 16 * 1024 * 1024

/** Who looks, as upstream's aggregator. */
const looker = { username: 'system:kube-aggregator', groups: ['system:masters'] } as const

const [v2, v2beta1] = ['v2', 'v2beta1'].map(
  (version) => `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`,
)

export interface Found {
  readonly resources: readonly RemoteResource[]
  /** Of a server that tells no APIResourceList: its APIResourceDiscovery. */
  readonly discovered?: readonly object[]
  /** Path and query of its OpenAPI v3 document. */
  readonly openapi: string | undefined
}

/** Why it is not available: reason and message of the condition. */
export class Unavailable extends Error {
  readonly reason: string
  /** What it tells all the same. */
  readonly told: Found | undefined

  constructor(reason: string, message: string, told?: Found) {
    super(message)
    this.reason = reason
    this.told = told
  }
}

class BadStatus extends Error {}

export interface Looking {
  readonly remotes: Remotes
  readonly guarded: Guarded
  readonly clock: Clock
}

/** Rejects with Unavailable; undefined: it is available, and does not tell what it serves. */
export async function look(service: ApiService, { remotes, guarded, clock }: Looking): Promise<Found | undefined> {
  await requireService(service, guarded)
  const { group = '', version = '' } = service.spec
  const path = `/apis/${group}/${version}`
  const read = (url: string) => readFrom(service, url, { remotes, clock })
  const discovered = () => discoveredAs(service, { remotes, clock }).catch(() => undefined)
  let answer: string
  try {
    answer = await readText(service, path, { remotes, clock })
  } catch (error) {
    const { name, namespace, port = 443 } = service.spec.service!
    const why = error instanceof Error ? error.message : String(error)
    const where = `https://${name}.${namespace}.svc:${port}${path}`
    const told = error instanceof BadStatus ? await discovered() : undefined
    const found = told && { ...told, openapi: undefined }
    throw new Unavailable('FailedDiscoveryCheck', `failing or missing response from ${where}: ${why}`, found)
  }
  const told = listOf(answer) ?? (await discovered())
  if (!told) return undefined
  const index = (await read('/openapi/v3').catch(() => ({}))) as {
    readonly paths?: Readonly<Record<string, { readonly serverRelativeURL?: string }>>
  }
  return { ...told, openapi: index.paths?.[path.slice(1)]?.serverRelativeURL }
}

type Told = Pick<Found, 'resources' | 'discovered'>

/** An APIResourceList; undefined: it is something else. */
function listOf(answer: string): Told | undefined {
  try {
    const { kind, resources } = readJson(answer) as { readonly kind?: string; readonly resources?: unknown }
    if (Array.isArray(resources)) return { resources }
    return kind === 'APIResourceList' ? { resources: [] } : undefined
  } catch {
    return undefined
  }
}

interface GroupsDiscovered {
  readonly items: readonly {
    readonly metadata: { readonly name: string }
    readonly versions: readonly { readonly version: string; readonly resources?: readonly object[] }[]
  }[]
}

/** From what the server tells of all its groups. Undefined: the group-version is not among them. */
async function discoveredAs(service: ApiService, how: Pick<Looking, 'remotes' | 'clock'>): Promise<Told | undefined> {
  const { group, version } = service.spec
  const accept = `${v2},${v2beta1}`
  const { items } = readJson(await readText(service, '/apis', { ...how, accept })) as unknown as GroupsDiscovered
  const found = items.find(({ metadata }) => metadata.name === group)?.versions.find((each) => each.version === version)
  if (!found) return undefined
  // Upstream leaves no kind unsaid.
  return { resources: [], discovered: (found.resources ?? []).map((each) => ({ responseKind: emptyKind, ...each })) }
}

const emptyKind = { group: '', version: '', kind: '' }

async function requireService({ spec }: ApiService, guarded: Guarded): Promise<void> {
  const { namespace, name, port = 443 } = spec.service!
  const found = (await guarded.get('/services', namespace, name).catch((error: unknown) => {
    if (!isNotFound(error)) throw error
    throw new Unavailable('ServiceNotFound', `service/${name} in ${JSON.stringify(namespace)} is not present`)
  })) as KubeObject & { readonly spec?: { readonly type?: string; readonly ports?: readonly ServicePort[] } } // biome-ignore format: one line
  if (found.spec?.type === 'ExternalName') return
  const where = `service/${name} in ${JSON.stringify(namespace)}`
  const has = found.spec?.ports?.find((each) => each.port === port)
  if (!has) throw new Unavailable('ServicePortError', `${where} is not listening on port ${port}`)
  if ((await endpointsOf(found, has, guarded)).length > 0) return
  const slices = await guarded.list('discovery.k8s.io/endpointslices', namespace, `kubernetes.io/service-name=${name}`)
  if (slices.length === 0) throw new Unavailable('EndpointsNotFound', `cannot find endpointslices for ${where}`)
  const why = `endpointslices for ${where} have no addresses with port name ${JSON.stringify(has.name ?? '')}`
  throw new Unavailable('MissingEndpoints', why)
}

/** An answer as JSON. Rejects without a 2xx in time. */
export async function readFrom(
  service: ApiService,
  path: string,
  how: Pick<Looking, 'remotes' | 'clock'>,
): Promise<unknown> {
  return readJson(await readText(service, path, how)) as unknown
}

async function readText(
  service: ApiService,
  path: string,
  { remotes, clock, accept = 'application/json' }: Pick<Looking, 'remotes' | 'clock'> & { readonly accept?: string },
): Promise<string> {
  const address = await remotes.locate(service)
  const headers = { accept, host: address.name, ...userHeaders(looker) }
  const options = { ...remotes.options(service, address, false), path, headers }
  return new Promise<string>((resolve, reject) => {
    const sent = overTls(options, (response) => {
      const pieces: Buffer[] = []
      let room = mostBytes
      response.on('data', (piece: Buffer) => {
        pieces.push(piece)
        if ((room -= piece.length) < 0) sent.destroy(new Error('its answer is too long'))
      })
      response.on('error', reject)
      response.on('end', () => {
        const { statusCode = 0 } = response
        if (statusCode >= 200 && statusCode < 300) resolve(Buffer.concat(pieces).toString())
        else reject(new BadStatus(`bad status: ${statusCode}`))
      })
    })
    const timer = clock.after(lookMs, () => sent.destroy(new Error('no answer within 5 seconds')))
    sent.once('close', () => timer.cancel())
    sent.on('error', reject)
    sent.end()
  })
}
