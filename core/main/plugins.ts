/** Which plugins this build has: the explicit lists. */
import { type KubeObject, timestamp } from '../meta/index.js'
import { defaultTolerations } from '../../plugins/admission/default-tolerations.js'
import { namespaceLifecycle } from '../../plugins/admission/namespace-lifecycle.js'
import { limitRanges } from '../../plugins/admission/limit-range.js'
import { defaultIngressClass, defaultStorageClass } from '../../plugins/admission/default-class.js'
import { podPriority, systemPriorityClasses } from '../../plugins/admission/priority.js'
import { priorityClasses } from '../../plugins/admission/priority-class.js'
import { resourceQuota } from '../../plugins/admission/resource-quota.js'
import { podSecurity } from '../../plugins/admission/pod-security/index.js'
import { mutatingPolicies, validatingPolicies } from '../../plugins/admission/policy/index.js'
import { apiService, defaultServiceCidr } from '../../plugins/admission/api-service.js'
import { claimResize } from '../../plugins/admission/claim-resize.js'
import { deviceAccess } from '../../plugins/admission/device-access.js'
import { mountableSecrets } from '../../plugins/admission/mountable-secrets.js'
import { nodeRestriction } from '../../plugins/admission/node-restriction.js'
import { nodeTaint } from '../../plugins/admission/node-taint.js'
import { podTopology } from '../../plugins/admission/pod-topology.js'
import { podResize } from '../../plugins/admission/pod-resize.js'
import { runtimeClass } from '../../plugins/admission/runtime-class.js'
import { serviceAddresses } from '../../plugins/admission/service-addresses.js'
import { serviceAccountAdmission } from '../../plugins/admission/service-account.js'
import { mutatingWebhooks, validatingWebhooks } from '../../plugins/admission/webhook/index.js'
import { defaultPolicy } from '../../plugins/auth/rbac/index.js'
import { type ConvertingPackage, functionConversion } from '../../plugins/conversion/function.js'
import { apiAggregation } from '../../plugins/aggregation/index.js'
import { ownApiServices } from '../../plugins/aggregation/own-services.js'
import { webhookConversion } from '../../plugins/conversion/webhook.js'
import { kindPlugins } from '../../plugins/kind/index.js'
import { legacyBinding, podBinding } from '../../plugins/subresource/binding.js'
import { podEviction } from '../../plugins/subresource/eviction.js'
import { podLog } from '../../plugins/subresource/log.js'
import { NodeLink, type NodeLinkOptions } from '../../plugins/subresource/node-link.js'
import { podPortForward } from '../../plugins/subresource/portforward.js'
import { nodeProxy } from '../../plugins/subresource/proxy/node-proxy.js'
import { podProxy } from '../../plugins/subresource/proxy/pod-proxy.js'
import { serviceProxy } from '../../plugins/subresource/proxy/service-proxy.js'
import { podAttach, podExec } from '../../plugins/subresource/remote-command.js'
import { tokenSecrets } from '../../plugins/admission/token-secrets.js'
import { componentStatuses } from '../../plugins/told/component-status.js'
import type { AdmissionPlugin } from '../admission/index.js'
import type { Clock, Random } from '../kit/index.js'
import type { SubresourcePlugin } from '../registry/index.js'
import { defaultAccounts } from '../server/bootstrap-objects.js'
import type { KeptObject } from '../server/kept-objects.js'
import type { ServerPlugins } from '../server.js'
import type { Access } from './access.js'
import { extensionAuthentication, type FrontProxyKeys } from './front-proxy.js'
import { flowDefaults } from './flow-defaults.js'
import type { ServiceSettings } from './service-settings.js'
import { kindTables } from '../server/kind-tables.js'

const usualServices = { range: '10.96.0.0/16', nodePorts: [30_000, 32_767], apiPort: 6443 } as const

interface World {
  readonly clock: Clock
  readonly random: Random
}

type Services = Omit<ServiceSettings, 'apiAddress'>

interface PluginOptions {
  readonly access: Access
  /** How the API reaches kubelets. */
  readonly nodes: NodeLinkOptions
  readonly services?: Services
  /** Further objects that are to exist before the server is ready. */
  readonly extra?: readonly KubeObject[]
  readonly packages?: readonly ConvertingPackage[]
  /** What other API servers know this one by; left out: none is asked. */
  readonly frontProxy?: FrontProxyKeys
  /** Of the operators that this process has started: what is wrong with theirs, '' for nothing; undefined, or left out: it has not. */
  readonly operatorFault?: (operator: 'scheduler' | 'others') => string | undefined
}

export function serverPlugins(world: World, options: PluginOptions): ServerPlugins {
  const { access, services = usualServices, frontProxy, packages = [] } = options
  const thread = new URL('./function-thread.js', import.meta.url)
  const policy = defaultPolicy().map(({ object }) => object)
  return {
    kinds: kindPlugins,
    conversions: [webhookConversion(world), functionConversion({ packages, thread, ...world })],
    subresources: subresourcePlugins(world, options),
    tellers: (storeFault) => [
      componentStatuses({ storeFault, operatorFault: options.operatorFault ?? (() => undefined) }),
    ],
    admission: admissionPlugins(world, options, services),
    authenticators: (_, guarded) => access.authenticators(guarded),
    authorizers: (views) => access.authorizers(views),
    authViews: access.views,
    objects: [...firstObjects(options, services), ...policy.filter((each) => !isOfController(each))],
    later: policy.filter(isOfController),
    kept: [...flowDefaults(), ...(frontProxy ? servedHere(world.clock) : [])],
    ...(frontProxy ? { aggregation: apiAggregation(world, frontProxy) } : {}),
    documents: access.documents,
    tables: kindTables(kindPlugins, world.clock),
  }
}

function subresourcePlugins(world: World, { access, nodes }: PluginOptions): readonly SubresourcePlugin[] {
  const link = new NodeLink(nodes)
  return [
    podBinding,
    legacyBinding,
    podEviction,
    podLog(link),
    podExec(link),
    podAttach(link),
    podPortForward(link),
    podProxy(world.clock),
    serviceProxy(world.clock, world.random),
    nodeProxy(link, world.clock),
    ...access.subresources,
  ]
}

function admissionPlugins(
  world: World,
  { access, nodes }: PluginOptions,
  services: Services,
): readonly AdmissionPlugin[] {
  return [
    namespaceLifecycle,
    serviceAccountAdmission(world),
    nodeRestriction,
    mountableSecrets,
    tokenSecrets({ issue: access.lastingToken, authorities: nodes.authorities }),
    defaultTolerations,
    podPriority,
    priorityClasses,
    defaultStorageClass,
    defaultIngressClass,
    runtimeClass,
    limitRanges,
    claimResize,
    deviceAccess,
    nodeTaint,
    podTopology,
    podResize,
    podSecurity,
    mutatingPolicies(),
    mutatingWebhooks(world),
    validatingPolicies(),
    validatingWebhooks(world),
    // After those who may change the object more than once: addresses are taken once.
    serviceAddresses({ ...services, ...world }),
    ...access.admission,
    // Last: what it charges is what the others have made of the object.
    resourceQuota(),
  ]
}

function firstObjects({ nodes, frontProxy, extra = [] }: PluginOptions, services: Services): readonly KubeObject[] {
  return [
    ...defaultAccounts(),
    ...systemPriorityClasses,
    defaultServiceCidr(services),
    apiService(services),
    // Who signs the kubelets' certificates signs the API's too.
    rootCertificate(nodes.authorities),
    ...(frontProxy ? [extensionAuthentication(nodes.authorities, frontProxy)] : []),
    ...extra,
  ]
}

const servedHere = (clock: Clock): KeptObject[] => ownApiServices(timestamp(clock.now())).map((object) => ({ object }))

/** What only a foreign controller manager needs. */
const isOfController = ({ metadata }: KubeObject): boolean => metadata.name?.startsWith('system:controller:') === true

/** The copy that the serviceaccount operator spreads to all namespaces. */
function rootCertificate(certificate: string): KubeObject {
  const metadata = { name: 'kube-root-ca.crt', namespace: 'kube-system' }
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'ca.crt': certificate } }
}
