/** The pod subresources that operators and people use, in words. */
import { Pod } from '../../crds/generated/tokens.js'
import { resourcePath } from '../meta/index.js'
import type { Client } from './client.js'
import type { CallOptions, DeleteOptions, Place } from './verbs.js'

/** Gives a pod its node (a Binding). Refused with Conflict when it has one, or when `uid` is not the pod's. */
export async function bindPod(
  client: Client,
  pod: Place & { readonly uid?: string; readonly node: string },
): Promise<void> {
  const { namespace, name, uid, node } = pod
  const metadata = { name, namespace, ...(uid ? { uid } : {}) }
  const target = { apiVersion: 'v1', kind: 'Node', name: node }
  const body = { apiVersion: 'v1', kind: 'Binding', metadata, target }
  await client.createSubresource(Pod, { namespace, name, subresource: 'binding', body })
}

/** Deletes a pod if its disruption budgets allow it; refused with TooManyRequests when they don't now. */
export async function evictPod(client: Client, pod: Place, options: DeleteOptions = {}): Promise<void> {
  const { namespace, name } = pod
  const { uid, gracePeriodSeconds } = options
  const deleteOptions = { gracePeriodSeconds, ...(uid ? { preconditions: { uid } } : {}) }
  const body = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace }, deleteOptions }
  await client.createSubresource(Pod, { namespace, name, subresource: 'eviction', body })
}

export interface LogOptions extends CallOptions {
  readonly container?: string
  readonly follow?: boolean
  readonly previous?: boolean
  readonly timestamps?: boolean
  readonly tailLines?: number
  readonly sinceSeconds?: number
}

/** A container's output as it comes. */
export async function podLog(client: Client, pod: Place, options: LogOptions = {}): Promise<AsyncIterable<Uint8Array>> {
  const { signal, ...asked } = options
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, String(value))
  const url = `${resourcePath(Pod, { ...pod, subresource: 'log' })}?${query}`
  return (await client.stream({ method: 'GET', url, headers: { accept: '*/*' }, signal })).chunks
}
