/** The one file of the server rooms that names kinds: those without which no other could be served, and the shapes that are never stored. */

/** Where namespaces are kept: every create in one is tied to it. */
export const namespaces = { group: '', plural: 'namespaces', kind: 'Namespace', prefix: 'core/namespaces/' } as const

/** Definitions of people's own kinds. */
export const customResourceDefinitions = {
  group: 'apiextensions.k8s.io',
  plural: 'customresourcedefinitions',
  kind: 'CustomResourceDefinition',
} as const

/** May own nothing (upstream's BannedOwners). */
export const neverOwner = { apiVersion: 'v1', kind: 'Event' } as const

/** What a delete's options are called in errors. */
export const deleteOptionsKind = 'DeleteOptions'
export const metaGroup = 'meta.k8s.io'

/** What one must be allowed to `impersonate` to act as somebody else. */
export const impersonated = {
  authentication: 'authentication.k8s.io',
  users: 'users',
  groups: 'groups',
  uids: 'uids',
  extras: 'userextras',
  serviceAccounts: 'serviceaccounts',
  nodes: 'nodes',
} as const
