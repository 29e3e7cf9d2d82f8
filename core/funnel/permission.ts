/** Whether a request is let through, and upstream's words when it is not. */
import { type Attributes, type Authorizer, type Decision, refusalOf, type User } from '../auth/index.js'
import { type MaybePromise, whenThere } from '../kit/index.js'
import { parseFieldSelector } from '../meta/index.js'
import type { FunnelRequest } from './contract.js'
import type { Route } from './route.js'

export interface Visitor {
  readonly request: FunnelRequest
  readonly route: Route
  readonly user: User
}

/** Throws (or rejects with) 403. What runs in a pod (exec, attach, port-forward), and an upgrade to a machine, needs the right to create as well, whatever its method, as upstream since 1.35. */
export function requirePermission(visitor: Visitor, authorize: Authorizer['authorize']): Promise<void> | undefined {
  const attributes = attributesOf(visitor)
  const decision = authorize(attributes)
  const needsMore =
    attributes.verb !== 'create' && (isStream(attributes) || (visitor.request.upgrade && isConnection(attributes)))
  if (decision instanceof Promise || needsMore) return requireLater(decision, { attributes, needsMore }, authorize)
  requireAllowed(decision, attributes)
  return undefined
}

/** As `requirePermission`, for an update or apply that comes to a create. */
export function requireCreation(visitor: Visitor, authorize: Authorizer['authorize']): MaybePromise<void> {
  const creating = { ...attributesOf(visitor), verb: 'create' }
  return whenThere(authorize(creating), (decision) => requireAllowed(decision, creating))
}

const streams = new Set(['exec', 'attach', 'portforward'])

const isStream = ({ resource }: Attributes): boolean => resource !== undefined && streams.has(resource.subresource)

/**
 * Whether an upgrade connects to a machine. Watches and logs are read, over a WebSocket too. One by a proxy to what runs
 * in a namespace is that program's own affair; one by a proxy to a machine may be an exec.
 */
function isConnection({ resource }: Attributes): boolean {
  const subresource = resource?.subresource ?? ''
  return subresource !== '' && subresource !== 'log' && !(subresource === 'proxy' && resource?.namespace !== '')
}

async function requireLater(
  decision: MaybePromise<Decision>,
  { attributes, needsMore }: { readonly attributes: Attributes; readonly needsMore: boolean | undefined },
  authorize: Authorizer['authorize'],
): Promise<void> {
  requireAllowed(await decision, attributes)
  if (!needsMore) return
  const creating = { ...attributes, verb: 'create' }
  requireAllowed(await authorize(creating), creating)
}

/** A request as authorizers are asked about it. */
export function attributesOf({ request, route: { resource, path, query }, user }: Visitor): Attributes {
  if (!resource) return { user, verb: request.method.toLowerCase(), path }
  const { group, version, plural, subresource, namespace, verb } = resource
  const selects = selecting.has(verb) && resource.name === '' && query.includes('metadata.name')
  const name = selects ? nameSelected(query) : resource.name
  return { user, verb, path, resource: { group, version, plural, subresource, namespace, name } }
}

const selecting = new Set(['list', 'watch'])

/** A collection that is read, narrowed to one name by a field selector, is asked for as that object, as upstream does; not to what can be no name in a path. */
function nameSelected(query: string): string {
  const selector = new URLSearchParams(query).get('fieldSelector') ?? ''
  try {
    const named = parseFieldSelector(selector).filter(({ path }) => path === 'metadata.name')
    const name = named.length === 1 && named[0]!.operator === '=' ? named[0]!.value : ''
    return /^\.{1,2}$|[/%]/.test(name) ? '' : name
  } catch {
    return ''
  }
}

function requireAllowed(decision: Decision, attributes: Attributes): void {
  if (decision.verdict !== 'allow') throw refusalOf(attributes, decision.reason)
}
