/** Tells a follower of a log that there may be more to read: by inotify, without polling. */
import { type FSWatcher, watch } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { LogLife } from './read-log.js'

export class LogGrowth {
  /** Counts changes; hand it to `since` to wait for one that came after. */
  seen = 0
  #wake: (() => void) | undefined
  readonly #path: string
  readonly #watcher: FSWatcher
  readonly #life: LogLife
  readonly #changed = (): void => {
    this.seen++
    this.#wake?.()
  }

  constructor(path: string, life: LogLife) {
    this.#path = path
    this.#life = life
    this.#watcher = watch(dirname(path), { persistent: false }, this.#changed)
    this.#watcher.on('error', this.#changed)
    for (const signal of [life.ended, life.signal]) signal.addEventListener('abort', this.#changed)
  }

  /** Resolves at the next change after `seen`; at once when there has been one. */
  async since(seen: number): Promise<void> {
    if (this.seen !== seen) return
    await new Promise<void>((resolve) => (this.#wake = resolve))
    this.#wake = undefined
  }

  /** The new file, when the one at hand has been moved away. */
  async rotated(file: FileHandle): Promise<FileHandle | undefined> {
    const next = await open(this.#path, 'r').catch(() => undefined)
    if (!next) return undefined
    const [old, now] = await Promise.all([file.stat(), next.stat()])
    if (old.ino !== now.ino) return next
    await next.close()
    return undefined
  }

  close(): void {
    this.#watcher.close()
    for (const signal of [this.#life.ended, this.#life.signal]) signal.removeEventListener('abort', this.#changed)
  }
}
