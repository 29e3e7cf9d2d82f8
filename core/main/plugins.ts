/** Which plugins this build has: the explicit lists. */
import type { KubeObject } from '../meta/index.js'
import { legacyBinding, podBinding } from '../../plugins/subresource/binding.js'
import type { Authenticator, Authorizer } from '../auth/index.js'
import type { ServerPlugins } from '../server.js'
import type { TableMaker } from '../funnel/index.js'

/** Until kinds bring their columns: name and age, as upstream shows what it knows nothing about. */
const plainTables: TableMaker = (_resource, objects, options) => ({
  kind: 'Table',
  apiVersion: `meta.k8s.io/${options.version}`,
  metadata: {},
  columnDefinitions: [
    { name: 'Name', type: 'string', format: 'name', description: '', priority: 0 },
    { name: 'Created At', type: 'date', format: '', description: '', priority: 0 },
  ],
  rows: objects.map((object) => ({
    cells: [object.metadata.name, object.metadata.creationTimestamp],
    object:
      options.includeObject === 'None'
        ? undefined
        : { kind: 'PartialObjectMetadata', apiVersion: `meta.k8s.io/${options.version}`, metadata: object.metadata },
  })),
})

const certificateUsers: Authenticator = {
  name: 'x509',
  authenticate: ({ certificate }) =>
    certificate && { username: certificate.commonName, groups: [...certificate.organizations] },
}

const nodesAndOperators: Authorizer = {
  name: 'system',
  authorize: ({ user, path }) =>
    user.groups.includes('system:nodes') ||
    user.username.startsWith('system:operator:') ||
    path === '/version' ||
    /^\/(healthz|livez|readyz)/.test(path)
      ? { verdict: 'allow' }
      : { verdict: 'noOpinion', reason: '' },
}

export function serverPlugins(objects: readonly KubeObject[]): ServerPlugins {
  return {
    kinds: [],
    subresources: [podBinding, legacyBinding],
    admission: [],
    authenticators: () => [certificateUsers],
    authorizers: () => [nodesAndOperators],
    authViews: [],
    objects,
    tables: plainTables,
    openapi: () => async () => undefined,
  }
}
