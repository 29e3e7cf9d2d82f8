/** Prepares a container's folder: its file tree, its mounts, its scripts. Nothing runs yet. */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RuntimeError } from '../../contract.js'
import { shimGroup } from '../cgroup/cgroups.js'
import type { Host } from '../host/host.js'
import { etcFiles } from '../sandbox/etc-files.js'
import { shmFolder } from '../sandbox/shared-memory.js'
import { containerScripts } from '../scripts/container.js'
import type { Joins } from '../scripts/input.js'
import { lastShell } from '../scripts/last-shell.js'
import { startScript } from '../scripts/start.js'
import type { ContainerRecord, SandboxRecord } from '../state/records.js'
import { commandOf, environmentOf } from './command-line.js'
import { dropPrivileges } from './drop-privileges.js'
import type { ImageRoot } from './image-root.js'
import { fstab, type MountPlan, planMounts } from './mount-plan.js'
import { type ContainerRoot, freshOnHost, prepareRoot } from './root.js'
import { type RunAs, resolveUser } from './user.js'

export interface Preparation {
  readonly folder: string
  readonly record: ContainerRecord
  readonly sandbox: SandboxRecord
  readonly sandboxFolder: string
  readonly image: ImageRoot
  /** The process of another container whose process namespace it joins. */
  readonly target?: number
}

/** Kept for commands that are run in it later. */
export interface Situation {
  readonly user: RunAs
  readonly env: readonly { readonly name: string; readonly value: string }[]
  readonly workingDirectory: string
  /** Which namespaces of the sandbox it is in. */
  readonly joins: Joins
}

/** The cgroup of a container, by its path below the node's. */
export function groupOf(record: Pick<ContainerRecord, 'id' | 'sandboxId'>): string {
  return `pod-${record.sandboxId}/${record.id}`
}

/** Throws CreateContainerError for what the image or the mounts don't allow. */
export async function prepareContainer(host: Host, preparation: Preparation): Promise<void> {
  const { folder, record, image } = preparation
  const { readOnlyRootFilesystem: readOnly } = record.config.security
  const root = await prepareRoot(host, image, { folder, readOnly })
  const { view } = root
  const user = resolveUser(record.config.security, image.config.user, view)
  const workingDirectory = record.config.workingDirectory || image.config.workingDir || '/'
  host.cgroups?.create(groupOf(record), record.config.resources)
  let plan: MountPlan
  try {
    plan = planMounts(view, mountRequest(host, preparation))
    if (root.canGrow) view.ensure(view.resolve(workingDirectory), 'folder')
  } catch (cause) {
    throw new RuntimeError('CreateContainerError', (cause as Error).message, { cause })
  }
  writeFileSync(join(folder, 'fstab.fresh'), fstab([...root.first, ...plan.fresh], join(folder, 'rootfs')))
  writeFileSync(join(folder, 'fstab.binds'), fstab([...plan.binds, ...root.last], join(folder, 'rootfs')))
  const env = environmentOf(record.config, image.config, user.home, preparation.sandbox.config.hostname)
  const joins = joinsOf(host, preparation)
  const start = startScript({
    workingDirectory,
    env,
    command: commandOf(record.config, image.config),
    failureToken: record.failureToken,
    mode: joins.pid === 'new' ? 'exec' : 'fork',
    hasTerminal: record.config.tty,
    shellIsBusybox: host.tools.shellIsBusybox,
  })
  const situation: Situation = { user, env, workingDirectory, joins }
  writeFileSync(join(folder, 'situation.json'), JSON.stringify(situation), { mode: 0o600 })
  writeFileSync(join(folder, 'start'), start, { mode: 0o444 })
  writeScripts(host, preparation, root, { user, words: lastShell(host.tools, env) })
}

function writeScripts(
  host: Host,
  made: Preparation,
  { view, preparation }: ContainerRoot,
  { user, words }: { readonly user: RunAs; readonly words: readonly string[] },
): void {
  const { folder, record, sandbox, target } = made
  const scripts = containerScripts({
    tools: host.tools,
    isRoot: host.isRoot,
    folder,
    pausePid: sandbox.pause.pid,
    pidsOf: target ?? sandbox.pause.pid,
    joins: joinsOf(host, made),
    exitFile: join(host.paths.exits, record.id),
    shimGroupFiles: host.cgroups?.joinFiles(shimGroup) ?? [],
    groupFiles: host.cgroups?.joinFiles(groupOf(record)) ?? [],
    stdin: record.config.stdin,
    tty: record.config.tty,
    uid: user.uid,
    lastShell: words,
    hasNestedMounts: view.hasNested,
    shellMounts: host.shellMounts,
    lateFolders: view.lateFolders,
    lateFiles: view.lateFiles,
    preparation,
    devTemplate: devTemplate(host),
    dropPrivileges: dropPrivileges(host, record.config, user),
  })
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(folder, name), text, { mode: 0o600 })
}

function joinsOf(host: Host, { sandbox: { config }, target }: Preparation): Joins {
  return {
    network: config.network === 'pod' && host.isRoot,
    ipc: config.ipc === 'pod',
    uts: config.network === 'pod',
    pid: config.pid !== 'container' ? config.pid : target === undefined ? 'new' : 'pod',
  }
}

function mountRequest(host: Host, { record, sandbox, sandboxFolder, image }: Preparation) {
  const onHostFiles = image.folder === undefined
  return {
    config: record.config,
    cgroupFolders: host.cgroups?.visibleFolders(groupOf(record)) ?? [],
    shmFolder: sandbox.config.ipc === 'host' ? '/dev/shm' : shmFolder(host.paths, sandbox.id),
    etcFiles: etcFiles(sandboxFolder),
    freshFolders: onHostFiles ? freshOnHost : [],
    hiddenFolders: onHostFiles ? [host.paths.dataDir] : [],
    isRoot: host.isRoot,
  }
}

/** A folder with what every container's /dev starts with besides device files. */
function devTemplate(host: Host): string {
  const folder = join(host.paths.runtime, 'dev')
  if (existsSync(folder)) return folder
  mkdirSync(join(folder, 'shm'), { recursive: true, mode: 0o755 })
  const links = {
    fd: '/proc/self/fd',
    stdin: '/proc/self/fd/0',
    stdout: '/proc/self/fd/1',
    stderr: '/proc/self/fd/2',
    ptmx: 'pts/ptmx',
  }
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name))
  return folder
}
