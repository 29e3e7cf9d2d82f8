/** What kind plugins refuse beyond what definitions say. */
import { AdmissionExpressions } from '../../core/schema/index.js'
import { expect } from 'chai'
import type { KindContext } from '../../core/registry/contract.js'
import type { KubeObject } from '../../core/meta/index.js'
import { kindPlugins } from './index.js'

const context: KindContext = {
  user: { username: 'u', groups: [] },
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

function wrong(plural: string, object: object): string[] {
  const plugin = kindPlugins.find((each) => each.plural === plural)!
  return plugin.validate!({ metadata: {}, ...object } as KubeObject, undefined, context).map(
    ({ field, message }) => `${field}: ${message}`,
  )
}

describe('validate', () => {
  const workload = (selector: object, template: object) => wrong('deployments', { spec: { selector, template } })
  const labels = { a: 'b' }

  it('wants a selector that selects the pods of the template', () => {
    const spec = { containers: [{ name: 'c', image: 'i' }] }
    expect(workload({ matchLabels: labels }, { metadata: { labels }, spec })).to.deep.equal([])
    expect(workload({ matchLabels: labels }, { metadata: { labels: { a: 'c' } }, spec })).to.deep.equal([
      'spec.template.metadata.labels: Invalid value: {"a":"c"}: must hold the labels that `selector` asks for',
    ])
    expect(workload({}, { metadata: { labels }, spec })).to.deep.equal([
      'spec.selector: Invalid value: {}: must select the pods of the template',
    ])
    expect(workload({ matchExpressions: [{ key: 'a', operator: 'Maybe' }] }, {})[0]).to.contain(
      'must be In, NotIn, Exists or DoesNotExist',
    )
  })

  it('wants pods that are replaced to run always, and pods of jobs to end', () => {
    expect(workload({ matchLabels: labels }, { metadata: { labels }, spec: { restartPolicy: 'Never' } })).to.deep.equal(
      ['spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"'],
    )
    const job = (restartPolicy?: string) =>
      wrong('jobs', { spec: { manualSelector: true, selector: {}, template: { spec: { restartPolicy } } } })
    expect(job('Never')).to.deep.equal([])
    for (const policy of ['Always', undefined]) {
      expect(job(policy)).to.deep.equal(['spec.template.spec.restartPolicy: Required value: OnFailure or Never'])
    }
  })

  it('wants ports of a Service, with names when there are several', () => {
    expect(wrong('services', { spec: { type: 'ClusterIP' } })).to.deep.equal(['spec.ports: Required value'])
    expect(wrong('services', { spec: { type: 'ExternalName', externalName: 'a.b' } })).to.deep.equal([])
    expect(wrong('services', { spec: { clusterIP: 'None' } })).to.deep.equal([])
    expect(wrong('services', { spec: { ports: [{ port: 1, name: 'a' }, { port: 2 }] } })).to.deep.equal([
      'spec.ports[1].name: Required value',
    ])
  })

  it('keeps config maps and secrets under a megabyte, and keys in one place', () => {
    const big = 'x'.repeat(1024 * 1024)
    expect(wrong('configmaps', { data: { a: big } })).to.deep.equal([])
    expect(wrong('configmaps', { data: { a: `${big}x` } })[0]).to.contain('Too long')
    expect(wrong('configmaps', { data: { a: '' }, binaryData: { a: '' } })).to.deep.equal([
      'data[a]: Invalid value: "a": stands in binaryData already: a key may be in one of the two',
    ])
    expect(wrong('secrets', { data: { a: Buffer.from(`${big}x`).toString('base64') } })[0]).to.contain('data: Too long')
  })
})

describe('validate of updates', () => {
  function changed(plural: string, before: object, after: object, subresource = ''): string[] {
    const plugin = kindPlugins.find((each) => each.plural === plural)!
    const whole = (object: object) => ({ metadata: {}, ...object }) as KubeObject
    const update: KindContext = { ...context, operation: 'update', subresource }
    return plugin.validate!(whole(after), whole(before), update).map(({ field, message }) => `${field}: ${message}`)
  }
  it('keeps the address of a service and the spec of a claim', () => {
    const ports = [{ port: 1 }]
    expect(
      changed('services', { spec: { ports, clusterIPs: ['10.0.0.1'] } }, { spec: { ports, clusterIPs: ['10.0.0.2'] } }),
    ).to.deep.equal(['spec.clusterIPs[0]: Invalid value: ["10.0.0.2"]: must stay 10.0.0.1'])
    const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } }
    expect(
      changed(
        'persistentvolumeclaims',
        { spec: claim, status: { phase: 'Bound' } },
        { spec: { ...claim, volumeName: 'v', resources: { requests: { storage: '2Gi' } } } },
      ),
    ).to.deep.equal([])
    expect(
      changed('persistentvolumeclaims', { spec: claim }, { spec: { ...claim, accessModes: ['ReadOnlyMany'] } })[0],
    ).to.contain('spec: Forbidden')
  })
  it("keeps the older name of a claim's class, but where the class is said in its place", () => {
    const size = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } }
    const named = (storageClassName?: string, annotation?: string) => ({
      metadata: { annotations: annotation ? { 'volume.beta.kubernetes.io/storage-class': annotation } : {} },
      spec: { ...size, ...(storageClassName ? { storageClassName } : {}) },
    })
    const fields = (before: object, after: object) =>
      changed('persistentvolumeclaims', before, after).map((cause) => cause.split(': ')[0])
    const annotation = 'metadata.annotations.volume.beta.kubernetes.io/storage-class'
    expect(fields(named(undefined, 'a'), named('a'))).to.deep.equal([])
    expect(fields(named(undefined, 'a'), named('a', 'a'))).to.deep.equal([])
    expect(fields(named('a'), named('a', 'b'))).to.deep.equal([annotation])
    expect(fields(named(undefined, 'a'), named())).to.deep.equal([annotation])
    expect(fields(named(undefined, 'a'), named('b'))).to.deep.equal([annotation, 'spec'])
  })
})
