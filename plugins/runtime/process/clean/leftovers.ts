/** Everything that a data directory's runtime has on this machine, by name: for `operon clean`. */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Cgroups } from '../cgroup/cgroups.js'
import { knownHierarchies } from '../cgroup/hierarchies.js'
import { run } from '../host/command.js'
import { mountTable } from '../host/mount-table.js'
import { identify, isAlive, type ProcessIdentity } from '../host/process-identity.js'
import { findTools, type Tools } from '../host/tools.js'
import { aliasOf, isOurs } from '../sandbox/bridge.js'
import { tableOf } from '../sandbox/pod-network.js'
import { type RuntimePaths, runtimePaths } from '../state/paths.js'
import { type ContainerRecord, identityIn, RecordFolder, type SandboxRecord } from '../state/records.js'

export interface Leftover {
  readonly kind: 'process' | 'mount' | 'link' | 'table' | 'cgroup' | 'folder'
  /** The pid, path or name. */
  readonly name: string
  /** For a person: the command line, or what it belongs to. */
  readonly detail: string
}

/** Cost: reads /proc, the cgroup folders, and asks ip and nft once each. Empty for a directory that never held a runtime. */
export async function listLeftovers(dataDir: string): Promise<Leftover[]> {
  if (!existsSync(dataDir)) return []
  const paths = runtimePaths(realpathSync(dataDir))
  const { tools } = findTools()
  return [
    ...ownProcesses(paths).map(({ pid }) => ({
      kind: 'process' as const,
      name: String(pid),
      detail: commandLine(pid),
    })),
    ...mountsBelow(paths.dataDir).map((name) => ({ kind: 'mount' as const, name, detail: 'in the data directory' })),
    ...(await ownLinks(paths, tools)).map((name) => ({ kind: 'link' as const, name, detail: aliasOf(paths.mark) })),
    ...(await ownTables(paths, tools)).map((name) => ({ kind: 'table' as const, name, detail: 'nftables, family ip' })),
    ...ownGroups(paths).map((name) => ({ kind: 'cgroup' as const, name, detail: '' })),
    ...ownFolders(paths).map((name) => ({
      kind: 'folder' as const,
      name,
      detail: name.startsWith('/dev/shm/')
        ? 'shared memory of a pod'
        : 'kept of a pod that has ended, for the next start',
    })),
  ]
}

/** Processes in our cgroups, and those that records name. Each is checked against its start time. */
export function ownProcesses(paths: RuntimePaths): ProcessIdentity[] {
  const inGroups = groupRoots(paths).flatMap((root) => Cgroups.at(root).processes(''))
  const named = [...recordedProcesses(paths)].filter(isAlive)
  const found = new Map(named.map((one) => [one.pid, one]))
  for (const pid of inGroups) {
    const identity = pid === process.pid ? undefined : identify(pid)
    if (identity) found.set(pid, identity)
  }
  return [...found.values()]
}

function* recordedProcesses(paths: RuntimePaths): Generator<ProcessIdentity> {
  if (!existsSync(paths.sandboxes) || !existsSync(paths.containers)) return
  const sandboxes = new RecordFolder<SandboxRecord>(paths.sandboxes)
  for (const record of sandboxes.load()) yield record.pause
  for (const id of sandboxes.unfinished()) {
    const identity = identityIn(join(sandboxes.pathOf(id), 'pause'))
    if (identity) yield identity
  }
  for (const record of new RecordFolder<ContainerRecord>(paths.containers).load()) {
    for (const file of ['shim-pid', 'pid']) {
      const identity = identityIn(join(paths.containers, record.id, file))
      if (identity) yield identity
    }
  }
}

/** Inner ones last, so that they are unmounted first when taken from the end. */
export function mountsBelow(folder: string): string[] {
  return mountTable()
    .map((entry) => entry.target)
    .filter((target) => target.startsWith(`${folder}/`))
}

/** Links that carry our alias: the bridge, and the host's ends of pods' pairs. */
export async function ownLinks(paths: RuntimePaths, tools: Tools): Promise<string[]> {
  if (!tools.ip) return []
  const { code, stdout } = await run(tools.ip, ['-json', 'link', 'show'])
  if (code !== 0) return []
  const links = JSON.parse(stdout || '[]') as { ifname: string; ifalias?: string }[]
  return links.flatMap((link) => (isOurs(link, paths.mark) ? [link.ifname] : []))
}

export async function ownTables(paths: RuntimePaths, tools: Tools): Promise<string[]> {
  if (!tools.nft) return []
  const { stdout } = await run(tools.nft, ['list', 'tables', 'ip'])
  return stdout.split('\n').includes(`table ip ${tableOf(paths.mark)}`) ? [tableOf(paths.mark)] : []
}

/** The folders of our groups in every hierarchy, outer before inner. */
function ownGroups(paths: RuntimePaths): string[] {
  return groupRoots(paths).flatMap((root) => Cgroups.at(root).folders(''))
}

/** `operon/<node>-<mark>`, for every node name that this data directory ever had. */
export function groupRoots(paths: RuntimePaths): string[] {
  const roots = knownHierarchies().flatMap(({ path }) => {
    const parent = join(path, 'operon')
    return existsSync(parent) ? readdirSync(parent).filter((name) => name.endsWith(`-${paths.mark}`)) : []
  })
  return [...new Set(roots)].map((name) => `operon/${name}`)
}

/** What is kept of sandboxes and containers, and their shared memory. */
export function ownFolders(paths: RuntimePaths): string[] {
  const shared = readdirSync('/dev/shm').filter((name) => name.startsWith(`operon-${paths.mark}-`))
  const kept = [paths.sandboxes, paths.containers].filter(existsSync)
  return [
    ...shared.map((name) => join('/dev/shm', name)),
    ...kept.flatMap((folder) => readdirSync(folder).map((id) => join(folder, id))),
  ]
}

function commandLine(pid: number): string {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean)
    return words.map((word) => (word.length > 60 ? `${word.slice(0, 57)}...` : word.replace(/\s+/g, ' '))).join(' ')
  } catch {
    return ''
  }
}

/** Where the group's parent is, when nothing else is in it. */
export function emptyParents(): string[] {
  return knownHierarchies()
    .map(({ path }) => join(path, 'operon'))
    .filter(
      (folder) => existsSync(folder) && readdirSync(folder, { withFileTypes: true }).every((one) => !one.isDirectory()),
    )
    .filter((folder) => basename(dirname(folder)) !== 'operon')
}
