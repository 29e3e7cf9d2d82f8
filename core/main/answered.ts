/** Which kinds an operator of this build answers; creating others brings a warning. */
import type { Operator } from '../operator.js'

/** Kinds that only mean something to an operator: without one, nothing happens to them. Everything else (ConfigMap, Role, Lease ...) is complete as it is stored. */
const waitsForAnswer = new Set([
  'apps/daemonsets',
  'apps/deployments',
  'apps/replicasets',
  'apps/statefulsets',
  'autoscaling/horizontalpodautoscalers',
  'batch/cronjobs',
  'batch/jobs',
  '/replicationcontrollers',
  '/services',
  '/persistentvolumeclaims',
  '/persistentvolumes',
  '/resourcequotas',
  'networking.k8s.io/ingresses',
  'networking.k8s.io/networkpolicies',
  'policy/poddisruptionbudgets',
  'certificates.k8s.io/certificatesigningrequests',
  'storage.k8s.io/volumeattachments',
  'flowcontrol.apiserver.k8s.io/flowschemas',
  'flowcontrol.apiserver.k8s.io/prioritylevelconfigurations',
  'resource.k8s.io/resourceclaims',
])

/** Say something of their kind, and do not do what it asks for. */
const tellersOnly = new Set(['flow-schema'])

/** Whether creating an object of this kind has the effect that people expect of it. */
export function answered(operators: readonly Operator[], group: string, plural: string): boolean {
  if (!waitsForAnswer.has(`${group}/${plural}`)) return true
  return operators.some(({ name, kind }) => kind?.group === group && kind.plural === plural && !tellersOnly.has(name))
}
