/**
 * What upstream's tests of the kinds' own storages hold: namespaces through finalizers of both sorts, scales under conditions, generations.
 * SEED, LIVES; ONLY: namespaces, scales. No controllers on either side.
 */
import { dice } from './dice.mjs'
import { apart, patchTypes, place, remember, webSpec } from './writing.mjs'

const parts = { namespaces, scales }

export default async function storages(twins) {
  twins.known.push(
    [/no operator answers/, 'nothing answers the kind yet'],
    [/managedFields/, 'compared where writing is'],
  )
  for (const part of (process.env.ONLY ?? Object.keys(parts).join()).split(',')) await parts[part](twins)
}

const path = '/api/v1/namespaces'
const mine = ['a.b/c', 'd.e/f']

/** What may be done to a namespace. */
const deeds = {
  delete: (roll, at) => ({
    method: 'DELETE',
    path: at,
    body: roll.one([
      undefined,
      {},
      { propagationPolicy: 'Foreground' },
      { propagationPolicy: 'Orphan' },
      { gracePeriodSeconds: 0 },
      { gracePeriodSeconds: 5 },
    ]),
  }),
  'delete dry': (_, at) => ({ method: 'DELETE', path: `${at}?dryRun=All` }),
  'delete of another': (_, at) => ({ method: 'DELETE', path: at, body: { preconditions: { uid: 'x' } } }),
  finalizers: (roll, at) => ({
    method: 'PATCH',
    path: at,
    headers: patchTypes.merge,
    body: { metadata: { finalizers: roll.one([null, [], mine, mine.slice(1)]) } },
  }),
  'spec by patch': (roll, at) => ({
    method: 'PATCH',
    path: at,
    headers: patchTypes.merge,
    body: { spec: { finalizers: roll.one([null, [], ['kubernetes'], mine]) } },
  }),
  'spec by finalize': (roll, at, name) => ({
    method: 'PUT',
    path: `${at}/finalize`,
    body: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
      spec: { finalizers: roll.one([[], [], ['kubernetes'], mine, [...mine, 'kubernetes']]) },
    },
  }),
  'metadata by finalize': (roll, at, name) => ({
    method: 'PUT',
    path: `${at}/finalize`,
    body: {
      metadata: { name, finalizers: roll.one([mine, []]), labels: { x: 'y' } },
      spec: { finalizers: roll.one([[], ['kubernetes']]) },
      status: { phase: 'Active' },
    },
  }),
  'dry finalize': (_, at, name) => ({
    method: 'PUT',
    path: `${at}/finalize?dryRun=All`,
    body: { metadata: { name }, spec: {} },
  }),
  'named otherwise': (_, at) => ({
    method: 'PUT',
    path: `${at}/finalize`,
    body: { metadata: { name: 'other' }, spec: {} },
  }),
  status: (roll, at) => ({
    method: 'PATCH',
    path: `${at}/status`,
    headers: patchTypes.merge,
    body: {
      status: roll.one([
        { phase: 'Terminating' },
        { phase: 'Active' },
        { phase: 'x' },
        { conditions: [{ type: 'A', status: 'True' }] },
        null,
      ]),
      metadata: roll.one([{}, { labels: { s: 't' } }]),
    },
  }),
  labels: (roll, at) => ({
    method: 'PATCH',
    path: at,
    headers: patchTypes.merge,
    body: {
      metadata: {
        labels: roll.one([
          { a: 'b' },
          { 'kubernetes.io/metadata.name': 'x' },
          { 'kubernetes.io/metadata.name': null },
          null,
        ]),
      },
    },
  }),
  put: (roll, at, name) => ({
    method: 'PUT',
    path: at,
    body: {
      metadata: { name, ...roll.one([{}, { finalizers: mine }, { labels: { p: 'q' } }]) },
      ...roll.one([{}, { spec: { finalizers: ['kubernetes'] } }, { spec: {} }]),
    },
  }),
  create: (roll, _at, name) => ({
    method: 'POST',
    path,
    body: { metadata: { name }, spec: roll.one([{}, { finalizers: mine }]) },
  }),
  within: (_, at) => ({ method: 'POST', path: `${at}/configmaps`, body: { metadata: { generateName: 'c' } } }),
  'dry within': (_, at) => ({ method: 'POST', path: `${at}/configmaps?dryRun=All`, body: { metadata: { name: 'c' } } }),
  get: (_, at) => ({ path: at }),
}

async function namespaces(twins) {
  twins.known.push([/^body\.metadata\.name: "c/, 'made'])
  const roll = dice(Number(process.env.SEED ?? 1))
  for (let life = 0; life < Number(process.env.LIVES ?? 80); life++) {
    const name = apart(`life-${life}`)
    const made = {
      metadata: { name, finalizers: roll.one([[], [], mine]) },
      ...roll.one([
        {},
        { spec: { finalizers: mine } },
        { spec: { finalizers: ['kubernetes', ...mine] } },
        { spec: {} },
      ]),
    }
    await twins.ask({ method: 'POST', path, body: made })
    const story = []
    for (let step = 0; step < 9; step++) {
      const deed = roll.one([...Object.keys(deeds), 'delete', 'spec by finalize', 'finalizers'])
      const asking = deeds[deed](roll, `${path}/${name}`, name)
      story.push(`${deed} ${JSON.stringify(asking.body?.spec ?? asking.body?.metadata ?? asking.body ?? '')}`)
      await twins.ask(asking, { note: story.join('; ') })
    }
    await twins.ask({ path: `${path}/${name}` }, { note: `after ${story.join('; ')}` })
  }
}

async function scales(twins) {
  const name = apart('scales')
  const space = await place(twins, name)
  const kinds = {
    [`${space}/replicationcontrollers`]: { spec: { ...webSpec, selector: { app: 'web' } } },
    [`/apis/apps/v1/namespaces/${name}/deployments`]: { spec: webSpec },
    [`/apis/apps/v1/namespaces/${name}/replicasets`]: { spec: webSpec },
    [`/apis/apps/v1/namespaces/${name}/statefulsets`]: { spec: { ...webSpec, serviceName: 's' } },
  }
  for (const [collection, body] of Object.entries(kinds)) {
    const at = `${collection}/web`
    await twins.ask({ method: 'POST', path: collection, body: { metadata: { name: 'web' }, ...body } })
    const seen = await remember(twins, `${at}/scale`)
    await twins.ask(
      { method: 'PATCH', path: at, headers: patchTypes.merge, body: { metadata: { labels: { a: 'b' } } } },
      { note: 'labels make no generation' },
    )
    const now = await remember(twins, `${at}/scale`)
    const put = (of, note, query = '') =>
      twins.ask((side) => ({ method: 'PUT', path: `${at}/scale${query}`, body: { ...seen(side), ...of(side) } }), {
        note,
      })
    const meta = (more, side, of = now) => ({
      metadata: {
        name: 'web',
        namespace: name,
        resourceVersion: of(side).metadata.resourceVersion,
        uid: of(side).metadata.uid,
        ...more,
      },
    })
    await put((side) => ({ ...meta({}, side, seen), spec: { replicas: 3 } }), 'stale')
    await put((side) => ({ ...meta({ uid: 'x' }, side), spec: { replicas: 3 } }), 'uid of another')
    await put(
      (side) => ({ ...meta({ resourceVersion: '' }, side), spec: { replicas: 3 } }),
      'unconditional',
      '?dryRun=All',
    )
    await put((side) => ({ ...meta({ name: 'other' }, side), spec: { replicas: 3 } }), 'named otherwise')
    await put((side) => ({ ...meta({ name: '' }, side), spec: { replicas: 3 } }), 'unnamed', '?dryRun=All')
    await put((side) => ({ ...meta({ namespace: 'other' }, side), spec: { replicas: 3 } }), 'elsewhere')
    await put(
      (side) => ({
        ...meta({ labels: { x: 'y' }, annotations: { x: 'y' } }, side),
        spec: { replicas: 3 },
        status: { replicas: 9 },
      }),
      'more',
      '?dryRun=All',
    )
    await put((side) => ({ ...meta({}, side), spec: { replicas: -1 } }), 'negative')
    await put((side) => ({ ...meta({}, side), spec: {} }), 'nothing', '?dryRun=All')
    await put((side) => ({ ...meta({}, side), spec: { replicas: 2147483648 } }), 'large')
    await put((side) => ({ ...meta({}, side), spec: { replicas: '3' } }), 'a text')
    await put((side) => ({ ...meta({}, side), apiVersion: 'autoscaling/v2', spec: { replicas: 3 } }), 'version')
    await put((side) => ({ ...meta({}, side), apiVersion: 'extensions/v1beta1', spec: { replicas: 3 } }), 'old version')
    await put((side) => ({ ...meta({}, side), kind: 'Deployment', spec: { replicas: 3 } }), 'kind')
    for (const type of ['json', 'merge', 'strategic', 'apply'])
      for (const replicas of [0, 4, -1, 1.5, null]) {
        const query = type === 'apply' ? '?fieldManager=f&force=true' : ''
        const merged = {
          apiVersion: 'autoscaling/v1',
          kind: 'Scale',
          metadata: { name: 'web', namespace: name },
          spec: { replicas },
        }
        const change = type === 'json' ? [{ op: 'replace', path: '/spec/replicas', value: replicas }] : merged
        await twins.ask(
          { method: 'PATCH', path: `${at}/scale${query}`, headers: patchTypes[type], body: change },
          { note: type },
        )
        await twins.ask({ path: at }, { note: `after ${type} ${replicas}` })
      }
    await twins.ask(
      {
        method: 'PATCH',
        path: `${at}/scale`,
        headers: patchTypes.merge,
        body: { metadata: { resourceVersion: '1' }, spec: { replicas: 3 } },
      },
      { note: 'stale patch' },
    )
    await twins.ask(
      {
        method: 'PATCH',
        path: `${at}/scale`,
        headers: patchTypes.merge,
        body: { metadata: { uid: 'x' }, spec: { replicas: 3 } },
      },
      { note: 'patch of another' },
    )
    for (const change of [
      { spec: { replicas: 5 } },
      { spec: { minReadySeconds: 3 } },
      { metadata: { annotations: { a: 'b' } } },
      { metadata: { generation: 99 } },
      { status: { replicas: 3 } },
      { spec: { replicas: 5 }, metadata: { labels: { q: 'r' } } },
    ])
      for (const part of ['', '/status'])
        await twins.ask(
          { method: 'PATCH', path: `${at}${part}`, headers: patchTypes.merge, body: change },
          { note: 'generation' },
        )
    for (const method of ['POST', 'DELETE']) await twins.ask({ method, path: `${at}/scale`, body: {} })
    await twins.ask({
      method: 'PUT',
      path: `${collection}/none/scale`,
      body: { metadata: { name: 'none' }, spec: { replicas: 1 } },
    })
    await twins.ask({
      method: 'PATCH',
      path: `${collection}/none/scale?fieldManager=f`,
      headers: patchTypes.apply,
      body: { apiVersion: 'autoscaling/v1', kind: 'Scale', metadata: { name: 'none' }, spec: { replicas: 1 } },
    })
  }
}
