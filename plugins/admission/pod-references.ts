/** What other objects a pod reads: kinds, for who may make pods that read nothing. */
import type { KubeObject } from '../../core/meta/index.js'

/** By the members that name them, wherever they stand in a pod's spec. */
const kinds: Readonly<Record<string, string>> = {
  serviceAccountName: 'a service account',
  imagePullSecrets: 'secrets',
  secret: 'secrets',
  secretRef: 'secrets',
  secretKeyRef: 'secrets',
  nodePublishSecretRef: 'secrets',
  secretName: 'secrets',
  configMap: 'configmaps',
  configMapRef: 'configmaps',
  configMapKeyRef: 'configmaps',
  persistentVolumeClaim: 'persistentvolumeclaims',
  clusterTrustBundle: 'clustertrustbundles',
  podCertificate: 'podcertificates',
  serviceAccountToken: 'serviceaccounts',
  ephemeral: 'persistentvolumeclaims',
  csi: 'csidrivers',
  glusterfs: 'endpoints',
  resourceClaims: 'resourceclaims',
}

/** Each member that names one; of lists those that are not empty. */
export function references(pod: KubeObject): string[] {
  const found: string[] = []
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) look(each)
    else if (typeof value === 'object' && value !== null)
      for (const [member, each] of Object.entries(value)) {
        const kind = Object.hasOwn(kinds, member) ? kinds[member] : undefined
        if (kind !== undefined && each && !(Array.isArray(each) && each.length === 0)) found.push(kind)
        look(each)
      }
  }
  look(pod['spec'])
  return found
}
