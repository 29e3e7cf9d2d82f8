/** What is wrong with a PriorityLevelConfiguration beyond its schema. */
import type { StatusCause } from '../../../core/meta/index.js'
import type { PriorityLevelConfiguration } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, required, unsupported, zeroOrMore } from '../causes.js'

type Spec = NonNullable<PriorityLevelConfiguration['spec']>
type Limited = NonNullable<Spec['limited']>

const exempt = 'exempt'
/** Another version's, that stands in what is stored. */
const zeroShares = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares'
const notKept = `leave ${zeroShares} out: it is of a version that is no more`
const mostQueues = 10_000_000
/** Of a hand's shuffle. */
const mostBits = 60

export function priorityLevelErrors({ metadata, spec }: PriorityLevelConfiguration): StatusCause[] {
  if (!spec) return []
  const { type, limited } = spec
  const errors =
    metadata.annotations && zeroShares in metadata.annotations ? [forbidden('metadata.annotations', notKept)] : []
  if (type && (metadata.name === exempt) !== (type === 'Exempt'))
    errors.push(invalid('spec.type', type, `must be Exempt for the level named ${exempt}, and for no other`))
  if (type === 'Exempt') {
    if (limited) errors.push(forbidden('spec.limited', 'a level of type Exempt is not limited'))
    return [...errors, ...shareErrors(spec.exempt ?? {}, 'spec.exempt')]
  }
  if (type !== 'Limited') return type ? [...errors, unsupported('spec.type', type, ['Exempt', 'Limited'])] : errors
  if (spec.exempt) errors.push(forbidden('spec.exempt', 'a level of type Limited is not exempt'))
  if (!limited) return [...errors, required('spec.limited', 'a level of type Limited says its limits')]
  return [...errors, ...shareErrors(limited, 'spec.limited'), ...limitedErrors(limited, 'spec.limited')]
}

function shareErrors(said: Pick<Limited, 'nominalConcurrencyShares' | 'lendablePercent'>, at: string): StatusCause[] {
  const { nominalConcurrencyShares: shares = 0, lendablePercent: percent = 0 } = said
  return [
    ...(shares < 0 ? [invalid(`${at}.nominalConcurrencyShares`, shares, zeroOrMore)] : []),
    ...(percent < 0 || percent > 100 ? [invalid(`${at}.lendablePercent`, percent, 'must be from 0 to 100')] : []),
  ]
}

function limitedErrors({ borrowingLimitPercent: borrowing = 0, limitResponse }: Limited, at: string): StatusCause[] {
  const errors = borrowing < 0 ? [invalid(`${at}.borrowingLimitPercent`, borrowing, zeroOrMore)] : []
  const here = `${at}.limitResponse`
  const { type, queuing } = limitResponse ?? { type: '' }
  if (type === 'Reject')
    return queuing ? [...errors, forbidden(`${here}.queuing`, 'what is rejected waits in no queue')] : errors
  if (type !== 'Queue') return type ? [...errors, unsupported(`${here}.type`, type, ['Queue', 'Reject'])] : errors
  if (!queuing) return [...errors, required(`${here}.queuing`, 'a response of type Queue says how it queues')]
  return [...errors, ...queuingErrors(queuing, `${here}.queuing`)]
}

type Queuing = NonNullable<NonNullable<Limited['limitResponse']>['queuing']>

function queuingErrors(queuing: Queuing, at: string): StatusCause[] {
  const { queues = 0, handSize = 0 } = queuing
  const errors = (['queueLengthLimit', 'queues', 'handSize'] as const).flatMap((member) => {
    const value = queuing[member] ?? 0
    return value <= 0 ? [invalid(`${at}.${member}`, value, 'must be positive')] : []
  })
  if (queues > mostQueues) errors.push(invalid(`${at}.queues`, queues, `must not be more than ${mostQueues}`))
  if (handSize > queues) errors.push(invalid(`${at}.handSize`, handSize, `must not be more than queues (${queues})`))
  else if (Math.ceil(Math.log2(Math.max(queues, 1))) * handSize > mostBits)
    errors.push(invalid(`${at}.handSize`, handSize, 'is too large for so many queues'))
  return errors
}
