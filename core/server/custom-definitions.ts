/** Serves people's own definitions: follows the stored ones, and has the registry serve what they say before the write that brought them is answered. */
import { type Clock, type Log, readJson, textOf } from '../kit/index.js'
import {
  type ConversionPlugin,
  customResourceDefinitions as kind,
  type Guarded,
  type OwnedRegistry,
} from '../registry/index.js'
import {
  type BuiltIns,
  type CustomHead,
  type CustomManifest,
  type CustomParts,
  compilePacked,
  type Definition,
  packCustom,
  type PackedManifest,
  TypeBuilder,
  WarmSchemas,
} from '../schema/index.js'
import { type Storage, StoredRecord } from '../storage/index.js'
import type { CommittedChange, CommitLog } from '../watch/index.js'
import { conversionOf } from './custom-conversion.js'

export interface CustomDefinitionsOptions {
  readonly storage: Storage
  readonly log: CommitLog
  readonly registry: OwnedRegistry
  readonly builtIns: BuiltIns
  readonly conversions: readonly ConversionPlugin[]
  readonly guarded: Guarded
  readonly clock: Clock
  readonly messages: Log
  /** By the bytes that are stored: definitions that the thread for heavy writes has packed already. */
  readonly packed: WeakMap<Uint8Array, PackedManifest>
}

const prefix = `${kind.group}/${kind.plural}/`

/** Resolves when all that are stored are served. Memory: names and a packed schema of each. */
export async function serveCustomDefinitions(options: CustomDefinitionsOptions): Promise<{ close(): void }> {
  const served = new ServedDefinitions(options)
  let early: CommittedChange[] | undefined = []
  const end = options.log.tap(prefix, (change) => {
    if (early) early.push(change)
    else if (served.take(change.key, change.after)) served.publish()
  })
  const revision = await readAll(options.storage, served)
  for (const { key, revision: at, after } of early) if (at > revision) served.take(key, after)
  early = undefined
  served.publish()
  return {
    close() {
      end()
      served.close()
    },
  }
}

/** Definitions read at once: they are large. */
const page = 50

async function readAll(storage: Storage, served: ServedDefinitions): Promise<number> {
  let read = await storage.list({ prefix, limit: page })
  const { revision } = read
  for (;;) {
    for (const { key, revision: written, value } of read.entries)
      served.take(key, new StoredRecord(key, written, value))
    if (!read.more) return revision
    read = await storage.list({ prefix, limit: page, revision, after: read.entries.at(-1)!.key })
  }
}

class ServedDefinitions {
  readonly #options: CustomDefinitionsOptions
  readonly #parts: CustomParts
  readonly #warm: WarmSchemas
  /** By group, then plural: the order of discovery. */
  #sorted: Definition[] = []
  readonly #byKey = new Map<string, Definition>()

  constructor(options: CustomDefinitionsOptions) {
    this.#options = options
    const { types } = options.builtIns
    this.#warm = new WarmSchemas(options.clock)
    const conversion = (manifest: CustomHead) => conversionOf(manifest, options)
    this.#parts = { types, builder: new TypeBuilder(types), warm: this.#warm, conversion }
  }

  /** Answers whether what is served has changed. */
  take(key: string, record: StoredRecord | undefined): boolean {
    const before = this.#byKey.get(key)
    const after = record && this.#compile(record)
    if (before && stampsOf(before) !== stampsOf(after))
      this.#options.log.release(`${before.group}/${before.names.plural}/`)
    if (before) this.#sorted.splice(this.#sorted.indexOf(before), 1)
    if (after) {
      this.#byKey.set(key, after)
      this.#insert(after)
    } else this.#byKey.delete(key)
    return before !== undefined || after !== undefined
  }

  /** The bytes are read anew: a record's own decoded form would be kept with it. */
  #compile({ key, value: { bytes } }: StoredRecord): Definition | undefined {
    try {
      const manifest = this.#options.packed.get(bytes) ?? packCustom(read(bytes))
      const definition = compilePacked(manifest, this.#parts)
      return manifest.metadata.deletionTimestamp ? definition : this.#besideBuiltIns(definition)
    } catch (error) {
      this.#options.messages.error('a stored definition can not be served', { key, error: String(error) })
      return undefined
    }
  }

  /** A group's version that is built in is the server's own: a definition adds nothing to it, as upstream, whose APIService of it is local. */
  #besideBuiltIns(definition: Definition | undefined): Definition | undefined {
    if (!definition) return undefined
    const { group } = definition
    const isOwn = (version: string) =>
      this.#options.builtIns.definitions.some(
        (each) => each.group === group && each.versions.some(({ name, served }) => served && name === version),
      )
    if (!definition.versions.some(({ name }) => isOwn(name))) return definition
    const versions = definition.versions.map((each) => (isOwn(each.name) ? { ...each, served: false } : each))
    return { ...definition, versions }
  }

  #insert(definition: Definition): void {
    let low = 0
    for (let high = this.#sorted.length; low < high; ) {
      const middle = (low + high) >>> 1
      if (placeOf(this.#sorted[middle]!) < placeOf(definition)) low = middle + 1
      else high = middle
    }
    this.#sorted.splice(low, 0, definition)
  }

  publish(): void {
    this.#options.registry.serve([...this.#options.builtIns.definitions, ...this.#sorted])
  }

  close(): void {
    this.#warm.close()
  }
}

const read = (bytes: Uint8Array): CustomManifest => readJson(textOf(bytes)) as CustomManifest

const placeOf = ({ group, names }: Definition): string => `${group}\0${names.plural}`

/** Changes with what watchers are shown. */
const stampsOf = (definition: Definition | undefined): string =>
  (definition?.versions ?? []).map(({ stamp, served, storage }) => `${stamp} ${served} ${storage}`).join()
