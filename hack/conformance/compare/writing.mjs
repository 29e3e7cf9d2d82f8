/** Creates, updates and deletes: what a body may say against its path, options, preconditions, dry runs, and what is answered. */
export const core = '/api/v1'

/** A namespace of this run's own on both sides, with what pods need. Answers its path. */
export async function place(twins, name) {
  await twins.ask({ method: 'POST', path: `${core}/namespaces`, body: { metadata: { name } } })
  const path = `${core}/namespaces/${name}`
  await twins.ask({ method: 'POST', path: `${path}/serviceaccounts`, body: { metadata: { name: 'default' } } })
  return path
}

/** A role of the cluster with these rules on both sides, bound to the subject. */
export async function grant({ upstream, operon }, called, { rules, subject }) {
  const rbac = '/apis/rbac.authorization.k8s.io/v1'
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: called }
  const metadata = { name: called }
  for (const side of [upstream, operon]) {
    await side.ask({ method: 'POST', path: `${rbac}/clusterroles`, body: { metadata, rules } })
    const body = { metadata, roleRef, subjects: [subject] }
    await side.ask({ method: 'POST', path: `${rbac}/clusterrolebindings`, body })
  }
  // Upstream's authorizer hears of it a little later.
  await new Promise((heard) => setTimeout(heard, 150))
}

export const apart = (what) => `${what}-${Date.now().toString(36)}`
export const yaml = { 'content-type': 'application/yaml' }
export const patchTypes = {
  json: { 'content-type': 'application/json-patch+json' },
  merge: { 'content-type': 'application/merge-patch+json' },
  strategic: { 'content-type': 'application/strategic-merge-patch+json' },
  apply: { 'content-type': 'application/apply-patch+yaml' },
}
export const webPod = { containers: [{ name: 'web', image: 'web:1' }] }
export const webSpec = {
  replicas: 1,
  selector: { matchLabels: { app: 'web' } },
  template: { metadata: { labels: { app: 'web' } }, spec: webPod },
}
/** Operon says so of kinds that it has no operator for. */
export const unanswered = [/^header warning: - \| "299 - \\"no operator answers/, 'nothing answers the kind yet']

const otherUid = '11111111-2222-3333-4444-555555555555'

/** What each side answered last for a path, so that questions can name its uid and revision. */
export async function remember(twins, path) {
  const [theirs, ours] = await twins.ask({ path })
  return (side) => (side === twins.upstream ? theirs : ours).json
}

export default async function writing(twins) {
  twins.known.push(
    unanswered,
    [/^status: 500 \| 400$/, 'a revision that is no number is the fault of who sent it'],
    [/duplicate entries/, 'warnings in our own words'],
    [/"(made|MADE)-|"m\.|"m{50}/, 'names that are made'],
    [/lastPhaseTransitionTime|columnDefinitions/, 'times, and descriptions in our own words'],
  )
  const name = apart('writing')
  const space = await place(twins, name)
  const maps = `${space}/configmaps`
  await bodies(twins, { maps, name })
  await options(twins, maps)
  await statedMetadata(twins, { maps, name })
  await updates(twins, { maps, name })
  await revisionsAndUids(twins, maps)
  await deletes(twins, { space, maps, name })
  await collections(twins, { space, maps, name })
  await otherKinds(twins, { space, name })
}

async function bodies(twins, { maps, name }) {
  const post = (body, more = {}) => twins.ask({ method: 'POST', path: maps, body, ...more })
  for (const body of [
    '',
    '{}',
    'null',
    '[]',
    '[{}]',
    '3',
    '"a"',
    'true',
    '{',
    '}',
    '{"metadata"}',
    '{"metadata":3}',
    '{"metadata":[]}',
    '{"metadata":"a"}',
    '{"metadata":null}',
    '{"metadata":{"name":3}}',
    '{"metadata":{"name":{}}}',
    '{"metadata":{"name":null}}',
    '{"metadata":{"name":""}}',
    '{"metadata":{"name":"a","labels":[]}}',
    '{"metadata":{"name":"a","labels":{"a":1}}}',
    '{"metadata":{"name":"a","labels":{"a":null}}}',
    '{"metadata":{"name":"a","creationTimestamp":"x"}}',
    '{"metadata":{"name":"a","creationTimestamp":3}}',
    '{"metadata":{"name":"a","generation":"x"}}',
    '{"metadata":{"name":"a"},"data":[]}',
    '{"metadata":{"name":"a"},"data":{"a":1}}',
    '{"metadata":{"name":"a"},"data":{"a":{}}}',
    '{"metadata":{"name":"a"},"binaryData":{"a":"?"}}',
    '{"metadata":{"name":"a"},"binaryData":{"a":3}}',
    '{"metadata":{"name":"a"},"immutable":"true"}',
    '{"metadata":{"name":"a"},"immutable":1}',
    '{"kind":"ConfigMap"}',
    '{"kind":"Secret","metadata":{"name":"a"}}',
    '{"kind":"Secret","apiVersion":"v1","metadata":{"name":"a"}}',
    '{"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"a"}}',
    '{"kind":"ConfigMap","apiVersion":"v2","metadata":{"name":"a"}}',
    '{"kind":"ConfigMap","apiVersion":"apps/v1","metadata":{"name":"a"}}',
    '{"kind":"ConfigMap","apiVersion":"a/b/c","metadata":{"name":"a"}}',
    '{"kind":3,"apiVersion":"v1","metadata":{"name":"a"}}',
    '{"kind":"ConfigMap","apiVersion":3,"metadata":{"name":"a"}}',
    '{"kind":"configmap","apiVersion":"v1","metadata":{"name":"a"}}',
    '{"kind":"None","apiVersion":"v1","metadata":{"name":"a"}}',
    '{"apiVersion":"v1","metadata":{"name":"a1"}}',
    '{"apiVersion":"apps/v1","metadata":{"name":"a2"}}',
    '{"kind":"ConfigMapList","apiVersion":"v1","items":[]}',
    '{"kind":"List","apiVersion":"v1","items":[]}',
    '{"kind":"Status","apiVersion":"v1"}',
    '{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"dup","name":"dup2"}}',
    '{"kind":"ConfigMap","apiVersion":"v1","Metadata":{"name":"case"}}',
    '{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"unknown","what":1},"who":2}',
    '{"metadata":{"name":"trailing"}} x',
    '{"metadata":{"name":"two"}}{"metadata":{"name":"three"}}',
    'metadata: {name: yaml}',
    '---\nmetadata: {name: yaml}',
  ])
    for (const headers of [{}, yaml]) await post(body, { headers })
  for (const type of [
    'text/plain',
    'application/xml',
    'application/json; charset=utf-8',
    'application/json;charset=latin1',
    'APPLICATION/JSON',
    'text/yaml',
    'application/x-www-form-urlencoded',
    'application/cbor',
    'application/vnd.kubernetes.protobuf',
    'application/merge-patch+json',
    'application/json, text/plain',
    'application/',
    '*/*',
    'json',
    ' ',
  ]) {
    const body = { metadata: { name: 'typed' } }
    await post(body, { headers: { 'content-type': type } })
    await twins.ask({ method: 'PUT', path: `${maps}/typed`, body, headers: { 'content-type': type } })
    await twins.ask({ method: 'PATCH', path: `${maps}/typed`, body, headers: { 'content-type': type } })
    await twins.ask({
      method: 'DELETE',
      path: `${maps}/typed`,
      body: { kind: 'DeleteOptions', apiVersion: 'v1' },
      headers: { 'content-type': type },
    })
  }
  for (const metadata of [
    { name: 'here', namespace: 'elsewhere' },
    { name: 'here', namespace: '' },
    { name: 'here1', namespace: name },
    { name: 'UPPER' },
    { name: 'a/b' },
    { name: '..' },
    { name: 'x'.repeat(254) },
    { generateName: 'made-' },
    { generateName: 'MADE-' },
    { generateName: `${'m'.repeat(300)}` },
    { generateName: 'm.' },
    { name: 'both', generateName: 'made-' },
    { name: 'here', annotations: { a: 'x'.repeat(262144) } },
  ])
    await post({ metadata }).then(([theirs]) => theirs)
  await post({ metadata: { name: 'here1' } })
  await post({ metadata: { name: 'here1', generateName: 'made-' } })
  await twins.ask({ method: 'POST', path: `${core}/configmaps`, body: { metadata: { name: 'a' } } })
  await twins.ask({ method: 'POST', path: `${maps}/here1`, body: { metadata: { name: 'here1' } } })
  await twins.ask({ method: 'PUT', path: maps, body: { metadata: { name: 'here1' } } })
  await twins.ask({ method: 'PATCH', path: maps, body: {}, headers: patchTypes.merge })
  await twins.ask({ method: 'POST', path: `${core}/namespaces/none/configmaps`, body: { metadata: { name: 'a' } } })
  await twins.ask({
    method: 'POST',
    path: `${core}/namespaces/none/configmaps?dryRun=All`,
    body: { metadata: { name: 'a' } },
  })
  await twins.ask({ method: 'POST', path: `${core}/namespaces/UP/configmaps`, body: { metadata: { name: 'a' } } })
  await post({ metadata: { name: 'large' }, data: { a: 'x'.repeat(1024 * 1024) } })
  await post({ metadata: { name: 'large' }, data: { a: 'x'.repeat(1600 * 1024) } })
  await post({ metadata: { name: 'large' }, data: { a: 'x'.repeat(3200 * 1024) } })
}

async function options(twins, maps) {
  const body = { metadata: { name: 'options' } }
  const strange = '{"metadata":{"name":"options","odd":1,"odd":2},"data":{"a":"b","a":"c"},"other":{}}'
  for (const query of [
    'dryRun=All',
    'dryRun=all',
    'dryRun=',
    'dryRun=None',
    'dryRun=All&dryRun=All',
    'dryRun=All&dryRun=None',
    'dryRun=true',
    'fieldManager=',
    'fieldManager=me&dryRun=All',
    `fieldManager=${'m'.repeat(129)}`,
    'fieldManager=a%00b',
    'fieldManager=a%0Ab&dryRun=All',
    'fieldManager=%C3%A4&dryRun=All',
    'fieldValidation=Strict&dryRun=All',
    'fieldValidation=Warn&dryRun=All',
    'fieldValidation=Ignore&dryRun=All',
    'fieldValidation=strict',
    'fieldValidation=',
    'force=true',
    'pretty=true&dryRun=All',
    'resourceVersion=1&dryRun=All',
    'unknown=1&dryRun=All',
    'dryRun=All&timeout=5s',
    'dryRun=All&timeout=0',
    'dryRun=All&timeout=x',
    'dryRun=All&timeout=-1s',
    'dryRun=All&timeout=5',
  ]) {
    await twins.ask({ method: 'POST', path: `${maps}?${query}`, body })
    await twins.ask({ method: 'POST', path: `${maps}?${query}`, body: strange })
    await twins.ask({ method: 'PUT', path: `${maps}/options?${query}`, body })
    await twins.ask({ method: 'PUT', path: `${maps}/options?${query}`, body: strange })
    for (const [type, headers] of Object.entries(patchTypes)) {
      const patch = type === 'json' ? [{ op: 'add', path: '/data', value: { a: 'b' } }] : { data: { a: 'b' } }
      const whole = type === 'apply' ? { apiVersion: 'v1', kind: 'ConfigMap', ...body, ...patch } : patch
      await twins.ask({ method: 'PATCH', path: `${maps}/options?${query}`, body: whole, headers }, { note: type })
    }
    await twins.ask({ method: 'DELETE', path: `${maps}/options?${query}` })
  }
  for (const agent of ['kubectl/v1.30.0 (linux)', '', 'a'.repeat(200), 'ä/1', 'a b/c', 'a\tb'])
    await twins.ask({
      method: 'POST',
      path: `${maps}?dryRun=All`,
      body: { ...body, data: { a: 'b' } },
      headers: { 'user-agent': Buffer.from(agent).toString('latin1') },
    })
}

/** What a server says of an object, said by a client. */
const said = {
  uid: otherUid,
  resourceVersion: '5',
  creationTimestamp: '2020-01-01T00:00:00Z',
  deletionTimestamp: '2020-01-01T00:00:00Z',
  deletionGracePeriodSeconds: 7,
  generation: 9,
  selfLink: '/here',
  managedFields: [],
  finalizers: ['a.b/c'],
  ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' }],
  labels: { a: 'b' },
  annotations: { a: 'b' },
}

async function statedMetadata(twins, { maps, name }) {
  const others = {
    resourceVersion: ['0', '', 'x', '-1', '1.5', '99999999999999999999999', '00'],
    managedFields: [
      [{}],
      [{ manager: 'a' }],
      [{ manager: 'a', operation: 'Update', apiVersion: 'v1', fieldsType: 'FieldsV1', fieldsV1: { 'f:data': {} } }],
      [
        {
          manager: 'a',
          operation: 'Update',
          apiVersion: 'v1',
          time: '2020-01-01T00:00:00Z',
          fieldsType: 'FieldsV1',
          fieldsV1: { 'f:data': { 'f:a': {} } },
        },
      ],
      [{ manager: 'a', operation: 'Fly', apiVersion: 'v1', fieldsType: 'FieldsV1', fieldsV1: {} }],
      [{ manager: 'a', operation: 'Update', apiVersion: 'v1', fieldsType: 'FieldsV2', fieldsV1: {} }],
      [{ manager: 'a', operation: 'Update', apiVersion: 'v1', fieldsType: 'FieldsV1', fieldsV1: { 'x:data': {} } }],
      [
        {
          manager: 'a',
          operation: 'Update',
          apiVersion: 'v1',
          fieldsType: 'FieldsV1',
          fieldsV1: {},
          subresource: 'status',
        },
      ],
      [
        {
          manager: 'm'.repeat(200),
          operation: 'Update',
          apiVersion: 'v1',
          fieldsType: 'FieldsV1',
          fieldsV1: { 'f:data': {} },
        },
      ],
    ],
    finalizers: [
      ['foregroundDeletion'],
      ['orphan', 'foregroundDeletion'],
      ['bad name'],
      ['kubernetes'],
      ['none'],
      ['a.b/c', 'a.b/c'],
      [''],
    ],
    ownerReferences: [
      [{}],
      [{ apiVersion: 'v1', kind: 'Event', name: 'p', uid: 'u' }],
      [
        { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u', controller: true },
        { apiVersion: 'v1', kind: 'Pod', name: 'q', uid: 'v', controller: true },
      ],
      [
        { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' },
        { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' },
      ],
      [{ apiVersion: 'a/b/c', kind: 'Pod', name: 'p', uid: 'u' }],
    ],
    generation: [-1, 0],
    deletionGracePeriodSeconds: [-1, 0],
    creationTimestamp: [null, ''],
  }
  let count = 0
  for (const [member, value] of Object.entries(said))
    for (const stated of [value, null, ...(others[member] ?? [])]) {
      const called = `said-${count++}`
      const body = { metadata: { name: called, [member]: stated }, data: { a: 'b' } }
      await twins.ask({ method: 'POST', path: `${maps}?dryRun=All`, body })
      await twins.ask({ method: 'POST', path: maps, body: { metadata: { name: called }, data: { a: 'b' } } })
      await twins.ask({ method: 'PUT', path: `${maps}/${called}`, body }, { note: member })
      await twins.ask({ method: 'PATCH', path: `${maps}/${called}`, body, headers: patchTypes.merge }, { note: member })
      await twins.ask(
        { method: 'PATCH', path: `${maps}/${called}`, body, headers: patchTypes.strategic },
        { note: member },
      )
      const apply = { apiVersion: 'v1', kind: 'ConfigMap', ...body }
      await twins.ask(
        { method: 'PATCH', path: `${maps}/${called}?fieldManager=me`, body: apply, headers: patchTypes.apply },
        { note: member },
      )
      const fresh = { ...apply, metadata: { ...apply.metadata, name: `${called}-new` } }
      await twins.ask(
        { method: 'PATCH', path: `${maps}/${called}-new?fieldManager=me`, body: fresh, headers: patchTypes.apply },
        { note: member },
      )
      await twins.ask({ path: `${maps}/${called}` }, { note: `after ${member}` })
    }
  await twins.ask({ path: `${core}/namespaces/${name}` })
}

async function updates(twins, { maps, name }) {
  const path = `${maps}/up`
  const put = (body, more = {}) => twins.ask({ method: 'PUT', path, body, ...more })
  await put({ metadata: { name: 'up' } })
  await twins.ask({ method: 'POST', path: maps, body: { metadata: { name: 'up' }, data: { a: '1' } } })
  const before = await remember(twins, path)
  for (const metadata of [
    {},
    { name: 'other' },
    { name: '' },
    { generateName: 'up-' },
    { name: 'up', namespace: 'elsewhere' },
    { name: 'up', namespace: '' },
    { name: 'up', namespace: name },
  ])
    await put({ metadata, data: { a: '1' } })
  for (const body of [
    '',
    '[]',
    'null',
    '3',
    '{}',
    '{"kind":"Secret","apiVersion":"v1"}',
    '{"kind":"ConfigMap","apiVersion":"v3","metadata":{"name":"up"}}',
  ])
    await put(body)
  const after = await remember(twins, path)
  for (const side of [twins.upstream, twins.operon])
    if (before(side).metadata.resourceVersion !== after(side).metadata.resourceVersion)
      console.log(`    ${side.name}: an update that changes nothing makes a revision`)
  await put({ metadata: { name: 'up' }, data: { a: '2' }, immutable: true })
  await put({ metadata: { name: 'up' }, data: { a: '3' }, immutable: true })
  await put({ metadata: { name: 'up' }, data: { a: '2' } })
  await put({ metadata: { name: 'up', labels: { a: 'b' } }, data: { a: '2' }, immutable: true })
}

async function revisionsAndUids(twins, maps) {
  const path = `${maps}/pre`
  await twins.ask({ method: 'POST', path: maps, body: { metadata: { name: 'pre' }, data: { a: '1' } } })
  const seen = await remember(twins, path)
  await twins.ask({ method: 'PUT', path, body: { metadata: { name: 'pre' }, data: { a: '2' } } })
  const now = await remember(twins, path)
  const metadata = {
    stale: (side) => ({ resourceVersion: seen(side).metadata.resourceVersion }),
    current: (side) => ({ resourceVersion: now(side).metadata.resourceVersion }),
    future: () => ({ resourceVersion: '999999999' }),
    wrong: () => ({ resourceVersion: 'x' }),
    negative: () => ({ resourceVersion: '-5' }),
    zero: () => ({ resourceVersion: '0' }),
    empty: () => ({ resourceVersion: '' }),
    beyond: () => ({ resourceVersion: '99999999999999999999999' }),
    number: () => ({ resourceVersion: 5 }),
    uid: (side) => ({ uid: now(side).metadata.uid }),
    other: () => ({ uid: otherUid }),
    noUid: () => ({ uid: 'x' }),
    emptyUid: () => ({ uid: '' }),
    otherAndStale: (side) => ({ uid: otherUid, resourceVersion: seen(side).metadata.resourceVersion }),
    otherAndCurrent: (side) => ({ uid: otherUid, resourceVersion: now(side).metadata.resourceVersion }),
  }
  for (const at of ['pre', 'none'])
    for (const [note, of] of Object.entries(metadata)) {
      const on = (side, data) => ({ metadata: { name: at, ...of(side) }, data })
      const whole = (side) => ({ apiVersion: 'v1', kind: 'ConfigMap', ...on(side, { z: note }) })
      const path = `${maps}/${at}?dryRun=All`
      await twins.ask((side) => ({ method: 'PUT', path, body: on(side, { b: note }) }), { note })
      await twins.ask((side) => ({ method: 'PATCH', path, body: on(side, { b: note }), headers: patchTypes.merge }), {
        note: `${note} merge`,
      })
      await twins.ask(
        (side) => ({ method: 'PATCH', path, body: on(side, { b: note }), headers: patchTypes.strategic }),
        { note: `${note} strategic` },
      )
      await twins.ask(
        (side) => ({ method: 'PATCH', path: `${path}&fieldManager=me`, body: whole(side), headers: patchTypes.apply }),
        { note: `${note} apply` },
      )
      const operations = (side) =>
        Object.entries(of(side)).map(([key, value]) => ({ op: 'replace', path: `/metadata/${key}`, value }))
      await twins.ask((side) => ({ method: 'PATCH', path, body: operations(side), headers: patchTypes.json }), {
        note: `${note} json`,
      })
      await twins.ask((side) => ({ method: 'DELETE', path, body: { preconditions: of(side), dryRun: ['All'] } }), {
        note: `${note} delete`,
      })
    }
}

async function deletes(twins, { space, maps, name }) {
  const deployments = `/apis/apps/v1/namespaces/${name}/deployments`
  const pods = `${space}/pods`
  const made = {
    [maps]: { data: { a: 'b' } },
    [deployments]: { spec: webSpec },
    [pods]: { spec: webPod },
  }
  const held = { finalizers: ['a.b/c'] }
  const bodies = [
    undefined,
    '',
    '{}',
    'null',
    '[]',
    '3',
    'x',
    '{"kind":"DeleteOptions","apiVersion":"v1"}',
    '{"kind":"DeleteOptions","apiVersion":"meta.k8s.io/v1"}',
    '{"kind":"DeleteOptions","apiVersion":"apps/v1"}',
    '{"kind":"DeleteOptions","apiVersion":"none/v1"}',
    '{"kind":"DeleteOptions"}',
    '{"apiVersion":"v1"}',
    '{"kind":"ConfigMap","apiVersion":"v1"}',
    '{"kind":"Options","apiVersion":"v1"}',
    '{"unknown":1}',
    '{"propagationPolicy":"Foreground"}',
    '{"propagationPolicy":"Background"}',
    '{"propagationPolicy":"Orphan"}',
    '{"propagationPolicy":"orphan"}',
    '{"propagationPolicy":""}',
    '{"propagationPolicy":3}',
    '{"propagationPolicy":null}',
    '{"orphanDependents":true}',
    '{"orphanDependents":false}',
    '{"orphanDependents":"true"}',
    '{"orphanDependents":true,"propagationPolicy":"Orphan"}',
    '{"gracePeriodSeconds":0}',
    '{"gracePeriodSeconds":5}',
    '{"gracePeriodSeconds":-1}',
    '{"gracePeriodSeconds":-7}',
    '{"gracePeriodSeconds":1.5}',
    '{"gracePeriodSeconds":"5"}',
    '{"gracePeriodSeconds":9223372036854775807}',
    '{"gracePeriodSeconds":99999999999999999999}',
    '{"gracePeriodSeconds":null}',
    '{"dryRun":["All"]}',
    '{"dryRun":["all"]}',
    '{"dryRun":"All"}',
    '{"dryRun":[]}',
    '{"dryRun":["All","All"]}',
    '{"preconditions":{}}',
    '{"preconditions":null}',
    '{"preconditions":[]}',
    '{"preconditions":{"uid":""}}',
    '{"preconditions":{"uid":null}}',
    '{"preconditions":{"uid":3}}',
    '{"preconditions":{"uid":"x"}}',
    '{"preconditions":{"resourceVersion":""}}',
    '{"preconditions":{"resourceVersion":"1"}}',
    '{"preconditions":{"resourceVersion":"x"}}',
    '{"preconditions":{"uid":"x","resourceVersion":"1"}}',
    '{"ignoreStoreReadErrorWithClusterBreakingPotential":true}',
    '{"ignoreStoreReadErrorWithClusterBreakingPotential":false}',
    '{"ignoreStoreReadErrorWithClusterBreakingPotential":true,"dryRun":["All"]}',
    '{"ignoreStoreReadErrorWithClusterBreakingPotential":true,"gracePeriodSeconds":1}',
  ]
  const queries = [
    'propagationPolicy=Foreground',
    'propagationPolicy=Background',
    'propagationPolicy=Orphan',
    'propagationPolicy=x',
    'propagationPolicy=',
    'orphanDependents=true',
    'orphanDependents=false',
    'orphanDependents=x',
    'orphanDependents=',
    'orphanDependents=1',
    'gracePeriodSeconds=0',
    'gracePeriodSeconds=5',
    'gracePeriodSeconds=-1',
    'gracePeriodSeconds=x',
    'gracePeriodSeconds=',
    'gracePeriodSeconds=1.5',
    'dryRun=All',
    'dryRun=x',
    'preconditions=x',
    'uid=x',
    'resourceVersion=1',
    'preconditions.uid=x',
    'orphanDependents=true&propagationPolicy=Orphan',
    'ignoreStoreReadErrorWithClusterBreakingPotential=true',
    'unknown=1',
  ]
  let count = 0
  const cases = [
    ...bodies.map((body) => ({ body, query: '' })),
    ...queries.map((query) => ({ query })),
    ...queries
      .filter((query) => !query.startsWith('dryRun'))
      .flatMap((query) => [
        { query, body: '{"gracePeriodSeconds":3}' },
        { query, body: '{}' },
      ]),
  ]
  for (const [path, shape] of Object.entries(made))
    for (const { body, query } of cases)
      for (const metadata of path === maps ? [{}, held] : [{}]) {
        const called = `gone-${count++}`
        await twins.ask({ method: 'POST', path, body: { metadata: { name: called, ...metadata }, ...shape } })
        const note = metadata === held ? 'held' : ''
        await twins.ask({ method: 'DELETE', path: `${path}/${called}${query && `?${query}`}`, body }, { note })
        await twins.ask({ path: `${path}/${called}` }, { note: `after delete ${query} ${body ?? ''}` })
        if (metadata === held || path === pods) {
          await twins.ask({ method: 'DELETE', path: `${path}/${called}` }, { note: 'again' })
          await twins.ask(
            { method: 'PUT', path: `${path}/${called}`, body: { metadata: { name: called }, ...shape } },
            { note: 'to the end' },
          )
          await twins.ask({ path: `${path}/${called}` }, { note: 'after the end' })
        }
      }
  await twins.ask({ method: 'DELETE', path: `${maps}/none` })
  await twins.ask({ method: 'DELETE', path: `${maps}/none?dryRun=All` })
  await twins.ask({ method: 'DELETE', path: `${space}/none/x` })
}

async function collections(twins, { maps }) {
  const fill = async () => {
    for (const each of ['one', 'two', 'three'])
      await twins.ask({ method: 'POST', path: maps, body: { metadata: { name: `of-${each}`, labels: { each } } } })
  }
  for (const [query, body] of [
    ['labelSelector=each%3Done'],
    ['labelSelector=each%3Dtwo&dryRun=All'],
    ['fieldSelector=metadata.name%3Dof-three'],
    ['labelSelector=%3D%3D'],
    ['fieldSelector=spec.x%3D3'],
    ['labelSelector=each&limit=1'],
    ['labelSelector=each&resourceVersion=0'],
    ['labelSelector=each&resourceVersion=x'],
    ['labelSelector=each&propagationPolicy=Foreground'],
    ['labelSelector=each&gracePeriodSeconds=3'],
    ['labelSelector=each&propagationPolicy=x'],
    ['labelSelector=each', '{"dryRun":["All"]}'],
    ['labelSelector=each', '{"propagationPolicy":"Orphan"}'],
    ['labelSelector=each', '{"preconditions":{"uid":"x"}}'],
    ['labelSelector=each', '{"preconditions":{"resourceVersion":"1"}}'],
    ['labelSelector=none', '{"preconditions":{"uid":"x"}}'],
    ['labelSelector=each', 'x'],
    ['labelSelector=each', '[]'],
    ['labelSelector=each', '{"kind":"ConfigMap","apiVersion":"v1"}'],
    ['labelSelector=each&watch=true'],
    ['labelSelector=each&continue=x'],
    ['labelSelector=each&sendInitialEvents=true'],
    ['labelSelector=each&resourceVersionMatch=Exact'],
  ]) {
    await fill()
    await twins.ask({ method: 'DELETE', path: `${maps}?${query}`, body })
    await twins.ask({ path: `${maps}?labelSelector=each` }, { note: `after ${query} ${body ?? ''}` })
  }
  await twins.ask({ method: 'DELETE', path: `${core}/configmaps` })
  await twins.ask({ method: 'DELETE', path: `${core}/namespaces` })
  await twins.ask({ method: 'DELETE', path: maps.replace('configmaps', 'services?labelSelector=x') })
  await twins.ask({
    method: 'DELETE',
    path: `${maps}?labelSelector=each`,
    headers: { accept: 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io' },
  })
  await twins.ask({
    method: 'DELETE',
    path: `${maps}?labelSelector=each`,
    headers: { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' },
  })
}

/** Kinds that an update may create, that take no update without a revision, and that have finalizers in their spec. */
async function otherKinds(twins, { space, name }) {
  const coordination = `/apis/coordination.k8s.io/v1/namespaces/${name}`
  const rbac = `/apis/rbac.authorization.k8s.io/v1`
  for (const [path, body] of [
    [`${coordination}/leases`, { spec: { holderIdentity: 'a' } }],
    [`${space}/endpoints`, { subsets: [] }],
    [`${space}/services`, { spec: { ports: [{ port: 80 }] } }],
    [`${space}/limitranges`, { spec: { limits: [{ type: 'Pod', max: { cpu: '1' } }] } }],
    [`${space}/resourcequotas`, { spec: { hard: { pods: '100000' } } }],
    [`${space}/secrets`, { stringData: { a: 'b' } }],
    [`${space}/serviceaccounts`, {}],
    [`${space}/events`, { involvedObject: { namespace: name, name: 'x' }, reason: 'Because' }],
    [`${space}/podtemplates`, { template: { metadata: { labels: { a: 'b' } }, spec: webPod } }],
    [
      `${space}/replicationcontrollers`,
      { spec: { replicas: 1, selector: { app: 'web' }, template: webSpec.template } },
    ],
    [
      `${space}/persistentvolumeclaims`,
      { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
    ],
    [`/apis/apps/v1/namespaces/${name}/deployments`, { spec: webSpec }],
    [`/apis/apps/v1/namespaces/${name}/replicasets`, { spec: webSpec }],
    [`/apis/apps/v1/namespaces/${name}/statefulsets`, { spec: { ...webSpec, serviceName: 'a' } }],
    [
      `/apis/apps/v1/namespaces/${name}/daemonsets`,
      { spec: { selector: webSpec.selector, template: webSpec.template } },
    ],
    [`/apis/apps/v1/namespaces/${name}/controllerrevisions`, { revision: 1, data: { a: 1 } }],
    [`/apis/batch/v1/namespaces/${name}/jobs`, { spec: { template: { spec: { ...webPod, restartPolicy: 'Never' } } } }],
    [
      `/apis/batch/v1/namespaces/${name}/cronjobs`,
      {
        spec: {
          schedule: '* * * * *',
          jobTemplate: { spec: { template: { spec: { ...webPod, restartPolicy: 'Never' } } } },
        },
      },
    ],
    [
      `/apis/policy/v1/namespaces/${name}/poddisruptionbudgets`,
      { spec: { minAvailable: 1, selector: webSpec.selector } },
    ],
    [
      `/apis/autoscaling/v2/namespaces/${name}/horizontalpodautoscalers`,
      { spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' } } },
    ],
    [
      `/apis/autoscaling/v1/namespaces/${name}/horizontalpodautoscalers`,
      { spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' } } },
    ],
    [`/apis/networking.k8s.io/v1/namespaces/${name}/networkpolicies`, { spec: { podSelector: {} } }],
    [
      `/apis/networking.k8s.io/v1/namespaces/${name}/ingresses`,
      { spec: { defaultBackend: { service: { name: 'x', port: { number: 80 } } } } },
    ],
    [`/apis/discovery.k8s.io/v1/namespaces/${name}/endpointslices`, { addressType: 'IPv4', endpoints: [] }],
    [
      `/apis/events.k8s.io/v1/namespaces/${name}/events`,
      {
        eventTime: '2020-01-01T00:00:00.000000Z',
        action: 'a',
        reason: 'b',
        reportingController: 'c.d/e',
        reportingInstance: 'f',
        type: 'Normal',
        regarding: { namespace: name, name: 'x' },
      },
    ],
    [`${rbac}/namespaces/${name}/roles`, { rules: [] }],
    [
      `${rbac}/namespaces/${name}/rolebindings`,
      { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'x' } },
    ],
    [`${rbac}/clusterroles`, { rules: [] }],
    [
      `${rbac}/clusterrolebindings`,
      { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'x' } },
    ],
    [`${core}/namespaces`, { spec: { finalizers: ['a.b/c'] } }],
    [`${core}/nodes`, { spec: { podCIDR: '10.9.0.0/24' } }],
    [
      `${core}/persistentvolumes`,
      { spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], hostPath: { path: '/a' } } },
    ],
    ['/apis/storage.k8s.io/v1/storageclasses', { provisioner: 'a.b/c' }],
    ['/apis/storage.k8s.io/v1/csidrivers', { spec: {} }],
    [
      '/apis/storage.k8s.io/v1/volumeattachments',
      { spec: { attacher: 'a.b', nodeName: 'n', source: { persistentVolumeName: 'v' } } },
    ],
    ['/apis/scheduling.k8s.io/v1/priorityclasses', { value: 5 }],
    ['/apis/node.k8s.io/v1/runtimeclasses', { handler: 'a' }],
    ['/apis/networking.k8s.io/v1/ingressclasses', { spec: { controller: 'a.b/c' } }],
    [
      '/apis/flowcontrol.apiserver.k8s.io/v1/prioritylevelconfigurations',
      { spec: { type: 'Limited', limited: { limitResponse: { type: 'Reject' } } } },
    ],
    ['/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas', { spec: { priorityLevelConfiguration: { name: 'exempt' } } }],
    ['/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations', {}],
    ['/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations', {}],
    [
      '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies',
      {
        spec: {
          matchConstraints: {
            resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['none'] }],
          },
          validations: [{ expression: 'true' }],
        },
      },
    ],
    [
      '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings',
      { spec: { policyName: 'x', validationActions: ['Deny'] } },
    ],
    ['/apis/apiregistration.k8s.io/v1/apiservices', undefined],
    ['/apis/certificates.k8s.io/v1/certificatesigningrequests', undefined],
  ]) {
    if (!body) continue
    const called = apart('kind')
    const at = `${path}/${called}`
    const whole = { metadata: { name: called }, ...body }
    await twins.ask({ method: 'PUT', path: at, body: whole }, { note: 'of nothing' })
    await twins.ask(
      { method: 'PUT', path: at, body: { ...whole, metadata: { name: called, resourceVersion: '7' } } },
      { note: 'of nothing' },
    )
    await twins.ask(
      { method: 'PUT', path: at, body: { ...whole, metadata: { name: called, uid: 'x' } } },
      { note: 'of nothing' },
    )
    await twins.ask({ method: 'POST', path, body: whole })
    await twins.ask({ method: 'POST', path, body: whole }, { note: 'again' })
    await twins.ask({ method: 'PUT', path: at, body: whole }, { note: 'no revision' })
    await twins.ask(
      { method: 'PUT', path: at, body: { ...whole, metadata: { name: called, labels: { a: 'b' } } } },
      { note: 'labels' },
    )
    const stands = await remember(twins, at)
    await twins.ask(
      (side) => ({
        method: 'PUT',
        path: at,
        body: { ...stands(side), metadata: { ...stands(side).metadata, labels: { c: 'd' } } },
      }),
      { note: 'as it stands' },
    )
    await twins.ask(
      { method: 'PATCH', path: at, body: { metadata: { finalizers: ['a.b/c'] } }, headers: patchTypes.merge },
      { note: 'finalizer' },
    )
    await twins.ask(
      { method: 'PATCH', path: at, body: { status: { phase: 'x' } }, headers: patchTypes.merge },
      { note: 'status' },
    )
    await twins.ask({ method: 'DELETE', path: at }, { note: 'held' })
    await twins.ask({ path: at }, { note: 'held' })
    await twins.ask(
      { method: 'PATCH', path: at, body: { metadata: { finalizers: ['a.b/c', 'd.e/f'] } }, headers: patchTypes.merge },
      { note: 'more finalizers' },
    )
    await twins.ask(
      { method: 'PATCH', path: at, body: { metadata: { finalizers: null } }, headers: patchTypes.merge },
      { note: 'released' },
    )
    await twins.ask({ path: at }, { note: 'released' })
    await twins.ask({ method: 'DELETE', path: at }, { note: 'the end' })
  }
}
