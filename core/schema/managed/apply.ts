import { badRequest, type KubeObject, type StatusCause, StatusError } from '../../meta/index.js'
import type { Type } from '../type.js'
import { compare, statedFields } from './compare.js'
import { difference, type FieldSet, intersection, isEmpty, leaf, metadataMembers, paths, union } from './field-set.js'
import { type FieldOwner, isSameManager, type Manager, readManagers, writeManagers } from './managers.js'
import { lastAppliedFields, lastAppliedManager, renewLastApplied } from './last-applied.js'
import { mergeApplied, prune, restate, withoutNulls } from './merge.js'
import { ownable } from './track-update.js'
import { untypedConfiguration } from './untyped-configuration.js'
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
}

/**
 * Server-side apply: lays `configuration` over the live object, drops what this manager applied before and no longer states, and records ownership.
 * Answers a new object that shares parts with both arguments. Throws 409 with a cause for each field that somebody else owns with another value, 400 for a configuration with managedFields.
 * Cost: linear in the object. Source: structured-merge-diff and KEP-555.
 */
export function applyConfiguration(configuration: KubeObject, application: Application): KubeObject {
  if (configuration.metadata.managedFields ?? false) throw badRequest('metadata.managedFields must be nil')
  const { type, live, owner } = application
  const managers = knownManagers(application)
  const mine = managers.find((manager) => isSameManager(manager, owner))
  const others = managers.filter((manager) => manager !== mine)
  const stated = withoutOfMetadata(withoutMembers(configuration, application.reset), application.reset)
  const { set: fields, problems } = statedFields(stated, type)
  if (problems.length > 0) throw untypedConfiguration(configuration, problems)
  const set = ownable(fields, [])
  const merged = mergeApplied(live, stated, type) as KubeObject
  const dropped = mine && live ? difference(mine.set, set) : {}
  const next =
    mine && live ? (restate(pruned(merged, { dropped, set, others, type }), stated, type) as KubeObject) : merged
  const compared = compare(live ?? zeroObject(type), next, type)
  const shown = (isEmpty(dropped) ? next : restate(withoutNulls(next, dropped), stated, type)) as KubeObject
  const result: KubeObject = { ...shown, metadata: { ...shown.metadata } }
  const changed = ownable(compared.changed, application.reset)
  const conflicts = conflictsWith(others, changed)
  if (conflicts.length > 0 && !application.force) requireNoOthers(conflicts, application)
  const left = others.map((manager) => ({
    ...manager,
    set: difference(difference(manager.set, changed), compared.removed),
  }))
  // As upstream, whoever changes nothing gets no time for it; one that it has stays.
  const isSame =
    live !== undefined && stated === configuration && isEmpty(compared.changed) && isEmpty(compared.removed)
  const own: Manager = { ...owner, time: isSame ? (mine?.time ?? '') : owner.time, set }
  writeManagers(result, [own, ...left])
  if (owner.manager === lastAppliedManager) renewLastApplied(result, configuration)
  return result
}

/** An object that nobody owns (its managers were reset) is owned, from the first apply on, by a manager of its own. */
function knownManagers({ live, owner, type, reset }: Application): readonly Manager[] {
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

function pruned(
  merged: KubeObject,
  by: { readonly dropped: FieldSet; readonly set: FieldSet; readonly others: readonly Manager[]; readonly type: Type },
): KubeObject {
  if (isEmpty(by.dropped)) return merged
  const owned = by.others.reduce((all, manager) => union(all, manager.set), by.set)
  const drop = difference(by.dropped, owned)
  if (isEmpty(drop)) return merged
  const kept = prune(merged, drop, { keep: union(owned, identity), type: by.type }) as KubeObject | undefined
  return { ...kept, metadata: kept?.metadata ?? merged.metadata }
}

/** Nobody is recorded as its owner, and everybody states it. */
const identity: FieldSet = { 'f:metadata': { 'f:name': leaf } }

interface Conflict {
  readonly manager: Manager
  readonly set: FieldSet
  readonly paths: readonly string[]
}

function conflictsWith(others: readonly Manager[], changed: FieldSet): Conflict[] {
  if (isEmpty(changed)) return []
  return others.flatMap((manager) => {
    const set = intersection(manager.set, changed)
    return isEmpty(set) ? [] : [{ manager, set, paths: paths(set) }]
  })
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
