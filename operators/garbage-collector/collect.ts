import { type Client, isReason } from '../../core/client/index.js'
import type { OwnerReference } from '../../core/meta/index.js'
import { foregroundFinalizer, type Graph, type Item, orphanFinalizer, waitsForDependents } from './graph.js'
import type { OwnerCheck, OwnerState } from './owner-check.js'

export interface CollectorParts {
  readonly graph: Graph
  readonly owners: OwnerCheck
  readonly client: Client
  readonly signal: AbortSignal
  /** Looks at another object soon. */
  readonly look: (uid: string) => void
}

/** Decides about one object at a time and carries it out. Throws when it is to be tried again: something could not be asked, or has changed meanwhile. */
export class Collector {
  readonly #parts: CollectorParts

  constructor(parts: CollectorParts) {
    this.#parts = parts
  }

  async look(uid: string): Promise<void> {
    const item = this.#parts.graph.get(uid)
    if (!item) return
    if (item.isBeingDeleted) {
      if (waitsForDependents(item)) await this.#proceed(item)
      return
    }
    if (item.owners.length > 0) await this.#weigh(item)
  }

  /** Lets all dependents go free, and then the owner. */
  async release(uid: string): Promise<void> {
    const { graph } = this.#parts
    const owner = graph.get(uid)
    if (!owner) return
    const dependents = [...graph.dependentsOf(uid)].map((dependent) => graph.get(dependent)).filter((each) => !!each)
    for (const dependent of dependents) {
      await this.#patch(dependent, { ownerReferences: dependent.owners.filter((each) => each.uid !== uid) })
    }
    await this.#dropFinalizer(owner, orphanFinalizer)
  }

  async #weigh(item: Item): Promise<void> {
    const states = await Promise.all(item.owners.map((owner) => this.#parts.owners.stateOf(item, owner)))
    const inState = (...wanted: OwnerState[]) => item.owners.filter((_, at) => wanted.includes(states[at]!))
    const solid = inState('there', 'unseen')
    if (solid.length > 0) {
      if (solid.length < item.owners.length) await this.#patch(item, { ownerReferences: solid })
    } else if (states.includes('waiting') && this.#parts.graph.dependentsOf(item.uid).size > 0) {
      await this.#unblockCircle(item)
      await this.#delete(item, 'Foreground')
    } else {
      await this.#delete(item, wayOf(item))
    }
    // Should it go before the watch shows it, nobody would tell.
    if (states.includes('unseen')) throw new Unsettled('an owner has not been seen yet')
  }

  /** A dependent that waits for its own dependents is part of a circle, or soon gone: it must not be waited for. */
  async #unblockCircle(item: Item): Promise<void> {
    const { graph } = this.#parts
    const circle = [...graph.dependentsOf(item.uid)].some((uid) => {
      const dependent = graph.get(uid)
      return dependent && waitsForDependents(dependent)
    })
    if (!circle) return
    const ownerReferences = item.owners.map((owner): OwnerReference => ({ ...owner, blockOwnerDeletion: false }))
    await this.#patch(item, { ownerReferences })
    throw new Unsettled('its references were changed')
  }

  /** A foreground deletion: done when nobody blocks it any more. */
  async #proceed(item: Item): Promise<void> {
    const blockers = this.#parts.graph.blockersOf(item.uid)
    if (blockers.length === 0) return this.#dropFinalizer(item, foregroundFinalizer)
    for (const blocker of blockers) if (!waitsForDependents(blocker)) this.#parts.look(blocker.uid)
  }

  #dropFinalizer(item: Item, finalizer: string): Promise<void> {
    if (!item.finalizers.includes(finalizer)) return Promise.resolve()
    return this.#patch(item, { finalizers: item.finalizers.filter((each) => each !== finalizer) })
  }

  async #delete(item: Item, propagationPolicy: 'Orphan' | 'Foreground' | 'Background'): Promise<void> {
    const { client, signal } = this.#parts
    const { kind, uid, revision } = item
    await settled(client.delete(kind, placeOf(item), { propagationPolicy, uid, resourceVersion: revision, signal }))
  }

  async #patch(item: Item, metadata: object): Promise<void> {
    const { client, signal } = this.#parts
    const body = { metadata: { ...metadata, uid: item.uid, resourceVersion: item.revision } }
    await settled(client.patch(item.kind, { ...placeOf(item), patch: { type: 'merge', body } }, { signal }))
  }
}

/** Not an error: there is more to do when the watch has caught up. */
export class Unsettled extends Error {}

async function settled(write: Promise<unknown>): Promise<void> {
  try {
    await write
  } catch (error) {
    if (isReason(error, 'NotFound')) return
    if (isReason(error, 'Conflict')) throw new Unsettled('it has changed meanwhile')
    throw error
  }
}

function placeOf({ namespace, name }: Item): { readonly namespace?: string; readonly name: string } {
  return namespace ? { namespace, name } : { name }
}

/** In the manner that the object's own finalizers ask for. */
function wayOf({ finalizers }: Item): 'Orphan' | 'Foreground' | 'Background' {
  if (finalizers.includes(orphanFinalizer)) return 'Orphan'
  return finalizers.includes(foregroundFinalizer) ? 'Foreground' : 'Background'
}
