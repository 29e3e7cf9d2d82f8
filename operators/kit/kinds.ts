/** The kinds that these operators read and write, with the parts that each stored object has. */
import * as api from '../../crds/generated/tokens.js'
import type { KindToken } from '../../core/meta/index.js'

/** As it comes from the API: `spec` is there. */
type Whole<T extends { spec?: unknown }> = T & { spec: NonNullable<T['spec']> }

/** A condition of any kind. */
export interface Condition {
  type: string
  status: string
  reason?: string
  message?: string
  lastTransitionTime?: string
  lastUpdateTime?: string
}

export type Pod = Whole<api.Pod>
export type PodSpec = Pod['spec']
export type Container = PodSpec['containers'][number]
export type Node = Whole<api.Node>
export type Taint = NonNullable<Node['spec']['taints']>[number]
export type ReplicaSet = api.ReplicaSet & {
  spec: NonNullable<api.ReplicaSet['spec']> & { template: Deployment['spec']['template'] }
}
export type ReplicaSetStatus = NonNullable<api.ReplicaSet['status']>
export type Deployment = Whole<api.Deployment>
export type DeploymentStatus = NonNullable<api.Deployment['status']>
export type PodTemplate = Deployment['spec']['template']
export type Job = Whole<api.Job>
export type JobStatus = NonNullable<api.Job['status']>
export type CronJob = Whole<api.CronJob>
export type CronJobStatus = NonNullable<api.CronJob['status']>
export type ContainerStatus = NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number]
export type PodDisruptionBudget = Whole<api.PodDisruptionBudget>
export type StatefulSet = Whole<api.StatefulSet>
export type ReplicationController = Whole<api.ReplicationController>
export type ResourceQuota = Whole<api.ResourceQuota>
export type Service = api.Service
export type PersistentVolumeClaim = api.PersistentVolumeClaim
export type ServiceCIDR = api.ServiceCIDR
export type IPAddress = api.IPAddress
export type FlowSchema = api.FlowSchema
export type ClusterRole = api.ClusterRole
export type APIService = Whole<api.APIService>
export type CertificateSigningRequest = api.CertificateSigningRequest
export type PriorityLevelConfiguration = api.PriorityLevelConfiguration
export type Namespace = api.Namespace
export type ConfigMap = api.ConfigMap
export type ServiceAccount = api.ServiceAccount
export type Lease = api.Lease

export const Pod = api.Pod as KindToken<Pod>
export const Node = api.Node as KindToken<Node>
export const ReplicaSet = api.ReplicaSet as KindToken<ReplicaSet>
export const Deployment = api.Deployment as KindToken<Deployment>
export const Job = api.Job as KindToken<Job>
export const CronJob = api.CronJob as KindToken<CronJob>
export const PodDisruptionBudget = api.PodDisruptionBudget as KindToken<PodDisruptionBudget>
export const StatefulSet = api.StatefulSet as KindToken<StatefulSet>
export const ReplicationController = api.ReplicationController as KindToken<ReplicationController>
export const ResourceQuota = api.ResourceQuota as KindToken<ResourceQuota>
export const { CertificateSigningRequest, ClusterRole, SubjectAccessReview } = api
export const APIService = api.APIService as KindToken<APIService>
export const { FlowSchema, PriorityLevelConfiguration } = api
export const { IPAddress, PersistentVolumeClaim, Service, ServiceCIDR } = api
export const { Namespace, ConfigMap, ServiceAccount, Lease } = api
