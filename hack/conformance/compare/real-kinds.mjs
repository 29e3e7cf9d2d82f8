/** Definitions of real projects and objects of their samples (JSON lists of { d } in REAL/definitions.json and REAL/samples.json, brought by whoever asks): created, listed, described, spoilt. */
import { readFileSync } from 'node:fs'
import { dice } from './dice.mjs'
import { put } from './places.mjs'

const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const table = 'application/json;as=Table;v=v1;g=meta.k8s.io'

const read = (name) => JSON.parse(readFileSync(`${process.env.REAL}/${name}.json`, 'utf8')).map(({ d }) => d)

export default async function askRealKinds(twins) {
  twins.known.push(
    [
      /^body\.status\.(conditions|acceptedNames|observedGeneration)/,
      'a definition is served when its create is answered',
    ],
    [/(\.metadata|List|List\.properties\.items)\.description: /, 'descriptions in our own words'],
    [/\.columnDefinitions\[\d+\]\.description/, 'descriptions in our own words'],
    [/observedGeneration: - \|/, 'what the issue asks beyond upstream'],
    [/\.cells\[\d+\]: "\d+s" \| "\d+s"/, 'how old it is'],
    [
      /managedFields\[0\]\.(manager|subresource|fieldsV1)|managedFields\[1\]/,
      'the status of a definition is written at once',
    ],
  )
  twins.upstream.patience = 600
  const all = read('definitions').filter(
    ({ metadata }) => !process.env.ONLY || metadata.name.includes(process.env.ONLY),
  )
  const served = []
  await clear(twins, all)
  for (const definition of all) {
    const { metadata, spec } = definition
    const body = {
      ...definition,
      metadata: { ...metadata, annotations: { 'api-approved.kubernetes.io': 'https://x', ...metadata.annotations } },
    }
    await twins.ask({ method: 'POST', path: `${definitions}?dryRun=All`, body }, { note: metadata.name })
    const plain = { ...body, spec: { ...spec, conversion: { strategy: 'None' } } }
    const [theirs, ours] = await twins.ask(
      { method: 'POST', path: definitions, body: plain },
      { note: `${metadata.name} without its conversion` },
    )
    if (theirs.status === 201 && ours.status === 201) served.push(plain)
  }
  await new Promise((resolve) => setTimeout(resolve, 5000))
  for (const { metadata, spec } of served) {
    await twins.ask({ path: `${definitions}/${metadata.name}` }, { note: 'stands' })
    for (const { name } of spec.versions.filter((each) => each.served)) {
      const path = `/apis/${spec.group}/${name}/${spec.names.plural}`
      await twins.ask({ path })
      await twins.ask({ path, headers: { accept: table } }, { note: 'table' })
    }
  }
  await askOpenApi(twins, served)
  await askObjects(twins, served)
}

/** Schemas as they are published; paths are asked by openapi.mjs. */
async function askOpenApi(twins, served) {
  const groups = new Set(
    served.flatMap(({ spec }) =>
      spec.versions.filter((each) => each.served).map(({ name }) => `${spec.group}/${name}`),
    ),
  )
  for (const group of groups) {
    const [theirs, ours] = await Promise.all(
      [twins.upstream, twins.operon].map((side) => side.ask({ path: `/openapi/v3/apis/${group}` })),
    )
    const schemas = ({ json }) =>
      Object.fromEntries(
        Object.entries(json?.components?.schemas ?? {}).filter(([name]) => !name.startsWith('io.k8s.')),
      )
    twins.tell(`openapi ${group}`, schemas(theirs), schemas(ours))
  }
  const [theirs, ours] = await Promise.all(
    [twins.upstream, twins.operon].map((side) => side.ask({ path: '/openapi/v2' })),
  )
  const mine = ({ json }) =>
    Object.fromEntries(Object.entries(json?.definitions ?? {}).filter(([name]) => !name.startsWith('io.k8s.')))
  twins.tell('openapi v2', mine(theirs), mine(ours))
}

async function askObjects(twins, served) {
  const die = dice(Number(process.env.SEED) || 1)
  const rounds = Number(process.env.ROUNDS) || 25
  for (const sample of read('samples')) {
    const [group, version] = String(sample.apiVersion).split('/')
    const found = served.find(
      ({ spec }) =>
        spec.group === group &&
        spec.names.kind === sample.kind &&
        spec.versions.some((each) => each.name === version && each.served),
    )
    if (!found) continue
    const { spec } = found
    const { namespace: _, ...metadata } = sample.metadata
    const body = {
      ...sample,
      metadata: { ...metadata, ...(metadata.name || metadata.generateName ? {} : { name: 'a' }) },
    }
    const where = spec.scope === 'Namespaced' ? 'namespaces/default/' : ''
    const path = `/apis/${group}/${version}/${where}${spec.names.plural}?dryRun=All`
    await twins.ask({ method: 'POST', path, body }, { note: sample.kind })
    for (let at = 0; at < rounds; at++) {
      const [note, spoilt] = spoil(die, body)
      await twins.ask({ method: 'POST', path, body: spoilt }, { note: `${sample.kind} ${note}` })
    }
  }
}

const instead = [
  null,
  '',
  'x',
  -1,
  0,
  1.5,
  99999999999,
  true,
  [],
  {},
  [null],
  ['a', 'a'],
  { x: 1 },
  [{}],
  'A_b',
  '10Gi',
  '1h',
]

/** One place of the object holds something else, nothing, or what nobody knows. */
function spoil(die, body) {
  const places = []
  const walk = (value, path) => {
    if (path.length > 0 && path[0] !== 'metadata') places.push(path)
    if (value !== null && typeof value === 'object')
      for (const key of Object.keys(value)) walk(value[key], [...path, Array.isArray(value) ? Number(key) : key])
  }
  walk(body, [])
  const path = die.one(
    places.filter(([first]) => !['apiVersion', 'kind'].includes(first)).length
      ? places.filter(([first]) => !['apiVersion', 'kind'].includes(first))
      : places,
  )
  const value = die.is(0.15) ? undefined : die.one(instead)
  return [`${path.join('.')} = ${JSON.stringify(value)}`, put(body, path, value)]
}

/** What stands from before is gone afterwards. */
async function clear({ upstream, operon }, all) {
  for (const side of [upstream, operon]) {
    const at = ({ metadata }) => `${definitions}/${metadata.name}`
    for (const each of all) await side.ask({ method: 'DELETE', path: at(each) })
    for (let tries = 0; tries < 100; tries++) {
      const { json } = await side.ask({ path: `${definitions}?limit=1` })
      if (json.items.length === 0) break
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}
