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

/** What this server stores itself is asked for, though another answers the group-version: a definition's objects are found so when it goes (upstream looks into its storage). Rights are the same. */
const ofOwnStore = 'own-store'

/** Undefined: it is ours to answer. Cost: a look at an empty table, while nothing is aggregated. */
export function answerElsewhere(passing: Passing, aggregation: Aggregation): Promise<FunnelResponse> | undefined {
  const { resource, path } = passing.route
  if (resource) {
    const { group, version } = resource
    if (!aggregation.has(group, version) || passing.request.headers['prefer'] === ofOwnStore) return undefined
    return pass(passing, aggregation, { group, version })
  }
  const documents = /^(\/openapi\/v3)?\/apis\/([^/]+)\/([^/]+)\/?$/.exec(path)
  if (!documents) return undefined
  const [, isDescription, group = '', version = ''] = documents
  if (isDescription && !isDescribed(aggregation, { group, version })) return undefined
  return aggregation.has(group, version) ? pass(passing, aggregation, { group, version }) : undefined
}

const isDescribed = (aggregation: Aggregation, { group, version }: { group: string; version: string }): boolean =>
  aggregation.all().some((each) => each.group === group && each.version === version && each.openapi !== undefined)

async function pass(
  { request, user, head }: Passing,
  aggregation: Aggregation,
  { group, version }: { readonly group: string; readonly version: string },
): Promise<FunnelResponse> {
  const asked: RemoteRequest = {
    method: request.method,
    user,
    headers: { ...request.headers, ...forwarded({ request, head }) },
    raw: rawOf(request),
    signal: request.signal,
  }
  return relayedResponse(await aggregation.relay(group, version, asked), { request, head })
}

/** What the other server can't see by itself: under which address it was asked, and the id of the request. */
function forwarded({ request, head }: Pick<Passing, 'request' | 'head'>): Record<string, string> {
  const { host } = request.headers
  return {
    'audit-id': head.auditId,
    'x-forwarded-uri': request.url.split('?')[0]!,
    'x-forwarded-proto': 'https',
    ...(host ? { 'x-forwarded-host': host } : {}),
  }
}
