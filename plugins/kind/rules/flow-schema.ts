/** What is wrong with a FlowSchema beyond its schema. */
import { dns1123LabelErrors, dns1123SubdomainErrors, type StatusCause } from '../../../core/meta/index.js'
import type { FlowSchema } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required, unsupported } from '../causes.js'

const mostPrecedence = 10_000
const exempt = 'exempt'
const methods = ['ByNamespace', 'ByUser']
const verbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'proxy']
const urlVerbs = ['delete', 'get', 'head', 'options', 'patch', 'post', 'put']

export function flowSchemaErrors({ metadata, spec }: FlowSchema): StatusCause[] {
  if (!spec) return []
  const { matchingPrecedence: precedence = 0, distinguisherMethod, priorityLevelConfiguration, rules } = spec
  const errors: StatusCause[] = []
  if (precedence <= 0 || precedence > mostPrecedence)
    errors.push(invalid('spec.matchingPrecedence', precedence, `must be from 1 to ${mostPrecedence}`))
  if (precedence === 1 && metadata.name !== exempt)
    errors.push(invalid('spec.matchingPrecedence', precedence, `1 is for the schema named ${exempt}`))
  const method = distinguisherMethod?.type
  if (distinguisherMethod && !methods.includes(method ?? ''))
    errors.push(unsupported('spec.distinguisherMethod.type', method ?? '', methods))
  const level = priorityLevelConfiguration?.name
  if (level) errors.push(...invalids('spec.priorityLevelConfiguration.name', level, dns1123SubdomainErrors(level)))
  return [...errors, ...(rules ?? []).flatMap((rule, index) => ruleErrors(rule, `spec.rules[${index}]`))]
}

type Rule = NonNullable<NonNullable<FlowSchema['spec']>['rules']>[number]

function ruleErrors({ subjects, resourceRules, nonResourceRules }: Rule, at: string): StatusCause[] {
  return [
    ...(subjects ?? []).flatMap((subject, index) => subjectErrors(subject, `${at}.subjects[${index}]`)),
    ...(resourceRules?.length || nonResourceRules?.length
      ? []
      : [required(at, 'say `resourceRules` or `nonResourceRules`')]),
    ...(resourceRules ?? []).flatMap((rule, index) => resourceErrors(rule, `${at}.resourceRules[${index}]`)),
    ...(nonResourceRules ?? []).flatMap((rule, index) => {
      const here = `${at}.nonResourceRules[${index}]`
      return [
        ...wordErrors(rule.verbs, `${here}.verbs`, urlVerbs),
        ...wordErrors(rule.nonResourceURLs, `${here}.nonResourceURLs`),
        ...(rule.nonResourceURLs?.includes('*') ? [] : (rule.nonResourceURLs ?? [])).flatMap((url, place) =>
          urlErrors(url, `${here}.nonResourceURLs[${place}]`),
        ),
      ]
    }),
  ]
}

const memberOf = { User: 'user', Group: 'group', ServiceAccount: 'serviceAccount' } as const

function subjectErrors(subject: Rule['subjects'][number], at: string): StatusCause[] {
  const expected = memberOf[subject.kind as keyof typeof memberOf] as
    | (typeof memberOf)[keyof typeof memberOf]
    | undefined
  if (!expected) return [unsupported(`${at}.kind`, subject.kind ?? '', Object.keys(memberOf))]
  const errors = subject[expected] ? [] : [required(`${at}.${expected}`, `a subject of kind ${subject.kind} has it`)]
  for (const member of Object.values(memberOf))
    if (member !== expected && subject[member])
      errors.push(forbidden(`${at}.${member}`, `a subject of kind ${subject.kind} has ${expected} alone`))
  const account = expected === 'serviceAccount' ? subject.serviceAccount : undefined
  if (account?.namespace)
    errors.push(...invalids(`${at}.serviceAccount.namespace`, account.namespace, dns1123LabelErrors(account.namespace)))
  if (account?.name && account.name !== '*')
    errors.push(...invalids(`${at}.serviceAccount.name`, account.name, dns1123SubdomainErrors(account.name)))
  return errors
}

/** Whether a cause lies in a member that its subject has no use for. */
export function isBesideKind({ spec }: FlowSchema, { field = '' }: StatusCause): boolean {
  const [, rule, place, member] =
    /^spec\.rules\[(\d+)\]\.subjects\[(\d+)\]\.(user|group|serviceAccount)\./.exec(field) ?? []
  if (!member) return false
  const subject = spec?.rules?.[Number(rule)]?.subjects?.[Number(place)]
  return memberOf[subject?.kind as keyof typeof memberOf] !== member
}

function resourceErrors(rule: NonNullable<Rule['resourceRules']>[number], at: string): StatusCause[] {
  const errors = [
    ...wordErrors(rule.verbs, `${at}.verbs`, verbs),
    ...wordErrors(rule.apiGroups, `${at}.apiGroups`),
    ...wordErrors(rule.resources, `${at}.resources`),
    ...wordErrors(rule.namespaces, `${at}.namespaces`),
  ]
  if (!rule.namespaces?.length && !rule.clusterScope)
    errors.push(required(`${at}.namespaces`, 'name one at least, or say `clusterScope`'))
  for (const [index, namespace] of (rule.namespaces ?? []).entries())
    if (namespace !== '*')
      errors.push(...invalids(`${at}.namespaces[${index}]`, namespace, dns1123LabelErrors(namespace)))
  return errors
}

/** '*' stands alone. The schema asks for one word at least where one must be. */
function wordErrors(words: readonly string[] | undefined, field: string, known?: readonly string[]): StatusCause[] {
  if (!words?.length) return []
  if (words.includes('*')) return words.length === 1 ? [] : [invalid(field, words, "'*' is all: it stands alone")]
  const strange = known ? words.filter((word) => !known.includes(word)) : []
  return strange.length ? [unsupported(field, strange.join(), [...known!, '*'])] : []
}

function urlErrors(url: string, field: string): StatusCause[] {
  if (url === '/') return []
  const rest = url.replace(/\/?\*$/, '')
  if (!url.startsWith('/')) return [invalid(field, url, "must begin with '/'")]
  if (url.includes(' ')) return [invalid(field, url, 'must not contain blanks')]
  return rest.includes('*') || url.includes('//') || (url.endsWith('*') && !url.endsWith('/*'))
    ? [invalid(field, url, "must have no empty part, and '*' only as its last")]
    : []
}
