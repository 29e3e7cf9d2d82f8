/** What a list's resourceVersion, resourceVersionMatch, limit and continue ask for together (upstream's table in "API concepts"). */
import { badRequest, invalid, type StatusCause } from '../meta/index.js'
import { metaGroup } from './bootstrap.js'
import type { ContinueTokens } from './continue-token.js'
import { parseRevision } from './resource-version.js'
import type { ListOptions } from './verbs.js'

export interface ListQuery {
  /** The snapshot to list; undefined: the newest. */
  readonly revision: number | undefined
  /** The state listed must be at least this new; 0: whatever is there. */
  readonly atLeast: number
  /** Undefined: from the start. */
  readonly after: string | undefined
  /** How many objects of the snapshot follow `after`, where that is known. */
  readonly remaining?: number
  /** 0: no limit. */
  readonly limit: number
  /** Continues an earlier page of a snapshot. */
  readonly continues: boolean
}

/** Throws 400 or 422 for parameters that can't be read or do not go together. */
export function readListQuery(prefix: string, options: ListOptions, tokens: ContinueTokens): ListQuery {
  requireValid(options)
  // As upstream: whatever is there is answered whole.
  const limit = options.resourceVersion === '0' ? 0 : (options.limit ?? 0)
  if (options.continue) {
    if (options.resourceVersion && options.resourceVersion !== '0') {
      throw badRequest('specifying resource version is not allowed when using continue')
    }
    const { revision, ...place } = tokens.decode(prefix, options.continue)
    return { revision: revision === 'latest' ? undefined : revision, atLeast: 0, ...place, limit, continues: true }
  }
  const revision = parseRevision(options.resourceVersion)
  // As upstream: a paged list at a revision means exactly that one unless told otherwise.
  const exact = options.resourceVersionMatch === 'Exact' || (!options.resourceVersionMatch && limit > 0 && revision > 0)
  return {
    revision: exact ? revision : undefined,
    atLeast: revision,
    after: undefined,
    limit,
    continues: false,
  }
}

function requireValid(options: ListOptions): void {
  const { resourceVersionMatch: match, sendInitialEvents } = options
  if (!match && sendInitialEvents === undefined) return
  const causes: StatusCause[] = match ? matchCauses(options, match) : []
  if (sendInitialEvents !== undefined) {
    causes.push(forbiddenOption('sendInitialEvents', 'only a watch takes it'))
  }
  if (causes.length > 0) throw invalidOptions(causes)
}

function matchCauses(options: ListOptions, match: string): StatusCause[] {
  const causes: StatusCause[] = []
  const forbid = (why: string) => causes.push(forbiddenOption('resourceVersionMatch', why))
  // Clients match on these words.
  if (!options.resourceVersion) forbid('resourceVersionMatch is forbidden unless resourceVersion is provided')
  if (options.continue) forbid('resourceVersionMatch is forbidden when continue is provided')
  if (match !== 'Exact' && match !== 'NotOlderThan') causes.push(unsupportedMatch(match, ['Exact', 'NotOlderThan', '']))
  if (match === 'Exact' && options.resourceVersion === '0') {
    forbid('resourceVersionMatch "exact" is forbidden for resourceVersion "0"')
  }
  return causes
}

export const forbiddenOption = (field: string, why: string): StatusCause => ({
  reason: 'FieldValueForbidden',
  message: `Forbidden: ${why}`,
  field,
})

export function unsupportedMatch(match: string, supported: readonly string[]): StatusCause {
  return {
    reason: 'FieldValueNotSupported',
    message: `Unsupported value: ${JSON.stringify(match)}: supported values: ${supported.map((each) => JSON.stringify(each)).join(', ')}`,
    field: 'resourceVersionMatch',
  }
}

export function invalidOptions(causes: readonly StatusCause[]) {
  return invalid({ group: metaGroup, plural: 'ListOptions', kind: 'ListOptions' }, '', causes)
}
