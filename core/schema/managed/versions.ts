/** Owners that wrote in other versions than the one asked for: what a write changes is looked at in the version of each. */
import { type MaybePromise, whenThere } from '../../kit/index.js'
import type { KubeObject } from '../../meta/index.js'
import type { Type } from '../type.js'
import { type Comparison, compare } from './compare.js'
import type { FieldOwner, Manager } from './managers.js'
import { wholeAtomics } from './whole-atomics.js'
import { zeroObject } from './zero.js'

/** The versions of a kind; left out where all call their fields alike. */
export interface Versions {
  /** Of people's own kinds: the null that stands for what is owned and of which nothing is left is stored, as upstream, and a type may have become atomic since somebody wrote. */
  readonly isOwn?: boolean
  /** The type of whole objects there. Throws when there is no such version. */
  type(apiVersion: string): Type
  /** A copy of the object as that version has it. Rejects when it can't be converted. */
  convert(object: KubeObject, apiVersion: string): MaybePromise<KubeObject>
  /** Whether owners that wrote there stay: those of other versions are forgotten with the next write, and what they applied stays. Left out: all do. */
  knows?(apiVersion: string): boolean
}

const isKnown = (versions: Versions | undefined, apiVersion: string): boolean => versions?.knows?.(apiVersion) ?? true

/** The managers that stay, in what their types are now: what is owned in parts and has become atomic since is owned whole. */
export function knownManagers(managers: readonly Manager[], versions: Versions | undefined): readonly Manager[] {
  if (!versions) return managers
  const known = managers.filter(({ apiVersion }) => isKnown(versions, apiVersion))
  if (!versions.isOwn) return known
  return known.map((manager) => {
    const set = wholeAtomics(manager.set, versions.type(manager.apiVersion))
    return set === manager.set ? manager : { ...manager, set }
  })
}

/** Where nothing has to be converted. */
export type InOneVersion<T extends { readonly versions?: Versions | undefined }> = Omit<T, 'versions'> & {
  readonly versions?: undefined
}

/** By version. */
export type Elsewhere = ReadonlyMap<string, Comparison>

export interface Change {
  /** Undefined: it is new. */
  readonly before: KubeObject | undefined
  readonly after: KubeObject
}

/** Where nobody wrote in another version. */
export const nowhere: Elsewhere = new Map()

/** What differs between two states in each version but `apiVersion` that one of `managers` wrote in: one conversion of each a version. Throws as `Versions`. */
export function compareElsewhere(
  change: Change,
  managers: readonly FieldOwner[],
  { apiVersion, versions }: { readonly apiVersion: string; readonly versions: Versions },
): MaybePromise<Elsewhere> {
  const others = otherVersions(managers, apiVersion)
  return others.reduce<MaybePromise<Elsewhere>>(
    (found, other) =>
      whenThere(found, (all) =>
        whenThere(compareIn(change, other, versions), (one) => new Map([...all, [other, one]])),
      ),
    nowhere,
  )
}

export const otherVersions = (
  managers: readonly Pick<FieldOwner, 'apiVersion'>[],
  apiVersion: string,
): readonly string[] => [
  ...new Set(managers.map((manager) => manager.apiVersion).filter((each) => each !== apiVersion)),
]

function compareIn({ before, after }: Change, apiVersion: string, versions: Versions): MaybePromise<Comparison> {
  const type = versions.type(apiVersion)
  const old = before ? versions.convert(before, apiVersion) : zeroObject(type)
  return whenThere(old, (was) => whenThere(versions.convert(after, apiVersion), (is) => compare(was, is, type)))
}
