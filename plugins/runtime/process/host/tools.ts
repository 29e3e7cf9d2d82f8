/** Finds the host's programs that the embedded runtime drives: sh, util-linux, coreutils; iproute2, nftables and others when present. */
import { accessSync, constants, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'

const folders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'] as const

/** The search path given to every program that the runtime starts on the host. */
export const hostPath = folders.join(':')

const required = [
  'sh',
  'unshare',
  'nsenter',
  'mount',
  'umount',
  'pivot_root',
  'setpriv',
  'mkfifo',
  'mkdir',
  'cp',
  'chown',
  'sleep',
] as const
const optional = ['ip', 'nft', 'script', 'stty', 'bash', 'busybox', 'hostname', 'env'] as const
/** Programs whose busybox form lacks what the runtime needs. */
const utilLinux = ['unshare', 'nsenter', 'mount', 'umount', 'setpriv'] as const

type Required = (typeof required)[number]
type Optional = (typeof optional)[number]

/** Absolute paths of host programs. Optional ones are undefined when absent. */
export type Tools = { readonly [name in Required]: string } & { readonly [name in Optional]?: string } & {
  /** True when `sh` is busybox, whose `exec` prefers its own applets to PATH. */
  readonly shellIsBusybox: boolean
}

/** Looks every program up once. `missing` names what the runtime can't work without. */
export function findTools(): { readonly tools: Tools; readonly missing: readonly string[] } {
  const found = new Map<string, string>()
  for (const name of [...required, ...optional]) {
    const path = find(name)
    if (path) found.set(name, path)
  }
  const missing: string[] = required.filter((name) => !found.has(name))
  for (const name of utilLinux) {
    if (isBusybox(found.get(name))) missing.push(`${name} of util-linux (busybox's is not enough)`)
  }
  const shellIsBusybox = isBusybox(found.get('sh'))
  return { tools: { ...Object.fromEntries(found), shellIsBusybox } as Tools, missing }
}

function find(name: string): string | undefined {
  for (const folder of folders) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {}
  }
  return undefined
}

function isBusybox(path: string | undefined): boolean {
  return path !== undefined && basename(realpathSync(path)).startsWith('busybox')
}
