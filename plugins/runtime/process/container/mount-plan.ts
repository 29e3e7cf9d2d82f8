/** The mounts of a container, in order, as the two fstab files that mount(8) makes them from. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ContainerConfig, SandboxConfig } from '../../contract.js'
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
  readonly sandbox: SandboxConfig
  /** Host folder that is the pod's /dev/shm; undefined: a fresh one. */
  readonly shmFolder: string | undefined
  /** Files of the sandbox by the path they appear at. */
  readonly etcFiles: Readonly<Record<string, string>>
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
  const { config, isRoot } = request
  const fresh: PlannedMount[] = []
  const binds: PlannedMount[] = []
  const addFresh = (path: string, type: string, options: readonly string[]) => {
    const target = view.resolve(path)
    view.ensure(target, 'folder')
    view.addMount(target, undefined)
    fresh.push({ source: type, target, type, options: [...options, 'X-mount.mkdir'] })
  }
  const bind = (hostPath: string, path: string, options: readonly string[]) => {
    const kind: EntryKind = statSync(hostPath).isDirectory() ? 'folder' : 'file'
    const target = view.resolve(path)
    view.ensure(target, kind)
    view.addMount(target, hostPath)
    binds.push({ source: hostPath, target, type: 'none', options })
  }
  const { privileged } = config.security

  addFresh('/proc', 'proc', ['nosuid', 'nodev', 'noexec'])
  addFresh('/dev', 'tmpfs', ['nosuid', 'mode=755', 'size=65536k'])
  if (!config.tty) {
    const group = isRoot ? ['gid=5'] : []
    addFresh('/dev/pts', 'devpts', ['nosuid', 'noexec', 'newinstance', 'ptmxmode=0666', 'mode=0620', ...group])
  }
  addFresh('/dev/mqueue', 'mqueue', ['nosuid', 'nodev', 'noexec'])
  if (!request.shmFolder) addFresh('/dev/shm', 'tmpfs', ['nosuid', 'nodev', 'noexec', 'mode=1777', 'size=65536k'])
  if (isRoot) addFresh('/sys', 'sysfs', ['nosuid', 'nodev', 'noexec', privileged ? 'rw' : 'ro'])
  else bind('/sys', '/sys', ['rbind'])
  for (const path of request.freshFolders) {
    addFresh(path, 'tmpfs', ['nosuid', 'nodev', path.includes('tmp') ? 'mode=1777' : 'mode=755'])
  }
  for (const path of request.hiddenFolders) {
    if (view.isFolder(path))
      fresh.push({ source: 'tmpfs', target: path, type: 'tmpfs', options: ['ro', 'size=4k', 'mode=000'] })
  }

  if (config.tty) bind('/dev/pts', '/dev/pts', ['bind'])
  for (const device of privileged ? hostDevices() : deviceFiles) bind(`/dev/${device}`, `/dev/${device}`, ['bind'])
  if (request.shmFolder) bind(request.shmFolder, '/dev/shm', ['bind', 'nosuid', 'nodev', 'noexec'])
  if (!privileged) {
    for (const path of maskedPaths.filter((one) => existsSync(one))) {
      if (statSync(path).isDirectory())
        binds.push({ source: 'tmpfs', target: path, type: 'tmpfs', options: ['ro', 'size=4k'] })
      else binds.push({ source: '/dev/null', target: path, type: 'none', options: ['bind'] })
    }
    for (const path of readOnlyPaths.filter((one) => existsSync(one))) {
      binds.push({ source: `<root>${path}`, target: path, type: 'none', options: ['bind', 'ro'] })
    }
  }
  const asked = new Set(config.mounts.map((mount) => mount.containerPath.replace(/\/+$/, '')))
  for (const [path, hostPath] of Object.entries(request.etcFiles)) if (!asked.has(path)) bind(hostPath, path, ['bind'])
  const depth = (path: string) => path.split('/').filter(Boolean).length
  for (const mount of config.mounts.toSorted((a, b) => depth(a.containerPath) - depth(b.containerPath))) {
    if (mount.propagation === 'bidirectional') {
      throw new Error(
        `${mount.containerPath}: mounts that propagate to the host (Bidirectional) are not supported by this runtime`,
      )
    }
    const propagation = { private: 'rprivate', hostToContainer: 'rslave' }[mount.propagation]
    bind(mount.hostPath, mount.containerPath, ['rbind', propagation, ...(mount.readOnly ? ['ro'] : [])])
  }
  return { fresh, binds }
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
