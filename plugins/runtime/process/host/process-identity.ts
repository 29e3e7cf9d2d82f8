/** Which process a pid means: its number together with its start time, so that a reused pid is never taken for it. */
import { readFileSync } from 'node:fs'
import { type Clock, sleep } from '../../../../core/kit/index.js'

export interface ProcessIdentity {
  readonly pid: number
  /** Clock ticks since boot, field 22 of /proc/<pid>/stat. */
  readonly startTicks: string
}

/** What runs under `pid` now; undefined when nothing does, or only a zombie. */
export function identify(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return { pid, startTicks: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

/** Whether that very process still runs. */
export function isAlive(identity: ProcessIdentity | undefined): boolean {
  return identity !== undefined && identify(identity.pid)?.startTicks === identity.startTicks
}

/** Sends `signal` to that very process. False when it is gone. */
export function signalProcess(identity: ProcessIdentity | undefined, signal: NodeJS.Signals | number): boolean {
  if (!identity || !isAlive(identity)) return false
  try {
    return process.kill(identity.pid, signal)
  } catch {
    return false
  }
}

/** Resolves when that very process is gone, or after `mostMs`. */
export async function untilGone(clock: Clock, identity: ProcessIdentity | undefined, mostMs: number): Promise<void> {
  const end = clock.monotonicMs() + mostMs
  while (isAlive(identity) && clock.monotonicMs() < end) await sleep(clock, 2)
}

/** Names this boot of the machine. */
export function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
}
