/**
 * Each kind followed as informers do it, in each encoding and shape: the state, the bookmark behind it, then a change and the end of one object; and lists of it. KINDS=a,b chooses the plurals.
 * The objects are those of tables.mjs.
 */
import { readFileSync } from 'node:fs'
import { loadAll } from 'js-yaml'
import { protobuf, read } from './wire.mjs'

const tree = new URL('../../../', import.meta.url)
const manifests = [
  'test/api/manifests.yaml',
  'plugins/kind/testdata/everyday.yaml',
  'hack/conformance/compare/rest-objects.yaml',
]
const home = `followed-${process.pid}`
const shape = (type, as, version = 'v1') => `${type};as=${as};g=meta.k8s.io;v=${version}`
const accepts = [
  'application/json',
  protobuf,
  `${protobuf};stream=watch`,
  shape(protobuf, 'PartialObjectMetadata'),
  shape(protobuf, 'PartialObjectMetadata', 'v1beta1'),
  shape('application/json', 'PartialObjectMetadata'),
  shape('application/json', 'Table'),
  `${shape(protobuf, 'Table')}, ${shape('application/json', 'Table')}`,
]
const lists = [
  shape(protobuf, 'PartialObjectMetadataList'),
  shape(protobuf, 'PartialObjectMetadataList', 'v1beta1'),
  `${shape(protobuf, 'PartialObjectMetadataList')},${shape('application/json', 'PartialObjectMetadataList')},application/json`,
  shape('application/json', 'PartialObjectMetadataList'),
  `${shape(protobuf, 'Table')}, ${shape('application/json', 'Table')}`,
  protobuf,
]

export default async function followed(twins) {
  twins.known.push(
    [/description/, 'said in our own words'],
    [/managedFields|\.17\[/, 'compared by others'],
    [/cells\[\d+\]: "(\d+[smhd])+" \| "/, 'ages'],
    [/\.columnDefinitions: (\[.* \| null|null \| \[)/, 'which frame has the columns is chance upstream'],
    [/p(v|vc)-protection/, 'nothing would take the finalizer away'],
  )
  const whole = twins.compare.bind(twins)
  twins.compare = (theirs, ours, options) => whole(read(theirs), read(ours), options)
  const both = (asking) => Promise.all([twins.upstream, twins.operon].map((side) => side.ask(asking)))
  await both({ method: 'POST', path: '/api/v1/namespaces', body: { metadata: { name: home } } })
  const kinds = await served(twins.operon)
  const seen = new Set()
  for (const file of manifests)
    for (const object of loadAll(readFileSync(new URL(file, tree), 'utf8')).flat(3)) {
      const kind = object && kinds.get(`${object.apiVersion} ${object.kind}`)
      if (!kind || ['APIService', 'Namespace'].includes(object.kind) || seen.has(kind)) continue
      if (process.env.KINDS && !process.env.KINDS.split(',').includes(kind.name)) continue
      if (kind.namespaced) object.metadata.namespace = home
      const place = `${kind.root}${kind.namespaced ? `/namespaces/${home}` : ''}/${kind.name}`
      const answers = await both({ method: 'POST', path: place, body: object })
      if (answers.some(({ status }) => status !== 201)) continue
      seen.add(kind)
      await follow(twins, place, object.metadata.name)
    }
  console.log(`${seen.size} kinds`)
}

async function served(side) {
  const kinds = new Map()
  const { groups } = (await side.ask({ path: '/apis' })).json
  for (const groupVersion of ['v1', ...groups.flatMap(({ versions }) => versions.map((each) => each.groupVersion))]) {
    const root = groupVersion === 'v1' ? '/api/v1' : `/apis/${groupVersion}`
    for (const each of (await side.ask({ path: root })).json.resources ?? [])
      if (!each.name.includes('/') && each.verbs.includes('watch'))
        kinds.set(`${groupVersion} ${each.kind}`, { ...each, root })
  }
  return kinds
}

async function follow(twins, place, name) {
  const one = `fieldSelector=metadata.name=${name}`
  for (const accept of lists) await twins.ask({ path: `${place}?${one}`, headers: { accept } }, { note: accept })
  const informer = 'watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true'
  const watching = accepts.map((accept) =>
    twins.ask({ path: `${place}?${informer}&timeoutSeconds=3&${one}`, headers: { accept } }, { note: accept }),
  )
  await new Promise((resolve) => setTimeout(resolve, 700))
  const change = { metadata: { annotations: { followed: 'on' } } }
  const headers = { 'content-type': 'application/merge-patch+json' }
  await Promise.all(
    [twins.upstream, twins.operon].map(async (side) => {
      await side.ask({ method: 'PATCH', path: `${place}/${name}`, headers, body: change })
      await side.ask({ method: 'DELETE', path: `${place}/${name}?gracePeriodSeconds=0&propagationPolicy=Background` })
    }),
  )
  await Promise.all(watching)
}
