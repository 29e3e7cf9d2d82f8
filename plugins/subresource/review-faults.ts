/** What is wrong with a question to the authorizers: all of it at once, under upstream's fields and reasons. */
import {
  labelValueErrors,
  type ObjectMeta,
  parseFieldSelector,
  parseLabelSelector,
  qualifiedNameErrors,
  type StatusCause,
} from '../../core/meta/index.js'
import type { ReviewSpec } from './access-reviews.js'

const operators = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist'])

const resource = 'spec.resourceAttributes'
const path = 'spec.nonResourceAttributes'

interface Requirement {
  readonly key?: string
  readonly operator?: string
  readonly values?: readonly string[]
}

interface Selector {
  readonly rawSelector?: string
  readonly requirements?: readonly Requirement[]
}

/** Upstream takes no metadata with a question. */
export function metadataFaults(metadata: ObjectMeta): readonly StatusCause[] {
  const said = Object.keys(metadata).filter((name) => name !== 'namespace')
  return said.length > 0 ? [invalidAt('metadata', metadata, 'has to be left out')] : []
}

/** `isSelf`: about who asks. `namespace`: the request's; '': it has none. */
export function reviewFaults(
  spec: ReviewSpec,
  { isSelf, namespace }: { readonly isSelf: boolean; readonly namespace: string },
): readonly StatusCause[] {
  const { resourceAttributes: asked, nonResourceAttributes: plain } = spec
  const found: StatusCause[] = []
  if (asked && plain)
    found.push(invalidAt(path, plain, 'resourceAttributes are there already: ask about one of them at a time'))
  if (!asked && !plain)
    found.push(invalidAt(resource, null, 'say what is asked about, here or in nonResourceAttributes'))
  if (!isSelf && !spec.user && !spec.groups?.length)
    found.push(invalidAt('spec.user', '', 'at least one of user or group must be specified'))
  for (const member of ['fieldSelector', 'labelSelector'] as const) {
    const selector = asked?.[member] as Selector | undefined
    if (selector) found.push(...selectorFaults(selector, `${resource}.${member}`, member === 'labelSelector'))
  }
  if (!namespace) return found
  if (plain) found.push(invalidAt(path, plain, 'has no namespace'))
  const wanted = String(asked?.['namespace'] ?? '')
  if (asked && wanted !== namespace)
    found.push(invalidAt(`${resource}.namespace`, wanted, `must be the namespace of the request, ${namespace}`))
  return found
}

function selectorFaults({ rawSelector, requirements = [] }: Selector, at: string, isOfLabels: boolean): StatusCause[] {
  const found: StatusCause[] = []
  if (rawSelector && requirements.length > 0)
    found.push(
      invalidAt(`${at}.rawSelector`, rawSelector, 'says what `requirements` say: only one of them can be there'),
    )
  if (!rawSelector && requirements.length === 0)
    return [cause('Required', `${at}.requirements`, `Required value: ${at} has to select by something`)]
  for (const [nth, each] of requirements.entries())
    found.push(...requirementFaults(each, `${at}.requirements[${nth}]`, isOfLabels))
  return found
}

function requirementFaults({ key = '', operator = '', values = [] }: Requirement, at: string, isOfLabels: boolean) {
  const found: StatusCause[] = []
  const takesValues = operator === 'In' || operator === 'NotIn'
  const isKnown = operators.has(operator)
  if (takesValues && values.length === 0)
    found.push(cause('Required', `${at}.values`, `Required value: ${operator} needs some`))
  if (isKnown && !takesValues && values.length > 0)
    found.push(cause('Forbidden', `${at}.values`, `Forbidden: ${operator} takes none`))
  if (!isOfLabels) {
    if (key === '') found.push(cause('Required', `${at}.key`, 'Required value: a field is needed'))
    return found
  }
  for (const why of qualifiedNameErrors(key)) found.push(invalidAt(`${at}.key`, key, why))
  values.forEach((value, nth) => {
    for (const why of labelValueErrors(value)) found.push(invalidAt(`${at}.values[${nth}]`, value, why))
  })
  return found
}

/** What is told of selectors in text that can't be read: they narrow nothing. '': nothing. */
export function unreadSelectors({ resourceAttributes: asked }: ReviewSpec): string {
  const readers = { fieldSelector: parseFieldSelector, labelSelector: parseLabelSelector }
  const unread = (Object.keys(readers) as (keyof typeof readers)[]).filter((member) => {
    const { rawSelector = '', requirements = [] } = (asked?.[member] as Selector | undefined) ?? {}
    try {
      readers[member](rawSelector)
      return requirements.some(({ operator = '' }) => !operators.has(operator))
    } catch {
      return true
    }
  })
  return unread.map((member) => `${resource}.${member} ignored due to parse error`).join('; ')
}

const cause = (what: string, field: string, message: string): StatusCause => ({
  reason: `FieldValue${what}`,
  field,
  message,
})
const invalidAt = (field: string, value: unknown, why: string): StatusCause =>
  cause('Invalid', field, `Invalid value: ${JSON.stringify(value)}: ${why}`)
