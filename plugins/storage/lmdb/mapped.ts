/** How much of this process's memory is files that it has mapped: LMDB's pages stay there once they were touched. */
import { readFileSync } from 'node:fs'

/** Bytes; 0 where there is no /proc. Cost: some 30 microseconds. */
export function mappedFileBytes(): number {
  try {
    return Number(/^RssFile:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
