/** The ranges that services get addresses from now: those of the ServiceCIDRs that are ready; before there is one, those that the server was started with. */
import type { View } from '../../core/admission/contract.js'
import type { ServiceCIDR } from '../../crds/generated/tokens.js'
import { type AddressRange, addressRange, type Family } from './address-range.js'

export class AddressPool {
  /** The families of the cluster, the default one first. */
  readonly families: readonly Family[]
  /** The API's own service has it. */
  readonly kept: string
  readonly #configured: readonly AddressRange[]
  readonly #view: View
  #ranges: readonly AddressRange[] | undefined

  constructor(configured: readonly AddressRange[], view: View) {
    this.#configured = configured
    this.#view = view
    this.families = configured.map(({ family }) => family)
    this.kept = configured[0]?.first ?? ''
    view.onChange(() => (this.#ranges = undefined))
  }

  /** Cost: a walk over the ServiceCIDRs after one has changed, else nothing. */
  of(family: Family): readonly AddressRange[] {
    this.#ranges ??= this.#read()
    return this.#ranges.filter((range) => range.family === family)
  }

  #read(): readonly AddressRange[] {
    const all = [...this.#view.list()] as ServiceCIDR[]
    if (all.length === 0) return this.#configured
    const cidrs = new Set(all.filter(isReady).flatMap(({ spec }) => spec?.cidrs ?? []))
    return [...cidrs].flatMap((cidr) => {
      try {
        return [addressRange(cidr)]
      } catch {
        return []
      }
    })
  }
}

/** One that no operator has judged yet counts, as upstream. */
function isReady({ metadata, status }: ServiceCIDR): boolean {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready')
  return !metadata.deletionTimestamp && (ready === undefined || ready.status === 'True')
}
