/** What webhooks and admission policies say alike: which requests they look at. */
import { pathSegmentErrors, qualifiedNameErrors, type StatusCause } from '../../../core/meta/index.js'
import type { MatchCondition, MatchResources, RuleWithOperations } from '../../../crds/generated/tokens.js'
import { duplicate, invalid, invalids, required, tooMany } from '../causes.js'
import { labelSelectorErrors } from './label-selector.js'
import { repeated } from '../repeated.js'

const mostConditions = 64

export function ruleErrors(rule: RuleWithOperations, at: string): StatusCause[] {
  const { operations, apiGroups, apiVersions, resources } = rule
  return [
    ...wordErrors(operations, `${at}.operations`),
    ...wordErrors(apiGroups, `${at}.apiGroups`),
    ...wordErrors(apiVersions, `${at}.apiVersions`),
    ...(apiVersions ?? []).flatMap((version, index) => (version ? [] : [required(`${at}.apiVersions[${index}]`)])),
    ...(resources?.length ? resourceErrors(resources, `${at}.resources`) : [required(`${at}.resources`)]),
  ]
}

function wordErrors(words: readonly string[] | undefined, field: string): StatusCause[] {
  if (!words?.length) return [required(field, "name one at least, or '*' for all")]
  return words.includes('*') && words.length > 1 ? [invalid(field, words, "'*' is all: it stands alone")] : []
}

/** In their order: what one of before says already is refused, what one of behind says too is not. */
function resourceErrors(resources: readonly string[], field: string): StatusCause[] {
  const errors: StatusCause[] = []
  const before = new Set<string>()
  let lastWhole = '*'
  for (const [index, resource] of resources.entries()) {
    const at = `${field}[${index}]`
    const slash = resource.indexOf('/')
    if (!resource) errors.push(required(at))
    else if (slash < 0) lastWhole = resource
    else
      for (const all of [`${resource.slice(0, slash)}/*`, `*/${resource.slice(slash + 1)}`])
        if (before.has(all)) errors.push(invalid(at, resource, `'${all}' says it already`))
    before.add(resource)
  }
  if (before.has('*/*') && resources.length > 1) errors.push(invalid(field, resources, "'*/*' is all: it stands alone"))
  return before.has('*') && lastWhole !== '*'
    ? [...errors, invalid(field, resources, "'*' is all resources: name subresources beside it, or nothing")]
    : errors
}

export function matchErrors(match: MatchResources, at: string): StatusCause[] {
  const lists = ['resourceRules', 'excludeResourceRules'] as const
  return [
    ...labelSelectorErrors(match.namespaceSelector, `${at}.namespaceSelector`),
    ...labelSelectorErrors(match.objectSelector, `${at}.objectSelector`),
    ...lists.flatMap((list) =>
      (match[list] ?? []).flatMap((rule, index) => [
        ...ruleErrors(rule, `${at}.${list}[${index}]`),
        ...(rule.resourceNames ?? []).flatMap((name, place) =>
          invalids(`${at}.${list}[${index}].resourceNames[${place}]`, name, pathSegmentErrors(name)),
        ),
        ...againErrors(rule.resourceNames ?? [], `${at}.${list}[${index}].resourceNames`),
      ]),
    ),
  ]
}

export function againErrors(words: readonly string[], field: string): StatusCause[] {
  const seen = new Set<string>()
  return words.flatMap((word, index) => {
    if (seen.has(word)) return [duplicate(`${field}[${index}]`, word)]
    seen.add(word)
    return []
  })
}

export function conditionErrors(conditions: readonly MatchCondition[] | undefined, field: string): StatusCause[] {
  const all = conditions ?? []
  const again = repeated(all.map(({ name }) => name))
  return [
    ...(all.length > mostConditions ? [tooMany(field, all.length, mostConditions)] : []),
    ...all.flatMap(({ name, expression }, index) => {
      const at = `${field}[${index}]`
      const errors = expression?.trim() || !expression ? [] : [required(`${at}.expression`)]
      if (name) errors.push(...invalids(`${at}.name`, name, qualifiedNameErrors(name)))
      return name && again[index] ? [...errors, duplicate(`${at}.name`, name)] : errors
    }),
  ]
}
