/** Completion indexes as text, `0,2-4`: the form of `completedIndexes`, `failedIndexes` and `succeededIndexes`. */

/** Parts that are no numbers are left out. Cost: the number of indexes below `limit`. */
export function parseIndexes(text: string | undefined, limit: number): Set<number> {
  const indexes = new Set<number>()
  for (const part of (text ?? '').split(',')) {
    const match = /^(\d+)(?:-(\d+))?$/.exec(part.trim())
    if (!match) continue
    const last = Math.min(Number(match[2] ?? match[1]), limit - 1)
    for (let index = Number(match[1]); index <= last; index++) indexes.add(index)
  }
  return indexes
}

/** Runs of two are written `1,2`, longer ones `1-3`, as upstream does. */
export function formatIndexes(indexes: Iterable<number>): string {
  const runs: [number, number][] = []
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] + 1 === index) last[1] = index
    else runs.push([index, index])
  }
  return runs
    .map(([first, last]) => (first === last ? `${first}` : `${first}${last === first + 1 ? ',' : '-'}${last}`))
    .join(',')
}
