/** Unpacks a layer's tar into a folder of its own, checking its digest. */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  constants,
  createReadStream,
  existsSync,
  mkdtempSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as zlib from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import { writeAtomically } from '../host/atomic-file.js'
import { removeTree } from '../host/remove-tree.js'
import { LayerFolder, partsOf } from './layer-entry.js'
import type { ImageStore } from './store.js'

/** What a layer does besides adding files. Paths are relative to the root. */
export interface LayerNotes {
  /** Removed from the layers below. */
  readonly whiteouts: readonly string[]
  /** Folders of which nothing of the layers below is to be seen. */
  readonly opaque: readonly string[]
  readonly implicit: readonly string[]
}

/** Does nothing when the layer is there already. Throws when the content isn't what `diffId` says. */
export async function unpackLayer(store: ImageStore, blob: string, diffId: string): Promise<void> {
  const folder = store.layerFolder(diffId)
  if (existsSync(folder) && existsSync(`${folder}.json`)) return
  const unfinished = mkdtempSync(join(store.incoming, 'layer-'))
  chmodSync(unfinished, 0o755)
  try {
    const hash = createHash('sha256')
    const counted = new Transform({
      transform(chunk, _encoding, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    const notes = { whiteouts: [] as string[], opaque: [] as string[], implicit: [] as string[] }
    const target = new LayerFolder(unfinished)
    const tar = extract()
    const entries = (async () => {
      for await (const entry of tar) await take(target, notes, entry)
    })()
    await Promise.all([pipeline(createReadStream(blob), await decompressor(blob), counted, tar), entries])
    target.finish()
    notes.implicit.push(...target.implicit)
    if (`sha256:${hash.digest('hex')}` !== diffId) throw new Error(`the layer's content is not ${diffId}`)
    writeAtomically(`${folder}.json`, JSON.stringify(notes satisfies LayerNotes))
    renameUnlessThere(unfinished, folder)
  } finally {
    await removeTree(unfinished)
  }
}

async function take(
  target: LayerFolder,
  notes: { readonly whiteouts: string[]; readonly opaque: string[] },
  entry: AsyncIterable<unknown> & { readonly header: Header; resume(): unknown },
): Promise<void> {
  const { header } = entry
  const parts = partsOf(header.name)
  const last = parts.at(-1) ?? ''
  if (last.startsWith('.wh.')) {
    const parent = parts.slice(0, -1).join('/')
    if (last === '.wh..wh..opq') notes.opaque.push(parent)
    else if (!last.startsWith('.wh..wh.')) notes.whiteouts.push(join(parent, last.slice('.wh.'.length)))
  } else if (header.type === 'directory') target.makeFolder(header)
  else if (header.type === 'symlink') target.makeSymlink(header)
  else if (header.type === 'link') target.makeHardLink(header)
  else if (header.type === 'file' || header.type === 'contiguous-file') {
    const host = target.fileAt(header)
    await writeEntry(entry, host)
    target.finishFile(host, header)
    return
  }
  // Devices and pipes are left out: a container's /dev is made by the runtime.
  entry.resume()
}

/** Creates the file; throws when something is there, a symbolic link included. */
export async function writeEntry(entry: AsyncIterable<unknown>, path: string): Promise<void> {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600)
  try {
    for await (const chunk of entry) {
      const bytes = chunk as Uint8Array
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    }
  } finally {
    closeSync(file)
  }
}

/** By the first bytes, since media types are not always true. */
async function decompressor(blob: string): Promise<Transform> {
  const magic = await firstBytes(blob, 4)
  if (magic[0] === 0x1f && magic[1] === 0x8b) return zlib.createGunzip()
  if (magic.readUInt32LE(0) !== 0xfd2fb528)
    return new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) })
  const { createZstdDecompress } = zlib as { createZstdDecompress?: () => Transform }
  if (!createZstdDecompress)
    throw new Error(
      "the layer is compressed with zstd, which this version of Node can't read: use Node 22.15 or later, or an image with gzip layers",
    )
  return createZstdDecompress()
}

export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path, { end: count - 1 })) chunks.push(chunk as Buffer)
  return Buffer.concat([...chunks, Buffer.alloc(count)]).subarray(0, count)
}

/** Somebody else may have unpacked the same at the same time. */
export function renameUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
  }
}
