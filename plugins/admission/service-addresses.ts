/** Gives services their addresses and node ports in the create itself (upstream does so in its registry, pkg/registry/core/service/storage/alloc.go). */
import type { AdmissionPlugin, AdmissionRequest, Settlement, View } from '../../core/admission/contract.js'
import type { Random } from '../../core/kit/index.js'
import { invalid, type KubeObject, type StatusCause } from '../../core/meta/index.js'
import { type AddressRange, addressRange } from './address-range.js'
import { portToken, ServiceLedger, type ServiceSpec, specOf } from './service-ledger.js'

const services = '/services'

export interface ServiceAddressOptions {
  /** CIDR, IPv4. */
  readonly range: string
  /** First and last node port. */
  readonly nodePorts: readonly [number, number]
  readonly random: Random
}

/** Throws an Error with words for a person for a range that is none. */
export function serviceAddresses({ range, nodePorts, random }: ServiceAddressOptions): AdmissionPlugin {
  const addresses = addressRange(range)
  const ledgers = new WeakMap<View, ServiceLedger>()
  const ledgerOf = (view: View) => {
    const ledger = ledgers.get(view) ?? new ServiceLedger(view)
    ledgers.set(view, ledger)
    return ledger
  }
  return {
    name: 'service-addresses',
    views: [services],
    admits: ({ operation, plural, group, subresource }) =>
      plural === 'services' && group === '' && subresource === '' && (operation === 'CREATE' || operation === 'UPDATE'),
    mutate(request, context) {
      const spec = specOf(request.object)
      if (!spec) return
      const ledger = ledgerOf(context.view(services))
      const errand = new Errand({ request, spec, ledger, addresses, nodePorts, random })
      return errand.run()
    },
  }
}

interface ErrandParts {
  readonly request: AdmissionRequest
  readonly spec: ServiceSpec
  readonly ledger: ServiceLedger
  readonly addresses: AddressRange
  readonly nodePorts: readonly [number, number]
  readonly random: Random
}

/** One service on its way in. */
class Errand {
  readonly #parts: ErrandParts
  readonly #owner: string
  readonly #old: ServiceSpec | undefined
  readonly #releases: (() => void)[] = []
  /** What it has taken by name. */
  readonly #tokens = new Set<string>()

  constructor(parts: ErrandParts) {
    this.#parts = parts
    const { request } = parts
    this.#owner = `${request.namespace}/${request.object?.metadata.name ?? request.name}`
    this.#old = specOf(request.oldObject)
  }

  /** What was reserved is given back whatever becomes of the request: once it is committed the View shows it. */
  run(): (settlement: Settlement) => void {
    const release = () => {
      for (const each of this.#releases) each()
    }
    try {
      this.#keepOld()
      this.#giveAddress()
      this.#givePorts()
    } catch (error) {
      release()
      throw error
    }
    return release
  }

  /** An update that leaves out what was allocated keeps it; one that needs it no more gives it back. */
  #keepOld(): void {
    const { spec } = this.#parts
    const old = this.#old
    if (spec.type === 'ExternalName') {
      if (old && old.type !== 'ExternalName') for (const member of addressMembers) delete spec[member]
      return
    }
    if (old && old.type !== 'ExternalName' && !spec.clusterIP && !spec.clusterIPs?.length && old.clusterIP) {
      spec.clusterIP = old.clusterIP
      if (old.clusterIPs) spec.clusterIPs = [...old.clusterIPs]
    }
    this.#dropBalancing()
    for (const port of spec.ports ?? []) {
      const before = old?.ports?.find((each) => each.port === port.port && each.protocol === port.protocol)
      if (needsNodePorts(spec)) port.nodePort ||= before?.nodePort as number
      else if (before?.nodePort && port.nodePort === before.nodePort && needsNodePorts(old)) delete port.nodePort
      if (!port.nodePort) delete port.nodePort
    }
  }

  /** What only a load balancer has goes with the type, where the update left it as it was. */
  #dropBalancing(): void {
    const { spec } = this.#parts
    if (spec.type === 'LoadBalancer' || this.#old?.type !== 'LoadBalancer') return
    for (const member of balancingMembers) if (spec[member] === this.#old[member]) delete spec[member]
  }

  #giveAddress(): void {
    const { spec, ledger, addresses, random } = this.#parts
    if (spec.type === 'ExternalName') return
    this.#settleFamilies()
    this.#compareAddresses()
    const asked = spec.clusterIPs?.[0] ?? spec.clusterIP
    if (asked === 'None') spec.clusterIP = 'None'
    else if (asked) this.#take(asked, 'spec.clusterIPs', spec.clusterIPs ?? [asked], this.#whyNot(asked))
    else {
      const isTaken = (address: string) => address === addresses.first || ledger.isTaken(address, this.#owner, this)
      const found = addresses.free(isTaken, random.fraction())
      if (!found) throw this.#refusal('spec.clusterIPs', [], 'failed to allocate a serviceIP: range is full')
      this.#releases.push(ledger.reserve(found, this))
      spec.clusterIP = found
    }
    spec.clusterIPs = [spec.clusterIP as string, ...(spec.clusterIPs ?? []).slice(1)]
  }

  #whyNot(address: string): string | undefined {
    const { addresses, ledger } = this.#parts
    if (!addresses.contains(address)) {
      return `failed to allocate IP ${address}: the provided IP is not in the valid range. The range of valid IPs is ${addresses.cidr}`
    }
    const isKept = address === addresses.first && this.#owner !== 'default/kubernetes'
    return isKept || ledger.isTaken(address, this.#owner, this)
      ? `failed to allocate IP ${address}: provided IP is already allocated`
      : undefined
  }

  /** `clusterIP` and the list are two names of one address. */
  #compareAddresses(): void {
    const { clusterIP, clusterIPs = [] } = this.#parts.spec
    if (clusterIPs.length > 1) {
      const why = 'this cluster is not configured for dual-stack services: a service has one address'
      throw this.#refusal('spec.clusterIPs', clusterIPs, why)
    }
    if (clusterIP && clusterIPs[0] && clusterIP !== clusterIPs[0]) {
      throw this.#refusal('spec.clusterIPs[0]', clusterIPs[0], `must be the same as \`clusterIP\` (${clusterIP})`)
    }
  }

  /** One family is served. */
  #settleFamilies(): void {
    const { spec } = this.#parts
    const other = spec.ipFamilies?.find((family) => family !== 'IPv4')
    if (other) {
      throw this.#refusal(
        'spec.ipFamilies',
        spec.ipFamilies,
        `not configured on this cluster: services have IPv4 addresses`,
      )
    }
    if (spec.ipFamilyPolicy === 'RequireDualStack') {
      throw this.#refusal(
        'spec.ipFamilyPolicy',
        spec.ipFamilyPolicy,
        'this cluster is not configured for dual-stack services',
      )
    }
    spec.ipFamilies ??= ['IPv4']
    spec.ipFamilyPolicy ??= 'SingleStack'
  }

  #givePorts(): void {
    const { spec } = this.#parts
    if (!needsNodePorts(spec)) return
    for (const [index, port] of (spec.ports ?? []).entries()) {
      const allocates = spec.type === 'NodePort' || spec.allocateLoadBalancerNodePorts !== false
      if (port.nodePort) this.#takePort(port.nodePort, port.protocol, `spec.ports[${index}].nodePort`)
      else if (allocates) port.nodePort = this.#freePort(port)
    }
    if (spec.type !== 'LoadBalancer' || spec.externalTrafficPolicy !== 'Local') return
    spec.healthCheckNodePort ||= this.#old?.healthCheckNodePort as number
    if (spec.healthCheckNodePort) this.#takePort(spec.healthCheckNodePort, 'TCP', 'spec.healthCheckNodePort')
    else spec.healthCheckNodePort = this.#freePort({ protocol: 'TCP' })
  }

  #takePort(port: number, protocol: string | undefined, field: string): void {
    const [first, last] = this.#parts.nodePorts
    const token = portToken(protocol, port)
    const isTaken = this.#tokens.has(token) || this.#parts.ledger.isTaken(token, this.#owner, this)
    const outside = `provided port is not in the valid range. The range of valid ports is ${first}-${last}`
    const why = port < first || port > last ? outside : isTaken ? 'provided port is already allocated' : undefined
    this.#take(token, field, port, why)
  }

  #take(token: string, field: string, value: unknown, why: string | undefined): void {
    if (why !== undefined) throw this.#refusal(field, value, why)
    this.#tokens.add(token)
    this.#releases.push(this.#parts.ledger.reserve(token, this))
    if (field === 'spec.clusterIPs') this.#parts.spec.clusterIP = token
  }

  #freePort({ protocol }: { readonly protocol?: string }): number {
    const { ledger, random, spec } = this.#parts
    const [first, last] = this.#parts.nodePorts
    const count = last - first + 1
    const own = new Set((spec.ports ?? []).map((port) => port.nodePort).concat(spec.healthCheckNodePort))
    const start = Math.floor(random.fraction() * count)
    for (let step = 0; step < count; step++) {
      const port = first + ((start + step) % count)
      if (own.has(port) || ledger.isTaken(portToken(protocol, port), this.#owner, this)) continue
      this.#releases.push(ledger.reserve(portToken(protocol, port), this))
      return port
    }
    throw this.#refusal('spec.ports', [], 'failed to allocate a nodePort: range is full')
  }

  #refusal(field: string, value: unknown, why: string): Error {
    const { request } = this.#parts
    const cause: StatusCause = {
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${JSON.stringify(value)}: ${why}`,
      field,
    }
    return invalid({ group: '', plural: 'services', kind: request.kind }, nameOf(request.object), [cause])
  }
}

const addressMembers = ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'healthCheckNodePort'] as const

const balancingMembers = ['allocateLoadBalancerNodePorts', 'loadBalancerClass', 'healthCheckNodePort'] as const

const needsNodePorts = (spec: ServiceSpec | undefined): boolean =>
  spec?.type === 'NodePort' || spec?.type === 'LoadBalancer'

const nameOf = (object: KubeObject | undefined): string => object?.metadata.name ?? ''

/** The service by which clients in pods know the API. */
export function apiService({ range, apiPort }: { readonly range: string; readonly apiPort: number }): KubeObject {
  const labels = { component: 'apiserver', provider: 'kubernetes' }
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'kubernetes', namespace: 'default', labels },
    spec: {
      clusterIP: addressRange(range).first,
      ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: apiPort }],
    },
  }
}
