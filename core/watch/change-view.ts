/** One change as watchers see it: its records and frames, made at most once whoever asks. */
import { type Change, StoredRecord } from '../storage/index.js'
import type { WatchEvent } from './contract.js'

export class ChangeView {
  readonly change: Change
  #after: StoredRecord | undefined
  #before: StoredRecord | undefined
  #events: { ADDED?: WatchEvent; MODIFIED?: WatchEvent; DELETED?: WatchEvent } = {}

  constructor(change: Change) {
    this.change = change
  }

  /** The state that the change left; undefined when it deleted. */
  get after(): StoredRecord | undefined {
    const { key, revision, value } = this.change
    if (value) this.#after ??= new StoredRecord(key, revision, value)
    return this.#after
  }

  /** The state before, under the change's own revision; undefined when it created. */
  get before(): StoredRecord | undefined {
    const { key, revision, previous } = this.change
    if (previous) this.#before ??= new StoredRecord(key, revision, previous.value)
    return this.#before
  }

  /** The event for a watcher that sees the state before and after, or only one of them; undefined when it sees neither. */
  eventFor(sees: { readonly before: boolean; readonly after: boolean }): WatchEvent | undefined {
    if (sees.after) return this.#event(sees.before ? 'MODIFIED' : 'ADDED', this.after as StoredRecord)
    return sees.before ? this.#event('DELETED', this.before as StoredRecord) : undefined
  }

  #event(type: WatchEvent['type'], record: StoredRecord): WatchEvent {
    this.#events[type] ??= new RecordEvent(type, record)
    return this.#events[type] as WatchEvent
  }
}

class RecordEvent implements WatchEvent {
  readonly type: WatchEvent['type']
  readonly record: StoredRecord
  #frame: Uint8Array | undefined

  constructor(type: WatchEvent['type'], record: StoredRecord) {
    this.type = type
    this.record = record
  }

  frame(): Uint8Array {
    this.#frame ??= Buffer.concat([Buffer.from(`{"type":"${this.type}","object":`), this.record.bytes(), closing])
    return this.#frame
  }
}

const closing = Buffer.from('}\n')
