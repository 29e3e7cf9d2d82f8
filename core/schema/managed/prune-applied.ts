/** What an applier no longer states goes, unless others own it: looked at in the version it was applied in, and in those of its owners. */
import { type MaybePromise, whenThere } from '../../kit/index.js'
import type { KubeObject } from '../../meta/index.js'
import type { Type } from '../type.js'
import { compare, statedFields } from './compare.js'
import { difference, type FieldSet, intersection, isEmpty, leaf, union } from './field-set.js'
import type { Manager } from './managers.js'
import { prune, withoutNulls } from './merge.js'
import { otherVersions, type Versions } from './versions.js'

export interface Pruning {
  /** As it was before this apply. */
  readonly mine: Manager
  readonly others: readonly Manager[]
  /** What is stated now, in `apiVersion`. */
  readonly set: FieldSet
  readonly apiVersion: string
  readonly type: Type
  readonly versions: Versions | undefined
}

/** Of `merged`, which is in `apiVersion`. In one version what is left empty of what others own is null, as upstream has it while it compares; after a conversion it is gone. */
export function pruneApplied(merged: KubeObject, pruning: Pruning): MaybePromise<KubeObject> {
  const { mine, apiVersion, type, versions } = pruning
  if (!versions || mine.apiVersion === apiVersion) return pruneIn(merged, { ...pruning, type })
  const there = mine.apiVersion
  const pruned = whenThere(versions.convert(merged, there), (object) =>
    pruneIn(object, { ...pruning, type: versions.type(there) }),
  )
  const back = whenThere(pruned, (object) => versions.convert(withoutNulls(object, mine.set) as KubeObject, apiVersion))
  return whenThere(back, (object) => owned(object, merged))
}

/** A conversion knows no owners: their absence is no change. */
function owned(object: KubeObject, { metadata: { managedFields } }: KubeObject): KubeObject {
  return managedFields === undefined ? object : { ...object, metadata: { ...object.metadata, managedFields } }
}

/** In the version that it was applied in. */
function pruneIn(merged: KubeObject, pruning: Pruning): MaybePromise<KubeObject> {
  const { mine, versions, type } = pruning
  const owned = ownedIn(mine.apiVersion, pruning)
  const drop = difference(mine.set, owned)
  if (isEmpty(drop)) return merged
  const pruned = left(merged, drop, { owned, type })
  const elsewhere = versions ? otherVersions([...pruning.others, pruning], mine.apiVersion) : []
  if (elsewhere.length === 0) return pruned
  const bare = withoutNulls(pruned, drop) as KubeObject
  const kept = elsewhere.reduce<MaybePromise<Two>>(
    (two, apiVersion) => whenThere(two, (both) => addBack(both, apiVersion, pruning)),
    { merged, pruned: bare },
  )
  const back = whenThere(kept, (two) => versions!.convert(two.pruned, mine.apiVersion))
  return whenThere(back, (object) =>
    left(merged, intersection(mine.set, compare(merged, object, type).removed), {
      owned: union(owned, statedFields(object, type)),
      type,
    }),
  )
}

interface Two {
  readonly merged: KubeObject
  readonly pruned: KubeObject
}

/** Lets stay what somebody owns in another version. */
function addBack(two: Two, apiVersion: string, pruning: Pruning): MaybePromise<Two> {
  const versions = pruning.versions!
  const type = versions.type(apiVersion)
  return whenThere(versions.convert(two.merged, apiVersion), (merged) =>
    whenThere(versions.convert(two.pruned, apiVersion), (pruned) => {
      const owned = ownedIn(apiVersion, pruning)
      const drop = difference(compare(merged, pruned, type).removed, owned)
      const keep = { owned: union(owned, statedFields(pruned, type)), type }
      const kept = isEmpty(drop) ? merged : (withoutNulls(left(merged, drop, keep), drop) as KubeObject)
      return { merged, pruned: kept }
    }),
  )
}

/** All that is owned after this apply; without versions of their own all owners are of one. */
function ownedIn(apiVersion: string, { others, set, versions, apiVersion: mine }: Pruning): FieldSet {
  return others.reduce(
    (all, manager) => (!versions || manager.apiVersion === apiVersion ? union(all, manager.set) : all),
    !versions || mine === apiVersion ? set : {},
  )
}

/** Nobody is recorded as its owner, and everybody states it. */
const identity: FieldSet = { 'f:metadata': { 'f:name': leaf } }

function left(
  merged: KubeObject,
  drop: FieldSet,
  { owned, type }: { readonly owned: FieldSet; readonly type: Type },
): KubeObject {
  const kept = prune(merged, drop, { keep: union(owned, identity), type }) as KubeObject | undefined
  return { ...kept, metadata: kept?.metadata ?? merged.metadata } as KubeObject
}
