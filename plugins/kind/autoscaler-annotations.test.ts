import { expect } from 'chai'
import type { MetricSpec, MetricStatus } from '../../crds/generated/tokens.js'
import { type Kept, keepInAnnotations, takeFromAnnotations } from './autoscaler-annotations.js'

const selector = { matchLabels: { a: 'b' } }
const describedObject = { kind: 'Service', name: 's', apiVersion: 'v1' }

const metrics: readonly MetricSpec[] = [
  { type: 'Resource', resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1Gi' } } },
  {
    type: 'ContainerResource',
    containerResource: { name: 'cpu', container: 'c', target: { type: 'Utilization', averageUtilization: 60 } },
  },
  { type: 'Pods', pods: { metric: { name: 'm', selector }, target: { type: 'AverageValue', averageValue: '5' } } },
  { type: 'Object', object: { describedObject, metric: { name: 'o' }, target: { type: 'Value', value: '10' } } },
  { type: 'External', external: { metric: { name: 'e', selector }, target: { type: 'Value', value: '10' } } },
]
const currentMetrics: readonly MetricStatus[] = [
  { type: 'Resource', resource: { name: 'cpu', current: { averageValue: '100m', averageUtilization: 20 } } },
  { type: 'Object', object: { describedObject, metric: { name: 'o', selector }, current: { value: '10' } } },
]
const behavior = {
  scaleUp: { stabilizationWindowSeconds: 5, policies: [{ type: 'Pods', value: 1, periodSeconds: 10 }] },
}

const kept = (what: Kept) => {
  const annotations: Record<string, string> = { other: 'stays' }
  keepInAnnotations(what, annotations)
  return annotations
}

describe('annotations of autoscaling/v1', () => {
  it('tell metrics in the form of before version 2, as upstream writes it', () => {
    const { 'autoscaling.alpha.kubernetes.io/metrics': text } = kept({ metrics: metrics.slice(1, 3) })
    expect(text).to.equal(
      '[{"type":"ContainerResource","containerResource":{"name":"cpu","targetAverageUtilization":60,"container":"c"}},' +
        '{"type":"Pods","pods":{"metricName":"m","targetAverageValue":"5","selector":{"matchLabels":{"a":"b"}}}}]',
    )
  })

  it('tell behavior with capitals, and what is not said as null', () => {
    const { 'autoscaling.alpha.kubernetes.io/behavior': text } = kept({ behavior })
    expect(text).to.equal(
      '{"ScaleUp":{"StabilizationWindowSeconds":5,"SelectPolicy":null,"Policies":[{"Type":"Pods","Value":1,"PeriodSeconds":10}],"Tolerance":null},"ScaleDown":null}',
    )
  })

  it('give back what they keep', () => {
    const conditions = [{ type: 'AbleToScale', status: 'True' }]
    const annotations = kept({ metrics, currentMetrics, conditions, behavior })
    expect(takeFromAnnotations(annotations)).to.deep.equal({ metrics, currentMetrics, conditions, behavior })
    expect(annotations).to.deep.equal({ other: 'stays' })
  })

  it('that nobody can read, or that say nothing, are as if they were not there', () => {
    const texts = { metrics: 'nonsense', 'current-metrics': '[]', conditions: '{}', behavior: '{}' }
    const entries = Object.entries(texts).map(([name, text]) => [`autoscaling.alpha.kubernetes.io/${name}`, text])
    expect(takeFromAnnotations(Object.fromEntries(entries))).to.deep.equal({})
  })
})
