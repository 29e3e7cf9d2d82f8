/** Whether some rules give all that others give: what a person must hold to grant it on. */
import { pathMatches, type Rule } from './rule.js'

/** The parts of `wanted` that no single rule of `held` covers, each of one verb, group and resource (or path). Empty: nothing is escalated. */
export function notCovered(held: readonly Rule[], wanted: readonly Rule[]): readonly Rule[] {
  return wanted.flatMap(breakDown).filter((part) => !held.some((rule) => coversPart(rule, part)))
}

/** A rule as rules of one verb, one group, one resource, and at most one name. */
function breakDown(rule: Rule): Rule[] {
  const names = rule.resourceNames?.length ? rule.resourceNames.map((name) => [name]) : [[]]
  const ofResources = (rule.apiGroups ?? []).flatMap((group) =>
    (rule.resources ?? []).flatMap((resource) =>
      rule.verbs.flatMap((verb) =>
        names.map((resourceNames) => ({ verbs: [verb], apiGroups: [group], resources: [resource], resourceNames })),
      ),
    ),
  )
  const ofPaths = (rule.nonResourceURLs ?? []).flatMap((url) =>
    rule.verbs.map((verb) => ({ verbs: [verb], nonResourceURLs: [url] })),
  )
  return [...ofResources, ...ofPaths]
}

const within = (held: readonly string[] | undefined, wanted: string): boolean =>
  held !== undefined && (held.includes('*') || held.includes(wanted))

function coversPart(rule: Rule, part: Rule): boolean {
  if (!within(rule.verbs, part.verbs[0]!)) return false
  const url = part.nonResourceURLs?.[0]
  if (url !== undefined) return rule.nonResourceURLs?.some((held) => pathMatches(held, url)) ?? false
  if (!within(rule.apiGroups, part.apiGroups![0]!) || !coversResourceOf(rule, part.resources![0]!)) return false
  if (!rule.resourceNames?.length) return true
  const name = part.resourceNames?.[0]
  return name !== undefined && rule.resourceNames.includes(name)
}

function coversResourceOf(rule: Rule, wanted: string): boolean {
  if (within(rule.resources, wanted)) return true
  const slash = wanted.indexOf('/')
  return slash > 0 && (rule.resources?.includes(`*/${wanted.slice(slash + 1)}`) ?? false)
}
