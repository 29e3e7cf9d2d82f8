import { readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/**
 * Gives this thread, alone of its process, a low claim to the processors: it has what others leave, and at least a tenth of what one of them takes.
 * Linux counts priorities by thread, as setpriority(2) tells under its bugs. Elsewhere nothing is done.
 */
export function stepBack(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // No /proc, or not allowed: it has its share then.
  }
}
