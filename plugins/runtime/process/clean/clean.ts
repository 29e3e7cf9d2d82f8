/** Removes everything that a data directory's runtime has on this machine. Images and logs stay. */
import { existsSync, realpathSync, rmdirSync } from 'node:fs'
import { type Clock, sleep, systemClock } from '../../../../core/kit/index.js'
import { Cgroups } from '../cgroup/cgroups.js'
import { run } from '../host/command.js'
import { signalProcess } from '../host/process-identity.js'
import { removeTree } from '../host/remove-tree.js'
import { findTools } from '../host/tools.js'
import { currentOwner } from '../state/owner.js'
import { type RuntimePaths, runtimePaths } from '../state/paths.js'
import {
  emptyParents,
  groupRoots,
  type Leftover,
  listLeftovers,
  mountsBelow,
  ownFolders,
  ownLinks,
  ownProcesses,
  ownTables,
} from './leftovers.js'

/** Attempts, a tenth of a second apart, to see processes and their groups go. */
const attempts = 50

/** Answers what was there and what could not be removed. Throws when a running node uses the directory. */
export async function cleanLeftovers(
  dataDir: string,
  clock: Clock = systemClock,
): Promise<{ readonly removed: readonly Leftover[]; readonly left: readonly Leftover[] }> {
  if (!existsSync(dataDir)) return { removed: [], left: [] }
  const paths = runtimePaths(realpathSync(dataDir))
  const owner = currentOwner(paths)
  if (owner) throw new Error(`the runtime of ${dataDir} is in use by process ${owner.pid}: stop it first`)
  const found = await listLeftovers(dataDir)
  const { tools } = findTools()
  for (let attempt = 0; attempt < attempts; attempt++) {
    const running = ownProcesses(paths)
    if (running.length === 0) break
    for (const one of running) signalProcess(one, 'SIGKILL')
    await sleep(clock, 100)
  }
  for (const target of mountsBelow(paths.dataDir).reverse()) await run(tools.umount, ['-l', target])
  for (const link of await ownLinks(paths, tools)) if (tools.ip) await run(tools.ip, ['link', 'del', 'dev', link])
  for (const table of await ownTables(paths, tools))
    if (tools.nft) await run(tools.nft, ['delete', 'table', 'ip', table])
  await removeGroups(paths, clock)
  for (const folder of ownFolders(paths)) await removeTree(folder)
  await removeTree(paths.runtime)
  const left = await listLeftovers(dataDir)
  const stays = new Set(left.map((one) => `${one.kind} ${one.name}`))
  return { removed: found.filter((one) => !stays.has(`${one.kind} ${one.name}`)), left }
}

async function removeGroups(paths: RuntimePaths, clock: Clock): Promise<void> {
  for (const root of groupRoots(paths)) {
    for (let attempt = 0; attempt < attempts && !Cgroups.at(root).remove(''); attempt++) await sleep(clock, 100)
  }
  for (const folder of emptyParents()) rmdirSync(folder)
}
