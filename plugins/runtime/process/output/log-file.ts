/** A container's log file: appended to in order, rotated at a size. */
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Upstream's containerLogMaxSize and containerLogMaxFiles. */
const defaultLimits = { bytes: 10 * 1024 * 1024, files: 5 }

export class LogFile {
  readonly #path: string
  readonly #now: () => number
  readonly #limits: typeof defaultLimits
  #file: FileHandle | undefined
  #size = 0
  #tail: Promise<void> = Promise.resolve()
  #waiting = 0

  constructor(path: string, now: () => number, limits = defaultLimits) {
    this.#path = path
    this.#now = now
    this.#limits = limits
  }

  /** Bytes handed over and not yet written. */
  get backlog(): number {
    return this.#waiting
  }

  /** Makes the file, so that a follower of a silent container has something to follow. */
  begin(): void {
    this.append(Buffer.alloc(0)).catch(() => {})
  }

  /** Resolves when the bytes, and all before them, are with the kernel. A failure (disk full) loses its own bytes, and none that come later. */
  append(bytes: Buffer): Promise<void> {
    this.#waiting += bytes.length
    this.#tail = this.#tail
      .catch(() => {})
      .then(() => this.#write(bytes))
      .finally(() => {
        this.#waiting -= bytes.length
      })
    return this.#tail
  }

  async close(): Promise<void> {
    await this.#tail.catch(() => {})
    await this.#file?.close()
    this.#file = undefined
  }

  async #write(bytes: Buffer): Promise<void> {
    if (this.#file && this.#size > 0 && this.#size + bytes.length > this.#limits.bytes) await this.#rotate()
    if (!this.#file) {
      await mkdir(dirname(this.#path), { recursive: true })
      this.#file = await open(this.#path, 'a', 0o640)
      this.#size = (await this.#file.stat()).size
    }
    for (let at = 0; at < bytes.length; ) at += (await this.#file.write(bytes, at)).bytesWritten
    this.#size += bytes.length
  }

  /** Older ones keep their content under `<path>.<time>`, as the kubelet's rotation names them, with milliseconds. */
  async #rotate(): Promise<void> {
    await this.#file?.close()
    this.#file = undefined
    const stamp = new Date(this.#now()).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 19)
    await rename(this.#path, `${this.#path}.${stamp}`)
    const prefix = `${basename(this.#path)}.`
    const older = (await readdir(dirname(this.#path))).filter((name) => name.startsWith(prefix)).sort()
    const excess = older.slice(0, Math.max(0, older.length - (this.#limits.files - 1)))
    for (const name of excess) await rm(join(dirname(this.#path), name), { force: true })
  }
}
