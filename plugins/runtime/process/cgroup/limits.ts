/** Turns a container's resources into the values of cgroup files. */
import type { ContainerConfig } from '../../contract.js'
import type { Hierarchy } from './hierarchies.js'

export type Limits = ContainerConfig['resources']

/** Microseconds of the window in which processor time is counted; upstream's default. */
const cpuPeriod = 100_000

/** File, value, and whether its absence is an error. Formulas as the kubelet's (shares = millicores * 1024 / 1000) and runc's (weight from shares). */
export function limitFiles(
  hierarchy: Hierarchy,
  limits: Limits,
): readonly (readonly [file: string, value: string, needed: boolean])[] {
  const has = (controller: string) => hierarchy.controllers.some((one) => one === controller)
  const files: [string, string, boolean][] = []
  if (has('cpu')) {
    const { cpuMillicores, cpuRequestMillicores } = limits
    const shares = Math.min(262_144, Math.max(2, Math.floor(((cpuRequestMillicores ?? 0) * 1024) / 1000)))
    if (cpuRequestMillicores !== undefined) {
      if (hierarchy.version === 1) files.push(['cpu.shares', String(shares), cpuRequestMillicores > 0])
      else files.push(['cpu.weight', String(1 + Math.floor(((shares - 2) * 9999) / 262_142)), cpuRequestMillicores > 0])
    }
    if (cpuMillicores !== undefined) {
      const quota = Math.max(1000, Math.floor((cpuMillicores * cpuPeriod) / 1000))
      if (hierarchy.version === 2) files.push(['cpu.max', `${quota} ${cpuPeriod}`, true])
      else files.push(['cpu.cfs_period_us', String(cpuPeriod), true], ['cpu.cfs_quota_us', String(quota), true])
    }
  }
  if (has('memory') && limits.memoryBytes !== undefined) {
    const bytes = String(limits.memoryBytes)
    if (hierarchy.version === 1) {
      files.push(['memory.limit_in_bytes', bytes, true], ['memory.memsw.limit_in_bytes', bytes, false])
    } else {
      files.push(['memory.max', bytes, true], ['memory.swap.max', '0', false], ['memory.oom.group', '1', false])
    }
  }
  if (has('pids') && limits.pids !== undefined) files.push(['pids.max', String(limits.pids), true])
  return files
}
