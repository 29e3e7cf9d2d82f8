import { type Client, isReason } from '../../core/client/index.js'
import { type KindToken, type OwnerReference, parseApiVersion } from '../../core/meta/index.js'
import { foregroundFinalizer, type Graph, type Item, isNamedBy, waitsForDependents } from './graph.js'

/** What has become of an owner. `unseen`: the API has it, and the watch has not shown it yet. */
export type OwnerState = 'there' | 'waiting' | 'gone' | 'unseen'

export interface OwnerCheckParts {
  readonly graph: Graph
  readonly client: Client
  readonly signal: AbortSignal
  /** The served kind of that group and name. */
  readonly kindOf: (group: string, kind: string) => KindToken | undefined
}

const mostRemembered = 10_000

/** Finds out whether owners are there: from the graph, and where that does not know, from the API. */
export class OwnerCheck {
  readonly #parts: OwnerCheckParts
  /** Uids that were deleted, and references that led nowhere; neither ever comes back. */
  readonly #gone = new Set<string>()

  constructor(parts: OwnerCheckParts) {
    this.#parts = parts
  }

  /** A deletion was seen. */
  noteGone(uid: string): void {
    this.#gone.add(uid)
    if (this.#gone.size > mostRemembered) this.#gone.delete(this.#gone.values().next().value as string)
  }

  /** Throws when it can't be known now: the kind is not served, or the API does not answer. */
  async stateOf(item: Item, owner: OwnerReference): Promise<OwnerState> {
    const known = this.#parts.graph.get(owner.uid)
    if (known && isNamedBy(known, owner, item.namespace)) return waitsForDependents(known) ? 'waiting' : 'there'
    const reference = `${owner.uid} ${owner.apiVersion} ${owner.kind} ${item.namespace}/${owner.name}`
    if (this.#gone.has(owner.uid) || this.#gone.has(reference)) return 'gone'
    const state = await this.#ask(item, owner)
    if (state === 'gone') this.noteGone(reference)
    return state
  }

  async #ask(item: Item, owner: OwnerReference): Promise<OwnerState> {
    const { client, kindOf, signal } = this.#parts
    const { group } = parseApiVersion(owner.apiVersion)
    const kind = kindOf(group, owner.kind)
    if (!kind) throw new Error(`${owner.apiVersion} ${owner.kind} is not served`)
    // What belongs to no namespace can't have an owner in one: which one is not said.
    if (kind.namespaced && !item.namespace) return 'there'
    const place = { name: owner.name, ...(kind.namespaced ? { namespace: item.namespace } : {}) }
    try {
      const { metadata } = await client.get(kind, place, { metadataOnly: true, signal })
      if (metadata.uid !== owner.uid) return 'gone'
      return metadata.deletionTimestamp && metadata.finalizers?.includes(foregroundFinalizer) ? 'waiting' : 'unseen'
    } catch (error) {
      if (isReason(error, 'NotFound')) return 'gone'
      throw error
    }
  }
}
