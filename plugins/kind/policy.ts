/** PodDisruptionBudgets and PriorityClasses: what their definitions can't say. */
import type { StatusCause } from '../../core/meta/index.js'
import { PodDisruptionBudget, PriorityClass } from '../../crds/generated/tokens.js'
import { forbidden, invalid } from './causes.js'
import { kindPlugin } from './typed-plugin.js'

/** Upstream's own classes, and what they must say. */
const systemValues: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
}

const mostOfUsers = 1_000_000_000

export const podDisruptionBudgetKind = kindPlugin(PodDisruptionBudget, {
  validate({ spec }) {
    const { minAvailable, maxUnavailable } = spec ?? {}
    const errors = [
      ...amountErrors(minAvailable, 'spec.minAvailable'),
      ...amountErrors(maxUnavailable, 'spec.maxUnavailable'),
    ]
    if (minAvailable === undefined || maxUnavailable === undefined) return errors
    return [...errors, invalid('spec', spec, 'say `minAvailable` or `maxUnavailable`, not both')]
  },
})

export const priorityClassKind = kindPlugin(PriorityClass, {
  validate({ metadata, value = 0 }) {
    const name = metadata.name ?? ''
    if (name.startsWith('system-'))
      return systemValues[name] === value
        ? []
        : [forbidden('metadata.name', "names with 'system-' first are the system's own")]
    return value > mostOfUsers ? [forbidden('value', `must not be more than ${mostOfUsers}`)] : []
  },
})

function amountErrors(amount: number | string | undefined, field: string): StatusCause[] {
  if (amount === undefined) return []
  if (typeof amount === 'number')
    return amount < 0 ? [invalid(field, amount, 'must be greater than or equal to 0')] : []
  const percent = /^([0-9]+)%$/.exec(amount)
  if (!percent) return [invalid(field, amount, "must be a whole number or a percentage such as '10%'")]
  return Number(percent[1]) > 100 ? [invalid(field, amount, 'must not be more than 100%')] : []
}
