/** Lets pods name only RuntimeClasses that are there, and gives them the class's overhead and where it can run (upstream's RuntimeClass admission). */
import type { AdmissionPlugin, AdmissionRequest } from '../../core/admission/contract.js'
import type { KubeObject } from '../../core/meta/index.js'
import { refusedPod } from './refused-pod.js'

const classes = 'node.k8s.io/runtimeclasses'

type Amounts = Readonly<Record<string, string | number>>
type Toleration = Readonly<Record<string, unknown>>

interface PodSpec {
  readonly runtimeClassName?: string
  overhead?: Amounts
  nodeSelector?: Record<string, string>
  tolerations?: Toleration[]
}

interface RuntimeClass extends KubeObject {
  readonly overhead?: { readonly podFixed?: Amounts }
  readonly scheduling?: {
    readonly nodeSelector?: Readonly<Record<string, string>>
    readonly tolerations?: readonly Toleration[]
  }
}

export const runtimeClass: AdmissionPlugin = {
  name: 'runtime-class',
  views: [classes],
  admits: ({ operation, plural, group, subresource }) =>
    operation === 'CREATE' && plural === 'pods' && group === '' && subresource === '',
  mutate(request, context) {
    const spec = request.object?.['spec'] as PodSpec | undefined
    if (!spec || (spec.runtimeClassName === undefined && !hasAny(spec.overhead))) return
    const name = spec.runtimeClassName ?? ''
    const found = name ? (context.view(classes).get('', name) as RuntimeClass | undefined) : undefined
    if (name && !found) throw refusedPod(request, `pod rejected: RuntimeClass "${name}" not found`)
    setOverhead(request, spec, found)
    if (found?.scheduling) setPlace(request, spec, found.scheduling)
  },
  validate(request, context) {
    const spec = request.object?.['spec'] as PodSpec | undefined
    if (!hasAny(spec?.overhead) && !request.empty?.includes('spec.overhead')) return
    const found = context.view(classes).get('', spec?.runtimeClassName ?? '') as RuntimeClass | undefined
    if (found?.overhead?.podFixed) return
    throw refusedPod(
      { ...request, generatesName: false },
      'pod rejected: spec.overhead comes from a RuntimeClass: leave it out, or name a class that has one',
    )
  },
}

/** What a pod says itself must be what its class says. */
function setOverhead(request: AdmissionRequest, spec: PodSpec, found: RuntimeClass | undefined): void {
  const fixed = found?.overhead?.podFixed
  if (!hasAny(spec.overhead)) {
    if (fixed) spec.overhead = { ...fixed }
    return
  }
  if (!fixed) return
  const same = Object.keys({ ...fixed, ...spec.overhead }).every(
    (key) => String(fixed[key]) === String(spec.overhead?.[key]),
  )
  if (!same) {
    throw refusedPod(request, 'pod rejected: spec.overhead must be what its RuntimeClass says, or be left out')
  }
}

function setPlace(
  request: AdmissionRequest,
  spec: PodSpec,
  { nodeSelector = {}, tolerations = [] }: NonNullable<RuntimeClass['scheduling']>,
): void {
  for (const [key, value] of Object.entries(nodeSelector)) {
    const own = spec.nodeSelector?.[key]
    if (own !== undefined && own !== value)
      throw refusedPod(
        request,
        `conflict: runtimeClass.scheduling.nodeSelector[${key}] = ${value}; pod.spec.nodeSelector[${key}] = ${own}`,
      )
  }
  if (Object.keys(nodeSelector).length > 0) spec.nodeSelector = { ...spec.nodeSelector, ...nodeSelector }
  const own = spec.tolerations ?? []
  const isThere = (wanted: Toleration) => own.some((each) => sameToleration(each, wanted))
  const more = tolerations.filter((each) => !isThere(each))
  if (more.length > 0) spec.tolerations = [...own, ...more]
}

const sameToleration = (a: Toleration, b: Toleration): boolean =>
  ['key', 'operator', 'value', 'effect', 'tolerationSeconds'].every((member) => a[member] === b[member])

const hasAny = (amounts: Amounts | undefined): boolean => amounts !== undefined && Object.keys(amounts).length > 0
