import { type Status, StatusError, type StatusReason } from '../meta/index.js'
import type { TransportResponse } from './transport.js'

/** The error that an answer of 400 or more stands for: the server's own Status, or one made from the code when something else answered (a proxy, plain text). */
export function statusErrorOf(answer: TransportResponse): StatusError {
  const text = Buffer.from(answer.body).toString()
  const told = readStatus(text)
  const retryAfterSeconds = Number(answer.headers['retry-after']) || undefined
  if (told) {
    const details = retryAfterSeconds ? { retryAfterSeconds, ...told.details } : told.details
    return new StatusError({ ...told, ...(details ? { details } : {}), code: told.code ?? answer.status })
  }
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: text.slice(0, 2000).trim() || `the server answered ${answer.status}`,
    reason: reasons[answer.status] ?? '',
    ...(retryAfterSeconds ? { details: { retryAfterSeconds } } : {}),
    code: answer.status,
  })
}

function readStatus(text: string): Status | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    const value = JSON.parse(text) as Status
    return value.kind === 'Status' ? value : undefined
  } catch {
    return undefined
  }
}

const reasons: Readonly<Record<number, StatusReason>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  406: 'NotAcceptable',
  409: 'Conflict',
  410: 'Gone',
  413: 'RequestEntityTooLarge',
  415: 'UnsupportedMediaType',
  422: 'Invalid',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
  504: 'Timeout',
}
