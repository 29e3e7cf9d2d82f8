/** A watch as a stream of frames. */
import { writeJson } from '../kit/index.js'
import type { Clock, Timer } from '../kit/index.js'
import type { KubeObject, Status } from '../meta/index.js'
import type { Delivery, WatchReceiver } from '../registry/index.js'
import { encodeWatchFrame, zeroObject } from '../schema/index.js'
import type { ByteSink, ByteStream } from './contract.js'
import { joinFrames } from './join-frames.js'
import { protobufOf } from './protobuf-answer.js'
import { groupVersion, partialObject, type Shape, tableOfOne } from './write-answer.js'

const bookmarkEveryMs = 60_000
/** Timers of node know no longer time than 24 days. */
const longestStepMs = 24 * 3600_000

export interface WatchTiming {
  readonly clock: Clock
  readonly bookmarks: boolean
  /** The watch ends after it; the client opens the next. */
  readonly lastsMs: number
}

/** Receives from the registry, writes to the client. What comes before the client's sink is there waits in memory. */
export class WatchStream implements ByteStream, WatchReceiver {
  readonly #shape: Shape
  readonly #timing: WatchTiming
  #sink: ByteSink | undefined
  #early: Uint8Array[] = []
  #handle: { resume(): void; stop(): void; bookmark(): void } | undefined
  #timer: Timer | undefined
  #over = false
  #columnsSent = false

  constructor(shape: Shape, timing: WatchTiming) {
    this.#shape = shape
    this.#timing = timing
  }

  /** What is not sent as it is stored takes some 40 us each, as a Table most. */
  get atOnce(): number {
    return this.#shape.wanted.as === '' && this.#shape.wanted.encoding !== 'protobuf' ? 500 : 100
  }

  get messages(): 'lines' | 'lengths' {
    return this.#shape.wanted.encoding === 'protobuf' ? 'lengths' : 'lines'
  }

  /** The registry's handle, once the watch stands. */
  attach(handle: { resume(): void; stop(): void; bookmark(): void }): void {
    this.#handle = handle
    if (this.#over) handle.stop()
    else this.#wait(this.#timing.clock.monotonicMs() + this.#timing.lastsMs)
  }

  #wait(endMs: number): void {
    const left = endMs - this.#timing.clock.monotonicMs()
    const stepMs = this.#timing.bookmarks ? bookmarkEveryMs : longestStepMs
    this.#timer = this.#timing.clock.after(Math.min(stepMs, left), () => {
      if (this.#timing.bookmarks) this.#handle?.bookmark()
      if (left > stepMs) this.#wait(endMs)
      else this.end()
    })
  }

  start(sink: ByteSink): void {
    this.#sink = sink
    sink.onDrain(() => this.#handle?.resume())
    for (const bytes of this.#early.splice(0)) sink.write(bytes)
    if (this.#over) sink.end()
  }

  stop(): void {
    this.#finish()
  }

  deliver(deliveries: readonly Delivery[]): boolean {
    if (this.#over) return true
    return this.#write(joinFrames(deliveries.map((delivery) => this.#frame(delivery))))
  }

  end(error?: Status): void {
    if (this.#over) return
    if (error) this.#write(this.#frameOf('ERROR', error))
    this.#finish()
    this.#sink?.end()
  }

  #finish(): void {
    if (this.#over) return
    this.#over = true
    this.#timer?.cancel()
    this.#handle?.stop()
  }

  #write(bytes: Uint8Array): boolean {
    if (this.#sink) return this.#sink.write(bytes)
    this.#early.push(bytes)
    return true
  }

  #frame(delivery: Delivery): Uint8Array {
    const { wanted } = this.#shape
    if (delivery.kind === 'shared' && wanted.as === '')
      return wanted.encoding === 'protobuf' ? this.#sharedFrame(delivery.event) : delivery.event.frame()
    if (delivery.kind === 'bookmark') return this.#frameOf('BOOKMARK', this.#bookmark(delivery))
    const type = delivery.kind === 'shared' ? delivery.event.type : delivery.type
    const object = delivery.kind === 'shared' ? delivery.event.record.object() : delivery.object
    return this.#frameOf(
      type,
      wanted.as === '' ? object : wanted.as === 'Table' ? this.#table(object) : partialObject(object, wanted.version),
    )
  }

  /** Only the first event of a watch as Table carries the columns. */
  #table(object: KubeObject): unknown {
    const table = tableOfOne(object, this.#shape)
    if (this.#columnsSent) table['columnDefinitions'] = null
    this.#columnsSent = true
    return table
  }

  #bookmark(delivery: Extract<Delivery, { kind: 'bookmark' }>): KubeObject {
    const metadata = {
      resourceVersion: String(delivery.revision),
      ...(delivery.initialEventsEnd ? { annotations: { 'k8s.io/initial-events-end': 'true' } } : {}),
    }
    const { wanted, resource } = this.#shape
    const { builtIn, names } = resource.definition
    const zero = builtIn ? zeroObject(resource.version.type()) : {}
    // As upstream's typed objects of which nothing else is said.
    const object = { ...zero, kind: names.kind, apiVersion: groupVersion(resource), metadata }
    const partial = partialObject(object, wanted.version)
    if (wanted.as !== 'Table') return wanted.as === '' ? object : partial
    const table = tableOfOne(object, this.#shape)
    const [row] = table['rows'] as readonly { readonly cells: readonly unknown[] }[]
    return {
      ...table,
      columnDefinitions: null,
      rows: [{ cells: row!.cells.map((cell) => cell ?? ''), object: partial }],
    }
  }

  /** Encoded once for all who watch in protobuf. */
  #sharedFrame(event: SharedEvent): Uint8Array {
    let frame = protobufFrames.get(event)
    if (!frame) protobufFrames.set(event, (frame = this.#frameOf(event.type, event.record.object())))
    return frame
  }

  #frameOf(type: string, object: unknown): Uint8Array {
    return this.#shape.wanted.encoding === 'protobuf'
      ? encodeWatchFrame(type, protobufOf(object as KubeObject, this.#shape.typeOf))
      : Buffer.from(`{"type":"${type}","object":${writeJson(object)}}\n`)
  }
}

type SharedEvent = Extract<Delivery, { kind: 'shared' }>['event']

const protobufFrames = new WeakMap<SharedEvent, Uint8Array>()
