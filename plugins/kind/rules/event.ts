/** What is wrong with an Event, in the core group's names: of old only its place, of those with an eventTime also who tells what. */
import { qualifiedNameErrors, type StatusCause } from '../../../core/meta/index.js'
import type { Event } from '../../../crds/generated/tokens.js'
import { invalid, invalids, required } from '../causes.js'

const mostMessage = 1024
const mostWord = 128

export function eventErrors(event: Event): StatusCause[] {
  const { metadata, involvedObject, eventTime } = event
  const about = involvedObject?.namespace ?? ''
  const isOfCluster = about === ''
  const fits = isOfCluster
    ? metadata.namespace === 'default' || (Boolean(eventTime) && metadata.namespace === 'kube-system')
    : about === metadata.namespace
  const errors = fits
    ? []
    : [invalid('involvedObject.namespace', about, `must be the event's own: ${metadata.namespace ?? ''}`)]
  return eventTime ? [...errors, ...toldErrors(event)] : errors
}

function toldErrors({ reportingComponent, reportingInstance, action, reason, message }: Event): StatusCause[] {
  const errors = reportingComponent
    ? invalids('reportingController', reportingComponent, qualifiedNameErrors(reportingComponent))
    : [required('reportingController', 'who tells it')]
  for (const [field, word] of Object.entries({ reportingInstance, action, reason })) {
    if (!word) errors.push(required(field))
    else if (word.length > mostWord) errors.push(invalid(field, word, `must be of ${mostWord} characters at most`))
  }
  return (message?.length ?? 0) > mostMessage
    ? [...errors, invalid('message', message, `must be of ${mostMessage} characters at most`)]
    : errors
}
