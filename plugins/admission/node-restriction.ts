/** Keeps a kubelet to its own node, and to the pods that are bound to it (upstream's NodeRestriction). Who comes as `system:node:NAME` in the group `system:nodes` is one. */
import type { AdmissionContext, AdmissionPlugin, AdmissionRequest } from '../../core/admission/contract.js'
import type { MaybePromise } from '../../core/kit/index.js'
import { forbidden, ifNotFound, type KubeObject, notFound, sameJson } from '../../core/meta/index.js'
import type { Pod } from '../../crds/generated/tokens.js'
import { commonNameOf } from './common-name.js'
import { audienceFault } from './node-audiences.js'
import { forbiddenLabels } from './node-labels.js'
import { references } from './pod-references.js'

const userPrefix = 'system:node:'
const group = 'system:nodes'
const leaseNamespace = 'kube-node-lease'
const mirrorAnnotation = 'kubernetes.io/config.mirror'

/** Why it may not; undefined: it may. */
type Rule = (request: AdmissionRequest, node: string, context: AdmissionContext) => MaybePromise<string | undefined>

export const nodeRestriction: AdmissionPlugin = {
  name: 'node-restriction',
  views: ['nodes'],
  admits: ({ user, group: of, plural }) =>
    user.username.startsWith(userPrefix) && user.groups.includes(group) && rules.has(`${of}/${plural}`),
  // Before others, and the rules of the kind, have taken away what it may not say, as upstream.
  async mutate(request, context) {
    const node = request.user.username.slice(userPrefix.length)
    const why = await rules.get(`${request.group}/${request.plural}`)?.(request, node, context)
    if (why === undefined) return
    throw forbidden({ group: request.group, plural: request.plural }, nameOf(request), why)
  },
}

const nameOf = ({ name, object }: AdmissionRequest): string => name || (object?.metadata.name ?? '')

/** Read when it is asked for: a View would hold all pods in memory for the few requests that need one. */
async function podOf(context: AdmissionContext, namespace: string, name: string): Promise<Pod | undefined> {
  return (await context.guarded.get('/pods', namespace, name).catch(ifNotFound)) as Pod | undefined
}

function judgePod(request: AdmissionRequest, node: string, context: AdmissionContext): ReturnType<Rule> {
  const { operation, subresource, namespace, name } = request
  if (subresource === '' && operation === 'CREATE') return judgeMirror(request, node, context)
  if (subresource === 'status' && operation === 'UPDATE') return judgeStatus(request, node)
  const deletes = subresource === '' && operation === 'DELETE'
  if (!deletes && !(subresource === 'eviction' && operation === 'CREATE'))
    return `node ${JSON.stringify(node)} may create and delete mirror pods, write the status of its pods and evict them, and no more`
  const judge = (pod: Pod | undefined) =>
    !pod || pod.spec?.nodeName === node
      ? undefined
      : `node ${JSON.stringify(node)} may ${deletes ? 'delete' : 'evict'} only the pods that are its own by spec.nodeName`
  return request.oldObject ? judge(request.oldObject as Pod) : podOf(context, namespace, name).then(judge)
}

/** What a static pod is shown as. */
function judgeMirror({ object }: AdmissionRequest, node: string, context: AdmissionContext): string | undefined {
  const pod = object as Pod
  const named = `node ${JSON.stringify(node)} may create only`
  const { annotations, ownerReferences: owners = [] } = pod.metadata
  if (annotations?.[mirrorAnnotation] === undefined)
    return `${named} mirror pods: annotation ${mirrorAnnotation} is missing`
  if (pod.spec?.nodeName !== node) return `${named} pods of its own: set spec.nodeName to it`
  const [owner] = owners
  if (!owner || owners.length > 1 || owner.apiVersion !== 'v1' || owner.kind !== 'Node' || owner.name !== node)
    return `${named} pods that it owns alone: make it their one owner reference`
  if (!owner.controller || owner.blockOwnerDeletion) return `${named} pods that it controls, without blockOwnerDeletion`
  const uid = context.view('nodes').get('', node)?.metadata.uid
  if (owner.uid !== uid)
    return `the owner reference must have the uid of node ${node}, ${uid ?? 'which is not there'}: not ${owner.uid}`
  const [kind] = references(pod)
  return kind && `node ${JSON.stringify(node)} may create no pods that refer to ${kind}`
}

function judgeStatus({ object, oldObject }: AdmissionRequest, node: string): string | undefined {
  const [pod, old] = [object as Pod, oldObject as Pod | undefined]
  if (old?.spec?.nodeName !== node)
    return `node ${JSON.stringify(node)} may write the status of only the pods that are its own by spec.nodeName`
  if (!sameJson(pod.metadata.labels ?? {}, old.metadata.labels ?? {}))
    return `node ${JSON.stringify(node)} may not change labels with the status of a pod`
  const member = claimMembers.find((each) => !sameJson(pod.status?.[each] ?? [], old.status?.[each] ?? []))
  return member && `node ${JSON.stringify(node)} may not change status.${member}`
}

const claimMembers = ['resourceClaimStatuses', 'extendedResourceClaimStatus'] as const

interface Node extends KubeObject {
  readonly spec?: { readonly taints?: unknown }
}

function judgeNode(request: AdmissionRequest, node: string): string | undefined {
  const name = nameOf(request)
  if (name !== node) return `node ${JSON.stringify(node)} may change itself alone, not node ${JSON.stringify(name)}`
  const [next, old] = [request.object as Node | undefined, request.oldObject as Node | undefined]
  if (!next) return
  if (old && !sameJson(next.spec?.taints ?? [], old.spec?.taints ?? []))
    return `node ${JSON.stringify(node)} may not change its taints`
  if (old && !sameJson(next.metadata.ownerReferences ?? [], old.metadata.ownerReferences ?? []))
    return `node ${JSON.stringify(node)} may not change its ownerReferences`
  const labels = forbiddenLabels(next.metadata.labels ?? {}, old?.metadata.labels ?? {})
  if (labels.length) return `node ${JSON.stringify(node)} may not set these labels of itself: ${labels.join(', ')}`
}

/** A kubelet tells of a claim how large its volume has become, and nothing else. */
function judgeClaim({ subresource, operation, object, oldObject }: AdmissionRequest, node: string): string | undefined {
  if (subresource !== 'status' || operation !== 'UPDATE') return 'a node may update nothing of a claim but its status'
  return sameJson(withoutGrowth(object), withoutGrowth(oldObject))
    ? undefined
    : `node ${JSON.stringify(node)} may change nothing of a claim but status.capacity and status.conditions`
}

function withoutGrowth(claim: KubeObject | undefined): unknown {
  const { managedFields: _, resourceVersion: _version, ...metadata } = claim?.metadata ?? {}
  const { capacity, conditions, allocatedResources, allocatedResourceStatuses, ...status } = (claim?.['status'] ??
    {}) as Record<string, unknown>
  return { ...claim, metadata, status }
}

interface TokenRequest extends KubeObject {
  readonly spec?: {
    readonly audiences?: readonly string[]
    readonly boundObjectRef?: {
      readonly apiVersion?: string
      readonly kind?: string
      readonly name?: string
      readonly uid?: string
    }
  }
}

async function judgeToken(
  request: AdmissionRequest,
  node: string,
  context: AdmissionContext,
): Promise<string | undefined> {
  if (request.operation !== 'CREATE' || request.subresource !== 'token') return
  const { boundObjectRef = {}, audiences = [] } = (request.object as TokenRequest).spec ?? {}
  const { apiVersion, kind, name, uid } = boundObjectRef
  // Clients match on these words, and on those of the last two.
  if (apiVersion !== 'v1' || kind !== 'Pod' || !name) return 'node requested token not bound to a pod'
  if (!uid) return 'a token for a pod is asked for with the uid of the pod: set spec.boundObjectRef.uid'
  const pod = await podOf(context, request.namespace, name)
  if (!pod) throw notFound({ group: '', plural: 'pod' }, name)
  if (pod.metadata.uid !== uid)
    return `the UID in the bound object reference (${uid}) does not match the UID in record. The object might have been deleted and then recreated`
  if (pod.spec?.nodeName !== node) return 'node requested token bound to a pod scheduled on a different node'
  return audienceFault(request, audiences, { pod, context })
}

const ownAlone = (what: string, node: string): string =>
  `a node has access to the ${what} of its own name alone: ${node}`

const judgeLease: Rule = (request, node) => {
  if (request.namespace !== leaseNamespace)
    return `a node has access to leases in the namespace ${leaseNamespace} alone`
  return nameOf(request) === node ? undefined : ownAlone('lease', node)
}

const judgeOwn: Rule = (request, node) => (nameOf(request) === node ? undefined : ownAlone('CSINode', node))

interface Slice extends KubeObject {
  readonly spec?: { readonly nodeName?: string }
}

const judgeSlice: Rule = ({ object, oldObject }, node) =>
  ((object ?? oldObject) as Slice | undefined)?.spec?.nodeName === node
    ? undefined
    : 'can only create, change and delete ResourceSlices with the node name of the requesting node'

interface Asking extends KubeObject {
  readonly spec?: { readonly signerName?: string; readonly request?: string }
}

const kubeletSigners = new Set(['kubernetes.io/kubelet-serving', 'kubernetes.io/kube-apiserver-client-kubelet'])

const judgeRequest: Rule = ({ operation, object }, node) => {
  const { signerName = '', request = '' } = (object as Asking | undefined)?.spec ?? {}
  if (operation !== 'CREATE' || !kubeletSigners.has(signerName)) return
  return commonNameOf(Buffer.from(request, 'base64').toString('latin1')) === `${userPrefix}${node}`
    ? undefined
    : `a node may ask for certificates of its own alone: the common name must be ${userPrefix}${node}`
}

const rules: ReadonlyMap<string, Rule> = new Map([
  ['/pods', judgePod],
  ['/nodes', judgeNode],
  ['/persistentvolumeclaims', judgeClaim],
  ['/serviceaccounts', judgeToken],
  ['coordination.k8s.io/leases', judgeLease],
  ['storage.k8s.io/csinodes', judgeOwn],
  ['resource.k8s.io/resourceslices', judgeSlice],
  ['certificates.k8s.io/certificatesigningrequests', judgeRequest],
])
