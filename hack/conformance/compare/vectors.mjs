/**
 * What upstream's own unit tests call its rules with (hack/conformance/vectors/write.sh writes it down): objects created, updated and given a status as the tests do it.
 * VECTORS: files of JSON lines, with commas between; ONLY: a pattern of `kind function test`. Both sides know the addresses of both families, and run no controllers.
 */
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { Grouped } from './grouped.mjs'
import { expected } from './on-purpose.mjs'

/** Kinds that change what happens to others: after those. */
const late =
  /^(Namespace|IngressClass|StorageClass|PriorityClass|ServiceCIDR|LimitRange|ResourceQuota|(Validating|Mutating).*)$/

export default async function vectors(twins) {
  twins.known.push(
    ...expected,
    [/^header warning: (?!- \|)(?!.* \| -$)/, 'warnings in our own words'],
    [/^body\.details\.kind: - \| ".*Review"$/, 'reviews are named'],
  )
  twins.causesOnce = true
  const grouped = new Grouped(twins)
  await grouped.place()
  const all = read()
  await company(twins, all)
  const counts = { asked: 0, 'not served': 0, 'what was before is refused': 0 }
  for (const vector of all) {
    const resource = grouped.resource(vector)
    if (!resource) counts['not served']++
    else counts[await ask(grouped, vector, resource)]++
    if (resource && process.env.TELL === 'each') grouped.tell()
  }
  grouped.tell()
  console.log(JSON.stringify(counts))
}

function read() {
  const only = new RegExp(process.env.ONLY ?? '')
  const found = new Map()
  for (const file of process.env.VECTORS.split(','))
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const vector = line && JSON.parse(line)
      if (!vector?.new || !only.test(`${vector.kind} ${vector.function} ${vector.test}`)) continue
      const asked = { ...vector, ...question(vector) }
      found.set(JSON.stringify([asked.kind, asked.verb, asked.old, asked.new]), asked)
    }
  const order = ({ kind }) => `${late.test(kind) ? 1 : 0}${kind}`
  return [...found.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** Of a call of a rule: what a client asks. `verb`: create, update or a subresource. */
function question({ function: name, kind, ...vector }) {
  const [now, before] = [vector.new, vector.old].map((object) => object && clean(object, kind))
  if (before) complete(before, now, kind)
  const guests = now.spec?.ephemeralContainers
  const verb =
    subresources.find(([pattern]) => pattern.test(name))?.[1] ??
    (guests && !before && kind === 'Pod' ? 'ephemeralcontainers' : before ? 'update' : 'create')
  if (verb === 'create') return { verb, new: withoutStatus(now) }
  const { ephemeralContainers, ...spec } = now.spec ?? {}
  const old = before ?? { ...withoutStatus(now), ...(guests ? { spec } : {}) }
  old.metadata.name ||= 'host'
  if (kind === 'Namespace') old.metadata.name = `n-${++namespaces}`
  now.metadata.name = old.metadata.name
  return { verb, old, new: now }
}

let namespaces = Date.now()

const subresources = [
  [/EphemeralContainers/, 'ephemeralcontainers'],
  [/Resize/, 'resize'],
  [/Approval/, 'approval'],
  [/Finalize/, 'finalize'],
  [/Status/, 'status'],
]

const withoutStatus = ({ status, ...object }) => object

/** Without what a server sets, in the namespace of the comparison, with addresses that a Service may have. */
function clean(object, kind) {
  const { namespace, uid, resourceVersion, generation, creationTimestamp, selfLink, managedFields, ...metadata } =
    object.metadata ?? {}
  delete metadata.deletionTimestamp
  delete metadata.deletionGracePeriodSeconds
  const cleaned = { ...object, metadata }
  if (!/^Service$/.test(kind)) return cleaned
  return JSON.parse(
    JSON.stringify(cleaned)
      .replace(/"10\.0\.0\./g, '"10.96.9.')
      .replace(/"2000::/g, '"fd00:10:96::9'),
  )
}

/** What an update needs so that what stands before it is taken: what it lacks is given to both. */
function complete(before, now, kind) {
  const specs = [before, now].map(
    ({ spec, template }) => spec?.jobTemplate?.spec?.template ?? spec?.template ?? template,
  )
  const whole = [{ name: 'c', image: 'i' }]
  const restarts = /Job$/.test(kind) ? { restartPolicy: 'Never' } : {}
  const pods = kind === 'Pod' ? [before, now] : specs
  if (pods[0] && !pods[0].spec?.containers?.length)
    for (const each of pods)
      each.spec = {
        ...restarts,
        ...each.spec,
        containers: each.spec?.containers?.length ? each.spec.containers : whole,
      }
  for (const each of [before, now]) {
    for (const container of pods[0]?.spec?.containers ?? []) container.image ||= 'i'
    if (kind === 'Job' && each.spec?.selector) each.spec.manualSelector = true
    if (kind === 'Event') each.involvedObject = { ...each.involvedObject, namespace: 'compare' }
    for (const webhook of each.webhooks ?? []) if (webhook.sideEffects === 'Unknown') webhook.sideEffects = 'None'
    if (each.metadata.finalizers)
      each.metadata.finalizers = each.metadata.finalizers.map((name) =>
        name.includes('/') ? name : `example.com/${name}`,
      )
  }
  before.metadata.name = before.metadata.name?.toLowerCase()
  if (/^(DaemonSet|Deployment|ReplicaSet|StatefulSet)$/.test(kind) && !before.spec?.selector)
    for (const each of [before, now]) {
      each.spec = { selector: { matchLabels: { a: 'b' } }, ...each.spec }
      each.spec.template = { ...each.spec.template, metadata: { labels: { a: 'b' } } }
    }
}

/** What pods name: accounts, classes. */
async function company({ upstream, operon }, all) {
  const specs = all.flatMap((vector) => [vector.new, vector.old]).map((object) => object?.spec ?? {})
  const named = (key) => new Set(specs.map((spec) => spec[key]).filter((name) => /^[a-z0-9-]{1,50}$/.test(name)))
  const made = [
    ...[...named('serviceAccountName'), 'default'].map((name) => [accounts, { metadata: { name } }]),
    ...[...named('priorityClassName')].map((name) => [priorities, { metadata: { name }, value: 7 }]),
    ...[...named('runtimeClassName')].map((name) => [runtimes, { metadata: { name }, handler: 'h' }]),
  ]
  for (const side of [upstream, operon])
    for (const [path, body] of made) {
      await side.ask({ method: 'POST', path, body })
      const headers = { 'content-type': 'application/merge-patch+json' }
      if (path === accounts)
        await side.ask({
          method: 'PATCH',
          path: `${path}/${body.metadata.name}`,
          body: { automountServiceAccountToken: false },
          headers,
        })
    }
}

const accounts = '/api/v1/namespaces/compare/serviceaccounts'
const priorities = '/apis/scheduling.k8s.io/v1/priorityclasses'
const runtimes = '/apis/node.k8s.io/v1/runtimeclasses'

/** Answers what became of it, as `counts` names it. */
async function ask(grouped, vector, resource) {
  const { kind, verb, function: name, test } = vector
  const whole = (object) => ({ ...object, apiVersion: vector.apiVersion, kind })
  const about = `${kind} ${verb}`
  const note = (text) => `${name} ${test}: ${text}`
  if (verb === 'create') {
    const body = whole(vector.new)
    const asking = { method: 'POST', path: `${resource.path}?dryRun=All`, body }
    await grouped.ask(about, asking, { note: note(JSON.stringify(body)) })
    if (body.metadata.name || body.metadata.generateName) return 'asked'
    const named = { ...body, metadata: { ...body.metadata, name: 'host' } }
    await grouped.ask(about, { ...asking, body: named }, { note: note(JSON.stringify(named)) })
    return 'asked'
  }
  const below = verb === 'update' ? '' : `/${verb}`
  const at = `${resource.path}/${vector.old.metadata.name}`
  const stood = await stand(grouped, whole(vector.old), resource)
  if (stood)
    await grouped.ask(
      about,
      (side) => {
        const stored = stood[side.name === 'upstream' ? 0 : 1]
        return { method: 'PUT', path: `${at}${below}?dryRun=All`, body: changed(stored, vector.old, vector.new) }
      },
      { note: note(`${JSON.stringify(vector.old)} -> ${JSON.stringify(vector.new)}`) },
    )
  await grouped.forget(at)
  return stood ? 'asked' : 'what was before is refused'
}

/** What both sides store of an object and its status. Undefined: one of them refuses it. */
async function stand(grouped, object, { path, subresources: below }) {
  const at = `${path}/${object.metadata.name}`
  const about = `${object.kind} before`
  const { ephemeralContainers: guests, ...spec } = object.spec ?? {}
  const first = object.kind === 'Pod' && guests ? { ...object, spec } : object
  let answers = await grouped.ask(about, { method: 'POST', path, body: withoutStatus(first) })
  if (answers.some(({ status }) => status >= 300)) {
    if (process.env.TELL === 'refused') console.log(`${object.kind}: ${answers[0].json?.message}`)
    return
  }
  if (first !== object) {
    const body = { spec: { ephemeralContainers: guests } }
    const headers = { 'content-type': 'application/strategic-merge-patch+json' }
    answers = await grouped.ask(about, { method: 'PATCH', path: `${at}/ephemeralcontainers`, body, headers })
    if (answers.some(({ status }) => status >= 300)) return
  }
  if (object.status && Object.keys(object.status).length > 0 && below.includes('status')) {
    const stored = answers.map(({ json }) => json)
    const asking = (side) => ({
      method: 'PUT',
      path: `${at}/status`,
      body: { ...stored[side.name === 'upstream' ? 0 : 1], status: object.status },
    })
    answers = await grouped.ask(`${object.kind} before, its status`, asking, { note: JSON.stringify(object) })
    if (answers.some(({ status }) => status >= 300)) return
  }
  return answers.map(({ json }) => json)
}

/** What is stored, changed as `after` differs from `before`. */
function changed(stored, before, after) {
  if (isDeepStrictEqual(before, after)) return stored
  const all = [stored, before, after]
  if (all.every(Array.isArray) && before.length === after.length && stored.length === before.length)
    return after.map((each, index) => changed(stored[index], before[index], each))
  if (!all.every((value) => value !== null && typeof value === 'object' && !Array.isArray(value))) return after
  const found = { ...stored }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const value = changed(stored[key], before[key], after[key])
    if (value === undefined) delete found[key]
    else found[key] = value
  }
  return found
}
