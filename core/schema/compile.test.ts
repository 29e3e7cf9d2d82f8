/** The built-in definitions, as loaded from crds/generated. */
import { expect } from 'chai'
import { loadBuiltIns } from './load.js'
import type { StructType } from './type.js'

const { definitions } = loadBuiltIns(new URL('../../crds/generated/', import.meta.url))
const find = (group: string, plural: string) =>
  definitions.find((definition) => definition.group === group && definition.names.plural === plural)!

describe('built-in definitions', () => {
  it('are there for every resource that is GA in 1.36', () => {
    expect(definitions).to.have.length(67)
    expect(definitions.flatMap((definition) => definition.versions)).to.have.length(68)
  })

  it('come in order of discovery, the core group first', () => {
    expect(definitions[0]!.group).to.equal('')
    expect(find('autoscaling', 'horizontalpodautoscalers').versions.map((version) => version.name)).to.deep.equal([
      'v2',
      'v1',
    ])
  })

  it('know names, verbs, subresources and strategy', () => {
    const deployment = find('apps', 'deployments')
    expect(deployment.names).to.include({ kind: 'Deployment', listKind: 'DeploymentList', singular: 'deployment' })
    expect(deployment.names.shortNames).to.deep.equal(['deploy'])
    expect(deployment.strategy).to.deep.include({
      status: ['status'],
      generation: ['spec', 'metadata.annotations'],
      createOnly: false,
    })
    const scale = deployment.versions[0]!.subresources.find((subresource) => subresource.name === 'scale')
    expect(scale).to.deep.equal({
      name: 'scale',
      kind: 'Scale',
      group: 'autoscaling',
      version: 'v1',
      verbs: ['get', 'patch', 'update'],
      scale: {
        specReplicasPath: 'spec.replicas',
        statusReplicasPath: 'status.replicas',
        labelSelectorPath: 'spec.selector',
      },
    })
    expect(find('authorization.k8s.io', 'subjectaccessreviews').strategy.createOnly).to.equal(true)
  })

  it('share the types that several kinds are made of', () => {
    const template = (plural: string) => {
      const spec = find('apps', plural).versions[0]!.type().fields.get('spec')!.type as StructType
      return spec.fields.get('template')!.type
    }
    expect(template('deployments')).to.equal(template('replicasets'))
  })

  it('know how lists are merged', () => {
    const pod = find('', 'pods').versions[0]!.type().fields.get('spec')!.type as StructType
    const containers = pod.fields.get('containers')!
    expect(containers).to.deep.include({ required: true, patchStrategy: ['merge'], patchMergeKey: 'name', number: 2 })
    expect(containers.type).to.deep.include({ shape: 'list', list: 'map', keys: ['name'] })
    expect((pod.fields.get('tolerations')!.type as { list: string }).list).to.equal('atomic')
  })

  it('build every type there is', () => {
    for (const definition of definitions)
      for (const version of definition.versions)
        expect(version.type().fields.has('metadata'), version.typeName).to.equal(true)
  })

  it('stamp each version by everything that shapes its bytes', () => {
    const stamps = definitions.flatMap((definition) => definition.versions.map((version) => version.stamp))
    expect(new Set(stamps).size).to.equal(stamps.length)
  })
})
