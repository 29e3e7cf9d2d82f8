/** Every kind as a Table, as metadata, and as it stands: a rich object of each is made in both, by the manifests that the tests apply. */
import { readFileSync } from 'node:fs'
import { loadAll } from 'js-yaml'

const tree = new URL('../../../', import.meta.url)
const manifests = [
  'test/api/manifests.yaml',
  'plugins/kind/testdata/everyday.yaml',
  'hack/conformance/compare/tables.yaml',
]

const shapes = ['Table', 'PartialObjectMetadata', 'PartialObjectMetadataList', '']

const home = `tables-${process.pid}`

export default async function tables(twins) {
  twins.known.push(
    [/description: "/, 'said in our own words'],
    [/managedFields/, 'compared by others'],
    [/items: null \| \[\]|rows: null \| \[\]/, 'an empty list is never null'],
    [/no operator answers/, 'said where nothing acts'],
    [/controller-uid|kube-api-access-/, 'chosen'],
    [/p(v|vc)-protection/, 'nothing would take the finalizer away'],
    [/cells\[\d+\]: "(\d+[smhd])+" \| "(\d+[smhd])+"/, 'ages'],
    [/cells\[\d+\]: "10\.96|clusterIPs?|nodePort|healthCheckNodePort|secret.*token|caBundle/, 'chosen'],
  )
  const sides = [twins.upstream, twins.operon]
  const both = (asking) => Promise.all(sides.map((side) => side.ask(asking)))
  const known = new Map()
  const { json: groups } = await twins.operon.ask({ path: '/apis' })
  for (const groupVersion of [
    'v1',
    ...groups.groups.flatMap(({ versions }) => versions.map((each) => each.groupVersion)),
  ]) {
    const root = groupVersion === 'v1' ? '/api/v1' : `/apis/${groupVersion}`
    const { json } = await twins.operon.ask({ path: root })
    for (const each of json.resources ?? [])
      if (!each.name.includes('/')) known.set(`${groupVersion} ${each.kind}`, { ...each, root })
  }
  await both({ method: 'POST', path: '/api/v1/namespaces', body: { metadata: { name: home } } })
  const made = []
  // What controllers make beside is not compared.
  const names = new Set()
  const whole = twins.compare.bind(twins)
  const ours = ({ object, cells, metadata }) => names.has(object?.metadata?.name ?? cells?.[0] ?? metadata?.name)
  const read = (answer) => {
    const { rows, items, ...rest } = answer.json ?? {}
    return rows || items
      ? { ...answer, json: { ...rest, ...(rows ? { rows: rows.filter(ours) } : { items: items.filter(ours) }) } }
      : answer
  }
  twins.compare = (theirs, own, options) => whole(read(theirs), read(own), options)
  for (const file of manifests)
    for (const object of loadAll(readFileSync(new URL(file, tree), 'utf8'))) {
      // Nobody is behind it: namespaces could not be deleted any more.
      if (object?.kind === 'APIService' || object?.kind === 'Namespace') continue
      const resource = object && known.get(`${object.apiVersion} ${object.kind}`)
      if (!resource) continue
      const place = `${resource.root}${resource.namespaced ? `/namespaces/${home}` : ''}/${resource.name}`
      if (resource.namespaced) object.metadata.namespace = home
      const [theirs, ours] = await twins.ask(
        { method: 'POST', path: place, body: object },
        { note: object.metadata?.name },
      )
      if (theirs.status === 201 && ours.status === 201 && resource.verbs.includes('get')) {
        names.add(ours.json.metadata.name)
        made.push(`${place}/${ours.json.metadata.name}`)
      }
    }
  for (const { root, name, verbs, namespaced } of known.values()) {
    if (!verbs.includes('list')) continue
    const lists = [`${root}/${name}`, ...(namespaced ? [`${root}/namespaces/${home}/${name}`] : [])]
    const accept = (as, version = 'v1') => ({ accept: `application/json;as=${as};v=${version};g=meta.k8s.io` })
    for (const path of lists.slice(-1)) {
      for (const include of ['', '?includeObject=None', '?includeObject=Object'])
        await twins.ask({ path: `${path}${include}`, headers: accept('Table') })
      await twins.ask({ path, headers: accept('Table', 'v1beta1') })
      await twins.ask({ path, headers: accept('PartialObjectMetadataList') })
    }
  }
  for (const path of made)
    for (const as of shapes)
      await twins.ask(
        { path, headers: as ? { accept: `application/json;as=${as};v=v1;g=meta.k8s.io` } : {} },
        { note: as },
      )
}
