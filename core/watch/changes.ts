/** One committed change as watchers see it: records before and after, and each sort of event made at most once. */
import type { KubeObject } from '../meta/index.js'
import { type Change, renderedLength, renderInto, StoredRecord, type StoredValue } from '../storage/index.js'
import type { WatchEvent } from './contract.js'

type EventType = WatchEvent['type']

export class SeenChange {
  readonly key: string
  readonly revision: number
  /** What stands there now; undefined: deleted. */
  readonly after: StoredRecord | undefined
  /** What stood there before, under its own revision; undefined: created. */
  readonly before: StoredRecord | undefined
  #added: WatchEvent | undefined
  #modified: WatchEvent | undefined
  #deleted: WatchEvent | undefined

  /** `known` is a record of the state before that somebody may have decoded already. */
  constructor(change: Change, known?: StoredRecord) {
    const { key, revision, value, previous } = change
    this.key = key
    this.revision = revision
    this.after = value && new StoredRecord(key, revision, value)
    this.before =
      previous &&
      (known?.revision === previous.revision ? known : new StoredRecord(key, previous.revision, previous.value))
  }

  /** The event for a watcher that wants the objects that `matches`; undefined when it concerns none of them. */
  eventFor(matches: ((object: KubeObject) => boolean) | undefined): WatchEvent | undefined {
    const was = this.before !== undefined && (!matches || matches(this.before.object()))
    const is = this.after !== undefined && (!matches || matches(this.after.object()))
    if (is) return was ? this.#eventOf('MODIFIED') : this.#eventOf('ADDED')
    return was ? this.#eventOf('DELETED') : undefined
  }

  #eventOf(type: EventType): WatchEvent {
    if (type === 'ADDED') return (this.#added ??= new SharedEvent(type, this.after as StoredRecord))
    if (type === 'MODIFIED') return (this.#modified ??= new SharedEvent(type, this.after as StoredRecord, this.before))
    this.#deleted ??= new SharedEvent(
      type,
      new StoredRecord(this.key, this.revision, (this.before as StoredRecord).value),
    )
    return this.#deleted
  }
}

class SharedEvent implements WatchEvent {
  readonly type: EventType
  readonly record: StoredRecord
  readonly before?: StoredRecord
  #frame: Uint8Array | undefined

  constructor(type: EventType, record: StoredRecord, before?: StoredRecord) {
    this.type = type
    this.record = record
    if (before) this.before = before
  }

  frame(): Uint8Array {
    this.#frame ??= renderFrame(this.type, this.record.value, this.record.revision)
    return this.#frame
  }
}

/** `{"type":"ADDED","object":...}` and a line end. */
function renderFrame(type: EventType, value: StoredValue, revision: number): Uint8Array {
  const head = heads[type]
  const frame = Buffer.allocUnsafeSlow(head.length + renderedLength(value, revision) + 2)
  head.copy(frame)
  const end = renderInto(frame, { at: head.length, value, revision })
  frame.write('}\n', end, 'latin1')
  return frame
}

const heads: Readonly<Record<EventType, Buffer>> = {
  ADDED: Buffer.from('{"type":"ADDED","object":'),
  MODIFIED: Buffer.from('{"type":"MODIFIED","object":'),
  DELETED: Buffer.from('{"type":"DELETED","object":'),
}
