/** A list by an equality that is indexed: the keys are looked up and read, nothing else is touched. */
import { pauseNow } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import { StoredRecord } from '../storage/index.js'
import type { Ground } from './ground.js'
import type { Equality } from './indexes.js'
import { readField } from './schema-steps.js'
import { fieldEqualities, labelEqualities, type Selection } from './selection.js'
import type { Shelf } from './shelf.js'

export interface IndexedSearch {
  readonly shelf: Shelf
  readonly prefix: string
  readonly selection: Selection
  readonly query: { readonly revision: number | undefined; readonly after: string | undefined; readonly limit: number }
}

export interface IndexedPage {
  readonly records: readonly StoredRecord[]
  readonly revision: number
  readonly more: boolean
}

/** Resolves when `findIndexed` can be asked: builds the index where there is none yet. */
export async function prepareIndex(ground: Ground, { shelf, selection, query }: IndexedSearch): Promise<void> {
  const equality = query.revision === undefined ? equalityOf(shelf, selection) : undefined
  if (equality) await ground.indexes.ensure(shelf.prefix, equality)
}

/** What is read between two looks at the clock. */
const fewRecords = 16

/**
 * Undefined when there is no index, when it does not show the state asked for, or when storage has moved on: then the list goes through everything.
 * The keys are those of one moment; what is read of them later must not have changed since.
 */
export async function findIndexed(
  ground: Ground,
  { shelf, prefix, selection, query }: IndexedSearch,
): Promise<IndexedPage | undefined> {
  const equality = equalityOf(shelf, selection)
  const index = equality && ground.indexes.lookUp(shelf.prefix, equality)
  const revision = ground.log.revision()
  const isPresent = query.revision === undefined || query.revision === revision
  if (!index || !isPresent || ground.storage.revision() !== revision) return undefined
  // The index is exact: what it answers meets its own requirement, and only others are left to check.
  const isWhole = selection.labels.length + selection.fields.length === 1
  const records: StoredRecord[] = []
  let looked = 0
  for (const key of index.keys(equality.value, prefix, query.after)) {
    if (query.limit > 0 && records.length === query.limit) return { records, revision, more: true }
    const pause = looked++ % fewRecords === 0 && pauseNow()
    if (pause) await pause
    const entry = ground.storage.get(key)
    if (!entry || entry instanceof Promise || entry.revision > revision) return undefined
    const record = new StoredRecord(key, entry.revision, entry.value)
    if (isWhole || selection.selects(record)) records.push(record)
  }
  return { records, revision, more: false }
}

/** The selector's first equality: fields select fewer than labels as a rule. */
function equalityOf(shelf: Shelf, selection: Selection): Equality | undefined {
  const [field] = fieldEqualities(selection)
  if (field && field[1] !== '') {
    const [path, value] = field
    const trace = shelf.plugin?.fields?.[path] ? undefined : memberTrace(path.slice(path.lastIndexOf('.') + 1))
    return { name: `field ${path}`, value, read: (object) => readField(shelf, object, path), trace }
  }
  const label = labelEqualities(selection).find(([, value]) => value !== '')
  if (!label) return undefined
  const [name, value] = label
  return { name: `label ${name}`, value, read: (object) => labelOf(object, name), trace: memberTrace(name) }
}

/** How stored JSON writes the name of a member. */
const memberTrace = (name: string) => `${JSON.stringify(name)}:`

function labelOf({ metadata: { labels } }: KubeObject, name: string): string | undefined {
  return labels && Object.hasOwn(labels, name) ? labels[name] : undefined
}
