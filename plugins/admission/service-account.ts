/** Gives each new pod its service account: the name, the projected token that its containers find, and the account's image pull secrets. */
import type { AdmissionContext, AdmissionPlugin, AdmissionRequest, View } from '../../core/admission/contract.js'
import { type Clock, nameSuffix, type Random } from '../../core/kit/index.js'
import type { KubeObject } from '../../core/meta/index.js'
import { refusedPod } from './refused-pod.js'

const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount'
const volumePrefix = 'kube-api-access-'
const accounts = 'serviceaccounts'
/** How long a pod waits for the account of a namespace that has just been made. */
const patienceMs = 1000

interface Container {
  volumeMounts?: { name: string; mountPath: string; readOnly?: boolean }[]
}

interface PodSpec {
  serviceAccountName?: string
  serviceAccount?: string
  automountServiceAccountToken?: boolean
  imagePullSecrets?: readonly object[]
  containers?: Container[]
  initContainers?: Container[]
  volumes?: { name: string; projected?: object }[]
}

interface ServiceAccount extends KubeObject {
  readonly automountServiceAccountToken?: boolean
  readonly imagePullSecrets?: readonly object[]
}

/** Upstream's ServiceAccount admission. A pod whose account does not exist is refused with 403, after a moment's patience. */
export function serviceAccountAdmission(world: { readonly clock: Clock; readonly random: Random }): AdmissionPlugin {
  const arrivals = new Arrivals(world.clock)
  return {
    name: 'service-account',
    views: [accounts, 'namespaces'],
    complete: true,
    admits: ({ operation, plural, group, subresource }) =>
      operation === 'CREATE' && plural === 'pods' && group === '' && subresource === '',
    mutate(request, context) {
      const spec = request.object?.['spec'] as PodSpec | undefined
      if (!spec || isMirror(request)) return
      spec.serviceAccountName ||= spec.serviceAccount || 'default'
      spec.serviceAccount = spec.serviceAccountName
      const account = find(request, context, spec.serviceAccountName)
      if (account) return equip(spec, account, world.random)
      if (!isOpen(request, context)) return
      const place = { namespace: request.namespace, name: spec.serviceAccountName }
      return arrivals.of(context.view(accounts), place).then((late) => {
        if (!late) throw missing(request, place.name)
        equip(spec, late, world.random)
      })
    },
  }
}

/** A static pod's shadow: the node has given it all that it has. */
function isMirror({ object }: AdmissionRequest): boolean {
  return object?.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined
}

function find(request: AdmissionRequest, context: AdmissionContext, name: string): ServiceAccount | undefined {
  return context.view(accounts).get(request.namespace, name) as ServiceAccount | undefined
}

/** Whether the namespace is there to stay: what happens in one that is not, the commit says better. */
function isOpen(request: AdmissionRequest, context: AdmissionContext): boolean {
  const namespace = context.view('namespaces').get('', request.namespace)
  return namespace !== undefined && !namespace.metadata.deletionTimestamp
}

function missing(request: AdmissionRequest, account: string): Error {
  const why = `error looking up service account ${request.namespace}/${account}: serviceaccount "${account}" not found`
  return refusedPod(request, why)
}

function equip(spec: PodSpec, account: ServiceAccount, random: Random): void {
  if (!spec.imagePullSecrets?.length && account.imagePullSecrets?.length) {
    spec.imagePullSecrets = structuredClone(account.imagePullSecrets)
  }
  if (!(spec.automountServiceAccountToken ?? account.automountServiceAccountToken ?? true)) return
  const present = spec.volumes?.find((volume) => volume.name.startsWith(volumePrefix))
  const name = present?.name ?? volumePrefix + nameSuffix(random)
  let mounted = 0
  for (const container of [...(spec.initContainers ?? []), ...(spec.containers ?? [])]) {
    container.volumeMounts ??= []
    if (container.volumeMounts.some((mount) => mount.mountPath === mountPath)) continue
    container.volumeMounts.push({ name, readOnly: true, mountPath })
    mounted++
  }
  if (mounted > 0 && !present) (spec.volumes ??= []).push(tokenVolume(name))
}

/** A token that is renewed, the cluster's CA, and the namespace. */
function tokenVolume(name: string): { readonly name: string; readonly projected: object } {
  return {
    name,
    projected: {
      defaultMode: 0o644,
      sources: [
        { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        {
          downwardAPI: {
            items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }],
          },
        },
      ],
    },
  }
}

/** Waits for accounts that are on their way. */
class Arrivals {
  readonly #clock: Clock
  readonly #waiting = new Map<string, Set<(account: ServiceAccount | undefined) => void>>()
  #followed: View | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The account as soon as it is there, or undefined after `patienceMs`. */
  of(view: View, place: { readonly namespace: string; readonly name: string }): Promise<ServiceAccount | undefined> {
    if (!this.#followed) this.#follow(view)
    const key = `${place.namespace}/${place.name}`
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(key) ?? new Set()
      this.#waiting.set(key, waiting)
      const arrived = (account: ServiceAccount | undefined) => {
        timer.cancel()
        waiting.delete(arrived)
        if (waiting.size === 0) this.#waiting.delete(key)
        resolve(account)
      }
      const timer = this.#clock.after(patienceMs, () => arrived(undefined))
      waiting.add(arrived)
    })
  }

  #follow(view: View): void {
    this.#followed = view
    view.onChange(({ namespace, name }) => {
      const waiting = this.#waiting.get(`${namespace}/${name}`)
      const account = waiting && (view.get(namespace, name) as ServiceAccount | undefined)
      if (account) for (const arrived of [...waiting]) arrived(account)
    })
  }
}
