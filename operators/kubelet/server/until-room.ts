/** Waits for a stream to take more. */
import type { Writable } from 'node:stream'

/** Resolves when there is room, or nobody takes anything any more. Leaves no listener behind, so that a long stream may wait as often as it likes. */
export function untilRoom(target: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      target.off('drain', done)
      target.off('close', done)
      resolve()
    }
    target.on('drain', done)
    target.on('close', done)
    if (target.destroyed || !target.writableNeedDrain) done()
  })
}
