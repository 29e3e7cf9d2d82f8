import { isReason } from '../../core/client/index.js'
import { sameJson, StatusError } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { ConfigMap, Namespace, ServiceAccount } from '../kit/kinds.js'

export const accountName = 'default'
export const bundleName = 'kube-root-ca.crt'
/** The namespace whose bundle is copied to all others. */
export const bundleSource = 'kube-system'
const bundleKey = 'ca.crt'

/** Cost when all is there: three look-ups. */
export async function reconcile({ name }: { readonly name: string }, context: OperatorContext): Promise<undefined> {
  const namespace = context.cache.get(Namespace, { name })
  if (!namespace || namespace.metadata.deletionTimestamp) return
  await Promise.all([ensureAccount(context, name), ensureBundle(context, name)])
}

async function ensureAccount({ cache, client, signal }: OperatorContext, namespace: string): Promise<void> {
  if (cache.get(ServiceAccount, { namespace, name: accountName })) return
  const account = { metadata: { name: accountName, namespace } }
  await client.create(ServiceAccount, account, { signal }).catch(ignoreTooLate)
}

async function ensureBundle({ cache, client, signal }: OperatorContext, namespace: string): Promise<void> {
  const certificate = cache.get(ConfigMap, { namespace: bundleSource, name: bundleName })?.data?.[bundleKey]
  if (certificate === undefined || namespace === bundleSource) return
  const current = cache.get(ConfigMap, { namespace, name: bundleName })
  const data = { [bundleKey]: certificate }
  if (!current) {
    const annotations = { 'kubernetes.io/description': 'The root certificate of this cluster’s API.' }
    const bundle = { metadata: { name: bundleName, namespace, annotations }, data }
    await client.create(ConfigMap, bundle, { signal }).catch(ignoreTooLate)
  } else if (!sameJson(current.data, data)) {
    // Nothing else belongs there.
    const others = Object.keys(current.data ?? {}).map((key) => [key, null])
    const body = { metadata: { uid: current.metadata.uid }, data: { ...Object.fromEntries(others), ...data } }
    const patch = { type: 'merge', body } as const
    await client.patch(ConfigMap, { namespace, name: bundleName, patch }, { signal })
  }
}

/** Somebody else was faster, or the namespace is going away. */
function ignoreTooLate(error: unknown): void {
  const terminating =
    error instanceof StatusError &&
    error.status.details?.causes?.some(({ reason }) => reason === 'NamespaceTerminating')
  if (!terminating && !isReason(error, 'AlreadyExists', 'NotFound')) throw error
}
