import { type Client, isReason, TransportError } from '../client/index.js'
import { Backoff, type Clock, type Log, type Random, sleep } from '../kit/index.js'
import { Event } from '../../crds/generated/tokens.js'
import { type KubeObject, microTimestamp, timestamp } from '../meta/index.js'
import type { EventSource, PlannedEvent } from '../operator.js'
import { EventThrottle } from './event-throttle.js'

/** Written one after the other; beyond so many waiting, the oldest are dropped: events are advice. */
const mostWaiting = 1000

interface Written {
  readonly namespace: string
  readonly name: string
  count: number
}

export interface EventRecorderParts {
  readonly client: Client
  readonly source: EventSource
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly signal: AbortSignal
}

/** Tells people what an operator did, as core/v1 Events on the object concerned: what `kubectl describe` shows. Never fails and never waits. */
export class EventRecorder {
  readonly #parts: EventRecorderParts
  readonly #throttle = new EventThrottle()
  readonly #written = new Map<string, Written>()
  #waiting: (() => Promise<void>)[] = []
  #working: Promise<void> | undefined
  #dropped = 0

  constructor(parts: EventRecorderParts) {
    this.#parts = parts
  }

  record(about: KubeObject, event: PlannedEvent): void {
    const { clock, signal } = this.#parts
    if (signal.aborted) return
    const nowMs = clock.now()
    const name = `${about.apiVersion} ${about.kind} ${about.metadata.namespace}/${about.metadata.name} ${about.metadata.uid}`
    const decision = this.#throttle.decide(name, event, nowMs)
    if (decision.verdict === 'drop') return
    const { key, message } = decision
    // Its name is drawn once, so that sending it again is recognised.
    const written = this.#eventOf(about, { ...event, message }, nowMs)
    this.#enqueue(() => (decision.verdict === 'count' ? this.#count(key, written) : this.#create(key, written)))
  }

  /** Resolves when nothing waits any more. */
  async flushed(): Promise<void> {
    while (this.#working) await this.#working
  }

  #enqueue(write: () => Promise<void>): void {
    this.#waiting.push(write)
    if (this.#waiting.length > mostWaiting) {
      this.#waiting.shift()
      if (this.#dropped++ % 1000 === 0)
        this.#parts.log.info('events are dropped: too many wait', { dropped: this.#dropped })
    }
    this.#working ??= this.#work()
  }

  async #work(): Promise<void> {
    const { signal, clock, random, log } = this.#parts
    const backoff = new Backoff({ firstMs: 100, maxMs: 10_000, random })
    while (this.#waiting.length && !signal.aborted) {
      try {
        await this.#waiting[0]!()
      } catch (error) {
        // No answer: the same again, a few times. Refused: there is nobody to tell.
        if (error instanceof TransportError && backoff.failures < 8) {
          await sleep(clock, backoff.next(), signal).catch(() => {})
          continue
        }
        if (!signal.aborted) log.debug('an event was not written', { error })
      }
      backoff.reset()
      this.#waiting.shift()
    }
    this.#working = undefined
  }

  async #create(key: string, event: Event): Promise<void> {
    const { namespace = '', name = '' } = event.metadata
    try {
      await this.#parts.client.create(Event, event, { answer: 'revision' })
    } catch (error) {
      // An answer was lost: it is there.
      if (!isReason(error, 'AlreadyExists')) {
        if (!(error instanceof TransportError)) this.#throttle.forget(key)
        throw error
      }
    }
    this.#written.set(key, { namespace, name, count: 1 })
    if (this.#written.size > 4096) this.#written.delete(this.#written.keys().next().value as string)
  }

  async #count(key: string, event: Event): Promise<void> {
    const written = this.#written.get(key)
    if (!written) return this.#create(key, event)
    const { namespace, name } = written
    const count = written.count + 1
    const { eventTime, lastTimestamp, message } = event
    const body = eventTime ? { series: { count, lastObservedTime: eventTime } } : { count, lastTimestamp, message }
    try {
      await this.#parts.client.patch(Event, { namespace, name, patch: { type: 'merge', body } }, { answer: 'revision' })
      written.count++
    } catch (error) {
      if (!isReason(error, 'NotFound')) throw error
      this.#written.delete(key)
      await this.#create(key, event)
    }
  }

  #eventOf(about: KubeObject, { type, reason, message, action }: PlannedEvent, nowMs: number): Event {
    const { source, random } = this.#parts
    const { namespace, name, uid, resourceVersion } = about.metadata
    const unique = nowMs.toString(16) + Buffer.from(random.bytes(3)).toString('hex')
    return {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `${String(name).slice(0, 230)}.${unique}`, namespace: namespace || 'default' },
      involvedObject: { apiVersion: about.apiVersion, kind: about.kind, namespace, name, uid, resourceVersion },
      type,
      reason,
      message: message.slice(0, 1024),
      ...(action ? newerForm(action, nowMs) : olderForm(source, nowMs)),
      reportingComponent: source.component,
      reportingInstance: source.host ?? (action ? source.component : ''),
    }
  }
}

function olderForm(source: EventSource, nowMs: number) {
  return { count: 1, firstTimestamp: timestamp(nowMs), lastTimestamp: timestamp(nowMs), source: { ...source } }
}

function newerForm(action: string, nowMs: number) {
  return { action, eventTime: microTimestamp(nowMs), source: {} }
}
