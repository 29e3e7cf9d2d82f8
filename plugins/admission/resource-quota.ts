/** ResourceQuotas: what a namespace may take in all (upstream's ResourceQuota admission). Charged in the create, so that many at once never pass a limit together. */
import type { AdmissionContext, AdmissionPlugin, AdmissionRequest, View } from '../../core/admission/contract.js'
import { type Amounts, forbidden, type KubeObject, readAmounts, subtractQuantities } from '../../core/meta/index.js'
import { isInScope, unsaid, usageOf } from '../../crds/facts/quota-usage.js'
import { type Quota, QuotaAccount, whyNot } from './quota-account.js'

const quotas = '/resourcequotas'

/** Kinds of which a change may take more than the create did, or from another quota. */
const growing = new Set(['services', 'persistentvolumeclaims', 'pods'])

export function resourceQuota(): AdmissionPlugin {
  let book: Book | undefined
  return {
    name: 'resource-quota',
    views: [quotas],
    validates: 'last',
    open(context) {
      book = new Book(context.view(quotas))
    },
    admits: ({ operation, group, plural, subresource, namespace }) =>
      namespace !== '' &&
      (subresource === ''
        ? operation === 'CREATE' || (operation === 'UPDATE' && group === '' && growing.has(plural))
        : subresource === 'resize' && operation === 'UPDATE' && group === '' && plural === 'pods') &&
      book?.limits(namespace) === true,
    validate(request, context) {
      const limiting = book?.quotasOf(request.namespace)
      return book && limiting && limiting.length > 0 ? charge(request, context, { book, limiting }) : undefined
    },
  }
}

/** Which quotas a namespace has, and their accounts. */
class Book {
  readonly #view: View
  readonly #names = new Map<string, Set<string>>()
  readonly #accounts = new Map<string, QuotaAccount>()

  constructor(view: View) {
    this.#view = view
    for (const { metadata } of view.list()) this.#note(metadata.namespace ?? '', metadata.name ?? '')
    view.onChange(({ namespace, name }) => this.#note(namespace, name))
  }

  /** Undefined for a namespace without any: the cost for everybody else is this look-up. */
  /** Whether a namespace has quotas, or had. */
  limits(namespace: string): boolean {
    return this.#names.has(namespace)
  }

  quotasOf(namespace: string): Quota[] | undefined {
    const names = this.#names.get(namespace)
    return names && [...names].sort().flatMap((name) => (this.#view.get(namespace, name) as Quota | undefined) ?? [])
  }

  account({ metadata }: Quota, context: AdmissionContext): QuotaAccount {
    const uid = metadata.uid ?? ''
    const place = { namespace: metadata.namespace ?? '', name: metadata.name ?? '' }
    const account = this.#accounts.get(uid) ?? new QuotaAccount(context.guarded, place)
    this.#accounts.set(uid, account)
    return account
  }

  #note(namespace: string, name: string): void {
    const names = this.#names.get(namespace) ?? new Set()
    if (this.#view.get(namespace, name)) this.#names.set(namespace, names.add(name))
    else if (names.delete(name) && names.size === 0) this.#names.delete(namespace)
    if (this.#names.size === 0) this.#accounts.clear()
  }
}

async function charge(
  request: AdmissionRequest,
  context: AdmissionContext,
  { book, limiting }: { readonly book: Book; readonly limiting: readonly Quota[] },
): Promise<(settlement: string) => void> {
  const object = request.object as KubeObject
  const refusal = (why: string) => forbidden(request, object.metadata.name ?? object.metadata.generateName ?? '', why)
  const due = limiting.flatMap((quota) => {
    const amounts = ofConcern(request, quota, { object, refusal })
    return amounts.size > 0 ? [{ quota, amounts }] : []
  })
  // All are asked before one is charged, so that a refusal seldom has anything to give back.
  for (const { quota, amounts } of due) {
    const why = whyNot(quota, readAmounts(quota.status?.used), amounts)
    if (why !== undefined) throw refusal(why)
  }
  const charged: (() => void)[] = []
  const giveBack = () => {
    for (const back of charged.splice(0)) back()
  }
  try {
    for (const { quota, amounts } of request.dryRun ? [] : due) {
      const account = book.account(quota, context)
      await account.charge({ amounts, refusal })
      charged.push(() => account.release(amounts))
    }
  } catch (error) {
    giveBack()
    throw error
  }
  return (settlement) => {
    if (settlement !== 'committed') giveBack()
  }
}

/** What the object takes beyond what it took before. */
function addedUsage(request: AdmissionRequest, object: KubeObject, old: KubeObject | undefined): Amounts {
  const usage = usageOf(request, object)
  if (!old) return usage
  const before = usageOf(request, old)
  const more = [...usage].map(([name, now]) => {
    const old = before.get(name)
    return [name, old ? subtractQuantities(now, old) : now] as const
  })
  return new Map(more.filter(([, { nano }]) => nano > 0n))
}

/** The part that the quota limits; throws where it can't be told. */
function ofConcern(
  request: AdmissionRequest,
  quota: Quota,
  { object, refusal }: { object: KubeObject; refusal: (why: string) => Error },
): Amounts {
  const { spec = {}, status, metadata } = quota
  if (!isInScope(spec, request, object)) return new Map()
  const { oldObject } = request
  const old = oldObject && isInScope(spec, request, oldObject) ? oldObject : undefined
  const isPod = request.plural === 'pods' && request.group === ''
  // Of a pod, only what it is limited by can change but for its resize: the quota it comes to takes all of it.
  if (isPod && old && request.subresource === '') return new Map()
  const hard = Object.keys(spec.hard ?? {})
  const added = addedUsage(request, object, old)
  const amounts: Amounts = new Map([...added].filter(([name, { nano }]) => nano > 0n && hard.includes(name)))
  if (isPod) {
    const missing = unsaid(hard, object)
    if (missing) throw refusal(`failed quota: ${metadata.name}: must specify ${missing}`)
  }
  const unknown = [...amounts.keys()].filter((name) => status?.used?.[name] === undefined)
  if (unknown.length > 0)
    throw refusal(`status unknown for quota: ${metadata.name}, resources: ${unknown.sort().join(',')}`)
  return amounts
}
