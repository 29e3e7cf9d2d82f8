/** Objects that exist before the server is ready. */
import type { User } from '../auth/index.js'
import { type Log, nextTurn } from '../kit/index.js'
import { isNotFound, type KubeObject, parseApiVersion, StatusError } from '../meta/index.js'
import { namespaces, type Registry, type Target, type WriteContext } from '../registry/index.js'

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
  await Promise.all(systemNamespaces.map((name) => ensure(registry, namespaceOf(name))))
  await Promise.all(objects.map((object) => ensure(registry, object)))
}

/** One after the other, so that requests have their turn between them. Never rejects. */
export async function ensureLater(objects: readonly KubeObject[], registry: Registry, log: Log): Promise<void> {
  await nextTurn()
  for (const object of objects) {
    await ensure(registry, object).catch((error: unknown) =>
      log.error('an object that is to be there could not be made', { name: object.metadata.name, error }),
    )
  }
}

/** Creates it when it is not there. */
export async function ensure(registry: Registry, object: KubeObject): Promise<void> {
  const target = { ...targetOf(registry, object), name: '' }
  try {
    await registry.get({ ...target, name: object.metadata.name ?? '' })
  } catch (error) {
    if (!isNotFound(error)) throw error
    await registry.create(target, structuredClone(object), ownContext).catch(ignoreAlreadyExists)
    if (object['status'] !== undefined) await setStatus(registry, object)
  }
}

/** A create takes no status. */
async function setStatus(registry: Registry, object: KubeObject): Promise<void> {
  const target = targetOf(registry, object)
  const subresource = target.resource.version.subresources.find(({ name }) => name === 'status')
  const status = structuredClone(object['status'])
  await registry.modify(
    { ...target, ...(subresource ? { subresource } : {}) },
    (stored) => void (stored['status'] = status),
    ownContext,
  )
}

export const namespaceOf = (name: string): KubeObject => ({
  apiVersion: 'v1',
  kind: namespaces.kind,
  metadata: { name },
})

/** Where it is kept. Throws when its kind is not served. */
export function targetOf(registry: Registry, { apiVersion, kind, metadata }: KubeObject): Target {
  const { group, version } = parseApiVersion(apiVersion ?? '')
  const definition = registry.definitions().find((each) => each.group === group && each.names.kind === kind)
  const resource = definition && registry.find(group, version, definition.names.plural)
  if (!resource) throw new Error(`${apiVersion} ${kind} is to exist from the start, and is not served`)
  return { resource, namespace: metadata.namespace ?? '', name: metadata.name ?? '' }
}

/** How the server writes on its own behalf. */
export const ownContext: WriteContext = {
  user: apiServer,
  dryRun: false,
  fieldManager: 'operon',
  fieldValidation: 'Strict',
  warn: () => {},
}

function ignoreAlreadyExists(error: unknown): void {
  if (!(error instanceof StatusError && error.reason === 'AlreadyExists')) throw error
}
