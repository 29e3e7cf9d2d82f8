/** Requests for group-versions that another server answers: authorized here, then passed on. */
import type { Aggregation, RemoteRequest } from '../aggregation/index.js'
import type { User } from '../auth/index.js'
import type { FunnelRequest, FunnelResponse } from './contract.js'
import type { Route } from './route.js'
import { rawOf, relayedResponse } from './subresource.js'
import type { AnswerHeaders } from './write-answer.js'

interface Passing {
  readonly request: FunnelRequest
  readonly route: Route
  readonly user: User
  readonly head: AnswerHeaders
}

/** Undefined: it is ours to answer. Cost: a look at an empty table, while nothing is aggregated. */
export function answerElsewhere(passing: Passing, aggregation: Aggregation): Promise<FunnelResponse> | undefined {
  const { resource, path } = passing.route
  if (resource) {
    const { group, version } = resource
    return aggregation.has(group, version) ? pass(passing, aggregation, { group, version }) : undefined
  }
  const documents = /^(?:\/openapi\/v3)?\/apis\/([^/]+)\/([^/]+)\/?$/.exec(path)
  if (!documents) return undefined
  const [, group = '', version = ''] = documents
  return aggregation.has(group, version) ? pass(passing, aggregation, { group, version }) : undefined
}

async function pass(
  { request, user, head }: Passing,
  aggregation: Aggregation,
  { group, version }: { readonly group: string; readonly version: string },
): Promise<FunnelResponse> {
  const asked: RemoteRequest = {
    method: request.method,
    user,
    headers: request.headers,
    raw: rawOf(request),
    signal: request.signal,
  }
  return relayedResponse(await aggregation.relay(group, version, asked), { request, head })
}
