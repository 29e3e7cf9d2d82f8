/** `services/proxy`: HTTP to one of the pods behind a Service. */
import type { Clock, Random } from '../../../core/kit/index.js'
import { notFound, serviceUnavailable } from '../../../core/meta/index.js'
import type { Guarded, SubresourcePlugin } from '../../../core/registry/contract.js'
import { type Backend, proxyName } from './backend.js'
import { type Endpoint, endpointsOf, mayHaveEndpoints, type Service } from './endpoints.js'
import { relay } from './relay.js'

export function serviceProxy(clock: Clock, random: Random): SubresourcePlugin {
  return {
    group: '',
    plural: 'services',
    subresource: 'proxy',
    raw: true,
    answer: async (request, { guarded }) => relay(request, await backendOf(request, guarded, random), clock),
  }
}

/** One at random of those that are ready. Throws 503 when there is none, 404 when nobody could ever write one. */
async function backendOf(
  { namespace, name: asked }: { readonly namespace: string; readonly name: string },
  guarded: Guarded,
  random: Random,
): Promise<Backend> {
  const { scheme, name, port } = proxyName(asked, 'service')
  const service = (await guarded.get('/services', namespace, name)) as Service
  const portName = nameOfPort(service, port)
  const ready = (await endpointsOf(service, guarded)).filter((endpoint) => endpoint.portName === portName)
  const left = [...ready]
  while (left.length) {
    const [chosen] = left.splice(Math.floor(random.fraction() * left.length), 1) as [Endpoint]
    const host = await chosen.address(guarded)
    if (host) return { scheme, host, port: chosen.port }
  }
  if (ready.length === 0 && !(await mayHaveEndpoints(service, guarded))) throw notFound(services, name)
  throw serviceUnavailable(`no endpoints available for service ${JSON.stringify(name)}`)
}

const services = { group: '', plural: 'services' }

/** Endpoints know ports by name: a number is one of the Service's own. */
function nameOfPort({ metadata, spec }: Service, asked: string): string {
  if (!/^[+-]?\d+$/.test(asked)) return asked
  const port = spec.ports?.find(({ port: number }) => number === Number(asked))
  if (!port) throw serviceUnavailable(`no service port ${asked} found for service ${JSON.stringify(metadata.name)}`)
  return port.name ?? ''
}
