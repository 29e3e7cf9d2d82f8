/** What clients are told when a webhook refuses or can't be asked; upstream's shapes, which clients parse. */
import { badRequest, internalError, type Status, StatusError } from '../../../core/meta/index.js'

/** It has said no: its own Status, but never as a success. */
export function denied(hook: string, result: Partial<Status> | undefined): StatusError {
  const by = `admission webhook ${JSON.stringify(hook)} denied the request`
  const { metadata, message, reason, details, code, status } = result ?? {}
  const said = message || reason
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: metadata ?? {},
    status: status === undefined || (status as string) === '' || status === 'Success' ? 'Failure' : status,
    message: said ? `${by}: ${said}` : `${by} without explanation`,
    ...(reason ? { reason } : {}),
    ...(details ? { details } : {}),
    code: codeOf(code ?? 0),
  })
}

const leastCode = 400
const mostCode = 999

/** One that is none of HTTP would break the answer off. */
const codeOf = (code: number): number => (code > mostCode ? 500 : Math.max(code, leastCode))

/** It could not be asked. */
export const uncallable = (hook: string, why: string): StatusError =>
  internalError(`failed calling webhook ${JSON.stringify(hook)}: ${why}`)

/** It may change what is not in this API. */
export const noDryRun = (hook: string): StatusError =>
  badRequest(`admission webhook ${JSON.stringify(hook)} does not support dry run`)
