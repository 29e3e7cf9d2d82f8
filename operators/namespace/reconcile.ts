import { passOver } from '../../core/client/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { discover } from '../kit/discovery.js'
import { Namespace } from '../kit/kinds.js'
import { emptyOut } from './content.js'
import { conditionsOf } from './conditions.js'

const ownFinalizer = 'kubernetes'

/** Cost while a namespace is being deleted: discovery, a list of metadata for each namespaced kind, and the deletes. */
export async function reconcile(
  { name }: { readonly name: string },
  context: OperatorContext,
): Promise<{ readonly lookAgainMs: number } | undefined> {
  const { cache, client, clock, signal } = context
  if (!cache.get(Namespace, { name })?.metadata.deletionTimestamp) return undefined
  const namespace = await client.get(Namespace, { name }, { signal }).catch(passOver('NotFound'))
  if (!namespace?.metadata.deletionTimestamp || !namespace.spec?.finalizers?.includes(ownFinalizer)) return undefined
  const found = await discover(client, signal)
  const left = await emptyOut(context, name, found.served)
  const conditions = conditionsOf(namespace, { left, failed: found.failed, now: clock.now() })
  const current = conditions ? await writeConditions(context, namespace, conditions) : namespace
  if (left.counts.size === 0 && left.errors.length === 0 && found.failed.size === 0) {
    await finalize(context, current)
    return undefined
  }
  const elapsedMs = clock.now() - Date.parse(namespace.metadata.deletionTimestamp)
  return { lookAgainMs: Math.min(15_000, Math.max(500, elapsedMs / 4)) }
}

function writeConditions(
  { client, signal }: OperatorContext,
  { metadata }: Namespace,
  conditions: NonNullable<NonNullable<Namespace['status']>['conditions']>,
): Promise<Namespace> {
  const { name = '', uid, resourceVersion } = metadata
  const body = { metadata: { uid, resourceVersion }, status: { conditions } }
  return client.patch(Namespace, { name, patch: { type: 'merge', body } }, { subresource: 'status', signal })
}

async function finalize({ client, signal }: OperatorContext, namespace: Namespace): Promise<void> {
  const finalizers = namespace.spec?.finalizers?.filter((finalizer) => finalizer !== ownFinalizer)
  const object = { ...namespace, spec: { ...namespace.spec, finalizers } }
  await client.update(Namespace, object, { subresource: 'finalize', signal }).catch(passOver('NotFound'))
}
