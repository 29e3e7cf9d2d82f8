/** Which cgroup hierarchies this machine has mounted, of version 1 and 2. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MountEntry, mountTable } from '../host/mount-table.js'

export interface Hierarchy {
  readonly version: 1 | 2
  /** Where it is mounted. */
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

function unified(path: string): Hierarchy {
  const offered = readFileSync(join(path, 'cgroup.controllers'), 'utf8').trim().split(' ')
  return { version: 2, path, controllers: unifiedControllers(offered) }
}

/** Of those offered, the ones we use. Version 2 accounts processor time without a controller for it. */
export function unifiedControllers(offered: readonly string[]): Controller[] {
  const ours: Controller[] = controllers.filter((name) => name !== 'cpuacct' && offered.includes(name))
  return ours.includes('cpu') || ours.includes('memory') ? [...ours, 'cpuacct'] : ours
}
