/** A process runtime on a folder, a bridge and an address range of its own, for tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog, systemClock, systemRandom } from '../../core/kit/index.js'
import type { ContainerRuntime } from '../../plugins/runtime/contract.js'
import { cleanLeftovers, openProcessRuntime, type ProcessRuntimeOptions } from '../../plugins/runtime/process/index.js'

export interface RuntimeHome {
  readonly dataDir: string
  readonly logDirectory: string
  readonly options: ProcessRuntimeOptions
  open(): Promise<ContainerRuntime>
  /** Cleans what the runtime left, then removes the folder. Fails when something can't be removed. */
  remove(): Promise<void>
}

/** What test runtimes need of the machine. */
export const processNeeds = ['root', 'unshare', 'nsenter', 'setpriv', 'ip'] as const

export function runtimeHome(more: Partial<ProcessRuntimeOptions> = {}): RuntimeHome {
  const folder = mkdtempSync('/tmp/operon-runtime-')
  const dataDir = join(folder, 'data')
  const number = Math.floor(systemRandom.fraction() * 60_000)
  const options: ProcessRuntimeOptions = {
    dataDir,
    nodeName: `node${number}`,
    podCidr: `10.${100 + ((number >> 8) % 100)}.${number & 255}.0/24`,
    bridge: `opt${number}`,
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    ...more,
  }
  return {
    dataDir,
    logDirectory: join(folder, 'logs'),
    options,
    open: () => openProcessRuntime(options),
    remove: async () => {
      const { left } = await cleanLeftovers(dataDir)
      if (left.length) throw new Error(`left on the machine: ${JSON.stringify(left)}`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
