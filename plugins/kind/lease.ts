/** Leases: what their definition can't say. */
import { Lease } from '../../crds/generated/tokens.js'
import { forbidden } from './causes.js'
import { kindPlugin } from './typed-plugin.js'

export const leaseKind = kindPlugin(Lease, {
  validate: ({ spec }) =>
    spec?.preferredHolder && !spec.strategy
      ? [forbidden('spec.preferredHolder', 'is for leases whose holder is chosen by a `strategy`')]
      : [],
})
