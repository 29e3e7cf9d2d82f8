/** What the tests of the watch room write and watch with: small objects under keys, and a watcher that keeps what it is told. */
import type { KubeObject } from '../../core/meta/index.js'
import { encodeStored, type Storage } from '../../core/storage/index.js'
import type { Watcher, WatchEvent } from '../../core/watch/contract.js'

/** Writes an object under `key`, or deletes it; answers the revision. */
export async function write(
  storage: Storage,
  key: string,
  object: { readonly labels?: Record<string, string>; readonly [field: string]: unknown } | undefined,
): Promise<number> {
  const current = await storage.get(key)
  const { labels, ...rest } = object ?? {}
  const value = object && { metadata: { name: key, uid: `uid of ${key}`, ...(labels ? { labels } : {}) }, ...rest }
  const outcome = await storage.commit({
    key,
    expect: current?.revision ?? 'absent',
    value: value && encodeStored(value as KubeObject, 1),
  })
  if (outcome.result !== 'committed') throw new Error(`${key} was not as expected`)
  return outcome.revision
}

/** Keeps what it is told. While `isBehind`, it says so. */
export class RecordingWatcher implements Watcher {
  readonly events: WatchEvent[] = []
  ended: string | undefined
  isBehind = false
  readonly #wakes: (() => void)[] = []

  onEvents(events: readonly WatchEvent[]): boolean {
    this.events.push(...events)
    for (const wake of this.#wakes.splice(0)) wake()
    return !this.isBehind
  }

  onEnd(reason: string): void {
    this.ended = reason
    for (const wake of this.#wakes.splice(0)) wake()
  }

  /** `ADDED a/1 5` for each event. */
  lines(): string[] {
    return this.events.map(({ type, record }) => `${type} ${record.key} ${record.revision}`)
  }

  /** Resolves when `done` holds, asked after each call. */
  async until(done: () => boolean): Promise<void> {
    while (!done()) await new Promise<void>((resolve) => this.#wakes.push(resolve))
  }
}
