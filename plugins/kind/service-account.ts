/** ServiceAccounts: what their definition can't say. */
import { ServiceAccount } from '../../crds/generated/tokens.js'
import { kindPlugin } from './typed-plugin.js'

const enforcing = 'kubernetes.io/enforce-mountable-secrets'

export const serviceAccountKind = kindPlugin(ServiceAccount, {
  /** Secrets are named, and nothing else is kept of who names them. */
  prepare({ secrets }) {
    for (const [index, { name }] of (secrets ?? []).entries()) secrets![index] = name ? { name } : {}
  },
  warnings: ({ metadata }, old) =>
    metadata.annotations?.[enforcing] !== undefined && old?.metadata.annotations?.[enforcing] === undefined
      ? [`metadata.annotations[${enforcing}]: deprecated in v1.32+; keep Secrets apart in namespaces of their own`]
      : [],
})
