/** The last batches joined: watchers of the same things are sent the same bytes, so most joins are one that was just made. */
const recent: { readonly frames: readonly Uint8Array[]; readonly joined: Uint8Array }[] = []
const mostRecent = 4

/** Frames as one piece; the same piece for the same frames, when they were joined just before. Never change it. */
export function joinFrames(frames: readonly Uint8Array[]): Uint8Array {
  if (frames.length === 1) return frames[0]!
  const known = recent.find((each) => areSame(each.frames, frames))
  if (known) return known.joined
  const joined = Buffer.concat(frames)
  recent.unshift({ frames, joined })
  if (recent.length > mostRecent) recent.pop()
  return joined
}

function areSame(a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
