import type { KubeObject } from '../../meta/index.js'
import type { Informer } from '../informer.js'

interface Gone {
  readonly informer: Informer<object>
  readonly key: string
  readonly uid: string
}

/** What a key's plan has written and its caches have yet to show. By revisions, never by an object's presence; a delete by its uid. */
export class OwnWrites {
  readonly #revisions = new Map<Informer<object>, number>()
  #gone: Gone[] = []
  readonly sinceMs: number

  /** `sinceMs`: the monotonic time of the plan. */
  constructor(sinceMs: number) {
    this.sinceMs = sinceMs
  }

  wrote(informer: Informer<object>, object: object): void {
    const revision = Number((object as KubeObject).metadata?.resourceVersion)
    if (!(revision > (this.#revisions.get(informer) ?? informer.revision))) return
    this.#revisions.set(informer, revision)
  }

  /** Seen once the object of this uid is away, or is shown as being deleted. */
  deleted(informer: Informer<object>, object: KubeObject): void {
    this.#gone.push({ informer, key: informer.store.keyOf(object), uid: object.metadata.uid ?? '' })
  }

  /** Whether the caches show all of it. Cost: small; what was seen is forgotten. */
  seen(): boolean {
    for (const [informer, revision] of this.#revisions) {
      if (informer.revision < revision) return false
      this.#revisions.delete(informer)
    }
    this.#gone = this.#gone.filter(({ informer, key, uid }) => {
      const metadata = (informer.store.get(key) as KubeObject | undefined)?.metadata
      return metadata !== undefined && metadata.uid === uid && !metadata.deletionTimestamp
    })
    return !this.#gone.length
  }

  /** Calls `reached` for each kind when its cache has come so far. */
  whenReached(reached: () => void): void {
    for (const [informer, revision] of this.#revisions) informer.whenReached(revision, reached)
  }

  /** What is still missing, for people. */
  describe(): string {
    const revisions = [...this.#revisions].map(([{ kind }, revision]) => `${kind.kind} at revision ${revision}`)
    const gone = this.#gone.map(({ informer, key }) => `${informer.kind.kind} ${key} to go`)
    return [...revisions, ...gone].slice(0, 5).join(', ')
  }
}
