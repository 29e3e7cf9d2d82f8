/** What an object counts in a ResourceQuota (upstream's quota evaluators, pkg/quota/v1/evaluator/core, 1.36): read by the admission plugin that charges and by the operator that counts again. */
import {
  addAmounts,
  type Amounts,
  type ContainersSpec,
  type KubeObject,
  parseQuantity,
  readAmounts,
  wholeAmounts,
} from '../../core/meta/index.js'

export interface Counted {
  readonly group: string
  readonly plural: string
}

/** Everything that the object takes, by the names that quotas use. A pod that has ended counts as an object alone. */
export function usageOf(kind: Counted, object: KubeObject): Amounts {
  const one = parseQuantity('1')
  const usage: Amounts = new Map([[`count/${kind.plural}${kind.group && `.${kind.group}`}`, one]])
  if (isOfDevices(kind)) return addDevices(usage, object as DeviceClaim)
  if (kind.group !== '') return usage
  if (kind.plural === 'pods') return addPod(usage, object as Pod)
  if (byName.has(kind.plural)) usage.set(kind.plural, one)
  if (kind.plural === 'services') addService(usage, object as Service)
  if (kind.plural === 'persistentvolumeclaims') addClaim(usage, object as Claim)
  return usage
}

/** Kinds of the core group that a quota may name without `count/`. */
const byName = new Set([
  'services',
  'persistentvolumeclaims',
  'configmaps',
  'secrets',
  'replicationcontrollers',
  'resourcequotas',
])

/** Whether a quota's resource is the number of objects of a kind, and not what they take. */
export const isNumber = (resource: string): boolean => resource.startsWith('count/') || byName.has(resource)

/** The kind whose objects a quota's resource counts; undefined for a name that counts nothing. */
export function countedBy(resource: string): Counted | undefined {
  if (resource.startsWith('count/')) {
    const [plural = '', ...group] = resource.slice('count/'.length).split('.')
    return { group: group.join('.'), plural }
  }
  if (byName.has(resource)) return { group: '', plural: resource }
  if (resource.endsWith(deviceClass)) return deviceClaims
  if (resource.startsWith('services.')) return { group: '', plural: 'services' }
  if (resource === 'requests.storage' || resource.includes(storageClass)) {
    return { group: '', plural: 'persistentvolumeclaims' }
  }
  return podResource.test(resource) ? { group: '', plural: 'pods' } : undefined
}

const podResource = /^(pods|cpu|memory|ephemeral-storage|hugepages-.+|requests\..+|limits\..+)$/
const storageClass = '.storageclass.storage.k8s.io/'

interface Pod extends KubeObject {
  readonly spec?: ContainersSpec & {
    readonly activeDeadlineSeconds?: number
    readonly priorityClassName?: string
    readonly affinity?: Readonly<Record<string, Readonly<Record<string, readonly object[]>>>>
  }
  readonly status?: { readonly phase?: string; readonly qosClass?: string }
}

function addPod(usage: Amounts, { spec = {}, status }: Pod): Amounts {
  if (status?.phase === 'Succeeded' || status?.phase === 'Failed') return usage
  usage.set('pods', parseQuantity('1'))
  for (const [name, quantity] of wholeAmounts(spec, 'requests')) {
    if (plain.has(name) || name.startsWith('hugepages-')) usage.set(name, quantity)
    usage.set(`requests.${name}`, quantity)
  }
  for (const [name, quantity] of wholeAmounts(spec, 'limits')) {
    if (plain.has(name)) usage.set(`limits.${name}`, quantity)
  }
  return usage
}

const plain = new Set(['cpu', 'memory', 'ephemeral-storage'])

interface Service extends KubeObject {
  readonly spec?: {
    readonly type?: string
    readonly ports?: readonly { readonly nodePort?: number }[]
    readonly allocateLoadBalancerNodePorts?: boolean
  }
}

function addService(usage: Amounts, { spec = {} }: Service): void {
  const { type, ports = [], allocateLoadBalancerNodePorts } = spec
  const takesPorts = type === 'NodePort' || (type === 'LoadBalancer' && allocateLoadBalancerNodePorts !== false)
  const nodePorts = takesPorts ? ports.length : ports.filter(({ nodePort }) => nodePort).length
  usage.set('services.nodeports', parseQuantity(nodePorts))
  usage.set('services.loadbalancers', parseQuantity(type === 'LoadBalancer' ? 1 : 0))
}

interface Claim extends KubeObject {
  readonly spec?: {
    readonly storageClassName?: string
    readonly volumeAttributesClassName?: string
    readonly resources?: { readonly requests?: Readonly<Record<string, string>> }
  }
  readonly status?: {
    readonly currentVolumeAttributesClassName?: string
    readonly modifyVolumeStatus?: { readonly targetVolumeAttributesClassName?: string }
  }
}

function addClaim(usage: Amounts, { spec = {}, metadata }: Claim): void {
  const storage = readAmounts(spec.resources?.requests).get('storage')
  if (storage) usage.set('requests.storage', storage)
  const name = metadata.annotations?.['volume.beta.kubernetes.io/storage-class'] ?? spec.storageClassName
  if (!name) return
  usage.set(`${name}${storageClass}persistentvolumeclaims`, parseQuantity('1'))
  if (storage) usage.set(`${name}${storageClass}requests.storage`, storage)
}

const deviceClaims: Counted = { group: 'resource.k8s.io', plural: 'resourceclaims' }
const deviceClass = '.deviceclass.resource.k8s.io/devices'
/** More no claim is given: what one that wants all of a class counts. */
const mostDevices = 32

const isOfDevices = ({ group, plural }: Counted): boolean =>
  group === deviceClaims.group && plural === deviceClaims.plural

interface DeviceRequest {
  readonly deviceClassName?: string
  readonly allocationMode?: string
  readonly count?: number
}

interface DeviceClaim extends KubeObject {
  readonly spec?: {
    readonly devices?: {
      readonly requests?: readonly {
        readonly exactly?: DeviceRequest
        readonly firstAvailable?: readonly DeviceRequest[]
      }[]
    }
  }
}

/** Of alternatives the greatest number of each class counts. */
function addDevices(usage: Amounts, { spec }: DeviceClaim): Amounts {
  for (const { exactly, firstAvailable = [] } of spec?.devices?.requests ?? []) {
    const most = new Map<string, number>()
    for (const request of exactly ? [exactly] : firstAvailable) {
      const name = `${request.deviceClassName}${deviceClass}`
      most.set(name, Math.max(most.get(name) ?? 0, devicesOf(request)))
    }
    addAmounts(usage, [...most].map(([name, devices]) => [name, parseQuantity(devices)] as const))
  }
  return usage
}

const devicesOf = ({ allocationMode, count = 0 }: DeviceRequest): number =>
  allocationMode === 'All' ? mostDevices : allocationMode === 'ExactCount' ? count : 0

export interface QuotaSpec {
  readonly hard?: Readonly<Record<string, string>>
  readonly scopes?: readonly string[]
  readonly scopeSelector?: { readonly matchExpressions?: readonly ScopeRequirement[] }
}

interface ScopeRequirement {
  readonly scopeName: string
  readonly operator: string
  readonly values?: readonly string[]
}

/** Whether the quota is about such an object: a quota with scopes is about pods alone. */
export function isInScope({ scopes = [], scopeSelector }: QuotaSpec, { plural, group }: Counted, object: KubeObject): boolean {
  const wanted = [
    ...scopes.map((scopeName): ScopeRequirement => ({ scopeName, operator: 'Exists' })),
    ...(scopeSelector?.matchExpressions ?? []),
  ]
  if (wanted.length === 0) return true
  if (group !== '') return false
  if (plural === 'pods') return wanted.every((requirement) => meets(object as Pod, requirement))
  return plural === 'persistentvolumeclaims' && wanted.every((requirement) => claimMeets(object as Claim, requirement))
}

/** By any of the classes that it has, is given or asks for. */
function claimMeets({ spec, status }: Claim, { scopeName, operator, values = [] }: ScopeRequirement): boolean {
  if (scopeName !== 'VolumeAttributesClass') return false
  const names = [
    spec?.volumeAttributesClassName,
    status?.currentVolumeAttributesClassName,
    status?.modifyVolumeStatus?.targetVolumeAttributesClassName,
  ].filter(Boolean)
  return (names.length > 0 ? names : [undefined]).some((name) => meetsName(name, operator, values))
}

function meets({ spec, status }: Pod, { scopeName, operator, values = [] }: ScopeRequirement): boolean {
  switch (scopeName) {
    case 'Terminating':
      return (spec?.activeDeadlineSeconds ?? -1) >= 0
    case 'NotTerminating':
      return (spec?.activeDeadlineSeconds ?? -1) < 0
    case 'BestEffort':
      return isBestEffort(spec, status)
    case 'NotBestEffort':
      return !isBestEffort(spec, status)
    case 'CrossNamespacePodAffinity':
      return namesNamespaces(spec?.affinity)
    case 'PriorityClass':
      return meetsName(spec?.priorityClassName, operator, values)
    default:
      return false
  }
}

function isBestEffort(spec: Pod['spec'], status: Pod['status']): boolean {
  if (status?.qosClass) return status.qosClass === 'BestEffort'
  return wholeAmounts(spec ?? {}, 'requests').size + wholeAmounts(spec ?? {}, 'limits').size === 0
}

function meetsName(name: string | undefined, operator: string, values: readonly string[]): boolean {
  switch (operator) {
    case 'In':
      return values.includes(name ?? '')
    case 'NotIn':
      return !values.includes(name ?? '')
    case 'DoesNotExist':
      return !name
    default:
      return Boolean(name)
  }
}

/** Whether a term of (anti-)affinity looks into other namespaces. */
function namesNamespaces(affinity: NonNullable<Pod['spec']>['affinity']): boolean {
  const terms = [affinity?.['podAffinity'], affinity?.['podAntiAffinity']].flatMap((each) => Object.values(each ?? {}).flat())
  return terms.some((term) => {
    const { podAffinityTerm, ...own } = term as { podAffinityTerm?: AffinityTerm } & AffinityTerm
    const { namespaces, namespaceSelector } = podAffinityTerm ?? own
    return Boolean(namespaces?.length || namespaceSelector)
  })
}

interface AffinityTerm {
  readonly namespaces?: readonly string[]
  readonly namespaceSelector?: object
}

/** Amounts of which a quota wants every container to say how much it takes. */
const toldByContainers = new Set(['cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'])

/** `cpu for: web; memory for: web,side`: what containers leave unsaid though the quota counts it; '' where nothing is missing. */
export function unsaid(hard: Iterable<string>, { spec = {} }: Pod): string {
  const missing: string[] = []
  for (const resource of hard) {
    if (!toldByContainers.has(resource)) continue
    const list = resource.startsWith('limits.') ? 'limits' : 'requests'
    const name = resource.replace(/^(requests|limits)\./, '')
    if (spec.resources?.[list]?.[name] !== undefined) continue
    const silent = [...(spec.containers ?? []), ...(spec.initContainers ?? [])].filter(
      ({ resources }) => resources?.[list]?.[name] === undefined,
    ) as { readonly name?: string }[]
    if (silent.length) missing.push(`${resource} for: ${silent.map((each) => each.name).join(',')}`)
  }
  return missing.sort().join('; ')
}

/** The amount as a quota's text names it: `pods=1`. */
export const spoken = (names: readonly string[], textOf: (name: string) => string): string =>
  [...names].sort().map((name) => `${name}=${textOf(name)}`).join(',')

