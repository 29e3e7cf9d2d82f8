/** The few mounts that a kubelet makes by itself, through the `mount` and `umount` commands. Only root can. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const isRoot = (): boolean => process.getuid?.() === 0

export async function mountTmpfs(path: string, options: { readonly sizeBytes?: number }): Promise<void> {
  const size = options.sizeBytes === undefined ? [] : ['-o', `size=${options.sizeBytes}`]
  await run('mount', ['-t', 'tmpfs', ...size, 'tmpfs', path])
}

export async function mountBind(source: string, target: string): Promise<void> {
  await run('mount', ['--bind', source, target])
}

/** Mount points at or below a folder, deepest first. */
export async function mountsBelow(folder: string): Promise<string[]> {
  const lines = (await readFile('/proc/self/mountinfo', 'utf8')).split('\n')
  const points = lines.map((line) => (line.split(' ')[4] ?? '').replace(/\\040/g, ' '))
  return points.filter((point) => point === folder || point.startsWith(`${folder}/`)).reverse()
}

export async function unmountBelow(folder: string): Promise<void> {
  for (const point of await mountsBelow(folder)) await run('umount', ['-l', point])
}
