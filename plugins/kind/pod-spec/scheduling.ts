/** Taints that a pod puts up with, how its like are spread, and what holds it back. */
import { labelValueErrors, qualifiedNameErrors, type StatusCause } from '../../../core/meta/index.js'
import type { PodSpec, Toleration, TopologySpreadConstraint } from '../../../crds/generated/tokens.js'
import { duplicate, invalid, invalids, oneOrMore, unsupported } from '../causes.js'
import { labelSelectorErrors } from '../rules/label-selector.js'
import { labelErrors } from '../template-metadata.js'
import { affinityErrors } from './affinity.js'
import type { Ground } from './ground.js'
import { labelKeyErrors } from './label-keys.js'

export function checkScheduling({ spec, found }: Ground, at: string): void {
  if (spec.nodeSelector) found.push(...labelErrors(spec.nodeSelector, `${at}.nodeSelector`))
  if (spec.affinity) found.push(...affinityErrors(spec.affinity, `${at}.affinity`))
  if (spec.tolerations) found.push(...tolerationErrors(spec.tolerations, `${at}.tolerations`))
  const spread = spec.topologySpreadConstraints
  if (spread) checkSpreads(spread, `${at}.topologySpreadConstraints`, found)
  checkGates(spec, at, found)
}

function tolerationErrors(tolerations: readonly Toleration[], at: string): StatusCause[] {
  const found: StatusCause[] = []
  tolerations.forEach(({ key, operator, value = '', effect, tolerationSeconds }, index) => {
    const here = `${at}[${index}]`
    if (key) found.push(...invalids(`${here}.key`, key, qualifiedNameErrors(key)))
    else if (operator !== 'Exists') {
      const why = 'must be Exists where there is no key: that tolerates every taint'
      found.push(invalid(`${here}.operator`, operator ?? '', why))
    }
    if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
      const why = 'must be NoExecute beside tolerationSeconds: no other taint evicts'
      found.push(invalid(`${here}.effect`, effect ?? '', why))
    }
    if (operator === 'Exists' && value) {
      found.push(invalid(`${here}.operator`, value, 'Exists compares no value: leave value out'))
    } else if (operator && operator !== 'Equal' && operator !== 'Exists') {
      found.push(unsupported(`${here}.operator`, operator, ['Equal', 'Exists']))
    } else if (value) found.push(...invalids(`${here}.operator`, value, labelValueErrors(value)))
  })
  return found
}

/** What stands again further on is told. */
function checkSpreads(constraints: readonly TopologySpreadConstraint[], at: string, found: StatusCause[]): void {
  const keyOf = ({ topologyKey, whenUnsatisfiable }: TopologySpreadConstraint) => `${topologyKey} ${whenUnsatisfiable}`
  const last = new Map(constraints.map((constraint, index) => [keyOf(constraint), index]))
  constraints.forEach((constraint, index) => {
    checkSpread(constraint, `${at}[${index}]`, { found, isAgain: last.get(keyOf(constraint)) !== index })
  })
}

function checkSpread(
  { topologyKey, whenUnsatisfiable, minDomains, labelSelector, matchLabelKeys }: TopologySpreadConstraint,
  here: string,
  { found, isAgain }: { readonly found: StatusCause[]; readonly isAgain: boolean },
): void {
  if (isAgain) {
    found.push(duplicate(`${here}.{topologyKey, whenUnsatisfiable}`, `{${topologyKey}, ${whenUnsatisfiable}}`))
  }
  if (whenUnsatisfiable !== 'DoNotSchedule' && whenUnsatisfiable !== 'ScheduleAnyway') {
    found.push(unsupported(`${here}.whenUnsatisfiable`, whenUnsatisfiable ?? '', ['DoNotSchedule', 'ScheduleAnyway']))
  }
  if (minDomains !== undefined && minDomains <= 0) {
    found.push(invalid(`${here}.minDomains`, minDomains, oneOrMore))
  }
  if (minDomains !== undefined && whenUnsatisfiable !== 'DoNotSchedule') {
    const why = `goes with whenUnsatisfiable: DoNotSchedule, not ${whenUnsatisfiable}`
    found.push(invalid(`${here}.minDomains`, minDomains, why))
  }
  found.push(...labelKeyErrors({ labelSelector, matchLabelKeys }, here))
  if (labelSelector) found.push(...labelSelectorErrors(labelSelector, `${here}.labelSelector`))
}

function checkGates({ schedulingGates, readinessGates }: PodSpec, at: string, found: StatusCause[]): void {
  const names = new Set<string>()
  schedulingGates?.forEach(({ name }, index) => {
    const field = `${at}.schedulingGates[${index}]`
    found.push(...invalids(field, name ?? '', qualifiedNameErrors(name ?? '')))
    if (names.has(name)) found.push(duplicate(field, name))
    names.add(name)
  })
  readinessGates?.forEach(({ conditionType: type }, index) => {
    const field = `${at}.readinessGates[${index}].conditionType`
    found.push(...invalids(field, type ?? '', qualifiedNameErrors(type ?? '')))
  })
}
