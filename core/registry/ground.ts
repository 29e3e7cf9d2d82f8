/** What every verb stands on. */
import type { AdmissionChain } from '../admission/contract.js'
import type { Clock, Random } from '../kit/index.js'
import type { Storage } from '../storage/index.js'
import type { WatchLog } from '../watch/index.js'
import type { Catalog } from './catalog.js'
import type { Definition } from '../schema/index.js'
import type { ContinueTokens } from './continue-token.js'
import type { Expiry } from './expiry.js'
import type { Indexes } from './indexes.js'
import type { NamespaceGuard } from './namespace-guard.js'

export interface Ground {
  readonly catalog: Catalog
  readonly storage: Storage
  readonly log: WatchLog
  readonly admission: AdmissionChain
  readonly namespaces: NamespaceGuard
  readonly expiry: Expiry
  readonly indexes: Indexes
  readonly tokens: ContinueTokens
  /** All that is served anywhere, where that is more than the catalog has. */
  readonly named?: () => readonly Definition[]
  readonly clock: Clock
  readonly random: Random
  /** Whether no operator answers this kind yet: creating one brings a warning. */
  readonly unanswered: (group: string, plural: string) => boolean
}
