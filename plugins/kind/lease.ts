/** Leases: what their definition can't say. */
import { Lease } from '../../crds/generated/tokens.js'
import { qualifiedNameErrors } from '../../core/meta/index.js'
import { forbidden, invalids, unsupported } from './causes.js'
import { kindPlugin } from './typed-plugin.js'

const strategies = ['OldestEmulationVersion']

export const leaseKind = kindPlugin(Lease, {
  validate({ spec }) {
    const { strategy, preferredHolder } = spec ?? {}
    if (preferredHolder && !strategy)
      return [forbidden('spec.preferredHolder', 'is for leases whose holder is chosen by a `strategy`')]
    if (strategy === undefined) return []
    if (strategy.includes('/')) return invalids('spec.strategy', strategy, qualifiedNameErrors(strategy))
    return strategies.includes(strategy) ? [] : [unsupported('spec.strategy', strategy, strategies)]
  },
})
