/** What a server with some plugins answers to a fixed list of requests: the picture by which tests compare lists of plugins. */
import { MessageChannel } from 'node:worker_threads'
import { Port } from '../../core/client/index.js'
import { servePort } from '../../core/funnel/index.js'
import { portCarrier } from '../../core/kit/index.js'
import type { ServerPlugins } from '../../core/server.js'
import { TestServer } from '../kit/server.js'

export interface Step {
  /** Which plugin answers it, where one does; else what it is. */
  readonly name: string
  readonly method: string
  readonly url: string
  readonly body?: object
  readonly accept?: string
}

export interface Answer {
  readonly status: number
  /** Without what differs from one start to the next: uids, revisions, times, managed fields, random names. */
  readonly body: string
}

const core = '/api/v1/namespaces/default'
const table = 'application/json;as=Table;v=v1;g=meta.k8s.io'
const app = { name: 'app', image: 'app:1' }
const named = (name: string, more: object = {}) => ({ metadata: { name }, ...more })
const create = (name: string, url: string, body: object): Step => ({ name, method: 'POST', url, body })
const pod = (name: string) => create(`pod ${name}`, `${core}/pods`, named(name, { spec: { containers: [app] } }))
const target = { apiVersion: 'v1', kind: 'Node', name: 'node-1' }
const upgrade = (subresource: string): Step => ({
  name: `/pods/${subresource}`,
  method: 'GET',
  url: `${core}/pods/web/${subresource}?command=true&stdout=true&ports=80`,
})
/** To where no request leads: what a proxy alone refuses with 400. */
const proxy = (plural: string, place: string): Step => ({
  name: `/${plural}/proxy`,
  method: 'GET',
  url: `${place}/gopher:web:80/proxy/`,
})
const review = (group: string, plural: string, spec: object, namespaced = ''): Step =>
  create(`${group}/${plural}/`, `/apis/${group}/v1/${namespaced}${plural}`, { metadata: {}, spec })
const asked = { namespace: 'default', verb: 'get', resource: 'pods' }
const authorization = 'authorization.k8s.io'

const steps: readonly Step[] = [
  create('config map', `${core}/configmaps`, named('one', { data: { a: '1' } })),
  create('secret', `${core}/secrets`, named('key', { stringData: { a: '1' } })),
  create('service', `${core}/services`, named('web', { spec: { type: 'ExternalName', externalName: 'example.com' } })),
  create(
    'deployment',
    '/apis/apps/v1/namespaces/default/deployments',
    named('web', {
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web' } }, spec: { containers: [app] } },
      },
    }),
  ),
  pod('web'),
  pod('old'),
  pod('gone'),
  { name: '/pods/log', method: 'GET', url: `${core}/pods/web/log` },
  ...['exec', 'attach', 'portforward'].map(upgrade),
  ...['pods', 'services'].map((plural) => proxy(plural, `${core}/${plural}`)),
  proxy('nodes', '/api/v1/nodes'),
  create('/pods/binding', `${core}/pods/web/binding`, named('web', { target })),
  create('/bindings/', `${core}/bindings`, named('old', { target })),
  create('/pods/eviction', `${core}/pods/gone/eviction`, named('gone')),
  create('/serviceaccounts/token', `${core}/serviceaccounts/default/token`, { spec: { audiences: [] } }),
  review(authorization, 'selfsubjectaccessreviews', { resourceAttributes: asked }),
  review(authorization, 'subjectaccessreviews', { resourceAttributes: asked, user: 'eve' }),
  review(authorization, 'localsubjectaccessreviews', { resourceAttributes: asked, user: 'eve' }, 'namespaces/default/'),
  review(authorization, 'selfsubjectrulesreviews', { namespace: 'default' }),
  review('authentication.k8s.io', 'selfsubjectreviews', {}),
  review('authentication.k8s.io', 'tokenreviews', { token: 'none' }),
  ...['pods', 'secrets', 'services'].map(
    (plural): Step => ({ name: `table of ${plural}`, method: 'GET', url: `${core}/${plural}`, accept: table }),
  ),
]

/** Starts a server with the plugins that `change` leaves, and asks it everything. Rejects when it doesn't start. */
export async function answersOf(change?: (all: ServerPlugins) => ServerPlugins): Promise<Map<string, Answer>> {
  const server = await TestServer.start(change ? { plugins: change } : {})
  const { port1, port2 } = new MessageChannel()
  const userOf = () => ({ username: 'admin', groups: ['system:masters', 'system:authenticated'] })
  servePort(portCarrier(port1), { funnel: server.server.funnel, userOf })
  const port = new Port(portCarrier(port2))
  const transport = port.transport('admin')
  const answers = new Map<string, Answer>()
  for (const { name, method, url, body, accept } of steps) {
    const headers = { ...(body ? { 'content-type': 'application/json' } : {}), accept: accept ?? 'application/json' }
    const text = body ? { body: JSON.stringify(body) } : {}
    const { status, body: bytes } = await transport.request({ method, url, headers, ...text })
    answers.set(name, { status, body: withoutChance(new TextDecoder().decode(bytes)) })
  }
  port.close()
  await server.stop()
  return answers
}

/** Managed fields go whole: they are sorted by time. The order of members says nothing. */
function withoutChance(body: string): string {
  const plain = body.startsWith('{') ? JSON.stringify(JSON.parse(body), (key, value) => kept(key, value)) : body
  return plain.replace(/kube-api-access-[a-z0-9]+/g, 'kube-api-access-').replace(/"\d+s"/g, '"age"')
}

const chance = /^(uid|resourceVersion|time|token|managedFields|.*Timestamp|lastTransitionTime)$/

function kept(key: string, value: unknown): unknown {
  if (chance.test(key)) return undefined
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
