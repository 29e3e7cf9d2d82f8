/** What kind plugins refuse beyond what definitions say. */
import { expect } from 'chai'
import type { KindContext } from '../../core/registry/contract.js'
import type { KubeObject } from '../../core/meta/index.js'
import { kindPlugins } from './index.js'

const context: KindContext = { user: { username: 'u', groups: [] }, operation: 'create', now: () => 0, warn: () => {} }

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
    expect(workload({ matchLabels: labels }, { metadata: { labels } })).to.deep.equal([])
    expect(workload({ matchLabels: labels }, { metadata: { labels: { a: 'c' } } })).to.deep.equal([
      'spec.template.metadata.labels: Invalid value: {"a":"c"}: `selector` does not match template `labels`',
    ])
    expect(workload({}, { metadata: { labels } })).to.deep.equal([
      'spec.selector: Invalid value: {}: empty selector is invalid for deployment',
    ])
    expect(workload({ matchExpressions: [{ key: 'a', operator: 'Maybe' }] }, {})[0]).to.contain(
      '"Maybe" is not a valid label selector operator',
    )
  })

  it('wants pods that are replaced to run always, and pods of jobs to end', () => {
    expect(workload({ matchLabels: labels }, { metadata: { labels }, spec: { restartPolicy: 'Never' } })).to.deep.equal(
      ['spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"'],
    )
    const job = (restartPolicy?: string) => wrong('jobs', { spec: { template: { spec: { restartPolicy } } } })
    expect(job('Never')).to.deep.equal([])
    expect(job('Always')).to.deep.equal([
      'spec.template.spec.restartPolicy: Unsupported value: "Always": supported values: "OnFailure", "Never"',
    ])
    expect(job()).to.deep.equal([
      'spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
    ])
  })

  it('wants ports of a Service, with names when there are several', () => {
    expect(wrong('services', { spec: { type: 'ClusterIP' } })).to.deep.equal(['spec.ports: Required value'])
    expect(wrong('services', { spec: { type: 'ExternalName' } })).to.deep.equal([])
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
      'data[a]: Invalid value: "a": duplicate of key present in binaryData',
    ])
    expect(wrong('secrets', { data: { a: Buffer.from(`${big}x`).toString('base64') } })[0]).to.contain('data: Too long')
  })
})
