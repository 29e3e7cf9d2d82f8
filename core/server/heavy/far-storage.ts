/** Storage and the log of commits as the thread for heavy writes sees them: reads of one key, and commits that are in the log when they are answered. */
import type { PackedManifest } from '../../schema/index.js'
import type { Storage, Write } from '../../storage/index.js'
import type { WatchLog } from '../../watch/index.js'
import type { Asking } from './asking.js'

function never(): never {
  throw new Error('heavy writes read and write single objects')
}

/** `packed`: of a definition that is written, what the API's thread keeps of it. */
export function farStorage({ ask }: Asking, packed: (write: Write) => PackedManifest | undefined): Storage {
  return {
    revision: never,
    oldestRevision: never,
    get: (key) => ask({ ask: 'get', key }).then((entry) => (entry === 'same' ? undefined : entry)),
    // Copied, not handed over: the writer answers with the same bytes.
    commit: (write) => ask({ ask: 'commit', write, packed: packed(write) }),
    list: never,
    count: never,
    subscribe: never,
    history: never,
    historyBytes: never,
    compact: never,
    close: never,
  }
}

export const farLog: WatchLog = {
  revision: never,
  reached: () => undefined,
  watch: never,
  tap: never,
  release: never,
  close: never,
}
