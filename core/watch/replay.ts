/** Past changes on their way to watchers that start behind the window: read page by page, each page once for all who come by at the same time. */
import { CompactedError, type Storage } from '../storage/index.js'
import { SeenChange } from './changes.js'

/** Revisions in a page. */
const pageRevisions = 500
/** Watchers that resume together, as all do after a restart, go through the same pages at about the same time. */
const keptPages = 3

interface HistoryPage {
  readonly from: number
  readonly upTo: number
  readonly changes: readonly SeenChange[]
}

export class PastChanges {
  readonly #storage: Storage
  readonly #pages = new Map<number, Promise<HistoryPage>>()
  #readers = 0

  constructor(storage: Storage) {
    this.#storage = storage
  }

  /** Runs `replay`; pages are kept as long as one runs. */
  async during(replay: () => Promise<void>): Promise<void> {
    this.#readers++
    try {
      await replay()
    } finally {
      this.#readers--
      if (this.#readers === 0) this.#pages.clear()
    }
  }

  /** Changes after `revision`, and maybe some before, up to a revision that is greater, and not beyond `newest`. Throws `CompactedError`. */
  async after(revision: number, newest: number): Promise<HistoryPage> {
    const oldest = this.#storage.oldestRevision()
    if (revision < oldest - 1) throw new CompactedError(oldest)
    const number = Math.floor(revision / pageRevisions)
    const present = this.#pages.get(number)
    if (present) {
      const kept = await present
      if (kept.from <= revision && kept.upTo > revision) return kept
    }
    const from = Math.max(number * pageRevisions, oldest - 1)
    const page = this.#read(from, Math.min((number + 1) * pageRevisions, newest))
    this.#pages.delete(number)
    this.#pages.set(number, page)
    if (this.#pages.size > keptPages) this.#pages.delete(this.#pages.keys().next().value as number)
    page.catch(() => this.#pages.delete(number))
    return page
  }

  async #read(from: number, upTo: number): Promise<HistoryPage> {
    const changes = await this.#storage.history(from, upTo)
    return { from, upTo, changes: changes.map((change) => new SeenChange(change)) }
  }
}
