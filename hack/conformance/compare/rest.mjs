/** Objects of the kinds that are no workloads (rest-objects.yaml), each spoilt at all its paths: created, updated, and their status. COMPARE_KINDS, COMPARE_VERBS (create,update,status) narrow it. */
import { readFileSync } from 'node:fs'
import { loadAll } from 'js-yaml'
import { Grouped } from './grouped.mjs'
import { spoilt } from './spoilt.mjs'
import { expected } from './on-purpose.mjs'

const objects = loadAll(readFileSync(new URL('rest-objects.yaml', import.meta.url), 'utf8'))
const listed = (name) => process.env[name]?.split(',')

export default async function rest(twins) {
  twins.known.push(...expected)
  twins.causesOnce = true
  const grouped = new Grouped(twins)
  await grouped.place()
  const { json: openapi } = await twins.upstream.ask({ path: '/openapi/v2' })
  const verbs = listed('COMPARE_VERBS') ?? ['create', 'update', 'status']
  for (const object of objects) {
    const { kind, apiVersion, metadata } = object
    if (!(listed('COMPARE_KINDS') ?? [kind]).includes(kind)) continue
    const resource = grouped.resource(object)
    const schema = { definitions: openapi.definitions, type: typeOf(openapi.definitions, { kind, apiVersion }) }
    const asking = { grouped, object, schema, path: resource.path, about: `${kind} ${metadata.name}` }
    if (verbs.includes('create')) await creates(asking)
    const stands = await standing(asking)
    if (stands && verbs.includes('update')) await updates(asking, stands)
    if (stands && verbs.includes('status') && resource.subresources.includes('status')) await statuses(asking, stands)
    await grouped.forget(`${resource.path}/${metadata.name}`)
    grouped.tell()
  }
}

function typeOf(definitions, { kind, apiVersion }) {
  const [version, group = ''] = apiVersion.split('/').reverse()
  return Object.keys(definitions).find((name) =>
    definitions[name]['x-kubernetes-group-version-kind']?.some(
      (each) => each.kind === kind && each.group === group && each.version === version,
    ),
  )
}

const withoutStatus = ({ status, ...object }) => object

async function creates({ grouped, object, schema, path, about }) {
  const body = withoutStatus(object)
  await grouped.ask(`${about} create`, { method: 'POST', path: `${path}?dryRun=All`, body })
  for (const [note, bad] of spoilt(body, schema))
    await grouped.ask(`${about} create`, { method: 'POST', path: `${path}?dryRun=All`, body: bad }, { note })
}

async function standing({ grouped, object, path, about }) {
  const { metadata, status } = object
  const at = `${path}/${metadata.name}`
  await grouped.forget(at)
  const body = withoutStatus(object)
  const answers = await grouped.ask(about, { method: 'POST', path, body }, { note: 'made' })
  if (answers.some((answer) => answer.status >= 300)) return
  if (!status) return answers
  const asking = { method: 'PUT', path: `${at}/status`, body: { ...body, status } }
  const after = await grouped.ask(`${about} status`, asking, { note: 'its status' })
  return after.map(({ json, status: code }, index) => (code < 300 ? { json } : answers[index]))
}

async function updates({ grouped, object, schema, path, about }, stood) {
  const at = `${path}/${object.metadata.name}`
  const fresh = await latest(grouped, at, stood)
  for (const [note, bad] of spoilt(withoutStatus(object), schema))
    await grouped.ask(
      `${about} update`,
      (side) => {
        const { resourceVersion } = fresh(side).metadata
        const body = { ...bad, metadata: { ...object.metadata, resourceVersion } }
        return { method: 'PUT', path: `${at}?dryRun=All`, body }
      },
      { note },
    )
}

/** What stands on each side, after its controllers have had their say. */
async function latest(grouped, path, [theirs]) {
  if (settling.includes(theirs.json.kind)) await new Promise((resolve) => setTimeout(resolve, 400))
  const answers = await grouped.ask('stands', { path })
  return (side) => answers[side.name === 'upstream' ? 0 : 1].json
}

/** Kinds that an API server writes into by itself. */
const settling = ['APIService', 'FlowSchema', 'PriorityLevelConfiguration', 'ServiceCIDR', 'Namespace']

async function statuses({ grouped, object, schema, path, about }, stood) {
  if (!object.status) return
  const at = `${path}/${object.metadata.name}`
  const fresh = await latest(grouped, at, stood)
  for (const [note, bad] of spoilt(object, schema, ['status']))
    await grouped.ask(
      `${about} status`,
      (side) => {
        return { method: 'PUT', path: `${at}/status?dryRun=All`, body: { ...fresh(side), status: bad.status } }
      },
      { note },
    )
}
