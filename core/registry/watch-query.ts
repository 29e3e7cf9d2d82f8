/** What the parameters of a watch ask for together (upstream's ValidateListOptions and "API concepts"). */
import type { StatusCause } from '../meta/index.js'
import { forbiddenOption, invalidOptions, unsupportedMatch } from './list-query.js'
import { parseRevision } from './resource-version.js'
import type { WatchOptions } from './verbs.js'

export interface WatchQuery {
  /** 0: from now on, or from the present state when `sendsState`. */
  readonly from: number
  /** Begins with ADDED events of everything that is there. */
  readonly sendsState: boolean
  /** After those, a bookmark that says so. */
  readonly marksEnd: boolean
}

/** Throws 422 for parameters that do not go together, 400 for a bad resourceVersion. */
export function readWatchQuery(options: WatchOptions): WatchQuery {
  const given = withDefaults(options)
  requireValid(given)
  const from = parseRevision(given.resourceVersion)
  const sendsState = given.sendInitialEvents === true
  return { from, sendsState, marksEnd: sendsState && given.allowWatchBookmarks === true }
}

/** A watch that names no revision asks for the state first, as if it had said so. */
function withDefaults(options: WatchOptions): WatchOptions {
  const { resourceVersion: revision, resourceVersionMatch, sendInitialEvents } = options
  if (sendInitialEvents !== undefined || resourceVersionMatch || (revision && revision !== '0')) return options
  return { ...options, sendInitialEvents: true, resourceVersionMatch: 'NotOlderThan' }
}

function requireValid({ sendInitialEvents, resourceVersionMatch: match, ...options }: WatchOptions): void {
  const causes: StatusCause[] = []
  const forbid = (why: string) => causes.push(forbiddenOption('resourceVersionMatch', why))
  if (sendInitialEvents !== undefined && match !== 'NotOlderThan') {
    forbid('must be NotOlderThan where sendInitialEvents is said')
  }
  if (sendInitialEvents === undefined && match) {
    forbid('a watch takes it with sendInitialEvents alone')
  }
  if (match && match !== 'NotOlderThan') causes.push(unsupportedMatch(match, ['NotOlderThan']))
  if (match && options.continue) forbid('resourceVersionMatch is forbidden when continue is provided')
  if (causes.length > 0) throw invalidOptions(causes)
}
