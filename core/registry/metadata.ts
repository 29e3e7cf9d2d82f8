/** The members of metadata that belong to the server: what a create sets and an update keeps. */
import { type KubeObject, type ObjectMeta, sameButNone, sameJson } from '../meta/index.js'
import { labelsMember, statedEmpty, type Strategy } from '../schema/index.js'

/** Sets what a create sets, and drops what only the server may say. `createdAt` is RFC 3339. */
export function beginMetadata(metadata: ObjectMeta, given: { readonly uid: string; readonly createdAt: string }): void {
  metadata.uid = given.uid
  metadata.creationTimestamp = given.createdAt
  for (const member of serverMembers) if (metadata[member] !== undefined) delete metadata[member]
  // As upstream, kinds that count no generations keep the one that is stated.
  if (metadata.generation === 0) delete metadata.generation
}

const serverMembers = ['deletionTimestamp', 'deletionGracePeriodSeconds', 'selfLink', 'resourceVersion'] as const

/** Whether storage refuses a new object for it: as upstream, to which a text that is no number is none, and whose dry runs end before its storage asks. */
export function isRefusedRevision(text: string | undefined, { dryRun }: { readonly dryRun: boolean }): boolean {
  return !dryRun && text !== undefined && /^\d{1,20}$/.test(text) && Number(text) !== 0
}

/** Keeps of `old` what an update can't change (upstream's BeforeUpdate). What is only filled in (uid, deletion) is refused when it is another. */
export function keepMetadata(metadata: ObjectMeta, old: ObjectMeta): void {
  metadata.uid ||= old.uid as string
  for (const member of ['creationTimestamp', 'generation'] as const) keep(metadata, old, member)
  if (old.deletionTimestamp !== undefined) metadata.deletionTimestamp = old.deletionTimestamp
  if (old.deletionGracePeriodSeconds !== undefined)
    metadata.deletionGracePeriodSeconds ??= old.deletionGracePeriodSeconds
  if (old.resourceVersion !== undefined) metadata.resourceVersion = old.resourceVersion
  keep(metadata, old, 'generateName')
}

function keep<M extends keyof ObjectMeta>(metadata: ObjectMeta, old: ObjectMeta, member: M): void {
  const value = old[member]
  if (value !== undefined) metadata[member] = value
  else if (member !== 'generateName' && metadata[member] !== undefined) delete metadata[member]
}

const annotationsMember = 'metadata.annotations'

/** Raises metadata.generation when a member that counts has changed. */
export function raiseGeneration(strategy: Strategy, next: KubeObject, old: KubeObject): void {
  if (old.metadata.generation === undefined && !countsGenerations(strategy)) return
  const same = strategy.generation === everything ? sameJson : sameButNone
  const members = generationMembers(strategy, next, old)
  const saysNothing = strategy.emptyCounts && isIn(members, statedEmpty(next), next)
  if (!saysNothing && members.every((member) => stays(member, next, old, same))) return
  next.metadata.generation = (old.metadata.generation ?? 0) + 1
}

/** Whether one of the paths is in one of the members, and nothing has been filled in there. */
const isIn = (members: readonly string[], paths: readonly string[], object: KubeObject): boolean =>
  paths.some((path) => {
    const segments = path.split(/[.[\]]+/).filter(Boolean)
    return members.includes(segments[0]!) && isAbsent(object, segments)
  })

function isAbsent(object: KubeObject, segments: readonly string[]): boolean {
  let value: unknown = object
  for (const segment of segments) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[segment]
  return value === undefined || value === null
}

/** Where everything counts nothing says which members are lists: null is not absent, as upstream compares such objects. */
const everything = 'allButMetadataAndStatus'

function stays(member: string, next: KubeObject, old: KubeObject, same: typeof sameJson): boolean {
  if (member === labelsMember) return sameJson(next.metadata.labels ?? {}, old.metadata.labels ?? {})
  if (member === annotationsMember) return sameJson(next.metadata.annotations ?? {}, old.metadata.annotations ?? {})
  return same(next[member], old[member])
}

export function beginsGenerations({ generation, firstGeneration }: Strategy): boolean {
  return firstGeneration ? firstGeneration === 'alone' : generation.length > 0
}

const countsGenerations = ({ generation }: Strategy): boolean => generation.length > 0

function generationMembers({ generation, status }: Strategy, next: KubeObject, old: KubeObject): readonly string[] {
  if (generation !== everything) return generation
  const members = new Set([...Object.keys(next), ...Object.keys(old)])
  for (const member of ['apiVersion', 'kind', 'metadata', ...status]) members.delete(member)
  return [...members]
}
