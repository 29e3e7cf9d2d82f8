/** Watches in every combination of their parameters, and the frames of watches over the same changes. */
import { askCombined, combined, prepare, query } from './lists.mjs'

const namespace = `reads-watches-${Date.now() % 1000000}`
const path = `/api/v1/namespaces/${namespace}/secrets`
const table = 'application/json;as=Table;v=v1;g=meta.k8s.io'
const partial = 'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io'

export default async function watches(twins) {
  twins.known.push(
    [/strconv|invalid syntax/, 'what is wrong with a number is explained in our own words'],
    [/description: /, 'columns are described in our own words'],
    [
      /\.columnDefinitions: (\[.* \| null|null \| \[)/,
      'which frame has the columns is chance upstream, where watchers share what was written',
    ],
    [
      /^body\[\d+\]: {"type":"BOOKMARK".*"metadata":{"resourceVersion":"RV"}.* \| -$/,
      'bookmarks beyond the first are a matter of time',
    ],
    [
      /^(status|body.code): 500 \| 400|^body.reason: - \| "BadRequest"/,
      'a revision that is no number is the fault of who asks',
    ],
    [/message: "(.*)\b\d+(.*)\b\d+" \| "\1\d+\2\d+"$/, 'revisions of their own'],
  )
  await prepare(twins, namespace)
  const [old, now, future, next, ancient] = ['old', 'now', 'future', 'next', 'ancient'].map(Symbol)
  for (const side of [twins.upstream, twins.operon]) side.chosen.ancient = '1'
  const watch = { limit: 1500 }
  const asked = (all, more = watch) =>
    askCombined(
      twins,
      path,
      [...all].map((each) => ({ watch: '1', ...each })),
      more,
    )
  await asked(
    combined({
      resourceVersion: [undefined, '', '0', old, now, future],
      sendInitialEvents: [undefined, 'true', 'false'],
      resourceVersionMatch: [undefined, 'NotOlderThan', 'Exact'],
      allowWatchBookmarks: [undefined, 'true'],
    }),
  )
  await asked(
    combined({
      resourceVersion: ['abc', '-1', ancient],
      timeoutSeconds: [undefined, '1', '0', 'x'],
      limit: [undefined, '2'],
    }),
  )
  await asked(combined({ continue: [next, 'garbage', ''], resourceVersion: [undefined, '0'], limit: [undefined, '1'] }))
  await asked(
    combined({
      resourceVersion: ['0', now],
      timeoutSeconds: ['1'],
      labelSelector: [undefined, 'odd=true', 'odd'],
      fieldSelector: [undefined, 'metadata.name=one-3', 'metadata.name=none'],
    }),
  )
  await asked(
    combined({
      resourceVersion: ['0'],
      labelSelector: [
        'odd in',
        '!',
        'a=b=c',
        'x y',
        'a in (b',
        '=',
        'a>b',
        'a>1',
        'a notin ()',
        ',',
        'a,',
        '-a',
        'a/b/c=d',
        'A/b=c',
        'a=-',
        'a==b',
        'a!=b',
        '!odd',
      ],
    }),
  )
  for (const accept of [table, partial, `${table},application/json`, 'application/json;stream=watch', '*/*'])
    for (const parameters of [
      { watch: 'true', resourceVersion: '0' },
      { watch: 'true', sendInitialEvents: 'true', resourceVersionMatch: 'NotOlderThan', allowWatchBookmarks: 'true' },
      { watch: 'true', resourceVersion: '0', includeObject: 'None', allowWatchBookmarks: 'true' },
      { watch: 'true', resourceVersion: '0', includeObject: 'Object' },
      { watch: 'true', resourceVersion: '0', includeObject: 'x' },
    ])
      await twins.ask({ path: `${path}${query(parameters)}`, headers: { accept }, limit: 600 }, { note: accept })
  for (const at of [
    `${path}/one-3?watch=1`,
    `/api/v1/watch/namespaces/${namespace}/secrets/one-3`,
    `/api/v1/watch/namespaces/${namespace}/secrets?timeoutSeconds=1`,
    `/api/v1/watch/secrets?fieldSelector=metadata.namespace%3D${namespace}`,
    `${path}/one-3?watch=1&fieldSelector=metadata.name=one-2`,
    '/api/v1/namespaces/nowhere/secrets?watch=1',
    `/api/v1/namespaces/${namespace}?watch=1`,
    `/api/v1/watch/namespaces/${namespace}`,
    `${path}/none?watch=1`,
    `${path}?watch=0`,
    `${path}?watch=x&limit=1`,
    `${path}?watch&limit=1`,
    `${path}?watch=&limit=1`,
    `${path}?watch=false&limit=1`,
    `${path}/one-3?watch=false`,
    '/api/v1/watch/nothing',
    `/apis/apps/v1/watch/namespaces/${namespace}/deployments/x`,
  ])
    await twins.ask({ path: at, limit: 600 })
  await changes(twins)
}

/** One watch for each of many choices, open while the same changes are made on both sides. */
async function changes(twins) {
  const choices = [
    {},
    { labelSelector: 'stage=one' },
    { labelSelector: 'stage!=one' },
    { labelSelector: 'stage' },
    { fieldSelector: 'metadata.name=moving' },
    { fieldSelector: 'type=Opaque' },
    { fieldSelector: 'metadata.name!=moving' },
    { allowWatchBookmarks: 'true' },
    {
      sendInitialEvents: 'true',
      resourceVersionMatch: 'NotOlderThan',
      allowWatchBookmarks: 'true',
      labelSelector: 'stage=one',
    },
  ]
  const accepts = ['application/json', table, partial]
  const open = choices.flatMap((choice) => accepts.map((accept) => ({ choice, accept })))
  const results = open.map(({ choice, accept }) =>
    twins.ask(
      (side) => ({
        path: `${path}${query({ watch: '1', timeoutSeconds: '4', resourceVersion: side.chosen.now, ...choice })}`,
        headers: { accept },
      }),
      { note: accept },
    ),
  )
  await new Promise((resolve) => setTimeout(resolve, 700))
  const both = async (asking) => Promise.all([twins.upstream, twins.operon].map((side) => side.ask(asking)))
  const patch = (name, body) =>
    both({
      method: 'PATCH',
      path: `${path}/${name}`,
      headers: { 'content-type': 'application/merge-patch+json' },
      body,
    })
  await both({ method: 'POST', path, body: { metadata: { name: 'moving', labels: { stage: 'one' } } } })
  await patch('moving', { metadata: { labels: { stage: 'two' } } })
  await patch('moving', { metadata: { labels: { stage: null } } })
  await patch('moving', { metadata: { labels: { stage: null } } })
  await patch('moving', { metadata: { labels: { stage: 'one' }, finalizers: ['a.b/c'] } })
  await both({ method: 'DELETE', path: `${path}/moving` })
  await patch('moving', { metadata: { finalizers: null } })
  await both({ method: 'DELETE', path: `${path}/one-4` })
  await both({ method: 'DELETE', path: `${path}?labelSelector=odd%3Dtrue` })
  await Promise.all(results)
}
