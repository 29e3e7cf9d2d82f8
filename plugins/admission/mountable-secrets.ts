/** Keeps pods of a ServiceAccount annotated for it to the Secrets that the account names, and mirror pods from accounts and Secrets (the other half of upstream's ServiceAccount admission). */
import type { AdmissionContext, AdmissionPlugin, AdmissionRequest } from '../../core/admission/contract.js'
import type { Container, Pod, PodSpec, ServiceAccount } from '../../crds/generated/tokens.js'
import { references } from './pod-references.js'
import { refusedPod } from './refused-pod.js'

const annotation = 'kubernetes.io/enforce-mountable-secrets'
const mirror = 'kubernetes.io/config.mirror'
const accounts = 'serviceaccounts'
const guests = 'ephemeralcontainers'
/** As Go reads a truth. */
const truths: ReadonlySet<string | undefined> = new Set(['1', 't', 'T', 'true', 'True', 'TRUE'])

/** Throws 403. New pods are judged before their shape is, and once more when all have changed them; ephemeral containers when they are added. */
export const mountableSecrets: AdmissionPlugin = {
  // Upstream's plugin is one: whoever leaves it out wants neither half.
  name: 'service-account',
  views: [accounts],
  complete: true,
  admits: ({ operation, plural, group, subresource }) =>
    plural === 'pods' &&
    group === '' &&
    ((operation === 'CREATE' && subresource === '') || (operation === 'UPDATE' && subresource === guests)),
  mutate(request, context) {
    if (request.operation === 'CREATE') judge(request, context)
  },
  validate: judge,
}

function judge(request: AdmissionRequest, context: AdmissionContext): void {
  const pod = request.object as Pod
  if (!pod.spec) return
  const isMirror = pod.metadata.annotations?.[mirror] !== undefined
  const ofMirror = isMirror && request.operation === 'CREATE'
  const why = ofMirror ? mirrorFault(pod) : accountFault(request, pod.spec, context)
  if (why) throw refusedPod(request, why, request.name || undefined)
}

/** A mirror pod is what a node has of its own: nothing that the API would have to give it. */
function mirrorFault(pod: Pod): string | undefined {
  const what = references(pod).find((kind) => kind === 'a service account' || kind === 'secrets')
  if (what) return `a mirror pod may not refer to ${what}`
  const isToken = pod.spec?.volumes?.some(({ projected }) => projected?.sources?.some((of) => of.serviceAccountToken))
  return isToken ? 'a mirror pod may have no serviceAccountToken projected' : undefined
}

function accountFault(request: AdmissionRequest, spec: PodSpec, context: AdmissionContext): string | undefined {
  const isNew = request.operation === 'CREATE'
  const read = isNew ? ofSpec(spec) : ofContainers(guests, spec.ephemeralContainers)
  if (isNew && !read.length) return
  const name = spec.serviceAccountName ?? ''
  const account = context.view(accounts).get(request.namespace, name) as ServiceAccount | undefined
  // Of a new pod another plugin says so, or the commit: in a namespace that ends.
  if (!account) return isNew ? undefined : `its service account ${JSON.stringify(name)} is not there`
  if (!truths.has(account.metadata.annotations?.[annotation])) return
  const named = {
    secrets: new Set(account.secrets?.map((each) => each.name ?? '')),
    imagePullSecrets: new Set(account.imagePullSecrets?.map((each) => each.name ?? '')),
  }
  const found = read.find(({ as, secret }) => !named[as].has(secret))
  if (!found) return
  const what = `${found.where} is of the secret ${JSON.stringify(found.secret)}`
  return `${what}, which ${found.as} of its service account ${name} do not name (annotation ${annotation})`
}

interface Reading {
  readonly where: string
  readonly secret: string
  /** Which list of the account must name it. */
  readonly as: 'secrets' | 'imagePullSecrets'
}

/** What a pod reads of Secrets, in upstream's order. Projected ones do not count there. */
const ofSpec = ({ volumes, initContainers, containers, imagePullSecrets }: PodSpec): Reading[] => [
  ...(volumes ?? []).flatMap(({ name, secret }) =>
    secret ? [reading(`volume ${name}`, { name: secret.secretName })] : [],
  ),
  ...ofContainers('initContainers', initContainers),
  ...ofContainers('containers', containers),
  ...(imagePullSecrets ?? []).map((each, index) => ({
    ...reading(`imagePullSecrets[${index}]`, each),
    as: 'imagePullSecrets' as const,
  })),
]

type Reader = Pick<Container, 'name' | 'env' | 'envFrom'>

/** A pod that says null of its containers is refused later. */
const ofContainers = (list: string, containers: readonly Reader[] | undefined | null) =>
  (containers ?? []).flatMap(({ name, env = [], envFrom = [] }) => [
    ...env.flatMap(({ name: variable, valueFrom }) =>
      valueFrom?.secretKeyRef ? [reading(`${list} ${name}: env ${variable}`, valueFrom.secretKeyRef)] : [],
    ),
    ...envFrom.flatMap(({ secretRef }) => (secretRef ? [reading(`${list} ${name}: envFrom`, secretRef)] : [])),
  ])

const reading = (where: string, { name = '' }: { readonly name?: string | undefined }): Reading => ({
  where,
  secret: name,
  as: 'secrets',
})
