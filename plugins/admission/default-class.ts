/** Gives a claim that names no StorageClass the default one, and an Ingress that names none its default class (upstream's DefaultStorageClass and DefaultIngressClass admission). */
import type { AdmissionPlugin, View } from '../../core/admission/contract.js'
import type { KubeObject } from '../../core/meta/index.js'

interface Kind {
  readonly name: string
  readonly group: string
  readonly plural: string
  /** The classes, as a view. */
  readonly classes: string
  /** Annotations by which a class is the default one. */
  readonly marks: readonly string[]
  /** Where an object names its class; the annotation is the older way. */
  readonly member: string
  readonly annotation: string
}

export const defaultStorageClass = defaultClass({
  name: 'default-storage-class',
  group: '',
  plural: 'persistentvolumeclaims',
  classes: 'storage.k8s.io/storageclasses',
  marks: ['storageclass.kubernetes.io/is-default-class', 'storageclass.beta.kubernetes.io/is-default-class'],
  member: 'storageClassName',
  annotation: 'volume.beta.kubernetes.io/storage-class',
})

export const defaultIngressClass = defaultClass({
  name: 'default-ingress-class',
  group: 'networking.k8s.io',
  plural: 'ingresses',
  classes: 'networking.k8s.io/ingressclasses',
  marks: ['ingressclass.kubernetes.io/is-default-class'],
  member: 'ingressClassName',
  annotation: 'kubernetes.io/ingress.class',
})

function defaultClass(kind: Kind): AdmissionPlugin {
  return {
    name: kind.name,
    views: [kind.classes],
    admits: ({ operation, group, plural, subresource }) =>
      operation === 'CREATE' && plural === kind.plural && group === kind.group && subresource === '',
    mutate({ object }, context) {
      const spec = object?.['spec'] as Record<string, unknown> | undefined
      if (!spec || typeof spec[kind.member] === 'string') return
      if (object!.metadata.annotations?.[kind.annotation] !== undefined) return
      const found = newest(context.view(kind.classes), kind.marks)
      if (found) spec[kind.member] = found.metadata.name
    },
  }
}

/** Of several, the one made last; of those of one second, the first by name. */
function newest(view: View, marks: readonly string[]): KubeObject | undefined {
  let best: KubeObject | undefined
  for (const each of view.list()) {
    const { annotations } = each.metadata
    if (!marks.some((mark) => annotations?.[mark] === 'true')) continue
    if (!best || order(each, best) < 0) best = each
  }
  return best
}

function order({ metadata: a }: KubeObject, { metadata: b }: KubeObject): number {
  const [ours, theirs] = [String(a.creationTimestamp), String(b.creationTimestamp)]
  if (ours !== theirs) return ours > theirs ? -1 : 1
  return String(a.name) < String(b.name) ? -1 : 1
}
