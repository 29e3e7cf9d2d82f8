/** ServiceAccounts: what their definition can't say. */
import { ServiceAccount } from '../../crds/generated/tokens.js'
import { kindPlugin } from './typed-plugin.js'

export const serviceAccountKind = kindPlugin(ServiceAccount, {
  /** Secrets are named, and nothing else is kept of who names them. */
  prepare({ secrets }) {
    for (const [index, { name }] of (secrets ?? []).entries()) secrets![index] = name ? { name } : {}
  },
})
