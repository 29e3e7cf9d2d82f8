/** The control groups of this node's pods: made, limited, read and removed, alike on cgroup versions 1 and 2. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Controller, findHierarchies, type Hierarchy } from './hierarchies.js'
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

  /** Undefined when this process may not make groups. Makes the node's group and the one its shims live in. */
  static open(root: string): Cgroups | undefined {
    const cgroups = new Cgroups(findHierarchies(), root)
    try {
      cgroups.#makeBranch('')
      cgroups.create(shimGroup, {})
    } catch {
      return undefined
    }
    return cgroups.hierarchyOf('memory') ? cgroups : undefined
  }

  /** Those of a data directory, without making anything: for cleaning. */
  static at(root: string): Cgroups {
    return new Cgroups(findHierarchies(), root)
  }

  hierarchyOf(controller: Controller): Hierarchy | undefined {
    return this.#hierarchies.find((one) => one.controllers.includes(controller))
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
        for (const line of lines(join(folder, 'cgroup.procs'))) if (line !== '0') pids.add(Number(line))
      }
    }
    return [...pids]
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
    return this.#hierarchies
      .filter((hierarchy) => hierarchy.controllers.length > 0)
      .map((hierarchy) => ({
        name: hierarchy.path === '/sys/fs/cgroup' ? '' : basename(hierarchy.path),
        path: this.#folder(hierarchy, group),
      }))
  }

  #folder(hierarchy: Hierarchy, group: string): string {
    return join(hierarchy.path, this.root, group)
  }

  #makeBranch(group: string): void {
    for (const hierarchy of this.#hierarchies) {
      let folder = hierarchy.path
      for (const part of ['', ...join(this.root, group).split('/')]) {
        folder = join(folder, part)
        mkdirSync(folder, { recursive: true })
        if (hierarchy.version === 2 && hierarchy.controllers.length) this.#delegate(hierarchy, folder)
      }
    }
  }

  #delegate(hierarchy: Hierarchy, folder: string): void {
    const wanted = hierarchy.controllers.filter((name) => name !== 'cpuacct').map((name) => `+${name}`)
    writeFileSync(join(folder, 'cgroup.subtree_control'), wanted.join(' '))
  }
}

/** Where shims live: outside of every limit, and outside of the service that started the node. */
export const shimGroup = 'shims'

function foldersBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [folder, ...below.flatMap((entry) => foldersBelow(join(folder, entry.name)))]
}

function lines(file: string): string[] {
  try {
    return readFileSync(file, 'latin1').split('\n').filter(Boolean)
  } catch {
    return []
  }
}
