/** All kind plugins: what definitions as data can't say of the built-in kinds. Their order means nothing. */
import type { KindPlugin } from '../../core/registry/contract.js'
import {
  mutatingAdmissionPolicyBindingKind,
  mutatingAdmissionPolicyKind,
  validatingAdmissionPolicyBindingKind,
  validatingAdmissionPolicyKind,
} from './admission-policy.js'
import { apiServiceKind, componentStatusKind } from './api-service.js'
import { certificateSigningRequestKind } from './certificate-signing-request.js'
import { configMapKind, secretKind } from './config.js'
import { cronJobKind } from './cron-job.js'
import { customResourceDefinitionKind } from './custom-resource-definition.js'
import { deviceClassKind, resourceClaimKind, resourceClaimTemplateKind, resourceSliceKind } from './device.js'
import { eventKind, eventsEventKind } from './event.js'
import { flowSchemaKind, priorityLevelConfigurationKind } from './flow-control.js'
import { horizontalPodAutoscalerKind } from './horizontal-pod-autoscaler.js'
import { jobKind } from './job.js'
import { namespaceKind } from './namespace.js'
import {
  endpointSliceKind,
  endpointsKind,
  ingressClassKind,
  ingressKind,
  ipAddressKind,
  networkPolicyKind,
  serviceCidrKind,
} from './network.js'
import { nodeKind } from './node.js'
import { podKind } from './pod.js'
import { podTemplateKind } from './pod-template.js'
import { podDisruptionBudgetKind, priorityClassKind } from './policy.js'
import { clusterRoleBindingKind, clusterRoleKind, roleBindingKind, roleKind } from './rbac.js'
import { leaseKind } from './lease.js'
import { limitRangeKind } from './limit-range.js'
import { resourceQuotaKind } from './resource-quota.js'
import { runtimeClassKind } from './runtime-class.js'
import { serviceAccountKind } from './service-account.js'
import { serviceKind } from './service.js'
import { statefulSetKind } from './stateful-set.js'
import {
  csiDriverKind,
  csiNodeKind,
  csiStorageCapacityKind,
  persistentVolumeClaimKind,
  persistentVolumeKind,
  storageClassKind,
  volumeAttachmentKind,
  volumeAttributesClassKind,
} from './volume.js'
import {
  controllerRevisionKind,
  daemonSetKind,
  deploymentKind,
  replicaSetKind,
  replicationControllerKind,
} from './workloads.js'
import { mutatingWebhookConfigurationKind, validatingWebhookConfigurationKind } from './webhooks.js'

export const kindPlugins: readonly KindPlugin[] = [
  apiServiceKind,
  certificateSigningRequestKind,
  clusterRoleBindingKind,
  clusterRoleKind,
  componentStatusKind,
  configMapKind,
  controllerRevisionKind,
  cronJobKind,
  csiDriverKind,
  csiNodeKind,
  csiStorageCapacityKind,
  customResourceDefinitionKind,
  daemonSetKind,
  deploymentKind,
  endpointSliceKind,
  endpointsKind,
  eventKind,
  eventsEventKind,
  flowSchemaKind,
  horizontalPodAutoscalerKind,
  ingressClassKind,
  ingressKind,
  ipAddressKind,
  jobKind,
  leaseKind,
  limitRangeKind,
  mutatingAdmissionPolicyBindingKind,
  mutatingAdmissionPolicyKind,
  mutatingWebhookConfigurationKind,
  namespaceKind,
  networkPolicyKind,
  nodeKind,
  persistentVolumeClaimKind,
  persistentVolumeKind,
  podDisruptionBudgetKind,
  podKind,
  podTemplateKind,
  priorityClassKind,
  priorityLevelConfigurationKind,
  replicaSetKind,
  replicationControllerKind,
  deviceClassKind,
  resourceClaimKind,
  resourceClaimTemplateKind,
  resourceQuotaKind,
  resourceSliceKind,
  roleBindingKind,
  roleKind,
  runtimeClassKind,
  secretKind,
  serviceAccountKind,
  serviceCidrKind,
  serviceKind,
  statefulSetKind,
  storageClassKind,
  validatingAdmissionPolicyBindingKind,
  validatingAdmissionPolicyKind,
  validatingWebhookConfigurationKind,
  volumeAttachmentKind,
  volumeAttributesClassKind,
]
