/** OpenAPI documents of the built-in definitions. */
import { BinaryReader } from '@bufbuild/protobuf/wire'
import { expect } from 'chai'
import { type Definition, loadBuiltIns, type SchemaNode } from '../../schema/index.js'
import type { Assembly } from './assemble.js'
import { openapiV2, openapiV2InProtobuf } from './v2.js'
import { openapiV3, openapiV3Hash, openapiV3Index } from './v3.js'

const builtIns = loadBuiltIns(new URL('../../../crds/generated/', import.meta.url))
const options = { ...builtIns, version: 'v1.36.0' }

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
  readonly definitions: Readonly<Record<string, Schema>>
}
interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly [key: string]: unknown
}
interface Schema {
  readonly properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly [key: string]: unknown
}

const v3Of = (described: typeof options, path: string): Document =>
  JSON.parse(Buffer.from(assembledAtOnce(openapiV3(described, path)!)).toString())
const v3 = (path: string) => v3Of(options, path)
const v2: Document = JSON.parse(Buffer.from(assembledAtOnce(openapiV2(options))).toString())

/** Every `$ref` in a document. */
function refs(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return found
  for (const [key, value] of Object.entries(node)) {
    if (key === '$ref' && typeof value === 'string') found.add(value)
    else refs(value, found)
  }
  return found
}

describe('OpenAPI v3', () => {
  const paths = Object.keys(openapiV3Index(options).paths)

  it('has a document for each group and version', () => {
    expect(paths).to.include.members(['api/v1', 'apis/apps/v1', 'apis/autoscaling/v1', 'apis/autoscaling/v2'])
    expect(openapiV3(options, 'apis/apps/v9')).to.equal(undefined)
  })

  it('has one for each path where clients begin, and for no group of others', () => {
    const answered = (path: string, at: string) => {
      const { get } = v3(path).paths[at] as unknown as { readonly get: Readonly<Record<string, unknown>> }
      const { 200: ok } = get['responses'] as { readonly 200: { readonly content: object } }
      return [get['operationId'], [...refs(ok)].join().split('.').at(-1), Object.keys(ok.content).length]
    }
    expect(answered('api', '/api/')).to.deep.equal(['getCoreAPIVersions', 'APIVersions', 3])
    expect(answered('apis', '/apis/')).to.deep.equal(['getAPIVersions', 'APIGroupList', 3])
    expect(answered('apis/apps', '/apis/apps/')).to.deep.equal(['getAppsAPIGroup', 'APIGroup', 3])
    expect(answered('version', '/version/')).to.deep.equal(['getCodeVersion', 'Info', 1])
    expect(v2.paths).to.include.all.keys('/api/', '/apis/', '/apis/batch/', '/version/')
    expect(openapiV3(options, 'apis/none')).to.equal(undefined)
  })

  it('tells where keys and issuer of tokens are, which are texts', () => {
    const types = {
      'openid/v1/jwks': 'application/jwk-set+json',
      '.well-known/openid-configuration': 'application/json',
    }
    for (const [path, type] of Object.entries(types)) {
      const { get } = v3(path).paths[`/${path}/`] as unknown as { readonly get: { readonly responses: object } }
      expect(get.responses).to.have.deep.nested.property('200.content', { [type]: { schema: { type: 'string' } } })
      expect(v2.paths[`/${path}/`]).to.have.property('get').that.does.not.have.property('consumes')
    }
  })

  it('tells values that are held elsewhere than in the schema', () => {
    const spec = v3('api/v1').components.schemas['io.k8s.api.core.v1.ServiceSpec']
    expect(spec).to.have.deep.nested.property('properties.externalTrafficPolicy.enum', ['Cluster', 'Local'])
    expect(spec).to.have.deep.nested.property('properties.ipFamilies.items.enum', ['', 'IPv4', 'IPv6'])
  })

  it('refers to nothing that is not there', () => {
    for (const path of paths) {
      const document = v3(path)
      for (const ref of refs(document)) {
        expect(ref).to.match(/^#\/components\/schemas\//)
        expect(document.components.schemas, `${ref} of ${path}`).to.have.property(
          ref.slice('#/components/schemas/'.length),
        )
      }
    }
  })

  it('names components and says kinds as upstream does', () => {
    const { schemas } = v3('apis/apps/v1').components
    expect(schemas['io.k8s.api.apps.v1.Deployment']).to.deep.include({
      'x-kubernetes-group-version-kind': [{ group: 'apps', kind: 'Deployment', version: 'v1' }],
    })
    expect(Object.keys(schemas['io.k8s.api.apps.v1.Deployment']!.properties!)).to.deep.equal([
      'apiVersion',
      'kind',
      'metadata',
      'spec',
      'status',
    ])
    expect(schemas).to.include.keys(
      'io.k8s.api.apps.v1.DeploymentList',
      'io.k8s.api.autoscaling.v1.Scale',
      'io.k8s.apimachinery.pkg.apis.meta.v1.Status',
    )
    expect(schemas['io.k8s.apimachinery.pkg.util.intstr.IntOrString']).to.deep.include({
      oneOf: [{ type: 'integer' }, { type: 'string' }],
    })
  })

  it('tells of the list of a group-version, and of which groups the options of deletes are', () => {
    const of = (path: string, name: string) =>
      v3(path).components.schemas[`io.k8s.apimachinery.pkg.apis.meta.v1.${name}`]!['x-kubernetes-group-version-kind']
    const core = { group: '', kind: 'DeleteOptions', version: 'v1' }
    expect(of('api/v1', 'DeleteOptions')).to.deep.equal([core])
    expect(of('apis/apps/v1', 'DeleteOptions')).to.deep.equal([core, { ...core, group: 'apps' }])
    expect(of('apis/batch/v1', 'WatchEvent')).to.deep.equal([
      { ...core, kind: 'WatchEvent' },
      { ...core, kind: 'WatchEvent', group: 'batch' },
    ])
    expect(v3('apis/apps/v1').paths['/apis/apps/v1/']!['get']!.operationId).to.equal('getAppsV1APIResources')
    expect(v2.paths['/api/v1/']!['get']!.operationId).to.equal('getCoreV1APIResources')
  })

  it('says how lists are merged, and what references stand for', () => {
    const { properties } = v3('api/v1').components.schemas['io.k8s.api.core.v1.PodSpec']!
    expect(properties!['containers']).to.deep.include({
      type: 'array',
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
      'x-kubernetes-patch-strategy': 'merge',
      'x-kubernetes-patch-merge-key': 'name',
    })
    expect(properties!['affinity']).to.deep.equal({
      description: 'Which nodes and which neighbours are wanted.',
      allOf: [{ $ref: '#/components/schemas/io.k8s.api.core.v1.Affinity' }],
    })
    const container = v3('api/v1').components.schemas['io.k8s.api.core.v1.Container']!.properties!
    expect(container['resources']).to.deep.include({
      default: {},
      allOf: [{ $ref: '#/components/schemas/io.k8s.api.core.v1.ResourceRequirements' }],
    })
  })

  it('describes every type and every member, by itself or by the type it refers to', () => {
    const described = { ...options, types: builtIns.documented() }
    const silent: string[] = []
    let members = 0
    for (const path of paths) {
      const { schemas } = v3Of(described, path).components
      for (const [name, { description, properties = {} }] of Object.entries(schemas)) {
        if (!description) silent.push(name)
        for (const [member, schema] of Object.entries(properties)) {
          members++
          const reference = [...refs(schema)][0]?.split('/').at(-1)
          if (!schema['description'] && !(reference && schemas[reference]?.['description']))
            silent.push(`${name}.${member}`)
        }
      }
    }
    expect(silent).to.deep.equal([])
    expect(members).to.be.greaterThan(4000)
  })

  it('has the old watches, what is sent as protobuf, and what streams take', () => {
    const { paths: places, components } = v3('api/v1')
    const watch = places['/api/v1/watch/namespaces/{namespace}/pods/{name}']!['get']!
    expect(watch).to.include({ operationId: 'watchCoreV1NamespacedPod', 'x-kubernetes-action': 'watch' })
    const types = (path: string, method: string) =>
      Object.keys(
        (places[path]![method] as unknown as { responses: { 200: { content: object } } }).responses[200].content,
      )
    expect(types('/api/v1/pods', 'get')).to.have.members([
      'application/json',
      'application/yaml',
      'application/vnd.kubernetes.protobuf',
      'application/json;stream=watch',
      'application/vnd.kubernetes.protobuf;stream=watch',
    ])
    expect(types('/api/v1/namespaces/{namespace}/pods/{name}/exec', 'post')).to.deep.equal(['*/*'])
    expect(places['/api/v1/nodes/{name}/proxy']).to.include.keys('head', 'options')
    expect(components.schemas['io.k8s.apimachinery.pkg.apis.meta.v1.Status']).to.deep.include({
      'x-kubernetes-group-version-kind': [{ group: '', kind: 'Status', version: 'v1' }],
    })
  })

  it("keeps what is Operon's own to itself", () => {
    expect(JSON.stringify(v3('api/v1'))).to.not.contain('x-operon')
  })

  it("tells what can be done, with upstream's names", () => {
    const { paths: places } = v3('apis/apps/v1')
    const one = places['/apis/apps/v1/namespaces/{namespace}/deployments/{name}']!
    expect(Object.keys(one)).to.have.members(['get', 'put', 'patch', 'delete'])
    expect(one['patch']).to.deep.include({
      operationId: 'patchAppsV1NamespacedDeployment',
      tags: ['apps_v1'],
      'x-kubernetes-action': 'patch',
      'x-kubernetes-group-version-kind': { group: 'apps', kind: 'Deployment', version: 'v1' },
    })
    expect(one['patch']!.parameters.map(({ name }) => name)).to.include.members([
      'name',
      'namespace',
      'dryRun',
      'fieldManager',
      'fieldValidation',
      'force',
    ])
    expect(places['/apis/apps/v1/deployments']!['get']!.operationId).to.equal('listAppsV1DeploymentForAllNamespaces')
    expect(
      places['/apis/apps/v1/namespaces/{namespace}/deployments/{name}/scale']!['get']![
        'x-kubernetes-group-version-kind'
      ],
    ).to.deep.equal({
      group: 'autoscaling',
      kind: 'Scale',
      version: 'v1',
    })
    const core = v3('api/v1').paths
    expect(core['/api/v1/namespaces/{namespace}/pods/{name}/exec']!['post']).to.deep.include({
      operationId: 'connectCoreV1PostNamespacedPodExec',
      'x-kubernetes-action': 'connect',
    })
    expect(core['/api/v1/nodes/{name}/proxy/{path}']!['get']!.operationId).to.equal('connectCoreV1GetNodeProxyWithPath')
  })

  it('has a new address when something changes, and the same one when nothing does', () => {
    const path = 'apis/apps/v1'
    expect(openapiV3Hash(options, path))
      .to.equal(openapiV3Hash({ ...options }, path))
      .and.to.match(/^[0-9A-F]{64}$/)
    const changed = options.definitions.map((definition): Definition => {
      if (definition.names.plural !== 'deployments') return definition
      return { ...definition, versions: definition.versions.map((version) => ({ ...version, stamp: 1 })) }
    })
    expect(openapiV3Hash({ ...options, definitions: changed }, path)).to.not.equal(openapiV3Hash(options, path))
    expect(openapiV3Hash({ ...options, definitions: changed }, 'api/v1')).to.equal(openapiV3Hash(options, 'api/v1'))
  })

  it("describes people's own kinds from what their schema says, and what every object has in its own words", () => {
    const schema = {
      type: 'object',
      properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } },
    }
    const { components } = v3Of({ ...options, definitions: [widget(schema)] }, 'apis/example.com/v1')
    const { properties = {} } = components.schemas['com.example.v1.Widget']!
    expect(Object.keys(properties)).to.deep.equal(['apiVersion', 'kind', 'metadata', 'spec'])
    expect(properties['metadata']).to.have.property('description').that.contains("Standard object's metadata")
    expect(properties['metadata']).not.to.have.property('default')
    expect(components.schemas).to.have.property('com.example.v1.WidgetList')
  })

  it("tells what stands inside of people's own objects, by what lists can be selected, and their defaults in v3 alone", () => {
    const inner = { type: 'object', 'x-kubernetes-embedded-resource': true, required: ['spec', 'kind'] } as const
    const size = { type: 'integer', default: 1 }
    const definitions = [widget({ type: 'object', properties: { inner, size } }, ['size'])]
    const { components } = v3Of({ ...options, definitions }, 'apis/example.com/v1')
    const shown = components.schemas['com.example.v1.Widget']!.properties!
    expect(shown['inner']!['required']).to.deep.equal(['spec', 'kind', 'apiVersion'])
    expect(shown['inner']!['properties']).to.have.all.keys('apiVersion', 'kind', 'metadata')
    expect(shown['size']).to.have.property('default', 1)
    const list = components.schemas['com.example.v1.WidgetList']
    expect(list?.['x-kubernetes-selectable-fields']).to.deep.equal([{ fieldPath: 'size' }])
    const old = JSON.parse(Buffer.from(assembledAtOnce(openapiV2({ ...options, definitions }))).toString()) as Document
    expect(old.definitions['com.example.v1.Widget']!.properties!['size']).to.deep.equal({ type: 'integer' })
  })
})

/** A definition of somebody's own with that schema. */
function widget(schema: SchemaNode, selectableFields: readonly string[] = []): (typeof options.definitions)[number] {
  const [sample] = options.definitions.filter(({ names }) => names.plural === 'deployments')
  const version = { ...sample!.versions[0]!, typeName: '', subresources: [], selectableFields, schema: () => schema }
  const names = { ...sample!.names, kind: 'Widget', listKind: 'WidgetList', plural: 'widgets' }
  return { ...sample!, group: 'example.com', names, versions: [version], builtIn: false }
}

describe('OpenAPI v2', () => {
  it('holds everything in one document that refers to nothing that is not there', () => {
    for (const ref of refs(v2)) {
      expect(v2.definitions, ref).to.have.property(ref.replace('#/definitions/', ''))
    }
    expect(Object.keys(v2.paths)).to.include.members([
      '/api/v1/namespaces/{namespace}/pods/{name}',
      '/apis/batch/v1/cronjobs',
    ])
    expect(v2.definitions['io.k8s.apimachinery.pkg.api.resource.Quantity']).to.include({ type: 'string' })
  })

  it("shows nothing of people's own kinds that keep what their schema does not name, for old clients would refuse it", () => {
    const schema = {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
      properties: { spec: { type: 'object' } },
    }
    const { definitions } = JSON.parse(
      Buffer.from(assembledAtOnce(openapiV2({ ...options, definitions: [widget(schema)] }))).toString(),
    ) as Document
    const { 'x-kubernetes-group-version-kind': _, ...shown } = definitions['com.example.v1.Widget'] as object as Record<
      string,
      unknown
    >
    expect(shown).to.deep.equal({ type: 'object' })
  })

  it('is written as protobuf too', () => {
    const reader = new BinaryReader(assembledAtOnce(openapiV2InProtobuf(options)))
    const members = new Map<number, Uint8Array>()
    while (reader.pos < reader.len) members.set(reader.tag()[0], reader.bytes())
    expect([...members.keys()]).to.deep.equal([1, 2, 8, 9])
    expect(Buffer.from(members.get(1)!).toString()).to.equal('2.0')
    const definitions = new BinaryReader(members.get(9)!)
    const names: string[] = []
    while (definitions.pos < definitions.len) {
      definitions.tag()
      const pair = new BinaryReader(definitions.bytes())
      pair.tag()
      names.push(pair.string())
    }
    expect(names).to.deep.equal(Object.keys(v2.definitions))
  })
})

function assembledAtOnce(assembly: Assembly): Uint8Array {
  for (;;) {
    const step = assembly.next()
    if (step.done) return Buffer.concat(step.value)
  }
}
