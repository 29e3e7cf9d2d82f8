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

/** Options of a delete: from the query, and over it those of a DeleteOptions body. Which policies there are, the registry knows. */
export function deleteOptions(
  query: URLSearchParams,
  body: KubeObject | undefined,
): { readonly options: DeleteOptions; readonly dryRun: boolean } {
  const grace = wholeNumber(query, 'gracePeriodSeconds')
  const policy = query.get('propagationPolicy') ?? undefined
  const given = (body ?? {}) as {
    gracePeriodSeconds?: number
    propagationPolicy?: string
    orphanDependents?: boolean
    preconditions?: DeleteOptions['preconditions']
    dryRun?: string[]
  }
  const options = withoutUndefined({
    gracePeriodSeconds: given.gracePeriodSeconds ?? grace,
    propagationPolicy: (given.propagationPolicy ?? policy) as DeleteOptions['propagationPolicy'],
    orphanDependents: given.orphanDependents ?? truth(query, 'orphanDependents'),
    preconditions: given.preconditions,
  })
  if (options.gracePeriodSeconds !== undefined && !Number.isSafeInteger(options.gracePeriodSeconds))
    throw badRequest('gracePeriodSeconds must be a whole number')
  return { options, dryRun: isDryRun([...query.getAll('dryRun'), ...(given.dryRun ?? [])]) }
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
export function truth(query: URLSearchParams, name: string): boolean | undefined {
  const text = query.get(name)
  return text === null ? undefined : isTrueParameter(text)
}

function withoutUndefined<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  for (const key in options) if (options[key] === undefined) delete options[key]
  return options as { [K in keyof T]: Exclude<T[K], undefined> }
}
