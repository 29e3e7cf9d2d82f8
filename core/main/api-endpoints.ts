/** Where the `kubernetes` Service leads: its Endpoints and EndpointSlice, and the Service itself, kept as they must be while the API runs. */
import { isIP } from 'node:net'
import type { Clock, Log, Timer } from '../kit/index.js'
import { ifNotFound, type KubeObject, sameJson } from '../meta/index.js'
import type { Guarded } from '../registry/index.js'

/** Upstream looks as often. */
const everyMs = 10_000

const serviceCidrs = 'networking.k8s.io/servicecidrs'
const namespace = 'default'
const name = 'kubernetes'

export interface ApiEndpointOptions {
  readonly guarded: Guarded
  /** The Service, as it is made when it is not there. */
  readonly service: KubeObject
  /** The ServiceCIDR of the server's own ranges, made again likewise, and said to be ready where nobody has judged it. */
  readonly serviceCidr: KubeObject
  /** Under which others reach the API. */
  readonly address: string
  readonly port: number
  readonly clock: Clock
  readonly log: Log
}

export interface ApiEndpoints {
  /** Looks once, and puts right what is wrong. Failures are logged. */
  look(): Promise<void>
  close(): void
}

/** A loopback address is refused by the checks of endpoints: then there are none, and only the Service is kept. Looks every 10 s once `look` was called first: three reads, and writes only where something differs. */
export function keepApiEndpoints(options: ApiEndpointOptions): ApiEndpoints {
  const all = wantedObjects(options)
  const wanted = isLoopback(options.address) ? all.slice(0, 2) : all
  let timer: Timer | undefined
  let closed = false
  const look = async () => {
    timer?.cancel()
    for (const each of wanted) {
      await keep(options.guarded, each).catch((error) => {
        if (!closed) options.log.error("the API's own service can't be kept", { object: each.object.kind, error })
      })
    }
    if (!closed) timer = options.clock.after(everyMs, () => void look())
  }
  return {
    look,
    close() {
      closed = true
      timer?.cancel()
    },
  }
}

const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1'

interface Wanted {
  readonly groupPlural: string
  readonly object: KubeObject
  /** The members that are put right; others, and labels of a person's own, stay. */
  readonly members: readonly string[]
  /** Puts right what members can't say. */
  readonly settle?: (guarded: Guarded, found: KubeObject, wanted: KubeObject) => Promise<void>
}

function wantedObjects({ service, serviceCidr, address, port }: ApiEndpointOptions): readonly Wanted[] {
  const ports = [{ name: 'https', port, protocol: 'TCP' }]
  const mine = (labels: Readonly<Record<string, string>>) => ({ name, namespace, labels })
  const endpoints = {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: mine({ 'endpointslice.kubernetes.io/skip-mirror': 'true' }),
    subsets: [{ addresses: [{ ip: address }], ports }],
  }
  const slice = {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: mine({ 'kubernetes.io/service-name': name }),
    addressType: isIP(address) === 6 ? 'IPv6' : 'IPv4',
    endpoints: [{ addresses: [address], conditions: { ready: true } }],
    ports,
  }
  return [
    { groupPlural: serviceCidrs, object: serviceCidr, members: [], settle: beginReady },
    { groupPlural: '/services', object: service, members: [] },
    { groupPlural: '/endpoints', object: endpoints, members: ['subsets'] },
    { groupPlural: 'discovery.k8s.io/endpointslices', object: slice, members: ['endpoints', 'ports'] },
  ]
}

async function keep(guarded: Guarded, wanted: Wanted): Promise<void> {
  const { groupPlural, object, members, settle } = wanted
  const { addressType } = object
  const found = await guarded.get(groupPlural, namespace, name).catch(ifNotFound)
  // What it can't become by an update is made anew.
  const isOther = found !== undefined && !sameJson(found['addressType'], addressType)
  if (isOther) await guarded.delete(groupPlural, namespace, name)
  if (!found || isOther) {
    const made = await guarded.create(groupPlural, namespace, structuredClone(object))
    await settle?.(guarded, made, object)
    return
  }
  await settle?.(guarded, found, object)
  if (isAsWanted(found, object, members)) return
  await guarded.update(groupPlural, namespace, name, (current) => {
    const { labels } = object.metadata
    current.metadata.labels = { ...current.metadata.labels, ...labels }
    for (const member of members) current[member] = structuredClone(object[member])
  })
}

interface Ranges extends KubeObject {
  spec: { cidrs: string[] }
  status?: {
    conditions?: { type: string; status: string; reason: string; message: string; lastTransitionTime: string }[]
  }
}

/** As upstream's: a second family is added to what stands; other ranges than the server's are left alone, and not said to be ready. */
async function beginReady(guarded: Guarded, found: KubeObject, wanted: KubeObject): Promise<void> {
  const { metadata, spec, status } = found as Ranges
  const { cidrs } = (wanted as Ranges).spec
  if (metadata.deletionTimestamp) return
  if (cidrs.length === 2 && sameJson(spec.cidrs, cidrs.slice(0, 1)))
    await guarded.update(serviceCidrs, '', name, (current) => {
      current['spec'] = { cidrs }
    })
  else if (!sameJson(spec.cidrs, cidrs)) return
  if (status?.conditions?.some(({ type }) => type === 'Ready')) return
  const subresource = 'status'
  const beginning = (current: KubeObject) => {
    const lastTransitionTime = metadata.creationTimestamp ?? ''
    const message = 'The range that the server was started with is ready'
    const ready = { type: 'Ready', status: 'True', reason: '', message, lastTransitionTime }
    current['status'] = { conditions: [ready] }
  }
  await guarded.update(serviceCidrs, '', name, beginning, { subresource })
}

function isAsWanted(found: KubeObject, object: KubeObject, members: readonly string[]): boolean {
  const labels = Object.entries(object.metadata.labels ?? {})
  return (
    labels.every(([key, value]) => found.metadata.labels?.[key] === value) &&
    members.every((member) => sameJson(found[member], object[member]))
  )
}
