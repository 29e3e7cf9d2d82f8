/** Which nodes and which neighbours a pod wants. */
import {
  dns1123LabelErrors,
  dns1123SubdomainErrors,
  labelValueErrors,
  qualifiedNameErrors,
  type StatusCause,
} from '../../../core/meta/index.js'
import type {
  Affinity,
  NodeSelector,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  PodAffinityTerm,
} from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required } from '../causes.js'
import { selectorFormErrors } from '../label-selector.js'

const must = 'requiredDuringSchedulingIgnoredDuringExecution'
const should = 'preferredDuringSchedulingIgnoredDuringExecution'

export function affinityErrors(affinity: Affinity, at: string): StatusCause[] {
  const found: StatusCause[] = []
  const node = affinity.nodeAffinity
  if (node?.[must]) found.push(...nodeSelectorErrors(node[must], `${at}.nodeAffinity.${must}`))
  node?.[should]?.forEach(({ weight, preference }, index) => {
    const here = `${at}.nodeAffinity.${should}[${index}]`
    checkWeight(weight, here, found)
    if (preference) checkTerm(preference, `${here}.preference`, { found, values: 'any' })
  })
  for (const kind of ['podAffinity', 'podAntiAffinity'] as const) {
    const here = `${at}.${kind}`
    affinity[kind]?.[must]?.forEach((term, index) => void checkPodTerm(term, `${here}.${must}[${index}]`, found))
    affinity[kind]?.[should]?.forEach(({ weight, podAffinityTerm }, index) => {
      checkWeight(weight, `${here}.${should}[${index}]`, found)
      if (podAffinityTerm) checkPodTerm(podAffinityTerm, `${here}.${should}[${index}].podAffinityTerm`, found)
    })
  }
  return found
}

function checkWeight(weight: number, at: string, found: StatusCause[]): void {
  if (!(weight >= 1 && weight <= 100)) found.push(invalid(`${at}.weight`, weight, 'must be in the range 1-100'))
}

export function nodeSelectorErrors({ nodeSelectorTerms }: NodeSelector, at: string): StatusCause[] {
  const found: StatusCause[] = []
  nodeSelectorTerms?.forEach((term, index) => {
    checkTerm(term, `${at}.nodeSelectorTerms[${index}]`, { found, values: 'labelValues' })
  })
  return found
}

interface Terms {
  readonly found: StatusCause[]
  /** Preferences may name values that no label can have. */
  readonly values: 'any' | 'labelValues'
}

function checkTerm({ matchExpressions, matchFields }: NodeSelectorTerm, at: string, { found, values }: Terms): void {
  matchExpressions?.forEach((requirement, index) => {
    const here = `${at}.matchExpressions[${index}]`
    checkOperator(requirement, here, found)
    const { key } = requirement
    if (key) found.push(...invalids(`${here}.key`, key, qualifiedNameErrors(key)))
    if (values === 'any') return
    requirement.values?.forEach((value, at) => {
      found.push(...invalids(`${here}.values[${at}]`, value, labelValueErrors(value)))
    })
  })
  matchFields?.forEach((requirement, index) => void checkField(requirement, `${at}.matchFields[${index}]`, found))
}

function checkOperator({ operator, values }: NodeSelectorRequirement, at: string, found: StatusCause[]): void {
  const field = `${at}.values`
  const said = values?.length ?? 0
  if (operator === 'In' || operator === 'NotIn') {
    if (!said) found.push(required(field, "must be specified when `operator` is 'In' or 'NotIn'"))
  } else if (operator === 'Gt' || operator === 'Lt') {
    if (said !== 1) found.push(required(field, "must be specified single value when `operator` is 'Lt' or 'Gt'"))
  } else if (said) {
    found.push(forbidden(field, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"))
  }
}

function checkField({ key, operator, values }: NodeSelectorRequirement, at: string, found: StatusCause[]): void {
  if (operator !== 'In' && operator !== 'NotIn') {
    found.push(invalid(`${at}.operator`, operator, 'not a valid selector operator'))
  } else if (values?.length !== 1) {
    const why = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"
    found.push(required(`${at}.values`, why))
  }
  if (key !== 'metadata.name') found.push(invalid(`${at}.key`, key, 'not a valid field selector key'))
  else {
    values?.forEach(
      (value, index) => void found.push(...invalids(`${at}.values[${index}]`, value, dns1123SubdomainErrors(value))),
    )
  }
}

function checkPodTerm(term: PodAffinityTerm, at: string, found: StatusCause[]): void {
  const { labelSelector, namespaceSelector, namespaces, topologyKey } = term
  if (labelSelector) found.push(...selectorFormErrors(labelSelector, `${at}.labelSelector`))
  if (namespaceSelector) found.push(...selectorFormErrors(namespaceSelector, `${at}.namespaceSelector`))
  for (const name of namespaces ?? []) found.push(...invalids(`${at}.namespace`, name, dns1123LabelErrors(name)))
  if (topologyKey) found.push(...invalids(`${at}.topologyKey`, topologyKey, qualifiedNameErrors(topologyKey)))
  checkLabelKeys(term, at, found)
}

function checkLabelKeys(term: PodAffinityTerm, at: string, found: StatusCause[]): void {
  const { labelSelector, matchLabelKeys = [], mismatchLabelKeys = [] } = term
  for (const member of ['matchLabelKeys', 'mismatchLabelKeys'] as const) {
    const keys = term[member] ?? []
    if (keys.length && !labelSelector) {
      found.push(forbidden(`${at}.${member}`, 'must not be specified when labelSelector is not set'))
    } else {
      keys.forEach(
        (key, index) => void found.push(...invalids(`${at}.${member}[${index}]`, key, qualifiedNameErrors(key))),
      )
    }
  }
  matchLabelKeys.forEach((key, index) => {
    if (!mismatchLabelKeys.includes(key)) return
    const why = 'exists in both matchLabelKeys and mismatchLabelKeys'
    found.push(invalid(`${at}.matchLabelKeys[${index}]`, key, why))
  })
}
