/** What autoscaling/v1 keeps of a HorizontalPodAutoscaler in annotations, as JSON: metrics in the form that they had before version 2, behavior as upstream's server writes it down, with its members' names in capitals. */
import { isMembers, readJson, writeJson } from '../../core/kit/index.js'
import type { MetricSpec, MetricStatus } from '../../crds/generated/tokens.js'

const prefix = 'autoscaling.alpha.kubernetes.io/'

type Fields = Readonly<Record<string, unknown>>
type Annotations = Record<string, string>

export interface Kept {
  readonly metrics?: readonly MetricSpec[]
  readonly currentMetrics?: readonly MetricStatus[]
  readonly conditions?: readonly unknown[]
  readonly behavior?: Fields
}

/** Into annotations: what is empty is left out. */
export function keepInAnnotations({ metrics, currentMetrics, conditions, behavior }: Kept, to: Annotations): void {
  const keep = (name: string, value: unknown) => (to[prefix + name] = writeJson(value))
  if (metrics?.length) keep('metrics', metrics.map(oldMetric))
  if (currentMetrics?.length) keep('current-metrics', currentMetrics.map(oldStatus))
  if (conditions?.length) keep('conditions', conditions)
  if (behavior) keep('behavior', { ScaleUp: capitals(behavior['scaleUp']), ScaleDown: capitals(behavior['scaleDown']) })
}

/** Takes them out of the annotations. What can't be read is as if it were not there. */
export function takeFromAnnotations(from: Annotations): Kept {
  const take = (name: string): unknown => {
    const text = from[prefix + name]
    delete from[prefix + name]
    try {
      return text === undefined ? undefined : readJson(text)
    } catch {
      return undefined
    }
  }
  const list = (value: unknown) => (Array.isArray(value) && value.length ? (value as Fields[]) : undefined)
  const [metrics, current] = [list(take('metrics')), list(take('current-metrics'))]
  const [conditions, behavior] = [list(take('conditions')), take('behavior')]
  const rules = isMembers(behavior) ? (lowerCase(behavior) as Fields) : {}
  return {
    ...(metrics && { metrics: metrics.map(newMetric) }),
    ...(current && { currentMetrics: current.map(newStatus) }),
    ...(conditions && { conditions }),
    ...(Object.keys(rules).length && { behavior: rules }),
  }
}

function capitals(rules: unknown): unknown {
  if (!isMembers(rules)) return null
  const { stabilizationWindowSeconds, selectPolicy, policies, tolerance } = rules
  return {
    StabilizationWindowSeconds: stabilizationWindowSeconds ?? null,
    SelectPolicy: selectPolicy ?? null,
    Policies:
      (policies as Fields[] | undefined)?.map(({ type, value, periodSeconds }) => ({
        Type: type,
        Value: value,
        PeriodSeconds: periodSeconds,
      })) ?? null,
    Tolerance: tolerance ?? null,
  }
}

/** Names begin small, and nulls are left out. */
function lowerCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerCase)
  if (!isMembers(value)) return value
  const entries = Object.entries(value).filter(([, each]) => each !== null)
  return Object.fromEntries(entries.map(([key, each]) => [key.charAt(0).toLowerCase() + key.slice(1), lowerCase(each)]))
}

const zero = '0'

/** In the older form a reference tells the version last. */
const targetOf = ({ kind, name, apiVersion }: Fields): Fields => ({ kind, name, ...when('apiVersion', apiVersion) })

const when = (name: string, value: unknown): Fields => (value === undefined ? {} : { [name]: value })

/** A member of a metric (`resource`, `pods` ...), in either form. */
type Part = Readonly<Record<string, unknown>> & {
  readonly metric?: Fields
  readonly target?: Fields
  readonly current?: Fields
}

/** Each of a metric's members by a function of its own. */
function each(metric: object, ways: Readonly<Record<string, (part: Part) => Fields>>): Fields {
  const { type, ...parts } = metric as Fields
  const said = Object.entries(ways).filter(([name]) => isMembers(parts[name]))
  return { type, ...Object.fromEntries(said.map(([name, way]) => [name, way(parts[name] as Part)])) }
}

const oldUse = ({ averageUtilization, averageValue }: Fields = {}): Fields => ({
  ...when('targetAverageUtilization', averageUtilization),
  ...when('targetAverageValue', averageValue),
})

const oldMetric = (metric: MetricSpec): Fields =>
  each(metric, {
    object: ({ describedObject, metric: { name, selector } = {}, target }) => ({
      target: targetOf(describedObject as Fields),
      metricName: name,
      targetValue: target?.['value'] ?? zero,
      ...when('selector', selector),
      ...when('averageValue', target?.['averageValue']),
    }),
    pods: ({ metric: { name, selector } = {}, target }) => ({
      metricName: name,
      targetAverageValue: target?.['averageValue'] ?? zero,
      ...when('selector', selector),
    }),
    resource: ({ name, target }) => ({ name, ...oldUse(target) }),
    containerResource: ({ name, container, target }) => ({ name, ...oldUse(target), container }),
    external: ({ metric: { name, selector } = {}, target }) => ({
      metricName: name,
      ...when('metricSelector', selector),
      ...when('targetValue', target?.['value']),
      ...when('targetAverageValue', target?.['averageValue']),
    }),
  })

const oldCurrent = ({ averageUtilization, averageValue }: Fields = {}): Fields => ({
  ...when('currentAverageUtilization', averageUtilization),
  currentAverageValue: averageValue ?? zero,
})

const oldStatus = (metric: MetricStatus): Fields =>
  each(metric, {
    object: ({ describedObject, metric: { name, selector } = {}, current }) => ({
      target: targetOf(describedObject as Fields),
      metricName: name,
      currentValue: current?.['value'] ?? zero,
      ...when('selector', selector),
      ...when('averageValue', current?.['averageValue']),
    }),
    pods: ({ metric: { name, selector } = {}, current }) => ({
      metricName: name,
      currentAverageValue: current?.['averageValue'] ?? zero,
      ...when('selector', selector),
    }),
    resource: ({ name, current }) => ({ name, ...oldCurrent(current) }),
    containerResource: ({ name, container, current }) => ({ name, ...oldCurrent(current), container }),
    external: ({ metric: { name, selector } = {}, current }) => ({
      metricName: name,
      ...when('metricSelector', selector),
      currentValue: current?.['value'] ?? zero,
      ...when('currentAverageValue', current?.['averageValue']),
    }),
  })

const named = (name: unknown, selector: unknown): Fields => ({ name, ...when('selector', selector) })

/** What is aimed at, by the amounts that are said. */
const aim = (amounts: Fields, type: string): Fields => ({
  type,
  ...Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== undefined)),
})

const newUse = ({ targetAverageUtilization: averageUtilization, targetAverageValue: averageValue }: Fields): Fields =>
  aim({ averageValue, averageUtilization }, averageUtilization === undefined ? 'AverageValue' : 'Utilization')

const newMetric = (metric: Fields): MetricSpec =>
  each(metric, {
    object: ({ target, metricName, targetValue: value, selector, averageValue }) => ({
      describedObject: target,
      target: averageValue === undefined ? aim({ value }, 'Value') : aim({ averageValue }, 'AverageValue'),
      metric: named(metricName, selector),
    }),
    pods: ({ metricName, targetAverageValue: averageValue, selector }) => ({
      metric: named(metricName, selector),
      target: aim({ averageValue }, 'AverageValue'),
    }),
    resource: ({ name, ...target }) => ({ name, target: newUse(target) }),
    containerResource: ({ name, container, ...target }) => ({ name, target: newUse(target), container }),
    external: ({ metricName, metricSelector, targetValue: value, targetAverageValue: averageValue }) => ({
      metric: named(metricName, metricSelector),
      target: aim({ value, averageValue }, value === undefined ? 'AverageValue' : 'Value'),
    }),
  }) as unknown as MetricSpec

const newCurrent = ({ currentAverageUtilization, currentAverageValue }: Fields): Fields => ({
  ...when('averageValue', currentAverageValue),
  ...when('averageUtilization', currentAverageUtilization),
})

const newStatus = (metric: Fields): MetricStatus =>
  each(metric, {
    object: ({ target, metricName, currentValue, selector, averageValue }) => ({
      metric: named(metricName, selector),
      current: { ...when('value', currentValue), ...when('averageValue', averageValue) },
      describedObject: target,
    }),
    pods: ({ metricName, currentAverageValue, selector }) => ({
      metric: named(metricName, selector),
      current: when('averageValue', currentAverageValue),
    }),
    resource: ({ name, ...current }) => ({ name, current: newCurrent(current) }),
    containerResource: ({ name, container, ...current }) => ({ name, current: newCurrent(current), container }),
    external: ({ metricName, metricSelector, currentValue, currentAverageValue }) => ({
      metric: named(metricName, metricSelector),
      current: { ...when('value', currentValue), ...when('averageValue', currentAverageValue) },
    }),
  }) as unknown as MetricStatus
