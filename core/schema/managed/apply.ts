import { type MaybePromise, whenThere } from '../../kit/index.js'
import { badRequest, type KubeObject, type StatusCause, StatusError } from '../../meta/index.js'
import type { Type } from '../type.js'
import { compare, statedFields } from './compare.js'
import { difference, type FieldSet, intersection, isEmpty, metadataMembers, paths } from './field-set.js'
import { lastAppliedFields, lastAppliedManager, renewLastApplied } from './last-applied.js'
import { type FieldOwner, isSameManager, type Manager, readManagers, writeManagers } from './managers.js'
import { mergeApplied } from './merge.js'
import { pruneApplied } from './prune-applied.js'
import { withoutNulls } from './remove.js'
import { ownable } from './track-update.js'
import {
  compareElsewhere,
  type Elsewhere,
  type InOneVersion,
  knownManagers,
  nowhere,
  type Versions,
} from './versions.js'
import { zeroObject } from './zero.js'

const beforeFirstApply = 'before-first-apply'

export interface Application {
  readonly type: Type
  /** Undefined: the apply creates the object. */
  readonly live: KubeObject | undefined
  readonly owner: FieldOwner
  /** Takes fields over from others instead of failing with a conflict. */
  readonly force: boolean
  /** Top-level members that this request can't change. */
  readonly reset: readonly string[]
  /** Of a kind whose versions may call fields otherwise. */
  readonly versions?: Versions | undefined
}

/**
 * Server-side apply: lays `configuration` over the live object, drops what this manager applied before and no longer states, and records ownership.
 * Answers a new object that shares parts with both arguments. Throws 409 with a cause for each field that somebody else owns with another value, 400 for a configuration with managedFields.
 * At once but where a webhook converts. Cost: linear in the object. Source: structured-merge-diff and KEP-555.
 */
export function applyConfiguration(configuration: KubeObject, application: InOneVersion<Application>): KubeObject
export function applyConfiguration(configuration: KubeObject, application: Application): MaybePromise<KubeObject>
export function applyConfiguration(configuration: KubeObject, application: Application): MaybePromise<KubeObject> {
  if (configuration.metadata.managedFields ?? false) throw badRequest('metadata.managedFields must be nil')
  const { type, live, owner, versions } = application
  const { apiVersion } = owner
  const managers = knownManagers(managersBefore(application), versions)
  const mine = managers.find((manager) => isSameManager(manager, owner))
  const others = managers.filter((manager) => manager !== mine)
  const stated = withoutOfMetadata(withoutMembers(configuration, application.reset), application.reset)
  const set = ownable(statedFields(stated, type), [])
  // What a create states of parts that nobody owns is for the kind to take or to leave.
  const merged = mergeApplied(live, live ? stated : configuration, type) as KubeObject
  const laid = { configuration, stated, set, mine, others }
  if (!mine || !live) return settled(merged, laid, application)
  const pruned = pruneApplied(merged, { mine, others, set, apiVersion, type, versions })
  return whenThere(pruned, (left) => settled(left, laid, application))
}

interface Laid {
  readonly configuration: KubeObject
  /** The configuration without what this request can't change. */
  readonly stated: KubeObject
  /** What it states. */
  readonly set: FieldSet
  /** Who applies, as it was. */
  readonly mine: Manager | undefined
  readonly others: readonly Manager[]
}

function settled(next: KubeObject, laid: Laid, application: Application): MaybePromise<KubeObject> {
  const { live, owner, versions } = application
  if (!versions) return owned(next, laid, application)
  const { apiVersion } = owner
  const compared = compareElsewhere({ before: live, after: next }, laid.others, { apiVersion, versions })
  return whenThere(compared, (elsewhere) => owned(next, { ...laid, elsewhere }, application))
}

function owned(
  next: KubeObject,
  { configuration, stated, set, mine, others, elsewhere = nowhere }: Laid & { readonly elsewhere?: Elsewhere },
  application: Application,
): KubeObject {
  const { type, live, owner } = application
  const compared = compare(live ?? zeroObject(type), next, type)
  const isHere = !application.versions || mine?.apiVersion === owner.apiVersion
  const dropped = mine && live && isHere ? difference(mine.set, set) : {}
  const shown = (
    isEmpty(dropped) || application.versions?.isOwn ? next : withoutNulls(next, dropped, type)
  ) as KubeObject
  const result: KubeObject = { ...shown, metadata: { ...shown.metadata } }
  const here = { changed: ownable(compared.changed, application.reset), removed: compared.removed }
  const changeFor = (manager: Manager) => elsewhere.get(manager.apiVersion) ?? here
  const conflicts = others.flatMap((manager) => conflictWith(manager, changeFor(manager).changed))
  if (conflicts.length > 0 && !application.force) requireNoOthers(conflicts, application)
  const left = others.map((manager) => {
    const { changed, removed } = changeFor(manager)
    return { ...manager, set: difference(difference(manager.set, changed), removed) }
  })
  // As upstream, whoever changes nothing gets no time for it; one that it has stays.
  const isSame =
    live !== undefined && stated === configuration && isEmpty(compared.changed) && isEmpty(compared.removed)
  const own: Manager = { ...owner, time: isSame ? (mine?.time ?? '') : owner.time, set }
  writeManagers(result, [own, ...left])
  if (owner.manager === lastAppliedManager) renewLastApplied(result, configuration)
  return result
}

/** An object that nobody owns (its managers were reset) is owned, from the first apply on, by a manager of its own. */
function managersBefore({ live, owner, type, reset }: Application): readonly Manager[] {
  const managers = readManagers(live)
  if (!live || managers.length > 0) return managers
  const { changed } = compare(zeroObject(type), live, type)
  return [{ ...owner, manager: beforeFirstApply, operation: 'Update', set: ownable(changed, reset) }]
}

/** What the client-side apply of kubectl has set is kubectl's to take. */
function requireNoOthers(conflicts: readonly Conflict[], { live, owner, type }: Application): void {
  const takes = owner.manager === lastAppliedManager && live
  const allowed = takes ? lastAppliedFields(live, owner.apiVersion, type) : undefined
  const left = allowed ? conflicts.flatMap((each) => leftOf(each, allowed)) : conflicts
  if (left.length > 0) throw conflictError(left)
}

function leftOf({ manager, set }: Conflict, allowed: FieldSet): Conflict[] {
  const left = difference(set, allowed)
  return isEmpty(left) ? [] : [{ manager, set: left, paths: paths(left) }]
}

interface Conflict {
  readonly manager: Manager
  readonly set: FieldSet
  readonly paths: readonly string[]
}

function conflictWith(manager: Manager, changed: FieldSet): Conflict[] {
  const set = intersection(manager.set, changed)
  return isEmpty(set) ? [] : [{ manager, set, paths: paths(set) }]
}

function conflictError(conflicts: readonly Conflict[]): StatusError {
  const causes: StatusCause[] = conflicts.flatMap(({ manager, paths }) =>
    paths.map((field) => ({ reason: 'FieldManagerConflict', message: `conflict with ${named(manager)}`, field })),
  )
  const [first] = causes
  const shown =
    causes.length === 1 ? `1 conflict: ${first?.message}: ${first?.field}` : grouped(conflicts, causes.length)
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `Apply failed with ${shown}`,
    reason: 'Conflict',
    details: { causes },
    code: 409,
  })
}

/** Whoever applies is the same manager in all versions, so only others are told with one (upstream's managedfields/internal/conflict.go). */
function named({ manager, subresource, operation, apiVersion }: Manager): string {
  const through = subresource ? ` with subresource "${subresource}"` : ''
  return `"${manager}"${through}${operation === 'Update' ? ` using ${apiVersion}` : ''}`
}

function grouped(conflicts: readonly Conflict[], count: number): string {
  const sorted = conflicts.toSorted((a, b) => (named(a.manager) < named(b.manager) ? -1 : 1))
  const lines = sorted.flatMap(({ manager, paths }) => [
    `conflicts with ${named(manager)}:`,
    ...paths.map((path) => `- ${path}`),
  ])
  return `${count} conflicts: ${lines.join('\n')}`
}

function withoutMembers(object: KubeObject, members: readonly string[]): KubeObject {
  if (!members.some((member) => member in object)) return object
  const kept = { ...object }
  for (const member of members) delete kept[member]
  return kept
}

function withoutOfMetadata(object: KubeObject, members: readonly string[]): KubeObject {
  const left = metadataMembers(members).filter((member) => Object.hasOwn(object.metadata, member))
  if (left.length === 0) return object
  const metadata = Object.entries(object.metadata).filter(([name]) => !left.includes(name))
  return { ...object, metadata: Object.fromEntries(metadata) as KubeObject['metadata'] }
}
