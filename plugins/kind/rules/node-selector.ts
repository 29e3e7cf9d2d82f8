/** What is wrong with a node selector beyond its schema. */
import { labelValueErrors, qualifiedNameErrors, type StatusCause } from '../../../core/meta/index.js'
import type { NodeSelector } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required, unsupported } from '../causes.js'

type Term = NodeSelector['nodeSelectorTerms'][number]
type Requirement = NonNullable<Term['matchExpressions']>[number]

export function nodeSelectorErrors({ nodeSelectorTerms }: NodeSelector, field: string): StatusCause[] {
  return (nodeSelectorTerms ?? []).flatMap(({ matchExpressions, matchFields }, index) => {
    const at = `${field}.nodeSelectorTerms[${index}]`
    return [
      ...(matchExpressions ?? []).flatMap((each, place) => labelErrors(each, `${at}.matchExpressions[${place}]`)),
      ...(matchFields ?? []).flatMap((each, place) => fieldErrors(each, `${at}.matchFields[${place}]`)),
    ]
  })
}

function labelErrors({ key, operator, values = [] }: Requirement, at: string): StatusCause[] {
  const errors: StatusCause[] = []
  if (operator === 'In' || operator === 'NotIn') {
    if (!values.length) errors.push(required(`${at}.values`, `${operator} compares with values`))
  } else if (operator === 'Gt' || operator === 'Lt') {
    if (values.length !== 1) errors.push(required(`${at}.values`, `${operator} compares with one number`))
  } else if (operator && values.length) errors.push(forbidden(`${at}.values`, `${operator} compares with no values`))
  if (key) errors.push(...invalids(`${at}.key`, key, qualifiedNameErrors(key)))
  if (operator !== 'In' && operator !== 'NotIn') return errors
  return [
    ...errors,
    ...values.flatMap((value, index) => invalids(`${at}.values[${index}]`, value, labelValueErrors(value))),
  ]
}

/** Of fields there is one: the name. */
function fieldErrors({ key, operator, values = [] }: Requirement, at: string): StatusCause[] {
  if (operator && operator !== 'In' && operator !== 'NotIn')
    return [invalid(`${at}.operator`, operator, 'a field is compared by In or NotIn')]
  const errors = values.length === 1 ? [] : [required(`${at}.values`, 'a field is compared with one value')]
  return key && key !== 'metadata.name' ? [...errors, unsupported(`${at}.key`, key, ['metadata.name'])] : errors
}
