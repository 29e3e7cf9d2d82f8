/** What is wrong with an Event, in the core group's names: of old only its place, of those with an eventTime also who tells what. */
import { qualifiedNameErrors, sameJson, type StatusCause } from '../../../core/meta/index.js'
import type { KindContext } from '../../../core/registry/contract.js'
import type { Event } from '../../../crds/generated/tokens.js'
import { invalid, invalids, required } from '../causes.js'

const mostMessage = 1024
const mostWord = 128
/** Stricter than the core group, of the same events. */
const strictGroup = 'events.k8s.io'

export function eventErrors(event: Event, old: Event | undefined, context: KindContext): StatusCause[] {
  const { metadata, involvedObject, eventTime } = event
  const about = involvedObject?.namespace ?? ''
  const homes = eventTime ? ['default', 'kube-system'] : ['default']
  const fits =
    about === '' ? homes.includes(metadata.namespace ?? '') : Boolean(eventTime) || about === metadata.namespace
  const errors = fits
    ? []
    : [invalid('involvedObject.namespace', about, `must be the event's own: ${metadata.namespace ?? ''}`)]
  if (eventTime)
    errors.push(...toldErrors(event, context.group === strictGroup ? 'reportingController' : 'reportingComponent'))
  if (context.group !== strictGroup) return errors
  return [...errors, ...(old ? changeErrors(event, old) : strictErrors(event))]
}

const unset = ['firstTimestamp', 'lastTimestamp', 'count'] as const

/** What is made in the younger group has the younger form. */
function strictErrors(event: Event): StatusCause[] {
  const errors = seriesErrors(event)
  if (!event.eventTime) errors.push(required('eventTime', 'when it happened'))
  if (event.type !== 'Normal' && event.type !== 'Warning')
    errors.push(invalid('type', event.type ?? '', 'must be Normal or Warning'))
  for (const member of unset)
    if (event[member]) errors.push(invalid(member, event[member], 'is for events of the core group alone'))
  return event.source?.component || event.source?.host
    ? [...errors, invalid('source', event.source, 'is for events of the core group alone')]
    : errors
}

function seriesErrors({ series }: Event): StatusCause[] {
  if (!series) return []
  return [
    ...((series.count ?? 0) < 2 ? [invalid('series.count', series.count ?? 0, 'must be 2 at least')] : []),
    ...(series.lastObservedTime ? [] : [required('series.lastObservedTime')]),
  ]
}

const fixed = [
  'involvedObject',
  'reason',
  'message',
  'source',
  'firstTimestamp',
  'lastTimestamp',
  'count',
  'type',
  'eventTime',
  'action',
  'related',
  'reportingComponent',
  'reportingInstance',
] as const

/** All of it is said once, but for the series. */
function changeErrors(event: Event, old: Event): StatusCause[] {
  const errors = sameJson(event.series, old.series) ? [] : seriesErrors(event)
  for (const member of fixed) {
    if (sameJson(event[member], old[member])) continue
    const field = member === 'reportingComponent' ? 'reportingController' : member
    errors.push(invalid(field, event[member] ?? null, 'field is immutable'))
  }
  return errors
}

function toldErrors(
  { reportingComponent = '', reportingInstance, action, reason, message }: Event,
  teller: string,
): StatusCause[] {
  const errors = invalids(teller, reportingComponent, qualifiedNameErrors(reportingComponent))
  if (!reportingComponent) errors.unshift(required(teller, 'who tells it'))
  for (const [field, word] of Object.entries({ reportingInstance, action, reason })) {
    if (!word) errors.push(required(field))
    else if (word.length > mostWord) errors.push(invalid(field, word, `must be of ${mostWord} characters at most`))
  }
  return (message?.length ?? 0) > mostMessage
    ? [...errors, invalid('message', message, `must be of ${mostMessage} characters at most`)]
    : errors
}
