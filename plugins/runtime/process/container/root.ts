/** The ways a container comes to its root: an overlay over the image, a copy of it, or the host's own files. */
import { lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun } from '../host/command.js'
import type { Host } from '../host/host.js'
import { type MountEntry, mountTable } from '../host/mount-table.js'
import type { ImageRoot } from './image-root.js'
import type { PlannedMount } from './mount-plan.js'
import { RootView } from './root-view.js'

export interface ContainerRoot {
  readonly view: RootView
  /** Made before, and after, all other mounts. */
  readonly first: readonly PlannedMount[]
  readonly last: readonly PlannedMount[]
  /** `stage`: `skeleton` is copied to a scratch filesystem at `stage`. `assemble`: to a new filesystem that becomes the root. */
  readonly preparation: 'none' | 'stage' | 'assemble'
  /** A working folder can be made in it. */
  readonly canGrow: boolean
}

/** Folders of the host that a container has of its own. */
export const freshOnHost = ['/run', '/tmp', '/var/tmp'] as const
const notOfHost = new Set(['proc', 'sys', 'dev', 'run', 'tmp', 'lost+found'])

/** Lays the folder out. Cost: nothing but small folders, except for a copy where the kernel allows no overlay. */
export async function prepareRoot(
  host: Host,
  image: ImageRoot,
  place: { readonly folder: string; readonly readOnly: boolean },
): Promise<ContainerRoot> {
  const { folder, readOnly } = place
  mkdirSync(join(folder, 'rootfs'), { mode: 0o755 })
  if (image.folder === undefined) return host.isRoot && host.hasOverlay ? overlayOnHost(folder) : assembled(folder)
  return host.hasOverlay
    ? overlayOnImage(folder, image.folder, readOnly)
    : await copied(host, { folder, image: image.folder, readOnly })
}

function overlayOnImage(folder: string, image: string, readOnly: boolean): ContainerRoot {
  for (const name of ['upper', 'work']) mkdirSync(join(folder, name), { mode: 0o755 })
  // A name without colons or commas, whatever the data directory is called.
  symlinkSync(image, join(folder, 'lower'))
  const options = [readOnly ? 'ro' : 'rw', 'lowerdir=lower', 'upperdir=upper', 'workdir=work']
  const root = { source: 'overlay', target: '/', type: 'overlay', options }
  const view = new RootView([join(folder, 'upper'), image])
  return { view, first: [root], last: [], preparation: 'none', canGrow: true }
}

/** Mount points that the host lacks are made in a scratch filesystem, since the upper folder can't lie inside of the lower one. */
function overlayOnHost(folder: string): ContainerRoot {
  for (const name of ['skeleton/upper', 'skeleton/work', 'stage'])
    mkdirSync(join(folder, name), { recursive: true, mode: 0o755 })
  const options = ['ro', 'lowerdir=/', 'upperdir=stage/upper', 'workdir=stage/work']
  const root = { source: 'overlay', target: '/', type: 'overlay', options }
  const view = new RootView([join(folder, 'skeleton', 'upper'), '/'])
  return { view, first: [root], last: [], preparation: 'stage', canGrow: false }
}

/** A new filesystem with the host's folders bound into it, one by one. Mount points can be made in its root and in fresh folders, not in the host's. */
function assembled(folder: string): ContainerRoot {
  const skeleton = join(folder, 'skeleton')
  mkdirSync(skeleton, { mode: 0o755 })
  const view = new RootView([skeleton])
  const table = mountTable()
  const first: PlannedMount[] = []
  for (const name of readdirSync('/').filter((one) => !notOfHost.has(one))) {
    const path = `/${name}`
    const stats = lstatSync(path)
    if (stats.isSymbolicLink()) symlinkSync(readlinkSync(path), join(skeleton, name))
    if (!stats.isDirectory()) continue
    mkdirSync(join(skeleton, name), { mode: 0o755 })
    view.addMount(path, path, 'frozen')
    first.push(
      { source: path, target: path, type: 'none', options: ['rbind', 'rprivate'] },
      ...readOnlyBelow(path, table),
    )
  }
  const last = [{ source: 'none', target: '/', type: 'none', options: ['remount', 'bind', 'ro'] }]
  return { view, first, last, preparation: 'assemble', canGrow: false }
}

/** A bind can be made read-only only mount by mount, each keeping the restrictions that it has. */
function readOnlyBelow(path: string, table: readonly MountEntry[]): PlannedMount[] {
  const restrictions = new Set(['nosuid', 'nodev', 'noexec', 'noatime', 'nodiratime', 'relatime'])
  const covering = table.filter((entry) => entry.target === '/' || entry.target === path).at(-1)
  const below = table.filter((entry) => entry.target.startsWith(`${path}/`))
  return [{ ...covering, target: path, options: covering?.options ?? [] }, ...below].map((entry) => ({
    source: 'none',
    target: entry.target,
    type: 'none',
    options: ['remount', 'bind', 'ro', ...entry.options.filter((option) => restrictions.has(option))],
  }))
}

async function copied(
  host: Host,
  place: { readonly folder: string; readonly image: string; readonly readOnly: boolean },
): Promise<ContainerRoot> {
  const root = join(place.folder, 'rootfs')
  await mustRun(host.tools.cp, ['-a', '--reflink=auto', `${place.image}/.`, root])
  const first = [{ source: root, target: '/', type: 'none', options: ['rbind', ...(place.readOnly ? ['ro'] : [])] }]
  return { view: new RootView([root]), first, last: [], preparation: 'none', canGrow: true }
}
