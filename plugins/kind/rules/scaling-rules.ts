/** What is wrong with how fast an autoscaler may scale. */
import type { StatusCause } from '../../../core/meta/index.js'
import type { HorizontalPodAutoscaler } from '../../../crds/generated/tokens.js'
import { aboveZero, invalid, required, unsupported } from '../causes.js'
import { negativeErrors } from './amounts.js'

type Behavior = NonNullable<NonNullable<HorizontalPodAutoscaler['spec']>['behavior']>

const selections = ['Max', 'Min', 'Disabled']
const mostWindowSeconds = 3600
const mostPeriodSeconds = 1800

export function scalingErrors(rules: NonNullable<Behavior['scaleUp']>, at: string): StatusCause[] {
  const { stabilizationWindowSeconds: window = 0, selectPolicy, policies, tolerance } = rules
  const errors: StatusCause[] = []
  if (window < 0 || window > mostWindowSeconds)
    errors.push(invalid(`${at}.stabilizationWindowSeconds`, window, `must be from 0 to ${mostWindowSeconds}`))
  if (selectPolicy !== undefined && !selections.includes(selectPolicy))
    errors.push(unsupported(`${at}.selectPolicy`, selectPolicy, selections))
  if (!policies?.length) errors.push(required(`${at}.policies`, 'one policy at least'))
  if (tolerance !== undefined) errors.push(...negativeErrors(tolerance, `${at}.tolerance`))
  for (const [index, { type, value, periodSeconds }] of (policies ?? []).entries()) {
    const here = `${at}.policies[${index}]`
    if (type !== 'Pods' && type !== 'Percent') errors.push(unsupported(`${here}.type`, type ?? '', ['Percent', 'Pods']))
    if (!(value > 0)) errors.push(invalid(`${here}.value`, value ?? 0, aboveZero))
    if (!(periodSeconds > 0) || periodSeconds > mostPeriodSeconds)
      errors.push(invalid(`${here}.periodSeconds`, periodSeconds ?? 0, `must be from 1 to ${mostPeriodSeconds}`))
  }
  return errors
}
