/** Watch: the log of commits seen from above: windows, fan-out, bookmarks, Views. What a kind means, and HTTP, do not belong here. */
export { CommitLog } from './commit-log.js'
export * from './contract.js'
