import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const configMaps = '/api/v1/namespaces/default/configmaps'
const protobuf = 'application/vnd.kubernetes.protobuf'

const group = 'protobuf.example.com'

describe('answers in protobuf over https', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one' }, data: { a: 'b' } }
    await server.ask(configMaps, { method: 'POST', body })
  })
  after(() => server.stop())
  const ask = (path: string, accept: string) => server.ask(path, { headers: { accept } })

  it('are given for objects, lists and errors', async () => {
    for (const [path, status, kind] of [
      [`${configMaps}/one`, 200, 'ConfigMap'],
      [configMaps, 200, 'ConfigMapList'],
      [`${configMaps}/none`, 404, 'Status'],
    ] as const) {
      const answer = await ask(path, `${protobuf},application/json`)
      expect([answer.status, answer.headers['content-type']], path).to.deep.equal([status, protobuf])
      const names = `\n\x02v1\x12${String.fromCharCode(kind.length)}${kind}`
      expect(answer.text.startsWith(`k8s\0\n${String.fromCharCode(names.length)}${names}\x12`), path).to.equal(true)
      expect(answer.text).to.contain(kind === 'Status' ? 'not found' : 'one')
    }
  })

  it('are given for discovery, but not for what is aggregated of it', async () => {
    for (const [path, kind] of [
      ['/api', 'APIVersions'],
      ['/apis', 'APIGroupList'],
      ['/apis/apps', 'APIGroup'],
      ['/apis/apps/v1', 'APIResourceList'],
    ] as const) {
      const { status, headers, text } = await ask(path, `${protobuf},application/json`)
      expect([status, headers['content-type'], text.slice(0, 4)], path).to.deep.equal([200, protobuf, 'k8s\0'])
      expect(text, path).to.contain(kind)
    }
    // Verbs stand in a message of their own.
    const { text } = await ask('/apis/apps/v1', protobuf)
    expect(text).to.contain('\x1a\nDeployment"').and.to.contain('\n\x06create')
  })

  it('are as the quality of each type says', async () => {
    const json = await ask(`${configMaps}/one`, `${protobuf};q=0.5,application/json`)
    expect(json.headers['content-type']).to.equal('application/json')
    const metadata = await ask(configMaps, `${protobuf};as=PartialObjectMetadataList;g=meta.k8s.io;v=v1`)
    expect(metadata.headers['content-type']).to.equal(protobuf)
    expect(metadata.text).to.contain('PartialObjectMetadataList')
  })

  it('are not given for tables', async () => {
    const table = `${protobuf};as=Table;g=meta.k8s.io;v=v1`
    expect((await ask(configMaps, table)).status).to.equal(406)
    expect((await ask(configMaps, `${table},application/json`)).json.kind).to.equal('ConfigMapList')
  })

  it("are given of the metadata of people's own kinds, and of nothing else of them", async () => {
    const made = await server.ask('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', {
      method: 'POST',
      body: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `things.${group}` },
        spec: {
          group,
          scope: 'Cluster',
          names: { plural: 'things', kind: 'Thing' },
          versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
        },
      },
    })
    expect(made.status, made.text).to.equal(201)
    const things = `/apis/${group}/v1/things`
    const marked = { apiVersion: `${group}/v1`, kind: 'Thing', metadata: { name: 'marked', annotations: { a: 'b' } } }
    await server.ask(things, { method: 'POST', body: marked })
    const metadata = (as: string) => `${protobuf};as=${as};g=meta.k8s.io;v=v1`
    for (const [path, as] of [
      [`${things}/marked`, 'PartialObjectMetadata'],
      [things, 'PartialObjectMetadataList'],
    ] as const) {
      const { status, headers, text } = await ask(path, `${metadata(as)},application/json`)
      expect([status, headers['content-type']]).to.deep.equal([200, protobuf])
      expect(text).to.contain('marked').and.to.contain(as)
    }
    const watch = await server.follow(`${things}?watch=true`, {
      headers: { accept: metadata('PartialObjectMetadata') },
    })
    expect([watch.status, watch.headers['content-type']]).to.deep.equal([200, `${protobuf};stream=watch`])
    watch.end()
    expect((await ask(things, protobuf)).status).to.equal(406)
  })

  it('are refused in YAML to a watch, and where a group is said without a shape, in words that can be read', async () => {
    const watched = await ask(`${configMaps}?watch=true`, 'application/yaml')
    expect([watched.status, watched.headers['content-type']]).to.deep.equal([406, 'application/yaml'])
    expect(watched.text).to.contain(
      `only the following media types are accepted: application/json;stream=watch, ${protobuf};stream=watch`,
    )
    expect((await ask(configMaps, 'application/json;g=meta.k8s.io;v=v1beta1')).status).to.equal(406)
  })

  it('are how errors are told to who takes nothing else, unless a shape is asked for', async () => {
    const missing = `${configMaps}/missing`
    const shaped = (type: string, as: string) => `${type};as=${as};g=meta.k8s.io;v=v1`
    for (const [path, accept, status, type] of [
      [missing, protobuf, 404, protobuf],
      [missing, shaped(protobuf, 'PartialObjectMetadata'), 404, 'application/json'],
      [missing, `${shaped(protobuf, 'PartialObjectMetadata')},application/yaml`, 404, 'application/yaml'],
      [missing, shaped('application/yaml', 'Table'), 404, 'application/json'],
      [`${configMaps}?watch=true`, shaped('application/yaml', 'Table'), 406, 'application/json'],
      [`/apis/${group}/v1/things`, protobuf, 406, protobuf],
      [configMaps, shaped(protobuf, 'Table'), 406, 'application/json'],
    ] as const) {
      const { status: code, headers } = await ask(path, accept)
      expect([code, headers['content-type']], `${path} ${accept}`).to.deep.equal([status, type])
    }
  })

  it('tell of a delete, and number the members of older lists of metadata as those do', async () => {
    const body = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'gone' } })
    await server.ask(configMaps, { method: 'POST', body })
    for (const [version, metadata] of [
      ['v1', 0x0a],
      ['v1beta1', 0x12],
    ] as const) {
      const { bytes } = await ask(configMaps, `${protobuf};as=PartialObjectMetadataList;g=meta.k8s.io;v=${version}`)
      const named = bytes.indexOf('PartialObjectMetadataList') + 'PartialObjectMetadataList'.length
      // The list's own metadata is said first, behind the message's tag and its length of two bytes.
      expect([bytes[named], bytes[named + 3]], version).to.deep.equal([0x12, metadata])
    }
    const deleted = await server.ask(`${configMaps}/gone`, { method: 'DELETE', headers: { accept: protobuf } })
    expect([deleted.status, deleted.headers['content-type']]).to.deep.equal([200, protobuf])
    expect(deleted.bytes.subarray(0, 18).toString('latin1')).to.match(/^k8s\0.*Status$/s)
  })

  it('are the frames of a watch', async () => {
    const watch = await server.follow(`${configMaps}?watch=true`, { headers: { accept: protobuf } })
    expect([watch.status, watch.headers['content-type']]).to.deep.equal([200, `${protobuf};stream=watch`])
    watch.end()
  })
})
