/** Who has which address and node port: what the View shows, and what requests under way have reserved. */
import type { View } from '../../core/admission/contract.js'
import { type KubeObject, sameJson } from '../../core/meta/index.js'

export interface ServiceSpec {
  type?: string
  clusterIP?: string
  clusterIPs?: string[]
  ipFamilies?: string[]
  ipFamilyPolicy?: string
  selector?: Record<string, string>
  ports?: { name?: string; port: number; protocol?: string; nodePort?: number }[]
  externalIPs?: string[]
  externalTrafficPolicy?: string
  internalTrafficPolicy?: string
  healthCheckNodePort?: number
  allocateLoadBalancerNodePorts?: boolean
  loadBalancerClass?: string
}

export const specOf = (object: KubeObject | undefined): ServiceSpec | undefined =>
  object?.['spec'] as ServiceSpec | undefined

/** Whether a token is an address. */
export const isAddress = (token: string): boolean => !token.includes('/')

/** What a service holds: `10.96.0.7`, `port/30080`. */
function holdingsOf(spec: ServiceSpec | undefined): string[] {
  const addresses = (spec?.clusterIPs ?? [spec?.clusterIP]).filter((each) => each && each !== 'None') as string[]
  const ports = [...(spec?.ports ?? []), { nodePort: spec?.healthCheckNodePort }].flatMap(
    ({ nodePort }) => nodePort || [],
  )
  return [...addresses, ...[...new Set(ports)].map(portToken)]
}

/** A node port is one service's, whatever protocol it is for. */
export const portToken = (port: number): string => `port/${port}`

/** Invariant: a token has one owner among stored services, and one among requests under way. Cost: one walk over all services at first, then a look-up. */
export class ServiceLedger {
  readonly #owners = new Map<string, string>()
  readonly #held = new Map<string, readonly string[]>()
  readonly #reserved = new Map<string, object>()
  #listener: (token: string) => void = () => {}

  constructor(view: View) {
    for (const service of view.list()) this.#note(keyOf(service.metadata), service)
    view.onChange(({ namespace, name }) => this.#note(keyOf({ namespace, name }), view.get(namespace, name)))
  }

  /** Whether another service has it, or another request (`claim` is this one) is about to. */
  isTaken(token: string, owner: string, claim: object): boolean {
    const holder = this.#owners.get(token)
    const claimant = this.#reserved.get(token)
    return (holder !== undefined && holder !== owner) || (claimant !== undefined && claimant !== claim)
  }

  /** `namespace/name` of the stored service that has it. */
  ownerOf(token: string): string | undefined {
    return this.#owners.get(token)
  }

  /** Calls `listener` with each token that a stored service has got or lost. */
  onMove(listener: (token: string) => void): void {
    this.#listener = listener
  }

  /** All tokens of stored services. */
  tokens(): Iterable<string> {
    return this.#owners.keys()
  }

  /** Answers how to give it back. Once the service is stored the View knows of it. */
  reserve(token: string, claim: object): () => void {
    this.#reserved.set(token, claim)
    return () => {
      if (this.#reserved.get(token) === claim) this.#reserved.delete(token)
    }
  }

  #note(key: string, service: KubeObject | undefined): void {
    const before = this.#held.get(key) ?? []
    const tokens = holdingsOf(specOf(service))
    if (sameJson(before, tokens)) return
    for (const token of before) if (this.#owners.get(token) === key) this.#owners.delete(token)
    if (tokens.length === 0) this.#held.delete(key)
    else this.#held.set(key, tokens)
    for (const token of tokens) this.#owners.set(token, key)
    for (const token of [...before, ...tokens]) this.#listener(token)
  }
}

const keyOf = ({ namespace, name }: { readonly namespace?: string; readonly name?: string }): string =>
  `${namespace ?? ''}/${name ?? ''}`
