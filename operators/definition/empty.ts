import { passOver } from '../../core/client/index.js'
import { type KindToken, type KubeObject, timestamp } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { CustomResourceDefinition } from '../../crds/generated/tokens.js'

const finalizer = 'customresourcecleanup.apiextensions.k8s.io'

/** Objects read at once, as metadata. */
const page = 500

/** Deletes all objects of a definition that is being deleted, also where another server answers its group-version; when none is left, lets the definition go. Answers when to look again while finalizers hold some. */
export async function empty(
  context: OperatorContext,
  name: string,
): Promise<{ readonly lookAgainMs: number } | undefined> {
  const { client, clock, signal } = context
  const definition = await client.get(CustomResourceDefinition, { name }, { signal }).catch(passOver('NotFound'))
  const { deletionTimestamp, finalizers = [] } = definition?.metadata ?? {}
  if (!definition || !deletionTimestamp || !finalizers.includes(finalizer)) return undefined
  const kind = kindOf(definition)
  const left = kind ? await clear(context, kind) : 0
  if (left === 0) {
    const body = {
      metadata: {
        resourceVersion: definition.metadata.resourceVersion,
        finalizers: finalizers.filter((each) => each !== finalizer),
      },
    }
    await client
      .patch(CustomResourceDefinition, { name, patch: { type: 'merge', body } }, { signal })
      .catch(passOver('NotFound'))
    return undefined
  }
  await tell(context, definition, left)
  const elapsedMs = clock.now() - Date.parse(deletionTimestamp)
  return { lookAgainMs: Math.min(15_000, Math.max(200, elapsedMs / 4)) }
}

/** One version is enough: all show the same objects. While it is deleted, one is always served. Undefined: it never was. */
function kindOf({ spec, status }: CustomResourceDefinition): KindToken | undefined {
  const version = spec.versions.find(({ served }) => served) ?? spec.versions.find(({ storage }) => storage)
  const established = status?.conditions?.some(({ type, status: is }) => type === 'Established' && is === 'True')
  if (!version || !established) return undefined
  const { group, names, scope } = spec
  return { group, version: version.name, kind: names.kind, plural: names.plural, namespaced: scope === 'Namespaced' }
}

/** Answers how many are left after all have been told to go. */
async function clear({ client, signal }: OperatorContext, kind: KindToken): Promise<number> {
  const found = await namespacesOf({ client, signal }, kind)
  for (const [namespace, { going, staying }] of found) {
    if (staying === 0 && going > 0) continue
    const place = kind.namespaced ? { namespace } : {}
    await client.deleteCollection(kind, place, { propagationPolicy: 'Background', prefer: 'own-store', signal })
  }
  const after = await namespacesOf({ client, signal }, kind)
  return [...after.values()].reduce((sum, { going, staying }) => sum + going + staying, 0)
}

type Counts = { going: number; staying: number }

async function namespacesOf(
  { client, signal }: Pick<OperatorContext, 'client' | 'signal'>,
  kind: KindToken,
): Promise<ReadonlyMap<string, Counts>> {
  const counts = new Map<string, Counts>()
  let next: string | undefined
  do {
    const paged = { limit: page, ...(next ? { continue: next } : {}) }
    const options = { metadataOnly: true, prefer: 'own-store', signal, ...paged } as const
    const list: { readonly items: readonly KubeObject[]; readonly metadata: { readonly continue?: string } } =
      await client.list(kind as KindToken<KubeObject>, options)
    for (const { metadata } of list.items) {
      const namespace = metadata.namespace ?? ''
      const count = counts.get(namespace) ?? { going: 0, staying: 0 }
      if (metadata.deletionTimestamp) count.going++
      else count.staying++
      counts.set(namespace, count)
    }
    next = list.metadata.continue || undefined
  } while (next)
  return counts
}

async function tell(
  { client, clock, signal }: OperatorContext,
  definition: CustomResourceDefinition,
  left: number,
): Promise<void> {
  const { metadata, status } = definition
  const before = status?.conditions ?? []
  const known = before.find(({ type }) => type === 'Terminating')
  const message = `${left} of its objects are not gone yet`
  if (known?.reason === 'InstanceDeletionInProgress' && known.message === message) return
  const lastTransitionTime = known?.lastTransitionTime ?? timestamp(clock.now())
  const condition = {
    type: 'Terminating',
    status: 'True',
    reason: 'InstanceDeletionInProgress',
    message,
    lastTransitionTime,
  }
  const conditions = [...before.filter((each) => each !== known), condition]
  const body = { metadata: { resourceVersion: metadata.resourceVersion }, status: { conditions } }
  const name = String(metadata.name)
  await client
    .patch(CustomResourceDefinition, { name, patch: { type: 'merge', body } }, { subresource: 'status', signal })
    .catch(passOver('NotFound'))
}
