import { expect } from 'chai'
import { loadBuiltIns } from '../schema/index.js'
import { compareVersions } from '../meta/index.js'
import { createDiscovery } from './index.js'
import type { DiscoveryForm } from './create-discovery.js'

const { definitions } = loadBuiltIns(new URL('../../crds/generated/', import.meta.url))

describe('discovery', () => {
  const discovery = createDiscovery(
    () => definitions,
    () => '10.0.0.1:6443',
  )
  const read = (path: string, form: DiscoveryForm = 'plain') => {
    const document = discovery.document(path.split('/'), form)
    return document && JSON.parse(Buffer.from(document.bytes).toString())
  }

  it('names versions of the core group and the groups with their preferred versions', () => {
    expect(read('api')).to.deep.include({ kind: 'APIVersions', versions: ['v1'] })
    expect(read('api').serverAddressByClientCIDRs[0].serverAddress).to.equal('10.0.0.1:6443')
    const autoscaling = read('apis').groups.find((group: { name: string }) => group.name === 'autoscaling')
    expect(autoscaling.preferredVersion).to.deep.equal({ groupVersion: 'autoscaling/v2', version: 'v2' })
    expect(autoscaling.versions.map((each: { version: string }) => each.version)).to.deep.equal(['v2', 'v1'])
    expect(read('apis/apps')).to.deep.include({ kind: 'APIGroup', name: 'apps' })
  })

  it('lists the resources of a version with verbs, short names and subresources', () => {
    const { resources } = read('api/v1')
    const pods = resources.find((each: { name: string }) => each.name === 'pods')
    expect(pods).to.deep.include({ singularName: 'pod', namespaced: true, kind: 'Pod', shortNames: ['po'] })
    expect(pods.verbs).to.include.members(['create', 'deletecollection', 'watch'])
    const scale = read('apis/apps/v1').resources.find((each: { name: string }) => each.name === 'deployments/scale')
    expect(scale).to.deep.include({ group: 'autoscaling', version: 'v1', kind: 'Scale' })
    const names = resources.map((each: { name: string }) => each.name)
    expect(names.indexOf('pods/status')).to.be.above(names.indexOf('pods'))
  })

  it('gives all of it in one document with an ETag', () => {
    const core = read('api', 'v2')
    expect(core).to.deep.include({ kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2' })
    expect(core.items).to.have.length(1)
    const pods = core.items[0].versions[0].resources.find((each: { resource: string }) => each.resource === 'pods')
    expect(pods).to.deep.include({ scope: 'Namespaced', singularResource: 'pod' })
    expect(pods.responseKind).to.deep.equal({ group: '', version: '', kind: 'Pod' })
    const [eviction] = pods.subresources.filter((each: { subresource: string }) => each.subresource === 'eviction')
    expect(eviction.responseKind).to.deep.equal({ group: 'policy', version: 'v1', kind: 'Eviction' })
    const document = discovery.document(['apis'], 'v2')
    expect(document?.etag).to.match(/^"[0-9A-F]{64}"$/)
    expect(discovery.document(['apis'], 'v2')).to.equal(document)
    expect(read('apis', 'v2').items.map((each: { metadata: { name: string } }) => each.metadata.name)).to.include(
      'apps',
    )
  })

  it('knows nothing of what is not served', () => {
    expect(read('api/v2')).to.equal(undefined)
    expect(read('apis/nowhere.io')).to.equal(undefined)
    expect(read('apis/apps/v9')).to.equal(undefined)
  })

  it('follows the definitions', () => {
    let current = definitions
    const following = createDiscovery(
      () => current,
      () => '',
    )
    const before = following.document(['apis'], 'v2')?.etag
    current = definitions.filter((each) => each.group !== 'batch')
    expect(following.document(['apis'], 'v2')?.etag).not.to.equal(before)
    expect(following.document(['apis', 'batch'], 'plain')).to.equal(undefined)
  })

  it('has groups of other servers by their priority, among its own too', () => {
    const priorities: Readonly<Record<string, number>> = { 'apiregistration.k8s.io': 20_001, apps: 17_800, batch: 100 }
    const remote = (group: string, groupPriority: number) => {
      return { group, version: 'v9', groupPriority, resources: undefined, isFresh: true }
    }
    const elsewhere = [remote('high.io', 20_000), remote('mid.io', 17_800), remote('low.io', 1), remote('batch', 200)]
    const document = createDiscovery(
      () => definitions,
      () => '',
      { all: () => elsewhere, priorityOf: (group) => priorities[group] },
    )
    const read = (form: DiscoveryForm) => JSON.parse(Buffer.from(document.document(['apis'], form)!.bytes).toString())
    const names: string[] = read('plain').groups.map(({ name }: { name: string }) => name)
    expect(names.slice(0, 3)).to.deep.equal(['apiregistration.k8s.io', 'high.io', 'apps'])
    const at = (name: string) => names.indexOf(name)
    expect([at('mid.io') > at('autoscaling'), at('mid.io') < at('batch'), names.at(-1)]).to.deep.equal([
      ...[true, true],
      'low.io',
    ])
    expect(read('v2').items.map(({ metadata }: { metadata: { name: string } }) => metadata.name)).to.deep.equal(names)
  })

  it('tells of a version that another server answers what that server tells', () => {
    const answered = { group: 'batch', version: 'v1', groupPriority: 1, resources: undefined, isFresh: false }
    const found = createDiscovery(
      () => definitions,
      () => '',
      { all: () => [answered], priorityOf: () => undefined },
    ).document(['apis'], 'v2')
    const { items } = JSON.parse(Buffer.from(found!.bytes).toString())
    const batch = items.find(({ metadata }: { metadata: { name: string } }) => metadata.name === 'batch')
    expect(batch.versions).to.deep.equal([{ version: 'v1', freshness: 'Stale' }])
  })

  it('prefers stable versions, then newer ones', () => {
    const versions = ['v1alpha1', 'v1beta2', 'foo', 'v1', 'v2beta1', 'v10', 'v2']
    expect(versions.sort(compareVersions)).to.deep.equal(['v10', 'v2', 'v1', 'v2beta1', 'v1beta2', 'v1alpha1', 'foo'])
  })
})
