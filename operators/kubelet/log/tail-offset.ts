/** Where the last N lines of a file begin, found from its end. */
import type { FileHandle } from 'node:fs/promises'

const blockBytes = 64 * 1024

/** Cost: reads backwards, no more than those lines and a block. */
export async function tailOffset(file: FileHandle, lines: number): Promise<number> {
  let end = (await file.stat()).size
  if (lines <= 0) return end
  let found = 0
  const block = Buffer.allocUnsafe(blockBytes)
  const size = end
  while (end > 0) {
    const start = Math.max(0, end - blockBytes)
    const { bytesRead } = await file.read(block, 0, end - start, start)
    for (let at = bytesRead - 1; at >= 0; at--) {
      if (block[at] !== 10 || start + at === size - 1) continue
      if (++found === lines) return start + at + 1
    }
    end = start
  }
  return 0
}
