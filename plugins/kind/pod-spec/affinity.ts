/** Which nodes and which neighbours a pod wants. */
import { dns1123LabelErrors, qualifiedNameErrors, type StatusCause } from '../../../core/meta/index.js'
import type { Affinity, PodAffinityTerm } from '../../../crds/generated/tokens.js'
import { invalid, invalids, required } from '../causes.js'
import { labelSelectorErrors } from '../rules/label-selector.js'
import { nodeSelectorErrors, nodeTermErrors } from '../rules/node-selector.js'
import { labelKeyErrors } from './label-keys.js'

const must = 'requiredDuringSchedulingIgnoredDuringExecution'
const should = 'preferredDuringSchedulingIgnoredDuringExecution'

export function affinityErrors(affinity: Affinity, at: string): StatusCause[] {
  const found: StatusCause[] = []
  const node = affinity.nodeAffinity
  if (node?.[must]) found.push(...nodeSelectorErrors(node[must], `${at}.nodeAffinity.${must}`))
  node?.[should]?.forEach(({ weight, preference }, index) => {
    const here = `${at}.nodeAffinity.${should}[${index}]`
    checkWeight(weight, here, found)
    if (preference) found.push(...nodeTermErrors(preference, `${here}.preference`, 'any'))
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
  if (!(weight >= 1 && weight <= 100)) found.push(invalid(`${at}.weight`, weight, 'must be 1 to 100'))
}

function checkPodTerm(term: PodAffinityTerm, at: string, found: StatusCause[]): void {
  const { labelSelector, namespaceSelector, namespaces, topologyKey } = term
  if (labelSelector) found.push(...labelSelectorErrors(labelSelector, `${at}.labelSelector`))
  if (namespaceSelector) found.push(...labelSelectorErrors(namespaceSelector, `${at}.namespaceSelector`))
  for (const name of namespaces ?? []) found.push(...invalids(`${at}.namespace`, name, dns1123LabelErrors(name)))
  found.push(...labelKeyErrors(term, at))
  if (!topologyKey) found.push(required(`${at}.topologyKey`, 'pods are kept together or apart by it'))
  found.push(...invalids(`${at}.topologyKey`, topologyKey ?? '', qualifiedNameErrors(topologyKey ?? '')))
}
