/** Labels of nodes that are no longer set, in what chooses nodes. */
import { labelValueErrors } from '../../../core/meta/index.js'
import type { PodSpec } from '../../../crds/generated/tokens.js'

const must = 'requiredDuringSchedulingIgnoredDuringExecution'
const should = 'preferredDuringSchedulingIgnoredDuringExecution'
const replaced = (since: string, by: string) => `deprecated since ${since}; use "${by}" instead`

const deprecated: ReadonlyMap<string, string> = new Map([
  ['beta.kubernetes.io/arch', replaced('v1.14', 'kubernetes.io/arch')],
  ['beta.kubernetes.io/os', replaced('v1.14', 'kubernetes.io/os')],
  ['failure-domain.beta.kubernetes.io/region', replaced('v1.17', 'topology.kubernetes.io/region')],
  ['failure-domain.beta.kubernetes.io/zone', replaced('v1.17', 'topology.kubernetes.io/zone')],
  ['beta.kubernetes.io/instance-type', replaced('v1.17', 'node.kubernetes.io/instance-type')],
  ['app.kubernetes.io/created-by', 'deprecated since v1.9'],
  ['scheduler.alpha.kubernetes.io/preferAvoidPods', 'deprecated since v1.22; taint the node instead'],
  ['node-role.kubernetes.io/master', 'use "node-role.kubernetes.io/control-plane" instead'],
])

/** Why a label of nodes should not be asked for any more. */
export const deprecatedLabel = (key: string): string | undefined => deprecated.get(key)

export function nodeWarnings({ nodeSelector, affinity, topologySpreadConstraints }: PodSpec, at: string): string[] {
  const found: string[] = []
  for (const key in nodeSelector) {
    const why = deprecated.get(key)
    if (why) found.push(`${at}.nodeSelector[${key}]: ${why}`)
  }
  const nodes = affinity?.nodeAffinity
  const here = `${at}.affinity.nodeAffinity`
  nodes?.[must]?.nodeSelectorTerms?.forEach((term, index) => {
    found.push(...termWarnings(term, `${here}.${must}.nodeSelectorTerms[${index}]`))
  })
  nodes?.[should]?.forEach(({ preference }, index) => {
    if (preference) found.push(...termWarnings(preference, `${here}.${should}[${index}].preference`, 'values'))
  })
  topologySpreadConstraints?.forEach(({ topologyKey, labelSelector }, index) => {
    const place = `${at}.topologySpreadConstraints[${index}]`
    const why = deprecated.get(topologyKey)
    if (why) found.push(`${place}.topologyKey: ${topologyKey} is ${why}`)
    if (!labelSelector) found.push(`${place}.${selectsNothing}`)
  })
  return found
}

const selectsNothing = 'labelSelector: without one no pod matches'

/** Of a term of nodes, or a selector of labels. */
interface Expressions {
  readonly matchExpressions?: readonly { readonly key: string; readonly values?: readonly string[] }[]
}

/** `values`: those that no label can have are told, since a preference may name them. */
export function termWarnings({ matchExpressions }: Expressions, at: string, look?: 'values'): string[] {
  return (matchExpressions ?? []).flatMap(({ key, values }, index) => {
    const here = `${at}.matchExpressions[${index}]`
    const why = deprecated.get(key)
    const found = why ? [`${here}.key: ${key} is ${why}`] : []
    if (!look) return found
    const wrong = (values ?? []).flatMap((value, place) =>
      labelValueErrors(value).map((fault) => `${here}.values[${place}]: ${value} is invalid, ${fault}`),
    )
    return [...found, ...wrong]
  })
}

/** Neighbours without a selector are nobody. */
export function neighbourWarnings({ affinity }: PodSpec, at: string): string[] {
  const found: string[] = []
  for (const kind of ['podAffinity', 'podAntiAffinity'] as const) {
    const here = `${at}.affinity.${kind}`
    affinity?.[kind]?.[must]?.forEach(({ labelSelector }, index) => {
      if (!labelSelector) found.push(`${here}.${must}[${index}].${selectsNothing}`)
    })
    affinity?.[kind]?.[should]?.forEach(({ podAffinityTerm }, index) => {
      if (!podAffinityTerm?.labelSelector) found.push(`${here}.${should}[${index}].podAffinityTerm.${selectsNothing}`)
    })
  }
  return found
}
