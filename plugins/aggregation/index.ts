/** Aggregated APIs: APIServices that name a Service hand their group-version to the server behind it. */
import type { AggregationPlugin, RemoteVersion } from '../../core/aggregation/contract.js'
import type { Clock, Random } from '../../core/kit/index.js'
import { compareVersions } from '../../core/meta/index.js'
import { Keeper } from './keeper.js'
import { ownPriority } from './own-services.js'
import { relay, unavailable } from './relay.js'
import { type FrontProxy, Remotes } from './remote.js'
import { Swaggers } from './swaggers.js'
import { isAvailable, keyOf, Table } from './table.js'

/** Until a connection stands, as upstream dials. */
const dialMs = 30_000
/** To a server that has not answered when it was looked at last: nobody is to wait long for it. */
const impatientMs = 1_000

const apiServices = 'apiregistration.k8s.io/apiservices'

export function apiAggregation(
  world: { readonly clock: Clock; readonly random: Random },
  frontProxy: FrontProxy,
): AggregationPlugin {
  return {
    views: [apiServices],
    open({ view, guarded }) {
      const { clock, random } = world
      const table = new Table(view(apiServices))
      const remotes = new Remotes(frontProxy, { random, guarded })
      let all: readonly RemoteVersion[] | undefined
      const keeper = new Keeper(table, { remotes, guarded, clock }, () => {
        all = undefined
      })
      const swaggers = new Swaggers({ table, keeper, remotes, clock })
      const renew = () => {
        all = undefined
        keeper.renew()
      }
      view(apiServices).onChange(renew)
      // Those of an earlier run: looked at when the server stands.
      clock.after(0, renew)
      return {
        has: (group, version) => table.all().size > 0 && table.all().has(keyOf(group, version)),
        swaggers: () => swaggers.all(),
        all: () => (all ??= versionsOf(table, keeper)),
        priorityOf: ownPriority,
        async relay(group, version, request) {
          const service = table.all().get(keyOf(group, version))
          // As upstream: what its condition says decides, and nobody waits for one that is known to be gone.
          const address = service && isAvailable(service) && (await remotes.locate(service).catch(() => undefined))
          if (!address) return unavailable('service unavailable')
          const options = remotes.options(service, address, request.raw.upgrade)
          const { isFresh } = keeper.known(keyOf(group, version))
          return relay(request, { options, host: address.name }, { clock, dialMs: isFresh ? dialMs : impatientMs })
        },
        close() {
          keeper.close()
          remotes.close()
        },
      }
    },
  }
}

function versionsOf(table: Table, keeper: Keeper): readonly RemoteVersion[] {
  const versions = [...table.all()].map(([key, { spec }]): RemoteVersion => {
    const { found, isFresh } = keeper.known(key)
    return {
      group: spec.group ?? '',
      version: spec.version ?? '',
      groupPriority: spec.groupPriorityMinimum ?? 0,
      versionPriority: spec.versionPriority ?? 0,
      resources: found?.resources,
      discovered: found?.discovered,
      isFresh,
      openapi: found?.openapi,
    }
  })
  // A group has the priority of that of its versions that says most.
  const ofGroup = new Map<string, number>()
  for (const { group, groupPriority } of versions) ofGroup.set(group, Math.max(groupPriority, ofGroup.get(group) ?? 0))
  return versions.sort(
    (a, b) =>
      ofGroup.get(b.group)! - ofGroup.get(a.group)! ||
      (a.group < b.group ? -1 : a.group > b.group ? 1 : 0) ||
      b.versionPriority - a.versionPriority ||
      compareVersions(a.version, b.version),
  )
}
