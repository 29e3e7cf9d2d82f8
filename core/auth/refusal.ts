/** Upstream's words for a request that nobody allowed. */
import { forbidden, StatusError } from '../meta/index.js'
import type { Attributes } from './contract.js'

/** A 403 of the authorizers, not of what looks at objects. */
export class Refusal extends StatusError {}

/** A 403 that says who may not do what, and where. `reason`: what the authorizers had to say; '' for nothing. */
export function refusalOf({ user, verb, path, resource }: Attributes, reason: string): Refusal {
  const who = `User ${JSON.stringify(user.username)}`
  const why = reason ? `: ${reason}` : ''
  if (!resource) return pathForbidden(`forbidden: ${who} cannot ${verb} path ${JSON.stringify(path)}${why}`)
  const { group, plural, subresource, namespace, name } = resource
  const what = JSON.stringify(subresource ? `${plural}/${subresource}` : plural)
  const where = namespace ? `in the namespace ${JSON.stringify(namespace)}` : 'at the cluster scope'
  const text = `${who} cannot ${verb} resource ${what} in API group ${JSON.stringify(group)} ${where}${why}`
  return new Refusal(forbidden({ group, plural }, name, text).status)
}

function pathForbidden(message: string): Refusal {
  const status = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure' } as const
  return new Refusal({ ...status, message, reason: 'Forbidden', details: {}, code: 403 })
}
