/** What is wrong with a toleration beyond its schema. */
import { labelValueErrors, qualifiedNameErrors, type StatusCause } from '../../../core/meta/index.js'
import type { Toleration } from '../../../crds/generated/tokens.js'
import { invalid, invalids, unsupported } from '../causes.js'

export function tolerationErrors(toleration: Toleration, at: string): StatusCause[] {
  const { key, operator = 'Equal', value, effect, tolerationSeconds } = toleration
  const errors = key ? invalids(`${at}.key`, key, qualifiedNameErrors(key)) : []
  if (!key && operator !== 'Exists')
    errors.push(invalid(`${at}.operator`, operator, 'without a key it tolerates everything: it must be Exists'))
  if (tolerationSeconds !== undefined && effect !== 'NoExecute')
    errors.push(invalid(`${at}.effect`, effect ?? '', 'must be NoExecute, as `tolerationSeconds` is said'))
  if (operator !== 'Equal' && operator !== 'Exists')
    errors.push(unsupported(`${at}.operator`, operator, ['Equal', 'Exists']))
  if (operator === 'Equal' && value) errors.push(...invalids(`${at}.operator`, value, labelValueErrors(value)))
  if (operator === 'Exists' && value) errors.push(invalid(`${at}.operator`, value, 'Exists compares with no value'))
  return errors
}
