/** Which cgroup hierarchies this machine has mounted, of version 1 and 2. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type MountEntry, mountTable } from '../host/mount-table.js'

export interface Hierarchy {
  readonly version: 1 | 2
  /** Where it is mounted; of a part that was given to us, that part's folder. */
  readonly path: string
  /** Of those we use. Empty: only for membership, so that a service manager doesn't count pods as ours. */
  readonly controllers: readonly Controller[]
}

export const controllers = ['cpu', 'cpuacct', 'memory', 'pids'] as const
export type Controller = (typeof controllers)[number]

/** Those that hold a controller we use, systemd's own, and the unified one. */
export function findHierarchies(table: readonly MountEntry[] = mountTable()): Hierarchy[] {
  const found: Hierarchy[] = []
  for (const entry of table) {
    if (entry.type === 'cgroup') {
      const ours = controllers.filter((name) => entry.superOptions.includes(name))
      if (ours.length || entry.superOptions.includes('name=systemd')) {
        found.push({ version: 1, path: entry.target, controllers: ours })
      }
    } else if (entry.type === 'cgroup2') {
      found.push(unified(entry.target))
    }
  }
  return found.filter((one, at) => found.findIndex((other) => other.path === one.path) === at)
}

/** Where this process may make groups and move processes to: everywhere as root, else in the part of version 2 that was delegated to the user. */
export function ownHierarchies(): Hierarchy[] {
  const uid = process.getuid?.() ?? 0
  return uid === 0 ? findHierarchies() : delegatedHierarchies(uid, { ownGroup: ownUnifiedGroup() })
}

/** Where groups of this user's nodes may be, whichever session made them. */
export function knownHierarchies(): Hierarchy[] {
  const uid = process.getuid?.() ?? 0
  const session = `/user.slice/user-${uid}.slice/user@${uid}.service`
  const found = [...ownHierarchies(), ...(uid === 0 ? [] : delegatedHierarchies(uid, { ownGroup: session }))]
  return found.filter((one, at) => found.findIndex((other) => other.path === one.path) === at)
}

/**
 * The outermost group around `ownGroup` that belongs to the user: systemd delegates so by chown. Processes can be moved within it, not into it.
 * The service of the user's own systemd is one, so a program of a desktop session has it; one that came in by ssh has none.
 */
export function delegatedHierarchies(
  uid: number,
  { ownGroup, table = mountTable() }: { readonly ownGroup: string; readonly table?: readonly MountEntry[] },
): Hierarchy[] {
  const mount = table.find((entry) => entry.type === 'cgroup2')?.target
  if (mount === undefined) return []
  const parts = ownGroup.split('/').filter(Boolean)
  const around = parts.map((_, at) => join(mount, ...parts.slice(0, at + 1)))
  const given = around.find((folder) => existsSync(folder) && statSync(folder).uid === uid)
  return given === undefined ? [] : [unified(given)]
}

function ownUnifiedGroup(): string {
  const lines = readFileSync('/proc/self/cgroup', 'utf8').split('\n')
  return lines.find((line) => line.startsWith('0::'))?.slice('0::'.length) ?? ''
}

function unified(path: string): Hierarchy {
  const offered = readFileSync(join(path, 'cgroup.controllers'), 'utf8').trim().split(' ')
  return { version: 2, path, controllers: unifiedControllers(offered) }
}

/** Of those offered, the ones we use. Version 2 accounts processor time without a controller for it. */
export function unifiedControllers(offered: readonly string[]): Controller[] {
  const ours: Controller[] = controllers.filter((name) => name !== 'cpuacct' && offered.includes(name))
  return ours.includes('cpu') || ours.includes('memory') ? [...ours, 'cpuacct'] : ours
}
