/** What is wrong with a node selector beyond its schema. */
import {
  dns1123SubdomainErrors,
  labelValueErrors,
  qualifiedNameErrors,
  type StatusCause,
} from '../../../core/meta/index.js'
import type { NodeSelector, NodeSelectorRequirement, NodeSelectorTerm } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required } from '../causes.js'

export function nodeSelectorErrors({ nodeSelectorTerms }: NodeSelector, field: string): StatusCause[] {
  return (nodeSelectorTerms ?? []).flatMap((term, index) =>
    nodeTermErrors(term, `${field}.nodeSelectorTerms[${index}]`),
  )
}

/** `values`: preferences may name values that no label can have. */
export function nodeTermErrors(
  { matchExpressions, matchFields }: NodeSelectorTerm,
  at: string,
  values: 'any' | 'ofLabels' = 'ofLabels',
): StatusCause[] {
  return [
    ...(matchExpressions ?? []).flatMap((each, place) => {
      const here = `${at}.matchExpressions[${place}]`
      return [...labelErrors(each, here), ...(values === 'any' ? [] : valueErrors(each, here))]
    }),
    ...(matchFields ?? []).flatMap((each, place) => fieldErrors(each, `${at}.matchFields[${place}]`)),
  ]
}

function labelErrors({ key, operator, values = [] }: NodeSelectorRequirement, at: string): StatusCause[] {
  const errors: StatusCause[] = []
  if (operator === 'In' || operator === 'NotIn') {
    if (!values.length) errors.push(required(`${at}.values`, `${operator} compares with values`))
  } else if (operator === 'Gt' || operator === 'Lt') {
    if (values.length !== 1) errors.push(required(`${at}.values`, `${operator} compares with one number`))
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length) errors.push(forbidden(`${at}.values`, `${operator} compares with no values`))
  } else errors.push(invalid(`${at}.operator`, operator ?? '', 'must be In, NotIn, Exists, DoesNotExist, Gt or Lt'))
  return [...errors, ...invalids(`${at}.key`, key ?? '', qualifiedNameErrors(key ?? ''))]
}

const valueErrors = ({ values = [] }: NodeSelectorRequirement, at: string): StatusCause[] =>
  values.flatMap((value, index) => invalids(`${at}.values[${index}]`, value, labelValueErrors(value)))

/** Of fields there is one: the name. */
function fieldErrors({ key, operator, values = [] }: NodeSelectorRequirement, at: string): StatusCause[] {
  const errors: StatusCause[] = []
  if (operator !== 'In' && operator !== 'NotIn') {
    errors.push(invalid(`${at}.operator`, operator ?? '', 'a field is compared by In or NotIn'))
  } else if (values.length !== 1) errors.push(required(`${at}.values`, 'a field is compared with one value'))
  if (key !== 'metadata.name') return [...errors, invalid(`${at}.key`, key ?? '', 'must be metadata.name')]
  return [
    ...errors,
    ...values.flatMap((value, index) => invalids(`${at}.values[${index}]`, value, dns1123SubdomainErrors(value))),
  ]
}
