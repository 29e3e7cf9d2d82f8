/** The pods behind a Service, as its EndpointSlices or Endpoints tell them; while nobody has written either, as its selector finds them. */
import { ifNotFound, type KubeObject } from '../../../core/meta/index.js'
import type { Guarded } from '../../../core/registry/contract.js'
import { type ServicePort, targetIn } from '../../kit/endpoints.js'
import { type Pod, podAddress } from './pod-proxy.js'

export interface Service extends KubeObject {
  readonly spec: {
    readonly selector?: Readonly<Record<string, string>>
    readonly ports?: readonly ServicePort[]
  }
}

export interface Endpoint {
  /** '' for a port without a name. */
  readonly portName: string
  readonly port: number
  /** The pod's own address, undefined when what was written isn't one of a pod of this namespace: nobody is led elsewhere by an Endpoints object. */
  address(guarded: Guarded): Promise<string | undefined>
}

/** Those that are ready, of all ports. */
export async function endpointsOf(service: Service, guarded: Guarded): Promise<readonly Endpoint[]> {
  return (await ofSlices(service, guarded)) ?? (await ofEndpoints(service, guarded)) ?? ofSelector(service, guarded)
}

/** Whether somebody has written them, or a selector could find some. */
export async function mayHaveEndpoints(service: Service, guarded: Guarded): Promise<boolean> {
  if (Object.keys(service.spec.selector ?? {}).length > 0) return true
  const { name = '', namespace = '' } = service.metadata
  if (await guarded.get('/endpoints', namespace, name).catch(ifNotFound)) return true
  return (await ofSlices(service, guarded)) !== undefined
}

interface TargetRef {
  readonly kind?: string
  readonly name?: string
  readonly namespace?: string
}

interface Slice extends KubeObject {
  readonly ports?: readonly { readonly name?: string; readonly port?: number }[]
  readonly endpoints?: readonly {
    readonly addresses: readonly string[]
    readonly conditions?: { readonly ready?: boolean }
    readonly targetRef?: TargetRef
  }[]
}

async function ofSlices({ metadata }: Service, guarded: Guarded): Promise<readonly Endpoint[] | undefined> {
  const { name, namespace = '' } = metadata
  const slices = await guarded.list('discovery.k8s.io/endpointslices', namespace, `kubernetes.io/service-name=${name}`)
  if (!slices.length) return undefined
  return (slices as readonly Slice[]).flatMap(({ ports = [], endpoints = [] }) =>
    endpoints
      .filter(({ conditions }) => conditions?.ready !== false)
      .flatMap(({ addresses: [ip = ''], targetRef }) =>
        ports.flatMap((port) => (port.port ? [written(port, { ip, targetRef, namespace })] : [])),
      ),
  )
}

interface Endpoints extends KubeObject {
  readonly subsets?: readonly {
    readonly addresses?: readonly { readonly ip: string; readonly targetRef?: TargetRef }[]
    readonly ports?: readonly { readonly name?: string; readonly port: number }[]
  }[]
}

async function ofEndpoints({ metadata }: Service, guarded: Guarded): Promise<readonly Endpoint[] | undefined> {
  const { name = '', namespace = '' } = metadata
  const found = (await guarded.get('/endpoints', namespace, name).catch(ifNotFound)) as Endpoints | undefined
  return found?.subsets?.flatMap(({ addresses = [], ports = [] }) =>
    addresses.flatMap(({ ip, targetRef }) => ports.map((port) => written(port, { ip, targetRef, namespace }))),
  )
}

function written(
  { name = '', port = 0 }: { readonly name?: string; readonly port?: number },
  {
    ip,
    targetRef,
    namespace,
  }: { readonly ip: string; readonly targetRef: TargetRef | undefined; readonly namespace: string },
): Endpoint {
  return {
    portName: name,
    port,
    async address(guarded) {
      if (!targetRef?.name || targetRef.kind !== 'Pod' || targetRef.namespace !== namespace) return undefined
      const pod = (await guarded.get('/pods', namespace, targetRef.name).catch(ifNotFound)) as Pod | undefined
      const own = pod?.status?.podIPs?.map((one) => one.ip) ?? [pod?.status?.podIP]
      return pod && own.includes(ip) ? podAddress(pod, guarded).catch(() => undefined) : undefined
    },
  }
}

async function ofSelector({ metadata, spec }: Service, guarded: Guarded): Promise<readonly Endpoint[]> {
  const labels = Object.entries(spec.selector ?? {}).map(([key, value]) => `${key}=${value}`)
  if (!labels.length) return []
  const pods = (await guarded.list('/pods', metadata.namespace ?? '', labels.join(','))) as readonly Pod[]
  return pods.filter(isReady).flatMap((pod) =>
    (spec.ports ?? []).flatMap((port) => {
      const number = targetIn(pod.spec, port)
      const address = () => podAddress(pod, guarded).catch(() => undefined)
      return number ? [{ portName: port.name ?? '', port: number, address }] : []
    }),
  )
}

function isReady({ metadata, status }: Pod): boolean {
  const ready = status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True')
  return ready === true && !metadata.deletionTimestamp
}
