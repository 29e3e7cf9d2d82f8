/** Which plugins this build has: the explicit lists. */
import type { KubeObject } from '../meta/index.js'
import { namespaceLifecycle } from '../../plugins/admission/namespace-lifecycle.js'
import { serviceAccountAdmission } from '../../plugins/admission/service-account.js'
import { defaultPolicy } from '../../plugins/auth/rbac/index.js'
import { legacyBinding, podBinding } from '../../plugins/subresource/binding.js'
import type { Clock, Random } from '../kit/index.js'
import { defaultAccounts } from '../server/bootstrap-objects.js'
import type { ServerPlugins } from '../server.js'
import type { Access } from './access.js'
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

/** `extra`: further objects that are to exist before the server is ready. */
export function serverPlugins(
  world: { readonly clock: Clock; readonly random: Random },
  options: { readonly access: Access; readonly extra?: readonly KubeObject[] },
): ServerPlugins {
  const { access } = options
  return {
    kinds: [],
    subresources: [podBinding, legacyBinding, ...access.subresources],
    admission: [namespaceLifecycle, serviceAccountAdmission(world), ...access.admission],
    authenticators: (_, guarded) => access.authenticators(guarded),
    authorizers: (views) => access.authorizers(views),
    authViews: access.views,
    objects: [...defaultAccounts(), ...defaultPolicy().map(({ object }) => object), ...(options.extra ?? [])],
    tables: plainTables,
    openapi: () => async () => undefined,
  }
}
