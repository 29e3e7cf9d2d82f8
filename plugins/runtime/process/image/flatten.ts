/** Joins an image's layers into one folder of hard links, so that a container's overlay has a single lower folder and no whiteout to understand. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lchownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  type Stats,
} from 'node:fs'
import { join } from 'node:path'
import { RootView } from '../container/root-view.js'
import { readIfPresent } from '../host/atomic-file.js'
import type { ImageStore, StoredImage } from './store.js'
import { type LayerNotes, renameUnlessThere } from './unpack.js'

/** The folder with the image's files; made at first use. Cost: one link for each file. A single plain layer serves as it is. */
export function rootOf(store: ImageStore, image: Pick<StoredImage, 'id' | 'diffIds'>): string {
  const [only, ...more] = image.diffIds
  if (only !== undefined && more.length === 0 && isPlain(notesOf(store, only))) return store.layerFolder(only)
  const root = store.rootFolder(image.id)
  if (existsSync(root)) return root
  const unfinished = mkdtempSync(join(store.incoming, 'root-'))
  chmodSync(unfinished, 0o755)
  try {
    for (const diffId of image.diffIds) addLayer(unfinished, store.layerFolder(diffId), notesOf(store, diffId))
    renameUnlessThere(unfinished, root)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return root
}

function isPlain(notes: LayerNotes): boolean {
  return notes.whiteouts.length === 0 && notes.opaque.length === 0
}

function notesOf(store: ImageStore, diffId: string): LayerNotes {
  return JSON.parse(
    readIfPresent(`${store.layerFolder(diffId)}.json`) ?? '{"whiteouts":[],"opaque":[],"implicit":[]}',
  ) as LayerNotes
}

/** First what the layer takes away from those below, then what it adds. */
function addLayer(root: string, layer: string, notes: LayerNotes): void {
  const view = new RootView([root])
  for (const path of notes.opaque) {
    const folder = join(root, view.resolve(path))
    if (statOf(folder)?.isDirectory()) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
    }
  }
  for (const path of notes.whiteouts) {
    const at = path.lastIndexOf('/')
    rmSync(join(root, view.resolve(path.slice(0, Math.max(0, at))), path.slice(at + 1)), {
      recursive: true,
      force: true,
    })
  }
  const implicit = new Set(notes.implicit)
  const visit = (path: string, target: string) => {
    for (const name of readdirSync(join(layer, path))) {
      const from = path === '' ? name : `${path}/${name}`
      const stats = lstatSync(join(layer, from))
      if (stats.isDirectory())
        visit(from, addFolder({ root, view }, `${target}/${name}`, { stats, isImplicit: implicit.has(from) }))
      else addFile(join(layer, from), join(root, target, name))
    }
  }
  if (!implicit.has('')) copyAttributes(lstatSync(layer), root)
  visit('', '')
}

/** Answers where, in the joined tree, the folder is: an implicit one may be a symbolic link of a lower layer. */
function addFolder(
  { root, view }: { readonly root: string; readonly view: RootView },
  path: string,
  { stats, isImplicit }: { readonly stats: Stats; readonly isImplicit: boolean },
): string {
  const canonical = isImplicit ? view.resolve(path) : path
  const host = join(root, canonical)
  const there = statOf(host)
  if (there?.isDirectory()) {
    if (!isImplicit) copyAttributes(stats, host)
    return canonical
  }
  rmSync(host, { force: true })
  mkdirSync(host, { recursive: true })
  copyAttributes(stats, host)
  return canonical
}

function addFile(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  try {
    linkSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EMLINK') throw error
    copyFileSync(from, to)
    copyAttributes(lstatSync(from), to)
  }
}

function copyAttributes(stats: Stats, to: string): void {
  if (process.getuid?.() === 0) lchownSync(to, stats.uid, stats.gid)
  chmodSync(to, stats.mode & 0o7777)
}

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false })
}
