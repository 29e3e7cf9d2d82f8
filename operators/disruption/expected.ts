import type { OperatorContext } from '../../core/operator.js'
import {
  controllerOf,
  type KindToken,
  type KubeObject,
  type OwnerReference,
  parseApiVersion,
  resourcePath,
} from '../../core/meta/index.js'
import { discover } from '../kit/discovery.js'
import { intOrPercent } from '../kit/int-or-percent.js'
import { Deployment, ReplicaSet, ReplicationController, StatefulSet } from '../kit/kinds.js'
import type { Pod, PodDisruptionBudget } from '../kit/kinds.js'

export interface Expected {
  /** Pods that there should be. */
  readonly pods: number
  /** Of these, how many have to be healthy. */
  readonly healthy: number
  /** Names of pods that no controller answers for, where the number of pods is taken from controllers. */
  readonly unmanaged: readonly string[]
}

/** How many pods a budget counts on. Throws where a pod's controller has no scale. Cost: a look-up a controller; a request for one of a kind that the cache has not. */
export async function expectedOf(
  { spec }: PodDisruptionBudget,
  pods: readonly Pod[],
  context: OperatorContext,
): Promise<Expected> {
  const { minAvailable, maxUnavailable } = spec
  if (typeof minAvailable === 'number') return { pods: pods.length, healthy: minAvailable, unmanaged: [] }
  if (minAvailable === undefined && maxUnavailable === undefined) {
    return { pods: pods.length, healthy: 0, unmanaged: [] }
  }
  const scales = new Map<string, number>()
  const unmanaged: string[] = []
  for (const pod of pods) {
    const owner = controllerOf(pod)
    if (!owner) unmanaged.push(String(pod.metadata.name))
    else if (!scales.has(owner.uid)) await addScale(scales, { owner, namespace: pod.metadata.namespace ?? '' }, context)
  }
  const whole = [...scales.values()].reduce((sum, each) => sum + each, 0)
  const healthy =
    minAvailable === undefined
      ? Math.max(0, whole - Math.ceil(intOrPercent(maxUnavailable ?? 0, whole)))
      : Math.ceil(intOrPercent(minAvailable, whole))
  return { pods: whole, healthy, unmanaged }
}

interface Owned {
  readonly owner: OwnerReference
  readonly namespace: string
}

/** Kinds that the cache has, as far as they are read here. */
const counted = [ReplicaSet, StatefulSet, ReplicationController] as readonly KindToken<Replicated>[]

interface Replicated extends KubeObject {
  readonly spec: { readonly replicas?: number }
}

/** Notes the owner's replicas; a ReplicaSet that a Deployment has made counts as that Deployment, once. */
async function addScale(scales: Map<string, number>, owned: Owned, context: OperatorContext): Promise<void> {
  const { owner, namespace } = owned
  const { cache } = context
  const place = { namespace, name: owner.name }
  const kind = counted.find(
    (each) => each.kind === owner.kind && each.group === parseApiVersion(owner.apiVersion).group,
  )
  if (!kind) {
    scales.set(owner.uid, await askScale(owned, context))
    return
  }
  const found = cache.get(kind, place)
  // It is gone, and with it what it wanted.
  if (!found || found.metadata.uid !== owner.uid) return
  const above = kind.kind === ReplicaSet.kind ? controllerOf(found) : undefined
  const deployment = above?.kind === 'Deployment' ? cache.get(Deployment, { namespace, name: above.name }) : undefined
  if (deployment && above) scales.set(above.uid, deployment.spec.replicas ?? 1)
  scales.set(owner.uid, deployment ? 0 : (found.spec.replicas ?? 1))
}

/** By the scale subresource of a kind that only discovery knows. */
async function askScale({ owner, namespace }: Owned, { client, signal }: OperatorContext): Promise<number> {
  const { group, version } = parseApiVersion(owner.apiVersion)
  const { served } = await discover(client, signal)
  const resource = served.find(({ kind }) => kind.kind === owner.kind && kind.group === group)
  if (!resource) throw new Error(`nothing serves the controller ${owner.kind} ${owner.name}`)
  const url = resourcePath({ ...resource.kind, version }, { namespace, name: owner.name, subresource: 'scale' })
  const answer = await client.request({ method: 'GET', url, headers: { accept: 'application/json' }, signal })
  const scale = JSON.parse(Buffer.from(answer.body).toString()) as { spec?: { replicas?: number } }
  return scale.spec?.replicas ?? 0
}
