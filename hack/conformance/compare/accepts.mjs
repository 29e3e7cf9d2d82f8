/**
 * What Accept may ask for: lists of ranges with qualities and parameters, by hand and at random (SEED, ROUNDS), of all sorts of paths; protobuf is read without its messages.
 */
import { define, shirt, shirts } from './custom-kind.mjs'
import { dice } from './dice.mjs'
import { protobuf, read } from './wire.mjs'

const meta = 'v=v1;g=meta.k8s.io'
const home = '/api/v1/namespaces/default/configmaps'
const one = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'accepted', labels: { a: 'b' } },
  data: { a: 'b' },
}
const scaled = '/apis/apps/v1/namespaces/default/replicasets'
const set = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { name: 'accepted' },
  spec: {
    replicas: 0,
    selector: { matchLabels: { a: 'b' } },
    template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'a', image: 'i' }] } },
  },
}

const types = [
  'application/json',
  'application/yaml',
  protobuf,
  '*/*',
  '*',
  'application/*',
  'text/plain',
  'application/cbor',
  'application/json/x',
  'Application/JSON',
]
const parameters = [
  `as=Table;${meta}`,
  `as=PartialObjectMetadata;${meta}`,
  `as=PartialObjectMetadataList;${meta}`,
  'as=Table;v=v1beta1;g=meta.k8s.io',
  'as=PartialObjectMetadataList;v=v1beta1;g=meta.k8s.io',
  `as=Other;${meta}`,
  'as=Table',
  'g=meta.k8s.io',
  'v=v1',
  'as=',
  'stream=watch',
  'stream=other',
  'stream=',
  'sv=v1',
  'sv=v2',
  'export=1',
  'pretty=1',
  'pretty=0',
  'charset=utf-8',
  'profile=x',
  'a',
  'a=b=c',
  ' as = Table ; v = v1 ; g = meta.k8s.io ',
  `as=Table;as=PartialObjectMetadata;${meta}`,
]
const qualities = ['q=0', 'q=0.1', 'q=0.5', 'q=1', 'q=2', 'q=-1', 'q=x', 'q=', 'q=1e-3', 'q=0.50', 'q= 0.9', 'q=inf']

const byHand = [
  '',
  ' ',
  ',',
  ', application/json',
  'application/json,',
  ';',
  'application',
  '/',
  'application/',
  'application/cbor, application/json',
  'application/cbor',
  'application/cbor-seq',
  `${protobuf};as=Table;${meta}, application/json;as=Table;${meta}`,
  `${protobuf};as=Table;${meta}, ${protobuf}`,
  `${protobuf};stream=watch, application/json`,
  'application/json;q=0.1, application/yaml;q=0.2, */*;q=0.9',
  '*/*;q=1, application/yaml;q=0.1',
  'application/*;q=1, application/yaml;q=0.1',
  'application/*, application/yaml',
  '*/*, application/yaml',
  'application/yaml, application/json;q=0.5, application/vnd.kubernetes.protobuf;q=0.7, text/plain',
]

function* headers() {
  yield* byHand
  for (const type of types) {
    yield type
    for (const each of parameters) yield `${type};${each}`
  }
  for (const quality of qualities) yield `application/json;${quality}, application/yaml;q=0.5`
  const { below, one: any, is } = dice(Number(process.env.SEED ?? 1))
  const range = () =>
    [any(types), ...(is(0.4) ? [any(parameters)] : []), ...(is(0.6) ? [any(qualities)] : [])].join(';')
  for (let left = Number(process.env.ROUNDS ?? 150); left > 0; left--)
    yield Array.from({ length: 1 + below(5) }, range).join(is(0.5) ? ',' : ', ')
}

const dry = 'dryRun=All'
const asked = [
  { path: `${home}/accepted` },
  { path: `${home}?fieldSelector=metadata.name=accepted` },
  { path: `${home}?watch=1&timeoutSeconds=1&fieldSelector=metadata.name=accepted`, limit: 150 },
  { path: `${home}/none` },
  { method: 'POST', path: `${home}?${dry}`, body: { ...one, metadata: { name: 'another' } } },
  { method: 'POST', path: `${home}?${dry}`, body: one },
  { method: 'DELETE', path: `${home}/accepted?${dry}` },
  { path: `${scaled}/accepted/scale` },
  { path: `${scaled}/accepted/status` },
  { path: `${shirts}/accepted` },
  { path: shirts },
  { path: `${shirts}?watch=1&timeoutSeconds=1`, limit: 150 },
  { path: `${shirts}/none` },
  { path: `${shirts}/accepted/scale` },
  {
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    body: { spec: { nonResourceAttributes: { path: '/', verb: 'get' } } },
  },
  { path: '/api' },
  { path: '/apis' },
  { path: '/apis/apps' },
  { path: '/apis/apps/v1' },
  { path: '/apis/compare.example.com/v1' },
  { path: '/apis/none.example.com/v1/things' },
  { path: '/version' },
  { path: '/livez' },
]

export default async function accepts(twins) {
  twins.known.push(
    [/\.message|description/, 'said in our own words'],
    [/managedFields|f:spec/, 'compared by others'],
    [/PartialObjectMetadata.*accepted/, 'a watch of lists has no events there'],
    [/cells\[\d\]: "(\d+[smhd])+" \| /, 'ages'],
    [/serverAddress|"\d+\.\d+\.\d+\.\d+:\d+" \| /, 'each its own'],
    [/^body\.(git|build|go|compiler)/, 'what the server is built from'],
  )
  const whole = twins.compare.bind(twins)
  twins.compare = (theirs, ours, options) => whole(read(theirs), read(ours), options)
  const both = (asking) => Promise.all([twins.upstream, twins.operon].map((side) => side.ask(asking)))
  await define(twins)
  await both({ method: 'POST', path: home, body: one })
  await both({ method: 'POST', path: scaled, body: set })
  await both({ method: 'POST', path: shirts, body: { ...shirt, metadata: { name: 'accepted' } } })
  for (const accept of headers())
    for (const asking of asked) await twins.ask({ ...asking, headers: { accept } }, { note: `accept: ${accept}` })
}
