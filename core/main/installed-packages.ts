/** The packages whose folders --packages names. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ConvertingPackage } from '../../plugins/conversion/function.js'
import type { Configuration } from './settings.js'
import { UsageError } from './usage-error.js'

/** Reads each folder's package.json: `name`, and in `operon.conversions` the path of the file that exports functions. Throws UsageError. */
export function installedPackages(configuration: Configuration): readonly ConvertingPackage[] {
  const said = configuration.text('packages') ?? ''
  const folders = said.split(',').map((folder) => folder.trim())
  const packages = folders.filter((folder) => folder !== '').map(packageIn)
  const twice = packages.find(({ name }, at) => packages.findIndex((each) => each.name === name) !== at)
  if (twice) throw new UsageError(`--packages names two folders of a package "${twice.name}"`)
  return packages
}

function packageIn(folder: string): ConvertingPackage {
  const manifest = resolve(folder, 'package.json')
  const { name, operon } = manifestIn(manifest)
  if (typeof name !== 'string' || name === '') throw new UsageError(`--packages: ${manifest} has no name`)
  const file = (operon as { conversions?: unknown } | null | undefined)?.conversions
  if (typeof file !== 'string')
    throw new UsageError(`--packages: ${manifest} has no "operon": {"conversions": "./FILE.js"}`)
  const path = resolve(folder, file)
  if (!existsSync(path)) throw new UsageError(`--packages: ${manifest} names ${path}, which is not there`)
  return { name, module: pathToFileURL(path) }
}

function manifestIn(path: string): { readonly name?: unknown; readonly operon?: unknown } {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof manifest === 'object' && manifest !== null) return manifest
  } catch (error) {
    throw new UsageError(`--packages: ${path} can't be read: ${(error as Error).message}`)
  }
  throw new UsageError(`--packages: ${path} holds no object`)
}
