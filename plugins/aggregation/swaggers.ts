/** OpenAPI v2 of the servers behind APIServices: asked when somebody wants it, and kept for a minute. */
import type { RemoteSwagger } from '../../core/aggregation/contract.js'
import type { Clock } from '../../core/kit/index.js'
import type { Keeper } from './keeper.js'
import { readFrom } from './probe.js'
import type { Remotes } from './remote.js'
import type { ApiService, Table } from './table.js'

const keptMs = 60_000

export class Swaggers {
  readonly #in: { readonly table: Table; readonly keeper: Keeper; readonly remotes: Remotes; readonly clock: Clock }
  #kept: { readonly until: number; readonly key: string; readonly all: Promise<readonly RemoteSwagger[]> } | undefined

  constructor(parts: {
    readonly table: Table
    readonly keeper: Keeper
    readonly remotes: Remotes
    readonly clock: Clock
  }) {
    this.#in = parts
  }

  /** Those that can't be had are left out. Cost without APIServices that name a server: nothing. */
  all(): Promise<readonly RemoteSwagger[]> {
    const { table, keeper, clock } = this.#in
    const fresh = [...table.all()].filter(([key]) => keeper.known(key).isFresh)
    const key = fresh.map(([name, { metadata }]) => `${name} ${metadata.uid}`).join()
    const now = clock.monotonicMs()
    if (!this.#kept || this.#kept.key !== key || (key !== '' && this.#kept.until < now)) {
      const all = Promise.all(fresh.map(([, service]) => this.#read(service)))
      this.#kept = { key, until: now + keptMs, all: all.then((found) => found.filter((each) => each !== undefined)) }
    }
    return this.#kept.all
  }

  async #read(service: ApiService): Promise<RemoteSwagger | undefined> {
    const { group = '', version = '' } = service.spec
    try {
      const document = (await readFrom(service, '/openapi/v2', this.#in)) as Partial<RemoteSwagger>
      const { paths = {}, definitions = {}, parameters = {} } = document
      return { group, version, paths, definitions, parameters }
    } catch {
      return undefined
    }
  }
}
