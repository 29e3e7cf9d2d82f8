/** What an applier no longer states goes, unless others own it: looked at in the version it was applied in, and in those of its owners (upstream's merge/update.go, step by step). */
import { type MaybePromise, whenThere } from '../../kit/index.js'
import type { KubeObject } from '../../meta/index.js'
import type { Type } from '../type.js'
import { statedFields } from './compare.js'
import { difference, type FieldSet, intersection, isEmpty, leaf, union } from './field-set.js'
import type { Manager } from './managers.js'
import { remove, withFields, withoutNulls } from './remove.js'
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

/** Of `merged`, which is in `apiVersion`. What is left empty of what others own is null, as upstream has it. Cost: some walks of the object in each version that somebody owns in, where anything goes. */
export function pruneApplied(merged: KubeObject, pruning: Pruning): MaybePromise<KubeObject> {
  const { mine, apiVersion, versions } = pruning
  if (!versions || mine.apiVersion === apiVersion) return pruneIn(merged, pruning)
  const there = { ...pruning, type: versions.type(mine.apiVersion) }
  const pruned = whenThere(versions.convert(merged, mine.apiVersion), (object) => pruneIn(object, there))
  const back = whenThere(pruned, (object) => versions.convert(shown(object, mine.set, there), apiVersion))
  return whenThere(back, (object) => owned(object, merged))
}

/** A conversion knows no owners: their absence is no change. */
function owned(object: KubeObject, { metadata: { managedFields } }: KubeObject): KubeObject {
  return managedFields === undefined ? object : { ...object, metadata: { ...object.metadata, managedFields } }
}

/** In the version that it was applied in. */
function pruneIn(merged: KubeObject, pruning: Pruning): MaybePromise<KubeObject> {
  const { mine, type, versions } = pruning
  if (isEmpty(difference(mine.set, ownedIn(mine.apiVersion, pruning)))) return merged
  const last = withFields(mine.set, type)
  const start: Two = { apiVersion: mine.apiVersion, merged, pruned: without(merged, last, type) }
  const owners = versions ? otherVersions([...pruning.others, pruning], mine.apiVersion) : []
  const kept = [mine.apiVersion, ...owners].reduce<MaybePromise<Two>>(
    (two, apiVersion) => whenThere(two, (both) => addBack(both, apiVersion, { ...pruning, last })),
    start,
  )
  const back = whenThere(kept, (two) => inVersion(two.pruned, mine.apiVersion, { two, ...pruning, last }))
  // Only what was applied goes.
  return whenThere(back, (pruned) => without(merged, intersection(gone(merged, pruned, type), last), type))
}

interface Two {
  readonly apiVersion: string
  readonly merged: KubeObject
  readonly pruned: KubeObject
}

interface Adding extends Pruning {
  /** What was applied before, with the fields that lead there. */
  readonly last: FieldSet
}

/** Lets stay what somebody owns in one version. */
function addBack(two: Two, apiVersion: string, adding: Adding): MaybePromise<Two> {
  const type = typeIn(apiVersion, adding)
  const about = { two, ...adding }
  return whenThere(inVersion(two.merged, apiVersion, about), (merged) =>
    whenThere(inVersion(two.pruned, apiVersion, about), (pruned) => {
      const keep = withFields(union(ownedIn(apiVersion, adding), identity), type)
      return { apiVersion, merged, pruned: without(merged, difference(gone(merged, pruned, type), keep), type) }
    }),
  )
}

const typeIn = (apiVersion: string, { mine, type, versions }: Pruning): Type =>
  !versions || apiVersion === mine.apiVersion ? type : versions.type(apiVersion)

/** All that `pruned` no longer has of `merged`. */
const gone = (merged: KubeObject, pruned: KubeObject, type: Type): FieldSet =>
  difference(withFields(statedFields(merged, type), type), withFields(statedFields(pruned, type), type))

function inVersion(
  object: KubeObject,
  apiVersion: string,
  about: Adding & { readonly two: Two },
): MaybePromise<KubeObject> {
  if (apiVersion === about.two.apiVersion) return object
  return about.versions!.convert(shown(object, about.last, about), apiVersion)
}

/** What a conversion is shown. */
const shown = (object: KubeObject, set: FieldSet, { versions, type }: Pruning): KubeObject =>
  versions?.isOwn ? object : (withoutNulls(object, set, type) as KubeObject)

/** All that is owned after this apply; without versions of their own all owners are of one. */
function ownedIn(apiVersion: string, { others, set, versions, apiVersion: mine }: Pruning): FieldSet {
  return others.reduce(
    (all, manager) => (!versions || manager.apiVersion === apiVersion ? union(all, manager.set) : all),
    !versions || mine === apiVersion ? set : {},
  )
}

/** Nobody is recorded as their owner, and they are nobody's to drop. */
const identity: FieldSet = {
  'f:metadata': Object.fromEntries(
    [
      'name',
      'namespace',
      'uid',
      'resourceVersion',
      'generation',
      'selfLink',
      'creationTimestamp',
      'deletionTimestamp',
      'deletionGracePeriodSeconds',
      'managedFields',
    ].map((name) => [`f:${name}`, leaf]),
  ),
}

function without(merged: KubeObject, set: FieldSet, type: Type): KubeObject {
  const left = remove(merged, set, type) as KubeObject | null
  return { ...left, metadata: left?.metadata ?? {} } as KubeObject
}
