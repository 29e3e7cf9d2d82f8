/** Descriptors that this process inherited and would pass on: they must never reach a container. */
import { openSync, readdirSync, readFileSync } from 'node:fs'

const closeOnExec = 0o2000000

/** Entries for `spawn`'s stdio, from descriptor 3 on, that put /dev/null over each of them. Usually empty. Cost: a read for each open descriptor. */
export function coverInherited(): readonly (number | null)[] {
  const inherited = readdirSync('/proc/self/fd').map(Number).filter(isInherited)
  if (inherited.length === 0) return []
  nothing ??= openSync('/dev/null', 'r+')
  const cover = nothing
  return Array.from({ length: Math.max(...inherited) - 2 }, (_, at) => (inherited.includes(at + 3) ? cover : null))
}

let nothing: number | undefined

function isInherited(descriptor: number): boolean {
  if (descriptor < 3) return false
  try {
    const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'latin1'))?.[1] ?? '0'
    return (Number.parseInt(flags, 8) & closeOnExec) === 0
  } catch {
    return false
  }
}
