/** What is known of each key: the revision of its published version and, for those used last, the version itself. */
import { SortedMap } from '../../../core/kit/index.js'
import type { Entry } from '../../../core/storage/contract.js'

/** About what an entry takes besides its bytes. */
const entryBytes = 250
/** Larger ones (definitions of kinds) are read from the file each time: what is done with them takes far longer, and a few would take the place of very many. */
const largestKept = 32_768

interface Slot {
  revision: number
  entry: Entry | undefined
  /** Read since eviction last came by. */
  isUsed: boolean
  /** Whether it stands in the row of those that hold an entry. */
  isInRow: boolean
}

/**
 * An index whose values are evicted when they take more than `mostBytes`, those first that were not read since eviction last came by (second chance).
 * Cost of a hit: one look-up by hash and a flag.
 */
export class Slots {
  readonly #slots = new SortedMap<Slot>()
  readonly #mostBytes: number
  /** Slots that hold an entry, or did: eviction goes round. */
  readonly #row: (Slot | undefined)[] = []
  /** Places in the row where nobody stands: who comes next stands right behind the one that goes round, and is come by last. */
  readonly #free: number[] = []
  #next = 0
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  revision(key: string): number | undefined {
    return this.#slots.get(key)?.revision
  }

  keys(prefix: string, after: string | undefined, limit: number): string[] {
    return this.#slots.keys(prefix, after, limit)
  }

  count(prefix: string, after: string | undefined): number {
    return this.#slots.count(prefix, after)
  }

  /** Undefined when the entry is not at hand. */
  entry(key: string): Entry | undefined {
    const slot = this.#slots.get(key)
    if (!slot?.entry) return undefined
    slot.isUsed = true
    return slot.entry
  }

  /** Notes which version is published; the entry that was kept of another is dropped. */
  publish(key: string, revision: number): void {
    const slot = this.#slots.get(key)
    if (!slot) this.#slots.set(key, { revision, entry: undefined, isUsed: false, isInRow: false })
    else {
      this.#empty(slot)
      slot.revision = revision
    }
  }

  delete(key: string): void {
    const slot = this.#slots.get(key)
    if (!slot) return
    this.#empty(slot)
    this.#slots.delete(key)
  }

  /** Keeps the entry of a published version, if it fits and is no large one. */
  keep(entry: Entry): void {
    const slot = this.#slots.get(entry.key)
    const bytes = sizeOf(entry)
    if (!slot || slot.entry || slot.revision !== entry.revision || bytes > Math.min(this.#mostBytes, largestKept))
      return
    while (this.#bytes + bytes > this.#mostBytes) this.#evict()
    slot.entry = entry
    this.#bytes += bytes
    if (!slot.isInRow) {
      slot.isInRow = true
      this.#row[this.#free.pop() ?? this.#row.length] = slot
    }
  }

  /** Whether so many more entries would push out most of what is kept. */
  isTooMany(entries: number): boolean {
    const kept = this.#row.length - this.#free.length
    const usualBytes = kept === 0 ? 1000 : this.#bytes / kept
    return entries * usualBytes > this.#mostBytes / 2
  }

  /** Moves one step on in the row: a used slot loses its mark, any other one its entry and its place. */
  #evict(): void {
    if (this.#next >= this.#row.length) this.#next = 0
    const place = this.#next++
    const slot = this.#row[place]
    if (!slot) return
    if (slot.entry && slot.isUsed) {
      slot.isUsed = false
      return
    }
    this.#empty(slot)
    slot.isInRow = false
    this.#row[place] = undefined
    this.#free.push(place)
  }

  #empty(slot: Slot): void {
    if (!slot.entry) return
    this.#bytes -= sizeOf(slot.entry)
    slot.entry = undefined
    slot.isUsed = false
  }
}

const sizeOf = ({ key, value }: Entry): number => value.bytes.byteLength + key.length + entryBytes
