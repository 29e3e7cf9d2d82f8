/** What may be asked of a container's log: PodLogOptions of a query, checked as upstream's API does. */
import { badRequest, invalid, isTrueParameter, type StatusCause } from '../../core/meta/index.js'

export interface LogQuery {
  /** For the kubelet. */
  readonly query: URLSearchParams
  /** The kubelet's certificate need not be one that we know. */
  readonly trustsAnyBackend: boolean
}

const passedOn = ['follow', 'previous', 'timestamps', 'tailLines', 'sinceSeconds', 'sinceTime', 'limitBytes', 'stream']
const streams = ['All', 'Stdout', 'Stderr']

/** Throws BadRequest for what is no number or time, and Invalid (422) for what can't be. */
export function logQuery(asked: URLSearchParams, pod: string): LogQuery {
  const causes = causesOf(asked)
  if (causes.length) throw invalid({ group: '', plural: 'podlogoptions', kind: 'PodLogOptions' }, pod, causes)
  const query = new URLSearchParams()
  for (const name of passedOn) {
    const value = asked.get(name)
    if (value !== null && value !== '') query.set(name, value)
  }
  return { query, trustsAnyBackend: isTrueParameter(asked.get('insecureSkipTLSVerifyBackend')) }
}

function causesOf(asked: URLSearchParams): StatusCause[] {
  const causes: StatusCause[] = []
  const number = (name: string, least: number, why: string) => {
    const value = wholeNumber(asked, name)
    if (value === undefined || value >= least) return value
    causes.push({ reason: 'FieldValueInvalid', message: `Invalid value: ${value}: ${why}`, field: name })
    return value
  }
  const forbid = (why: string) =>
    causes.push({ reason: 'FieldValueForbidden', message: `Forbidden: ${why}`, field: '' })
  const tailLines = number('tailLines', 0, 'must be greater than or equal to 0')
  number('limitBytes', 1, 'must be greater than 0')
  const sinceTime = asked.get('sinceTime')
  if (sinceTime && Number.isNaN(Date.parse(sinceTime)))
    throw badRequest(`sinceTime must be a time as RFC 3339 has it, not ${JSON.stringify(sinceTime)}`)
  if (sinceTime && wholeNumber(asked, 'sinceSeconds') !== undefined)
    forbid('at most one of `sinceTime` or `sinceSeconds` may be specified')
  else number('sinceSeconds', 1, 'must be greater than 0')
  const stream = asked.get('stream')
  if (stream && !streams.includes(stream)) {
    const supported = streams.map((name) => JSON.stringify(name)).join(', ')
    const message = `Unsupported value: ${JSON.stringify(stream)}: supported values: ${supported}`
    causes.push({ reason: 'FieldValueNotSupported', message, field: 'stream' })
  } else if (stream && stream !== 'All' && tailLines !== undefined)
    forbid('`tailLines` and specific `stream` are mutually exclusive for now')
  return causes
}

function wholeNumber(asked: URLSearchParams, name: string): number | undefined {
  const text = asked.get(name)
  if (text === null || text === '') return undefined
  if (!/^[+-]?\d{1,18}$/.test(text)) throw badRequest(`${name} must be a whole number, not ${JSON.stringify(text)}`)
  return Number(text)
}
