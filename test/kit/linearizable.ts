/** Whether what concurrent clients saw of one object can be explained by each operation happening at one moment between its call and its answer (the search of Wing and Gong, with Lowe's memory of places visited). */

/** One operation on one object. States are texts that no two writes share; undefined: it is not there. */
export interface Operation {
  /** Order of calls and answers, on one clock. */
  readonly calledAt: number
  /** Infinity: never answered; it may have happened, at any later time, or not. */
  readonly answeredAt: number
  /** The state after it, or `impossible` when it can't have happened in this one. */
  readonly step: (state: string | undefined) => string | undefined | typeof impossible
}

export const impossible = Symbol('impossible')

/** Cost: next to nothing where few operations overlap; exponential in those that do. */
export function isLinearizable(operations: readonly Operation[]): boolean {
  const sorted = [...operations].sort((a, b) => a.calledAt - b.calledAt)
  const isDone = sorted.map(() => false)
  const visited = new Set<string>()
  const search = (state: string | undefined): boolean => {
    const place = `${isDone.map(Number).join('')} ${state ?? ''}`
    if (visited.has(place)) return false
    visited.add(place)
    const open = sorted.flatMap((operation, at) => (isDone[at] ? [] : [{ operation, at }]))
    if (open.every(({ operation }) => operation.answeredAt === Number.POSITIVE_INFINITY)) return true
    const firstAnswer = Math.min(...open.map(({ operation }) => operation.answeredAt))
    for (const { operation, at } of open) {
      if (operation.calledAt > firstAnswer) break
      const next = operation.step(state)
      if (next === impossible) continue
      isDone[at] = true
      if (search(next)) return true
      isDone[at] = false
    }
    return false
  }
  return search(undefined)
}
