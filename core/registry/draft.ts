/** The next state of an object on its way into storage. */
import type { KubeObject } from '../meta/index.js'
import type { Entry } from '../storage/index.js'
import type { Shelf } from './shelf.js'
import type { Stated } from './unstated.js'
import { isOfStatus, type Parts } from './untouchable.js'
import type { Target, WriteContext } from './verbs.js'

export interface Draft {
  readonly shelf: Shelf
  readonly target: Target
  readonly context: WriteContext
  /** A new object may be given another by admission. */
  name: string
  /** The name was made of generateName. */
  readonly generatesName?: boolean
  /** Of a create: the body had a resourceVersion, or was given one by admission. */
  statesRevision?: boolean
  /** Of an update by a body: what that says of the server's own metadata. */
  readonly stated?: Stated | undefined
  /** What was said of parts that the request can't change. */
  readonly said?: Parts | undefined
  /** In the shelf's version; changed in place until it is encoded. */
  readonly next: KubeObject
  /** What stands there now, decoded and in the shelf's version; undefined for a create. */
  readonly current: { readonly entry: Entry; readonly object: KubeObject } | undefined
}

/** What a write asks of a kind's plugin: a status update is told apart. */
export function operationOf(draft: Draft): 'create' | 'update' | 'statusUpdate' {
  if (!draft.current) return 'create'
  return isOfStatus(draft.target.subresource) ? 'statusUpdate' : 'update'
}
