/** What kind plugins change of objects on their way in, and between versions. */
import { AdmissionExpressions } from '../../core/schema/index.js'
import { expect } from 'chai'
import type { KindContext } from '../../core/registry/contract.js'
import type { KubeObject } from '../../core/meta/index.js'
import { kindPlugins } from './index.js'

const context: KindContext = {
  user: { username: 'u', groups: ['g'] },
  operation: 'create',
  group: '',
  subresource: '',
  empty: [],
  dryRun: false,
  now: () => 0,
  warn: () => {},
  definitions: { all: () => [] },
  schemaErrors: () => [],
  conversionErrors: () => [],
  expressionError: () => undefined,
  admissionExpressions: () => new AdmissionExpressions(),
}
const plugin = (plural: string, group = '') =>
  kindPlugins.find((each) => each.plural === plural && each.group === group)!

function prepared(
  plural: string,
  object: object,
  { old, group = '' }: { old?: object; group?: string } = {},
): KubeObject {
  const next = structuredClone({ metadata: {}, ...object }) as KubeObject
  plugin(plural, group).prepare!(next, old && ({ metadata: {}, ...old } as KubeObject), context)
  return next
}

describe('prepare', () => {
  it('folds stringData of a Secret into its data', () => {
    const secret = prepared('secrets', { data: { a: 'eA==', b: 'eA==' }, stringData: { b: 'ü', c: '' } })
    expect(secret).to.deep.equal({ metadata: {}, data: { a: 'eA==', b: 'w7w=', c: '' } })
  })

  it('keeps nothing of what upstream has given up or switched off', () => {
    const account = prepared('serviceaccounts', { secrets: [{ name: 'a', kind: 'Secret', uid: 'u' }] })
    expect(account['secrets']).to.deep.equal([{ name: 'a' }])
    const spec = { strategy: 'a', preferredHolder: 'b', holderIdentity: 'c' }
    const lease = (old?: object) =>
      prepared('leases', { spec: { ...spec } }, { ...(old && { old }), group: 'coordination.k8s.io' })['spec']
    expect(lease()).to.deep.equal({ holderIdentity: 'c' })
    expect(lease({ spec })).to.deep.equal(spec)
    const node = prepared('nodes', { spec: { configSource: {} }, status: { config: {} } })
    expect([node['spec'], node['status']]).to.deep.equal([{}, {}])
    const claim = (more: object) => prepared('persistentvolumeclaims', { spec: more })['spec']
    expect(claim({ dataSource: { kind: 'Secret', name: 'x' } })).to.deep.equal({})
    expect(claim({ dataSourceRef: { kind: 'A', name: 'x', namespace: 'y' } })).to.deep.equal({})
  })

  it('starts a pod as pending, in its class of service', () => {
    const classOf = (...resources: object[]) => {
      const containers = resources.map((each) => ({ name: 'c', resources: each }))
      return (prepared('pods', { spec: { containers } })['status'] as { qosClass: string }).qosClass
    }
    const all = { cpu: '1', memory: '1Gi' }
    expect(classOf({})).to.equal('BestEffort')
    expect(classOf({ requests: { cpu: '0' } })).to.equal('BestEffort')
    expect(classOf({ requests: { cpu: '1m' } })).to.equal('Burstable')
    expect(classOf({ limits: all, requests: all })).to.equal('Guaranteed')
    expect(classOf({ limits: all, requests: { ...all, cpu: '1000m' } })).to.equal('Guaranteed')
    expect(classOf({ limits: all, requests: all }, {})).to.equal('Burstable')
    expect(classOf({ limits: { cpu: '1' }, requests: { cpu: '1' } })).to.equal('Burstable')
  })

  it("merges a pod's own labels into the selectors that name their keys, once, and not in templates", () => {
    const labelSelector = { matchExpressions: [{ key: 'a', operator: 'Exists' }] }
    const term = { topologyKey: 'z', labelSelector, matchLabelKeys: ['v', 'gone'], mismatchLabelKeys: ['t'] }
    const spec = {
      affinity: {
        podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }] },
        podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ ...term, labelSelector: undefined }] },
      },
      topologySpreadConstraints: [{ topologyKey: 'z', labelSelector: {}, matchLabelKeys: ['v'] }],
      containers: [],
    }
    const pod = prepared('pods', { metadata: { labels: { v: '1', t: '2' } }, spec })
    // Another name is tried: prepared again.
    plugin('pods').prepare!(pod, undefined, context)
    const ofVersion = { key: 'v', operator: 'In', values: ['1'] }
    expect(pod)
      .to.have.nested.property('spec.topologySpreadConstraints[0].labelSelector')
      .that.deep.equals({
        matchExpressions: [ofVersion],
      })
    const { affinity } = pod['spec'] as unknown as typeof spec
    expect(affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[0]!.podAffinityTerm.labelSelector)
      .to.have.property('matchExpressions')
      .that.deep.equals([...labelSelector.matchExpressions, ofVersion, { key: 't', operator: 'NotIn', values: ['2'] }])
    expect(affinity.podAntiAffinity).to.deep.equal(spec.affinity.podAntiAffinity)
    const template = { metadata: { labels: { v: '1' } }, spec }
    expect(prepared('podtemplates', { template })['template']).to.have.deep.nested.property(
      'spec.affinity',
      spec.affinity,
    )
  })

  it('says that a gated pod waits', () => {
    const { status } = prepared('pods', { spec: { containers: [], schedulingGates: [{ name: 'g' }] } }) as {
      status?: unknown
    }
    expect(status).to.have.nested.property('conditions[0].reason', 'SchedulingGated')
  })

  it('gives a pod with limits of its own the requests of its containers', () => {
    const containers = [
      { name: 'c', resources: { requests: { cpu: '100m' } } },
      { name: 'd', resources: { requests: { cpu: '200m' } } },
    ]
    const initContainers = [{ name: 'i', resources: { requests: { cpu: '250m' } } }]
    const resources = { limits: { cpu: '1', memory: '1Gi' } }
    const pod = { metadata: {}, spec: { containers, initContainers, resources } }
    plugin('pods').fill!(pod)
    expect(pod.spec).to.have.nested.property('resources.requests').that.deep.equals({ cpu: '300m', memory: '1Gi' })
  })

  it('takes the addresses of a load balancer from a service that is none any more', () => {
    const conditions = [{ type: 'A', status: 'True' }]
    const status = { loadBalancer: { ingress: [{ ip: '192.0.2.1', ipMode: 'VIP' }] }, conditions }
    const old = { spec: { type: 'LoadBalancer' }, status }
    const become = (type: string) => prepared('services', { spec: { type }, status }, { old })['status']
    for (const type of ['ClusterIP', 'NodePort', 'ExternalName'])
      expect(become(type), type).to.deep.equal({ loadBalancer: {}, conditions })
    expect(become('LoadBalancer')).to.deep.equal(status)
  })

  it('keeps the two names of pod and cluster addresses alike', () => {
    const pod = prepared('pods', { spec: {}, status: { podIP: '10.0.0.1' } }, { old: {} })
    expect(pod['status']).to.deep.equal({ podIP: '10.0.0.1', podIPs: [{ ip: '10.0.0.1' }] })
    expect(prepared('services', { spec: { clusterIP: 'None' } })['spec']).to.deep.equal({
      clusterIP: 'None',
      clusterIPs: ['None'],
    })
    const old = { spec: { clusterIP: '10.1.0.1', clusterIPs: ['10.1.0.1'] } }
    expect(prepared('services', { spec: { clusterIP: '10.1.0.1' } }, { old })['spec']).to.deep.equal(old.spec)
  })

  it('makes a namespace active, and finalized by its operator', () => {
    expect(prepared('namespaces', {})).to.deep.include({
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    })
  })

  it('labels a namespace with its name, whatever its writer says', () => {
    for (const labels of [undefined, {}, { 'kubernetes.io/metadata.name': 'other', a: 'b' }]) {
      const namespace = { metadata: { name: 'web', ...(labels && { labels }) } } as KubeObject
      plugin('namespaces').fill!(namespace)
      expect(namespace.metadata.labels).to.deep.equal({ ...labels, 'kubernetes.io/metadata.name': 'web' })
    }
  })

  it('tells the pods of a Job by its uid', () => {
    const job = prepared('jobs', { metadata: { name: 'j', uid: 'x' }, spec: { template: {} } }, { group: 'batch' })
    expect(job['spec']).to.have.deep.nested.property('selector.matchLabels', {
      'batch.kubernetes.io/controller-uid': 'x',
    })
    expect(job['spec']).to.have.nested.property('template.metadata.labels.job-name', 'j')
    expect(job.metadata.labels).to.include({ 'job-name': 'j', 'controller-uid': 'x' })
    const named = { metadata: { name: 'j', labels: { a: 'b' } }, spec: { template: {} } }
    expect(prepared('jobs', named, { group: 'batch' }).metadata.labels).to.deep.equal({ a: 'b' })
    const manual = { spec: { manualSelector: true, template: {} } }
    expect(prepared('jobs', manual, { group: 'batch' })['spec']).to.deep.equal(manual.spec)
  })

  it('writes down who signs a certificate request, whatever it claims', () => {
    const spec = { username: 'admin', uid: '1', groups: ['system:masters'], extra: { a: ['b'] }, request: '' }
    expect(prepared('certificatesigningrequests', { spec }, { group: 'certificates.k8s.io' })['spec']).to.deep.equal({
      username: 'u',
      groups: ['g'],
      request: '',
    })
  })
})

describe('convert', () => {
  const converted = (plural: string, object: object, to: { group: string; version: string }) => {
    const next = structuredClone({ metadata: {}, ...object }) as KubeObject
    plugin(plural, to.group === 'events.k8s.io' ? '' : to.group).convert!(next, to)
    return next
  }

  it('renames what events of the two groups call differently, and back', () => {
    const core = {
      apiVersion: 'v1',
      metadata: {},
      involvedObject: { kind: 'Pod' },
      message: 'm',
      count: 1,
      source: {},
      reportingComponent: 'c',
      type: 'Normal',
    }
    const there = converted('events', core, { group: 'events.k8s.io', version: 'v1' })
    expect(there).to.deep.equal({
      apiVersion: 'events.k8s.io/v1',
      metadata: {},
      regarding: { kind: 'Pod' },
      note: 'm',
      deprecatedCount: 1,
      deprecatedSource: {},
      reportingController: 'c',
      type: 'Normal',
    })
    expect(converted('events', there, { group: '', version: 'v1' })).to.deep.equal(core)
    const unsaid = { ...core, reportingComponent: '' }
    const bare = converted('events', unsaid, { group: 'events.k8s.io', version: 'v1' })
    expect(bare).not.to.have.property('reportingController')
  })

  it('keeps every metric of an autoscaler through v1', () => {
    const cpu = { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }
    const pods = { type: 'Pods', pods: { metric: { name: 'm' }, target: { type: 'AverageValue', averageValue: '1' } } }
    const v2 = {
      apiVersion: 'autoscaling/v2',
      metadata: {},
      spec: { maxReplicas: 3, metrics: [cpu, pods], behavior: { scaleUp: {} } },
      status: {},
    }
    const v1 = converted('horizontalpodautoscalers', v2, { group: 'autoscaling', version: 'v1' })
    expect(v1['spec']).to.deep.equal({ maxReplicas: 3, targetCPUUtilizationPercentage: 70 })
    expect(converted('horizontalpodautoscalers', v1, { group: 'autoscaling', version: 'v2' })).to.deep.equal(v2)
  })
})
