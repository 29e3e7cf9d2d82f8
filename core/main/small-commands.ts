/** `operon version`, `operon kubeconfig` and `operon clean`. */
import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cleanLeftovers } from '../../plugins/runtime/process/index.js'
import { dataFolderPath } from './data-folder-path.js'
import { clusterStore, lockCluster } from './data-folder.js'
import type { Configuration } from './settings.js'
import { StartError } from './usage-error.js'
import { kubernetesVersion, operonVersion } from './version.js'

export function versionCommand(): number {
  const { major, minor } = kubernetesVersion
  console.log(`operon ${operonVersion}\nkubernetes api ${major}.${minor}\nnode ${process.version}`)
  return 0
}

export function kubeconfigCommand(configuration: Configuration): number {
  const path = join(dataFolderPath(configuration), 'kubeconfig')
  if (!existsSync(path))
    throw new StartError(`there is no kubeconfig at ${path} yet: \`operon up\` or \`operon server\` writes it`)
  console.log(path)
  return 0
}

/** Names and removes what pods have left; with --force what Operon wrote to the data directory too. Throws while a cluster runs on it. */
export async function cleanCommand(configuration: Configuration): Promise<number> {
  const folder = dataFolderPath(configuration)
  if (!existsSync(folder)) {
    console.log(`${folder} does not exist: nothing to clean`)
    return 0
  }
  const lock = existsSync(clusterStore(folder)) ? await lockCluster(folder) : undefined
  try {
    return await clean(folder, configuration.flag('force') ? 'everything' : 'leftovers')
  } finally {
    await lock?.release()
  }
}

async function clean(folder: string, what: 'leftovers' | 'everything'): Promise<number> {
  const { removed, left } = await cleanLeftovers(realpathSync(folder))
  for (const line of outermost(removed)) console.log(`removed ${line}`)
  for (const { kind, name, detail } of left)
    console.log(`could not remove ${kind} ${name}${detail ? ` (${detail})` : ''}`)
  if (removed.length === 0 && left.length === 0) console.log('pods have left nothing on this machine')
  if (left.length > 0) return 1
  if (what === 'everything') removeCluster(folder)
  return 0
}

/** Removes what Operon itself wrote: the folder may hold a person's files too, when it was named by mistake. */
function removeCluster(folder: string): void {
  for (const name of ownEntries) rmSync(join(folder, name), { recursive: true, force: true })
  const foreign = readdirSync(folder)
  if (foreign.length === 0) rmSync(folder, { recursive: true })
  console.log(
    foreign.length === 0
      ? `removed ${folder}, with all objects and keys`
      : `removed all objects and keys from ${folder}; ${foreign.length} entries there are not Operon's and stay`,
  )
}

const ownEntries = ['store', 'pki', 'kubeconfig', 'images', 'runtime', 'pods', 'logs', 'pod-network.json']

interface Found {
  readonly kind: string
  readonly name: string
  readonly detail: string
}

/** One line for each thing that was found; of cgroups in cgroups the outermost alone, with the number of those in it. */
export function outermost(found: readonly Found[]): string[] {
  const groups = found.filter(({ kind }) => kind === 'cgroup').map(({ name }) => name)
  return found.flatMap(({ kind, name, detail }) => {
    if (kind !== 'cgroup') return [`${kind} ${name}${detail ? ` (${detail})` : ''}`]
    if (groups.some((other) => name.startsWith(`${other}/`))) return []
    const below = groups.filter((other) => other.startsWith(`${name}/`)).length
    return [`cgroup ${name}${below ? ` (with ${below} in it)` : ''}`]
  })
}
