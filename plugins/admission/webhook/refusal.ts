/** What clients are told when a webhook refuses or can't be asked; upstream's shapes, which clients parse. */
import { badRequest, internalError, type Status, StatusError } from '../../../core/meta/index.js'

/** It has said no: its own Status, but never as a success. */
export function denied(hook: string, result: Partial<Status> | undefined): StatusError {
  const by = `admission webhook ${JSON.stringify(hook)} denied the request`
  const { message, reason, code = 0, status } = result ?? {}
  const said = message || reason
  return new StatusError({
    ...result,
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: status === undefined || (status as string) === '' || status === 'Success' ? 'Failure' : status,
    message: said ? `${by}: ${said}` : `${by} without explanation`,
    code: code < leastCode ? leastCode : code,
  })
}

const leastCode = 400

/** It could not be asked. */
export const uncallable = (hook: string, why: string): StatusError =>
  internalError(`failed calling webhook ${JSON.stringify(hook)}: ${why}`)

/** It may change what is not in this API. */
export const noDryRun = (hook: string): StatusError =>
  badRequest(`admission webhook ${JSON.stringify(hook)} does not support dry run`)
