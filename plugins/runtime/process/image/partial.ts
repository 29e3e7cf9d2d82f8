/** Where a blob is written while it comes: one name for all pulls, so that a later one goes on; another name while somebody else is at it. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readIfPresent } from '../host/atomic-file.js'
import { identify, isAlive, type ProcessIdentity } from '../host/process-identity.js'
import { hexOf, type ImageStore } from './store.js'

export interface Partial {
  readonly path: string
  release(): void
}

export function claimPartial(store: ImageStore, digest: string): Partial {
  const path = join(store.incoming, `${hexOf(digest)}.partial`)
  const ownerFile = `${path}.owner`
  const me = JSON.stringify(identify(process.pid))
  const claim = (flag: 'wx' | 'w'): boolean => {
    try {
      writeFileSync(ownerFile, me, { flag })
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw error
    }
  }
  const isMine = claim('wx') || (!isOwned(ownerFile) && claim('w'))
  if (isMine) return { path, release: () => rmSync(ownerFile, { force: true }) }
  const own = `${path}.${process.pid}`
  return { path: own, release: () => rmSync(own, { force: true }) }
}

function isOwned(file: string): boolean {
  try {
    const owner = JSON.parse(readIfPresent(file) ?? 'null') as ProcessIdentity | null
    return owner !== null && owner.pid !== process.pid && isAlive(owner)
  } catch {
    return false
  }
}
