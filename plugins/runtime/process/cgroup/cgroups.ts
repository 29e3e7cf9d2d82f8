/** The control groups of this node's pods: made, limited, read and removed, alike on cgroup versions 1 and 2. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  type Controller,
  controllers,
  type Hierarchy,
  knownHierarchies,
  ownHierarchies,
  unifiedControllers,
} from './hierarchies.js'
import { type Limits, limitFiles } from './limits.js'

/** Groups are named by their path below the node's own group, such as `pod-<id>/<container>`. */
export class Cgroups {
  readonly #hierarchies: readonly Hierarchy[]
  /** `operon/<node>-<mark>` below each hierarchy's root. */
  readonly root: string

  private constructor(hierarchies: readonly Hierarchy[], root: string) {
    this.#hierarchies = hierarchies
    this.root = root
  }

  /** Undefined when this process may not make groups, or not limit memory in them. Makes the node's group and the one its shims live in. */
  static open(root: string, hierarchies: readonly Hierarchy[] = ownHierarchies()): Cgroups | undefined {
    const cgroups = new Cgroups(hierarchies.map(enabled), root)
    if (!cgroups.hierarchyOf('memory')) return undefined
    try {
      cgroups.#makeBranch('')
      cgroups.create(shimGroup, {})
      return cgroups
    } catch {
      cgroups.remove('')
      return undefined
    }
  }

  /** Those of a data directory, without making anything: for cleaning. */
  static at(root: string, hierarchies: readonly Hierarchy[] = knownHierarchies()): Cgroups {
    return new Cgroups(hierarchies, root)
  }

  hierarchyOf(controller: Controller): Hierarchy | undefined {
    return this.#hierarchies.find((one) => one.controllers.includes(controller))
  }

  /** Whether every limit we know of can be set. */
  get isWhole(): boolean {
    return controllers.every((name) => this.hierarchyOf(name) !== undefined)
  }

  /** Makes a group that only holds other groups. */
  createParent(group: string): void {
    this.#makeBranch(group)
  }

  /** Makes a group for processes, with limits. */
  create(group: string, limits: Limits): void {
    for (const hierarchy of this.#hierarchies) {
      const folder = this.#folder(hierarchy, group)
      mkdirSync(folder, { recursive: true })
      for (const [file, value, needed] of limitFiles(hierarchy, limits)) {
        if (existsSync(join(folder, file))) writeFileSync(join(folder, file), value)
        else if (needed) throw new Error(`the kernel has no ${file}`)
      }
    }
  }

  /** Other limits for a group with processes. Throws when the kernel refuses one, such as less memory than is used. */
  update(group: string, limits: Limits): void {
    for (const hierarchy of this.#hierarchies) {
      const folder = this.#folder(hierarchy, group)
      const files = limitFiles(hierarchy, limits).filter(([file]) => existsSync(join(folder, file)))
      try {
        for (const [file, value] of files) writeFileSync(join(folder, file), value)
      } catch {
        // In version 1 memory is never above memory and swap together: what grows is written the other way round.
        for (const [file, value] of [...files].reverse()) writeFileSync(join(folder, file), value)
      }
    }
  }

  /** Files into which a process writes 0 to join the group. */
  joinFiles(group: string): string[] {
    return this.#hierarchies.map((hierarchy) => join(this.#folder(hierarchy, group), 'cgroup.procs'))
  }

  /** Every process in the group and in those below it. */
  processes(group: string): number[] {
    const pids = new Set<number>()
    for (const hierarchy of this.#hierarchies) {
      for (const folder of foldersBelow(this.#folder(hierarchy, group))) {
        for (const line of words(join(folder, 'cgroup.procs'))) if (line !== '0') pids.add(Number(line))
      }
    }
    return [...pids]
  }

  /** Kills every process in the group and in those below it but this one: at one stroke where the kernel can, so that none escapes by forking. */
  kill(group: string): void {
    const pids = this.processes(group)
    if (!pids.includes(process.pid)) this.#killAtOnce(group)
    for (const pid of pids) if (pid !== process.pid) killQuietly(pid)
  }

  #killAtOnce(group: string): void {
    for (const hierarchy of this.#hierarchies) {
      const file = join(this.#folder(hierarchy, group), 'cgroup.kill')
      try {
        if (existsSync(file)) writeFileSync(file, '1')
      } catch {}
    }
  }

  /** Removes the group and those below it, where no process is left. True when all are gone. */
  remove(group: string): boolean {
    let gone = true
    for (const hierarchy of this.#hierarchies) {
      for (const folder of foldersBelow(this.#folder(hierarchy, group)).reverse()) {
        try {
          rmdirSync(folder)
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOENT') gone = false
        }
      }
    }
    return gone
  }

  /** The folders of the group and of those below it that exist now. */
  folders(group: string): string[] {
    return this.#hierarchies.flatMap((hierarchy) => foldersBelow(this.#folder(hierarchy, group)))
  }

  /** Where a controller's files of the group are. */
  folderOf(controller: Controller, group: string): { readonly version: 1 | 2; readonly path: string } | undefined {
    const hierarchy = this.hierarchyOf(controller)
    return hierarchy && { version: hierarchy.version, path: this.#folder(hierarchy, group) }
  }

  /** The group's folders of hierarchies that limit something, named as below /sys/fs/cgroup. */
  visibleFolders(group: string): { readonly name: string; readonly path: string }[] {
    const limiting = this.#hierarchies.filter((hierarchy) => hierarchy.controllers.length > 0)
    return limiting.map((hierarchy) => ({
      name: hierarchy.version === 2 && limiting.length === 1 ? '' : basename(hierarchy.path),
      path: this.#folder(hierarchy, group),
    }))
  }

  #folder(hierarchy: Hierarchy, group: string): string {
    return join(hierarchy.path, this.root, group)
  }

  #makeBranch(group: string): void {
    for (const hierarchy of this.#hierarchies) {
      let folder = hierarchy.path
      for (const part of join(this.root, group).split('/')) {
        folder = join(folder, part)
        mkdirSync(folder, { recursive: true })
        if (hierarchy.version === 2) passOn(folder, hierarchy.controllers)
      }
    }
  }
}

/** With those controllers alone that the kernel lets the groups below have: it may refuse one, such as cpu while there are real-time processes. */
function enabled(hierarchy: Hierarchy): Hierarchy {
  if (hierarchy.version === 1) return hierarchy
  for (const name of hierarchy.controllers) {
    try {
      passOn(hierarchy.path, [name])
    } catch {}
  }
  const given = words(join(hierarchy.path, 'cgroup.subtree_control'))
  return { ...hierarchy, controllers: unifiedControllers(given) }
}

function passOn(folder: string, names: readonly Controller[]): void {
  const wanted = names.filter((name) => name !== 'cpuacct').map((name) => `+${name}`)
  if (wanted.length) writeFileSync(join(folder, 'cgroup.subtree_control'), wanted.join(' '))
}

/** Where shims live: outside of every limit, and outside of the service that started the node. */
export const shimGroup = 'shims'

function foldersBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [folder, ...below.flatMap((entry) => foldersBelow(join(folder, entry.name)))]
}

function words(file: string): string[] {
  try {
    return readFileSync(file, 'latin1').split(/\s+/).filter(Boolean)
  } catch {
    return []
  }
}

/** Only for processes read from one of our own groups just now. */
function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {}
}
