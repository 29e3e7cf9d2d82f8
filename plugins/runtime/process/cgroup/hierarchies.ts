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
      found.push({ version: 2, path: entry.target, controllers: unifiedControllers(entry.target) })
    }
  }
  return found.filter((one, at) => found.findIndex((other) => other.path === one.path) === at)
}

function unifiedControllers(path: string): Controller[] {
  const offered = readFileSync(join(path, 'cgroup.controllers'), 'utf8').trim().split(' ')
  const ours: Controller[] = controllers.filter((name) => offered.includes(name))
  // Version 2 accounts processor time without the cpuacct controller.
  return ours.includes('cpu') ? [...ours, 'cpuacct'] : ours
}
