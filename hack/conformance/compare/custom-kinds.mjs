/** What clients see of a kind of people's own: tables, discovery, OpenAPI, scale, apply, strictness, selectors; and its end. */
import { define, definition, shirt, shirts } from './custom-kind.mjs'

const table = 'application/json;as=Table;v=v1;g=meta.k8s.io'
const json = 'application/merge-patch+json'
const apply = 'application/apply-patch+yaml'

export default async function askCustomKinds(twins) {
  twins.known.push(
    [/\.columnDefinitions\[\d\]\.description/, 'descriptions in our own words'],
    [/\.cells\[\d\]: "\d+s" \| "\d+s"/, 'how old it is'],
    [/observedGeneration: - \|/, 'what the issue asks beyond upstream'],
    [
      /^(status: 500|body\.code: 500|body\.reason: - \| "BadRequest")/,
      'an apply that can not be understood is 400 here',
    ],
    [/status\.acceptedNames/, 'names are accepted in the write itself'],
    [/status\.conditions\[\d\]\.message/, 'in our own words'],
    [/body: apiVersion:/, 'YAML is written in another order'],
  )
  await define(twins)
  const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
  const own = `${definitions}/${definition.metadata.name}`
  const get = (path, headers = {}, note = '') =>
    twins.ask({ path, headers }, { note: `${note} ${headers.accept ?? ''}` })
  const send = (method, path, body, type) =>
    twins.ask({ method, path, body, headers: type ? { 'content-type': type } : {} })
  await get(own)
  await get(own, { accept: table })
  await get(definitions, { accept: table })
  await send('POST', shirts, { ...shirt, metadata: { name: 'a', labels: { a: 'b' } } })
  await send('POST', shirts, {
    ...shirt,
    metadata: { name: 'b', generateName: 'x' },
    spec: { ...shirt.spec, size: 4, colour: 'red', flag: false },
  })
  await send('POST', shirts, shirt)
  for (const accept of [
    'application/json',
    table,
    'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io',
    'application/yaml',
    'application/vnd.kubernetes.protobuf',
  ])
    for (const path of [shirts, `${shirts}?limit=1`, '/apis/compare.example.com/v1beta1/shirts'])
      await get(path, { accept })
  for (const accept of ['application/json', table, 'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io'])
    for (const path of [`${shirts}/a`, `${shirts}/a/status`, `${shirts}/a/scale`, `${shirts}/none`])
      await get(path, { accept })
  for (const include of ['None', 'Object', 'Metadata', 'x'])
    await get(`${shirts}?includeObject=${include}`, { accept: table })
  for (const selector of [
    'spec.colour=red',
    'spec.size=3',
    'spec.flag=true',
    'spec.colour!=red',
    'spec.name=abc',
    'metadata.name=a',
    'spec.colour',
    'metadata.labels=a',
  ])
    await get(`${shirts}?fieldSelector=${encodeURIComponent(selector)}`)
  await get(`${shirts}?labelSelector=a%3Db`)
  for (const path of [
    '/apis/compare.example.com',
    '/apis/compare.example.com/v1',
    '/apis/compare.example.com/v1beta1',
    '/openapi/v3/apis/compare.example.com/v1',
    '/openapi/v3/apis/compare.example.com/v1beta1',
  ])
    await get(path)
  const scale = {
    apiVersion: 'autoscaling/v1',
    kind: 'Scale',
    metadata: { name: 'a', namespace: 'default' },
    spec: { replicas: 4 },
  }
  for (const body of [
    scale,
    { ...scale, spec: { replicas: -1 } },
    { ...scale, spec: {} },
    { ...scale, kind: 'Other' },
    { ...scale, metadata: { name: 'b' } },
    { ...scale, spec: { replicas: 'x' } },
  ])
    await send('PUT', `${shirts}/a/scale?dryRun=All`, body)
  await send('PATCH', `${shirts}/a/scale`, { spec: { replicas: 5 } }, json)
  await send('PATCH', `${shirts}/a/status`, { status: { replicas: 7, selector: 'a=b', other: 1 } }, json)
  await send('PATCH', `${shirts}/a/status?fieldValidation=Strict`, { status: { other: 1 } }, json)
  await send('PATCH', `${shirts}/a`, { spec: { other: 1 } }, json)
  await send('PATCH', `${shirts}/a`, { spec: { size: 1 } }, 'application/strategic-merge-patch+json')
  await send('PATCH', `${shirts}/a`, [{ op: 'replace', path: '/spec/size', value: 'x' }], 'application/json-patch+json')
  await send('PATCH', `${shirts}/a`, [{ op: 'remove', path: '/spec/none' }], 'application/json-patch+json')
  await send('POST', `${shirts}?fieldValidation=Strict`, {
    ...shirt,
    metadata: { name: 'c', other: 1 },
    spec: { ...shirt.spec, none: 1, parts: [{ name: 'x', none: 1 }] },
  })
  await send('POST', `${shirts}?fieldValidation=Ignore`, { ...shirt, metadata: { name: 'c', other: 1 }, none: 1 })
  await send(
    'POST',
    `${shirts}?fieldValidation=Strict`,
    `{"apiVersion":"compare.example.com/v1","kind":"Shirt","metadata":{"name":"d"},"spec":{"size":1,"size":2,"name":"abc"}}`,
  )
  const applied = {
    apiVersion: shirt.apiVersion,
    kind: 'Shirt',
    metadata: { name: 'e' },
    spec: {
      size: 1,
      name: 'abc',
      parts: [{ name: 'one', port: 1 }, { name: 'two' }],
      tags: ['a'],
      map: { a: 1 },
      extra: { x: { y: 1 } },
    },
  }
  await send('PATCH', `${shirts}/e?fieldManager=one`, applied, apply)
  await send(
    'PATCH',
    `${shirts}/e?fieldManager=two`,
    { ...applied, spec: { size: 2, name: 'abc', tags: ['b'], parts: [{ name: 'two', to: 'x' }] } },
    apply,
  )
  await send(
    'PATCH',
    `${shirts}/e?fieldManager=two&force=true`,
    { ...applied, spec: { size: 2, name: 'abc', tags: ['b'], parts: [{ name: 'two', to: 'x' }] } },
    apply,
  )
  await send('PATCH', `${shirts}/e?fieldManager=one`, { ...applied, spec: { size: 2, name: 'abc' } }, apply)
  await send('PATCH', `${shirts}/e?fieldManager=one`, { ...applied, spec: { size: 2, name: 'abc', none: 1 } }, apply)
  await send(
    'PATCH',
    `${shirts}/e?fieldManager=one`,
    { ...applied, spec: { size: 'x', name: 'abc', parts: [{ port: 1 }] } },
    apply,
  )
  await send(
    'PATCH',
    `${shirts}/e/status?fieldManager=one`,
    { ...applied, spec: undefined, status: { replicas: 3 } },
    apply,
  )
  await send(
    'PATCH',
    `${shirts}/e?fieldManager=one`,
    { ...applied, spec: { ...applied.spec, tags: ['a', 'a'] } },
    apply,
  )
  await send('PUT', `${shirts}/e`, { ...applied, metadata: { name: 'e', resourceVersion: '1' } })
  await send('DELETE', `${shirts}/e`)
  await send('DELETE', `${shirts}?labelSelector=none`)
  await changes(twins, own)
  await ends(twins, own)
}

/** Definitions that change: what is stored, what may not be. */
async function changes(twins, own) {
  const merge = (patch, note) =>
    twins.ask({ method: 'PATCH', path: `${own}?dryRun=All`, headers: { 'content-type': json }, body: patch }, { note })
  const { versions } = definition.spec
  const [v1, old] = versions
  await merge({ spec: { group: 'other.example.com' } }, 'group')
  await merge({ spec: { scope: 'Cluster' } }, 'scope')
  await merge({ spec: { names: { kind: 'Other' } } }, 'kind')
  await merge({ spec: { names: { plural: 'others' } } }, 'plural')
  await merge({ spec: { names: { singular: 'other', shortNames: ['x'], listKind: 'Others' } } }, 'singular')
  await merge({ spec: { preserveUnknownFields: true } }, 'preserve')
  await merge({ spec: { versions: [old] } }, 'stored version gone')
  await merge(
    {
      spec: {
        versions: [
          { ...v1, storage: false },
          { ...old, storage: true },
        ],
      },
    },
    'other storage',
  )
  await merge({ spec: { versions: [{ ...v1, served: false }, old] } }, 'not served')
  await merge({ spec: { versions: [] } }, 'none')
  await merge(
    {
      spec: {
        conversion: {
          strategy: 'Webhook',
          webhook: {
            conversionReviewVersions: ['v1'],
            clientConfig: { url: 'https://localhost:1/', caBundle: 'eA==' },
          },
        },
      },
    },
    'bad bundle',
  )
  await merge({ metadata: { name: 'x' } }, 'name')
  await merge({ status: { storedVersions: [] } }, 'status through the whole')
  await merge({}, 'nothing')
  const status = (patch) =>
    twins.ask(
      { method: 'PATCH', path: `${own}/status?dryRun=All`, headers: { 'content-type': json }, body: { status: patch } },
      { note: `status ${JSON.stringify(patch)}` },
    )
  for (const patch of [
    { storedVersions: [] },
    { storedVersions: ['none'] },
    { storedVersions: ['v1', 'v1beta1'] },
    { acceptedNames: { kind: 'b c' } },
    { conditions: [{ type: 'x', status: 'True' }] },
    {},
  ])
    await status(patch)
}

/** An object with a finalizer holds its definition. */
async function ends(twins, own) {
  await twins.ask(
    { method: 'POST', path: shirts, body: { ...shirt, metadata: { name: 'held', finalizers: ['a.b/c'] } } },
    { note: 'held' },
  )
  await twins.ask({ method: 'DELETE', path: own }, { note: 'definition' })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await twins.ask({ path: own }, { note: 'terminating' })
  await twins.ask({ method: 'POST', path: shirts, body: { ...shirt, metadata: { name: 'late' } } }, { note: 'late' })
  await twins.ask({ path: shirts }, { note: 'terminating' })
  await twins.ask({ path: '/apis/compare.example.com/v1' }, { note: 'terminating' })
  await twins.ask(
    { method: 'PATCH', path: `${shirts}/held`, headers: { 'content-type': json }, body: { spec: { size: 5 } } },
    { note: 'while terminating' },
  )
  await twins.ask(
    {
      method: 'PATCH',
      path: `${shirts}/held`,
      headers: { 'content-type': json },
      body: { metadata: { finalizers: null } },
    },
    { note: 'let go' },
  )
  await new Promise((resolve) => setTimeout(resolve, 6000))
  for (const path of [own, shirts, `${shirts}/held`, '/apis/compare.example.com', '/apis/compare.example.com/v1'])
    await twins.ask({ path }, { note: 'gone' })
}
