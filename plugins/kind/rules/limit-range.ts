/** What is wrong with a LimitRange beyond its schema. */
import { qualifiedNameErrors, type StatusCause } from '../../../core/meta/index.js'
import type { LimitRange } from '../../../crds/generated/tokens.js'
import { duplicate, forbidden, invalid, invalids, required } from '../causes.js'
import { type Amounts, nano } from './amounts.js'
import { resourceNameErrors as containerNameErrors } from '../pod-spec/resources.js'
import { isExtended, resourceNameErrors } from './resource-names.js'

const types = ['Pod', 'Container', 'PersistentVolumeClaim']

type Item = NonNullable<NonNullable<LimitRange['spec']>['limits']>[number]

export function limitRangeErrors({ spec }: LimitRange): StatusCause[] {
  const seen = new Set<string>()
  return (spec?.limits ?? []).flatMap((item, index) => {
    const at = `spec.limits[${index}]`
    const errors = typeErrors(item.type, `${at}.type`)
    if (seen.has(item.type)) errors.push(duplicate(`${at}.type`, item.type))
    seen.add(item.type)
    return [...errors, ...memberErrors(item, at), ...orderErrors(item, at), ...ratioErrors(item, at)]
  })
}

function typeErrors(type: string, field: string): StatusCause[] {
  const errors = qualifiedNameErrors(type ?? '')
  if (errors.length) return invalids(field, type, errors)
  return type.includes('/') || types.includes(type)
    ? []
    : [invalid(field, type, `must be ${types.join(', ')} or a name with the domain that gave it`)]
}

const members = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const

function memberErrors(item: Item, at: string): StatusCause[] {
  const errors: StatusCause[] = []
  const isOfPods = item.type === 'Pod'
  for (const member of members) {
    const amounts = (item[member] ?? {}) as Amounts
    if (isOfPods && member.startsWith('default') && Object.keys(amounts).length)
      errors.push(forbidden(`${at}.${member}`, 'a limit of type Pod has no defaults'))
    else for (const name in amounts) errors.push(...nameErrors(item.type, name, `${at}.${member}[${name}]`))
  }
  if (item.type === 'PersistentVolumeClaim' && !item.min?.['storage'] && !item.max?.['storage'])
    errors.push(required(`${at}.limits`, 'say the least or the most storage that a claim may ask for'))
  return errors
}

function nameErrors(type: string, name: string, field: string): StatusCause[] {
  const isOfContainers = type === 'Pod' || type === 'Container'
  return isOfContainers ? containerNameErrors(name, field) : invalids(field, name, resourceNameErrors(name))
}

/** min <= defaultRequest <= default <= max. */
const order: readonly (readonly [low: keyof Item, high: keyof Item, told: 'low' | 'high'])[] = [
  ['min', 'max', 'low'],
  ['min', 'defaultRequest', 'high'],
  ['defaultRequest', 'max', 'low'],
  ['defaultRequest', 'default', 'low'],
  ['min', 'default', 'high'],
  ['default', 'max', 'low'],
]

function orderErrors(item: Item, at: string): StatusCause[] {
  const amountOf = (member: keyof Item, name: string) => (item[member] as Amounts | undefined)?.[name]
  return namesOf(item).flatMap((name) => {
    const errors = order.flatMap(([low, high, told]) => {
      const [least, most] = [amountOf(low, name), amountOf(high, name)]
      if (least === undefined || most === undefined || nano(least) <= nano(most)) return []
      const [member, value] = told === 'low' ? [low, least] : [high, most]
      return [invalid(`${at}.${member}[${name}]`, value, `${low} (${least}) must not be more than ${high} (${most})`)]
    })
    return [...errors, ...overcommitErrors(item, name, `${at}.defaultRequest[${name}]`)]
  })
}

/** What can't be given out twice is asked for as it is limited. */
function overcommitErrors(item: Item, name: string, field: string): StatusCause[] {
  const [asked, limit] = [item.defaultRequest?.[name], item.default?.[name]]
  if (!isExtended(name) && !name.startsWith('hugepages-')) return []
  if (asked === undefined || limit === undefined || nano(asked) === nano(limit)) return []
  return [invalid(field, asked, `must be what default says (${limit}): ${name} can't be overcommitted`)]
}

function ratioErrors(item: Item, at: string): StatusCause[] {
  return Object.entries((item.maxLimitRequestRatio ?? {}) as Amounts).flatMap(([name, ratio]) => {
    const field = `${at}.maxLimitRequestRatio[${name}]`
    const errors = nano(ratio) < 1_000_000_000n ? [invalid(field, ratio, 'must not be less than 1')] : []
    const [least, most] = [item.min?.[name], item.max?.[name]]
    if (least === undefined || most === undefined || nano(least) === 0n) return errors
    return nano(ratio) * nano(least) > nano(most) * 1_000_000_000n
      ? [...errors, invalid(field, ratio, `must not be more than max divided by min (${most} / ${least})`)]
      : errors
  })
}

const namesOf = (item: Item): string[] => [...new Set(members.flatMap((member) => Object.keys(item[member] ?? {})))]
