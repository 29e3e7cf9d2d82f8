/** `pods/eviction`: deletes a pod where its disruption budget allows it (upstream's pod registry, EvictionREST). */
import {
  badRequest,
  conflict,
  forbidden,
  invalid,
  type KubeObject,
  type LabelSelectorObject,
  matchesLabelSelector,
  type Status,
  type StatusCause,
  StatusError,
  timestamp,
  tooManyRequests,
  unexplained,
} from '../../core/meta/index.js'
import type { Guarded, SubresourcePlugin, SubresourceRequest } from '../../core/registry/contract.js'

const budgets = 'policy/poddisruptionbudgets'

interface Budget extends KubeObject {
  spec?: { selector?: LabelSelectorObject; unhealthyPodEvictionPolicy?: string }
  status?: {
    observedGeneration?: number
    disruptionsAllowed?: number
    desiredHealthy?: number
    currentHealthy?: number
    disruptedPods?: Record<string, string>
    conditions?: readonly BudgetCondition[]
  }
}

interface BudgetCondition {
  readonly type: string
  readonly status: string
  readonly lastTransitionTime?: string
}

interface Condition {
  readonly type: string
  readonly status: string
  readonly reason?: string
  readonly message?: string
  readonly lastProbeTime?: null
  readonly lastTransitionTime?: string
}

interface Pod extends KubeObject {
  status?: { phase?: string; conditions?: readonly Condition[] }
}

interface DeleteOptions {
  readonly gracePeriodSeconds?: number
  readonly dryRun?: readonly string[]
  readonly propagationPolicy?: string
  readonly orphanDependents?: boolean | null
  readonly ignoreStoreReadErrorWithClusterBreakingPotential?: boolean | null
  readonly preconditions?: { readonly uid?: string; readonly resourceVersion?: string }
}

export const podEviction: SubresourcePlugin = {
  group: '',
  plural: 'pods',
  subresource: 'eviction',
  alsoVersions: ['policy/v1beta1'],
  views: [budgets],
  async answer(request, { guarded, view, now }) {
    const options = optionsOf(request)
    const dryRun = request.dryRun || Boolean(options.dryRun?.length)
    const pod: Pod = await guarded.get('/pods', request.namespace, request.name)
    const budget = isDisruptedAlready(pod) ? undefined : budgetOf(pod, view(budgets).list(request.namespace))
    const charged = budget ? await charge(guarded, { pod, budget, now: now(), dryRun }) : 'charged'
    try {
      await remove(guarded, { pod, options, dryRun, now: now(), asSeen: charged === 'free' })
    } catch (error) {
      const isOurs = charged === 'free' && !options.preconditions?.resourceVersion
      if (isOurs && error instanceof StatusError && error.status.reason === 'Conflict') throw unseen(budget)
      throw error
    }
    const object: Status = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 }
    return { status: 201, object: object as unknown as KubeObject }
  },
}

/** `asSeen`: only if it is still as `pod` says, which is not ready: one that has become ready costs its budget. Throws the Conflict of a precondition that does not hold. */
async function remove(
  guarded: Guarded,
  {
    pod,
    options,
    dryRun,
    now,
    asSeen,
  }: { pod: Pod; options: DeleteOptions; dryRun: boolean; now: number; asSeen: boolean },
): Promise<void> {
  const { namespace = '', name = '', resourceVersion } = pod.metadata
  const uid = options.preconditions?.uid ?? String(pod.metadata.uid)
  const precondition = options.preconditions?.resourceVersion ?? (asSeen ? resourceVersion : undefined)
  const tried = dryRun ? { dryRun } : {}
  const marked = (found: KubeObject) => mark(found, { uid, precondition, now })
  await guarded.update('/pods', namespace, name, marked, { subresource: 'status', admitted: true, ...tried })
  const { gracePeriodSeconds } = options
  const grace = gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }
  await guarded.delete('/pods', namespace, name, { admitted: true, uid, ...tried, ...grace })
}

/** Tells in the pod's status why it goes, for who still looks at it. Throws the Conflict of a precondition that does not hold. */
function mark(
  pod: Pod,
  { uid, precondition, now }: { readonly uid: string; readonly precondition: string | undefined; readonly now: number },
): void {
  const { metadata } = pod
  const refuse = (what: string, asked: string, is: string | undefined) =>
    conflict(
      { group: '', plural: 'Pod' },
      metadata.name ?? '',
      `Precondition failed: ${what} in precondition: ${asked}, ${what} in object meta: ${is ?? ''}`,
    )
  if (uid !== metadata.uid) throw refuse('UID', uid, metadata.uid)
  if (precondition && precondition !== metadata.resourceVersion)
    throw refuse('ResourceVersion', precondition, metadata.resourceVersion)
  const status = (pod.status ??= {})
  const others = (status.conditions ?? []).filter(({ type }) => type !== disrupted.type)
  status.conditions = [...others, { ...disrupted, lastProbeTime: null, lastTransitionTime: timestamp(now) }]
}

const disrupted = {
  type: 'DisruptionTarget',
  status: 'True',
  reason: 'EvictionByEvictionAPI',
  message: 'Eviction API: evicting',
}

function optionsOf({ object, name, dryRun }: SubresourceRequest): DeleteOptions {
  if (!object) throw badRequest('an Eviction is needed')
  if ((object.metadata.name ?? '') !== name)
    throw badRequest(`metadata.name of the Eviction must be that of the pod, ${name}`)
  const options = (object['deleteOptions'] ?? {}) as DeleteOptions
  if (options.ignoreStoreReadErrorWithClusterBreakingPotential) throw unreadable(name)
  const said = options.dryRun ?? []
  if (dryRun && said.length > 0 && said.join() !== 'All')
    throw unexplained(
      `the address asks for a dry run of All, deleteOptions for one of ${said.join(', ')}: say the same`,
    )
  const causes = optionFaults(options)
  if (causes.length > 0)
    throw invalid({ group: 'meta.k8s.io', plural: 'deleteoptions', kind: 'DeleteOptions' }, '', causes)
  return options
}

function unreadable(name: string): StatusError {
  const field = 'deleteOptions.ignoreStoreReadErrorWithClusterBreakingPotential'
  const message = 'Invalid value: true: evictions do not have it: leave it out'
  const kind = { group: 'policy', plural: 'evictions', kind: 'Eviction' }
  return invalid(kind, name, [{ reason: 'FieldValueInvalid', message, field }])
}

const propagations = ['Foreground', 'Background', 'Orphan']

function optionFaults({ propagationPolicy: policy, orphanDependents }: DeleteOptions): StatusCause[] {
  if (!policy) return []
  const field = 'propagationPolicy'
  const told = JSON.stringify(policy)
  if (!propagations.includes(policy)) {
    const supported = [...propagations, 'nil'].map((each) => JSON.stringify(each)).join(', ')
    const message = `Unsupported value: ${told}: supported values: ${supported}`
    return [{ reason: 'FieldValueNotSupported', message, field }]
  }
  if (typeof orphanDependents !== 'boolean') return []
  const message = `Invalid value: ${told}: say this alone, without orphanDependents, its older form`
  return [{ reason: 'FieldValueInvalid', message, field }]
}

/** One that serves nobody, or is on its way already, costs no budget. */
function isDisruptedAlready({ metadata, status }: Pod): boolean {
  return Boolean(metadata.deletionTimestamp) || ['Pending', 'Succeeded', 'Failed'].includes(status?.phase ?? '')
}

/** As upstream: an error of the server without a reason. */
const severalBudgets = {
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  message: 'more than one PodDisruptionBudget claims this pod, and an eviction can ask only one of them',
  code: 500,
} as const

function budgetOf({ metadata }: Pod, all: Iterable<KubeObject>): Budget | undefined {
  const labels = metadata.labels ?? {}
  const [first, second] = ([...all] as Budget[]).filter((one) => matchesLabelSelector(one.spec?.selector, labels))
  if (second) throw new StatusError({ ...severalBudgets, metadata: {} })
  return first
}

/** Takes one disruption from the budget; `free`: the pod costs none. Throws 429 when it has none left. */
async function charge(
  guarded: Guarded,
  { pod, budget, now, dryRun }: { pod: Pod; budget: Budget; now: number; dryRun: boolean },
): Promise<'charged' | 'free'> {
  const { name = '', namespace = '' } = budget.metadata
  let isFree = false
  const take = (object: KubeObject) => {
    isFree = needsNoBudget(pod, object as Budget)
    if (isFree) return
    refuseOverspent(object as Budget)
    const status = ((object as Budget).status ??= {})
    status.disruptionsAllowed = (status.disruptionsAllowed ?? 0) - 1
    if (status.disruptionsAllowed === 0) tellSpent(status, now)
    status.disruptedPods = { ...status.disruptedPods, [pod.metadata.name ?? '']: timestamp(now) }
  }
  await guarded.update(budgets, namespace, name, take, { subresource: 'status', ...(dryRun ? { dryRun } : {}) })
  return isFree ? 'free' : 'charged'
}

/** In the budget's condition, as its operator would. */
function tellSpent(status: NonNullable<Budget['status']>, now: number): void {
  const isAllowed = ({ type }: BudgetCondition) => type === 'DisruptionAllowed'
  const last = status.conditions?.find(isAllowed)
  const since = last?.status === 'False' ? last.lastTransitionTime : undefined
  const condition = {
    type: 'DisruptionAllowed',
    status: 'False',
    observedGeneration: status.observedGeneration ?? 0,
    lastTransitionTime: since ?? timestamp(now),
    reason: 'InsufficientPods',
    message: '',
  }
  status.conditions = [...(status.conditions ?? []).filter((one) => !isAllowed(one)), condition]
}

/** A pod that runs without being ready, where the budget's policy lets it go. */
function needsNoBudget({ status }: Pod, { spec, status: state }: Budget): boolean {
  const isReady = status?.conditions?.some((one) => one.type === 'Ready' && one.status === 'True')
  if (isReady) return false
  if (spec?.unhealthyPodEvictionPolicy === 'AlwaysAllow') return true
  const { currentHealthy = 0, desiredHealthy = 0 } = state ?? {}
  return desiredHealthy > 0 && currentHealthy >= desiredHealthy
}

function refuseOverspent({ metadata, status }: Budget): void {
  const { observedGeneration = 0, disruptionsAllowed = 0, desiredHealthy = 0, currentHealthy = 0 } = status ?? {}
  const name = metadata.name ?? ''
  if (observedGeneration < (metadata.generation ?? 0)) throw unseen({ metadata })
  if (disruptionsAllowed < 0)
    throw forbidden(
      { group: 'policy', plural: 'poddisruptionbudgets' },
      name,
      'status.disruptionsAllowed must be 0 or more',
    )
  if (disruptionsAllowed === 0)
    throw overspent(
      `The disruption budget ${name} needs ${desiredHealthy} healthy pods and has ${currentHealthy} currently`,
    )
}

/** When to ask again about a budget that its operator has not seen yet. One that is spent names no time: drain says why and tries again by itself. */
const unseenSeconds = 10

const unseen = (budget: KubeObject | undefined): StatusError =>
  overspent(`The disruption budget ${budget?.metadata.name} is still being processed by the server.`, unseenSeconds)

function overspent(why: string, retryAfterSeconds?: number): StatusError {
  const { status } = tooManyRequests("Cannot evict pod as it would violate the pod's disruption budget.", 0)
  const causes = [{ reason: 'DisruptionBudget', message: why }]
  return new StatusError({ ...status, details: { ...(retryAfterSeconds ? { retryAfterSeconds } : {}), causes } })
}
