/** Keeps an IPAddress for each address of a service: made while the service is being stored, gone after it. */
import { type Clock, doubledMs } from '../../core/kit/index.js'
import type { View } from '../../core/admission/contract.js'
import { type KubeObject, parseAddress } from '../../core/meta/index.js'
import type { Guarded } from '../../core/registry/contract.js'
import type { IPAddress } from '../../crds/generated/tokens.js'

export const ipAddresses = 'networking.k8s.io/ipaddresses'

const familyLabel = 'ipaddress.kubernetes.io/ip-family'
const managerLabel = 'ipaddress.kubernetes.io/managed-by'
/** Upstream's allocator; its controllers tell their own by it. */
const manager = 'ipallocator.k8s.io'

interface Stored {
  /** `namespace/name` of a service; undefined for anything else. */
  readonly owner: string | undefined
  readonly isOurs: boolean
}

export interface AddressObjectsOptions {
  readonly view: View
  readonly guarded: Guarded
  readonly clock: Clock
  /** Which stored service has the address, as `namespace/name`. */
  readonly ownerOf: (address: string) => string | undefined
}

/** A write that failed is tried again after so long, and then ever later, up to the longer one. */
const againMs = { first: 200, most: 5_000 }

/** Invariant: one write at a time for an address; whatever becomes of it, what is and what should be are compared again after it. */
export class AddressObjects {
  readonly #options: AddressObjectsOptions
  readonly #stored = new Map<string, Stored>()
  readonly #claims = new Map<string, string>()
  readonly #busy = new Set<string>()
  /** How often in a row. */
  readonly #failed = new Map<string, number>()

  constructor(options: AddressObjectsOptions) {
    this.#options = options
    const { view } = options
    for (const object of view.list()) this.#note(object.metadata.name ?? '', object)
    view.onChange(({ name }) => {
      this.#note(name, view.get('', name))
      this.look(name)
    })
    for (const address of this.#stored.keys()) this.look(address)
  }

  /** Whether somebody else's IPAddress stands for it. */
  isTaken(address: string, owner: string): boolean {
    const stored = this.#stored.get(address)
    return stored !== undefined && !stored.isOurs && stored.owner !== owner
  }

  /** A service on its way into the store is about to have it. Answers what to call once that is decided. */
  claim(address: string, owner: string): () => void {
    this.#claims.set(address, owner)
    this.look(address)
    return () => {
      if (this.#claims.get(address) === owner) this.#claims.delete(address)
      this.look(address)
    }
  }

  /** Compares what is with what should be, and writes the difference in the background. Cost when they agree: three look-ups. */
  look(address: string): void {
    if (this.#busy.has(address)) return
    const wanted = this.#options.ownerOf(address) ?? this.#claims.get(address)
    const stored = this.#stored.get(address)
    if (stored?.owner === wanted || (stored && !stored.isOurs)) return
    this.#busy.add(address)
    const write = stored ? this.#delete(address) : this.#create(address, wanted as string)
    const again = () => {
      this.#busy.delete(address)
      this.look(address)
    }
    const isDone = () => {
      this.#failed.delete(address)
      again()
    }
    write.then(isDone, () => {
      const times = this.#failed.get(address) ?? 0
      this.#failed.set(address, times + 1)
      this.#options.clock.after(doubledMs(againMs.first, times, againMs.most), again)
    })
  }

  async #create(address: string, owner: string): Promise<void> {
    const [namespace, name] = owner.split('/')
    const labels = { [familyLabel]: parseAddress(address)?.family ?? 'IPv4', [managerLabel]: manager }
    await this.#options.guarded.create(ipAddresses, '', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IPAddress',
      metadata: { name: address, labels },
      spec: { parentRef: { resource: 'services', namespace, name } },
    })
  }

  #delete(address: string): Promise<void> {
    return this.#options.guarded.delete(ipAddresses, '', address)
  }

  #note(address: string, object: KubeObject | undefined): void {
    if (!object) {
      this.#stored.delete(address)
      return
    }
    const { group, resource, namespace, name } = (object as IPAddress).spec?.parentRef ?? {}
    const isService = !group && resource === 'services'
    this.#stored.set(address, {
      owner: isService ? `${namespace}/${name}` : undefined,
      isOurs: object.metadata.labels?.[managerLabel] === manager,
    })
  }
}
