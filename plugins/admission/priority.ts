/** Works out a new pod's priority from its class, or from the default one (upstream's Priority admission). */
import type { AdmissionPlugin, AdmissionRequest, View } from '../../core/admission/contract.js'
import type { KubeObject } from '../../core/meta/index.js'
import { refusedPod } from './refused-pod.js'

const classes = 'scheduling.k8s.io/priorityclasses'

interface PodSpec {
  priorityClassName?: string
  priority?: number
  preemptionPolicy?: string
}

interface PriorityClass extends KubeObject {
  readonly value?: number
  readonly globalDefault?: boolean
  readonly preemptionPolicy?: string
}

export const podPriority: AdmissionPlugin = {
  name: 'pod-priority',
  views: [classes],
  complete: true,
  admits: ({ operation, plural, group, subresource }) =>
    (operation === 'CREATE' || operation === 'UPDATE') && plural === 'pods' && group === '' && subresource === '',
  mutate(request, context) {
    const spec = request.object?.['spec'] as PodSpec | undefined
    if (!spec) return
    const old = request.oldObject?.['spec'] as PodSpec | undefined
    if (old) return keep(spec, old)
    const view = context.view(classes)
    const chosen = spec.priorityClassName ? classNamed(view, request, spec.priorityClassName) : defaultClass(view)
    const value = chosen?.value ?? 0
    if (spec.priority !== undefined && spec.priority !== value) {
      const why = `spec.priority must be ${value}, as its PriorityClass has it, or be left out: it is ${spec.priority}`
      throw refusedPod(request, why)
    }
    const policy = chosen?.preemptionPolicy ?? 'PreemptLowerPriority'
    if (spec.preemptionPolicy !== undefined && spec.preemptionPolicy !== policy) {
      const why = `spec.preemptionPolicy must be ${policy}, as its PriorityClass has it, or be left out: it is ${spec.preemptionPolicy}`
      throw refusedPod(request, why)
    }
    if (chosen && !spec.priorityClassName) spec.priorityClassName = String(chosen.metadata.name)
    spec.priority = value
    spec.preemptionPolicy = policy
  },
}

/** An update that does not say what was worked out leaves it. */
function keep(spec: PodSpec, old: PodSpec): void {
  if (spec.priority === undefined && old.priority !== undefined) spec.priority = old.priority
  if (spec.preemptionPolicy === undefined && old.preemptionPolicy) spec.preemptionPolicy = old.preemptionPolicy
}

function classNamed(view: View, request: AdmissionRequest, name: string): PriorityClass {
  const found = view.get('', name) as PriorityClass | undefined
  if (!found) throw refusedPod(request, `no PriorityClass with name ${name} was found`)
  return found
}

/** Of several default classes, the one of least value. */
function defaultClass(view: View): PriorityClass | undefined {
  let best: PriorityClass | undefined
  for (const each of view.list() as Iterable<PriorityClass>) {
    if (each.globalDefault && (!best || (each.value ?? 0) < (best.value ?? 0))) best = each
  }
  return best
}

/** The classes that upstream's server brings along. */
export const systemPriorityClasses: readonly KubeObject[] = [
  systemClass('system-cluster-critical', 2_000_000_000, 'cluster, but can be moved to another node if necessary.'),
  systemClass('system-node-critical', 2_000_001_000, 'node, and must not be moved from it.'),
]

function systemClass(name: string, value: number, whose: string): KubeObject {
  const description = `Used for system critical pods that must run in the ${whose}`
  return { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value, description }
}
