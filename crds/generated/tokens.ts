// Generated from crds/ by `npm run generate`; never edited. Kind tokens and the TypeScript types of all built-in kinds.
import type { KindToken, ObjectMeta } from '../../core/meta/index.js'
import type { components } from './types.js'

type Schemas = components['schemas']
/** An object as it is read and written: metadata is there, apiVersion and kind may be left out. */
type Whole<T> = Omit<T, 'apiVersion' | 'kind' | 'metadata'> & { apiVersion?: string; kind?: string; metadata: ObjectMeta }

export type Binding = Whole<Schemas['io.k8s.api.core.v1.Binding']>
export const Binding: KindToken<Binding> = { group: '', version: 'v1', kind: 'Binding', plural: 'bindings', namespaced: true }
export type ComponentStatus = Whole<Schemas['io.k8s.api.core.v1.ComponentStatus']>
export const ComponentStatus: KindToken<ComponentStatus> = { group: '', version: 'v1', kind: 'ComponentStatus', plural: 'componentstatuses', namespaced: false }
export type ConfigMap = Whole<Schemas['io.k8s.api.core.v1.ConfigMap']>
export const ConfigMap: KindToken<ConfigMap> = { group: '', version: 'v1', kind: 'ConfigMap', plural: 'configmaps', namespaced: true }
export type Endpoints = Whole<Schemas['io.k8s.api.core.v1.Endpoints']>
export const Endpoints: KindToken<Endpoints> = { group: '', version: 'v1', kind: 'Endpoints', plural: 'endpoints', namespaced: true }
export type Event = Whole<Schemas['io.k8s.api.core.v1.Event']>
export const Event: KindToken<Event> = { group: '', version: 'v1', kind: 'Event', plural: 'events', namespaced: true }
export type LimitRange = Whole<Schemas['io.k8s.api.core.v1.LimitRange']>
export const LimitRange: KindToken<LimitRange> = { group: '', version: 'v1', kind: 'LimitRange', plural: 'limitranges', namespaced: true }
export type Namespace = Whole<Schemas['io.k8s.api.core.v1.Namespace']>
export const Namespace: KindToken<Namespace> = { group: '', version: 'v1', kind: 'Namespace', plural: 'namespaces', namespaced: false }
export type Node = Whole<Schemas['io.k8s.api.core.v1.Node']>
export const Node: KindToken<Node> = { group: '', version: 'v1', kind: 'Node', plural: 'nodes', namespaced: false }
export type PersistentVolumeClaim = Whole<Schemas['io.k8s.api.core.v1.PersistentVolumeClaim']>
export const PersistentVolumeClaim: KindToken<PersistentVolumeClaim> = { group: '', version: 'v1', kind: 'PersistentVolumeClaim', plural: 'persistentvolumeclaims', namespaced: true }
export type PersistentVolume = Whole<Schemas['io.k8s.api.core.v1.PersistentVolume']>
export const PersistentVolume: KindToken<PersistentVolume> = { group: '', version: 'v1', kind: 'PersistentVolume', plural: 'persistentvolumes', namespaced: false }
export type Pod = Whole<Schemas['io.k8s.api.core.v1.Pod']>
export const Pod: KindToken<Pod> = { group: '', version: 'v1', kind: 'Pod', plural: 'pods', namespaced: true }
export type PodTemplate = Whole<Schemas['io.k8s.api.core.v1.PodTemplate']>
export const PodTemplate: KindToken<PodTemplate> = { group: '', version: 'v1', kind: 'PodTemplate', plural: 'podtemplates', namespaced: true }
export type ReplicationController = Whole<Schemas['io.k8s.api.core.v1.ReplicationController']>
export const ReplicationController: KindToken<ReplicationController> = { group: '', version: 'v1', kind: 'ReplicationController', plural: 'replicationcontrollers', namespaced: true }
export type ResourceQuota = Whole<Schemas['io.k8s.api.core.v1.ResourceQuota']>
export const ResourceQuota: KindToken<ResourceQuota> = { group: '', version: 'v1', kind: 'ResourceQuota', plural: 'resourcequotas', namespaced: true }
export type Secret = Whole<Schemas['io.k8s.api.core.v1.Secret']>
export const Secret: KindToken<Secret> = { group: '', version: 'v1', kind: 'Secret', plural: 'secrets', namespaced: true }
export type ServiceAccount = Whole<Schemas['io.k8s.api.core.v1.ServiceAccount']>
export const ServiceAccount: KindToken<ServiceAccount> = { group: '', version: 'v1', kind: 'ServiceAccount', plural: 'serviceaccounts', namespaced: true }
export type Service = Whole<Schemas['io.k8s.api.core.v1.Service']>
export const Service: KindToken<Service> = { group: '', version: 'v1', kind: 'Service', plural: 'services', namespaced: true }
export type APIService = Whole<Schemas['io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService']>
export const APIService: KindToken<APIService> = { group: 'apiregistration.k8s.io', version: 'v1', kind: 'APIService', plural: 'apiservices', namespaced: false }
export type ControllerRevision = Whole<Schemas['io.k8s.api.apps.v1.ControllerRevision']>
export const ControllerRevision: KindToken<ControllerRevision> = { group: 'apps', version: 'v1', kind: 'ControllerRevision', plural: 'controllerrevisions', namespaced: true }
export type DaemonSet = Whole<Schemas['io.k8s.api.apps.v1.DaemonSet']>
export const DaemonSet: KindToken<DaemonSet> = { group: 'apps', version: 'v1', kind: 'DaemonSet', plural: 'daemonsets', namespaced: true }
export type Deployment = Whole<Schemas['io.k8s.api.apps.v1.Deployment']>
export const Deployment: KindToken<Deployment> = { group: 'apps', version: 'v1', kind: 'Deployment', plural: 'deployments', namespaced: true }
export type ReplicaSet = Whole<Schemas['io.k8s.api.apps.v1.ReplicaSet']>
export const ReplicaSet: KindToken<ReplicaSet> = { group: 'apps', version: 'v1', kind: 'ReplicaSet', plural: 'replicasets', namespaced: true }
export type StatefulSet = Whole<Schemas['io.k8s.api.apps.v1.StatefulSet']>
export const StatefulSet: KindToken<StatefulSet> = { group: 'apps', version: 'v1', kind: 'StatefulSet', plural: 'statefulsets', namespaced: true }
export type EventsEvent = Whole<Schemas['io.k8s.api.events.v1.Event']>
export const EventsEvent: KindToken<EventsEvent> = { group: 'events.k8s.io', version: 'v1', kind: 'Event', plural: 'events', namespaced: true }
export type SelfSubjectReview = Whole<Schemas['io.k8s.api.authentication.v1.SelfSubjectReview']>
export const SelfSubjectReview: KindToken<SelfSubjectReview> = { group: 'authentication.k8s.io', version: 'v1', kind: 'SelfSubjectReview', plural: 'selfsubjectreviews', namespaced: false }
export type TokenReview = Whole<Schemas['io.k8s.api.authentication.v1.TokenReview']>
export const TokenReview: KindToken<TokenReview> = { group: 'authentication.k8s.io', version: 'v1', kind: 'TokenReview', plural: 'tokenreviews', namespaced: false }
export type LocalSubjectAccessReview = Whole<Schemas['io.k8s.api.authorization.v1.LocalSubjectAccessReview']>
export const LocalSubjectAccessReview: KindToken<LocalSubjectAccessReview> = { group: 'authorization.k8s.io', version: 'v1', kind: 'LocalSubjectAccessReview', plural: 'localsubjectaccessreviews', namespaced: true }
export type SelfSubjectAccessReview = Whole<Schemas['io.k8s.api.authorization.v1.SelfSubjectAccessReview']>
export const SelfSubjectAccessReview: KindToken<SelfSubjectAccessReview> = { group: 'authorization.k8s.io', version: 'v1', kind: 'SelfSubjectAccessReview', plural: 'selfsubjectaccessreviews', namespaced: false }
export type SelfSubjectRulesReview = Whole<Schemas['io.k8s.api.authorization.v1.SelfSubjectRulesReview']>
export const SelfSubjectRulesReview: KindToken<SelfSubjectRulesReview> = { group: 'authorization.k8s.io', version: 'v1', kind: 'SelfSubjectRulesReview', plural: 'selfsubjectrulesreviews', namespaced: false }
export type SubjectAccessReview = Whole<Schemas['io.k8s.api.authorization.v1.SubjectAccessReview']>
export const SubjectAccessReview: KindToken<SubjectAccessReview> = { group: 'authorization.k8s.io', version: 'v1', kind: 'SubjectAccessReview', plural: 'subjectaccessreviews', namespaced: false }
export type HorizontalPodAutoscaler = Whole<Schemas['io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler']>
export const HorizontalPodAutoscaler: KindToken<HorizontalPodAutoscaler> = { group: 'autoscaling', version: 'v2', kind: 'HorizontalPodAutoscaler', plural: 'horizontalpodautoscalers', namespaced: true }
export type AutoscalingHorizontalPodAutoscaler = Whole<Schemas['io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler']>
export const AutoscalingHorizontalPodAutoscaler: KindToken<AutoscalingHorizontalPodAutoscaler> = { group: 'autoscaling', version: 'v1', kind: 'HorizontalPodAutoscaler', plural: 'horizontalpodautoscalers', namespaced: true }
export type CronJob = Whole<Schemas['io.k8s.api.batch.v1.CronJob']>
export const CronJob: KindToken<CronJob> = { group: 'batch', version: 'v1', kind: 'CronJob', plural: 'cronjobs', namespaced: true }
export type Job = Whole<Schemas['io.k8s.api.batch.v1.Job']>
export const Job: KindToken<Job> = { group: 'batch', version: 'v1', kind: 'Job', plural: 'jobs', namespaced: true }
export type CertificateSigningRequest = Whole<Schemas['io.k8s.api.certificates.v1.CertificateSigningRequest']>
export const CertificateSigningRequest: KindToken<CertificateSigningRequest> = { group: 'certificates.k8s.io', version: 'v1', kind: 'CertificateSigningRequest', plural: 'certificatesigningrequests', namespaced: false }
export type IngressClass = Whole<Schemas['io.k8s.api.networking.v1.IngressClass']>
export const IngressClass: KindToken<IngressClass> = { group: 'networking.k8s.io', version: 'v1', kind: 'IngressClass', plural: 'ingressclasses', namespaced: false }
export type Ingress = Whole<Schemas['io.k8s.api.networking.v1.Ingress']>
export const Ingress: KindToken<Ingress> = { group: 'networking.k8s.io', version: 'v1', kind: 'Ingress', plural: 'ingresses', namespaced: true }
export type IPAddress = Whole<Schemas['io.k8s.api.networking.v1.IPAddress']>
export const IPAddress: KindToken<IPAddress> = { group: 'networking.k8s.io', version: 'v1', kind: 'IPAddress', plural: 'ipaddresses', namespaced: false }
export type NetworkPolicy = Whole<Schemas['io.k8s.api.networking.v1.NetworkPolicy']>
export const NetworkPolicy: KindToken<NetworkPolicy> = { group: 'networking.k8s.io', version: 'v1', kind: 'NetworkPolicy', plural: 'networkpolicies', namespaced: true }
export type ServiceCIDR = Whole<Schemas['io.k8s.api.networking.v1.ServiceCIDR']>
export const ServiceCIDR: KindToken<ServiceCIDR> = { group: 'networking.k8s.io', version: 'v1', kind: 'ServiceCIDR', plural: 'servicecidrs', namespaced: false }
export type PodDisruptionBudget = Whole<Schemas['io.k8s.api.policy.v1.PodDisruptionBudget']>
export const PodDisruptionBudget: KindToken<PodDisruptionBudget> = { group: 'policy', version: 'v1', kind: 'PodDisruptionBudget', plural: 'poddisruptionbudgets', namespaced: true }
export type ClusterRoleBinding = Whole<Schemas['io.k8s.api.rbac.v1.ClusterRoleBinding']>
export const ClusterRoleBinding: KindToken<ClusterRoleBinding> = { group: 'rbac.authorization.k8s.io', version: 'v1', kind: 'ClusterRoleBinding', plural: 'clusterrolebindings', namespaced: false }
export type ClusterRole = Whole<Schemas['io.k8s.api.rbac.v1.ClusterRole']>
export const ClusterRole: KindToken<ClusterRole> = { group: 'rbac.authorization.k8s.io', version: 'v1', kind: 'ClusterRole', plural: 'clusterroles', namespaced: false }
export type RoleBinding = Whole<Schemas['io.k8s.api.rbac.v1.RoleBinding']>
export const RoleBinding: KindToken<RoleBinding> = { group: 'rbac.authorization.k8s.io', version: 'v1', kind: 'RoleBinding', plural: 'rolebindings', namespaced: true }
export type Role = Whole<Schemas['io.k8s.api.rbac.v1.Role']>
export const Role: KindToken<Role> = { group: 'rbac.authorization.k8s.io', version: 'v1', kind: 'Role', plural: 'roles', namespaced: true }
export type CSIDriver = Whole<Schemas['io.k8s.api.storage.v1.CSIDriver']>
export const CSIDriver: KindToken<CSIDriver> = { group: 'storage.k8s.io', version: 'v1', kind: 'CSIDriver', plural: 'csidrivers', namespaced: false }
export type CSINode = Whole<Schemas['io.k8s.api.storage.v1.CSINode']>
export const CSINode: KindToken<CSINode> = { group: 'storage.k8s.io', version: 'v1', kind: 'CSINode', plural: 'csinodes', namespaced: false }
export type CSIStorageCapacity = Whole<Schemas['io.k8s.api.storage.v1.CSIStorageCapacity']>
export const CSIStorageCapacity: KindToken<CSIStorageCapacity> = { group: 'storage.k8s.io', version: 'v1', kind: 'CSIStorageCapacity', plural: 'csistoragecapacities', namespaced: true }
export type StorageClass = Whole<Schemas['io.k8s.api.storage.v1.StorageClass']>
export const StorageClass: KindToken<StorageClass> = { group: 'storage.k8s.io', version: 'v1', kind: 'StorageClass', plural: 'storageclasses', namespaced: false }
export type VolumeAttachment = Whole<Schemas['io.k8s.api.storage.v1.VolumeAttachment']>
export const VolumeAttachment: KindToken<VolumeAttachment> = { group: 'storage.k8s.io', version: 'v1', kind: 'VolumeAttachment', plural: 'volumeattachments', namespaced: false }
export type VolumeAttributesClass = Whole<Schemas['io.k8s.api.storage.v1.VolumeAttributesClass']>
export const VolumeAttributesClass: KindToken<VolumeAttributesClass> = { group: 'storage.k8s.io', version: 'v1', kind: 'VolumeAttributesClass', plural: 'volumeattributesclasses', namespaced: false }
export type MutatingAdmissionPolicy = Whole<Schemas['io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicy']>
export const MutatingAdmissionPolicy: KindToken<MutatingAdmissionPolicy> = { group: 'admissionregistration.k8s.io', version: 'v1', kind: 'MutatingAdmissionPolicy', plural: 'mutatingadmissionpolicies', namespaced: false }
export type MutatingAdmissionPolicyBinding = Whole<Schemas['io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBinding']>
export const MutatingAdmissionPolicyBinding: KindToken<MutatingAdmissionPolicyBinding> = { group: 'admissionregistration.k8s.io', version: 'v1', kind: 'MutatingAdmissionPolicyBinding', plural: 'mutatingadmissionpolicybindings', namespaced: false }
export type MutatingWebhookConfiguration = Whole<Schemas['io.k8s.api.admissionregistration.v1.MutatingWebhookConfiguration']>
export const MutatingWebhookConfiguration: KindToken<MutatingWebhookConfiguration> = { group: 'admissionregistration.k8s.io', version: 'v1', kind: 'MutatingWebhookConfiguration', plural: 'mutatingwebhookconfigurations', namespaced: false }
export type ValidatingAdmissionPolicy = Whole<Schemas['io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicy']>
export const ValidatingAdmissionPolicy: KindToken<ValidatingAdmissionPolicy> = { group: 'admissionregistration.k8s.io', version: 'v1', kind: 'ValidatingAdmissionPolicy', plural: 'validatingadmissionpolicies', namespaced: false }
export type ValidatingAdmissionPolicyBinding = Whole<Schemas['io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBinding']>
export const ValidatingAdmissionPolicyBinding: KindToken<ValidatingAdmissionPolicyBinding> = { group: 'admissionregistration.k8s.io', version: 'v1', kind: 'ValidatingAdmissionPolicyBinding', plural: 'validatingadmissionpolicybindings', namespaced: false }
export type ValidatingWebhookConfiguration = Whole<Schemas['io.k8s.api.admissionregistration.v1.ValidatingWebhookConfiguration']>
export const ValidatingWebhookConfiguration: KindToken<ValidatingWebhookConfiguration> = { group: 'admissionregistration.k8s.io', version: 'v1', kind: 'ValidatingWebhookConfiguration', plural: 'validatingwebhookconfigurations', namespaced: false }
export type CustomResourceDefinition = Whole<Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition']>
export const CustomResourceDefinition: KindToken<CustomResourceDefinition> = { group: 'apiextensions.k8s.io', version: 'v1', kind: 'CustomResourceDefinition', plural: 'customresourcedefinitions', namespaced: false }
export type PriorityClass = Whole<Schemas['io.k8s.api.scheduling.v1.PriorityClass']>
export const PriorityClass: KindToken<PriorityClass> = { group: 'scheduling.k8s.io', version: 'v1', kind: 'PriorityClass', plural: 'priorityclasses', namespaced: false }
export type Lease = Whole<Schemas['io.k8s.api.coordination.v1.Lease']>
export const Lease: KindToken<Lease> = { group: 'coordination.k8s.io', version: 'v1', kind: 'Lease', plural: 'leases', namespaced: true }
export type RuntimeClass = Whole<Schemas['io.k8s.api.node.v1.RuntimeClass']>
export const RuntimeClass: KindToken<RuntimeClass> = { group: 'node.k8s.io', version: 'v1', kind: 'RuntimeClass', plural: 'runtimeclasses', namespaced: false }
export type EndpointSlice = Whole<Schemas['io.k8s.api.discovery.v1.EndpointSlice']>
export const EndpointSlice: KindToken<EndpointSlice> = { group: 'discovery.k8s.io', version: 'v1', kind: 'EndpointSlice', plural: 'endpointslices', namespaced: true }
export type DeviceClass = Whole<Schemas['io.k8s.api.resource.v1.DeviceClass']>
export const DeviceClass: KindToken<DeviceClass> = { group: 'resource.k8s.io', version: 'v1', kind: 'DeviceClass', plural: 'deviceclasses', namespaced: false }
export type ResourceClaim = Whole<Schemas['io.k8s.api.resource.v1.ResourceClaim']>
export const ResourceClaim: KindToken<ResourceClaim> = { group: 'resource.k8s.io', version: 'v1', kind: 'ResourceClaim', plural: 'resourceclaims', namespaced: true }
export type ResourceClaimTemplate = Whole<Schemas['io.k8s.api.resource.v1.ResourceClaimTemplate']>
export const ResourceClaimTemplate: KindToken<ResourceClaimTemplate> = { group: 'resource.k8s.io', version: 'v1', kind: 'ResourceClaimTemplate', plural: 'resourceclaimtemplates', namespaced: true }
export type ResourceSlice = Whole<Schemas['io.k8s.api.resource.v1.ResourceSlice']>
export const ResourceSlice: KindToken<ResourceSlice> = { group: 'resource.k8s.io', version: 'v1', kind: 'ResourceSlice', plural: 'resourceslices', namespaced: false }
export type FlowSchema = Whole<Schemas['io.k8s.api.flowcontrol.v1.FlowSchema']>
export const FlowSchema: KindToken<FlowSchema> = { group: 'flowcontrol.apiserver.k8s.io', version: 'v1', kind: 'FlowSchema', plural: 'flowschemas', namespaced: false }
export type PriorityLevelConfiguration = Whole<Schemas['io.k8s.api.flowcontrol.v1.PriorityLevelConfiguration']>
export const PriorityLevelConfiguration: KindToken<PriorityLevelConfiguration> = { group: 'flowcontrol.apiserver.k8s.io', version: 'v1', kind: 'PriorityLevelConfiguration', plural: 'prioritylevelconfigurations', namespaced: false }

/** Every token above, in order of discovery. */
export const builtInKinds: readonly KindToken<object>[] = [
  Binding,
  ComponentStatus,
  ConfigMap,
  Endpoints,
  Event,
  LimitRange,
  Namespace,
  Node,
  PersistentVolumeClaim,
  PersistentVolume,
  Pod,
  PodTemplate,
  ReplicationController,
  ResourceQuota,
  Secret,
  ServiceAccount,
  Service,
  APIService,
  ControllerRevision,
  DaemonSet,
  Deployment,
  ReplicaSet,
  StatefulSet,
  EventsEvent,
  SelfSubjectReview,
  TokenReview,
  LocalSubjectAccessReview,
  SelfSubjectAccessReview,
  SelfSubjectRulesReview,
  SubjectAccessReview,
  HorizontalPodAutoscaler,
  AutoscalingHorizontalPodAutoscaler,
  CronJob,
  Job,
  CertificateSigningRequest,
  IngressClass,
  Ingress,
  IPAddress,
  NetworkPolicy,
  ServiceCIDR,
  PodDisruptionBudget,
  ClusterRoleBinding,
  ClusterRole,
  RoleBinding,
  Role,
  CSIDriver,
  CSINode,
  CSIStorageCapacity,
  StorageClass,
  VolumeAttachment,
  VolumeAttributesClass,
  MutatingAdmissionPolicy,
  MutatingAdmissionPolicyBinding,
  MutatingWebhookConfiguration,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
  ValidatingWebhookConfiguration,
  CustomResourceDefinition,
  PriorityClass,
  Lease,
  RuntimeClass,
  EndpointSlice,
  DeviceClass,
  ResourceClaim,
  ResourceClaimTemplate,
  ResourceSlice,
  FlowSchema,
  PriorityLevelConfiguration,
]

export type AWSElasticBlockStoreVolumeSource = Schemas['io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource']
export type Affinity = Schemas['io.k8s.api.core.v1.Affinity']
export type AppArmorProfile = Schemas['io.k8s.api.core.v1.AppArmorProfile']
export type AttachedVolume = Schemas['io.k8s.api.core.v1.AttachedVolume']
export type AzureDiskVolumeSource = Schemas['io.k8s.api.core.v1.AzureDiskVolumeSource']
export type AzureFilePersistentVolumeSource = Schemas['io.k8s.api.core.v1.AzureFilePersistentVolumeSource']
export type AzureFileVolumeSource = Schemas['io.k8s.api.core.v1.AzureFileVolumeSource']
export type CSIPersistentVolumeSource = Schemas['io.k8s.api.core.v1.CSIPersistentVolumeSource']
export type CSIVolumeSource = Schemas['io.k8s.api.core.v1.CSIVolumeSource']
export type Capabilities = Schemas['io.k8s.api.core.v1.Capabilities']
export type CephFSPersistentVolumeSource = Schemas['io.k8s.api.core.v1.CephFSPersistentVolumeSource']
export type CephFSVolumeSource = Schemas['io.k8s.api.core.v1.CephFSVolumeSource']
export type CinderPersistentVolumeSource = Schemas['io.k8s.api.core.v1.CinderPersistentVolumeSource']
export type CinderVolumeSource = Schemas['io.k8s.api.core.v1.CinderVolumeSource']
export type ClientIPConfig = Schemas['io.k8s.api.core.v1.ClientIPConfig']
export type ClusterTrustBundleProjection = Schemas['io.k8s.api.core.v1.ClusterTrustBundleProjection']
export type ComponentCondition = Schemas['io.k8s.api.core.v1.ComponentCondition']
export type ConfigMapEnvSource = Schemas['io.k8s.api.core.v1.ConfigMapEnvSource']
export type ConfigMapKeySelector = Schemas['io.k8s.api.core.v1.ConfigMapKeySelector']
export type ConfigMapNodeConfigSource = Schemas['io.k8s.api.core.v1.ConfigMapNodeConfigSource']
export type ConfigMapProjection = Schemas['io.k8s.api.core.v1.ConfigMapProjection']
export type ConfigMapVolumeSource = Schemas['io.k8s.api.core.v1.ConfigMapVolumeSource']
export type Container = Schemas['io.k8s.api.core.v1.Container']
export type ContainerExtendedResourceRequest = Schemas['io.k8s.api.core.v1.ContainerExtendedResourceRequest']
export type ContainerImage = Schemas['io.k8s.api.core.v1.ContainerImage']
export type ContainerPort = Schemas['io.k8s.api.core.v1.ContainerPort']
export type ContainerResizePolicy = Schemas['io.k8s.api.core.v1.ContainerResizePolicy']
export type ContainerRestartRule = Schemas['io.k8s.api.core.v1.ContainerRestartRule']
export type ContainerRestartRuleOnExitCodes = Schemas['io.k8s.api.core.v1.ContainerRestartRuleOnExitCodes']
export type ContainerState = Schemas['io.k8s.api.core.v1.ContainerState']
export type ContainerStateRunning = Schemas['io.k8s.api.core.v1.ContainerStateRunning']
export type ContainerStateTerminated = Schemas['io.k8s.api.core.v1.ContainerStateTerminated']
export type ContainerStateWaiting = Schemas['io.k8s.api.core.v1.ContainerStateWaiting']
export type ContainerStatus = Schemas['io.k8s.api.core.v1.ContainerStatus']
export type ContainerUser = Schemas['io.k8s.api.core.v1.ContainerUser']
export type DaemonEndpoint = Schemas['io.k8s.api.core.v1.DaemonEndpoint']
export type DownwardAPIProjection = Schemas['io.k8s.api.core.v1.DownwardAPIProjection']
export type DownwardAPIVolumeFile = Schemas['io.k8s.api.core.v1.DownwardAPIVolumeFile']
export type DownwardAPIVolumeSource = Schemas['io.k8s.api.core.v1.DownwardAPIVolumeSource']
export type EmptyDirVolumeSource = Schemas['io.k8s.api.core.v1.EmptyDirVolumeSource']
export type EndpointAddress = Schemas['io.k8s.api.core.v1.EndpointAddress']
export type EndpointPort = Schemas['io.k8s.api.core.v1.EndpointPort']
export type EndpointSubset = Schemas['io.k8s.api.core.v1.EndpointSubset']
export type EnvFromSource = Schemas['io.k8s.api.core.v1.EnvFromSource']
export type EnvVar = Schemas['io.k8s.api.core.v1.EnvVar']
export type EnvVarSource = Schemas['io.k8s.api.core.v1.EnvVarSource']
export type EphemeralContainer = Schemas['io.k8s.api.core.v1.EphemeralContainer']
export type EphemeralVolumeSource = Schemas['io.k8s.api.core.v1.EphemeralVolumeSource']
export type EventSeries = Schemas['io.k8s.api.core.v1.EventSeries']
export type EventSource = Schemas['io.k8s.api.core.v1.EventSource']
export type ExecAction = Schemas['io.k8s.api.core.v1.ExecAction']
export type FCVolumeSource = Schemas['io.k8s.api.core.v1.FCVolumeSource']
export type FileKeySelector = Schemas['io.k8s.api.core.v1.FileKeySelector']
export type FlexPersistentVolumeSource = Schemas['io.k8s.api.core.v1.FlexPersistentVolumeSource']
export type FlexVolumeSource = Schemas['io.k8s.api.core.v1.FlexVolumeSource']
export type FlockerVolumeSource = Schemas['io.k8s.api.core.v1.FlockerVolumeSource']
export type GCEPersistentDiskVolumeSource = Schemas['io.k8s.api.core.v1.GCEPersistentDiskVolumeSource']
export type GRPCAction = Schemas['io.k8s.api.core.v1.GRPCAction']
export type GitRepoVolumeSource = Schemas['io.k8s.api.core.v1.GitRepoVolumeSource']
export type GlusterfsPersistentVolumeSource = Schemas['io.k8s.api.core.v1.GlusterfsPersistentVolumeSource']
export type GlusterfsVolumeSource = Schemas['io.k8s.api.core.v1.GlusterfsVolumeSource']
export type HTTPGetAction = Schemas['io.k8s.api.core.v1.HTTPGetAction']
export type HTTPHeader = Schemas['io.k8s.api.core.v1.HTTPHeader']
export type HostAlias = Schemas['io.k8s.api.core.v1.HostAlias']
export type HostIP = Schemas['io.k8s.api.core.v1.HostIP']
export type HostPathVolumeSource = Schemas['io.k8s.api.core.v1.HostPathVolumeSource']
export type ISCSIPersistentVolumeSource = Schemas['io.k8s.api.core.v1.ISCSIPersistentVolumeSource']
export type ISCSIVolumeSource = Schemas['io.k8s.api.core.v1.ISCSIVolumeSource']
export type ImageVolumeSource = Schemas['io.k8s.api.core.v1.ImageVolumeSource']
export type ImageVolumeStatus = Schemas['io.k8s.api.core.v1.ImageVolumeStatus']
export type KeyToPath = Schemas['io.k8s.api.core.v1.KeyToPath']
export type Lifecycle = Schemas['io.k8s.api.core.v1.Lifecycle']
export type LifecycleHandler = Schemas['io.k8s.api.core.v1.LifecycleHandler']
export type LimitRangeItem = Schemas['io.k8s.api.core.v1.LimitRangeItem']
export type LimitRangeSpec = Schemas['io.k8s.api.core.v1.LimitRangeSpec']
export type LinuxContainerUser = Schemas['io.k8s.api.core.v1.LinuxContainerUser']
export type LoadBalancerIngress = Schemas['io.k8s.api.core.v1.LoadBalancerIngress']
export type LoadBalancerStatus = Schemas['io.k8s.api.core.v1.LoadBalancerStatus']
export type LocalObjectReference = Schemas['io.k8s.api.core.v1.LocalObjectReference']
export type LocalVolumeSource = Schemas['io.k8s.api.core.v1.LocalVolumeSource']
export type ModifyVolumeStatus = Schemas['io.k8s.api.core.v1.ModifyVolumeStatus']
export type NFSVolumeSource = Schemas['io.k8s.api.core.v1.NFSVolumeSource']
export type NamespaceCondition = Schemas['io.k8s.api.core.v1.NamespaceCondition']
export type NamespaceSpec = Schemas['io.k8s.api.core.v1.NamespaceSpec']
export type NamespaceStatus = Schemas['io.k8s.api.core.v1.NamespaceStatus']
export type NodeAddress = Schemas['io.k8s.api.core.v1.NodeAddress']
export type NodeAffinity = Schemas['io.k8s.api.core.v1.NodeAffinity']
export type NodeAllocatableResourceClaimStatus = Schemas['io.k8s.api.core.v1.NodeAllocatableResourceClaimStatus']
export type NodeCondition = Schemas['io.k8s.api.core.v1.NodeCondition']
export type NodeConfigSource = Schemas['io.k8s.api.core.v1.NodeConfigSource']
export type NodeConfigStatus = Schemas['io.k8s.api.core.v1.NodeConfigStatus']
export type NodeDaemonEndpoints = Schemas['io.k8s.api.core.v1.NodeDaemonEndpoints']
export type NodeFeatures = Schemas['io.k8s.api.core.v1.NodeFeatures']
export type NodeRuntimeHandler = Schemas['io.k8s.api.core.v1.NodeRuntimeHandler']
export type NodeRuntimeHandlerFeatures = Schemas['io.k8s.api.core.v1.NodeRuntimeHandlerFeatures']
export type NodeSelector = Schemas['io.k8s.api.core.v1.NodeSelector']
export type NodeSelectorRequirement = Schemas['io.k8s.api.core.v1.NodeSelectorRequirement']
export type NodeSelectorTerm = Schemas['io.k8s.api.core.v1.NodeSelectorTerm']
export type NodeSpec = Schemas['io.k8s.api.core.v1.NodeSpec']
export type NodeStatus = Schemas['io.k8s.api.core.v1.NodeStatus']
export type NodeSwapStatus = Schemas['io.k8s.api.core.v1.NodeSwapStatus']
export type NodeSystemInfo = Schemas['io.k8s.api.core.v1.NodeSystemInfo']
export type ObjectFieldSelector = Schemas['io.k8s.api.core.v1.ObjectFieldSelector']
export type ObjectReference = Schemas['io.k8s.api.core.v1.ObjectReference']
export type PersistentVolumeClaimCondition = Schemas['io.k8s.api.core.v1.PersistentVolumeClaimCondition']
export type PersistentVolumeClaimSpec = Schemas['io.k8s.api.core.v1.PersistentVolumeClaimSpec']
export type PersistentVolumeClaimStatus = Schemas['io.k8s.api.core.v1.PersistentVolumeClaimStatus']
export type PersistentVolumeClaimTemplate = Schemas['io.k8s.api.core.v1.PersistentVolumeClaimTemplate']
export type PersistentVolumeClaimVolumeSource = Schemas['io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource']
export type PersistentVolumeSpec = Schemas['io.k8s.api.core.v1.PersistentVolumeSpec']
export type PersistentVolumeStatus = Schemas['io.k8s.api.core.v1.PersistentVolumeStatus']
export type PhotonPersistentDiskVolumeSource = Schemas['io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource']
export type PodAffinity = Schemas['io.k8s.api.core.v1.PodAffinity']
export type PodAffinityTerm = Schemas['io.k8s.api.core.v1.PodAffinityTerm']
export type PodAntiAffinity = Schemas['io.k8s.api.core.v1.PodAntiAffinity']
export type PodCertificateProjection = Schemas['io.k8s.api.core.v1.PodCertificateProjection']
export type PodCondition = Schemas['io.k8s.api.core.v1.PodCondition']
export type PodDNSConfig = Schemas['io.k8s.api.core.v1.PodDNSConfig']
export type PodDNSConfigOption = Schemas['io.k8s.api.core.v1.PodDNSConfigOption']
export type PodExtendedResourceClaimStatus = Schemas['io.k8s.api.core.v1.PodExtendedResourceClaimStatus']
export type PodIP = Schemas['io.k8s.api.core.v1.PodIP']
export type PodOS = Schemas['io.k8s.api.core.v1.PodOS']
export type PodReadinessGate = Schemas['io.k8s.api.core.v1.PodReadinessGate']
export type PodResourceClaim = Schemas['io.k8s.api.core.v1.PodResourceClaim']
export type PodResourceClaimStatus = Schemas['io.k8s.api.core.v1.PodResourceClaimStatus']
export type PodSchedulingGate = Schemas['io.k8s.api.core.v1.PodSchedulingGate']
export type PodSchedulingGroup = Schemas['io.k8s.api.core.v1.PodSchedulingGroup']
export type PodSecurityContext = Schemas['io.k8s.api.core.v1.PodSecurityContext']
export type PodSpec = Schemas['io.k8s.api.core.v1.PodSpec']
export type PodStatus = Schemas['io.k8s.api.core.v1.PodStatus']
export type PodTemplateSpec = Schemas['io.k8s.api.core.v1.PodTemplateSpec']
export type PortStatus = Schemas['io.k8s.api.core.v1.PortStatus']
export type PortworxVolumeSource = Schemas['io.k8s.api.core.v1.PortworxVolumeSource']
export type PreferredSchedulingTerm = Schemas['io.k8s.api.core.v1.PreferredSchedulingTerm']
export type Probe = Schemas['io.k8s.api.core.v1.Probe']
export type ProjectedVolumeSource = Schemas['io.k8s.api.core.v1.ProjectedVolumeSource']
export type QuobyteVolumeSource = Schemas['io.k8s.api.core.v1.QuobyteVolumeSource']
export type RBDPersistentVolumeSource = Schemas['io.k8s.api.core.v1.RBDPersistentVolumeSource']
export type RBDVolumeSource = Schemas['io.k8s.api.core.v1.RBDVolumeSource']
export type ReplicationControllerCondition = Schemas['io.k8s.api.core.v1.ReplicationControllerCondition']
export type ReplicationControllerSpec = Schemas['io.k8s.api.core.v1.ReplicationControllerSpec']
export type ReplicationControllerStatus = Schemas['io.k8s.api.core.v1.ReplicationControllerStatus']
export type CoreResourceClaim = Schemas['io.k8s.api.core.v1.ResourceClaim']
export type ResourceFieldSelector = Schemas['io.k8s.api.core.v1.ResourceFieldSelector']
export type ResourceHealth = Schemas['io.k8s.api.core.v1.ResourceHealth']
export type ResourceQuotaSpec = Schemas['io.k8s.api.core.v1.ResourceQuotaSpec']
export type ResourceQuotaStatus = Schemas['io.k8s.api.core.v1.ResourceQuotaStatus']
export type ResourceRequirements = Schemas['io.k8s.api.core.v1.ResourceRequirements']
export type ResourceStatus = Schemas['io.k8s.api.core.v1.ResourceStatus']
export type SELinuxOptions = Schemas['io.k8s.api.core.v1.SELinuxOptions']
export type ScaleIOPersistentVolumeSource = Schemas['io.k8s.api.core.v1.ScaleIOPersistentVolumeSource']
export type ScaleIOVolumeSource = Schemas['io.k8s.api.core.v1.ScaleIOVolumeSource']
export type ScopeSelector = Schemas['io.k8s.api.core.v1.ScopeSelector']
export type ScopedResourceSelectorRequirement = Schemas['io.k8s.api.core.v1.ScopedResourceSelectorRequirement']
export type SeccompProfile = Schemas['io.k8s.api.core.v1.SeccompProfile']
export type SecretEnvSource = Schemas['io.k8s.api.core.v1.SecretEnvSource']
export type SecretKeySelector = Schemas['io.k8s.api.core.v1.SecretKeySelector']
export type SecretProjection = Schemas['io.k8s.api.core.v1.SecretProjection']
export type SecretReference = Schemas['io.k8s.api.core.v1.SecretReference']
export type SecretVolumeSource = Schemas['io.k8s.api.core.v1.SecretVolumeSource']
export type SecurityContext = Schemas['io.k8s.api.core.v1.SecurityContext']
export type ServiceAccountTokenProjection = Schemas['io.k8s.api.core.v1.ServiceAccountTokenProjection']
export type ServicePort = Schemas['io.k8s.api.core.v1.ServicePort']
export type ServiceSpec = Schemas['io.k8s.api.core.v1.ServiceSpec']
export type ServiceStatus = Schemas['io.k8s.api.core.v1.ServiceStatus']
export type SessionAffinityConfig = Schemas['io.k8s.api.core.v1.SessionAffinityConfig']
export type SleepAction = Schemas['io.k8s.api.core.v1.SleepAction']
export type StorageOSPersistentVolumeSource = Schemas['io.k8s.api.core.v1.StorageOSPersistentVolumeSource']
export type StorageOSVolumeSource = Schemas['io.k8s.api.core.v1.StorageOSVolumeSource']
export type Sysctl = Schemas['io.k8s.api.core.v1.Sysctl']
export type TCPSocketAction = Schemas['io.k8s.api.core.v1.TCPSocketAction']
export type Taint = Schemas['io.k8s.api.core.v1.Taint']
export type Toleration = Schemas['io.k8s.api.core.v1.Toleration']
export type TopologySelectorLabelRequirement = Schemas['io.k8s.api.core.v1.TopologySelectorLabelRequirement']
export type TopologySelectorTerm = Schemas['io.k8s.api.core.v1.TopologySelectorTerm']
export type TopologySpreadConstraint = Schemas['io.k8s.api.core.v1.TopologySpreadConstraint']
export type TypedLocalObjectReference = Schemas['io.k8s.api.core.v1.TypedLocalObjectReference']
export type TypedObjectReference = Schemas['io.k8s.api.core.v1.TypedObjectReference']
export type Volume = Schemas['io.k8s.api.core.v1.Volume']
export type VolumeDevice = Schemas['io.k8s.api.core.v1.VolumeDevice']
export type VolumeMount = Schemas['io.k8s.api.core.v1.VolumeMount']
export type VolumeMountStatus = Schemas['io.k8s.api.core.v1.VolumeMountStatus']
export type VolumeNodeAffinity = Schemas['io.k8s.api.core.v1.VolumeNodeAffinity']
export type VolumeProjection = Schemas['io.k8s.api.core.v1.VolumeProjection']
export type VolumeResourceRequirements = Schemas['io.k8s.api.core.v1.VolumeResourceRequirements']
export type VolumeStatus = Schemas['io.k8s.api.core.v1.VolumeStatus']
export type VsphereVirtualDiskVolumeSource = Schemas['io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource']
export type WeightedPodAffinityTerm = Schemas['io.k8s.api.core.v1.WeightedPodAffinityTerm']
export type WindowsSecurityContextOptions = Schemas['io.k8s.api.core.v1.WindowsSecurityContextOptions']
export type ApplyConfiguration = Schemas['io.k8s.api.admissionregistration.v1.ApplyConfiguration']
export type AuditAnnotation = Schemas['io.k8s.api.admissionregistration.v1.AuditAnnotation']
export type ExpressionWarning = Schemas['io.k8s.api.admissionregistration.v1.ExpressionWarning']
export type JSONPatch = Schemas['io.k8s.api.admissionregistration.v1.JSONPatch']
export type MatchCondition = Schemas['io.k8s.api.admissionregistration.v1.MatchCondition']
export type MatchResources = Schemas['io.k8s.api.admissionregistration.v1.MatchResources']
export type MutatingAdmissionPolicyBindingSpec = Schemas['io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBindingSpec']
export type MutatingAdmissionPolicySpec = Schemas['io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicySpec']
export type MutatingWebhook = Schemas['io.k8s.api.admissionregistration.v1.MutatingWebhook']
export type Mutation = Schemas['io.k8s.api.admissionregistration.v1.Mutation']
export type NamedRuleWithOperations = Schemas['io.k8s.api.admissionregistration.v1.NamedRuleWithOperations']
export type ParamKind = Schemas['io.k8s.api.admissionregistration.v1.ParamKind']
export type ParamRef = Schemas['io.k8s.api.admissionregistration.v1.ParamRef']
export type RuleWithOperations = Schemas['io.k8s.api.admissionregistration.v1.RuleWithOperations']
export type ServiceReference = Schemas['io.k8s.api.admissionregistration.v1.ServiceReference']
export type TypeChecking = Schemas['io.k8s.api.admissionregistration.v1.TypeChecking']
export type ValidatingAdmissionPolicyBindingSpec = Schemas['io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec']
export type ValidatingAdmissionPolicySpec = Schemas['io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicySpec']
export type ValidatingAdmissionPolicyStatus = Schemas['io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyStatus']
export type ValidatingWebhook = Schemas['io.k8s.api.admissionregistration.v1.ValidatingWebhook']
export type Validation = Schemas['io.k8s.api.admissionregistration.v1.Validation']
export type Variable = Schemas['io.k8s.api.admissionregistration.v1.Variable']
export type WebhookClientConfig = Schemas['io.k8s.api.admissionregistration.v1.WebhookClientConfig']
export type DaemonSetCondition = Schemas['io.k8s.api.apps.v1.DaemonSetCondition']
export type DaemonSetSpec = Schemas['io.k8s.api.apps.v1.DaemonSetSpec']
export type DaemonSetStatus = Schemas['io.k8s.api.apps.v1.DaemonSetStatus']
export type DaemonSetUpdateStrategy = Schemas['io.k8s.api.apps.v1.DaemonSetUpdateStrategy']
export type DeploymentCondition = Schemas['io.k8s.api.apps.v1.DeploymentCondition']
export type DeploymentSpec = Schemas['io.k8s.api.apps.v1.DeploymentSpec']
export type DeploymentStatus = Schemas['io.k8s.api.apps.v1.DeploymentStatus']
export type DeploymentStrategy = Schemas['io.k8s.api.apps.v1.DeploymentStrategy']
export type ReplicaSetCondition = Schemas['io.k8s.api.apps.v1.ReplicaSetCondition']
export type ReplicaSetSpec = Schemas['io.k8s.api.apps.v1.ReplicaSetSpec']
export type ReplicaSetStatus = Schemas['io.k8s.api.apps.v1.ReplicaSetStatus']
export type RollingUpdateDaemonSet = Schemas['io.k8s.api.apps.v1.RollingUpdateDaemonSet']
export type RollingUpdateDeployment = Schemas['io.k8s.api.apps.v1.RollingUpdateDeployment']
export type RollingUpdateStatefulSetStrategy = Schemas['io.k8s.api.apps.v1.RollingUpdateStatefulSetStrategy']
export type StatefulSetCondition = Schemas['io.k8s.api.apps.v1.StatefulSetCondition']
export type StatefulSetOrdinals = Schemas['io.k8s.api.apps.v1.StatefulSetOrdinals']
export type StatefulSetPersistentVolumeClaimRetentionPolicy = Schemas['io.k8s.api.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy']
export type StatefulSetSpec = Schemas['io.k8s.api.apps.v1.StatefulSetSpec']
export type StatefulSetStatus = Schemas['io.k8s.api.apps.v1.StatefulSetStatus']
export type StatefulSetUpdateStrategy = Schemas['io.k8s.api.apps.v1.StatefulSetUpdateStrategy']
export type BoundObjectReference = Schemas['io.k8s.api.authentication.v1.BoundObjectReference']
export type SelfSubjectReviewStatus = Schemas['io.k8s.api.authentication.v1.SelfSubjectReviewStatus']
export type TokenRequest = Schemas['io.k8s.api.authentication.v1.TokenRequest']
export type TokenRequestSpec = Schemas['io.k8s.api.authentication.v1.TokenRequestSpec']
export type TokenRequestStatus = Schemas['io.k8s.api.authentication.v1.TokenRequestStatus']
export type TokenReviewSpec = Schemas['io.k8s.api.authentication.v1.TokenReviewSpec']
export type TokenReviewStatus = Schemas['io.k8s.api.authentication.v1.TokenReviewStatus']
export type UserInfo = Schemas['io.k8s.api.authentication.v1.UserInfo']
export type FieldSelectorAttributes = Schemas['io.k8s.api.authorization.v1.FieldSelectorAttributes']
export type LabelSelectorAttributes = Schemas['io.k8s.api.authorization.v1.LabelSelectorAttributes']
export type NonResourceAttributes = Schemas['io.k8s.api.authorization.v1.NonResourceAttributes']
export type NonResourceRule = Schemas['io.k8s.api.authorization.v1.NonResourceRule']
export type ResourceAttributes = Schemas['io.k8s.api.authorization.v1.ResourceAttributes']
export type ResourceRule = Schemas['io.k8s.api.authorization.v1.ResourceRule']
export type SelfSubjectAccessReviewSpec = Schemas['io.k8s.api.authorization.v1.SelfSubjectAccessReviewSpec']
export type SelfSubjectRulesReviewSpec = Schemas['io.k8s.api.authorization.v1.SelfSubjectRulesReviewSpec']
export type SubjectAccessReviewSpec = Schemas['io.k8s.api.authorization.v1.SubjectAccessReviewSpec']
export type SubjectAccessReviewStatus = Schemas['io.k8s.api.authorization.v1.SubjectAccessReviewStatus']
export type SubjectRulesReviewStatus = Schemas['io.k8s.api.authorization.v1.SubjectRulesReviewStatus']
export type CrossVersionObjectReference = Schemas['io.k8s.api.autoscaling.v1.CrossVersionObjectReference']
export type HorizontalPodAutoscalerSpec = Schemas['io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerSpec']
export type HorizontalPodAutoscalerStatus = Schemas['io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerStatus']
export type Scale = Schemas['io.k8s.api.autoscaling.v1.Scale']
export type ScaleSpec = Schemas['io.k8s.api.autoscaling.v1.ScaleSpec']
export type ScaleStatus = Schemas['io.k8s.api.autoscaling.v1.ScaleStatus']
export type ContainerResourceMetricSource = Schemas['io.k8s.api.autoscaling.v2.ContainerResourceMetricSource']
export type ContainerResourceMetricStatus = Schemas['io.k8s.api.autoscaling.v2.ContainerResourceMetricStatus']
export type AutoscalingCrossVersionObjectReference = Schemas['io.k8s.api.autoscaling.v2.CrossVersionObjectReference']
export type ExternalMetricSource = Schemas['io.k8s.api.autoscaling.v2.ExternalMetricSource']
export type ExternalMetricStatus = Schemas['io.k8s.api.autoscaling.v2.ExternalMetricStatus']
export type HPAScalingPolicy = Schemas['io.k8s.api.autoscaling.v2.HPAScalingPolicy']
export type HPAScalingRules = Schemas['io.k8s.api.autoscaling.v2.HPAScalingRules']
export type HorizontalPodAutoscalerBehavior = Schemas['io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerBehavior']
export type HorizontalPodAutoscalerCondition = Schemas['io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerCondition']
export type AutoscalingHorizontalPodAutoscalerSpec = Schemas['io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec']
export type AutoscalingHorizontalPodAutoscalerStatus = Schemas['io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerStatus']
export type MetricIdentifier = Schemas['io.k8s.api.autoscaling.v2.MetricIdentifier']
export type MetricSpec = Schemas['io.k8s.api.autoscaling.v2.MetricSpec']
export type MetricStatus = Schemas['io.k8s.api.autoscaling.v2.MetricStatus']
export type MetricTarget = Schemas['io.k8s.api.autoscaling.v2.MetricTarget']
export type MetricValueStatus = Schemas['io.k8s.api.autoscaling.v2.MetricValueStatus']
export type ObjectMetricSource = Schemas['io.k8s.api.autoscaling.v2.ObjectMetricSource']
export type ObjectMetricStatus = Schemas['io.k8s.api.autoscaling.v2.ObjectMetricStatus']
export type PodsMetricSource = Schemas['io.k8s.api.autoscaling.v2.PodsMetricSource']
export type PodsMetricStatus = Schemas['io.k8s.api.autoscaling.v2.PodsMetricStatus']
export type ResourceMetricSource = Schemas['io.k8s.api.autoscaling.v2.ResourceMetricSource']
export type ResourceMetricStatus = Schemas['io.k8s.api.autoscaling.v2.ResourceMetricStatus']
export type CronJobSpec = Schemas['io.k8s.api.batch.v1.CronJobSpec']
export type CronJobStatus = Schemas['io.k8s.api.batch.v1.CronJobStatus']
export type JobCondition = Schemas['io.k8s.api.batch.v1.JobCondition']
export type JobSpec = Schemas['io.k8s.api.batch.v1.JobSpec']
export type JobStatus = Schemas['io.k8s.api.batch.v1.JobStatus']
export type JobTemplateSpec = Schemas['io.k8s.api.batch.v1.JobTemplateSpec']
export type PodFailurePolicy = Schemas['io.k8s.api.batch.v1.PodFailurePolicy']
export type PodFailurePolicyOnExitCodesRequirement = Schemas['io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement']
export type PodFailurePolicyOnPodConditionsPattern = Schemas['io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern']
export type PodFailurePolicyRule = Schemas['io.k8s.api.batch.v1.PodFailurePolicyRule']
export type SuccessPolicy = Schemas['io.k8s.api.batch.v1.SuccessPolicy']
export type SuccessPolicyRule = Schemas['io.k8s.api.batch.v1.SuccessPolicyRule']
export type UncountedTerminatedPods = Schemas['io.k8s.api.batch.v1.UncountedTerminatedPods']
export type CertificateSigningRequestCondition = Schemas['io.k8s.api.certificates.v1.CertificateSigningRequestCondition']
export type CertificateSigningRequestSpec = Schemas['io.k8s.api.certificates.v1.CertificateSigningRequestSpec']
export type CertificateSigningRequestStatus = Schemas['io.k8s.api.certificates.v1.CertificateSigningRequestStatus']
export type LeaseSpec = Schemas['io.k8s.api.coordination.v1.LeaseSpec']
export type Endpoint = Schemas['io.k8s.api.discovery.v1.Endpoint']
export type EndpointConditions = Schemas['io.k8s.api.discovery.v1.EndpointConditions']
export type EndpointHints = Schemas['io.k8s.api.discovery.v1.EndpointHints']
export type DiscoveryEndpointPort = Schemas['io.k8s.api.discovery.v1.EndpointPort']
export type ForNode = Schemas['io.k8s.api.discovery.v1.ForNode']
export type ForZone = Schemas['io.k8s.api.discovery.v1.ForZone']
export type EventsEventSeries = Schemas['io.k8s.api.events.v1.EventSeries']
export type ExemptPriorityLevelConfiguration = Schemas['io.k8s.api.flowcontrol.v1.ExemptPriorityLevelConfiguration']
export type FlowDistinguisherMethod = Schemas['io.k8s.api.flowcontrol.v1.FlowDistinguisherMethod']
export type FlowSchemaCondition = Schemas['io.k8s.api.flowcontrol.v1.FlowSchemaCondition']
export type FlowSchemaSpec = Schemas['io.k8s.api.flowcontrol.v1.FlowSchemaSpec']
export type FlowSchemaStatus = Schemas['io.k8s.api.flowcontrol.v1.FlowSchemaStatus']
export type GroupSubject = Schemas['io.k8s.api.flowcontrol.v1.GroupSubject']
export type LimitResponse = Schemas['io.k8s.api.flowcontrol.v1.LimitResponse']
export type LimitedPriorityLevelConfiguration = Schemas['io.k8s.api.flowcontrol.v1.LimitedPriorityLevelConfiguration']
export type NonResourcePolicyRule = Schemas['io.k8s.api.flowcontrol.v1.NonResourcePolicyRule']
export type PolicyRulesWithSubjects = Schemas['io.k8s.api.flowcontrol.v1.PolicyRulesWithSubjects']
export type PriorityLevelConfigurationCondition = Schemas['io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationCondition']
export type PriorityLevelConfigurationReference = Schemas['io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationReference']
export type PriorityLevelConfigurationSpec = Schemas['io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationSpec']
export type PriorityLevelConfigurationStatus = Schemas['io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationStatus']
export type QueuingConfiguration = Schemas['io.k8s.api.flowcontrol.v1.QueuingConfiguration']
export type ResourcePolicyRule = Schemas['io.k8s.api.flowcontrol.v1.ResourcePolicyRule']
export type ServiceAccountSubject = Schemas['io.k8s.api.flowcontrol.v1.ServiceAccountSubject']
export type Subject = Schemas['io.k8s.api.flowcontrol.v1.Subject']
export type UserSubject = Schemas['io.k8s.api.flowcontrol.v1.UserSubject']
export type HTTPIngressPath = Schemas['io.k8s.api.networking.v1.HTTPIngressPath']
export type HTTPIngressRuleValue = Schemas['io.k8s.api.networking.v1.HTTPIngressRuleValue']
export type IPAddressSpec = Schemas['io.k8s.api.networking.v1.IPAddressSpec']
export type IPBlock = Schemas['io.k8s.api.networking.v1.IPBlock']
export type IngressBackend = Schemas['io.k8s.api.networking.v1.IngressBackend']
export type IngressClassParametersReference = Schemas['io.k8s.api.networking.v1.IngressClassParametersReference']
export type IngressClassSpec = Schemas['io.k8s.api.networking.v1.IngressClassSpec']
export type IngressLoadBalancerIngress = Schemas['io.k8s.api.networking.v1.IngressLoadBalancerIngress']
export type IngressLoadBalancerStatus = Schemas['io.k8s.api.networking.v1.IngressLoadBalancerStatus']
export type IngressPortStatus = Schemas['io.k8s.api.networking.v1.IngressPortStatus']
export type IngressRule = Schemas['io.k8s.api.networking.v1.IngressRule']
export type IngressServiceBackend = Schemas['io.k8s.api.networking.v1.IngressServiceBackend']
export type IngressSpec = Schemas['io.k8s.api.networking.v1.IngressSpec']
export type IngressStatus = Schemas['io.k8s.api.networking.v1.IngressStatus']
export type IngressTLS = Schemas['io.k8s.api.networking.v1.IngressTLS']
export type NetworkPolicyEgressRule = Schemas['io.k8s.api.networking.v1.NetworkPolicyEgressRule']
export type NetworkPolicyIngressRule = Schemas['io.k8s.api.networking.v1.NetworkPolicyIngressRule']
export type NetworkPolicyPeer = Schemas['io.k8s.api.networking.v1.NetworkPolicyPeer']
export type NetworkPolicyPort = Schemas['io.k8s.api.networking.v1.NetworkPolicyPort']
export type NetworkPolicySpec = Schemas['io.k8s.api.networking.v1.NetworkPolicySpec']
export type ParentReference = Schemas['io.k8s.api.networking.v1.ParentReference']
export type ServiceBackendPort = Schemas['io.k8s.api.networking.v1.ServiceBackendPort']
export type ServiceCIDRSpec = Schemas['io.k8s.api.networking.v1.ServiceCIDRSpec']
export type ServiceCIDRStatus = Schemas['io.k8s.api.networking.v1.ServiceCIDRStatus']
export type Overhead = Schemas['io.k8s.api.node.v1.Overhead']
export type Scheduling = Schemas['io.k8s.api.node.v1.Scheduling']
export type Eviction = Schemas['io.k8s.api.policy.v1.Eviction']
export type PodDisruptionBudgetSpec = Schemas['io.k8s.api.policy.v1.PodDisruptionBudgetSpec']
export type PodDisruptionBudgetStatus = Schemas['io.k8s.api.policy.v1.PodDisruptionBudgetStatus']
export type AggregationRule = Schemas['io.k8s.api.rbac.v1.AggregationRule']
export type PolicyRule = Schemas['io.k8s.api.rbac.v1.PolicyRule']
export type RoleRef = Schemas['io.k8s.api.rbac.v1.RoleRef']
export type RbacSubject = Schemas['io.k8s.api.rbac.v1.Subject']
export type AllocatedDeviceStatus = Schemas['io.k8s.api.resource.v1.AllocatedDeviceStatus']
export type AllocationResult = Schemas['io.k8s.api.resource.v1.AllocationResult']
export type CELDeviceSelector = Schemas['io.k8s.api.resource.v1.CELDeviceSelector']
export type CapacityRequestPolicy = Schemas['io.k8s.api.resource.v1.CapacityRequestPolicy']
export type CapacityRequestPolicyRange = Schemas['io.k8s.api.resource.v1.CapacityRequestPolicyRange']
export type CapacityRequirements = Schemas['io.k8s.api.resource.v1.CapacityRequirements']
export type Counter = Schemas['io.k8s.api.resource.v1.Counter']
export type CounterSet = Schemas['io.k8s.api.resource.v1.CounterSet']
export type Device = Schemas['io.k8s.api.resource.v1.Device']
export type DeviceAllocationConfiguration = Schemas['io.k8s.api.resource.v1.DeviceAllocationConfiguration']
export type DeviceAllocationResult = Schemas['io.k8s.api.resource.v1.DeviceAllocationResult']
export type DeviceAttribute = Schemas['io.k8s.api.resource.v1.DeviceAttribute']
export type DeviceCapacity = Schemas['io.k8s.api.resource.v1.DeviceCapacity']
export type DeviceClaim = Schemas['io.k8s.api.resource.v1.DeviceClaim']
export type DeviceClaimConfiguration = Schemas['io.k8s.api.resource.v1.DeviceClaimConfiguration']
export type DeviceClassConfiguration = Schemas['io.k8s.api.resource.v1.DeviceClassConfiguration']
export type DeviceClassSpec = Schemas['io.k8s.api.resource.v1.DeviceClassSpec']
export type DeviceConstraint = Schemas['io.k8s.api.resource.v1.DeviceConstraint']
export type DeviceCounterConsumption = Schemas['io.k8s.api.resource.v1.DeviceCounterConsumption']
export type DeviceRequest = Schemas['io.k8s.api.resource.v1.DeviceRequest']
export type DeviceRequestAllocationResult = Schemas['io.k8s.api.resource.v1.DeviceRequestAllocationResult']
export type DeviceSelector = Schemas['io.k8s.api.resource.v1.DeviceSelector']
export type DeviceSubRequest = Schemas['io.k8s.api.resource.v1.DeviceSubRequest']
export type DeviceTaint = Schemas['io.k8s.api.resource.v1.DeviceTaint']
export type DeviceToleration = Schemas['io.k8s.api.resource.v1.DeviceToleration']
export type ExactDeviceRequest = Schemas['io.k8s.api.resource.v1.ExactDeviceRequest']
export type NetworkDeviceData = Schemas['io.k8s.api.resource.v1.NetworkDeviceData']
export type NodeAllocatableResourceMapping = Schemas['io.k8s.api.resource.v1.NodeAllocatableResourceMapping']
export type OpaqueDeviceConfiguration = Schemas['io.k8s.api.resource.v1.OpaqueDeviceConfiguration']
export type ResourceClaimConsumerReference = Schemas['io.k8s.api.resource.v1.ResourceClaimConsumerReference']
export type ResourceClaimSpec = Schemas['io.k8s.api.resource.v1.ResourceClaimSpec']
export type ResourceClaimStatus = Schemas['io.k8s.api.resource.v1.ResourceClaimStatus']
export type ResourceClaimTemplateSpec = Schemas['io.k8s.api.resource.v1.ResourceClaimTemplateSpec']
export type ResourcePool = Schemas['io.k8s.api.resource.v1.ResourcePool']
export type ResourceSliceSpec = Schemas['io.k8s.api.resource.v1.ResourceSliceSpec']
export type CSIDriverSpec = Schemas['io.k8s.api.storage.v1.CSIDriverSpec']
export type CSINodeDriver = Schemas['io.k8s.api.storage.v1.CSINodeDriver']
export type CSINodeSpec = Schemas['io.k8s.api.storage.v1.CSINodeSpec']
export type StorageTokenRequest = Schemas['io.k8s.api.storage.v1.TokenRequest']
export type VolumeAttachmentSource = Schemas['io.k8s.api.storage.v1.VolumeAttachmentSource']
export type VolumeAttachmentSpec = Schemas['io.k8s.api.storage.v1.VolumeAttachmentSpec']
export type VolumeAttachmentStatus = Schemas['io.k8s.api.storage.v1.VolumeAttachmentStatus']
export type VolumeError = Schemas['io.k8s.api.storage.v1.VolumeError']
export type VolumeNodeResources = Schemas['io.k8s.api.storage.v1.VolumeNodeResources']
export type CustomResourceColumnDefinition = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceColumnDefinition']
export type CustomResourceConversion = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion']
export type CustomResourceDefinitionCondition = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionCondition']
export type CustomResourceDefinitionNames = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames']
export type CustomResourceDefinitionSpec = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec']
export type CustomResourceDefinitionStatus = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus']
export type CustomResourceDefinitionVersion = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion']
export type CustomResourceSubresourceScale = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceScale']
export type CustomResourceSubresources = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresources']
export type CustomResourceValidation = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceValidation']
export type ExternalDocumentation = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ExternalDocumentation']
export type JSONSchemaProps = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps']
export type SelectableField = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.SelectableField']
export type ApiextensionsServiceReference = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference']
export type ValidationRule = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ValidationRule']
export type ApiextensionsWebhookClientConfig = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig']
export type WebhookConversion = Schemas['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookConversion']
export type APIGroup = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.APIGroup']
export type APIGroupList = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.APIGroupList']
export type APIResource = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.APIResource']
export type APIResourceList = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.APIResourceList']
export type APIVersions = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.APIVersions']
export type Condition = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.Condition']
export type DeleteOptions = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions']
export type FieldSelectorRequirement = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.FieldSelectorRequirement']
export type GroupVersionForDiscovery = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery']
export type LabelSelector = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector']
export type LabelSelectorRequirement = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement']
export type ListMeta = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta']
export type ManagedFieldsEntry = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry']
export type MetaObjectMeta = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta']
export type OwnerReference = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.OwnerReference']
export type PartialObjectMetadata = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.PartialObjectMetadata']
export type PartialObjectMetadataList = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.PartialObjectMetadataList']
export type Preconditions = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.Preconditions']
export type ServerAddressByClientCIDR = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR']
export type ShardInfo = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.ShardInfo']
export type Status = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.Status']
export type StatusCause = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.StatusCause']
export type StatusDetails = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.StatusDetails']
export type Table = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.Table']
export type TableColumnDefinition = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.TableColumnDefinition']
export type TableRow = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.TableRow']
export type TableRowCondition = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.TableRowCondition']
export type WatchEvent = Schemas['io.k8s.apimachinery.pkg.apis.meta.v1.WatchEvent']
export type Info = Schemas['io.k8s.apimachinery.pkg.version.Info']
export type APIServiceCondition = Schemas['io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceCondition']
export type APIServiceSpec = Schemas['io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceSpec']
export type APIServiceStatus = Schemas['io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceStatus']
export type ApiregistrationServiceReference = Schemas['io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference']
