/** Gives services their addresses and node ports in the create itself (upstream does so in its registry, pkg/registry/core/service/storage/alloc.go). */
import type {
  AdmissionContext,
  AdmissionPlugin,
  AdmissionRequest,
  Settlement,
  View,
} from '../../core/admission/contract.js'
import type { Clock, Random } from '../../core/kit/index.js'
import { internalError, invalid, type KubeObject, type StatusCause, sameJson } from '../../core/meta/index.js'
import { AddressObjects, ipAddresses } from './address-objects.js'
import { AddressPool } from './address-pool.js'
import type { AddressRange, Family } from './address-range.js'
import { serviceRanges } from './api-service.js'
import { alignNames, settleFamilies } from './service-families.js'
import { isAddress, portToken, ServiceLedger, type ServiceSpec, specOf } from './service-ledger.js'

const services = '/services'
const serviceCidrs = 'networking.k8s.io/servicecidrs'

export interface ServiceAddressOptions {
  /** One CIDR, or one of each family with a comma between; the first says the default family. */
  readonly range: string
  /** First and last node port. */
  readonly nodePorts: readonly [number, number]
  readonly random: Random
  readonly clock: Clock
}

/** What the plugin knows of a server's services. */
interface Office {
  readonly ledger: ServiceLedger
  readonly objects: AddressObjects
  readonly pool: AddressPool
}

/** Throws an Error with words for a person for a range that is none. */
export function serviceAddresses({ range, nodePorts, random, clock }: ServiceAddressOptions): AdmissionPlugin {
  const configured = serviceRanges(range)
  const offices = new WeakMap<View, Office>()
  const officeOf = (context: AdmissionContext) => {
    const view = context.view(services)
    const office = offices.get(view) ?? openOffice(context, { configured, clock })
    offices.set(view, office)
    return office
  }
  return {
    name: 'service-addresses',
    views: [services, serviceCidrs, ipAddresses],
    mutates: 'once',
    admits: ({ operation, plural, group, subresource }) =>
      plural === 'services' && group === '' && subresource === '' && operation !== 'CONNECT',
    mutate(request, context) {
      const office = officeOf(context)
      const spec = specOf(request.object)
      if (!spec || request.operation === 'DELETE') return
      return new Errand({ request, spec, ...office, nodePorts, random }).run()
    },
    validate(request, context) {
      const addresses = specOf(request.object)?.clusterIPs
      if (request.operation === 'DELETE' || request.dryRun || !addresses || addresses[0] === 'None') return
      const { objects } = officeOf(context)
      const releases = addresses.map((address) => objects.claim(address, ownerIn(request)))
      return () => {
        for (const release of releases) release()
      }
    },
  }
}

function openOffice(
  context: AdmissionContext,
  { configured, clock }: { readonly configured: readonly AddressRange[]; readonly clock: Clock },
): Office {
  const ledger = new ServiceLedger(context.view(services))
  const { guarded } = context
  const ownerOf = (address: string) => ledger.ownerOf(address)
  const objects = new AddressObjects({ view: context.view(ipAddresses), guarded, clock, ownerOf })
  const look = (token: string) => {
    if (isAddress(token)) objects.look(token)
  }
  ledger.onMove(look)
  for (const token of ledger.tokens()) look(token)
  return { ledger, objects, pool: new AddressPool(configured, context.view(serviceCidrs)) }
}

const ownerIn = ({ namespace, object, name }: AdmissionRequest): string =>
  `${namespace}/${object?.metadata.name ?? name}`

interface ErrandParts extends Office {
  readonly request: AdmissionRequest
  readonly spec: ServiceSpec
  readonly nodePorts: readonly [number, number]
  readonly random: Random
}

const trafficPolicies = ['Cluster', 'Local']

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
    this.#owner = ownerIn(request)
    this.#old = specOf(request.oldObject)
  }

  /** What was reserved is given back whatever becomes of the request: once it is committed the View shows it. */
  run(): (settlement: Settlement) => void {
    const release = () => {
      for (const each of this.#releases) each()
    }
    try {
      alignNames(this.#parts.spec, this.#old)
      this.#keepOld()
      this.#settleFamilies()
      this.#giveAddresses()
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
    if (isReachedFromOutside(old) && !isReachedFromOutside(spec)) {
      if (spec.externalTrafficPolicy === old?.externalTrafficPolicy) delete spec.externalTrafficPolicy
    }
    if (spec.type === 'ExternalName') {
      // A name for something elsewhere has no traffic inside; upstream drops it when it is read.
      if (trafficPolicies.includes(spec.internalTrafficPolicy as string)) delete spec.internalTrafficPolicy
      if (old && old.type !== 'ExternalName') this.#dropAddresses(old)
      this.#dropBalancing()
      this.#keepPorts()
      return
    }
    if (old?.clusterIP && old.type !== 'ExternalName') {
      spec.clusterIP ||= old.clusterIP
      if (!spec.clusterIPs?.length && spec.clusterIP === old.clusterIP) spec.clusterIPs = [...(old.clusterIPs ?? [])]
    }
    this.#dropBalancing()
    this.#keepPorts()
  }

  /** Node ports go with the port's name, as upstream; whoever turns their allocation off may leave them out. */
  #keepPorts(): void {
    const { spec } = this.#parts
    const old = this.#old
    const said = new Set((spec.ports ?? []).map(({ nodePort }) => nodePort))
    const had = new Set((old?.ports ?? []).map(({ nodePort }) => nodePort))
    // With one that is new among them validation tells of all.
    const isGone = needsNodePorts(old) && !needsNodePorts(spec) && [...said].every((port) => !port || had.has(port))
    for (const port of spec.ports ?? []) {
      const before = old?.ports?.find(({ name = '' }) => name === (port.name ?? ''))?.nodePort
      if (allocatesNodePorts(old) && allocatesNodePorts(spec)) {
        if (!port.nodePort && before && !said.has(before)) port.nodePort = before
      }
      if (!port.nodePort || isGone) delete port.nodePort
    }
  }

  /** What only a load balancer has goes with the type, and its port of health with the policy, where the update left it as it was. */
  #dropBalancing(): void {
    const { spec } = this.#parts
    const old = this.#old
    const drop = (member: 'healthCheckNodePort' | (typeof balancingMembers)[number]) => {
      if (spec[member] === old?.[member]) delete spec[member]
    }
    if (isAskedForHealth(old) && !isAskedForHealth(spec)) drop('healthCheckNodePort')
    if (spec.type !== 'LoadBalancer' && old?.type === 'LoadBalancer')
      for (const member of balancingMembers) drop(member)
  }

  #dropAddresses(old: ServiceSpec): void {
    const { spec } = this.#parts
    for (const member of addressMembers) if (sameJson(spec[member], old[member])) delete spec[member]
    if (spec.clusterIP === '') delete spec.clusterIP
  }

  #settleFamilies(): void {
    const { spec, pool } = this.#parts
    const faults = settleFamilies(spec, this.#old, pool.families)
    if (faults.length > 0) throw this.#invalid(faults)
  }

  #giveAddresses(): void {
    const { spec } = this.#parts
    if (spec.type === 'ExternalName') return
    if ((spec.clusterIPs?.[0] ?? spec.clusterIP) !== 'None')
      spec.clusterIPs = (spec.ipFamilies ?? []).map((family, index) => {
        const asked = spec.clusterIPs?.[index]
        if (asked && !this.#stands(index)) this.#takeAddress(asked)
        return asked ?? this.#freeAddress(family as Family)
      })
    if (spec.clusterIPs?.length) spec.clusterIP = spec.clusterIPs[0] as string
  }

  /** What it has it keeps, whatever has become of the range: validation refuses another in its place. */
  #stands(index: number): boolean {
    return this.#old?.type !== 'ExternalName' && index < (this.#old?.clusterIPs?.length ?? 0)
  }

  #takeAddress(address: string): void {
    this.#take(address, 'spec.clusterIPs', this.#parts.spec.clusterIPs ?? [address], this.#whyNot(address))
  }

  #freeAddress(family: Family): string {
    const { ledger, objects, pool, random } = this.#parts
    const isTaken = (address: string) =>
      address === pool.kept || ledger.isTaken(address, this.#owner, this) || objects.isTaken(address, this.#owner)
    for (const range of pool.of(family)) {
      const found = range.free(isTaken, random.fraction())
      if (!found) continue
      this.#releases.push(ledger.reserve(found, this))
      return found
    }
    throw internalError('failed to allocate a serviceIP: range is full')
  }

  #whyNot(address: string): string | undefined {
    const { ledger, objects, pool } = this.#parts
    const ranges = [...pool.of('IPv4'), ...pool.of('IPv6')]
    if (!ranges.some((range) => range.contains(address))) {
      const valid = ranges.map(({ cidr }) => cidr).join(', ')
      return `failed to allocate IP ${address}: the provided network does not match the current range: ${valid || 'there is none'}`
    }
    const isKept = address === pool.kept && this.#owner !== 'default/kubernetes'
    return isKept || ledger.isTaken(address, this.#owner, this) || objects.isTaken(address, this.#owner)
      ? `failed to allocate IP ${address}: provided IP is already allocated`
      : undefined
  }

  #givePorts(): void {
    const { spec } = this.#parts
    if (!needsNodePorts(spec)) return
    if (this.#old) this.#addPorts(this.#old)
    else this.#firstPorts()
    if (!isAskedForHealth(spec)) return
    spec.healthCheckNodePort ||= this.#old?.healthCheckNodePort as number
    if (spec.healthCheckNodePort) this.#takePort(spec.healthCheckNodePort, 'spec.healthCheckNodePort')
    else spec.healthCheckNodePort = this.#freePort()
  }

  /** Of a new service: ports of the same number (of several protocols) are reached through one node port, unless each names its own. */
  #firstPorts(): void {
    const { spec } = this.#parts
    const { ports = [] } = spec
    const asked = new Map<number, number>()
    for (const { port, nodePort } of ports) if (nodePort && !asked.has(port)) asked.set(port, nodePort)
    const given = new Map<number, number>()
    for (const [index, each] of ports.entries()) {
      const field = `spec.ports[${index}].nodePort`
      const shared = given.get(each.port)
      if (!each.nodePort && !allocatesNodePorts(spec)) continue
      if (shared === undefined) {
        const wanted = asked.get(each.port)
        if (wanted) this.#takePort(wanted, field)
        each.nodePort = wanted ?? this.#freePort()
        given.set(each.port, each.nodePort)
      } else if (!each.nodePort) each.nodePort = shared
      else if (each.nodePort !== shared) this.#takePort(each.nodePort, field)
    }
  }

  /** Of one that stands: what it names and has not yet is taken once; what it lacks is given, to each port its own. */
  #addPorts({ ports: before = [] }: ServiceSpec): void {
    const { spec } = this.#parts
    const held = new Set(before.map(({ nodePort }) => nodePort))
    for (const [index, each] of (spec.ports ?? []).entries()) {
      const { nodePort } = each
      if (nodePort && !held.has(nodePort)) this.#takePort(nodePort, `spec.ports[${index}].nodePort`)
      if (nodePort) held.add(nodePort)
      else if (allocatesNodePorts(spec)) each.nodePort = this.#freePort()
    }
  }

  #takePort(port: number, field: string): void {
    const { request, nodePorts } = this.#parts
    const [first, last] = nodePorts
    const token = portToken(port)
    const isTaken = this.#tokens.has(token) || this.#parts.ledger.isTaken(token, this.#owner, this)
    const outside = `provided port is not in the valid range. The range of valid ports is ${first}-${last}`
    // Upstream's dry runs ask no allocator, which alone knows the range.
    const isOutside = !request.dryRun && (port < first || port > last)
    const why = isOutside ? outside : isTaken ? 'provided port is already allocated' : undefined
    this.#take(token, field, port, why)
  }

  #take(token: string, field: string, value: unknown, why: string | undefined): void {
    if (why !== undefined) throw this.#refusal(field, value, why)
    this.#tokens.add(token)
    this.#releases.push(this.#parts.ledger.reserve(token, this))
  }

  #freePort(): number {
    const { ledger, random, spec } = this.#parts
    const [first, last] = this.#parts.nodePorts
    const count = last - first + 1
    const own = new Set((spec.ports ?? []).map((port) => port.nodePort).concat(spec.healthCheckNodePort))
    const start = Math.floor(random.fraction() * count)
    for (let step = 0; step < count; step++) {
      const port = first + ((start + step) % count)
      if (own.has(port) || ledger.isTaken(portToken(port), this.#owner, this)) continue
      this.#releases.push(ledger.reserve(portToken(port), this))
      return port
    }
    throw this.#refusal('spec.ports', [], 'failed to allocate a nodePort: range is full')
  }

  #refusal(field: string, value: unknown, why: string): Error {
    const message = `Invalid value: ${JSON.stringify(value)}: ${why}`
    return this.#invalid([{ reason: 'FieldValueInvalid', message, field }])
  }

  #invalid(causes: readonly StatusCause[]): Error {
    const { request } = this.#parts
    return invalid({ group: '', plural: 'services', kind: request.kind }, nameOf(request.object), causes)
  }
}

const addressMembers = ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'healthCheckNodePort'] as const

const balancingMembers = ['allocateLoadBalancerNodePorts', 'loadBalancerClass'] as const

const isAskedForHealth = (spec: ServiceSpec | undefined): boolean =>
  spec?.type === 'LoadBalancer' && spec.externalTrafficPolicy === 'Local'

const needsNodePorts = (spec: ServiceSpec | undefined): boolean =>
  spec?.type === 'NodePort' || spec?.type === 'LoadBalancer'

const allocatesNodePorts = (spec: ServiceSpec | undefined): boolean =>
  needsNodePorts(spec) && (spec?.type === 'NodePort' || spec?.allocateLoadBalancerNodePorts !== false)

/** Upstream's ExternallyAccessible. */
const isReachedFromOutside = (spec: ServiceSpec | undefined): boolean =>
  needsNodePorts(spec) || (spec?.type === 'ClusterIP' && Boolean(spec.externalIPs?.length))

const nameOf = (object: KubeObject | undefined): string => object?.metadata.name ?? ''
