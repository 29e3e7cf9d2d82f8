/** Selectors: the texts of bad ones, chance mixtures of their parts, and which fields each kind can be selected by. */
import { prepare } from './lists.mjs'

const namespace = `reads-selectors-${Date.now() % 1000000}`
const path = `/api/v1/namespaces/${namespace}/secrets`

/** Numbers below `most`, the same for the same seed. */
export function chance(seed) {
  let state = seed >>> 0
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

const labelParts = [
  'odd',
  'nth',
  'none',
  'a/b',
  '=',
  '==',
  '!=',
  '!',
  ' in ',
  ' notin ',
  '(',
  ')',
  ',',
  '1',
  '2',
  'true',
  '<',
  '>',
  ' ',
  '-',
  '"',
  'in',
  'x.y/z',
  '/',
  'é',
  '(1,2)',
  '(true)',
]
const fieldParts = [
  'metadata.name',
  'metadata.namespace',
  'type',
  'data.x',
  '=',
  '==',
  '!=',
  ',',
  'one-1',
  'Opaque',
  '\\',
  '\\,',
  '\\=',
  ' ',
  '',
  '!',
  'metadata',
]

export default async function selectors(twins) {
  twins.known.push([
    /^body.message: .*(a|an?) .*must consist of/,
    'what a name has to be is explained in our own words',
  ])
  await prepare(twins, namespace)
  const seed = Number(process.env.SEED ?? Date.now() % 1e9)
  console.log(`seed ${seed}`)
  const next = chance(seed)
  const text = (parts, most) => Array.from({ length: 1 + next(most) }, () => parts[next(parts.length)]).join('')
  for (let nth = 0; nth < Number(process.env.COUNT ?? 300); nth++)
    await twins.ask({ path: `${path}?labelSelector=${encodeURIComponent(text(labelParts, 7))}` }, { note: '' })
  for (let nth = 0; nth < Number(process.env.COUNT ?? 150); nth++)
    await twins.ask({ path: `${path}?fieldSelector=${encodeURIComponent(text(fieldParts, 6))}` }, { note: '' })
  await supported(twins)
}

const fields = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.labels',
  'spec.nodeName',
  'spec.host',
  'spec.restartPolicy',
  'spec.schedulerName',
  'spec.serviceAccountName',
  'spec.hostNetwork',
  'status.phase',
  'status.podIP',
  'status.podIPs',
  'status.nominatedNodeName',
  'status.replicas',
  'status.successful',
  'type',
  'spec.unschedulable',
  'spec.type',
  'spec.clusterIP',
  'spec.signerName',
  'involvedObject.kind',
  'involvedObject.namespace',
  'involvedObject.name',
  'involvedObject.uid',
  'involvedObject.apiVersion',
  'involvedObject.resourceVersion',
  'involvedObject.fieldPath',
  'reason',
  'reportingComponent',
  'reportingController',
  'source',
  'name',
  'namespace',
  'regarding.kind',
  'spec.driver',
  'spec.nodename',
  'spec.volumeName',
  'status.loadBalancer',
  'spec.parentRef.name',
  'parentRef.resource',
]

/** Every kind of every version by each of the fields that any has. */
async function supported(twins) {
  const [{ json: groups }] = await twins.ask({ path: '/apis' })
  const versions = [
    '/api/v1',
    ...groups.groups.flatMap(({ versions }) => versions.map(({ groupVersion }) => `/apis/${groupVersion}`)),
  ]
  for (const version of versions) {
    const { json } = await twins.upstream.ask({ path: version })
    for (const { name, verbs } of json.resources.filter(({ verbs }) => verbs.includes('list')))
      for (const field of fields)
        for (const asked of verbs.includes('watch') && field === 'metadata.name'
          ? ['', '&watch=1&timeoutSeconds=1']
          : [''])
          await twins.ask({ path: `${version}/${name}?fieldSelector=${field}%3Dabc${asked}` })
  }
}
