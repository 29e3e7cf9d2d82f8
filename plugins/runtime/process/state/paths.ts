/** Where in the data directory the runtime keeps what. */
import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

export interface RuntimePaths {
  readonly dataDir: string
  /** Twelve hex digits that name this data directory in links, cgroups and tables. */
  readonly mark: string
  readonly runtime: string
  readonly sandboxes: string
  readonly containers: string
  /** One file for each ended container, named by its id, holding its exit code. */
  readonly exits: string
  readonly images: string
}

/** Creates the folders where missing. */
export function openPaths(dataDir: string): RuntimePaths {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const paths = runtimePaths(realpathSync(dataDir))
  for (const folder of [paths.runtime, paths.sandboxes, paths.containers, paths.exits, paths.images]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
  return paths
}

/** The layout below a data directory given by its real path. */
export function runtimePaths(dataDir: string): RuntimePaths {
  const runtime = join(dataDir, 'runtime')
  return {
    dataDir,
    mark: createHash('sha256').update(dataDir).digest('hex').slice(0, 12),
    runtime,
    sandboxes: join(runtime, 'sandboxes'),
    containers: join(runtime, 'containers'),
    exits: join(runtime, 'exits'),
    images: join(dataDir, 'images'),
  }
}
