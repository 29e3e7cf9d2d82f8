/** Each kind in each encoding: what one server writes as protobuf or YAML both read, and both write the same. KINDS=a,b chooses the plurals. */
import { readFileSync } from 'node:fs'
import { loadAll, load } from 'js-yaml'
import { podSpecs } from './rich.mjs'
import { alike, differences } from './twins.mjs'
import { protobuf, wire } from './wire.mjs'

const unwrapped = (answer) => {
  const { bytes, headers } = answer
  if (headers['content-type'] !== protobuf && !headers['content-type']?.startsWith(protobuf)) return answer.text
  return wire(bytes.subarray(4))
}

/** Objects by path. */
function* objects() {
  const labels = { a: 'b' }
  const template = { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'i' }] } }
  for (const [name, spec] of Object.entries(podSpecs))
    if (name !== 'guests')
      yield ['/api/v1/namespaces/default/pods', { metadata: { name: 'a', labels, annotations: labels }, spec }]
  const read = loadAll(readFileSync(new URL('rest-objects.yaml', import.meta.url), 'utf8')).flat(3)
  for (const object of read) if (object?.kind && object.apiVersion) yield [undefined, object]
  const apps = '/apis/apps/v1/namespaces/default'
  const spec = { replicas: 2, selector: { matchLabels: labels }, template }
  yield [`${apps}/deployments`, { metadata: { name: 'a' }, spec }]
  yield [`${apps}/replicasets`, { metadata: { name: 'a' }, spec }]
  yield [`${apps}/daemonsets`, { metadata: { name: 'a' }, spec: { selector: spec.selector, template } }]
  const claim = {
    metadata: { name: 'c' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  }
  yield [
    `${apps}/statefulsets`,
    { metadata: { name: 'a' }, spec: { ...spec, serviceName: 's', volumeClaimTemplates: [claim] } },
  ]
  yield [
    `${apps}/controllerrevisions`,
    { metadata: { name: 'a' }, revision: 1, data: { a: [1, 'b', null], c: { d: 1.5 } } },
  ]
  const once = { ...template, spec: { ...template.spec, restartPolicy: 'Never' } }
  const podFailurePolicy = { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [1, 2] } }] }
  const batch = '/apis/batch/v1/namespaces/default'
  yield [`${batch}/jobs`, { metadata: { name: 'a' }, spec: { template: once, podFailurePolicy } }]
  yield [
    `${batch}/cronjobs`,
    { metadata: { name: 'a' }, spec: { schedule: '* * * * *', jobTemplate: { spec: { template: once } } } },
  ]
  yield [
    '/api/v1/namespaces/default/replicationcontrollers',
    { metadata: { name: 'a' }, spec: { selector: labels, template } },
  ]
  yield ['/api/v1/namespaces/default/podtemplates', { metadata: { name: 'a' }, template }]
}

export default async function encodings(twins) {
  const { upstream, operon } = twins
  const both = (asking) => Promise.all([upstream.ask(asking), operon.ask(asking)])
  const told = (note, theirs, ours) => {
    twins.asked++
    const found = differences(alike(theirs), alike(ours)).filter((line) => {
      const isKnown = twins.known.some(([pattern]) => pattern.test(line))
      if (isKnown) twins.knownSeen++
      return !isKnown
    })
    if (found.length === 0) return
    twins.differed++
    console.log(note)
    for (const line of found.slice(0, 8)) console.log(`    ${line}`)
  }
  const places = new Map()
  const { resources } = (await upstream.ask({ path: '/api/v1' })).json
  for (const each of resources) places.set(`v1/${each.kind}`, each)
  for (const { versions } of (await upstream.ask({ path: '/apis' })).json.groups)
    for (const { groupVersion } of versions)
      for (const each of (await upstream.ask({ path: `/apis/${groupVersion}` })).json.resources)
        if (!each.name.includes('/')) places.set(`${groupVersion}/${each.kind}`, each)
  const asked = new Set()
  for (const [given, object] of objects()) {
    const place = places.get(`${object.apiVersion}/${object.kind}`)
    if (!given && !place) continue
    const base = object.apiVersion?.includes('/') ? '/apis/' : '/api/'
    const path = given ?? `${base}${object.apiVersion}/${place.namespaced ? 'namespaces/default/' : ''}${place.name}`
    if (process.env.KINDS && !process.env.KINDS.split(',').some((each) => path.endsWith(`/${each}`))) continue
    const post = (body, type, accept) =>
      both({ method: 'POST', path: `${path}?dryRun=All`, body, headers: { 'content-type': type, accept } })
    const plain = await post(JSON.stringify(object), 'application/json', 'application/json')
    if (plain[0].status !== 201 || plain[1].status !== 201) {
      told(`POST ${path} JSON`, plain[0].status, plain[1].status)
      continue
    }
    const packed = await post(JSON.stringify(object), 'application/json', protobuf)
    told(`POST ${path} answered as protobuf`, unwrapped(packed[0]), unwrapped(packed[1]))
    const written = await post(JSON.stringify(object), 'application/json', 'application/yaml')
    told(`POST ${path} answered as YAML`, load(written[0].text), load(written[1].text))
    for (const [whose, { bytes }] of [
      ['upstream', packed[0]],
      ['Operon', packed[1]],
    ]) {
      const read = await post(bytes, protobuf, 'application/json')
      told(`POST ${path} ${whose}'s protobuf`, read[0].json, read[1].json)
      const { metadata: _, ...stated } = plain[1].json
      const { metadata: __, ...back } = read[1].json
      told(`POST ${path} ${whose}'s protobuf, and JSON`, stated, back)
    }
    const read = await post(written[0].bytes, 'application/yaml', 'application/json')
    told(`POST ${path} upstream's YAML`, read[0].json, read[1].json)
    if (asked.has(path)) continue
    asked.add(path)
    for (const as of ['', ';as=PartialObjectMetadataList;v=v1;g=meta.k8s.io', ';as=Table;v=v1;g=meta.k8s.io'])
      for (const accept of [`${protobuf}${as}`, `${protobuf}${as},application/json`]) {
        const list = await both({ path: `${path}?limit=500`, headers: { accept } })
        told(
          `GET ${path} ${accept} status`,
          [list[0].status, list[0].headers['content-type']],
          [list[1].status, list[1].headers['content-type']],
        )
      }
  }
}
