/** The registry: every verb, over one storage and one watch log. */
import type { AdmissionChain } from '../admission/contract.js'
import type { Clock, Log, Random } from '../kit/index.js'
import type { Definition } from '../schema/index.js'
import type { Storage } from '../storage/index.js'
import type { WatchLog } from '../watch/index.js'
import { admittedVersions } from './admitted-versions.js'
import { Catalog } from './catalog.js'
import type { AdmittedVersions, KindPlugin, ServedKinds } from './contract.js'
import { ContinueTokens } from './continue-token.js'
import { create } from './create.js'
import { remove } from './delete.js'
import { removeCollection } from './delete-collection.js'
import { Expiry } from './expiry.js'
import { get } from './get.js'
import type { Ground } from './ground.js'
import { Indexes } from './indexes.js'
import { list } from './list.js'
import { NamespaceGuard } from './namespace-guard.js'
import { patch } from './patch.js'
import { modify } from './modify.js'
import { getScale, patchScale, updateScale } from './scale.js'
import { servedKinds } from './served-kinds.js'
import { Tellers, type Telling } from './told.js'
import { update } from './update.js'
import type { Registry, Target } from './verbs.js'
import { watch } from './watch.js'

export interface RegistryOptions {
  readonly storage: Storage
  readonly log: WatchLog
  readonly definitions: readonly Definition[]
  readonly kinds: readonly KindPlugin[]
  readonly admission: AdmissionChain
  /** Of kinds that are told; left out: there are none, and their lists are empty. */
  readonly told?: Telling
  readonly clock: Clock
  readonly random: Random
  /** Hears of failures that no request waits for. */
  readonly messages: Log
  /** Whether no operator answers this kind yet: creating one brings a warning. */
  readonly unanswered: (group: string, plural: string) => boolean
  /** All that is served anywhere, where this registry serves but a part; left out: `definitions`. */
  readonly named?: () => readonly Definition[]
  /** Signs continue tokens; made for this run when left out, and then tokens end with it. */
  readonly secret?: Uint8Array
}

/** The registry with what its composition root needs besides the verbs. */
export interface OwnedRegistry extends Registry {
  /** For admission plugins. */
  readonly versions: AdmittedVersions
  readonly kinds: ServedKinds
  /** Serves these definitions and no others from now on. */
  serve(definitions: readonly Definition[]): void
  /** An object was written past this registry. */
  noteWritten(definition: Definition, key: string): void
  /** Finds what an earlier run has left to expire. Call once, after storage is open. */
  recall(): Promise<void>
}

export function createRegistry(options: RegistryOptions): OwnedRegistry {
  const { storage, clock, messages } = options
  const catalog = new Catalog(options.definitions, options.kinds)
  const onError = (error: unknown) => messages.error('expired objects could not be deleted', { error: String(error) })
  const expiry = new Expiry({ storage, clock, onError })
  const indexes = new Indexes(options)
  const tokens = new ContinueTokens(options.secret ?? options.random.bytes(32))
  const ground: Ground = { ...options, catalog, expiry, indexes, namespaces: new NamespaceGuard(storage), tokens }
  const offered = verbs(ground, new Tellers(catalog, options.told))
  return { ...offered, kinds: servedKinds(catalog, offered), ...ownership(ground) }
}

const isScale = (target: Target): boolean => target.subresource?.name === 'scale'

const isTold = ({ resource }: Target): boolean => resource.definition.strategy.told === true

function verbs(ground: Ground, tellers: Tellers) {
  return {
    definitions: () => ground.catalog.all(),
    find: (group, version, plural) => ground.catalog.find(group, version, plural),
    get: (target, options) =>
      isScale(target) ? getScale(ground, target) : isTold(target) ? tellers.get(target) : get(ground, target, options),
    list: (target, options, form) =>
      isTold(target) ? tellers.list(target, options) : list(ground, target, { options, form }),
    watch: (target, options, receiver) => watch(ground, target, { options, receiver }),
    create: (target, body, context) => create(ground, body, { target, context }),
    update: (target, body, context) => (isScale(target) ? updateScale : update)(ground, body, { target, context }),
    modify: (target, change, context) => modify(ground, change, { target, context }),
    patch: (target, change, context) => (isScale(target) ? patchScale : patch)(ground, change, { target, context }),
    delete: (target, options, context) => remove(ground, options, { target, context }),
    deleteCollection: (target, selection, options, context) =>
      removeCollection(ground, selection, { target, context, options }),
  } satisfies Omit<Registry, 'close'>
}

function ownership(ground: Ground) {
  return {
    versions: admittedVersions(ground.catalog),
    serve: (definitions: readonly Definition[]) => ground.catalog.replace(definitions),
    noteWritten(definition: Definition, key: string) {
      const shelf = ground.catalog.shelf(definition)
      if (shelf.strategy.timeToLiveSeconds !== undefined) ground.expiry.note(shelf, key)
    },
    async recall() {
      for (const definition of ground.catalog.all()) {
        const shelf = ground.catalog.shelf(definition)
        const isOwn = shelf.definition === definition
        if (isOwn && shelf.strategy.timeToLiveSeconds !== undefined) await ground.expiry.recall(shelf)
      }
    },
    async close() {
      ground.expiry.close()
      ground.indexes.close()
    },
  }
}
