/** Long work in slices: all of it together holds the event loop for some milliseconds, then whoever waits has its turn. */

/** What long work may take of one turn of the loop, in ms. */
const turnMs = 1

/** Those that go on in one turn of the loop at most. */
const mostInTurn = 32

/** When the long work of this turn is to pause; undefined: none has begun in it. */
let endMs: number | undefined
const waiting: (() => void)[] = []
/** Calls of `goOn` that are planned for the next turn. */
let planned = 0

/** Between two steps of long work: undefined: go on; else go on when it resolves: those who wait go on one after the other, as many in a turn of the loop as there is time for. Cost: a look at the clock. */
export function pauseNow(): Promise<void> | undefined {
  const now = performance.now()
  if (endMs === undefined) begin(now)
  else if (now >= endMs)
    return new Promise((resolve) => {
      waiting.push(resolve)
      if (planned < mostInTurn) plan()
    })
  return undefined
}

/** What node runs first in the next turn, before any `goOn`, ends this one. */
function begin(now: number): void {
  endMs = now + turnMs
  setImmediate(() => (endMs = undefined))
}

function plan(): void {
  planned++
  setImmediate(goOn)
}

/** Node lets all that comes of one go on to its next pause before it calls this for another. */
function goOn(): void {
  planned--
  const now = performance.now()
  if (endMs === undefined) begin(now)
  if (now < (endMs ?? 0)) waiting.shift()?.()
  if (waiting.length > planned) plan()
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
