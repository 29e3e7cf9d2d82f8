/** What the server sets of itself, and what a request can't change: those who mutate a write see what its sender has said of it, as upstream sets it only afterwards. */
import type { ObjectMeta } from '../meta/index.js'
import type { Draft } from './draft.js'
import { isRefusedRevision } from './metadata.js'
import { setDefaults } from './schema-steps.js'
import { clear, keepUntouchable, type Parts } from './untouchable.js'

const members = ['uid', 'creationTimestamp', 'resourceVersion', 'generation'] as const

/** Of an update's body. */
export type Stated = Pick<ObjectMeta, (typeof members)[number]>

export function statedBy(metadata: ObjectMeta): Stated {
  const stated: Stated = {}
  copyStated(metadata, stated)
  return stated
}

/** Takes away what was set, and puts back what was said; the function that is answered sets it again. A patch has the object's own metadata, which stays. */
export function hideUnstated(draft: Draft): () => void {
  const { next, current, stated, said } = draft
  if (said) putBack(draft, said)
  if (!current) return hideMade(draft)
  if (stated) copyStated(stated, next.metadata)
  return () => void keepUntouchable(next, current.object, draft)
}

function hideMade(draft: Draft): () => void {
  const { next, shelf, generatesName, context } = draft
  const { uid, creationTimestamp, name } = next.metadata
  next.metadata = without(next.metadata, generatesName ? [...madeAtCreate, 'name'] : madeAtCreate)
  return () => {
    Object.assign(next.metadata, { uid, creationTimestamp })
    if (generatesName) next.metadata.name ||= name as string
    if (isRefusedRevision(next.metadata.resourceVersion, context)) draft.statesRevision = true
    clear(next, shelf)
  }
}

function putBack({ next, current, shelf }: Draft, said: Parts): void {
  const { managedFields } = next.metadata
  let any = false
  for (const member in said) {
    any = true
    if (said[member] === undefined) delete next[member]
    else next[member] = said[member]
  }
  if (said['metadata']) next.metadata = { ...next.metadata, ...(managedFields ? { managedFields } : {}) }
  if (any) setDefaults(shelf, next, current ? { settled: current.object } : {})
}

const madeAtCreate: readonly string[] = ['uid', 'creationTimestamp']

/** A copy: of an object that members were deleted from V8 keeps a table, which all that comes after would be slower with. */
function without(metadata: ObjectMeta, gone: readonly string[]): ObjectMeta {
  const left: Record<string, unknown> = {}
  for (const member in metadata) if (!gone.includes(member)) left[member] = metadata[member as keyof ObjectMeta]
  return left
}

/** What is not in `from` goes. */
function copyStated(from: Stated, to: Stated): void {
  for (const member of members) {
    if (from[member] === undefined) delete to[member]
    else to[member] = from[member] as never
  }
}
