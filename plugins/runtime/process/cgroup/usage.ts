/** Reads what a group has used, and whether the kernel killed in it for want of memory. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContainerStats } from '../../contract.js'
import type { Cgroups } from './cgroups.js'

/** Undefined once the group is gone. */
export function readUsage(cgroups: Cgroups, group: string, atMs: number): ContainerStats | undefined {
  const cpu = cgroups.folderOf('cpuacct', group)
  const memory = cgroups.folderOf('memory', group)
  if (!cpu || !memory) return undefined
  try {
    const cpuCoreNanoSeconds =
      cpu.version === 1
        ? Number(readFileSync(join(cpu.path, 'cpuacct.usage'), 'latin1'))
        : (counters(join(cpu.path, 'cpu.stat')).get('usage_usec') ?? 0) * 1000
    const used = Number(
      readFileSync(join(memory.path, memory.version === 1 ? 'memory.usage_in_bytes' : 'memory.current'), 'latin1'),
    )
    const inactive =
      counters(join(memory.path, 'memory.stat')).get(memory.version === 1 ? 'total_inactive_file' : 'inactive_file') ??
      0
    return { atMs, cpuCoreNanoSeconds, memoryWorkingSetBytes: Math.max(0, used - inactive) }
  } catch {
    return undefined
  }
}

/** Whether the kernel killed a process of the group because it reached its memory limit. */
export function wasOutOfMemory(cgroups: Cgroups, group: string): boolean {
  const memory = cgroups.folderOf('memory', group)
  if (!memory) return false
  const file = memory.version === 1 ? 'memory.oom_control' : 'memory.events'
  try {
    return (counters(join(memory.path, file)).get('oom_kill') ?? 0) > 0
  } catch {
    return false
  }
}

function counters(file: string): Map<string, number> {
  const pairs = readFileSync(file, 'latin1').split('\n').filter(Boolean)
  return new Map(
    pairs.map((line) => {
      const [key = '', value] = line.split(' ')
      return [key, Number(value)]
    }),
  )
}
