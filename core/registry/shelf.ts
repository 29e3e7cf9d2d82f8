/** Where the objects of a definition are kept: below which key, in which version, and by whose rules. */
import type { KubeObject, Subject } from '../meta/index.js'
import type { Definition, DefinitionVersion, Strategy, Type } from '../schema/index.js'
import type { KindPlugin } from './contract.js'

export interface Shelf {
  /** The definition whose objects stand here: the one asked for, or the one that it is `storedAs`. */
  readonly definition: Definition
  readonly strategy: Strategy
  /** The version in which they are worked on: of people's own kinds, in what writes them, the one asked for; else the stored one. */
  readonly version: DefinitionVersion
  /** `apps/v1` of `version`. */
  readonly apiVersion: string
  /** The version they are stored in. */
  readonly stored: DefinitionVersion
  /** `apps/deployments/` */
  readonly prefix: string
  /** What errors call the definition asked for. */
  readonly subject: Subject & { readonly kind: string }
  readonly plugin: KindPlugin | undefined
  /** Of a built-in kind whose versions call fields otherwise: all of them, by apiVersion. */
  readonly renamed: ReadonlyMap<string, DefinitionVersion> | undefined
}

/** What the keys of all objects of a kind begin with. */
export const collectionPrefix = ({ group, names }: Pick<Definition, 'group' | 'names'>): string =>
  `${group || 'core'}/${names.plural}/`

/** The key of one object. Namespaced: `<group or core>/<plural>/<namespace>/<name>`, else `<group or core>/<plural>/<name>`. */
export function keyOf(shelf: Shelf, namespace: string, name: string): string {
  return shelf.definition.namespaced ? `${shelf.prefix}${namespace}/${name}` : shelf.prefix + name
}

/** What the keys of a collection begin with; namespace '' means all. */
export function prefixOf(shelf: Shelf, namespace: string): string {
  return shelf.definition.namespaced && namespace ? `${shelf.prefix}${namespace}/` : shelf.prefix
}

/** The namespace and name that a key of this shelf stands for. */
export function placeOf(shelf: Shelf, key: string): { readonly namespace: string; readonly name: string } {
  const rest = key.slice(shelf.prefix.length)
  if (!shelf.definition.namespaced) return { namespace: '', name: rest }
  const slash = rest.indexOf('/')
  return { namespace: rest.slice(0, slash), name: rest.slice(slash + 1) }
}

/** The type that objects have while they are worked on. */
export function typeOf(shelf: Shelf): Type {
  return shelf.version.type()
}

/** The spec of an object as members, empty when there is none. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

/** Whether the object is on its way out. */
export function isBeingDeleted(object: KubeObject): boolean {
  return object.metadata.deletionTimestamp !== undefined && object.metadata.deletionTimestamp !== null
}
