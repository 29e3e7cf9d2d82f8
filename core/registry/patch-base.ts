/** What a patch is laid over. */
import { type MaybePromise, whenThere } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import type { StoredRecord } from '../storage/index.js'
import { presentObject, readStored } from './answer.js'
import type { Patch } from './patch.js'
import type { Shelf } from './shelf.js'
import { isOfStatus } from './untouchable.js'
import type { Target } from './verbs.js'

/**
 * The object as it stands, for a patch to change in place. `old` was read from `record`.
 * A merge of a status can reach metadata, status and what else it names: these are copies, the rest is `old`'s own. Anything else is laid over a reading of its own. Cost: copies of small parts, or one JSON parse.
 */
export function patchBase(
  { type, body }: Patch,
  { old, record }: { readonly old: KubeObject; readonly record: StoredRecord },
  { shelf, target }: { readonly shelf: Shelf; readonly target: Target },
): MaybePromise<KubeObject> {
  const merges = type === 'application/merge-patch+json' || type === 'application/strategic-merge-patch+json'
  const isStatus = isOfStatus(target.subresource) && target.resource.version === shelf.version
  if (!merges || !isStatus || typeof body !== 'object' || body === null)
    return whenThere(readStored(shelf, record), (object) => presentObject(shelf, target.resource, object))
  const base: KubeObject = { ...old, metadata: metadataCopy(old) }
  for (const member of [...Object.keys(body), ...shelf.strategy.status]) {
    if (member !== 'metadata' && Object.hasOwn(old, member)) base[member] = jsonCopy(old[member])
  }
  return base
}

/** A copy whose members, and what is directly in them, may be set; what lies deeper is shared: to be replaced, not changed. So what stays is seen to be the same without a look inside. */
export function changeableCopy(object: KubeObject): KubeObject {
  const copy: KubeObject = { ...object }
  for (const member in copy) {
    const value = copy[member]
    if (Array.isArray(value)) copy[member] = [...value]
    else if (typeof value === 'object' && value !== null) copy[member] = { ...value }
  }
  return copy
}

function metadataCopy({ metadata: { managedFields, ...metadata } }: KubeObject): KubeObject['metadata'] {
  const copy = jsonCopy(metadata) as KubeObject['metadata']
  if (managedFields) copy.managedFields = [...managedFields]
  return copy
}

function jsonCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(jsonCopy)
  const copy: Record<string, unknown> = {}
  for (const key in value) copy[key] = jsonCopy((value as Record<string, unknown>)[key])
  return copy
}
