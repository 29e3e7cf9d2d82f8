/**
 * What upstream's tests of its registry hold, asked on the wire: finalizers, policies and grace in every pair of deletes, and random lives of objects with what their watchers see.
 * SEED and LIVES: which, and how many random lives; ONLY: propagation, graces, lives, collections.
 */
import { dice } from './dice.mjs'
import { apart, patchTypes, place, webPod, webSpec } from './writing.mjs'

const orphan = 'orphan'
const foreground = 'foregroundDeletion'
const held = [
  [],
  [orphan],
  [foreground],
  ['foo.com/x', orphan, 'bar.com/y'],
  ['foo.com/x', 'bar.com/y'],
  ['foo.com/x', foreground],
  [orphan, foreground],
  [foreground, 'foo.com/x', orphan],
]
const options = [
  undefined,
  {},
  { orphanDependents: true },
  { orphanDependents: false },
  { propagationPolicy: 'Foreground' },
  { propagationPolicy: 'Background' },
  { propagationPolicy: 'Orphan' },
]
const onNode = { ...webPod, nodeName: 'nowhere', tolerations: [{ operator: 'Exists' }] }

/** [path under a namespace's, body] of kinds that differ in what becomes of their dependents, and in grace. */
const kindsOf = (name, space) => ({
  configmaps: [`${space}/configmaps`, { data: { a: 'b' } }],
  replicationcontrollers: [
    `${space}/replicationcontrollers`,
    { spec: { replicas: 0, selector: { app: 'web' }, template: webSpec.template } },
  ],
  deployments: [`/apis/apps/v1/namespaces/${name}/deployments`, { spec: webSpec }],
  jobs: [
    `/apis/batch/v1/namespaces/${name}/jobs`,
    { spec: { suspend: true, template: { spec: { ...webPod, restartPolicy: 'Never' } } } },
  ],
  pods: [`${space}/pods`, { spec: webPod }],
  bound: [`${space}/pods`, { spec: onNode }],
  services: [`${space}/services`, { spec: { clusterIP: 'None', ports: [{ port: 80 }] } }],
})

const chosen = (process.env.ONLY ?? 'propagation,graces,collections,lives').split(',')

export default async function registry(twins) {
  twins.known.push([/no operator answers/, 'nothing answers the kind yet'])
  const name = apart('middle')
  const space = await place(twins, name)
  const kinds = kindsOf(name, space)
  if (chosen.includes('propagation')) await propagation(twins, kinds)
  if (chosen.includes('graces')) await graces(twins, kinds)
  if (chosen.includes('collections')) await collections(twins, { space, kinds })
  if (chosen.includes('lives')) await lives(twins, kinds)
}

let count = 0
const called = () => `m-${++count}`

async function propagation(twins, kinds) {
  for (const [kind, [path, body]] of Object.entries(kinds))
    for (const finalizers of kind === 'services' || kind === 'pods' ? held.slice(0, 4) : held)
      for (const option of options)
        for (const again of [undefined, ...options.slice(2)]) {
          const name = called()
          const note = `${finalizers} ${JSON.stringify(option)} then ${JSON.stringify(again)}`
          await both(twins, { method: 'POST', path, body: { metadata: { name, finalizers }, ...body } })
          await twins.ask({ method: 'DELETE', path: `${path}/${name}`, body: option }, { note })
          const [{ status }] = await twins.ask({ path: `${path}/${name}` }, { note: `after ${note}` })
          if (status === 404) break
          await twins.ask({ method: 'DELETE', path: `${path}/${name}`, body: again }, { note: `again ${note}` })
          await twins.ask({ path: `${path}/${name}` }, { note: `after the second ${note}` })
        }
}

const both = (twins, asking) =>
  Promise.all(
    [twins.upstream, twins.operon].map((side) => side.ask(typeof asking === 'function' ? asking(side) : asking)),
  )

const seconds = [undefined, -1, 0, 1, 2, 30, 60, 2147483648]

async function graces(twins, { bound: [path, body] }) {
  for (const finalizers of [[], ['foo.com/x']])
    for (const own of [undefined, 0, 1, 45])
      for (const first of seconds)
        for (const second of seconds) {
          const name = called()
          const note = `${finalizers} of its own ${own}, ${first} then ${second}`
          const spec = { ...body.spec, ...(own === undefined ? {} : { terminationGracePeriodSeconds: own }) }
          const remove = (gracePeriodSeconds) => ({
            method: 'DELETE',
            path: `${path}/${name}`,
            body: { gracePeriodSeconds },
          })
          await both(twins, { method: 'POST', path, body: { metadata: { name, finalizers }, spec } })
          await twins.ask(remove(first), { note })
          await twins.ask(remove(second), { note: `again ${note}` })
          await twins.ask({ path: `${path}/${name}` }, { note: `after ${note}` })
          await both(twins, remove(0))
        }
  for (const phase of ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'])
    for (const spec of [body.spec, webPod])
      for (const grace of [undefined, 0, 5]) {
        const name = called()
        const at = `${path}/${name}`
        await both(twins, { method: 'POST', path, body: { metadata: { name }, spec } })
        await both(twins, {
          method: 'PATCH',
          path: `${at}/status`,
          body: { status: { phase } },
          headers: patchTypes.merge,
        })
        await twins.ask(
          { method: 'DELETE', path: at, body: { gracePeriodSeconds: grace } },
          { note: `${phase} ${grace}` },
        )
        await twins.ask({ path: at }, { note: `after ${phase} ${grace}` })
        await both(twins, { method: 'DELETE', path: at, body: { gracePeriodSeconds: 0 } })
      }
}

async function collections(twins, { space, kinds }) {
  for (const kind of ['bound', 'pods', 'configmaps', 'replicationcontrollers', 'jobs'])
    for (const option of [...options, { gracePeriodSeconds: 0 }, { gracePeriodSeconds: 7 }, { dryRun: ['All'] }])
      for (const query of ['', '&limit=2', '&fieldSelector=metadata.name!%3Dx']) {
        const [path, body] = kinds[kind]
        const group = called()
        const labels = { group }
        for (const finalizers of [[], ['foo.com/x'], [orphan]])
          await both(twins, {
            method: 'POST',
            path,
            body: { metadata: { name: called(), labels, finalizers }, ...body },
          })
        const listed = `${path}?labelSelector=group%3D${group}`
        const note = `${kind} ${JSON.stringify(option)}`
        await twins.ask({ method: 'DELETE', path: `${listed}${query}`, body: option }, { note })
        await twins.ask({ path: listed }, { note: `after ${note}` })
        await twins.ask({ method: 'DELETE', path: listed, body: option }, { note: `again ${note}` })
        await twins.ask({ path: listed }, { note: `after the second ${note}` })
      }
  void space
}

// Both of the collector's at once can't be created.
const finalizersOf = (roll) => roll.one(held.slice(0, 6))
/** What may be done to an object, each as a request of a dice. */
const deeds = {
  delete: (roll, at) => ({
    method: 'DELETE',
    path: at,
    body: { ...roll.one(options), ...roll.one([{}, { gracePeriodSeconds: roll.one(seconds.slice(1)) }]) },
  }),
  dryDelete: (roll, at) => ({ method: 'DELETE', path: at, body: { ...roll.one(options), dryRun: ['All'] } }),
  finalizers: (roll, at) => ({
    method: 'PATCH',
    path: at,
    body: { metadata: { finalizers: finalizersOf(roll) } },
    headers: patchTypes.merge,
  }),
  added: (roll, at) => ({
    method: 'PATCH',
    path: at,
    body: { metadata: { finalizers: [roll.one(['a.b/c', 'foo.com/x', orphan])] } },
    headers: patchTypes.strategic,
  }),
  less: (_, at) => ({
    method: 'PATCH',
    path: at,
    body: [{ op: 'remove', path: '/metadata/finalizers/0' }],
    headers: patchTypes.json,
  }),
  none: (roll, at) => ({
    method: 'PATCH',
    path: `${at}${roll.one(['', '?dryRun=All'])}`,
    body: { metadata: { finalizers: null } },
    headers: patchTypes.merge,
  }),
  labels: (roll, at) => ({
    method: 'PATCH',
    path: at,
    body: { metadata: { labels: { x: roll.one(['1', '2']) } } },
    headers: patchTypes.merge,
  }),
  stamps: (roll, at) => ({
    method: 'PATCH',
    path: at,
    body: {
      metadata: roll.one([
        { deletionTimestamp: null },
        { deletionGracePeriodSeconds: 5 },
        { deletionGracePeriodSeconds: 0 },
        { deletionTimestamp: '2020-01-01T00:00:00Z' },
        { generation: 9 },
        { ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'x', uid: 'y' }] },
        { selfLink: '/x' },
        { creationTimestamp: null },
      ]),
    },
    headers: patchTypes.merge,
  }),
  owner: (roll, at) => ({
    method: 'PATCH',
    path: at,
    body: {
      metadata: {
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'Pod',
            name: 'x',
            uid: roll.one(['u1', 'u2']),
            controller: roll.one([true, false]),
          },
        ],
      },
    },
    headers: roll.one([patchTypes.merge, patchTypes.strategic]),
  }),
  get: (_, at) => ({ path: at }),
}

async function lives(twins, kinds) {
  const roll = dice(Number(process.env.SEED ?? 1))
  for (let life = 0; life < Number(process.env.LIVES ?? 150); life++) {
    const kind = roll.one(Object.keys(kinds))
    const [path, body] = kinds[kind]
    const name = called()
    const finalizers = finalizersOf(roll)
    const made = await both(twins, { method: 'POST', path, body: { metadata: { name, finalizers }, ...body } })
    const revisions = made.map(({ json }) => json.metadata.resourceVersion)
    const story = [`${kind} ${finalizers}`]
    for (let step = 0; step < 6; step++) {
      const deed = roll.one([...Object.keys(deeds), 'delete', 'finalizers', 'less'])
      const asking = deeds[deed](roll, `${path}/${name}`)
      story.push(`${deed} ${JSON.stringify(asking.body?.metadata ?? asking.body)}`)
      const [{ status }] = await twins.ask(asking, { note: story.join('; ') })
      if (status === 404) break
    }
    await twins.ask({ path: `${path}/${name}` }, { note: `after ${story.join('; ')}` })
    const since = (side) => revisions[side === twins.upstream ? 0 : 1]
    await twins.ask(
      (side) => ({
        path: `${path}?watch=1&fieldSelector=metadata.name%3D${name}&resourceVersion=${since(side)}`,
        limit: 250,
      }),
      { note: `watched ${story.join('; ')}` },
    )
  }
}
