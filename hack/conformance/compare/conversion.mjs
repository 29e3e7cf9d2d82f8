/** Definitions of several versions with a conversion webhook: what it is asked, what becomes of each sort of answer, and what each version asks of its objects. */
import { setTimeout as pass } from 'node:timers/promises'
import { certificate, hookServer, withoutSides } from './hook-server.mjs'
import { alike } from './twins.mjs'

const group = `c${Date.now() % 1000000}.example.com`
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const merge = 'application/merge-patch+json'
const apply = 'application/apply-patch+yaml'
const table = 'application/json;as=Table;v=v1;g=meta.k8s.io'
const metadataOnly = (kind) => `application/json;as=PartialObjectMetadata${kind};v=v1;g=meta.k8s.io`
const of = (plural, version) => `/apis/${group}/${version}/namespaces/default/${plural}`
const kindOf = (plural) => `${plural[0].toUpperCase()}${plural.slice(1, -1)}`

const text = { type: 'string' }
const whole = { type: 'integer' }
const object = (properties, more) => ({ type: 'object', properties, ...more })

/** The same object in three versions: hostPort in v1; host and port in v2; those and memo for note, under no spec, in v3. */
const shapes = {
  v1: object({
    spec: object(
      {
        hostPort: { ...text, pattern: ':' },
        note: { ...text, default: 'noted in v1' },
        size: { ...whole, default: 1, maximum: 100 },
        tags: { type: 'array', items: text, 'x-kubernetes-list-type': 'set' },
      },
      { 'x-kubernetes-validations': [{ rule: "self.hostPort != 'refused:1'", message: 'by v1' }] },
    ),
    status: object({ ready: text, replicas: whole }),
  }),
  v2: object({
    spec: object(
      {
        host: { ...text, minLength: 2 },
        port: text,
        note: { ...text, default: 'noted in v2' },
        size: { ...whole, default: 2, maximum: 50 },
        tags: { type: 'array', items: text },
        extra: { ...text, default: 'more' },
      },
      {
        required: ['host'],
        'x-kubernetes-validations': [
          { rule: "self.host != 'refused'", message: 'by v2' },
          { rule: 'self.size >= oldSelf.size', message: 'smaller' },
        ],
      },
    ),
    status: object({ state: text, replicas: whole }),
  }),
  v3: object({
    host: text,
    port: text,
    memo: text,
    count: whole,
    tags: { type: 'array', items: text },
    now: object({ state: text, replicas: whole }),
  }),
}

const scaleOf = {
  v1: { specReplicasPath: '.spec.size', statusReplicasPath: '.status.replicas' },
  v2: { specReplicasPath: '.spec.size', statusReplicasPath: '.status.replicas', labelSelectorPath: '.status.state' },
}

const versionOf = (name, more = {}) => ({
  name,
  served: true,
  storage: name === 'v1',
  schema: { openAPIV3Schema: shapes[name] },
  ...(name === 'v3' ? {} : { subresources: { status: {}, scale: scaleOf[name] } }),
  ...(name === 'v3' ? { deprecated: true, deprecationWarning: 'no v3 any more' } : {}),
  additionalPrinterColumns: [
    {
      name: `In ${name}`,
      type: 'string',
      jsonPath: { v1: '.spec.hostPort', v2: '.spec.host', v3: '.host' }[name],
      description: 'd',
    },
  ],
  selectableFields: [{ jsonPath: { v1: '.spec.hostPort', v2: '.spec.host', v3: '.host' }[name] }],
  ...more,
})

const clean = (value) => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, clean(each)]),
  )
}

/** What every version says, whichever it comes from. */
function read({ apiVersion, spec: said, status, host, port, memo, count, tags, now }) {
  const spec = said ?? {}
  const version = apiVersion.split('/')[1]
  if (version === 'v1') {
    const [h, p] = (spec.hostPort ?? '').split(':')
    return {
      h: spec.hostPort === undefined ? undefined : h,
      p,
      note: spec.note,
      size: spec.size,
      tags: spec.tags,
      state: status?.ready,
      replicas: status?.replicas,
      extra: undefined,
    }
  }
  if (version === 'v2')
    return {
      h: spec.host,
      p: spec.port,
      note: spec.note,
      size: spec.size,
      tags: spec.tags,
      state: status?.state,
      replicas: status?.replicas,
    }
  return { h: host, p: port, note: memo, size: count, tags, state: now?.state, replicas: now?.replicas }
}

const some = (members) => (Object.values(members).every((each) => each === undefined) ? undefined : members)

/** What a good webhook makes of an object. */
export function converted(one, desired) {
  const { apiVersion: _, kind, metadata } = one
  const { h, p, note, size, tags, state, replicas } = read(one)
  const version = desired.split('/')[1]
  const head = { apiVersion: desired, kind, metadata }
  if (version === 'v1')
    return clean({
      ...head,
      spec: { hostPort: h === undefined ? undefined : `${h}:${p ?? ''}`, note, size, tags },
      status: some({ ready: state, replicas }),
    })
  if (version === 'v2')
    return clean({ ...head, spec: { host: h, port: p, note, size, tags }, status: some({ state, replicas }) })
  return clean({ ...head, host: h, port: p, memo: note, count: size, tags, now: some({ state, replicas }) })
}

const reply = (body, response) => ({ apiVersion: body.apiVersion, kind: body.kind, response })
const right = ({ body }) =>
  reply(body, {
    uid: body.request.uid,
    result: { status: 'Success' },
    convertedObjects: body.request.objects.map((each) => converted(each, body.request.desiredAPIVersion)),
  })

/** A good answer with something else in its response. */
const with_ = (change) => (one) => {
  const answer = right(one)
  return { ...answer, response: change(answer.response, one.body) ?? answer.response }
}
/** ... in each of its objects. */
const each = (change) =>
  with_((response) => ({ ...response, convertedObjects: response.convertedObjects.map((one) => change(one) ?? one) }))
const inMetadata = (more) => each((one) => ({ ...one, metadata: { ...one.metadata, ...more } }))
const raw =
  (text, more = {}) =>
  () => ({ text, ...more })

/** Every answer that is not as it should be, by the name of the kind whose webhook gives it. */
const offences = {
  right,
  uids: with_((response) => ({ ...response, uid: 'other' })),
  nouids: with_(({ uid: _, ...response }) => response),
  fewers: with_((response) => ({ ...response, convertedObjects: response.convertedObjects.slice(1) })),
  mores: with_(({ convertedObjects, ...response }) => ({
    ...response,
    convertedObjects: [...convertedObjects, convertedObjects[0]],
  })),
  nones: with_((response) => ({ ...response, convertedObjects: [] })),
  nulllists: with_((response) => ({ ...response, convertedObjects: null })),
  absents: with_(({ convertedObjects: _, ...response }) => response),
  nulls: with_((response) => ({ ...response, convertedObjects: response.convertedObjects.map(() => null) })),
  texts: with_((response) => ({ ...response, convertedObjects: response.convertedObjects.map(() => 'x') })),
  numbers: with_((response) => ({ ...response, convertedObjects: response.convertedObjects.map(() => 1) })),
  arrays: with_((response) => ({ ...response, convertedObjects: response.convertedObjects.map(() => []) })),
  empties: with_((response) => ({ ...response, convertedObjects: response.convertedObjects.map(() => ({})) })),
  maps: with_((response) => ({ ...response, convertedObjects: {} })),
  kinds: each((one) => ({ ...one, kind: 'Other' })),
  nokinds: each(({ kind: _, ...one }) => one),
  olds: each((one) => ({ ...one, apiVersion: one.apiVersion.endsWith('v1') ? `${group}/v2` : `${group}/v1` })),
  noversions: each(({ apiVersion: _, ...one }) => one),
  groups: each((one) => ({ ...one, apiVersion: 'other.example.com/v2' })),
  names: inMetadata({ name: 'other' }),
  nonames: each(({ metadata: { name: _, ...metadata }, ...one }) => ({ ...one, metadata })),
  namespaces: inMetadata({ namespace: 'other' }),
  metauids: inMetadata({ uid: 'other' }),
  numbernames: inMetadata({ name: 1 }),
  labels: inMetadata({ labels: { added: 'yes' } }),
  badlabels: inMetadata({ labels: { 'no good': 'x' } }),
  badvalues: inMetadata({ labels: { a: '-' } }),
  numberlabels: inMetadata({ labels: { a: 1 } }),
  listlabels: inMetadata({ labels: ['a'] }),
  nulllabels: inMetadata({ labels: null }),
  nulllabelvalues: inMetadata({ labels: { a: null } }),
  emptylabels: inMetadata({ labels: {} }),
  annotations: inMetadata({ annotations: { added: 'yes' } }),
  badannotations: inMetadata({ annotations: { 'no good': 'x' } }),
  longannotations: inMetadata({ annotations: { a: 'x'.repeat(300000) } }),
  numberannotations: inMetadata({ annotations: { a: 1 } }),
  finalizers: inMetadata({ finalizers: ['example.com/never'] }),
  owners: inMetadata({ ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' }] }),
  deletions: inMetadata({
    deletionTimestamp: '2026-01-01T00:00:00Z',
    generation: 99,
    resourceVersion: '1',
    managedFields: [],
  }),
  unknownmetas: inMetadata({ unknown: 'x' }),
  nometas: each(({ metadata: _, ...one }) => one),
  nullmetas: each((one) => ({ ...one, metadata: null })),
  textmetas: each((one) => ({ ...one, metadata: 'x' })),
  unknowns: each((one) => ({ ...one, unknown: 1, spec: { ...one.spec, unknown: 1 } })),
  wrongtypes: each((one) => ({ ...one, spec: { ...one.spec, size: 'x' } })),
  nospecs: each(({ spec: _, ...one }) => one),
  nullspecs: each((one) => ({ ...one, spec: null })),
  textspecs: each((one) => ({ ...one, spec: 'x' })),
  swappeds: with_(({ convertedObjects, ...response }) => ({
    ...response,
    convertedObjects: [...convertedObjects].reverse(),
  })),
  failures: with_((response) => ({ ...response, result: { status: 'Failure', message: 'not today' } })),
  failuresofs: with_((response) => ({
    ...response,
    result: {
      status: 'Failure',
      message: 'not today',
      reason: 'Conflict',
      code: 409,
      details: { retryAfterSeconds: 3 },
    },
  })),
  failureswithouts: with_((response) => ({ ...response, result: { status: 'Failure' } })),
  messages: with_((response) => ({ ...response, result: { message: 'only words' } })),
  noresults: with_(({ result: _, ...response }) => response),
  nullresults: with_((response) => ({ ...response, result: null })),
  lowers: with_((response) => ({ ...response, result: { status: 'success' } })),
  noresponses: ({ body }) => ({ apiVersion: body.apiVersion, kind: body.kind }),
  nullresponses: ({ body }) => reply(body, null),
  echoes: ({ body }) => body,
  others: (one) => ({ ...right(one), kind: 'AdmissionReview' }),
  nokindreviews: (one) => {
    const { kind: _, ...answer } = right(one)
    return answer
  },
  nothingreviews: (one) => ({ response: right(one).response }),
  betas: (one) => ({ ...right(one), apiVersion: 'apiextensions.k8s.io/v1beta1' }),
  futures: (one) => ({ ...right(one), apiVersion: 'apiextensions.k8s.io/v2' }),
  unknownmembers: (one) => ({ ...right(one), unknown: 1, response: { ...right(one).response, unknown: 1 } }),
  withrequests: (one) => ({ ...one.body, ...right(one) }),
  bigkeys: (one) => ({ text: JSON.stringify(right(one)).replace('"response"', '"Response"') }),
  statuses: () => ({
    apiVersion: 'v1',
    kind: 'Status',
    status: 'Failure',
    message: 'not today',
    reason: 'Forbidden',
    code: 403,
  }),
  successstatuses: () => ({ apiVersion: 'v1', kind: 'Status', status: 'Success' }),
  invalids: raw('{'),
  trailings: (one) => ({ text: `${JSON.stringify(right(one))}x` }),
  emptybodies: raw(''),
  nullbodies: raw('null'),
  listbodies: raw('[]'),
  htmls: raw('<html></html>', { headers: { 'content-type': 'text/html' } }),
  plains: (one) => ({ text: JSON.stringify(right(one)), headers: { 'content-type': 'text/plain' } }),
  untypeds: (one) => ({ text: JSON.stringify(right(one)), headers: {} }),
  brokentypes: (one) => ({ text: JSON.stringify(right(one)), headers: { 'content-type': 'a b c;;' } }),
  yamls: (one) => ({ text: JSON.stringify(right(one)), headers: { 'content-type': 'application/yaml' } }),
  notfounds: raw('gone', { status: 404 }),
  failings: raw('failing', { status: 500 }),
  failingrights: (one) => ({
    text: JSON.stringify(right(one)),
    status: 500,
    headers: { 'content-type': 'application/json' },
  }),
  createds: (one) => ({
    text: JSON.stringify(right(one)),
    status: 201,
    headers: { 'content-type': 'application/json' },
  }),
  nocontents: raw('', { status: 204 }),
  redirects: raw('', { status: 302, headers: { location: '/SIDE/right' } }),
  forbiddens: raw(
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Status',
      status: 'Failure',
      message: 'no',
      reason: 'Forbidden',
      code: 403,
    }),
    {
      status: 403,
      headers: { 'content-type': 'application/json' },
    },
  ),
  closings: (_, response) => void response.destroy(),
  halves: (one, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000000 })
    response.write(JSON.stringify(right(one)))
    setTimeout(() => response.destroy(), 50)
  },
  unreachables: right,
  untrusteds: right,
}

export default async function conversion(twins) {
  twins.known.push(
    [/\.cells\[\d\]: "\d+s" \| "\d+s"/, 'how old it is'],
    [/observedGeneration: - \|/, 'what the issue asks beyond upstream'],
    [/status\.conditions\[\d\]\.message|columnDefinitions\[\d\]\.description/, 'in our own words'],
    [/headers\.encoding: "gzip"/, 'no compressed answers are asked for'],
  )
  const compare = twins.compare.bind(twins)
  twins.compare = (theirs, ours, options) => compare(withoutSides(theirs), withoutSides(ours), options)
  const answers = new Map(Object.entries(offences))
  const server = await hookServer(async (one, response) => {
    // A redirect that is followed has no body.
    const said = one.body?.request
      ? await (answers.get(one.name) ?? right)(one, response)
      : { text: 'no review', status: 400 }
    if (said === undefined) return
    const {
      status = 200,
      headers = { 'content-type': 'application/json' },
      text: written,
    } = said !== null && typeof said === 'object' && 'text' in said ? said : { text: JSON.stringify(said) }
    response.writeHead(status, headers)
    response.end(written)
  })
  const sides = [twins.upstream, twins.operon]
  const tools = {
    twins,
    server,
    answers,
    sides,
    definitionOf: (
      side,
      plural,
      { versions = ['v1', 'v2', 'v3'].map((name) => versionOf(name)), conversion, ...more } = {},
    ) => ({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `${plural}.${group}` },
      spec: {
        group,
        scope: 'Namespaced',
        names: { plural, kind: kindOf(plural) },
        versions,
        conversion: conversion ?? {
          strategy: 'Webhook',
          webhook: { clientConfig: server.clientConfig(side, plural), conversionReviewVersions: ['v1'] },
        },
        ...more,
      },
    }),
    /** Asked of both, and not compared. */
    async both(asking) {
      const all = await Promise.all(sides.map((side) => side.ask(typeof asking === 'function' ? asking(side) : asking)))
      for (const { status, text: said } of all) if (status >= 300) console.log(`in vain: ${said.slice(0, 300)}`)
      return all
    },
    send: (method, path, body, { type, accept, note, ...how } = {}) =>
      twins.ask(
        (side) => ({
          method,
          path,
          body: typeof body === 'function' ? body(side) : body,
          headers: { ...(type ? { 'content-type': type } : {}), ...(accept ? { accept } : {}) },
          ...how,
        }),
        { note: `${note ?? ''} ${accept ?? ''}`.trim() },
      ),
  }
  const parts = { reviews, wrong, settings, versions, stored, changes, managers, byHand }
  const only = process.env.ONLY?.split(',') ?? Object.keys(parts)
  for (const part of only) {
    const [asked, differed] = [twins.asked, twins.differed]
    await parts[part](tools)
    console.log(`-- ${part}: ${twins.asked - asked} compared, ${twins.differed - differed} differ`)
  }
}

const manifest = (plural, version, name, more = {}) => {
  const as = {
    apiVersion: `${group}/v2`,
    kind: kindOf(plural),
    metadata: { name, ...more.metadata },
    spec: { host: 'host', port: '80', ...more.spec },
  }
  return version === 'v2' ? as : converted(as, `${group}/${version}`)
}

/** A review as it is compared: the servers' own choices made alike. */
const shownReview = ({ method, url, headers, body }) => {
  const { accept, 'content-type': type, 'user-agent': agent, 'accept-encoding': encoding } = headers
  return { method, url, headers: { accept, type, agent, encoding }, body: alike(body) }
}

/** What is asked, for each verb. A kube-apiserver's caches ask too, whenever: only what is asked for reads that no cache answers is compared one by one, of the rest each sort. */
async function reviews(tools) {
  const { both, send, server, twins, definitionOf } = tools
  const plural = 'asks'
  await both((side) => ({ method: 'POST', path: definitions, body: definitionOf(side, plural) }))
  await pass(1500)
  const at = (version, rest = '') => `${of(plural, version)}${rest}`
  const seen = { upstream: new Map(), operon: new Map() }
  const note = () => {
    for (const side of ['upstream', 'operon'])
      for (const one of server.asked[side]) {
        const review = shownReview(one)
        const { desiredAPIVersion, objects } = review.body.request
        for (const each of objects) {
          const key = `${each.metadata?.name} ${each.apiVersion} to ${desiredAPIVersion}`
          seen[side].set(key, [
            ...(seen[side].get(key) ?? []),
            { ...review, body: { ...review.body, request: { ...review.body.request, objects: [each] } } },
          ])
        }
      }
  }
  /** What both have asked for this one request, once the caches have had theirs. */
  const ask = async (method, path, body, how = {}) => {
    server.empty()
    const answers = await send(method, path, body, how)
    if (process.env.ASKED) {
      await pass(200)
      for (const side of ['upstream', 'operon'])
        console.log(
          `    ${method} ${path} ${side}: ${server.asked[side].map(({ body: { request } }) => `${request.objects.map((o) => o.apiVersion.split('/')[1])}>${request.desiredAPIVersion.split('/')[1]}`).join(' ')}`,
        )
    }
    note()
    return answers
  }
  const askExactly = async (path, how = {}) => {
    server.empty()
    await send('GET', path, undefined, how)
    const shown = (side) => server.asked[side].map(shownReview)
    twins.tell(`GET ${path} IS ASKED OTHERWISE`, shown('upstream'), shown('operon'))
  }
  for (const version of ['v1', 'v2', 'v3'])
    await ask('POST', at(version, '?fieldManager=me'), manifest(plural, version, `in-${version}`))
  await ask('POST', at('v2', '?dryRun=All'), manifest(plural, 'v2', 'dry'))
  await ask('POST', at('v2'), manifest(plural, 'v2', 'wrong', { spec: { size: 1000 } }))
  await ask('POST', at('v2'), manifest(plural, 'v2', 'refused', { spec: { host: 'refused' } }))
  await ask('POST', at('v2'), manifest(plural, 'v2', 'refused-by-v1', { spec: { host: 'refused', port: '1' } }))
  await ask('POST', at('v3'), manifest(plural, 'v3', 'refused-by-v1', { spec: { host: 'refused', port: '1' } }))
  await ask('POST', at('v2'), { ...manifest(plural, 'v2', ''), metadata: { generateName: 'made-' }, spec: { host: 1 } })
  await ask('POST', at('v2'), manifest(plural, 'v2', 'in-v2'))
  await pass(500)
  for (const version of ['v1', 'v2', 'v3']) {
    for (const accept of ['application/json', table, metadataOnly(''), 'application/yaml'])
      await askExactly(at(version, '/in-v2'), { accept })
    for (const rest of ['/status', '/scale', '/none', '/in-v2/none'])
      await askExactly(at(version, rest.startsWith('/in') || rest === '/none' ? rest : `/in-v2${rest}`))
    await askExactly(at(version, '/in-v2?resourceVersion=0'))
    for (const accept of ['application/json', table, metadataOnly('List')])
      for (const query of [
        '',
        '?limit=2',
        '?resourceVersion=0',
        '?labelSelector=a%3Db',
        '?fieldSelector=metadata.name%3Din-v2',
        '?fieldSelector=spec.host%3Dhost',
        '?fieldSelector=spec.hostPort%3Dhost:80',
        '?fieldSelector=host%3Dhost',
      ])
        await ask('GET', at(version, query), undefined, { accept })
    await ask('GET', `/apis/${group}/${version}/${plural}`)
  }
  for (const version of ['v1', 'v2', 'v3']) {
    const name = `/in-v2`
    const now = async () =>
      new Map(
        await Promise.all(tools.sides.map(async (side) => [side, (await side.ask({ path: at(version, name) })).json])),
      )
    const size = (n) => (version === 'v3' ? { count: n } : { spec: { size: n } })
    let current = await now()
    await ask('PUT', at(version, name), (side) => ({
      ...current.get(side),
      ...(version === 'v3' ? { count: 5 } : { spec: { ...current.get(side).spec, size: 5 } }),
    }))
    current = await now()
    await ask('PUT', at(version, name), (side) => current.get(side), { note: 'the same' })
    await ask('PUT', at(version, `${name}?dryRun=All`), (side) => ({
      ...current.get(side),
      ...(version === 'v3' ? { count: 9 } : { spec: { ...current.get(side).spec, size: 9 } }),
    }))
    await ask('PUT', at(version, name), manifest(plural, version, 'in-v2'), { note: 'no revision' })
    await ask('PATCH', at(version, name), size(7), { type: merge })
    await ask('PATCH', at(version, name), {}, { type: merge, note: 'nothing' })
    await ask('PATCH', at(version, name), size(1), { type: merge, note: 'smaller' })
    await ask('PATCH', at(version, `${name}?dryRun=All`), size(8), { type: merge })
    await ask('PATCH', at(version, name), size('x'), { type: merge })
    await ask('PATCH', at(version, name), { metadata: { labels: { by: version } } }, { type: merge })
    await ask(
      'PATCH',
      at(version, name),
      [{ op: 'replace', path: version === 'v3' ? '/count' : '/spec/size', value: 8 }],
      { type: 'application/json-patch+json' },
    )
    await ask('PATCH', at(version, name), [{ op: 'test', path: '/spec/host', value: 'host' }], {
      type: 'application/json-patch+json',
    })
    await ask('PATCH', at(version, name), size(8), { type: 'application/strategic-merge-patch+json' })
    const applied = {
      apiVersion: `${group}/${version}`,
      kind: kindOf(plural),
      metadata: { name: 'in-v2' },
      ...size(11),
    }
    await ask('PATCH', at(version, `${name}?fieldManager=applier-${version}`), applied, { type: apply })
    await ask('PATCH', at(version, `${name}?fieldManager=applier-${version}&force=true`), applied, { type: apply })
    await ask(
      'PATCH',
      at(version, `/new-${version}?fieldManager=applier`),
      {
        ...applied,
        metadata: { name: `new-${version}` },
        ...(version === 'v3'
          ? { host: 'host', count: 1 }
          : { spec: { ...(version === 'v1' ? { hostPort: 'host:' } : { host: 'host' }) } }),
      },
      { type: apply },
    )
    if (version !== 'v3') {
      const status = version === 'v1' ? { ready: 'yes', replicas: 1 } : { state: 'a=b', replicas: 2 }
      await ask('PATCH', at(version, `${name}/status`), { status }, { type: merge })
      current = await now()
      await ask('PUT', at(version, `${name}/status`), (side) => ({
        ...current.get(side),
        status: { ...status, replicas: 5 },
      }))
      await ask(
        'PATCH',
        at(version, `${name}/status?fieldManager=s`),
        { ...applied, spec: undefined, status: { replicas: 6 } },
        { type: apply },
      )
      await ask('PATCH', at(version, `${name}/scale`), { spec: { replicas: 12 } }, { type: merge })
      await ask('PATCH', at(version, `${name}/scale?dryRun=All`), { spec: { replicas: 13 } }, { type: merge })
      await ask('PATCH', at(version, `${name}/scale`), { spec: { replicas: 1000 } }, { type: merge })
      await ask('PUT', at(version, `${name}/scale`), {
        apiVersion: 'autoscaling/v1',
        kind: 'Scale',
        metadata: { name: 'in-v2', namespace: 'default' },
        spec: { replicas: 14 },
      })
    }
    for (const each of ['v1', 'v2', 'v3']) await askExactly(at(each, name))
  }
  for (const version of ['v1', 'v2', 'v3'])
    for (const accept of ['application/json', table, metadataOnly('')]) {
      await ask('GET', at(version, '?watch=1&resourceVersion=0&timeoutSeconds=1'), undefined, { accept, limit: 1500 })
      await ask(
        'GET',
        at(
          version,
          '?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&timeoutSeconds=1',
        ),
        undefined,
        { accept, limit: 1500 },
      )
      for (const query of [
        'fieldSelector=spec.host%3Dhost',
        'fieldSelector=spec.hostPort%3Dhost:80',
        'fieldSelector=metadata.name%3Din-v1',
      ])
        await ask('GET', at(version, `?watch=1&resourceVersion=0&timeoutSeconds=1&${query}`), undefined, {
          accept,
          limit: 1500,
        })
    }
  // A watch that sees each sort of change, in another version than they are made in.
  for (const [seenIn, madeIn] of [
    ['v1', 'v2'],
    ['v2', 'v1'],
    ['v3', 'v2'],
    ['v2', 'v2'],
  ]) {
    const watch = send('GET', at(seenIn, '?watch=1&timeoutSeconds=4'), undefined, {
      limit: 4500,
      note: `changes in ${madeIn}`,
    })
    await pass(700)
    const name = `seen-${seenIn}-${madeIn}`
    await both({ method: 'POST', path: at(madeIn), body: manifest(plural, madeIn, name) })
    await both({
      method: 'PATCH',
      path: at(madeIn, `/${name}`),
      headers: { 'content-type': merge },
      body: { metadata: { labels: { a: 'b' } } },
    })
    await both({
      method: 'PATCH',
      path: at(madeIn, `/${name}`),
      headers: { 'content-type': merge },
      body: { metadata: { finalizers: ['a.b/c'] } },
    })
    await both({ method: 'DELETE', path: at(madeIn, `/${name}`) })
    await both({
      method: 'PATCH',
      path: at(madeIn, `/${name}`),
      headers: { 'content-type': merge },
      body: { metadata: { finalizers: null } },
    })
    await watch
  }
  for (const version of ['v1', 'v2', 'v3']) {
    await ask('DELETE', at(version, `/in-${version}?dryRun=All`))
    await ask('DELETE', at(version, `/in-${version}`))
    await ask('DELETE', at(version, `/none`))
    await ask('DELETE', at(version, `?labelSelector=none%3Dnone`))
    await ask('DELETE', at(version, `?fieldSelector=metadata.name%3Dnew-${version}&dryRun=All`))
    await ask('DELETE', at(version, `?fieldSelector=metadata.name%3Dnew-${version}`))
  }
  await ask('DELETE', at('v2'))
  for (const key of new Set([...seen.upstream.keys(), ...seen.operon.keys()])) {
    const [theirs, ours] = [seen.upstream.get(key), seen.operon.get(key)]
    if (!theirs || !ours) console.log(`${key}: only ${theirs ? 'upstream' : 'operon'} asks`)
  }
}

/** Every sort of answer, for reads and writes. */
async function wrong(tools) {
  const { both, send, definitionOf, sides, server } = tools
  const wanted = process.env.WRONG?.split(',') ?? Object.keys(offences)
  const untrusted = certificate().cert.toString('base64')
  const settings = {
    unreachables: { url: 'https://127.0.0.1:1/' },
    untrusteds: (side) => ({ ...server.clientConfig(side, 'untrusteds'), caBundle: untrusted }),
  }
  const none = { strategy: 'None' }
  for (const plural of wanted) {
    // Objects in the stored version need no webhook.
    await both((side) => ({
      method: 'POST',
      path: definitions,
      body: definitionOf(side, plural, { conversion: none }),
    }))
  }
  await pass(1500)
  await Promise.all(
    wanted.flatMap((plural) =>
      ['a', 'b'].map((name) =>
        both({
          method: 'POST',
          path: of(plural, 'v1'),
          body: manifest(plural, 'v1', name, { metadata: { labels: { a: 'b' }, annotations: { c: 'd' } } }),
        }),
      ),
    ),
  )
  for (const plural of wanted) {
    const said = settings[plural]
    await both((side) => ({
      method: 'PATCH',
      path: `${definitions}/${plural}.${group}`,
      headers: { 'content-type': merge },
      body: {
        spec: {
          conversion: {
            strategy: 'Webhook',
            webhook: {
              clientConfig: typeof said === 'function' ? said(side) : (said ?? server.clientConfig(side, plural)),
              conversionReviewVersions: ['v1'],
            },
          },
        },
      },
    }))
  }
  await pass(2500)
  for (const plural of wanted) {
    const at = (version, rest = '') => `${of(plural, version)}${rest}`
    const note = plural
    await send('GET', at('v1', '/a'), undefined, { note })
    await send('GET', at('v2', '/a'), undefined, { note })
    await send('GET', at('v2', '/a'), undefined, { note, accept: table })
    await send('GET', at('v2', '/a/status'), undefined, { note })
    await send('GET', at('v2', '/a/scale'), undefined, { note })
    await send('GET', at('v2'), undefined, { note })
    await send('GET', at('v2', '?limit=1'), undefined, { note })
    await send('GET', at('v2'), undefined, { note, accept: table })
    await send('GET', at('v2', '?watch=1&resourceVersion=0&timeoutSeconds=1'), undefined, { note, limit: 1800 })
    await send('POST', at('v2'), manifest(plural, 'v2', 'c'), { note })
    await send('POST', at('v2', '?dryRun=All'), manifest(plural, 'v2', 'd'), { note })
    await send('GET', at('v1', '/c'), undefined, { note })
    const seen = new Map(
      await Promise.all(sides.map(async (side) => [side, (await side.ask({ path: at('v1', '/a') })).json])),
    )
    await send(
      'PUT',
      at('v2', '/a'),
      (side) => {
        const { resourceVersion } = seen.get(side).metadata
        return manifest(plural, 'v2', 'a', { metadata: { resourceVersion }, spec: { size: 40 } })
      },
      { note },
    )
    await send('PATCH', at('v2', '/a'), { spec: { size: 41 } }, { type: merge, note })
    await send('PATCH', at('v2', '/a/status'), { status: { replicas: 3 } }, { type: merge, note })
    await send(
      'PATCH',
      at('v2', '/a?fieldManager=x&force=true'),
      { ...manifest(plural, 'v2', 'a'), spec: { host: 'applied' } },
      { type: apply, note },
    )
    await send(
      'PATCH',
      at('v2', '/e?fieldManager=x'),
      { ...manifest(plural, 'v2', 'e'), spec: { host: 'applied' } },
      { type: apply, note },
    )
    await send('PATCH', at('v2', '/a/scale'), { spec: { replicas: 42 } }, { type: merge, note })
    await send('DELETE', at('v2', '/b'), undefined, { note })
    await send('GET', at('v1', '/a'), undefined, { note: `${note} in the end` })
    await send('DELETE', at('v2'), undefined, { note })
    await send('GET', at('v1'), undefined, { note: `${note} in the end` })
  }
}

/** What a definition may say of its conversion. */
async function settings(tools) {
  const { send, definitionOf, server, twins } = tools
  const { caBundle } = server.clientConfig(twins.upstream, 'x')
  const url = 'https://127.0.0.1:9443/convert'
  const service = { namespace: 'n', name: 's' }
  const webhook = (clientConfig, more) => ({
    strategy: 'Webhook',
    webhook: { clientConfig, conversionReviewVersions: ['v1'], ...more },
  })
  const said = [
    null,
    {},
    { strategy: '' },
    { strategy: 'none' },
    { strategy: 'Other' },
    { strategy: 'None' },
    { strategy: null },
    { strategy: 1 },
    'None',
    [],
    { strategy: 'Webhook' },
    { strategy: 'Webhook', webhook: null },
    { strategy: 'Webhook', webhook: {} },
    { strategy: 'Webhook', webhook: { conversionReviewVersions: ['v1'] } },
    { strategy: 'None', webhook: { clientConfig: { url }, conversionReviewVersions: ['v1'] } },
    { strategy: 'None', webhook: {} },
    { strategy: 'None', webhook: { clientConfig: { url: 'x' }, conversionReviewVersions: [] } },
    { webhook: { clientConfig: { url }, conversionReviewVersions: ['v1'] } },
    webhook({}),
    webhook(null),
    webhook({ url }),
    webhook({ url, service }),
    webhook({ url: null, service: null }),
    ...[
      '',
      'x',
      'http://a.example.com',
      'https://',
      'https://a.example.com?x=y',
      'https://a.example.com#x',
      'https://user@a.example.com',
      'https://user:pass@a.example.com/x',
      'https://a.example.com:99999/',
      'https://a.example.com:0/',
      'https://[::1]:443/x',
      'https://a b.example.com/',
      'https://a.example.com/%zz',
      'HTTPS://a.example.com',
      ' https://a.example.com',
      '//a.example.com',
      'https:a',
      '/x',
      'https://127.0.0.1',
    ].map((each) => webhook({ url: each })),
    webhook({ url: 1 }),
    ...[
      {},
      { name: 's' },
      { namespace: 'n' },
      { ...service, path: '' },
      { ...service, path: 'x' },
      { ...service, path: '/' },
      { ...service, path: '/x' },
      { ...service, path: '/x/' },
      { ...service, path: '//' },
      { ...service, path: '/x//y' },
      { ...service, path: '/a b' },
      { ...service, path: '/A/_x' },
      { ...service, path: '/a/-b' },
      { ...service, port: 0 },
      { ...service, port: -1 },
      { ...service, port: 65535 },
      { ...service, port: 65536 },
      { ...service, port: 'x' },
      { ...service, port: null },
      { namespace: 'N N', name: 'S S' },
    ].map((each) => webhook({ service: each })),
    ...[
      caBundle,
      '',
      'x',
      'eA==',
      'IA==',
      null,
      1,
      Buffer.from('-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----').toString('base64'),
    ].map((each) => webhook({ url, caBundle: each })),
    ...[
      null,
      [],
      ['v2'],
      ['v1', 'v1'],
      ['v1beta1'],
      ['v1beta1', 'v1'],
      ['v2', 'v1'],
      ['V1'],
      [''],
      ['v1', ''],
      ['a b'],
      ['v1', 'a.b'],
      [1],
      'v1',
      ['v1', 'v1beta1', 'v1'],
    ].map((each) => webhook({ url }, { conversionReviewVersions: each })),
    webhook({ url }, { unknown: 1 }),
    { ...webhook({ url }), unknown: 1 },
    { ...webhook({ url }), conversionReviewVersions: ['v1'], webhookClientConfig: { url } },
  ]
  for (const conversion of said)
    for (const query of ['?dryRun=All', '?dryRun=All&fieldValidation=Strict'])
      await send(
        'POST',
        `${definitions}${query}`,
        (side) => {
          const definition = definitionOf(side, 'settings')
          return { ...definition, spec: { ...definition.spec, conversion } }
        },
        { note: JSON.stringify(conversion) },
      )
  await send('POST', definitions, (side) => definitionOf(side, 'settings', { conversion: { strategy: 'None' } }))
  await pass(1500)
  for (const conversion of said) {
    await send(
      'PATCH',
      `${definitions}/settings.${group}?dryRun=All`,
      { spec: { conversion } },
      { type: merge, note: JSON.stringify(conversion) },
    )
    if (conversion)
      await send(
        'PATCH',
        `${definitions}/settings.${group}?dryRun=All&fieldManager=x&force=true`,
        (side) => {
          const definition = definitionOf(side, 'settings')
          return { ...definition, spec: { ...definition.spec, conversion } }
        },
        { type: apply, note: JSON.stringify(conversion) },
      )
  }
  // One that was stored without a webhook, and one that changes.
  const own = `${definitions}/settings.${group}`
  await send('PATCH', own, { spec: { conversion: webhook({ url }) } }, { type: merge })
  for (const conversion of [
    { webhook: { conversionReviewVersions: ['v2'] } },
    { webhook: { conversionReviewVersions: [] } },
    { webhook: null },
    { strategy: 'None' },
    { strategy: 'None', webhook: null },
    { webhook: { clientConfig: { caBundle: 'eA==' } } },
    { webhook: { clientConfig: { url: null, service } } },
  ])
    await send(
      'PATCH',
      `${own}?dryRun=All`,
      { spec: { conversion } },
      { type: merge, note: JSON.stringify(conversion) },
    )
}

/** The schema, columns, fields and subresources of each version, without a webhook and with one. */
async function versions(tools) {
  const { both, send, definitionOf, sides } = tools
  for (const [plural, conversion] of [
    ['nothings', { strategy: 'None' }],
    ['hookeds', undefined],
  ]) {
    await both((side) => ({ method: 'POST', path: definitions, body: definitionOf(side, plural, { conversion }) }))
    await pass(1500)
    const at = (version, rest = '') => `${of(plural, version)}${rest}`
    for (const version of ['v1', 'v2', 'v3']) {
      const bodies = {
        plain: {},
        empty: { spec: {} },
        'without spec': { spec: undefined },
        'null spec': { spec: null },
        unknown: { spec: { other: 1 }, other: 1 },
        'of v1': { spec: { hostPort: 'a:1', note: 'n' } },
        'of v2': { spec: { host: 'ab', port: '1', note: 'n', extra: 'e' } },
        'of v3': { host: 'ab', memo: 'n', count: 3 },
        'too large for v2': { spec: { host: 'ab', hostPort: 'a:1', size: 70 } },
        'too large': { spec: { host: 'ab', hostPort: 'a:1', size: 170 } },
        'short for v2': { spec: { host: 'a', hostPort: 'a:1' } },
        'wrong for v1': { spec: { host: 'ab', hostPort: 'ab' } },
        'refused by v1': { spec: { host: 'ab', hostPort: 'refused:1' } },
        'refused by v2': { spec: { host: 'refused', hostPort: 'refused:2' } },
        'twice in a set': { spec: { host: 'ab', hostPort: 'a:1', tags: ['a', 'a'] } },
        'wrong type': { spec: { host: 1, hostPort: 1, size: 'x' } },
        status: { spec: { host: 'ab', hostPort: 'a:1' }, status: { ready: 'y', state: 'z', replicas: 3 } },
        'of another version': { apiVersion: `${group}/${version === 'v1' ? 'v2' : 'v1'}` },
        'of another kind': { kind: 'Other' },
      }
      let n = 0
      for (const [note, more] of Object.entries(bodies)) {
        const name = `${version}-${n++}`
        const body = { apiVersion: `${group}/${version}`, kind: kindOf(plural), metadata: { name }, ...more }
        await send('POST', at(version), body, { note: `${note} (in ${version}, ${plural})` })
        await send(
          'POST',
          at(version, '?dryRun=All&fieldValidation=Strict'),
          { ...body, metadata: { name: 'strict' } },
          { note: `${note} (strict, in ${version})` },
        )
        for (const other of ['v1', 'v2', 'v3'])
          await send('GET', at(other, `/${name}`), undefined, { note: `${note} (made in ${version}, ${plural})` })
        for (const other of ['v1', 'v2', 'v3']) {
          await send(
            'PATCH',
            at(other, `/${name}`),
            { metadata: { labels: { a: other } } },
            { type: merge, note: `${note} (made in ${version}, ${plural}): label` },
          )
          await send(
            'PATCH',
            at(other, `/${name}?dryRun=All`),
            { spec: { size: 1 } },
            { type: merge, note: `${note} (made in ${version}, ${plural}): smaller` },
          )
          await send(
            'PATCH',
            at(other, `/${name}?dryRun=All`),
            { spec: { size: 60 } },
            { type: merge, note: `${note} (made in ${version}, ${plural}): larger` },
          )
          await send(
            'PATCH',
            at(other, `/${name}?dryRun=All`),
            { status: { replicas: 9 } },
            { type: merge, note: `${note} (made in ${version}, ${plural}): status` },
          )
          await send(
            'PATCH',
            at(other, `/${name}/status?dryRun=All`),
            { status: { replicas: 9, state: 's', ready: 'r', none: 1 }, spec: { size: 9 } },
            { type: merge, note: `${note} (made in ${version}, ${plural})` },
          )
          await send('GET', at(other, `/${name}/scale`), undefined, { note: `${note} (made in ${version}, ${plural})` })
          await send(
            'PATCH',
            at(other, `/${name}/scale?dryRun=All`),
            { spec: { replicas: 7 } },
            { type: merge, note: `${note} (made in ${version}, ${plural})` },
          )
        }
        const now = new Map(
          await Promise.all(sides.map(async (side) => [side, (await side.ask({ path: at('v2', `/${name}`) })).json])),
        )
        await send('PUT', at('v2', `/${name}?dryRun=All`), (side) => now.get(side), {
          note: `${note} (made in ${version}, ${plural}): as it is`,
        })
      }
    }
    for (const version of ['v1', 'v2', 'v3']) {
      await send('GET', at(version), undefined, { note: plural })
      await send('GET', at(version), undefined, { note: plural, accept: table })
      for (const field of ['spec.hostPort', 'spec.host', 'host', 'spec.size', 'metadata.name'])
        for (const value of ['a:1', 'ab', '', 'v2-6'])
          await send('GET', at(version, `?fieldSelector=${encodeURIComponent(`${field}=${value}`)}`), undefined, {
            note: plural,
          })
      await send('DELETE', at(version, '?dryRun=All&fieldSelector=spec.host%3Dab'), undefined, { note: plural })
    }
    for (const path of ['', '/v1', '/v2', '/v3'].map((rest) => `/apis/${group}${rest}`)) await send('GET', path)
  }
}

/** Managers of the stored version, of what is stored in others: see `changes`. */
async function stored(tools) {
  const { both, send, definitionOf } = tools
  // Objects that no version can read any more.
  const plural = 'lefts'
  const own = `${definitions}/${plural}.${group}`
  const at = (version, rest = '') => `${of(plural, version)}${rest}`
  const all = (storage, more = {}) =>
    ['v1', 'v2', 'v3'].map((name) => versionOf(name, { storage: name === storage, ...more[name] }))
  const change = (versions_, note, query = '') =>
    send('PATCH', `${own}${query}`, { spec: { versions: versions_ } }, { type: merge, note })
  await both((side) => ({ method: 'POST', path: definitions, body: definitionOf(side, plural) }))
  await pass(1500)
  for (const version of ['v1', 'v2', 'v3'])
    await send('POST', at(version), manifest(plural, version, `made-${version}`))
  await change(all('v2'), 'stored in v2')
  await pass(1500)
  await send('GET', own)
  const reads = async (note) => {
    for (const version of ['v1', 'v2', 'v3']) {
      for (const name of ['made-v1', 'made-v2', 'later-v1'])
        await send('GET', at(version, `/${name}`), undefined, { note })
      await send('GET', at(version), undefined, { note })
      await send('GET', at(version), undefined, { note, accept: table })
    }
    for (const path of ['', '/v1', '/v2', '/v3'].map((rest) => `/apis/${group}${rest}`))
      await send('GET', path, undefined, { note })
  }
  await reads('stored in v2')
  await send('POST', at('v1'), manifest(plural, 'v1', 'later-v1'))
  await send('PATCH', at('v1', '/made-v1'), { spec: { note: 'anew' } }, { type: merge })
  await send('PATCH', at('v1', '/made-v2'), {}, { type: merge, note: 'nothing' })
  await reads('some written anew')
  for (const storedVersions of [['v1'], ['v2'], ['v1', 'v2'], [], ['v9']])
    await send(
      'PATCH',
      `${own}/status?dryRun=All`,
      { status: { storedVersions } },
      { type: merge, note: JSON.stringify(storedVersions) },
    )
  const [v1, v2, v3] = all('v2')
  await change([v2, v3], 'v1 gone while stored', '?dryRun=All')
  await change([{ ...v1, served: false }, v2, v3], 'v1 not served')
  await pass(1500)
  await reads('v1 not served')
  await send('POST', at('v1'), manifest(plural, 'v1', 'x'))
  await send('PATCH', `${own}/status`, { status: { storedVersions: ['v2'] } }, { type: merge })
  for (const name of ['made-v1', 'made-v2', 'made-v3', 'later-v1'])
    await send('PATCH', at('v2', `/${name}`), { metadata: { labels: { a: 'b' } } }, { type: merge })
  await change([v2, v3], 'v1 gone')
  await pass(1500)
  await reads('v1 gone')
  for (const name of ['made-v1', 'made-v2', 'later-v1']) {
    await send('PATCH', at('v2', `/${name}`), { spec: { size: 30 } }, { type: merge, note: 'a manager of v1 is there' })
    await send(
      'PATCH',
      at('v2', `/${name}?fieldManager=one`),
      { apiVersion: `${group}/v2`, kind: kindOf(plural), metadata: { name }, spec: { port: '99' } },
      { type: apply },
    )
    await send(
      'PATCH',
      at('v3', `/${name}?fieldManager=two`),
      { apiVersion: `${group}/v3`, kind: kindOf(plural), metadata: { name }, count: 31 },
      { type: apply },
    )
  }
  await change([{ ...v2, served: false }, v3], 'the stored one not served')
  await pass(1500)
  await reads('v2 not served')
  await send('POST', at('v3'), manifest(plural, 'v3', 'y'))
  await change(
    [
      { ...v2, served: false },
      { ...v3, served: false },
    ],
    'none served',
  )
  await pass(1500)
  await reads('none served')
  await change([v2, { ...v3, deprecationWarning: undefined, deprecated: true }], 'served again')
  await pass(1500)
  await reads('served again')
  for (const more of [
    { deprecated: true },
    { deprecated: true, deprecationWarning: 'other "words"' },
    { deprecated: false, deprecationWarning: 'x' },
    { deprecated: true, deprecationWarning: '' },
    { deprecated: true, deprecationWarning: 'x'.repeat(300) },
    { deprecated: true, deprecationWarning: 'two\nlines' },
  ]) {
    await change(
      [v2, versionOf('v3', { storage: false, deprecationWarning: undefined, deprecated: undefined, ...more })],
      JSON.stringify(more).slice(0, 80),
    )
    await pass(1200)
    await send('GET', at('v3', '/made-v1'), undefined, { note: JSON.stringify(more).slice(0, 80) })
    await send('GET', at('v3', '?limit=1'), undefined, { note: JSON.stringify(more).slice(0, 80) })
  }
}

/** Definitions that change while watches of their objects run. */
async function changes(tools) {
  const { both, send, definitionOf } = tools
  const changed = {
    schemas: (definition) => ({
      versions: definition.spec.versions.map((each) =>
        each.name === 'v2'
          ? {
              ...each,
              schema: {
                openAPIV3Schema: object({ spec: object({ host: text, port: text, fresh: { ...text, default: 'x' } }) }),
              },
            }
          : each,
      ),
    }),
    storages: (definition) => ({
      versions: definition.spec.versions.map((each) => ({ ...each, storage: each.name === 'v2' })),
    }),
    serveds: (definition) => ({
      versions: definition.spec.versions.map((each) => ({ ...each, served: each.name !== 'v2' })),
    }),
    withouts: (definition) => ({ versions: definition.spec.versions.filter(({ name }) => name !== 'v2') }),
    strategies: () => ({ conversion: { strategy: 'None', webhook: null } }),
    columns: (definition) => ({
      versions: definition.spec.versions.map((each) => ({
        ...each,
        additionalPrinterColumns: [{ name: 'Size', type: 'integer', jsonPath: '.spec.size' }],
      })),
    }),
    categories: () => ({ names: { categories: ['all'], shortNames: ['cc'] } }),
  }
  for (const [plural, change] of Object.entries(changed)) {
    await both((side) => ({ method: 'POST', path: definitions, body: definitionOf(side, plural) }))
    await pass(1200)
    const at = (version, rest = '') => `${of(plural, version)}${rest}`
    await both({ method: 'POST', path: at('v2'), body: manifest(plural, 'v2', 'a') })
    const watches = ['v1', 'v2'].flatMap((version) => [
      send('GET', at(version, '?watch=1&resourceVersion=0&timeoutSeconds=8'), undefined, {
        limit: 8500,
        note: `${plural} change`,
      }),
      send('GET', at(version, '?watch=1&resourceVersion=0&timeoutSeconds=8'), undefined, {
        limit: 8500,
        note: `${plural} change`,
        accept: table,
      }),
    ])
    await pass(700)
    await send('PATCH', `${definitions}/${plural}.${group}`, (side) => ({ spec: change(definitionOf(side, plural)) }), {
      type: merge,
    })
    await pass(2500)
    await send('POST', at('v1'), manifest(plural, 'v1', 'b'))
    await pass(500)
    await send('PATCH', at('v1', '/a'), { metadata: { labels: { a: 'b' } } }, { type: merge })
    await Promise.all(watches)
    for (const version of ['v1', 'v2', 'v3']) {
      await send('GET', at(version), undefined, { note: plural })
      await send('GET', at(version), undefined, { note: plural, accept: table })
      await send('GET', at(version, '/a'), undefined, { note: plural })
    }
  }
}

/** Who owns what, across versions. */
async function managers(tools) {
  const { both, send, definitionOf } = tools
  for (const [plural, conversion] of [
    ['owneds', undefined],
    ['plains', { strategy: 'None' }],
  ]) {
    await both((side) => ({ method: 'POST', path: definitions, body: definitionOf(side, plural, { conversion }) }))
    await pass(1500)
    const at = (version, rest = '') => `${of(plural, version)}${rest}`
    const own = (version, name, more) => ({
      apiVersion: `${group}/${version}`,
      kind: kindOf(plural),
      metadata: { name },
      ...more,
    })
    const v1 = (name, spec, more) => own('v1', name, { spec, ...more })
    const v2 = (name, spec, more) => own('v2', name, { spec, ...more })
    const v3 = (name, more) => own('v3', name, more)
    const put = (version, name, manager, body, query = '') =>
      send('PATCH', at(version, `/${name}?fieldManager=${manager}${query}`), body, {
        type: apply,
        note: `${manager} applies (${plural})`,
      })
    const patch = (version, name, manager, body) =>
      send('PATCH', at(version, `/${name}?fieldManager=${manager}`), body, {
        type: merge,
        note: `${manager} merges (${plural})`,
      })
    const reads = async (name) => {
      for (const version of ['v1', 'v2', 'v3']) await send('GET', at(version, `/${name}`), undefined, { note: plural })
    }
    // One manager, first in one version and then in another.
    for (const [first, second] of [
      ['v1', 'v2'],
      ['v2', 'v1'],
      ['v2', 'v3'],
      ['v3', 'v1'],
    ]) {
      const name = `moves-${first}-${second}`
      const as = {
        v1: (size) => v1(name, { hostPort: 'host:80', size }),
        v2: (size) => v2(name, { host: 'host', port: '80', size }),
        v3: (size) => v3(name, { host: 'host', port: '80', count: size }),
      }
      await put(first, name, 'one', as[first](3))
      await reads(name)
      await put(second, name, 'one', as[second](3))
      await reads(name)
      await put(second, name, 'one', as[second](4))
      await put(first, name, 'one', as[first](5))
      await put(
        first,
        name,
        'one',
        own(
          first,
          name,
          first === 'v3' ? { host: 'host' } : { spec: first === 'v1' ? { hostPort: 'host:80' } : { host: 'host' } },
        ),
      )
      await reads(name)
      await put(second, name, 'two', as[second](9))
      await put(second, name, 'two', as[second](9), '&force=true')
      await reads(name)
      await patch(
        first,
        name,
        'three',
        first === 'v3' ? { count: 12, tags: ['a'] } : { spec: { size: 12, tags: ['a'] } },
      )
      await put(second, name, 'two', as[second](9))
      await put(second, name, 'two', as[second](19), '&force=true')
      await reads(name)
    }
    // Two managers in two versions; updates; a field taken away; status and scale.
    await put('v1', 'both', 'one', v1('both', { hostPort: 'host:80', tags: ['a'] }))
    await put('v2', 'both', 'two', v2('both', { host: 'host', tags: ['b'] }))
    await put('v2', 'both', 'two', v2('both', { host: 'other', tags: ['b'] }))
    await put('v2', 'both', 'two', v2('both', { host: 'other', port: '81', tags: ['b'] }), '&force=true')
    await put('v1', 'both', 'one', v1('both', { tags: ['a', 'c'] }))
    await reads('both')
    await patch('v3', 'both', 'three', { memo: 'm', now: { state: 's' } })
    await patch('v1', 'both', 'four', { spec: { note: 'by v1' } })
    await reads('both')
    await send('PATCH', at('v1', '/both/status?fieldManager=s1'), own('v1', 'both', { status: { ready: 'r' } }), {
      type: apply,
    })
    await send('PATCH', at('v2', '/both/status?fieldManager=s2'), own('v2', 'both', { status: { state: 'x' } }), {
      type: apply,
    })
    await send(
      'PATCH',
      at('v2', '/both/status?fieldManager=s2&force=true'),
      own('v2', 'both', { status: { state: 'x', replicas: 2 } }),
      { type: apply },
    )
    await send('PATCH', at('v2', '/both/scale?fieldManager=scaler'), { spec: { replicas: 20 } }, { type: merge })
    await send('PATCH', at('v1', '/both/scale?fieldManager=scaler'), { spec: { replicas: 21 } }, { type: merge })
    await send(
      'PATCH',
      at('v2', '/both/scale?fieldManager=applier&force=true'),
      {
        apiVersion: 'autoscaling/v1',
        kind: 'Scale',
        metadata: { name: 'both', namespace: 'default' },
        spec: { replicas: 22 },
      },
      { type: apply },
    )
    await reads('both')
    await put('v3', 'both', 'one', v3('both', { host: 'h' }), '&force=true')
    await put('v1', 'both', 'two', v1('both', {}))
    await reads('both')
    // Applies that state nothing, what is wrong, and managers that clients write.
    await put('v2', 'empty', 'one', v2('empty', { host: 'host' }))
    await put('v1', 'empty', 'one', v1('empty', undefined))
    await put('v2', 'empty', 'one', v2('empty', { host: 'host', size: 1000 }))
    await put('v2', 'empty', 'one', v2('empty', { host: 'host', unknown: 1 }))
    await put('v2', 'empty', 'one', v2('empty', { host: 1 }))
    await put('v2', 'empty', 'one', v1('empty', { hostPort: 'a:1' }))
    await patch('v2', 'empty', 'x', { metadata: { managedFields: [] } })
    await reads('empty')
    await patch('v2', 'empty', 'x', { spec: { port: '5' } })
    for (const apiVersion of [`${group}/v1`, `${group}/v9`, 'other/v1', ''])
      await patch('v2', 'empty', 'x', {
        metadata: {
          managedFields: [
            {
              manager: 'm',
              operation: 'Update',
              apiVersion,
              fieldsType: 'FieldsV1',
              fieldsV1: { 'f:spec': { 'f:hostPort': {}, 'f:host': {}, 'f:none': {} } },
            },
          ],
        },
      })
    await reads('empty')
    for (const version of ['v1', 'v2', 'v3'])
      await patch(version, 'empty', 'again', version === 'v3' ? { port: '6' } : { spec: { note: `in ${version}` } })
    await reads('empty')
  }
}

/** A definition whose status is written by hand. */
async function byHand(tools) {
  const { both, send, definitionOf } = tools
  const plural = 'hands'
  const own = `${definitions}/${plural}.${group}`
  const conditions = (...all) =>
    all.map(([type, status, reason = 'R', message = 'm']) => ({
      type,
      status,
      reason,
      message,
      lastTransitionTime: '2026-01-01T00:00:00Z',
    }))
  const names = { plural, singular: 'hand', kind: 'Hand', listKind: 'HandList' }
  const statuses = [
    {},
    { storedVersions: ['v1', 'v2'] },
    { storedVersions: ['v2'] },
    { storedVersions: [] },
    { storedVersions: null },
    { storedVersions: ['v9', 'v1'] },
    { acceptedNames: { ...names, plural: 'others' } },
    { acceptedNames: { ...names, kind: 'Other' } },
    { acceptedNames: { plural: '', kind: '' } },
    { acceptedNames: null },
    { acceptedNames: { ...names, shortNames: ['hh'], categories: ['all'] } },
    { conditions: null },
    { conditions: [] },
    { conditions: conditions(['Established', 'False']) },
    { conditions: conditions(['Established', 'True'], ['NamesAccepted', 'False']) },
    { conditions: conditions(['Other', 'True']) },
    { conditions: conditions(['Established', 'True'], ['NamesAccepted', 'True'], ['Other', 'Unknown']) },
    { conditions: conditions(['Terminating', 'True']) },
    { conditions: [{ type: 'Established' }] },
    { conditions: [{ type: 'Established', status: 'Maybe' }] },
    { observedGeneration: 77 },
  ]
  await both((side) => ({ method: 'POST', path: definitions, body: definitionOf(side, plural) }))
  await pass(1500)
  await send('GET', own)
  for (const status of statuses) {
    const note = JSON.stringify(status).slice(0, 100)
    await send('PATCH', `${own}/status?dryRun=All`, { status }, { type: merge, note: `${note} dry` })
    await send('PATCH', `${own}/status`, { status }, { type: merge, note })
    await pass(800)
    await send('GET', own, undefined, { note: `after ${note}` })
    await send('GET', of(plural, 'v2'), undefined, { note: `after ${note}` })
    await both({
      method: 'PATCH',
      path: `${own}/status`,
      headers: { 'content-type': merge },
      body: {
        status: {
          storedVersions: ['v1'],
          acceptedNames: { ...names, shortNames: null, categories: null },
          conditions: conditions(
            ['NamesAccepted', 'True', 'NoConflicts', 'no conflicts found'],
            ['Established', 'True', 'InitialNamesAccepted', 'the initial names have been accepted'],
          ),
        },
      },
    })
    await pass(400)
  }
  await send(
    'PATCH',
    `${own}/status?fieldManager=x&force=true`,
    {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `${plural}.${group}` },
      status: { storedVersions: ['v1', 'v2'] },
    },
    { type: apply },
  )
  await send(
    'POST',
    `${definitions}?dryRun=All`,
    (side) => ({
      ...definitionOf(side, 'hands2'),
      status: { storedVersions: ['v9'], acceptedNames: names, conditions: conditions(['Established', 'False']) },
    }),
    { note: 'a status at the create' },
  )
}
