/** Objects that exist before the server is ready. */
import type { User } from '../auth/index.js'
import { type KubeObject, parseApiVersion, StatusError } from '../meta/index.js'
import { namespaces, type Registry } from '../registry/index.js'

export const systemNamespaces = ['default', 'kube-system', 'kube-public', 'kube-node-lease'] as const

/** Who writes them, and what needs to be done on the server's own behalf. */
export const apiServer: User = { username: 'system:apiserver', groups: ['system:masters'] }

/** The account of pods that name none, in each of the system's namespaces; in others it is the serviceaccount operator's. */
export function defaultAccounts(): readonly KubeObject[] {
  return systemNamespaces.map((namespace) => ({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'default', namespace },
  }))
}

/** Creates what is missing: namespaces first, then `objects`, all at once. Present ones are left as they are. */
export async function ensureObjects(registry: Registry, objects: readonly KubeObject[]): Promise<void> {
  await Promise.all(
    systemNamespaces.map((name) => ensure(registry, { apiVersion: 'v1', kind: namespaces.kind, metadata: { name } })),
  )
  await Promise.all(objects.map((object) => ensure(registry, object)))
}

async function ensure(registry: Registry, object: KubeObject): Promise<void> {
  const { group, version } = parseApiVersion(object.apiVersion ?? '')
  const definition = registry.definitions().find((each) => each.group === group && each.names.kind === object.kind)
  const resource = definition && registry.find(group, version, definition.names.plural)
  if (!resource) throw new Error(`${object.apiVersion} ${object.kind} is to exist from the start, and is not served`)
  const target = { resource, namespace: object.metadata.namespace ?? '', name: '' }
  try {
    await registry.get({ ...target, name: object.metadata.name ?? '' })
  } catch (error) {
    if (!(error instanceof StatusError && error.reason === 'NotFound')) throw error
    await registry
      .create(target, structuredClone(object), {
        user: apiServer,
        dryRun: false,
        fieldManager: 'operon',
        fieldValidation: 'Strict',
        warn: () => {},
      })
      .catch(ignoreAlreadyExists)
  }
}

function ignoreAlreadyExists(error: unknown): void {
  if (!(error instanceof StatusError && error.reason === 'AlreadyExists')) throw error
}
