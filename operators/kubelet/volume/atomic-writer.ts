/**
 * Writes a volume's files so that readers see the old set or the new one, never a mixture: files live in a hidden folder of their own, `..data` is a link
 * to it that is swapped by one rename, and the names people read are links through `..data` (layout of upstream's AtomicWriter).
 */
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface FileContent {
  readonly bytes: Buffer
  /** Permission bits. */
  readonly mode: number
  /** Left out: root's, or the kubelet's own user's. */
  readonly uid?: number
}

/** Path below the volume's root -> content. */
export type Payload = ReadonlyMap<string, FileContent>

/** Throws for a path that leaves the volume or begins with `..`. Writes nothing when all is as wanted. */
export async function writeAtomically(
  root: string,
  payload: Payload,
  group?: number,
): Promise<'written' | 'unchanged'> {
  for (const path of payload.keys()) checkPath(path)
  await mkdir(root, { recursive: true })
  const before = await readlink(join(root, '..data')).catch(() => undefined)
  if (before && (await isSame(join(root, before), payload))) return 'unchanged'
  const folder = await mkdtemp(join(root, '..v_'))
  await chmod(folder, 0o755)
  for (const [path, content] of payload) await writeOne(join(folder, path), content, group)
  const staged = join(root, '..data_tmp')
  await rm(staged, { force: true })
  await symlink(folder.slice(root.length + 1), staged)
  await rename(staged, join(root, '..data'))
  await linkNames(root, payload)
  if (before) await rm(join(root, before), { recursive: true, force: true })
  return 'written'
}

/** Throws unless the path stays below the volume's root. */
function checkPath(path: string): void {
  const parts = path.split('/')
  if (!path || path.startsWith('/') || parts.includes('..') || path.startsWith('..')) {
    throw new Error(`invalid path in volume: "${path}"`)
  }
}

async function writeOne(path: string, { bytes, mode, uid }: FileContent, group: number | undefined): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
  if (group !== undefined || uid !== undefined) await chown(path, uid ?? -1, group ?? -1)
  await chmod(path, group === undefined ? mode : mode | ((mode & 0o400) >> 3))
}

async function linkNames(root: string, payload: Payload): Promise<void> {
  const wanted = new Set(
    Array.from(payload.keys(), (path) => path.split('/').filter((part) => part !== '.')[0] as string),
  )
  for (const entry of await readdir(root)) {
    if (entry.startsWith('..')) continue
    if (!wanted.delete(entry)) await rm(join(root, entry), { force: true })
  }
  for (const name of wanted) await symlink(join('..data', name), join(root, name))
}

async function isSame(folder: string, payload: Payload): Promise<boolean> {
  const there = await filesBelow(folder).catch(() => [])
  if (there.length !== payload.size) return false
  for (const path of there) {
    const content = payload.get(path)
    if (!content?.bytes.equals(await readFile(join(folder, path)))) return false
    if (((await stat(join(folder, path))).mode & 0o700) !== (content.mode & 0o700)) return false
  }
  return true
}

async function filesBelow(folder: string, prefix = ''): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix ? `${prefix}/${entry.name}` : entry.name
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, path)))
    else found.push(path)
  }
  return found
}
