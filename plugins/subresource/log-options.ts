/** What may be asked of a container's log: PodLogOptions of a query, checked as upstream's API does. */
import { badRequest, invalid, isTrueParameter, type StatusCause, timestamp } from '../../core/meta/index.js'

export interface LogQuery {
  /** For the kubelet. */
  readonly query: URLSearchParams
  /** The kubelet's certificate need not be one that we know. */
  readonly trustsAnyBackend: boolean
}

const truths = ['follow', 'previous', 'timestamps']
const numbers = ['tailLines', 'sinceSeconds', 'limitBytes']
/** The zero of Go's times: what nothing and null mean. */
const zeroTime = '0001-01-01T00:00:00Z'

/** Throws BadRequest for what is no number or time, and Invalid (422) for what can't be. */
export function logQuery(asked: URLSearchParams, pod: string): LogQuery {
  const since = timeIn(asked.get('sinceTime'))
  const causes = causesOf(asked, since)
  if (causes.length) throw invalid({ group: '', plural: 'podlogoptions', kind: 'PodLogOptions' }, pod, causes)
  const query = new URLSearchParams()
  for (const name of truths) if (isTrueParameter(asked.get(name))) query.set(name, 'true')
  for (const name of numbers) if (asked.has(name)) query.set(name, String(wholeNumber(asked, name)))
  if (since !== undefined) query.set('sinceTime', since)
  return { query, trustsAnyBackend: isTrueParameter(asked.get('insecureSkipTLSVerifyBackend')) }
}

function causesOf(asked: URLSearchParams, since: string | undefined): StatusCause[] {
  const causes: StatusCause[] = []
  const number = (name: string, least: number, why: string) => {
    const value = wholeNumber(asked, name)
    if (value === undefined || value >= least) return value
    causes.push({ reason: 'FieldValueInvalid', message: `Invalid value: ${value}: ${why}`, field: name })
    return value
  }
  const forbid = (field: string, why: string) =>
    causes.push({ reason: 'FieldValueForbidden', message: `Forbidden: ${why}`, field })
  number('tailLines', 0, 'must be greater than or equal to 0')
  number('limitBytes', 1, 'must be greater than 0')
  const isTwice = since !== undefined && wholeNumber(asked, 'sinceSeconds') !== undefined
  if (isTwice) forbid('[]', 'at most one of `sinceTime` or `sinceSeconds` may be specified')
  else number('sinceSeconds', 1, 'must be greater than 0')
  // Behind a gate that is closed in this release (PodLogsQuerySplitStreams).
  if (asked.has('stream')) forbid('stream', 'may not be specified')
  return causes
}

/** In UTC and whole seconds. Throws BadRequest for what is no time as RFC 3339 has it. */
function timeIn(text: string | null): string | undefined {
  if (text === null) return undefined
  if (text === '' || text === 'null') return zeroTime
  const [, day = '', hour = ''] = rfc3339.exec(text) ?? []
  // A day or an hour that is none would be counted on.
  const isTime = hour !== '' && Number(hour) < 24 && new Date(day).toJSON()?.startsWith(day)
  const epochMs = isTime ? Date.parse(text) : Number.NaN
  if (Number.isNaN(epochMs))
    throw badRequest(`sinceTime must be a time as RFC 3339 has it, not ${JSON.stringify(text)}`)
  return timestamp(epochMs)
}

const rfc3339 = /^(\d{4}-\d\d-\d\d)T(\d\d):\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/

function wholeNumber(asked: URLSearchParams, name: string): number | undefined {
  const text = asked.get(name)
  if (text === null) return undefined
  if (!/^[+-]?\d{1,18}$/.test(text)) throw badRequest(`${name} must be a whole number, not ${JSON.stringify(text)}`)
  return Number(text)
}
