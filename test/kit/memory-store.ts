/** Objects with revisions and a history, as an API server sees them; for tests of clients. Everything that goes in or out is copied. */
import type { Clock, Random } from '../../core/kit/index.js'
import {
  alreadyExists,
  type KindToken,
  type KubeObject,
  notFound,
  staleObject,
  timestamp,
  sameJson,
} from '../../core/meta/index.js'

export interface Committed {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly revision: number
  readonly plural: string
  readonly object: KubeObject
  /** For MODIFIED: what it was before. */
  readonly old?: KubeObject
}

export interface DeletePreconditions {
  readonly uid?: string
  readonly resourceVersion?: string
}

const firstRevision = 100

export class MemoryStore {
  readonly #clock: Clock
  readonly #random: Random
  readonly #objects = new Map<string, KubeObject>()
  readonly log: Committed[] = []
  /** Watches from before this revision are too old. */
  oldest = 0
  revision = firstRevision

  constructor(clock: Clock, random: Random) {
    this.#clock = clock
    this.#random = random
  }

  find(kind: KindToken<object>, namespace: string, name: string): KubeObject {
    const found = this.#objects.get(keyOf(kind, namespace, name))
    if (!found) throw notFound(kind, name)
    return found
  }

  list(kind: KindToken<object>): KubeObject[] {
    const prefix = keyOf(kind, '', '').slice(0, -1)
    const keys = [...this.#objects.keys()].filter((key) => key.startsWith(prefix)).sort()
    return keys.map((key) => this.#objects.get(key)!)
  }

  /** What was committed after a revision: one commit a revision. */
  since(revision: number): Committed[] {
    return this.log.slice(Math.max(0, revision - firstRevision))
  }

  create(kind: KindToken<object>, body: KubeObject): KubeObject {
    const { metadata, status: _, ...rest } = body
    const suffix = () => Buffer.from(this.#random.bytes(3)).toString('hex').slice(0, 5)
    const name = metadata.name || `${metadata.generateName}${suffix()}`
    if (this.#objects.has(keyOf(kind, metadata.namespace ?? '', name))) throw alreadyExists(kind, name)
    const born = { uid: this.#random.uuid(), creationTimestamp: timestamp(this.#clock.now()), generation: 1 }
    return this.#commit(kind, 'ADDED', { ...rest, metadata: { ...metadata, name, ...born } })
  }

  /** `body` replaces the object, or with `status` its status alone. A change of nothing is no revision; the last finalizer's removal from an object being deleted deletes it. */
  replace(kind: KindToken<object>, body: KubeObject, part: 'main' | 'status'): KubeObject {
    const { namespace = '', name = '', resourceVersion, uid } = body.metadata
    const old = this.find(kind, namespace, name)
    if (resourceVersion && resourceVersion !== old.metadata.resourceVersion) throw staleObject(kind, name)
    if (uid && uid !== old.metadata.uid) throw staleObject(kind, name)
    const { creationTimestamp, deletionTimestamp, generation = 1 } = old.metadata
    const fixed = {
      uid: old.metadata.uid,
      creationTimestamp,
      deletionTimestamp,
      generation,
      resourceVersion: undefined,
    }
    const object: KubeObject =
      part === 'status'
        ? { ...old, status: body['status'] }
        : { ...body, status: old['status'], metadata: { ...body.metadata, ...fixed } }
    if (!sameJson(object['spec'], old['spec'])) object.metadata.generation = generation + 1
    const unversioned = (each: KubeObject) => ({ ...each, metadata: { ...each.metadata, resourceVersion: undefined } })
    if (sameJson(unversioned(object), unversioned(old))) return old
    if (deletionTimestamp && !object.metadata.finalizers?.length && old.metadata.finalizers?.length) {
      return this.#commit(kind, 'DELETED', object)
    }
    return this.#commit(kind, 'MODIFIED', object)
  }

  /** Marks an object that has finalizers or is deleted with grace; takes others away. */
  delete(
    kind: KindToken<object>,
    place: readonly [namespace: string, name: string],
    how: DeletePreconditions & { readonly graceful: boolean },
  ): KubeObject {
    const old = this.find(kind, ...place)
    const { uid, resourceVersion, finalizers, deletionTimestamp } = old.metadata
    if (how.uid && how.uid !== uid) throw staleObject(kind, place[1])
    if (how.resourceVersion && how.resourceVersion !== resourceVersion) throw staleObject(kind, place[1])
    if (!finalizers?.length && !how.graceful) return this.#commit(kind, 'DELETED', old)
    if (deletionTimestamp) return old
    const marked = { ...old.metadata, deletionTimestamp: timestamp(this.#clock.now()) }
    return this.#commit(kind, 'MODIFIED', { ...old, metadata: marked })
  }

  #commit(kind: KindToken<object>, type: Committed['type'], object: KubeObject): KubeObject {
    const revision = ++this.revision
    const key = keyOf(kind, object.metadata.namespace ?? '', String(object.metadata.name))
    const old = this.#objects.get(key)
    const copy = structuredClone({ ...object, metadata: { ...object.metadata, resourceVersion: String(revision) } })
    if (type === 'DELETED') this.#objects.delete(key)
    else this.#objects.set(key, copy)
    this.log.push({ type, revision, plural: resourceOf(kind), object: copy, ...(old ? { old } : {}) })
    return copy
  }
}

export function resourceOf(kind: KindToken<object>): string {
  return `${kind.group}/${kind.plural}`
}

function keyOf(kind: KindToken<object>, namespace: string, name: string): string {
  return `${resourceOf(kind)}/${namespace}/${name}`
}
