/** PodDisruptionBudgets and PriorityClasses: what their definitions can't say. */
import type { StatusCause } from '../../core/meta/index.js'
import { PodDisruptionBudget, PriorityClass } from '../../crds/generated/tokens.js'
import { forbidden, invalid, required, unsupported, zeroOrMore } from './causes.js'
import { conditionErrors } from './rules/conditions.js'
import { labelSelectorErrors } from './rules/label-selector.js'
import { kindPlugin } from './typed-plugin.js'
import { moreThanAll, notAnAmount } from './workload-rules.js'

/** Upstream's own classes, and what they must say. */
const systemValues: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
}

const mostOfUsers = 1_000_000_000

export const podDisruptionBudgetKind = kindPlugin(PodDisruptionBudget, {
  validate({ spec, status }, _old, { operation }) {
    if (operation === 'statusUpdate') return statusErrors(status)
    const { minAvailable, maxUnavailable } = spec ?? {}
    const errors = [
      ...amountErrors(minAvailable, 'spec.minAvailable'),
      ...amountErrors(maxUnavailable, 'spec.maxUnavailable'),
      ...labelSelectorErrors(spec?.selector, 'spec.selector'),
    ]
    if (minAvailable === undefined || maxUnavailable === undefined) return errors
    return [...errors, invalid('spec', spec, 'say `minAvailable` or `maxUnavailable`, not both')]
  },
})

export const priorityClassKind = kindPlugin(PriorityClass, {
  validate({ metadata, value = 0, globalDefault, preemptionPolicy: policy }, old) {
    if (old)
      return (old.value ?? 0) === value ? [] : [forbidden('value', 'stays as it was created: make another class')]
    const errors = policyErrors(policy)
    const name = metadata.name ?? ''
    if (name.startsWith('system-'))
      return systemValues[name] === value && !globalDefault
        ? errors
        : [...errors, forbidden('metadata.name', "names with 'system-' first are the system's own")]
    return value > mostOfUsers ? [...errors, forbidden('value', `must not be more than ${mostOfUsers}`)] : errors
  },
})

function policyErrors(policy: string | undefined): StatusCause[] {
  if (policy === undefined || policies.includes(policy)) return []
  const field = 'preemptionPolicy'
  return policy ? [unsupported(field, policy, policies)] : [required(field, policies.join(' or '))]
}

const policies = ['Never', 'PreemptLowerPriority']

const counts = ['disruptionsAllowed', 'currentHealthy', 'desiredHealthy', 'expectedPods'] as const

function statusErrors(status: PodDisruptionBudget['status']): StatusCause[] {
  const errors = conditionErrors(status?.conditions, 'status.conditions')
  for (const member of counts) {
    const count = status?.[member] ?? 0
    if (count < 0) errors.push(invalid(`status.${member}`, count, zeroOrMore))
  }
  return errors
}

function amountErrors(amount: number | string | undefined, field: string): StatusCause[] {
  if (amount === undefined) return []
  if (typeof amount === 'number') return amount < 0 ? [invalid(field, amount, zeroOrMore)] : []
  const percent = /^([0-9]+)%$/.exec(amount)
  if (!percent) return [invalid(field, amount, notAnAmount)]
  return Number(percent[1]) > 100 ? [invalid(field, amount, moreThanAll)] : []
}
