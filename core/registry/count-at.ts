/** How many keys a snapshot held: those of now, less what came since and more what went. */
import { pauseNow } from '../kit/index.js'
import type { Storage } from '../storage/index.js'

/** Changes looked at in one turn. */
const atOnce = 500

/** Keys of `prefix` behind `after` at `revision`. Throws CompactedError. Cost: a look at every change since then. */
export async function countAt(
  storage: Storage,
  { prefix, after, revision }: { readonly prefix: string; readonly after: string; readonly revision: number },
): Promise<number> {
  const newest = storage.revision()
  const now = await storage.count(prefix, after)
  const wasThere = new Map<string, boolean>()
  const isThere = new Map<string, boolean>()
  for (let seen = revision; seen < newest; ) {
    await pauseNow()
    const changes = await storage.history(seen, newest, atOnce)
    for (const { key, value, previous } of changes) {
      if (!key.startsWith(prefix) || key <= after) continue
      if (!wasThere.has(key)) wasThere.set(key, previous !== undefined)
      isThere.set(key, value !== undefined)
    }
    if (changes.length < atOnce) break
    seen = changes.at(-1)!.revision
  }
  let count = now
  for (const [key, was] of wasThere) count += Number(was) - Number(isThere.get(key))
  return count
}
