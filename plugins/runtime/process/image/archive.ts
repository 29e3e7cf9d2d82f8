/** An image archive opened for reading by name: a folder as it is, or a tar (gzipped or not) unpacked to flat files with checked names. */
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { partsOf } from './layer-entry.js'
import { firstBytes, writeEntry } from './unpack.js'

export interface Archive {
  /** The host path of a file in it; undefined when there is none. */
  path(name: string): string | undefined
  close(): void
}

const mostDocumentBytes = 8 * 1024 * 1024

/** Throws when it is neither a folder nor a tar. */
export async function openArchive(path: string, scratch: string): Promise<Archive> {
  if (statSync(path).isDirectory()) return folderArchive(path)
  const folder = mkdtempSync(join(scratch, 'archive-'))
  const close = () => rmSync(folder, { recursive: true, force: true })
  try {
    const files = await unpackFlat(path, folder)
    const links = files.links
    const find = (name: string, hops = 0): string | undefined => {
      const target = links.get(name)
      return target !== undefined && hops < 8 ? find(target, hops + 1) : files.paths.get(name)
    }
    return { path: (name) => find(clean(name)), close }
  } catch (error) {
    close()
    throw error
  }
}

/** A JSON document of the archive; undefined when there is none. */
export function readDocument(archive: Archive, name: string): unknown {
  const path = archive.path(name)
  if (path === undefined) return undefined
  if (statSync(path).size > mostDocumentBytes) throw new Error(`${name} is too large`)
  return JSON.parse(readFileSync(path, 'utf8'))
}

function folderArchive(folder: string): Archive {
  return {
    path: (name) => {
      const path = join(folder, clean(name))
      return existsSync(path) ? path : undefined
    },
    close: () => {},
  }
}

async function unpackFlat(
  path: string,
  folder: string,
): Promise<{ paths: Map<string, string>; links: Map<string, string> }> {
  const paths = new Map<string, string>()
  const links = new Map<string, string>()
  const magic = await firstBytes(path, 2)
  const tar = extract()
  const entries = (async () => {
    for await (const entry of tar) {
      const { header } = entry
      const name = clean(header.name)
      if (header.type === 'file') {
        const target = join(folder, String(paths.size))
        await writeEntry(entry, target)
        paths.set(name, target)
        continue
      }
      if (header.type === 'symlink') links.set(name, clean(posix.join(posix.dirname(name), header.linkname ?? '')))
      if (header.type === 'link') links.set(name, clean(header.linkname ?? ''))
      entry.resume()
    }
  })()
  const unzip = magic[0] === 0x1f && magic[1] === 0x8b ? createGunzip() : new PassThrough()
  await Promise.all([pipeline(createReadStream(path), unzip, tar), entries])
  return { paths, links }
}

function clean(name: string): string {
  return partsOf(posix.normalize(name)).join('/')
}
