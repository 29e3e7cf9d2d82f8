import type { KindToken, KubeObject, OwnerReference } from '../../core/meta/index.js'

/** An object, as far as it matters here. */
export interface Item {
  readonly uid: string
  readonly kind: KindToken
  /** '' when cluster-scoped. */
  readonly namespace: string
  readonly name: string
  readonly revision: string
  readonly owners: readonly OwnerReference[]
  readonly finalizers: readonly string[]
  readonly isBeingDeleted: boolean
}

export const foregroundFinalizer = 'foregroundDeletion'
export const orphanFinalizer = 'orphan'

/** It goes when its dependents have gone. */
export function waitsForDependents(item: Item): boolean {
  return item.isBeingDeleted && item.finalizers.includes(foregroundFinalizer)
}

/** It goes when its dependents have let it go. */
function releasesDependents(item: Item): boolean {
  return item.isBeingDeleted && item.finalizers.includes(orphanFinalizer)
}

export interface GraphListener {
  /** Something about this object's owners or dependents calls for a decision. */
  look(uid: string): void
  /** This object is to be deleted, its dependents to be kept. */
  release(uid: string): void
}

const noDependents: ReadonlySet<string> = new Set()

/** Who names whom as owner: what has been seen of all kinds. Pure; owners that only a reference tells of are not in it. */
export class Graph {
  readonly #listener: GraphListener
  readonly #items = new Map<string, Item>()
  /** owner's uid -> uids that name it, whether the owner has been seen or not. */
  readonly #dependents = new Map<string, Set<string>>()

  constructor(listener: GraphListener) {
    this.#listener = listener
  }

  get(uid: string): Item | undefined {
    return this.#items.get(uid)
  }

  get size(): number {
    return this.#items.size
  }

  dependentsOf(uid: string): ReadonlySet<string> {
    return this.#dependents.get(uid) ?? noDependents
  }

  /** Dependents that the owner's foreground deletion waits for. */
  blockersOf(uid: string): Item[] {
    const blockers: Item[] = []
    for (const dependent of this.dependentsOf(uid)) {
      const item = this.#items.get(dependent)
      if (item?.owners.some((owner) => owner.uid === uid && owner.blockOwnerDeletion)) blockers.push(item)
    }
    return blockers
  }

  /** A new object, or a newer state of one. */
  see(kind: KindToken, { metadata }: KubeObject): void {
    const item: Item = {
      uid: String(metadata.uid),
      kind,
      namespace: metadata.namespace ?? '',
      name: String(metadata.name),
      revision: String(metadata.resourceVersion),
      owners: metadata.ownerReferences ?? [],
      finalizers: metadata.finalizers ?? [],
      isBeingDeleted: !!metadata.deletionTimestamp,
    }
    const before = this.#items.get(item.uid)
    this.#items.set(item.uid, item)
    this.#link(before, item)
    if (waitsForDependents(item) && !(before && waitsForDependents(before))) this.#startForeground(item)
    if (releasesDependents(item) && !(before && releasesDependents(before))) this.#listener.release(item.uid)
  }

  /** It is gone for good. Answers whether it was known. */
  forget(uid: string): boolean {
    const item = this.#items.get(uid)
    if (!item) return false
    this.#items.delete(uid)
    for (const owner of item.owners) {
      this.#unlink(owner.uid, uid)
      this.#lookAtWaiting(owner.uid)
    }
    for (const dependent of this.dependentsOf(uid)) this.#listener.look(dependent)
    return true
  }

  /** Kinds that are followed no more: nothing is known of their objects. */
  forgetKind(kind: KindToken): void {
    for (const [uid, item] of this.#items) if (item.kind === kind) this.forget(uid)
  }

  #link(before: Item | undefined, item: Item): void {
    if (before && sameOwners(before.owners, item.owners)) return
    for (const owner of before?.owners ?? []) {
      if (!item.owners.some(({ uid }) => uid === owner.uid)) this.#unlink(owner.uid, item.uid)
      this.#lookAtWaiting(owner.uid)
    }
    let suspicious = false
    for (const owner of item.owners) {
      let dependents = this.#dependents.get(owner.uid)
      if (!dependents) this.#dependents.set(owner.uid, (dependents = new Set()))
      dependents.add(item.uid)
      const found = this.#items.get(owner.uid)
      if (!found || !isNamedBy(found, owner, item.namespace) || waitsForDependents(found)) suspicious = true
    }
    if (suspicious) this.#listener.look(item.uid)
  }

  #unlink(ownerUid: string, uid: string): void {
    const dependents = this.#dependents.get(ownerUid)
    dependents?.delete(uid)
    if (dependents?.size === 0) this.#dependents.delete(ownerUid)
  }

  #lookAtWaiting(uid: string): void {
    const owner = this.#items.get(uid)
    if (owner && waitsForDependents(owner)) this.#listener.look(uid)
  }

  #startForeground({ uid }: Item): void {
    for (const dependent of this.dependentsOf(uid)) this.#listener.look(dependent)
    this.#listener.look(uid)
  }
}

/** Whether the reference's group, kind, name and namespace are those of the object that has its uid. */
export function isNamedBy(item: Item, owner: OwnerReference, fromNamespace: string): boolean {
  const slash = owner.apiVersion.indexOf('/')
  const group = slash < 0 ? '' : owner.apiVersion.slice(0, slash)
  const near = item.namespace === '' || item.namespace === fromNamespace
  return near && item.name === owner.name && item.kind.kind === owner.kind && item.kind.group === group
}

function sameOwners(a: readonly OwnerReference[], b: readonly OwnerReference[]): boolean {
  return (
    a.length === b.length &&
    a.every((owner, at) => {
      const other = b[at]!
      return (
        owner.uid === other.uid && !owner.blockOwnerDeletion === !other.blockOwnerDeletion && sameName(owner, other)
      )
    })
  )
}

function sameName(a: OwnerReference, b: OwnerReference): boolean {
  return a.name === b.name && a.kind === b.kind && a.apiVersion === b.apiVersion
}
