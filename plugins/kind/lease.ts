/** Leases: what their definition can't say. */
import { Lease } from '../../crds/generated/tokens.js'
import { kindPlugin } from './typed-plugin.js'

export const leaseKind = kindPlugin(Lease, {
  /** Nobody elects holders by a strategy: upstream drops both where that is switched off, as it is unless it is asked for. */
  prepare({ spec }, old) {
    if (!spec) return
    if (old?.spec?.strategy === undefined) delete spec.strategy
    if (old?.spec?.preferredHolder === undefined) delete spec.preferredHolder
  },
})
