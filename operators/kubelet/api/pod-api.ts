/** What the kubelet writes of pods: their status, and their end. */
import { isDeepStrictEqual } from 'node:util'
import { type Client, passOver } from '../../../core/client/index.js'
import type { Pod, PodCondition, PodStatus } from '../shapes/index.js'
import { resizeConditions } from '../pod/resize.js'
import { pods } from './kinds.js'

/** Patches what differs. Resolves when written, or when the pod of this uid is no more. */
export async function writePodStatus(
  client: Client,
  pod: Pod,
  change: { before: PodStatus; after: PodStatus },
): Promise<void> {
  const { namespace, name = '', uid } = pod.metadata
  const patch = {
    type: 'strategic',
    body: { metadata: { uid }, status: statusPatch(change.before, change.after) },
  } as const
  await client
    .patch(pods, { namespace, name, patch }, { subresource: 'status' })
    .catch(passOver('NotFound', 'Conflict'))
}

/** Deletes the pod at once, if it still is the one of this uid. */
export async function deletePodNow(client: Client, { metadata }: Pod): Promise<void> {
  const { namespace, name = '', uid } = metadata
  await client
    .delete(pods, { namespace, name }, { gracePeriodSeconds: 0, ...(uid ? { uid } : {}) })
    .catch(passOver('NotFound', 'Conflict'))
}

/** The strategic merge patch from one status to another; conditions are merged by type, so those of others are left alone. */
export function statusPatch(before: PodStatus, after: PodStatus): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof PodStatus>
  for (const key of keys) {
    if (isDeepStrictEqual(before[key], after[key])) continue
    patch[key] = after[key] === undefined ? null : after[key]
  }
  if (after.conditions) {
    const changed = [
      ...changedConditions(before.conditions ?? [], after.conditions),
      ...goneConditions(before.conditions ?? [], after.conditions),
    ]
    if (changed.length) patch['conditions'] = changed
    else delete patch['conditions']
  }
  for (const list of ['podIPs', 'hostIPs'] as const) {
    if (patch[list] && before[list]?.length) patch[list] = [{ $patch: 'replace' }, ...(after[list] ?? [])]
  }
  return patch
}

/** What differs, each whole: what a condition no longer says (reason, message) is null, or the merge would keep it. */
function changedConditions(before: readonly PodCondition[], after: readonly PodCondition[]): Record<string, unknown>[] {
  return after.flatMap((condition) => {
    const old = before.find(({ type }) => type === condition.type)
    if (isDeepStrictEqual(condition, old)) return []
    const gone = Object.keys(old ?? {}).filter((key) => !(key in condition))
    return [{ ...condition, ...Object.fromEntries(gone.map((key) => [key, null])) }]
  })
}

/** Of the kubelet's own. */
function goneConditions(before: readonly PodCondition[], after: readonly PodCondition[]): Record<string, unknown>[] {
  return resizeConditions
    .filter((own) => before.some(({ type }) => type === own) && !after.some(({ type }) => type === own))
    .map((type) => ({ type, $patch: 'delete' }))
}
