/** Evictions, bindings, tokens and approvals refused: wrong kinds and names, preconditions, budgets, pods that go, are bound or are gone. */
import { apart, patchTypes, place, remember, webPod } from './writing.mjs'

const otherUid = '11111111-2222-3333-4444-555555555555'

export default async function refusals(twins) {
  twins.known.push(
    [/^body\.status\.(token|expirationTimestamp): /, "each server's own"],
    [/managedFields/, 'compared where writing is'],
  )
  const name = apart('refusals')
  const space = await place(twins, name)
  await evictions(twins, { space, name })
  await bindings(twins, { space, name })
  await tokens(twins, { space, name })
  await approvals(twins)
}

const forms = (kind, version, rest) => [
  [rest, 'as it should be'],
  [{ ...rest, apiVersion: undefined, kind: undefined }, 'without kind'],
  [{ ...rest, apiVersion: 'v1', kind }, 'core'],
  [{ ...rest, apiVersion: `${version}x` }, 'unknown version'],
  [{ ...rest, kind: `${kind}List` }, 'a list'],
  [{ ...rest, apiVersion: 'apps/v1', kind: 'Deployment' }, 'another kind'],
  [{ ...rest, more: 1 }, 'unknown field'],
  [{ ...rest, metadata: { ...rest.metadata, namespace: 'elsewhere' } }, 'another namespace'],
  [{ ...rest, metadata: { ...rest.metadata, name: 'other' } }, 'another name'],
  [{ ...rest, metadata: undefined }, 'without metadata'],
  [{ ...rest, metadata: { ...rest.metadata, uid: otherUid } }, 'uid'],
  [{ ...rest, metadata: { ...rest.metadata, resourceVersion: '1' } }, 'resourceVersion'],
  [{ ...rest, metadata: { ...rest.metadata, resourceVersion: 'x' } }, 'no resourceVersion'],
  [{ ...rest, metadata: { ...rest.metadata, generateName: 'a-' } }, 'generateName'],
  [{ ...rest, metadata: { ...rest.metadata, labels: { 'a b': 'c' } } }, 'wrong labels'],
  [{ ...rest, metadata: { ...rest.metadata, finalizers: ['x'] } }, 'finalizers'],
]
const queries = [
  '',
  '?dryRun=All',
  '?dryRun=x',
  '?fieldValidation=Strict',
  '?fieldManager=a',
  '?pretty=true',
  '?timeout=x',
  '?gracePeriodSeconds=1',
]

async function evictions(twins, { space }) {
  const path = `${space}/pods`
  const post = (at, body, more = {}, note = '') =>
    twins.ask({ method: 'POST', path: at, body, ...more }, { note: note || JSON.stringify(body)?.slice(0, 150) })
  const make = async (name, { labels = { app: 'web' }, phase = 'Running', ready = 'True', more = {} } = {}) => {
    await post(path, { metadata: { name, labels, ...more }, spec: { ...webPod, nodeName: 'n' } }, {}, 'made')
    const status = { phase, conditions: [{ type: 'Ready', status: ready }] }
    await twins.ask({ method: 'PATCH', path: `${path}/${name}/status`, body: { status }, headers: patchTypes.merge })
  }
  const eviction = (more = {}, name = 'here') => ({
    apiVersion: 'policy/v1',
    kind: 'Eviction',
    metadata: { name },
    ...more,
  })
  await make('here')
  for (const [body, note] of forms('Eviction', 'policy/v1', eviction({ deleteOptions: { dryRun: ['All'] } })))
    for (const query of ['', '?dryRun=All']) await post(`${path}/here/eviction${query}`, body, {}, note)
  for (const query of queries)
    await post(`${path}/here/eviction${query}`, eviction({ deleteOptions: { dryRun: ['All'] } }), {}, query)
  const stands = await remember(twins, `${path}/here`)
  for (const options of [
    { gracePeriodSeconds: 0 },
    { gracePeriodSeconds: -1 },
    { gracePeriodSeconds: 'x' },
    { gracePeriodSeconds: 1.5 },
    { propagationPolicy: 'Foreground' },
    { propagationPolicy: 'x' },
    { orphanDependents: true, propagationPolicy: 'Orphan' },
    { orphanDependents: true },
    { dryRun: ['x'] },
    { dryRun: [] },
    { dryRun: ['All', 'x'] },
    { dryRun: 'All' },
    { more: 1 },
    { kind: 'Pod' },
    { apiVersion: 'v2', kind: 'DeleteOptions' },
    { preconditions: {} },
    { preconditions: { uid: otherUid } },
    { preconditions: { uid: '' } },
    { preconditions: { resourceVersion: '1' } },
    { preconditions: { resourceVersion: 'x' } },
    { preconditions: { uid: otherUid, resourceVersion: '1' } },
    { ignoreStoreReadErrorWithClusterBreakingPotential: true },
  ])
    await post(`${path}/here/eviction?dryRun=All`, eviction({ deleteOptions: options }))
  for (const body of [
    '',
    'null',
    '[]',
    '{',
    '"a"',
    '{"metadata":3}',
    '{"deleteOptions":[]}',
    '{"deleteOptions":null,"metadata":{"name":"here"}}',
  ])
    await post(`${path}/here/eviction?dryRun=All`, body)
  for (const [type, body] of [
    ['text/plain', '{}'],
    ['application/yaml', 'metadata: {name: here}\ndeleteOptions: {dryRun: [All]}'],
    ['application/merge-patch+json', '{}'],
  ])
    await post(`${path}/here/eviction`, body, { headers: { 'content-type': type } }, type)
  for (const accept of [
    'application/yaml',
    'application/json;as=Table;v=v1;g=meta.k8s.io',
    'none/none',
    'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io',
  ])
    await post(
      `${path}/here/eviction?dryRun=All`,
      eviction(),
      { headers: { accept, 'content-type': 'application/json' } },
      accept,
    )
  await budgets(twins, {
    space,
    make,
    evict: (name, more, query = '') => post(`${path}/${name}/eviction${query}`, eviction(more, name)),
  })
  await post(`${path}/none/eviction`, eviction({}, 'none'))
  await twins.ask(
    (side) => ({
      method: 'POST',
      path: `${path}/here/eviction?dryRun=All`,
      body: eviction({
        deleteOptions: {
          preconditions: { uid: stands(side).metadata.uid, resourceVersion: stands(side).metadata.resourceVersion },
        },
      }),
    }),
    { note: 'preconditions that hold' },
  )
  await make('kept', { more: { finalizers: ['a.b/c'] } })
  for (let time = 0; time < 2; time++) await post(`${path}/kept/eviction`, eviction({}, 'kept'))
  await twins.ask({ path: `${path}/kept` })
  await post(`${path}/here/eviction`, eviction({ deleteOptions: { gracePeriodSeconds: 5 } }))
  await twins.ask({ path: `${path}/here` })
  await post(`${path}/here/eviction`, eviction({ deleteOptions: { gracePeriodSeconds: 0 } }))
  await twins.ask({ path: `${path}/here` })
}

async function budgets(twins, { space, make, evict }) {
  const path = `/apis/policy/v1/${space.split('/').slice(3).join('/')}/poddisruptionbudgets`
  const budget = async (name, spec, status) => {
    await twins.ask({
      method: 'POST',
      path,
      body: { metadata: { name }, spec: { minAvailable: 1, selector: { matchLabels: { app: name } }, ...spec } },
    })
    if (status)
      await twins.ask({ method: 'PATCH', path: `${path}/${name}/status`, body: { status }, headers: patchTypes.merge })
  }
  const none = { observedGeneration: 1, disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1, expectedPods: 1 }
  await budget('unseen', {})
  await budget('spent', {}, none)
  await budget('stale', {}, { ...none, observedGeneration: 0, disruptionsAllowed: 1 })
  await budget('free', {}, { ...none, disruptionsAllowed: 1, currentHealthy: 2 })
  await budget('unhealthy', {}, { ...none, currentHealthy: 0 })
  await budget('always', { unhealthyPodEvictionPolicy: 'AlwaysAllow' }, { ...none, currentHealthy: 0 })
  await budget('healthy', { unhealthyPodEvictionPolicy: 'IfHealthyBudget' }, none)
  await budget('two-a', { selector: { matchLabels: { app: 'two' } } }, none)
  await budget('two-b', { selector: { matchLabels: { app: 'two' } } }, none)
  for (const app of ['unseen', 'spent', 'stale', 'free', 'unhealthy', 'always', 'healthy', 'two']) {
    for (const ready of ['True', 'False']) {
      const name = `${app}-${ready.toLowerCase()}`
      await make(name, { labels: { app }, ready })
      await evict(name, { deleteOptions: { dryRun: ['All'] } })
      await evict(name, {}, '?dryRun=All')
      await evict(name, { deleteOptions: { preconditions: { uid: otherUid } } })
    }
    for (const phase of ['Pending', 'Succeeded', 'Failed']) {
      await make(`${app}-${phase.toLowerCase()}`, { labels: { app }, phase })
      await evict(`${app}-${phase.toLowerCase()}`, {})
    }
    for (const ready of ['true', 'false']) {
      await evict(`${app}-${ready}`, { deleteOptions: { gracePeriodSeconds: 0 } })
      await twins.ask({ path: `${space}/pods/${app}-${ready}` })
    }
    if (app !== 'two') await twins.ask({ path: `${path}/${app}` })
  }
}

async function bindings(twins, { space }) {
  const path = `${space}/pods`
  const post = (at, body, note) =>
    twins.ask({ method: 'POST', path: at, body }, { note: note ?? JSON.stringify(body)?.slice(0, 150) })
  const target = { apiVersion: 'v1', kind: 'Node', name: 'n' }
  for (const [name, spec, more] of [
    ['loose', {}],
    ['gated', { schedulingGates: [{ name: 'a.b/c' }] }],
    ['there', { nodeName: 'm' }],
    ['going', {}, { finalizers: ['a.b/c'] }],
  ])
    await post(path, { metadata: { name, ...more }, spec: { ...webPod, ...spec } })
  await twins.ask({ method: 'DELETE', path: `${path}/going?gracePeriodSeconds=0` })
  const binding = (name, more = {}) => ({ apiVersion: 'v1', kind: 'Binding', metadata: { name }, target, ...more })
  for (const at of [`${path}/loose/binding`, `${space}/bindings`]) {
    for (const [body, note] of forms('Binding', 'v1', binding('loose'))) await post(`${at}?dryRun=All`, body, note)
    for (const query of queries.filter((each) => each.includes('x') || each.includes('dryRun')))
      await post(at + query, binding('loose'), query)
    for (const wrong of [
      {},
      { name: '' },
      { name: 'n', kind: 'Pod' },
      { name: 'N_' },
      { name: 'n', kind: 'Node', uid: otherUid },
      { name: 'n', apiVersion: 'apps/v1' },
      { name: 'n', namespace: 'x', fieldPath: 'y' },
      null,
      [],
      'x',
    ])
      await post(`${at}?dryRun=All`, binding('loose', { target: wrong }))
  }
  for (const name of ['gated', 'there', 'going', 'none'])
    for (const at of [`${path}/${name}/binding`, `${space}/bindings`])
      for (const query of ['', '?dryRun=All']) await post(at + query, binding(name))
  await post(
    `${path}/loose/binding`,
    binding('loose', { metadata: { name: 'loose', annotations: { a: 'b' }, labels: { c: 'd' } } }),
  )
  await twins.ask({ path: `${path}/loose` })
  await post(`${path}/loose/binding`, binding('loose'))
}

async function tokens(twins, { space }) {
  const path = `${space}/serviceaccounts/default/token`
  const request = (spec, more = {}) => ({ apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec, ...more })
  const post = (body, query = '', note = '') =>
    twins.ask({ method: 'POST', path: path + query, body }, { note: note || JSON.stringify(body)?.slice(0, 150) })
  for (const [body, note] of forms(
    'TokenRequest',
    'authentication.k8s.io/v1',
    request({}, { metadata: { name: 'default' } }),
  ))
    await post(body, '', note)
  for (const query of queries) await post(request({}), query, query)
  await twins.ask({ method: 'POST', path: `${space}/secrets`, body: { metadata: { name: 'bound' } } })
  const bound = (ref) => request({ boundObjectRef: { kind: 'Secret', apiVersion: 'v1', name: 'bound', ...ref } })
  for (const ref of [
    {},
    { uid: otherUid },
    { name: 'none' },
    { name: '' },
    { kind: '' },
    { kind: 'Secrets' },
    { apiVersion: 'apps/v1' },
    { kind: 'Pod', name: 'there' },
    { kind: 'Node', name: 'none' },
    { apiVersion: '' },
  ])
    await post(bound(ref))
  for (const spec of [
    { expirationSeconds: 0 },
    { expirationSeconds: -1 },
    { expirationSeconds: 600.5 },
    { expirationSeconds: '600' },
    { expirationSeconds: null },
    { audiences: [] },
    { audiences: ['', 'a'] },
    { audiences: ['a', 'a'] },
    { audiences: 'a' },
    { audiences: null, boundObjectRef: null },
    { more: 1 },
  ])
    await post(request(spec))
  for (const body of ['', 'null', '{}', '[]', '{"spec":3}']) await post(body)
}

async function approvals(twins) {
  for (const at of ['approval', 'status'])
    for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'])
      await twins.ask({
        method,
        path: `/apis/certificates.k8s.io/v1/certificatesigningrequests/none/${at}`,
        ...(method === 'PATCH' ? { headers: patchTypes.merge } : {}),
        ...(method === 'GET' || method === 'DELETE' ? {} : { body: { metadata: { name: 'none' } } }),
      })
}
