/** What is wrong with a label selector of a spec, beyond its schema. */
import {
  type LabelSelectorObject,
  labelValueErrors,
  qualifiedNameErrors,
  type StatusCause,
} from '../../../core/meta/index.js'
import { forbidden, invalid, invalids, required } from '../causes.js'

/** `field`: where the selector stands. No selector is none too many. */
export function labelSelectorErrors(selector: object | null | undefined, field: string): StatusCause[] {
  if (!selector) return []
  const { matchLabels, matchExpressions } = selector as LabelSelectorObject
  const errors: StatusCause[] = []
  for (const key in matchLabels) {
    errors.push(...invalids(`${field}.matchLabels`, key, qualifiedNameErrors(key)))
    errors.push(...invalids(`${field}.matchLabels`, matchLabels[key], labelValueErrors(matchLabels[key]!)))
  }
  for (const [index, expression] of (matchExpressions ?? []).entries())
    errors.push(...expressionErrors(expression, `${field}.matchExpressions[${index}]`))
  return errors
}

type Expression = NonNullable<LabelSelectorObject['matchExpressions']>[number]

function expressionErrors({ key, operator, values }: Expression, field: string): StatusCause[] {
  const errors: StatusCause[] = []
  if (operator === 'In' || operator === 'NotIn') {
    if (!values?.length) errors.push(required(`${field}.values`, `${operator} compares with values`))
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values?.length) errors.push(forbidden(`${field}.values`, `${operator} compares with no values`))
  } else errors.push(invalid(`${field}.operator`, operator ?? '', 'must be In, NotIn, Exists or DoesNotExist'))
  errors.push(...invalids(`${field}.key`, key ?? '', qualifiedNameErrors(key ?? '')))
  for (const [index, value] of (values ?? []).entries())
    errors.push(...invalids(`${field}.values[${index}]`, value, labelValueErrors(value)))
  return errors
}
