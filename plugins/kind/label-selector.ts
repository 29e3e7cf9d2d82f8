/** The form of label selectors in specs (upstream's ValidateLabelSelector). */
import { labelValueErrors, qualifiedNameErrors, type StatusCause } from '../../core/meta/index.js'
import type { LabelSelector } from '../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required } from './causes.js'
import { labelErrors } from './template-metadata.js'

export function selectorFormErrors({ matchLabels, matchExpressions }: LabelSelector, at: string): StatusCause[] {
  const found = matchLabels ? labelErrors(matchLabels, `${at}.matchLabels`) : []
  matchExpressions?.forEach(({ key, operator, values }, index) => {
    const here = `${at}.matchExpressions[${index}]`
    const said = values?.length ?? 0
    if (operator === 'In' || operator === 'NotIn') {
      if (!said) found.push(required(`${here}.values`, "must be specified when `operator` is 'In' or 'NotIn'"))
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      const why = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"
      if (said) found.push(forbidden(`${here}.values`, why))
    } else found.push(invalid(`${here}.operator`, operator, 'not a valid selector operator'))
    found.push(...invalids(`${here}.key`, key, qualifiedNameErrors(key ?? '')))
    values?.forEach(
      (value, at) => void found.push(...invalids(`${here}.values[${at}]`, value, labelValueErrors(value))),
    )
  })
  return found
}
