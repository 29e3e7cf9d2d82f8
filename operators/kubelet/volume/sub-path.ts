/**
 * A `subPath` of a volume, safe against links that the pod plants: the path is resolved, must stay in the volume, and is then opened part by part without
 * following links; what was opened is what is mounted (way of upstream's subpath package).
 */
import { constants } from 'node:fs'
import { chmod, type FileHandle, mkdir, open, realpath, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { isRoot, mountBind, mountsBelow } from './mounting.js'

/** Linux' O_PATH, which node does not name. */
const oPath = 0o10000000

/** The host path to mount: as root a bind mount at `target`, otherwise the resolved path itself. Throws when it leaves the volume. */
export async function prepareSubPath(volume: string, subPath: string, target: string): Promise<string> {
  const parts = subPath.split('/').filter((part) => part && part !== '.')
  if (subPath.startsWith('/') || parts.includes('..'))
    throw new Error(`subPath "${subPath}" must stay within its volume`)
  const root = await realpath(volume)
  await makeFolders(root, parts)
  const resolved = await realpath(join(root, ...parts))
  const inside = relative(root, resolved)
  if (leadsOut(inside)) throw new Error(`subPath "${subPath}" leads out of its volume`)
  if (!isRoot()) return resolved
  const handle = await openInside(root, inside.split('/').filter(Boolean))
  try {
    await bindTo(handle, target)
    return target
  } finally {
    await handle.close()
  }
}

async function bindTo(handle: FileHandle, target: string): Promise<void> {
  if ((await mountsBelow(target)).includes(target)) return
  if ((await handle.stat()).isDirectory()) await mkdir(target, { recursive: true })
  else {
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, '', { flag: 'a' })
  }
  await mountBind(`/proc/${process.pid}/fd/${handle.fd}`, target)
}

/** Names that begin with two dots, such as a ConfigMap volume's own `..data`, are inside. */
function leadsOut(relativePath: string): boolean {
  return relativePath === '..' || relativePath.startsWith('../')
}

/** Makes what is missing of the path, one folder at a time below the deepest real one, each with the volume's own mode. */
async function makeFolders(root: string, parts: readonly string[]): Promise<void> {
  const mode = (await stat(root)).mode & 0o7777
  let at = root
  for (const part of parts) {
    const next = join(at, part)
    const there = await realpath(next).catch(() => undefined)
    if (!there) {
      await mkdir(next, { mode: 0o700 })
      await chmod(next, mode)
    }
    at = there ?? next
    if (leadsOut(relative(root, at))) throw new Error(`subPath "${parts.join('/')}" leads out of its volume`)
  }
}

/** Opens `parts` below `root` without following a link anywhere. */
async function openInside(root: string, parts: readonly string[]): Promise<FileHandle> {
  let handle = await open(root, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW)
  for (const part of parts) {
    const parent = handle
    try {
      handle = await open(`/proc/self/fd/${parent.fd}/${part}`, oPath | constants.O_NOFOLLOW)
    } finally {
      await parent.close()
    }
    if ((await handle.stat()).isSymbolicLink()) {
      await handle.close()
      throw new Error('subPath changed while it was mounted')
    }
  }
  return handle
}
