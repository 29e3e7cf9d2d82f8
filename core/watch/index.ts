/** Watch: the log of commits seen from above: windows, fan-out, bookmarks, Views. What a kind means, and HTTP, do not belong here. */
export { renderFrame } from './changes.js'
export { CommitLog, type CommitLogOptions } from './commit-log.js'
export * from './contract.js'
export { LiveView } from './live-view.js'
export type { WatchBudget } from './subscription.js'
