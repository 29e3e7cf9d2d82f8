/** The part of core/v1 Pod that the kubelet reads and writes (field names: Kubernetes 1.36). */
import type { KubeObject } from '../../../core/meta/index.js'
import type { ContainerSpec, SecurityContext } from './container.js'
import type { PodStatus } from './status.js'
import type { VolumeSpec } from './volume.js'

export interface Pod extends KubeObject {
  spec: PodSpec
  status?: PodStatus
}

export interface PodSpec {
  nodeName?: string
  restartPolicy?: 'Always' | 'OnFailure' | 'Never'
  terminationGracePeriodSeconds?: number
  activeDeadlineSeconds?: number
  initContainers?: ContainerSpec[]
  containers: ContainerSpec[]
  ephemeralContainers?: ContainerSpec[]
  volumes?: VolumeSpec[]
  hostNetwork?: boolean
  hostPID?: boolean
  hostIPC?: boolean
  shareProcessNamespace?: boolean
  hostname?: string
  subdomain?: string
  setHostnameAsFQDN?: boolean
  serviceAccountName?: string
  dnsPolicy?: 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None'
  dnsConfig?: { nameservers?: string[]; searches?: string[]; options?: { name?: string; value?: string }[] }
  enableServiceLinks?: boolean
  hostAliases?: { ip: string; hostnames?: string[] }[]
  imagePullSecrets?: { name?: string }[]
  readinessGates?: { conditionType: string }[]
  securityContext?: PodSecurityContext
  overhead?: Record<string, string>
}

export interface PodSecurityContext
  extends Pick<
    SecurityContext,
    'runAsUser' | 'runAsGroup' | 'runAsNonRoot' | 'seccompProfile' | 'appArmorProfile' | 'seLinuxOptions'
  > {
  supplementalGroups?: number[]
  fsGroup?: number
  sysctls?: { name: string; value: string }[]
}
