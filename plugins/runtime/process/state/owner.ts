/** Which process runs this runtime folder: two at once would read each other's output. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readIfPresent, writeAtomically } from '../host/atomic-file.js'
import { identify, isAlive, type ProcessIdentity } from '../host/process-identity.js'
import type { RuntimePaths } from './paths.js'

/** Undefined when nobody does; a crashed owner is nobody. */
export function currentOwner(paths: RuntimePaths): ProcessIdentity | undefined {
  const text = readIfPresent(ownerFile(paths))
  const owner = text === undefined ? undefined : (JSON.parse(text) as ProcessIdentity)
  return owner && isAlive(owner) ? owner : undefined
}

/** Throws when another process runs it. */
export function takeOwnership(paths: RuntimePaths): void {
  const owner = currentOwner(paths)
  if (owner) throw new Error(`the runtime of ${paths.dataDir} is in use by process ${owner.pid}`)
  writeAtomically(ownerFile(paths), JSON.stringify(identify(process.pid)))
}

export function giveUpOwnership(paths: RuntimePaths): void {
  rmSync(ownerFile(paths), { force: true })
}

function ownerFile(paths: RuntimePaths): string {
  return join(paths.runtime, 'owner.json')
}
