/** A container's file tree as it will be once mounted, so that mount points and user names are resolved inside of it and never outside. */
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  lchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  type Stats,
} from 'node:fs'
import { join } from 'node:path'

export type EntryKind = 'folder' | 'file'

const mostLinks = 40

export class RootView {
  /** The first layer is the one that may be written. */
  readonly #layers: readonly string[]
  /** Canonical target -> the host path mounted there; undefined for a fresh, empty filesystem. */
  readonly #mounts = new Map<string, string | undefined>()
  /** Targets in which nothing can be made. */
  readonly #frozen = new Set<string>()
  /** True once a mount point lies in something mounted that others may write to. */
  hasNested = false
  /** Points to be made inside of fresh filesystems, once those are mounted. */
  readonly lateFolders: string[] = []
  readonly lateFiles: string[] = []

  constructor(layers: readonly string[]) {
    this.#layers = layers
  }

  /** Says that `hostPath` (or something fresh and empty) is going to be mounted on the canonical path `target`. */
  addMount(target: string, hostPath: string | undefined, state: 'open' | 'frozen' = 'open'): void {
    this.#mounts.set(target, hostPath)
    if (state === 'frozen') this.#frozen.add(target)
  }

  /** `path` without symbolic links, `.` and `..`, as a process whose root this is would see it. What is missing stays as it is written. */
  resolve(path: string): string {
    const done: string[] = []
    const pending = path.split('/')
    let links = 0
    for (let part = pending.shift(); part !== undefined; part = pending.shift()) {
      if (part === '' || part === '.') continue
      if (part === '..') {
        done.pop()
        continue
      }
      const link = this.#linkAt(`/${[...done, part].join('/')}`)
      if (link === undefined) {
        done.push(part)
        continue
      }
      if (++links > mostLinks) throw new Error(`too many symbolic links in ${path}`)
      if (link.startsWith('/')) done.length = 0
      pending.unshift(...link.split('/'))
    }
    return `/${done.join('/')}`
  }

  /** Makes `path` (canonical) a mount point of that kind where it is missing. Throws when it is of the other kind. */
  ensure(path: string, kind: EntryKind): void {
    const covering = this.#mountOf(path)
    if (covering?.hostPath !== undefined && covering.target !== path && !this.#frozen.has(covering.target))
      this.hasNested = true
    const there = this.#stat(path)
    if (there) {
      if (there.isDirectory() === (kind === 'folder')) return
      throw new Error(`can't mount a ${kind} on ${path}, which is a ${kind === 'folder' ? 'file' : 'folder'}`)
    }
    const parent = path.slice(0, path.lastIndexOf('/'))
    if (parent !== '') this.ensure(parent, 'folder')
    const place = this.#place(path)
    if (place === undefined) (kind === 'folder' ? this.lateFolders : this.lateFiles).push(path)
    else make(place, kind)
  }

  /** A file's text; undefined when there is none. At most a megabyte is read. */
  read(path: string): string | undefined {
    const canonical = this.resolve(path)
    const stats = this.#stat(canonical)
    if (!stats?.isFile() || stats.size > 1024 * 1024) return undefined
    const place = this.#places(canonical).find((one) => statOf(one))
    return place && readFileSync(place, 'utf8')
  }

  isFolder(path: string): boolean {
    return this.#stat(path)?.isDirectory() ?? path === '/'
  }

  #linkAt(path: string): string | undefined {
    for (const place of this.#places(path)) {
      const stats = statOf(place)
      if (stats) return stats.isSymbolicLink() ? readlinkSync(place) : undefined
    }
    return undefined
  }

  #stat(path: string): Stats | undefined {
    if (path === '/') return statOf(this.#layers[0] ?? '/')
    if (this.#mounts.has(path) && this.#mounts.get(path) === undefined) return statOf('/')
    if (this.lateFolders.includes(path)) return statOf('/')
    for (const place of this.#places(path)) {
      const stats = statOf(place)
      if (stats) return stats
    }
    return undefined
  }

  /** Host paths where `path` may be, first match wins. */
  #places(path: string): string[] {
    const mount = this.#mountOf(path)
    if (!mount) return this.#layers.map((layer) => join(layer, path))
    return mount.hostPath === undefined ? [] : [join(mount.hostPath, path.slice(mount.target.length))]
  }

  /** The host path at which `path` can be made now; its parent is there. Undefined inside of a fresh filesystem. */
  #place(path: string): string | undefined {
    const mount = this.#mountOf(path)
    if (mount && this.#frozen.has(mount.target)) {
      throw new Error(
        `${path} is not there to mount on: the host's files are read-only, and an overlay over them is not possible here`,
      )
    }
    if (mount) return this.#places(path)[0]
    const [writable = '', ...lower] = this.#layers
    const parts = path.split('/').slice(1, -1)
    for (let count = 1; count <= parts.length; count++) copyFolder(parts.slice(0, count).join('/'), writable, lower)
    return join(writable, path)
  }

  #mountOf(path: string): { readonly target: string; readonly hostPath: string | undefined } | undefined {
    let best: string | undefined
    for (const target of this.#mounts.keys()) {
      const covers = path === target || path.startsWith(`${target}/`)
      if (covers && (best === undefined || target.length > best.length)) best = target
    }
    return best === undefined ? undefined : { target: best, hostPath: this.#mounts.get(best) }
  }
}

/** Repeats a lower layer's folder in the writable one, with its owner and mode, so that the merged folder looks unchanged. */
function copyFolder(path: string, writable: string, lower: readonly string[]): void {
  const to = join(writable, path)
  if (statOf(to)) return
  const from = lower.map((layer) => statOf(join(layer, path))).find((stats) => stats?.isDirectory())
  mkdirSync(to)
  if (!from) return
  if (process.getuid?.() === 0) chownSync(to, from.uid, from.gid)
  chmodSync(to, from.mode & 0o7777)
}

function make(place: string, kind: EntryKind): void {
  if (kind === 'folder') mkdirSync(place, 0o755)
  else
    closeSync(openSync(place, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o644))
  if (process.getuid?.() === 0) lchownSync(place, 0, 0)
}

function statOf(place: string): Stats | undefined {
  return lstatSync(place, { throwIfNoEntry: false })
}
