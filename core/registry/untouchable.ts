/** Which parts of an object a request can't change, by the subresource it goes to; those keep the state they have. */
import type { KubeObject } from '../meta/index.js'
import { metadataMember, type Strategy } from '../schema/index.js'
import { keepMetadata } from './metadata.js'
import { membersOf, type Shelf } from './shelf.js'
import type { Target } from './verbs.js'

/** The subresource through which `spec.finalizers` of a kind that is `finalizedThroughSpec` is changed, and nothing else. */
const finalizeSubresource = 'finalize'

/** Subresources of the whole object through which a part of its spec is changed; which part, the kind's plugin says. */
const partSubresources = ['ephemeralcontainers', 'resize']

/** Subresources of the whole object through which its status is changed; the kind's plugin may let each have but a part of it. */
const statusSubresources = ['status', 'approval']

/** Subresources that the registry itself answers. */
export const registrysOwn: ReadonlySet<string> = new Set([
  'scale',
  finalizeSubresource,
  ...statusSubresources,
  ...partSubresources,
])

/** Whether a request through this subresource changes the status, and nothing else that is not metadata. */
export const isOfStatus = (subresource: { readonly name: string } | undefined): boolean =>
  subresource !== undefined && statusSubresources.includes(subresource.name)

const always = new Set(['apiVersion', 'kind', 'metadata'])

/** Members of an object, as somebody has said them; undefined: left out. Of metadata only where labels or more of it stay. */
export type Parts = Readonly<Record<string, unknown>>

/** Lays `old` over what of `next` the request can't change. `next` then shares those parts with `old`. Answers what `next` has said of them. */
export function keepUntouchable(next: KubeObject, old: KubeObject, touch: Touch): Parts {
  const said = { ...next }
  keep(next, old, touch)
  const parts: Record<string, unknown> = {}
  for (const member in said) if (said[member] !== next[member]) parts[member] = said[member]
  for (const member in next) if (!Object.hasOwn(said, member)) parts[member] = undefined
  return parts
}

/** Takes away what a create can't state, and answers it. */
export function clear(object: KubeObject, { strategy }: Shelf): Parts {
  const said: Record<string, unknown> = {}
  if (strategy.statusOnCreate !== 'cleared') return said
  for (const member of strategy.status) {
    if (object[member] === undefined) continue
    said[member] = object[member]
    delete object[member]
  }
  return said
}

function keep(next: KubeObject, old: KubeObject, { shelf, target }: Touch): void {
  const { status } = shelf.strategy
  const subresource = target.subresource?.name
  if (isOfStatus(target.subresource)) {
    keepMembers(next, old, (member) => status.includes(member))
    if (shelf.strategy.metadataThroughStatus === 'stays') keepMetadataWhole(next, old)
    const stay = stayOfMetadata(shelf.strategy)
    if (stay.length > 0) keepOfMetadata(next, old, stay)
  } else if (subresource === finalizeSubresource) {
    const { finalizers } = membersOf(next.spec)
    keepMembers(next, old, () => false)
    const { finalizers: _, ...spec } = membersOf(old.spec)
    // None at all is left out, as everywhere.
    next.spec = Array.isArray(finalizers) && finalizers.length > 0 ? { ...spec, finalizers } : spec
  } else if (!isPlugins(subresource)) {
    if (!isOfPart(subresource)) keepStatus(next, old, shelf)
    if (shelf.strategy.finalizedThroughSpec) keepSpecFinalizers(next, old)
  }
  keepMetadata(next.metadata, old.metadata)
}

/** Whether the status that is sent is its sender's, and changes nothing: as upstream `keepStatus` lays the old one over it later. */
export const isOfPart = (subresource: string | undefined): boolean =>
  subresource !== undefined && partSubresources.includes(subresource)

/** Lays the status of `old` over what of `next` is status. */
export function keepStatus(next: KubeObject, old: KubeObject, { strategy }: Shelf): void {
  for (const member of strategy.status) keepMember(next, old, member)
}

/** A plugin's own subresource (binding): no client writes through it, and what of the object changes is for the plugin to decide. */
export function isPlugins(subresource: string | undefined): boolean {
  return subresource !== undefined && !registrysOwn.has(subresource)
}

interface Touch {
  readonly shelf: Shelf
  readonly target: Target
}

/** Top-level members, and some of metadata, that a request through this subresource can't change, and so does not come to own; of those that no type knows, the ones that `stated` has. */
export function resetMembers({ shelf, target }: Touch, stated: object = {}): readonly string[] {
  const { status, metadataThroughStatus, unowned = [] } = shelf.strategy
  if (isPlugins(target.subresource?.name) || isOfPart(target.subresource?.name)) return []
  if (!isOfStatus(target.subresource)) return unowned.length > 0 ? [...status, ...unowned] : status
  const members = new Set([...shelf.version.type().fields.keys(), ...Object.keys(stated)])
  for (const member of [...always, ...status]) members.delete(member)
  if (metadataThroughStatus === 'stays') members.add('metadata')
  for (const member of stayOfMetadata(shelf.strategy)) members.add(metadataMember(member))
  return [...members]
}

function keepMembers(next: KubeObject, old: KubeObject, isFree: (member: string) => boolean): void {
  for (const member of Object.keys(old)) if (!always.has(member) && !isFree(member)) next[member] = old[member]
  for (const member of Object.keys(next)) {
    if (!always.has(member) && !isFree(member) && !Object.hasOwn(old, member)) delete next[member]
  }
}

function keepMember(next: KubeObject, old: KubeObject, member: string): void {
  if (old[member] !== undefined) next[member] = old[member]
  else if (next[member] !== undefined) delete next[member]
}

/** managedFields excepted: who owns what is moved by status updates too. */
function keepMetadataWhole(next: KubeObject, old: KubeObject): void {
  const { managedFields, uid } = next.metadata
  next.metadata = { ...old.metadata, ...(uid ? { uid } : {}) }
  if (managedFields) next.metadata.managedFields = managedFields
  else delete next.metadata.managedFields
}

const staying = {
  changes: [],
  labelsStay: ['labels'],
  endAndOwnersStay: ['deletionTimestamp', 'ownerReferences'],
  stays: [],
} as const satisfies Record<Strategy['metadataThroughStatus'], readonly (keyof KubeObject['metadata'])[]>

const stayOfMetadata = ({ metadataThroughStatus }: Strategy) => staying[metadataThroughStatus]

function keepOfMetadata(next: KubeObject, old: KubeObject, names: readonly (keyof KubeObject['metadata'])[]): void {
  next.metadata = { ...next.metadata }
  for (const name of names) {
    if (old.metadata[name]) next.metadata[name] = old.metadata[name] as never
    else delete next.metadata[name]
  }
}

function keepSpecFinalizers(next: KubeObject, old: KubeObject): void {
  const { finalizers } = membersOf(old.spec)
  const spec = { ...membersOf(next.spec) }
  if (finalizers === undefined) delete spec.finalizers
  else spec.finalizers = finalizers
  next.spec = spec
}
