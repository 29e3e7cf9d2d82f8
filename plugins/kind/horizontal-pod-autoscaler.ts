/** HorizontalPodAutoscalers: columns, and converting between v1 (one CPU target) and v2 (any metrics). */
import type { KubeObject } from '../../core/meta/index.js'
import { keepInAnnotations, takeFromAnnotations } from './autoscaler-annotations.js'
import { autoscalerErrors, autoscalerStatusErrors } from './rules/autoscaler.js'
import { type Cell, kindPlugin } from './typed-plugin.js'
import {
  type CrossVersionObjectReference,
  type MetricSpec,
  type MetricStatus,
  HorizontalPodAutoscaler,
} from '../../crds/generated/tokens.js'

type Fields = Record<string, unknown>

function convert(object: KubeObject, to: { readonly group: string; readonly version: string }): void {
  const spec = (object['spec'] ??= {}) as Fields
  const status = (object['status'] ??= {}) as Fields
  const annotations = { ...object.metadata.annotations }
  if (to.version === 'v1') toV1(spec, status, annotations)
  else toV2(spec, status, annotations)
  if (Object.keys(annotations).length) object.metadata.annotations = annotations
  else delete object.metadata.annotations
  object.apiVersion = `${to.group}/${to.version}`
}

const isCpu = ({ type, resource }: MetricSpec) =>
  type === 'Resource' && resource?.name === 'cpu' && resource.target.averageUtilization !== undefined

const isCurrentCpu = ({ type, resource }: MetricStatus) =>
  type === 'Resource' && resource?.name === 'cpu' && resource.current.averageUtilization !== undefined

function toV1(spec: Fields, status: Fields, annotations: Record<string, string>): void {
  const metrics = (spec['metrics'] ?? []) as MetricSpec[]
  const current = (status['currentMetrics'] ?? []) as MetricStatus[]
  const cpu = metrics.find(isCpu)?.resource?.target.averageUtilization
  const currentCpu = current.find(isCurrentCpu)?.resource?.current.averageUtilization
  if (cpu !== undefined) spec['targetCPUUtilizationPercentage'] = cpu
  if (currentCpu !== undefined) status['currentCPUUtilizationPercentage'] = currentCpu
  keepInAnnotations(
    {
      metrics: metrics.filter((metric) => !isCpu(metric)),
      currentMetrics: current,
      conditions: (status['conditions'] ?? []) as unknown[],
      ...(spec['behavior'] ? { behavior: spec['behavior'] as Fields } : {}),
    },
    annotations,
  )
  for (const key of ['metrics', 'behavior']) delete spec[key]
  for (const key of ['currentMetrics', 'conditions']) delete status[key]
}

function toV2(spec: Fields, status: Fields, annotations: Record<string, string>): void {
  const kept = takeFromAnnotations(annotations)
  const cpu = spec['targetCPUUtilizationPercentage']
  const metrics: unknown[] = [...(kept.metrics ?? [])]
  if (cpu !== undefined) metrics.unshift(resource('target', { type: 'Utilization', averageUtilization: cpu }))
  // Filled in here, as upstream: of what a v1 that says nothing has there is always something.
  if (metrics.length === 0)
    metrics.push(resource('target', { type: 'Utilization', averageUtilization: defaultPercent }))
  spec['metrics'] = metrics
  const currentCpu = status['currentCPUUtilizationPercentage']
  // The annotation knows more than the member.
  if (kept.currentMetrics) status['currentMetrics'] = kept.currentMetrics
  else if (currentCpu !== undefined)
    status['currentMetrics'] = [resource('current', { averageUtilization: currentCpu })]
  if (kept.conditions) status['conditions'] = kept.conditions
  if (kept.behavior) spec['behavior'] = kept.behavior
  delete spec['targetCPUUtilizationPercentage']
  delete status['currentCPUUtilizationPercentage']
  // v1 says every zero, v2 only that of what is wanted.
  if (status['currentReplicas'] === 0) delete status['currentReplicas']
}

const defaultPercent = 80

const resource = (member: string, value: unknown) => ({ type: 'Resource', resource: { name: 'cpu', [member]: value } })

/** Columns read v2's form, whichever an object has. */
function asV2(object: HorizontalPodAutoscaler): HorizontalPodAutoscaler {
  if (object.apiVersion !== 'autoscaling/v1') return object
  const copy = structuredClone(object) as KubeObject
  convert(copy, { group: 'autoscaling', version: 'v2' })
  return copy as unknown as HorizontalPodAutoscaler
}

function targets(object: HorizontalPodAutoscaler): Cell {
  const { spec, status } = asV2(object)
  const texts = (spec?.metrics ?? []).map((metric, index) => metricText(metric, status?.currentMetrics?.[index]))
  if (!texts.length) return '<none>'
  return texts.length > 2 ? `${texts.slice(0, 2).join(', ')} + ${texts.length - 2} more...` : texts.join(', ')
}

function metricText(metric: MetricSpec, status: MetricStatus | undefined): string {
  const said = metric.resource ?? metric.containerResource ?? metric.pods ?? metric.object ?? metric.external
  const is = status?.resource ?? status?.containerResource ?? status?.pods ?? status?.object ?? status?.external
  if (!said) return '<unknown type>'
  const { target } = said
  const current = is?.current
  if (metric.resource || metric.containerResource) {
    const name = (metric.resource ?? metric.containerResource)?.name
    if (target.averageValue !== undefined)
      return `${name}: ${current?.averageValue ?? '<unknown>'}/${target.averageValue}`
    const used = current?.averageUtilization === undefined ? '<unknown>' : `${current.averageUtilization}%`
    return `${name}: ${used}/${target.averageUtilization === undefined ? '<auto>' : `${target.averageUtilization}%`}`
  }
  if (target.averageValue === undefined) return `${current?.value ?? '<unknown>'}/${target.value}`
  const text = `${current?.averageValue ?? '<unknown>'}/${target.averageValue}`
  return metric.pods ? text : `${text} (avg)`
}

const referenceText = ({ kind, name }: CrossVersionObjectReference) => `${kind}/${name}`

export const horizontalPodAutoscalerKind = kindPlugin(HorizontalPodAutoscaler, {
  convert,
  validate: (scaler, old, { operation }) =>
    operation === 'statusUpdate' ? autoscalerStatusErrors(scaler) : autoscalerErrors(scaler, old),
  columns: { reference: ({ spec }) => (spec ? referenceText(spec.scaleTargetRef) : ''), targets },
})
