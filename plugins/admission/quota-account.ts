/** The account of one ResourceQuota: creates wait in line while what is asked before them is written into its status, so that a limit is never passed. */
import {
  addAmounts,
  type Amounts,
  compareQuantities,
  formatQuantity,
  isNotFound,
  type KubeObject,
  type Quantity,
  readAmounts,
  subtractQuantities,
} from '../../core/meta/index.js'
import type { Guarded } from '../../core/registry/contract.js'
import { type QuotaSpec, spoken } from '../../crds/facts/quota-usage.js'

export interface Quota extends KubeObject {
  readonly spec?: QuotaSpec
  status?: { readonly hard?: Readonly<Record<string, string>>; used?: Record<string, string> }
}

/** What one request asks of the quota. */
export interface Claim {
  readonly amounts: Amounts
  /** Why it must be refused, as the error that its client sees. */
  refusal(why: string): Error
}

interface Waiting extends Claim {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

const quotas = '/resourcequotas'

export class QuotaAccount {
  readonly #guarded: Guarded
  readonly #place: { readonly namespace: string; readonly name: string }
  #line: Waiting[] = []
  #isWriting = false

  constructor(guarded: Guarded, place: { readonly namespace: string; readonly name: string }) {
    this.#guarded = guarded
    this.#place = place
  }

  /** Resolves when the amounts are charged and durable; rejects with the refusal. Cost: a write of the quota for all that wait together. */
  charge(claim: Claim): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#line.push({ ...claim, resolve, reject })
      if (!this.#isWriting) void this.#write()
    })
  }

  /** Gives back what a request had been charged that came to nothing. The operator would find it too, a little later. */
  release(amounts: Amounts): void {
    const back: Amounts = new Map([...amounts].map(([name, { nano, format }]) => [name, { nano: -nano, format }]))
    this.charge({ amounts: back, refusal: Error }).catch(() => undefined)
  }

  async #write(): Promise<void> {
    this.#isWriting = true
    while (this.#line.length > 0) {
      const line = this.#line
      this.#line = []
      let outcomes: (Error | undefined)[] = []
      try {
        const admit = (quota: KubeObject) => {
          outcomes = admitAll(quota as Quota, line)
          if (outcomes.every(Boolean)) throw noneFits
        }
        await this.#guarded.update(quotas, this.#place.namespace, this.#place.name, admit, { subresource: 'status' })
      } catch (error) {
        // A quota that was deleted meanwhile limits nobody.
        if (error !== noneFits) outcomes = line.map(() => (isNotFound(error) ? undefined : (error as Error)))
      }
      for (const [at, { resolve, reject }] of line.entries()) {
        if (outcomes[at]) reject(outcomes[at])
        else resolve()
      }
    }
    this.#isWriting = false
  }
}

const noneFits = new Error('no claim fits')

/** Charges those that fit, in order, in place; answers each one's refusal. */
function admitAll(quota: Quota, line: readonly Claim[]): (Error | undefined)[] {
  const used = readAmounts(quota.status?.used)
  const outcomes = line.map((claim) => {
    const why = whyNot(quota, used, claim.amounts)
    if (why !== undefined) return claim.refusal(why)
    addAmounts(used, claim.amounts)
    return undefined
  })
  const texts = [...used].map(([name, quantity]) => [name, formatQuantity(atLeastNothing(quantity))])
  quota.status = { ...quota.status, used: Object.fromEntries(texts) }
  return outcomes
}

const atLeastNothing = (quantity: Quantity): Quantity => (quantity.nano < 0n ? { ...quantity, nano: 0n } : quantity)

/** Why the amounts do not fit beside what is used, in upstream's phrase; undefined when they do. */
export function whyNot({ metadata, status }: Quota, used: Amounts, amounts: Amounts): string | undefined {
  const hard = readAmounts(status?.hard)
  const over = [...amounts.keys()].filter((name) => {
    const bound = hard.get(name)
    const asked = amounts.get(name) as Quantity
    if (!bound || asked.nano <= 0n) return false
    const before = used.get(name)
    return compareQuantities(before ? subtractQuantities(bound, before) : bound, asked) < 0
  })
  if (over.length === 0) return undefined
  const textOf = (list: Amounts) =>
    spoken(over, (name) => formatQuantity(list.get(name) ?? { nano: 0n, format: 'DecimalSI' }))
  return `exceeded quota: ${metadata.name}, requested: ${textOf(amounts)}, used: ${textOf(used)}, limited: ${textOf(hard)}`
}
