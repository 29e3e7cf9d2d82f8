/** The mounts of a container, in order, as the two fstab files that mount(8) makes them from. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ContainerConfig, Mount } from '../../contract.js'
import type { EntryKind, RootView } from './root-view.js'

export interface PlannedMount {
  readonly source: string
  /** Canonical path inside of the container. */
  readonly target: string
  readonly type: string
  readonly options: readonly string[]
}

export interface MountRequest {
  readonly config: ContainerConfig
  /** Host folder that is the pod's /dev/shm; undefined: a fresh one. */
  readonly shmFolder: string | undefined
  /** Files of the sandbox by the path they appear at. */
  readonly etcFiles: Readonly<Record<string, string>>
  /** The container's own cgroups, by the name they have below /sys/fs/cgroup; one without a name is mounted there itself. */
  readonly cgroupFolders: readonly { readonly name: string; readonly path: string }[]
  /** Runs on the host's files: these folders get fresh filesystems, and the data directory is hidden. */
  readonly freshFolders: readonly string[]
  readonly hiddenFolders: readonly string[]
  readonly isRoot: boolean
}

export interface MountPlan {
  /** New filesystems. */
  readonly fresh: readonly PlannedMount[]
  /** What is bound into them and over the image's files. */
  readonly binds: readonly PlannedMount[]
}

const guarded = ['nosuid', 'nodev', 'noexec'] as const
const cgroupPoint = '/sys/fs/cgroup'
const deviceFiles = ['null', 'zero', 'full', 'random', 'urandom', 'tty'] as const
const maskedPaths = [
  '/proc/acpi',
  '/proc/asound',
  '/proc/kcore',
  '/proc/keys',
  '/proc/latency_stats',
  '/proc/timer_list',
  '/proc/timer_stats',
  '/proc/sched_debug',
  '/proc/scsi',
  '/sys/firmware',
  '/sys/devices/virtual/powercap',
] as const
const readOnlyPaths = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'] as const

/** Plans them and makes their mount points in the view's writable layer. Throws when a point is of the wrong kind or a source is missing. */
export function planMounts(view: RootView, request: MountRequest): MountPlan {
  const planner = new Planner(view, request)
  planner.addSystem()
  planner.addHostTree()
  planner.addDevices()
  planner.addCgroups()
  if (!request.config.security.privileged) planner.addRestrictions()
  planner.addEtcFiles()
  for (const mount of request.config.mounts.toSorted((a, b) => depth(a) - depth(b))) planner.addVolume(mount)
  return planner
}

class Planner implements MountPlan {
  readonly #view: RootView
  readonly #request: MountRequest
  readonly fresh: PlannedMount[] = []
  readonly binds: PlannedMount[] = []

  constructor(view: RootView, request: MountRequest) {
    this.#view = view
    this.#request = request
  }

  addSystem(): void {
    const { config, isRoot, shmFolder } = this.#request
    this.#mountFresh('/proc', 'proc', guarded)
    this.#mountFresh('/dev', 'tmpfs', ['nosuid', 'mode=755', 'size=65536k'])
    if (!config.tty) {
      const group = isRoot ? ['gid=5'] : []
      const options = ['nosuid', 'noexec', 'newinstance', 'ptmxmode=0666', 'mode=0620', ...group]
      this.#mountFresh('/dev/pts', 'devpts', options)
    }
    this.#mountFresh('/dev/mqueue', 'mqueue', guarded)
    if (!shmFolder) this.#mountFresh('/dev/shm', 'tmpfs', [...guarded, 'mode=1777', 'size=65536k'])
    if (isRoot) this.#mountFresh('/sys', 'sysfs', [...guarded, config.security.privileged ? 'rw' : 'ro'])
    else this.#bind('/sys', '/sys', ['rbind'])
  }

  /** On the host's files: folders of its own instead of the host's, and nothing of the data directory, which holds keys. */
  addHostTree(): void {
    for (const path of this.#request.freshFolders) {
      this.#mountFresh(path, 'tmpfs', ['nosuid', 'nodev', path.includes('tmp') ? 'mode=1777' : 'mode=755'])
    }
    for (const target of this.#request.hiddenFolders.filter((path) => this.#view.isFolder(path))) {
      this.fresh.push({ source: 'tmpfs', target, type: 'tmpfs', options: ['ro', 'size=4k', 'mode=000'] })
    }
  }

  addDevices(): void {
    const { config, shmFolder } = this.#request
    if (config.tty) this.#bind('/dev/pts', '/dev/pts', ['bind'])
    for (const device of config.security.privileged ? hostDevices() : deviceFiles) {
      this.#bind(`/dev/${device}`, `/dev/${device}`, ['bind'])
    }
    if (shmFolder) this.#bind(shmFolder, '/dev/shm', ['bind', ...guarded])
  }

  /** A container sees its own groups, read-only, where its libraries look for limits. */
  addCgroups(): void {
    const { cgroupFolders } = this.#request
    const [only] = cgroupFolders
    if (cgroupFolders.length === 1 && only?.name === '') {
      this.#bind(only.path, cgroupPoint, ['bind', 'ro', 'nosuid', 'nodev', 'noexec'])
      return
    }
    if (cgroupFolders.length) this.#mountFresh(cgroupPoint, 'tmpfs', [...guarded, 'mode=755', 'size=64k'])
    for (const { name, path } of cgroupFolders) this.#bind(path, `${cgroupPoint}/${name}`, ['bind', 'ro'])
  }

  /** What containerd and Docker hide of the kernel, or show without letting it be changed. */
  addRestrictions(): void {
    for (const target of maskedPaths.filter((path) => existsSync(path))) {
      if (!statSync(target).isDirectory()) {
        this.binds.push({ source: '/dev/null', target, type: 'none', options: ['bind'] })
      } else this.binds.push({ source: 'tmpfs', target, type: 'tmpfs', options: ['ro', 'size=4k'] })
    }
    for (const target of readOnlyPaths.filter((path) => existsSync(path))) {
      this.binds.push({ source: `<root>${target}`, target, type: 'none', options: ['bind', 'ro'] })
    }
  }

  /** The sandbox's, unless the pod brings its own. */
  addEtcFiles(): void {
    const { config, etcFiles } = this.#request
    const asked = new Set(config.mounts.map((mount) => mount.containerPath.replace(/(?<!\/)\/+$/, '')))
    for (const [path, hostPath] of Object.entries(etcFiles)) if (!asked.has(path)) this.#bind(hostPath, path, ['bind'])
  }

  addVolume(mount: Mount): void {
    const { containerPath, hostPath, readOnly, propagation } = mount
    if (propagation === 'bidirectional') {
      throw new Error(
        `${containerPath}: this runtime does not support mounts that propagate to the host (Bidirectional)`,
      )
    }
    const kind = propagation === 'private' ? 'rprivate' : 'rslave'
    this.#bind(hostPath, containerPath, ['rbind', kind, ...(readOnly ? ['ro'] : [])])
  }

  #mountFresh(path: string, type: string, options: readonly string[]): void {
    const target = this.#view.resolve(path)
    this.#view.ensure(target, 'folder')
    this.#view.addMount(target, undefined)
    this.fresh.push({ source: type, target, type, options: [...options, 'X-mount.mkdir'] })
  }

  #bind(hostPath: string, path: string, options: readonly string[]): void {
    const kind: EntryKind = statSync(hostPath).isDirectory() ? 'folder' : 'file'
    const target = this.#view.resolve(path)
    this.#view.ensure(target, kind)
    this.#view.addMount(target, hostPath)
    this.binds.push({ source: hostPath, target, type: 'none', options })
  }
}

function depth({ containerPath }: Mount): number {
  return containerPath.split('/').filter(Boolean).length
}

/** The text of an fstab whose targets lie below `root`. */
export function fstab(mounts: readonly PlannedMount[], root: string): string {
  return mounts
    .map((one) => {
      const source = one.source.startsWith('<root>') ? join(root, one.source.slice('<root>'.length)) : one.source
      return `${escapeField(source)} ${escapeField(join(root, one.target))} ${one.type} ${one.options.join(',')} 0 0\n`
    })
    .join('')
}

function escapeField(text: string): string {
  return text.replace(/[ \t\n\\#]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`)
}

/** Device files of the host, for privileged containers. */
function hostDevices(): string[] {
  const own = new Set(['ptmx', 'console'])
  return readdirSync('/dev', { withFileTypes: true })
    .filter((entry) => (entry.isCharacterDevice() || entry.isBlockDevice()) && !own.has(entry.name))
    .map((entry) => entry.name)
}
