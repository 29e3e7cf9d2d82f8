/** A pod's /dev/shm: a folder on the host's own, so that no mount has to be kept for it. */
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import type { RuntimePaths } from '../state/paths.js'

export function makeShmFolder(paths: RuntimePaths, sandboxId: string): void {
  mkdirSync(pathOf(paths, sandboxId), { recursive: true })
  chmodSync(pathOf(paths, sandboxId), 0o1777)
}

/** Undefined when the pod has none. */
export function shmFolder(paths: RuntimePaths, sandboxId: string): string | undefined {
  const path = pathOf(paths, sandboxId)
  return existsSync(path) ? path : undefined
}

export function removeShmFolder(paths: RuntimePaths, sandboxId: string): void {
  rmSync(pathOf(paths, sandboxId), { recursive: true, force: true })
}

function pathOf(paths: RuntimePaths, sandboxId: string): string {
  return `/dev/shm/operon-${paths.mark}-${sandboxId}`
}
