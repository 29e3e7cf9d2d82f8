/** Decides which events are written, and how (upstream's client-go tools/record: EventCorrelator): floods are cut off, alike ones combined, the same ones counted. */
import type { PlannedEvent } from '../operator.js'

export type EventDecision =
  | { readonly verdict: 'drop' }
  | { readonly verdict: 'create' | 'count'; readonly message: string; readonly key: string }

interface Bucket {
  tokens: number
  filledMs: number
}

interface Alike {
  readonly messages: Set<string>
  lastMs: number
}

/** Events about one object that may come at once; then one in 5 minutes. */
const burst = 25
const refillMs = 300_000
/** Differing messages of one reason, within 10 minutes, from which on they are combined into one event. */
const mostAlike = 10
/** How long an event counts as the same one. */
const windowMs = 600_000
/** Objects, reasons and events remembered; the least recently used are forgotten. */
const mostRemembered = 4096

export class EventThrottle {
  readonly #buckets = new Map<string, Bucket>()
  readonly #alike = new Map<string, Alike>()
  readonly #known = new Map<string, number>()

  /** `about` names the object and its source. */
  decide(about: string, event: PlannedEvent, nowMs: number): EventDecision {
    if (!this.#take(about, nowMs)) return { verdict: 'drop' }
    const group = `${about}\n${event.type}\n${event.reason}`
    const combined = this.#isFlood(group, event.message, nowMs)
    const key = combined ? group : `${group}\n${event.message}`
    const lastMs = this.#known.get(key)
    remember(this.#known, key, nowMs)
    const known = lastMs !== undefined && nowMs - lastMs <= windowMs
    const message = combined ? `(combined from similar events): ${event.message}` : event.message
    return { verdict: known ? 'count' : 'create', key, message }
  }

  /** The event of this key is not on the server any more: the next one is created. */
  forget(key: string): void {
    this.#known.delete(key)
  }

  #take(about: string, nowMs: number): boolean {
    const bucket = this.#buckets.get(about) ?? { tokens: burst, filledMs: nowMs }
    remember(this.#buckets, about, bucket)
    bucket.tokens = Math.min(burst, bucket.tokens + Math.max(0, nowMs - bucket.filledMs) / refillMs)
    bucket.filledMs = nowMs
    if (bucket.tokens < 1) return false
    bucket.tokens--
    return true
  }

  #isFlood(group: string, message: string, nowMs: number): boolean {
    const known = this.#alike.get(group)
    const alike = known && nowMs - known.lastMs <= windowMs ? known : { messages: new Set<string>(), lastMs: nowMs }
    alike.lastMs = nowMs
    remember(this.#alike, group, alike)
    if (alike.messages.size >= mostAlike) return true
    alike.messages.add(message)
    return false
  }
}

/** Puts at the end of the map's order and drops the first ones beyond the limit. */
function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key)
  map.set(key, value)
  if (map.size > mostRemembered) map.delete(map.keys().next().value as string)
}
