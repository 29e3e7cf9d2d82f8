/** Long work in slices: all of it together holds the event loop for some milliseconds, then whoever waits has its turn. */

/** What long work may take of one turn of the loop, in ms. */
const turnMs = 4

/** When the long work of this turn is to pause; undefined: none has begun in it. */
let endMs: number | undefined
const waiting: (() => void)[] = []
let isPlanned = false

/** Between two steps of long work: undefined: go on; else go on when it resolves, one of those who wait in each turn of the loop. Cost: a look at the clock. */
export function pauseNow(): Promise<void> | undefined {
  const now = performance.now()
  if (endMs === undefined) {
    endMs = now + turnMs
    plan()
  }
  if (now < endMs) return undefined
  return new Promise((resolve) => {
    waiting.push(resolve)
    plan()
  })
}

function plan(): void {
  if (isPlanned) return
  isPlanned = true
  setImmediate(() => {
    isPlanned = false
    const next = waiting.shift()
    endMs = next && performance.now() + turnMs
    if (next) plan()
    next?.()
  })
}

/** What `make` makes of each, in order, in slices. At once for few that cost little. */
export async function mapInSlices<T, U>(items: readonly T[], make: (item: T) => U): Promise<U[]> {
  const made: U[] = new Array(items.length)
  for (let at = 0; at < items.length; at++) {
    const pause = pauseNow()
    if (pause) await pause
    made[at] = make(items[at]!)
  }
  return made
}
