/** Puts one entry of a layer's tar into the layer's folder, and nowhere else. */
import { chmodSync, lchownSync, linkSync, lstatSync, lutimesSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Header } from 'tar-stream'
import { RootView } from '../container/root-view.js'

export class LayerFolder {
  readonly #folder: string
  readonly #view: RootView
  readonly #isRoot: boolean
  /** Folders that are known to be there and to be no symbolic links. */
  readonly #known = new Set<string>()
  /** Made only because something lies in them; in an image they take no part in deciding owner and mode. */
  readonly implicit = new Set<string>()
  readonly #folderModes = new Map<string, number>()

  constructor(folder: string) {
    this.#folder = folder
    this.#view = new RootView([folder])
    this.#isRoot = process.getuid?.() === 0
  }

  /** The host path at which an entry belongs: parents are made, symbolic links in them stay inside. Throws for `..`. */
  place(name: string): { readonly path: string; readonly host: string } {
    const parts = partsOf(name)
    const last = parts.pop()
    const parent = this.#parent(parts.join('/'))
    const path = last === undefined ? '' : join(parent, last)
    return { path, host: join(this.#folder, path) }
  }

  makeFolder(header: Header): void {
    const { path, host } = this.place(header.name)
    const there = lstatSync(host, { throwIfNoEntry: false })
    if (there && !there.isDirectory()) this.#clear(path)
    if (!there?.isDirectory()) mkdirSync(host, 0o700)
    this.implicit.delete(path)
    this.#known.add(path)
    if (this.#isRoot) lchownSync(host, header.uid ?? 0, header.gid ?? 0)
    this.#folderModes.set(host, header.mode ?? 0o755)
  }

  makeSymlink(header: Header): void {
    const { path, host } = this.place(header.name)
    this.#clear(path)
    symlinkSync(header.linkname ?? '', host)
    if (this.#isRoot) lchownSync(host, header.uid ?? 0, header.gid ?? 0)
    lutimesSync(host, header.mtime ?? 0, header.mtime ?? 0)
  }

  /** Throws when it links to what is not in this layer. */
  makeHardLink(header: Header): void {
    const target = this.place(header.linkname ?? '')
    const { path, host } = this.place(header.name)
    if (path === target.path) return
    const there = lstatSync(target.host, { throwIfNoEntry: false })
    if (!there || there.isDirectory())
      throw new Error(`${header.name} is a hard link to ${header.linkname}, which is no file of this layer`)
    this.#clear(path)
    linkSync(target.host, host)
  }

  /** Makes room for a file; answers where to write it. */
  fileAt(header: Header): string {
    const { path, host } = this.place(header.name)
    if (path === '') throw new Error("a layer can't replace the root by a file")
    this.#clear(path)
    return host
  }

  /** Owner before mode: changing the owner clears setuid. */
  finishFile(host: string, header: Header): void {
    if (this.#isRoot) lchownSync(host, header.uid ?? 0, header.gid ?? 0)
    chmodSync(host, (header.mode ?? 0o644) & 0o7777)
    lutimesSync(host, header.mtime ?? 0, header.mtime ?? 0)
  }

  /** Folders get their modes last, lest one that can't be written hinders what goes into it. */
  finish(): void {
    for (const [host, mode] of this.#folderModes) {
      if (lstatSync(host, { throwIfNoEntry: false })?.isDirectory()) chmodSync(host, mode & 0o7777)
    }
  }

  #parent(path: string): string {
    if (path === '' || this.#known.has(path)) return path
    const canonical = this.#view.resolve(path).slice(1)
    const parts = canonical.split('/').filter(Boolean)
    let at = ''
    for (const part of parts) {
      at = at === '' ? part : `${at}/${part}`
      if (this.#known.has(at)) continue
      const there = lstatSync(join(this.#folder, at), { throwIfNoEntry: false })
      if (there && !there.isDirectory()) rmSync(join(this.#folder, at))
      if (!there?.isDirectory()) {
        mkdirSync(join(this.#folder, at), 0o755)
        this.implicit.add(at)
      }
      this.#known.add(at)
    }
    return canonical
  }

  #clear(path: string): void {
    if (path === '') throw new Error("a layer can't replace the root")
    const host = join(this.#folder, path)
    const there = lstatSync(host, { throwIfNoEntry: false })
    if (!there) return
    rmSync(host, { recursive: true, force: true })
    if (there.isDirectory()) this.#known.clear()
  }
}

/** The parts of an entry's name below the layer's root. Throws for `..`; a leading slash means the layer's root. */
export function partsOf(name: string): string[] {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.includes('..')) throw new Error(`the layer has an entry outside of its root: ${JSON.stringify(name)}`)
  return parts
}
