/** CPU time of another process's main thread, from Linux' /proc. */
import { readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second, whatever its own ticks are. */
const msPerTick = 10

/** Milliseconds of CPU, of user and system together; undefined when the process is gone or there is no /proc. */
export function mainThreadCpuMs(pid: number): number | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'latin1')
    // The second field is the program's name in brackets, and may hold anything; user and system time are the 14th and 15th.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * msPerTick
  } catch {
    return undefined
  }
}
