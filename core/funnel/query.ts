/** Query parameters as options of the verbs. */
import { badRequest, isTrueParameter, type KubeObject } from '../meta/index.js'
import type { DeleteOptions, ListOptions, WatchOptions } from '../registry/index.js'
import { isDryRun } from './write-options.js'

const none = new URLSearchParams()

export function parametersOf(query: string): URLSearchParams {
  return query === '' ? none : new URLSearchParams(query)
}

export function listOptions(query: URLSearchParams): ListOptions {
  if (query === none) return {}
  const limit = wholeNumber(query, 'limit')
  wholeNumber(query, 'timeoutSeconds')
  return withoutUndefined({
    labelSelector: query.get('labelSelector') || undefined,
    fieldSelector: query.get('fieldSelector') || undefined,
    limit: limit === 0 ? undefined : limit,
    continue: query.get('continue') || undefined,
    resourceVersion: query.get('resourceVersion') ?? undefined,
    resourceVersionMatch: query.get('resourceVersionMatch') || undefined,
    sendInitialEvents: truth(query, 'sendInitialEvents'),
  })
}

export function watchOptions(query: URLSearchParams): WatchOptions {
  return withoutUndefined({
    labelSelector: query.get('labelSelector') || undefined,
    fieldSelector: query.get('fieldSelector') || undefined,
    resourceVersion: query.get('resourceVersion') ?? undefined,
    resourceVersionMatch: query.get('resourceVersionMatch') || undefined,
    sendInitialEvents: truth(query, 'sendInitialEvents'),
    allowWatchBookmarks: truth(query, 'allowWatchBookmarks'),
    continue: query.get('continue') || undefined,
  })
}

/** What the rows of a Table carry of their objects. Throws 400. */
export function included(query: URLSearchParams): string {
  const text = query.get('includeObject') || 'Metadata'
  if (text === 'None' || text === 'Metadata' || text === 'Object') return text
  throw badRequest(
    `Unable to convert to Table as requested: includeObject: Invalid value: ${JSON.stringify(text)}: must be 'Metadata', 'Object', 'None', or empty`,
  )
}

/** What a DeleteOptions says. */
type Asked = { -readonly [M in keyof DeleteOptions]: DeleteOptions[M] } & { dryRun?: readonly string[] }

/**
 * Options of a delete: those of a DeleteOptions body, or without one those of the query, as upstream.
 * Beyond upstream a dry run that the query asks for is one beside a body too, rather than a deletion. Which policies there are, the registry knows.
 */
export function deleteOptions(
  query: URLSearchParams,
  body: KubeObject | undefined,
): { readonly options: DeleteOptions; readonly dryRun: boolean } {
  const { gracePeriodSeconds, propagationPolicy, orphanDependents, preconditions, dryRun } = body
    ? (body as Asked)
    : queriedOptions(query)
  const options = withoutUndefined({ gracePeriodSeconds, propagationPolicy, orphanDependents, preconditions })
  const isAsked = body !== undefined && query.getAll('dryRun').includes('All')
  return { options, dryRun: isDryRun(dryRun ?? []) || isAsked }
}

function queriedOptions(query: URLSearchParams): Asked {
  if (query.get('gracePeriodSeconds') === '')
    throw badRequest('gracePeriodSeconds must be a whole number, and is empty')
  const uid = query.get('uid') ?? undefined
  const resourceVersion = query.get('resourceVersion') ?? undefined
  const expects = uid !== undefined || resourceVersion !== undefined
  return withoutUndefined({
    gracePeriodSeconds: wholeNumber(query, 'gracePeriodSeconds'),
    propagationPolicy: (query.get('propagationPolicy') ?? undefined) as DeleteOptions['propagationPolicy'],
    orphanDependents: truth(query, 'orphanDependents'),
    preconditions: expects ? withoutUndefined({ uid, resourceVersion }) : undefined,
    dryRun: query.getAll('dryRun'),
  }) as Asked
}

/** Of 64 bits with a sign. */
const mostWhole = 2n ** 63n - 1n

/** A parameter that is a whole number, undefined when it is not there. Throws 400. */
export function wholeNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  if (!/^[-+]?\d{1,19}$/.test(text) || BigInt(text.replace('+', '')) > mostWhole)
    throw badRequest(`${name} must be a whole number, not ${JSON.stringify(text)}`)
  return Number(text)
}

/** A parameter that is true or false, undefined when it is not there. */
function truth(query: URLSearchParams, name: string): boolean | undefined {
  const text = query.get(name)
  return text === null ? undefined : isTrueParameter(text)
}

function withoutUndefined<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  for (const key in options) if (options[key] === undefined) delete options[key]
  return options as { [K in keyof T]: Exclude<T[K], undefined> }
}
