/** Ties a create to its namespace: 404 when that is missing, 403 when it is on its way out, both decided in the commit by a guard on the namespace's key. */
import { namespaceTerminating, notFound, type Subject } from '../meta/index.js'
import { type Entry, type Storage, StoredRecord } from '../storage/index.js'
import { namespaces } from './bootstrap.js'
import { isBeingDeleted } from './shelf.js'

export interface Guard {
  readonly key: string
  readonly revision: number
}

/** More remembered namespaces than this are forgotten all at once: they only save a read. */
const mostRemembered = 10_000

export class NamespaceGuard {
  readonly #storage: Storage
  /** Only such as took creates when last looked at. May be stale: the commit's guard finds out. */
  readonly #open = new Map<string, Guard>()

  constructor(storage: Storage) {
    this.#storage = storage
  }

  /** The guard for a create of `subject` in `namespace`. Throws 404 or 403. Cost: a map lookup, or a read at first. */
  guard(namespace: string, subject: Subject, name: string): Guard | Promise<Guard> {
    return this.#open.get(namespace) ?? this.look(namespace, subject, name)
  }

  /** As `guard`, of the namespace as it stands. Cost: a read. */
  async look(namespace: string, subject: Subject, name: string): Promise<Guard> {
    const entry = await this.#storage.get(namespaces.prefix + namespace)
    const known = this.#open.get(namespace)
    if (entry && known?.revision === entry.revision) return known
    return this.judge({ namespace, entry }, subject, name)
  }

  /** As `guard`, from the namespace's entry that a commit answered. */
  judge(
    found: { readonly namespace: string; readonly entry: Entry | undefined },
    subject: Subject,
    name: string,
  ): Guard {
    const { namespace, entry } = found
    this.#open.delete(namespace)
    if (!entry) throw notFound(namespaces, namespace)
    if (isClosing(entry)) throw namespaceTerminating(subject, name, namespace)
    if (this.#open.size >= mostRemembered) this.#open.clear()
    const guard = { key: entry.key, revision: entry.revision }
    this.#open.set(namespace, guard)
    return guard
  }
}

function isClosing(entry: Entry): boolean {
  const object = StoredRecord.of(entry).object()
  const { phase } = (object.status ?? {}) as { readonly phase?: unknown }
  return isBeingDeleted(object) || phase === 'Terminating'
}
