/**
 * Many watches of different selectors, versions, encodings and starts, while writers change what they watch: what each of them is told of each object, in order (SEED, ROUNDS, WRITERS, STEPS; at WRITERS=1 in order of all).
 * RESTART names a command for each side, upstream's and Operon's with a `;` between: given in the middle, after which the watches go on where they were. The server must keep what was stored then.
 */
import { execSync } from 'node:child_process'
import { request } from 'node:https'
import { WebSocket } from 'ws'
import { dice } from './dice.mjs'
import { readFrames } from './proto-tree.mjs'
import { alike } from './twins.mjs'
import { apart, patchTypes, place } from './writing.mjs'

const seed = Number(process.env['SEED'] ?? Date.now() % 100_000)
const rounds = Number(process.env['ROUNDS'] ?? 3)
const writers = Number(process.env['WRITERS'] ?? 4)
const steps = Number(process.env['STEPS'] ?? 60)
const count = Number(process.env['WATCHES'] ?? 50)
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const json = 'application/json'
const table = `${json};as=Table;v=v1;g=meta.k8s.io`
const partial = `${json};as=PartialObjectMetadata;v=v1;g=meta.k8s.io`
const protobuf = 'application/vnd.kubernetes.protobuf'
const accepts = [
  json,
  json,
  table,
  partial,
  protobuf,
  `${protobuf};stream=watch`,
  `${protobuf};as=PartialObjectMetadata;v=v1;g=meta.k8s.io`,
  `${table},${json}`,
  '*/*',
]
const labels = [
  '',
  '',
  '',
  'stage=one',
  'stage!=one',
  'stage',
  '!stage',
  'stage in (one,two)',
  'stage notin (one),color=red',
  'color=red',
  'stage=one,color!=red',
] // prettier-ignore

/** What is watched, by its last word of the path: versions, fields to select by, and what else is written into an object. */
const kinds = {
  secrets: {
    fields: ['metadata.name=w0-1', 'metadata.name!=w0-1', 'type=Opaque', 'type!=Opaque'],
    body: (die) => ({ type: die.one(['Opaque', 'a.b/c']), stringData: { at: String(die.below(9)) } }),
    change: (die) => ({ stringData: { at: String(die.below(9)) } }),
  },
  configmaps: {
    fields: ['metadata.name=w1-0'],
    body: (die) => ({ data: { at: String(die.below(9)) } }),
    change: (die) => ({ data: { at: die.is(0.2) ? null : String(die.below(9)) } }),
  },
  pods: {
    fields: [
      'spec.nodeName=a',
      'spec.nodeName=',
      'status.phase=Running',
      'status.phase!=Running',
      'spec.nodeName=a,status.phase=Pending',
      'spec.restartPolicy=Never',
    ],
    body: (die) => ({
      spec: {
        containers: [{ name: 'a', image: 'a:1' }],
        restartPolicy: die.one(['Never', 'Always']),
        terminationGracePeriodSeconds: 0,
        tolerations: [{ operator: 'Exists' }],
        ...(die.is(0.5) ? { nodeName: die.one(['a', 'b']) } : {}),
      },
    }),
    status: (die) => ({ phase: die.one(['Running', 'Pending', 'Failed']) }),
    change: (die) => ({ spec: { activeDeadlineSeconds: 1000 - die.below(3) } }),
  },
  widgets: {
    fields: ['spec.size=1', 'spec.size!=1', 'spec.color=red'],
    body: (die) => ({ spec: { size: die.below(3), color: die.one(['red', 'blue']) } }),
    change: (die) => ({ spec: { size: die.below(3), color: die.one(['red', 'blue', null]) } }),
    status: (die) => ({ ready: die.is(0.5) }),
  },
} // prettier-ignore

const group = 'storms.example.com'
const widgets = (name) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `widgets.${name}.${group}` },
  spec: {
    group: `${name}.${group}`,
    scope: 'Namespaced',
    names: { plural: 'widgets', singular: 'widget', kind: 'Widget', listKind: 'WidgetList' },
    versions: ['v1', 'v2'].map((version) => ({
      name: version,
      served: true,
      storage: version === 'v1',
      subresources: { status: {} },
      schema: {
        openAPIV3Schema: {
          type: 'object',
          properties: {
            spec: {
              type: 'object',
              properties: { size: { type: 'integer', default: version === 'v1' ? 1 : 2 }, color: { type: 'string' } },
            },
            status: { type: 'object', properties: { ready: { type: 'boolean' } } },
          },
        },
      }, // prettier-ignore
      // The same ones in versions of different schemas are refused upstream.
      selectableFields: [{ jsonPath: '.spec.size' }, ...(version === 'v1' ? [{ jsonPath: '.spec.color' }] : [])],
      additionalPrinterColumns: [{ name: 'Size', type: 'integer', jsonPath: '.spec.size' }],
    })),
  },
})

export default async function storms(twins) {
  twins.known.push([/^(\[|\.).*\.object\.(spec: {"containers":null}|status: {}) \| -$/, 'bookmarks have no zeros'])
  console.log(`SEED=${seed} ROUNDS=${rounds} WRITERS=${writers} STEPS=${steps}`)
  const name = apart('storms')
  const space = await place(twins, name)
  const sides = [twins.upstream, twins.operon]
  for (const side of sides) await define(side, widgets(name))
  const paths = {
    ...Object.fromEntries(['secrets', 'configmaps', 'pods'].map((plural) => [plural, [`${space}/${plural}`]])),
    widgets: ['v1', 'v2'].map((version) => `/apis/${name}.${group}/${version}/namespaces/${name}/widgets`),
  }
  const die = dice(seed)
  const watches = []
  const notes = [[], []]
  for (let round = 0; round < rounds; round++) {
    const revisions = await Promise.all(sides.map((side) => revisionsOf(side, paths)))
    const asked = Array.from({ length: Math.ceil(count / rounds) }, () => choose(die, paths))
    for (const one of asked)
      watches.push({ one, round, pair: sides.map((side, at) => new Watch(side, one, revisions[at])) })
    await wait(700)
    if (process.env['RESTART'] && round === 1) await restart(sides)
    const plans = Array.from({ length: writers }, (_, writer) =>
      plan(dice(seed * 1000 + round * 10 + writer), { writer, paths }),
    )
    await Promise.all(sides.map((side, at) => Promise.all(plans.map((one) => write(side, one, notes[at])))))
    await wait(300)
  }
  await wait(2500)
  for (const { pair } of watches) for (const watch of pair) watch.stop()
  twins.tell('answers of the writers', notes[0].sort(), notes[1].sort())
  for (const { one, round, pair } of watches) {
    const [theirs, ours] = pair.map((watch) => watch.told(writers === 1))
    twins.tell(`round ${round}: ${JSON.stringify(one)} (${pair[0].events.length} events)`, theirs, ours)
  }
  console.log(`${watches.reduce((sum, { pair }) => sum + pair[0].events.length, 0)} events`)
  for (const side of sides) {
    await side.ask({
      method: 'DELETE',
      path: `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets.${name}.${group}`,
    })
    await side.ask({ method: 'DELETE', path: space })
  }
}

async function define(side, body) {
  const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
  const made = await side.ask({ method: 'POST', path, body })
  if (made.status !== 201) console.log(side.name, made.text)
  const at = `/apis/${body.spec.group}/v2/widgets`
  for (let tries = 0; tries < 60 && (await side.ask({ path: at })).status !== 200; tries++) await wait(250)
  // Upstream's cache of it comes later.
  await wait(3000)
}

async function revisionsOf(side, paths) {
  const found = {}
  for (const [plural, [path]] of Object.entries(paths))
    found[plural] = (await side.ask({ path: `${path}?limit=1` })).json.metadata.resourceVersion
  return found
}

/** How one watch is asked for. */
function choose(die, paths) {
  const plural = die.one(Object.keys(paths))
  const path = die.one(paths[plural])
  const isForeign = plural === 'widgets'
  const accept = isForeign
    ? die.one(accepts.filter((one) => !one.startsWith(protobuf) || one.includes('as=')))
    : die.one(accepts)
  const start = die.one(['now', 'now', 'none', '0', 'initial', 'initial', 'initial now', 'first'])
  const parameters = { watch: die.one(['1', 'true']) }
  const labelSelector = die.one(labels)
  if (labelSelector) parameters.labelSelector = labelSelector
  if (die.is(0.35)) parameters.fieldSelector = die.one(kinds[plural].fields)
  if (die.is(0.4)) parameters.allowWatchBookmarks = 'true'
  // From where it began another time is told of what came meanwhile.
  if (die.is(0.2) && start !== 'none' && start !== '0') parameters.timeoutSeconds = '2'
  const how = die.is(0.15) && !accept.startsWith(protobuf) ? 'socket' : die.is(0.15) ? 'gzip' : 'http'
  return { plural, path, accept, start, parameters, how }
}

const firsts = new Map()

/** One watch on one side; when it ends it is asked for again from where it was. */
class Watch {
  events = []
  #revision
  #stopped = false
  #ask
  #side
  #one

  constructor(side, one, revisions) {
    this.#side = side
    this.#one = one
    const key = `${side.name} ${one.plural}`
    if (!firsts.has(key)) firsts.set(key, revisions[one.plural])
    const { start, parameters } = one
    const initial = { sendInitialEvents: 'true', resourceVersionMatch: 'NotOlderThan', allowWatchBookmarks: 'true' }
    const begun = {
      now: { resourceVersion: revisions[one.plural] },
      none: {},
      0: { resourceVersion: '0' },
      initial,
      'initial now': { ...initial, resourceVersion: revisions[one.plural] },
      first: { resourceVersion: firsts.get(key) },
    }[start]
    this.#open({ ...parameters, ...begun })
  }

  stop() {
    this.#stopped = true
    this.#ask?.destroy?.()
    this.#ask?.terminate?.()
  }

  #open(parameters) {
    const { accept, path, how } = this.#one
    const asked = `${path}?${new URLSearchParams(parameters)}`
    const again = () => {
      if (this.#stopped) return
      const { parameters: own } = this.#one
      setTimeout(
        () =>
          !this.#stopped &&
          this.#open({ ...own, resourceVersion: this.#revision ?? parameters.resourceVersion ?? '0' }),
        200,
      ) // prettier-ignore
    }
    const { hostname, port, ...tls } = { ...this.#side.base, ...this.#side.admin }
    if (how === 'socket') {
      const client = new WebSocket(`wss://${hostname}:${port}${asked}`, ['watch.k8s.io'], {
        ...tls,
        headers: { accept, origin: `https://${hostname}` },
      })
      this.#ask = client
      client.on('message', (bytes) => this.#hear(JSON.parse(bytes.toString())))
      client.on('error', () => {})
      client.on('close', again)
      return
    }
    const headers = { accept, ...(how === 'gzip' ? { 'accept-encoding': 'gzip' } : {}) }
    this.#ask = request({ hostname, port, ...tls, path: asked, headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) {
        this.events.push({ type: `answer ${answer.statusCode}`, object: {} })
        answer.resume()
        if (answer.statusCode === 410 || answer.statusCode >= 500) answer.on('close', again)
        return
      }
      const cut =
        accept.startsWith(protobuf) && answer.headers['content-type']?.includes('protobuf')
          ? protoCutter()
          : lineCutter() // prettier-ignore
      answer.on('data', (bytes) => {
        for (const event of cut(bytes)) this.#hear(event)
      })
      answer.on('error', () => {})
      answer.on('close', again)
    })
    this.#ask.on('error', again)
    this.#ask.end()
  }

  #hear(event) {
    const revision = event.revision ?? event.object?.metadata?.resourceVersion
    if (revision) this.#revision = revision
    this.events.push(event)
  }

  /** By object, or in order of all. Bookmarks are a matter of time, but for the one that ends the beginning. */
  told(inOrder) {
    const found = inOrder ? [] : {}
    for (const { type, object, name = nameIn(object) } of this.events) {
      const annotations = object?.metadata?.annotations
      if (type === 'BOOKMARK' && !annotations?.['k8s.io/initial-events-end']) continue
      const shown = { type, object: plain(object) }
      if (inOrder) found.push({ name, ...shown })
      else (found[name] ??= []).push(shown)
    }
    return found
  }
}

const nameIn = (object) => object?.metadata?.name ?? object?.rows?.[0]?.object?.metadata?.name ?? ''

/** Without what differs between servers: columns are told once, ages pass. */
function plain(object) {
  const told = alike(object)
  if (told?.kind === 'Table') {
    delete told.columnDefinitions
    for (const row of told.rows ?? [])
      row.cells = row.cells.map((cell) => (/^(\d+[smhd])+$|^<invalid>$/.test(cell) ? 'AGE' : cell)) // prettier-ignore
  }
  return told
}

function lineCutter() {
  let rest = ''
  return (bytes) => {
    const lines = (rest + bytes.toString()).split('\n')
    rest = lines.pop()
    return lines.filter(Boolean).map((line) => JSON.parse(line))
  }
}

function protoCutter() {
  let rest = Buffer.alloc(0)
  return (bytes) => {
    const [events, left] = readFrames(Buffer.concat([rest, bytes]))
    rest = left
    return events
  }
}

/** What one writer does in one round, the same on both sides: functions of a side that answer a request or nothing. */
function plan(die, { writer, paths }) {
  const names = Array.from({ length: 5 }, (_, at) => `w${writer}-${at}`)
  return Array.from({ length: steps }, () => {
    const plural = die.one(Object.keys(paths))
    const path = die.one(paths[plural])
    const kind = kinds[plural]
    const at = `${path}/${die.one(names)}`
    const stage = () => ({ stage: die.one(['one', 'two', null]), color: die.one(['red', 'blue', null]) })
    const merge = (body, to = at) => ({ method: 'PATCH', path: to, headers: patchTypes.merge, body })
    const metadata = () => ({
      name: at.split('/').pop(),
      labels: { ...withoutNulls(stage()), writer: `w${writer}` },
      ...(die.is(0.2) ? { finalizers: ['a.b/c'] } : {}),
    }) // prettier-ignore
    const whole = () => ({ metadata: metadata(), ...kind.body(die) })
    // In which order a collection goes is chance.
    const todo = die.below(20)
    if (todo < 6) return { method: 'POST', path, body: whole() }
    if (todo < 9) return merge({ metadata: { labels: stage() } })
    if (todo < 11) return merge(kind.change(die))
    if (todo < 12)
      return {
        ...merge([{ op: 'add', path: '/metadata/annotations', value: { at: String(die.below(4)) } }]),
        headers: patchTypes.json,
      } // prettier-ignore
    if (todo < 13) return merge(kind.status ? { status: kind.status(die) } : {}, kind.status ? `${at}/status` : at)
    if (todo < 14) return { read: at, labels: withoutNulls(stage()) }
    if (todo < 15) return merge({ metadata: { finalizers: null } })
    if (todo < 18)
      return {
        method: 'DELETE',
        path: at,
        body: die.is(0.3) ? { propagationPolicy: 'Background', gracePeriodSeconds: 0 } : undefined,
      } // prettier-ignore
    if (todo < 19 && writers > 1)
      return { method: 'DELETE', path: `${path}?labelSelector=writer%3Dw${writer},stage%3D${die.one(['one', 'two'])}` } // prettier-ignore
    return merge({})
  })
}

const withoutNulls = (labels) => Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== null))

async function write(side, todo, notes) {
  for (const [nth, one] of todo.entries()) {
    const asking = one.read ? await changed(side, one) : one
    if (!asking) continue
    const { status } = await side.ask(asking)
    notes.push(`${todo[0].path ?? ''} ${nth} ${asking.method} ${asking.path.split('/').pop()} ${status}`)
  }
}

/** A whole update of what is there. */
async function changed(side, { read, labels }) {
  const { status, json: object } = await side.ask({ path: read })
  if (status !== 200) return undefined
  return {
    method: 'PUT',
    path: read,
    body: {
      ...object,
      metadata: { ...object.metadata, labels: { ...labels, writer: object.metadata.labels?.writer } },
    },
  } // prettier-ignore
}

async function restart(sides) {
  for (const [at, command] of process.env['RESTART'].split(';').entries()) {
    execSync(command, { stdio: 'ignore' })
    for (let tries = 0; tries < 100; tries++) {
      if ((await sides[at].ask({ path: '/readyz' }).catch(() => ({}))).status === 200) break
      await wait(200)
    }
  }
  await wait(1500)
}
