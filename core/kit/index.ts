/** Kit: what every room may use and nothing of Kubernetes: clock, randomness, log, backoff, heap, frames, SPDY. Anything that knows an object or a request does not belong here. */
export { controlLetters } from './control-letters.js'
export { Backoff, doubledMs } from './backoff.js'
export { collectWhenIdle, notePassing, optimizeLater } from './engine.js'
export { Heap } from './heap.js'
export { exactNumber, readAsWritten, readJson, writeJson, WrittenNumber } from './json.js'
export { cutJson, type JsonPart, joinJson, joinJsonNow, sameParts } from './json-parts.js'
export { type Clock, type Timer, sleep, systemClock } from './clock.js'
export { type Fields, type Log, type LogLevel, lineLog, silentLog } from './log.js'
export { type Random, nameSuffix, seededRandom, systemRandom } from './random.js'
export { compareKeys, SortedMap } from './sorted-map.js'
export { isMembers } from './is-members.js'
export { textOf } from './text-of.js'
export { untilAborted } from './until-aborted.js'
export { ThreadOnDemand } from './thread-on-demand.js'
export { Turns } from './turns.js'
export { VirtualClock } from './virtual-clock.js'
export { type MaybePromise, whenThere } from './maybe-promise.js'
export { FrameChannel, FrameReader, type FrameCarrier } from './frames.js'
export { portCarrier, streamCarrier } from './frame-carriers.js'
export {
  packHead,
  portFrame,
  portWindowBytes,
  type RequestHead,
  type ResponseHead,
  unpackHead,
} from './port-messages.js'
export { type Family, type Labels, prometheusType, type Sample, writePrometheus } from './prometheus.js'
export * as der from './der.js'
export { nextTurn } from './next-turn.js'
export { mapInSlices, pauseNow } from './slice.js'
export { SpdySession } from './spdy/session.js'
export type { SpdyStream } from './spdy/stream.js'
export { sortedMembers } from './sorted-members.js'
