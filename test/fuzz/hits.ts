/** How often each branch of our own code has run: a count that no clock disturbs. */
import { register } from 'node:module'
import type { FuzzTarget } from './target.js'

const mostPlaces = 1 << 17
const hits = new Uint32Array(mostPlaces)
Object.assign(globalThis, { operonHits: hits })

/** Places are numbered as files are loaded: none stands beyond this one. */
let used = 0

/** All targets, made of code that counts. Once a thread. */
export async function countingTargets(): Promise<readonly FuzzTarget[]> {
  register('./instrument.js', import.meta.url)
  const { targets } = (await import(`./targets/index.js${'?fuzz'}`)) as { readonly targets: readonly FuzzTarget[] }
  return targets
}

export function forgetHits(): void {
  hits.fill(0, 0, used)
}

/** Branches taken since `forgetHits`. */
export function stepsTaken(): number {
  findUsed()
  let steps = 0
  for (let place = 0; place < used; place++) steps += hits[place]!
  return steps
}

/** Notes in `seen` which places were reached, and about how often; answers whether any of it is new. */
export function noteNew(seen: Uint8Array): boolean {
  findUsed()
  let isNew = false
  for (let place = 0; place < used; place++) {
    const count = hits[place]!
    if (count === 0) continue
    const bit = 1 << Math.min(7, 31 - Math.clz32(count))
    if ((seen[place]! & bit) !== 0) continue
    seen[place]! |= bit
    isNew = true
  }
  return isNew
}

export const noneSeen = (): Uint8Array => new Uint8Array(mostPlaces)

/** Code is loaded late now and then, so what lies beyond is looked at each time it may have grown. */
let looks = 0
function findUsed(): void {
  if (looks++ % 1000 !== 0 && used > 0) return
  for (let place = mostPlaces - 1; place >= used; place--) {
    if (hits[place] === 0) continue
    used = place + 1
    return
  }
}
