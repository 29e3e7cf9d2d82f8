/** hostPath volumes: checks or makes what the type asks for. */
import { mkdir, stat, writeFile } from 'node:fs/promises'

const checks = {
  Directory: { is: 'a directory', test: 'isDirectory' },
  File: { is: 'a file', test: 'isFile' },
  Socket: { is: 'a socket file', test: 'isSocket' },
  CharDevice: { is: 'a character device', test: 'isCharacterDevice' },
  BlockDevice: { is: 'a block device', test: 'isBlockDevice' },
} as const

/** Throws, in words for an event, when the path is not of the type asked for. */
export async function prepareHostPath(path: string, type: string): Promise<void> {
  if (!type) return
  const found = await stat(path).catch(() => undefined)
  if (type === 'DirectoryOrCreate' && !found) return void (await mkdir(path, { recursive: true, mode: 0o755 }))
  if (type === 'FileOrCreate' && !found) return writeFile(path, '', { mode: 0o644, flag: 'wx' })
  const check = checks[type.replace('OrCreate', '') as keyof typeof checks]
  if (!check) throw new Error(`hostPath type "${type}" is not known`)
  if (!found?.[check.test]()) throw new Error(`hostPath type check failed: ${path} is not ${check.is}`)
}
