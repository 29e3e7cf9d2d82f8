import { type MaybePromise, whenThere } from '../../kit/index.js'
import { type KubeObject, sameJson } from '../../meta/index.js'
import type { Type } from '../type.js'
import { type Comparison, compare } from './compare.js'
import { difference, type FieldSet, isEmpty, metadataMembers, sameSet, union, withoutBelow } from './field-set.js'
import {
  type FieldOwner,
  isSameManager,
  type Manager,
  readManagers,
  statedManagers,
  writeManagers,
} from './managers.js'
import {
  compareElsewhere,
  type Elsewhere,
  type InOneVersion,
  knownManagers,
  nowhere,
  type Versions,
} from './versions.js'
import { zeroObject } from './zero.js'

/** Fields that nobody owns (upstream's stripMeta). */
const unowned: FieldSet = {
  'f:apiVersion': {},
  'f:kind': {},
  'f:metadata': {
    'f:name': {},
    'f:namespace': {},
    'f:creationTimestamp': {},
    'f:selfLink': {},
    'f:uid': {},
    'f:clusterName': {},
    'f:generation': {},
    'f:managedFields': {},
    'f:resourceVersion': {},
  },
}

export interface UpdateTracking {
  readonly type: Type
  /** Undefined for a create. */
  readonly live: KubeObject | undefined
  readonly owner: FieldOwner
  /** Top-level members that this request can't change (status on the main resource), and so does not come to own. */
  readonly reset: readonly string[]
  /** Of a kind whose versions may call fields otherwise. */
  readonly versions?: Versions | undefined
}

/**
 * Writes `next.metadata.managedFields`: what a create or update changed belongs to its sender, and to nobody else any more.
 * Managers stated in the body count (clients move ownership that way), but not through a subresource; `[]` or `[{}]` in an update resets it, and then nothing is recorded until somebody applies;
 * none, or some that can't be read, means the live object's. One that wrote in a version which is no more, or can't be converted into, takes all others with it, as upstream.
 * At once but where a webhook converts.
 */
export function trackUpdate(next: KubeObject, tracking: InOneVersion<UpdateTracking>): void
export function trackUpdate(next: KubeObject, tracking: UpdateTracking): MaybePromise<void>
export function trackUpdate(next: KubeObject, tracking: UpdateTracking): MaybePromise<void> {
  const { live, owner } = tracking
  const asked = next.metadata.managedFields
  // A patch that says nothing of them has the live object's.
  const counts = owner.subresource === '' && asked !== undefined && asked !== live?.metadata.managedFields
  const isReset = counts && asked.length < 2 && asked.every(isBlank)
  const stated = counts ? statedManagers(next) : undefined
  const all = stated?.length ? stated : readManagers(live)
  next.metadata.managedFields = undefined
  // What nobody owns since it was reset is owned again when somebody applies.
  if (live && (isReset || all.length === 0)) {
    delete next.metadata.managedFields
    return
  }
  const here = compare(live ?? zeroObject(tracking.type), next, tracking.type)
  const giveUp = () => void delete next.metadata.managedFields
  try {
    const { versions } = tracking
    const managers = knownManagers(all, versions)
    // What is the same in this version is so in those of its owners, if there are any such still.
    const isSame = versions && changesNothing(here) && (!counts || sameJson(asked, live?.metadata.managedFields))
    if (isSame) for (const { apiVersion } of managers) versions.type(apiVersion)
    const compared =
      versions && !isSame
        ? compareElsewhere({ before: live, after: next }, managers, { apiVersion: owner.apiVersion, versions })
        : nowhere
    const written = whenThere(compared, (elsewhere) =>
      writeManagers(next, afterUpdate(managers, { here, elsewhere }, tracking)),
    )
    return written instanceof Promise ? written.catch(giveUp) : written
  } catch {
    return giveUp()
  }
}

const changesNothing = ({ changed, removed }: Comparison): boolean =>
  isEmpty(ownable(changed, [])) && isEmpty(ownable(removed, []))

const isBlank = (entry: object): boolean => Object.keys(entry ?? {}).length === 0

function afterUpdate(
  managers: readonly Manager[],
  { here, elsewhere }: { readonly here: Comparison; readonly elsewhere: Elsewhere },
  { owner, reset }: UpdateTracking,
): Manager[] {
  const changed = ownable(here.changed, reset)
  const removed = ownable(here.removed, reset)
  const nothingNew = isEmpty(changed)
  if (nothingNew && isEmpty(removed) && elsewhere.size === 0) return [...managers]
  const after: Manager[] = []
  let mine: Manager | undefined
  for (const manager of managers) {
    if (isSameManager(manager, owner)) {
      mine = manager
      continue
    }
    const there = elsewhere.get(manager.apiVersion) ?? { changed, removed }
    const set = difference(difference(manager.set, there.changed), there.removed)
    after.push(set === manager.set ? manager : { ...manager, set })
  }
  if (nothingNew && isEmpty(removed)) return mine ? [...after, mine] : after
  const before = mine?.set ?? {}
  const kept = difference(before, removed)
  const set = nothingNew ? kept : union(kept, changed)
  if (mine && (nothingNew || sameSet(set, before)))
    after.push(nothingNew ? { ...mine, set } : { ...mine, time: owner.time })
  else after.push({ ...owner, set })
  return after
}

/** A set without what nobody owns and what this request can't change. */
export function ownable(set: FieldSet, reset: readonly string[]): FieldSet {
  const kept: FieldSet = {}
  for (const key in set) {
    if (reset.length > 0 && key.startsWith('f:') && reset.includes(key.slice(2))) continue
    const out = unowned[key]
    if (out === undefined) kept[key] = set[key]!
    else if (key === 'f:metadata') {
      const metadata = withoutBelow(set[key]!, out)
      delete metadata['.']
      for (const member of metadataMembers(reset)) delete metadata[`f:${member}`]
      if (!isEmpty(metadata)) kept[key] = metadata
    }
  }
  return kept
}
