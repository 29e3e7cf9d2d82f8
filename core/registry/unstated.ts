/** Metadata that the server sets of itself, and generated names: those who mutate a write see what its sender has said of it, as upstream sets it only afterwards. */
import type { ObjectMeta } from '../meta/index.js'
import type { Draft } from './draft.js'
import { keepMetadata } from './metadata.js'

const members = ['uid', 'creationTimestamp', 'resourceVersion', 'generation'] as const

/** Of an update's body. */
export type Stated = Pick<ObjectMeta, (typeof members)[number]>

export function statedBy(metadata: ObjectMeta): Stated {
  const stated: Stated = {}
  copyStated(metadata, stated)
  return stated
}

/** Takes away what was set; the function that is answered sets it again. A patch has the object's own, which stays. */
export function hideUnstated({ next, current, stated, generatesName }: Draft): () => void {
  const { uid, creationTimestamp, name } = next.metadata
  if (!current) {
    next.metadata = without(next.metadata, generatesName ? [...madeAtCreate, 'name'] : madeAtCreate)
    return () => {
      Object.assign(next.metadata, { uid, creationTimestamp })
      if (generatesName) next.metadata.name ||= name as string
    }
  }
  if (stated) copyStated(stated, next.metadata)
  return () => keepMetadata(next.metadata, current.object.metadata)
}

const madeAtCreate: readonly string[] = ['uid', 'creationTimestamp']

/** A copy: of an object that members were deleted from V8 keeps a table, which all that comes after would be slower with. */
function without(metadata: ObjectMeta, gone: readonly string[]): ObjectMeta {
  const left: Record<string, unknown> = {}
  for (const member in metadata) if (!gone.includes(member)) left[member] = metadata[member as keyof ObjectMeta]
  return left
}

/** What is not in `from` goes. */
export function copyStated(from: Stated, to: Stated): void {
  for (const member of members) {
    if (from[member] === undefined) delete to[member]
    else to[member] = from[member] as never
  }
}
