/** `operon version`, `operon kubeconfig` and `operon clean`. */
import { existsSync, realpathSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cleanLeftovers } from '../../plugins/runtime/process/index.js'
import type { Configuration } from './settings.js'
import { StartError } from './usage-error.js'
import { kubernetesVersion, operonVersion } from './version.js'

export function versionCommand(): number {
  const { major, minor } = kubernetesVersion
  console.log(`operon ${operonVersion}\nkubernetes api ${major}.${minor}\nnode ${process.version}`)
  return 0
}

export function kubeconfigCommand(configuration: Configuration): number {
  const path = join(resolve(configuration.text('data-dir') ?? '.operon'), 'kubeconfig')
  if (!existsSync(path))
    throw new StartError(`there is no kubeconfig at ${path} yet: \`operon up\` or \`operon server\` writes it`)
  console.log(path)
  return 0
}

/** Names and removes what pods have left; with --force the data directory too. */
export async function cleanCommand(configuration: Configuration): Promise<number> {
  const folder = resolve(configuration.text('data-dir') ?? '.operon')
  if (!existsSync(folder)) {
    console.log(`${folder} does not exist: nothing to clean`)
    return 0
  }
  const { removed, left } = await cleanLeftovers(realpathSync(folder))
  for (const line of outermost(removed)) console.log(`removed ${line}`)
  for (const { kind, name, detail } of left)
    console.log(`could not remove ${kind} ${name}${detail ? ` (${detail})` : ''}`)
  if (removed.length === 0 && left.length === 0) console.log('pods have left nothing on this machine')
  if (left.length > 0) return 1
  if (configuration.flag('force')) {
    rmSync(folder, { recursive: true, force: true })
    console.log(`removed ${folder}, with all objects and keys`)
  }
  return 0
}

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
