/** The verb list: a page of a collection, always of one snapshot. Stored bytes pass unparsed unless a selector has to look into them. */
import { mapInSlices, pauseNow } from '../kit/index.js'
import { expired, type StatusError } from '../meta/index.js'
import { CompactedError, FutureRevisionError, type Page, StoredRecord } from '../storage/index.js'
import { objectIn, presentAll } from './answer.js'
import { countAt } from './count-at.js'
import type { Ground } from './ground.js'
import { findIndexed, prepareIndex } from './list-indexed.js'
import { type ListQuery, readListQuery } from './list-query.js'
import { pageBytes } from './page-bytes.js'
import { awaitRevision, tooLargeRevision } from './resource-version.js'
import { meetsLate, readSelection, type Selection } from './selection.js'
import { keyOf, prefixOf, type Shelf } from './shelf.js'
import { whenConvertible } from './when-convertible.js'
import type { Answer, Listed, ListOptions, Target } from './verbs.js'

/** Entries read at once: a millisecond or two. */
const mostEntries = 500
/** Entries read at once while looking for matches. */
const scanEntries = 100
/** Entries that are read before anything is known of their size. */
const firstEntries = 500
/** A list that may come in pieces comes whole up to this; behind it a piece is as long as the other number says. */
const wholeBytes = 8 * 1024 * 1024
const pieceBytes = 1024 * 1024

/** A list as records; `list` makes answers of them. */
export interface Found {
  readonly records: readonly StoredRecord[]
  readonly revision: number
  readonly continue?: string
  readonly remainingItemCount?: number
  /** There is more of the same snapshot. */
  readonly rest?: () => Promise<Found>
}

/** How a list is asked for. */
interface Asked {
  readonly options: ListOptions
  readonly form?: 'inPieces' | undefined
}

export async function list(ground: Ground, target: Target, { options, form }: Asked): Promise<Listed> {
  const shelf = ground.catalog.shelf(target.resource.definition)
  const selection = readSelection(shelf, target, options)
  const found = await findSelected(ground, selection, { target, options, form })
  const listed = shown({ shelf, target, selection }, found)
  return shelf.definition.conversion && isCached(options) ? whenConvertible(listed) : listed
}

/** Whether upstream answers such a list from its cache alone, ready or not. */
function isCached({ limit = 0, continue: token, labelSelector, fieldSelector, ...options }: ListOptions): boolean {
  const { resourceVersion: revision, resourceVersionMatch: match } = options
  if (token || match === 'Exact') return false
  if (limit <= 0) return true
  return Boolean(labelSelector || fieldSelector) && (match === 'NotOlderThan' || !revision || revision === '0')
}

interface Showing {
  readonly shelf: Shelf
  readonly target: Target
  readonly selection: Selection
}

/** What only the version asked for can tell is left out here: a page may have fewer items than were asked for. */
async function shown(showing: Showing, { records, rest, ...found }: Found): Promise<Listed> {
  const { shelf, target, selection } = showing
  const all = await presentInTurns(shelf, target, records)
  const items = selection.late.length === 0 ? all : await lateOnes(showing, all)
  return { ...found, items, ...(rest ? { rest: async () => shown(showing, await rest()) } : {}) }
}

/** Records made anew in one go: a webhook is asked for as many at once. */
const mostAtOnce = 500

export async function presentInTurns(
  shelf: Shelf,
  { resource }: Target,
  records: readonly StoredRecord[],
): Promise<readonly Answer[]> {
  const { stamp } = resource.version
  if (records.length <= mostAtOnce || records.every(({ value }) => value.stamp === stamp))
    return presentAll(shelf, resource, records)
  const answers: Answer[] = []
  for (let at = 0; at < records.length; at += mostAtOnce) {
    await pauseNow()
    answers.push(...(await presentAll(shelf, resource, records.slice(at, at + mostAtOnce))))
  }
  return answers
}

async function lateOnes({ shelf, selection }: Showing, all: readonly Answer[]): Promise<readonly Answer[]> {
  const meets = await mapInSlices(all, (item) => meetsLate(shelf, selection, objectIn(item)))
  return all.filter((_, at) => meets[at])
}

/** Throws 400 for bad parameters, 410 Expired for a compacted snapshot, 504 for a revision that does not come. */
export async function findSelected(
  ground: Ground,
  selection: Selection,
  { target, options, form }: Asked & { readonly target: Target },
): Promise<Found> {
  const shelf = ground.catalog.shelf(target.resource.definition)
  const prefix = prefixOf(shelf, selection.namespace)
  const query = readListQuery(prefix, options, ground.tokens)
  if (query.atLeast > ground.log.revision()) await awaitRevision(ground, query.atLeast)
  try {
    if (selection.name && query.revision === undefined && (selection.namespace || !shelf.definition.namespaced)) {
      return await findOne(ground, keyOf(shelf, selection.namespace, selection.name), selection)
    }
    const search = {
      shelf,
      prefix,
      selection,
      query,
      ...(form && query.limit <= 0 ? { piece: { bytes: wholeBytes, entries: firstEntries } } : {}),
    }
    if (selection.matches) await prepareIndex(ground, search)
    const indexed = selection.matches && (await findIndexed(ground, search))
    if (!indexed) return await findMany(ground, search)
    const { records, revision, more } = indexed
    return { records, revision, ...(more ? tokenAfter(ground, prefix, { revision, after: records.at(-1)!.key }) : {}) }
  } catch (error) {
    throw readable(error, { ground, prefix, query, options })
  }
}

async function findOne(ground: Ground, key: string, selection: Selection): Promise<Found> {
  const revision = ground.storage.revision()
  const entry = await ground.storage.get(key)
  const record = entry && new StoredRecord(entry.key, entry.revision, entry.value)
  const records = record && selection.selects(record) ? [record] : []
  return { records, revision: Math.max(revision, entry?.revision ?? 0) }
}

interface Search {
  readonly shelf: Shelf
  readonly prefix: string
  readonly selection: Selection
  readonly query: ListQuery
  /** Set: the list may be answered piece by piece. The piece ends when it has so many bytes; first so many entries are read. */
  readonly piece?: { readonly bytes: number; readonly entries: number }
}

/** Goes on behind a piece. Throws 410 when the snapshot was forgotten meanwhile. */
async function findRest(ground: Ground, search: Search): Promise<Found> {
  try {
    return await findMany(ground, search)
  } catch (error) {
    throw readable(error, { ground, ...search, options: {} })
  }
}

/** As many entries as come to `bytes`, going by those of a page. */
function entriesIn(bytes: number, entries: number, pageBytes: number): number {
  return Math.max(20, Math.min(mostEntries, Math.ceil((entries * bytes) / pageBytes)))
}

const bytesOf = ({ entries }: Page): number => entries.reduce((sum, { value }) => sum + value.bytes.byteLength, 0)

async function findMany(ground: Ground, search: Search): Promise<Found> {
  const { prefix, selection, query, piece } = search
  const wanted = query.limit > 0 ? query.limit : Number.POSITIVE_INFINITY
  const records: StoredRecord[] = []
  let { after, revision } = query
  let left = piece?.bytes ?? 0
  let limit = piece?.entries
  for (;;) {
    const pause = pauseNow()
    if (pause) await pause
    const most = limit ?? pageLimit(search, records.length)
    const page = await readPage(ground, { prefix, after, revision, limit: most })
    revision = page.revision
    let at = 0
    while (at < page.entries.length && records.length < wanted) {
      const rest = selection.matches && pauseNow()
      if (rest) await rest
      const entry = page.entries[at++]!
      const record = new StoredRecord(entry.key, entry.revision, entry.value)
      if (!selection.matches || selection.selects(record)) records.push(record)
      after = entry.key
    }
    if (at === page.entries.length && !page.more) return { records, revision }
    if (piece) {
      const pageBytes = bytesOf(page)
      left -= pageBytes
      if (left <= 0 && records.length > 0) {
        const next = { bytes: pieceBytes, entries: entriesIn(pieceBytes, page.entries.length, pageBytes) }
        const rest = { ...search, query: { ...query, after, revision }, piece: next }
        return { records, revision, rest: () => findRest(ground, rest) }
      }
      limit = entriesIn(Math.max(left, pieceBytes), page.entries.length, pageBytes)
    }
    if (records.length >= wanted) {
      return {
        records,
        revision,
        ...(await continuation(ground, search, { revision, after: after!, found: records.length })),
      }
    }
  }
}

function readPage(
  ground: Ground,
  range: { prefix: string; after: string | undefined; revision: number | undefined; limit: number },
): Page | Promise<Page> {
  const { prefix, after, revision, limit } = range
  return ground.storage.list({
    prefix,
    ...(after === undefined ? {} : { after }),
    ...(revision === undefined ? {} : { revision }),
    ...(limit > 0 ? { limit } : {}),
    bytes: pageBytes,
  })
}

/** Entries to read at once: as many as are wanted, or, where a selector leaves some out, a good many at a time. */
function pageLimit({ selection, query }: Search, found: number): number {
  if (selection.matches) return scanEntries
  return query.limit > 0 ? Math.min(mostEntries, query.limit - found) : mostEntries
}

async function continuation(
  ground: Ground,
  { prefix, selection, query }: Search,
  last: Last & { readonly found: number },
): Promise<{ continue: string; remainingItemCount?: number }> {
  if (selection.matches) return tokenAfter(ground, prefix, last)
  const counted = () =>
    query.revision === undefined
      ? ground.storage.count(prefix, last.after)
      : countAt(ground.storage, { prefix, ...last })
  const remaining = query.remaining === undefined ? await counted() : query.remaining - last.found
  if (remaining <= 0) return tokenAfter(ground, prefix, last)
  return { ...tokenAfter(ground, prefix, { ...last, remaining }), remainingItemCount: remaining }
}

const tokenAfter = (ground: Ground, prefix: string, { revision, after, remaining }: Last) => ({
  continue: ground.tokens.encode(prefix, { revision, after, ...(remaining ? { remaining } : {}) }),
})

/** Where a page ends. */
interface Last {
  readonly revision: number
  readonly after: string
  readonly remaining?: number
}

function readable(
  error: unknown,
  asked: { readonly ground: Ground; readonly prefix: string; readonly query: ListQuery; readonly options: ListOptions },
): unknown {
  if (error instanceof FutureRevisionError) return tooLargeRevision(asked.query.revision ?? 0, error.newest)
  if (!(error instanceof CompactedError)) return error
  if (!asked.query.continues) return expired('The resourceVersion for the provided list is too old.')
  return snapshotGone(asked.ground, asked.prefix, asked.options.continue ?? '')
}

/** Upstream's way out: the token in the answer goes on from the same key with the present state. */
function snapshotGone({ tokens }: Ground, prefix: string, token: string): StatusError {
  const { after } = tokens.decode(prefix, token)
  return expired(
    'The provided continue parameter is too old to display a consistent list result: the snapshot of its first page is no longer kept. List anew without it; or go on with the continue token of this answer, and accept that the rest shows the objects as they are now.',
    tokens.encode(prefix, { revision: 'latest', after }),
  )
}
