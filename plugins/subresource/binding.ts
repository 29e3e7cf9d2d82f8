/** `pods/binding`, and the create of a Binding: gives a pod its node, once (upstream's pod registry, BindingREST). */
import { badRequest, conflict, type KubeObject, type Status, timestamp, unexplained } from '../../core/meta/index.js'
import type { SubresourcePlugin, SubresourceRequest } from '../../core/registry/contract.js'
import { placeOf } from '../kit/place-of.js'

const pods = { group: '', plural: 'pods', kind: 'Pod' }
const bindings = { ...pods, plural: 'pods/binding' }

/** The subresource of a pod. */
export const podBinding: SubresourcePlugin = {
  group: '',
  plural: 'pods',
  subresource: 'binding',
  views: ['/nodes'],
  answer: (request, context) => bind(request, context),
}

/** The older way: a Binding created in the pod's namespace, under the pod's name. */
export const legacyBinding: SubresourcePlugin = {
  ...podBinding,
  plural: 'bindings',
  subresource: '',
  answer: (request, context) => bind(withoutUid(request), context),
}

interface Binding extends KubeObject {
  target?: { kind?: string; name?: string }
}

async function bind(request: SubresourceRequest, { guarded, now, view }: Context) {
  const binding = request.object as Binding | undefined
  if (!binding) throw badRequest('a Binding is needed')
  const name = request.name || binding.metadata.name
  if (!name) throw badRequest('metadata.name of the Binding must be that of the pod')
  if ((binding.metadata.name ?? '') !== name) {
    throw badRequest(`metadata.name of the Binding must be that of the pod, ${name}`)
  }
  const node = targetOf(binding)
  const labels = { ...binding.metadata.labels, ...placeOf(view('/nodes').get('', node)) }
  await guarded.update('/pods', request.namespace, name, (pod) => assign(pod, { binding, labels, node, now: now() }), {
    subresource: 'binding',
    ...(request.dryRun ? { dryRun: true } : {}),
  })
  const object: Status = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 }
  return { status: 201, object: object as unknown as KubeObject }
}

/** A create's uid is the server's to say: only the subresource reads it as a condition. */
function withoutUid(request: SubresourceRequest): SubresourceRequest {
  const { uid: _, ...metadata } = request.object?.metadata ?? {}
  return request.object ? { ...request, object: { ...request.object, metadata } } : request
}

type Context = Parameters<SubresourcePlugin['answer']>[1]

/** Throws 500 for what can't be a node, as upstream. */
function targetOf(binding: Binding): string {
  const { kind, name } = binding.target ?? {}
  const isNode = !kind || kind === 'Node'
  const faults = [
    ...(isNode ? [] : [`target.kind: Unsupported value: ${JSON.stringify(kind)}: supported values: "Node", "<empty>"`]),
    ...(name ? [] : ['target.name: Required value']),
  ]
  if (faults.length > 0) throw unexplained(faults.length === 1 ? String(faults[0]) : `[${faults.join(', ')}]`)
  return name ?? ''
}

/** Changes the pod in place, or throws the Conflict that tells why it can't be bound. */
function assign(
  pod: KubeObject,
  { binding, labels, node, now }: { binding: Binding; labels: Record<string, string>; node: string; now: number },
): void {
  const { metadata } = pod
  const name = metadata.name ?? ''
  const spec = pod['spec'] as { nodeName?: string; schedulingGates?: unknown[] }
  const { uid, resourceVersion, annotations } = binding.metadata
  const refuse = (why: string) => conflict(pods, name, why)
  if (uid && uid !== metadata.uid) {
    throw refuse(`Precondition failed: UID in precondition: ${uid}, UID in object meta: ${metadata.uid}`)
  }
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    throw refuse(
      `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${metadata.resourceVersion}`,
    )
  }
  const taken = (why: string) => conflict(bindings, name, why)
  if (metadata.deletionTimestamp) throw taken(`pod ${name} is being deleted: no node gets it any more`)
  if (spec.nodeName) throw taken(`pod ${name} is already assigned to node "${spec.nodeName}"`)
  if (spec.schedulingGates?.length) throw taken(`pod ${name} has non-empty .spec.schedulingGates`)
  spec.nodeName = node
  if (annotations) metadata.annotations = { ...metadata.annotations, ...annotations }
  if (Object.keys(labels).length > 0) metadata.labels = { ...metadata.labels, ...labels }
  markScheduled(pod, now)
}

function markScheduled(pod: KubeObject, now: number): void {
  const status = (pod['status'] ??= {}) as { conditions?: { type: string }[] }
  const others = (status.conditions ?? []).filter(({ type }) => type !== 'PodScheduled')
  const scheduled = {
    type: 'PodScheduled',
    status: 'True',
    lastProbeTime: null,
    lastTransitionTime: timestamp(now),
  }
  status.conditions = [...others, scheduled]
}
