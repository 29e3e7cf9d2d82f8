/** Lists at an older revision: the keys changed since then with the version that each had, kept for the next page of the same list. */
import { compareKeys, SortedMap } from '../../../core/kit/index.js'
import type { Slots } from './slots.js'
import type { Version } from './stored-form.js'

/** Snapshots that are kept at once; each costs some 100 bytes for each key changed since. */
const keptSnapshots = 8

/** What stood below a prefix as of a revision, as far as it differs from now. */
export interface Snapshot {
  readonly prefix: string
  /** Changes up to here are in. */
  seen: number
  /** By key: the revision of its version then. */
  readonly present: SortedMap<number>
  /** Keys that were not there. */
  readonly absent: Set<string>
}

export class Past {
  readonly #readLog: (revision: number) => Version
  /** The least recently used first. */
  readonly #snapshots = new Map<string, Snapshot>()

  constructor(readLog: (revision: number) => Version) {
    this.#readLog = readLog
  }

  /** The one of `prefix` as of `revision`, as far as it has been read. */
  snapshot(prefix: string, revision: number): Snapshot {
    const name = `${revision} ${prefix}`
    const snapshot = this.#snapshots.get(name) ?? {
      prefix,
      seen: revision,
      present: new SortedMap<number>(),
      absent: new Set(),
    }
    this.#snapshots.delete(name)
    this.#snapshots.set(name, snapshot)
    if (this.#snapshots.size > keptSnapshots) this.#snapshots.delete(this.#snapshots.keys().next().value as string)
    return snapshot
  }

  /** Takes changes in, up to the revision `upTo`. Cost: each is read from the log. */
  read(snapshot: Snapshot, upTo: number): void {
    while (snapshot.seen < upTo) {
      const version = this.#readLog(snapshot.seen + 1)
      snapshot.seen++
      if (
        !version.key.startsWith(snapshot.prefix) ||
        snapshot.absent.has(version.key) ||
        snapshot.present.has(version.key)
      )
        continue
      if (version.previous === 0) snapshot.absent.add(version.key)
      else snapshot.present.set(version.key, version.previous)
    }
  }

  /** Keys that were there, with the revision of each one's version then; of a snapshot that has been read up to now. */
  keys(
    snapshot: Snapshot,
    range: { readonly now: Slots; readonly after: string | undefined; readonly limit: number },
  ): { readonly key: string; readonly revision: number }[] {
    const { prefix } = snapshot
    const { now, after, limit } = range
    const unchanged = now
      .keys(prefix, after, limit + snapshot.absent.size + snapshot.present.size)
      .filter((key) => !snapshot.absent.has(key) && !snapshot.present.has(key))
    const changed = snapshot.present.keys(prefix, after, limit)
    const merged = changed.length === 0 ? unchanged : unchanged.concat(changed).sort(compareKeys)
    return merged
      .slice(0, limit)
      .map((key) => ({ key, revision: snapshot.present.get(key) ?? (now.revision(key) as number) }))
  }

  /** Lets go of snapshots. */
  clear(): void {
    this.#snapshots.clear()
  }
}
