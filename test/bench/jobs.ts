/** The requests that the bench sends, by job; the same for Operon and for the bare pipe where that can answer them. */
export interface Shot {
  readonly method: string
  readonly path: string
  readonly type?: string
  readonly body?: string
}

export type JobName =
  | 'create'
  | 'get'
  | 'list5000'
  | 'list500'
  | 'byLabel'
  | 'update'
  | 'mergePatch'
  | 'apply'
  | 'podCreate'

export interface Job {
  readonly name: JobName
  readonly title: string
  /** Requests under way at once. */
  readonly connections: number
  /** What the bare pipe is asked for the ratio. */
  readonly bare: JobName
  /** The ratio to the bare pipe that issue 2 asks for. */
  readonly wanted: number
}

export const jobs: readonly Job[] = [
  { name: 'create', title: 'durable create', connections: 32, bare: 'create', wanted: 0.7 },
  { name: 'get', title: 'get', connections: 32, bare: 'get', wanted: 0.8 },
  { name: 'list5000', title: 'list of 5,000 (4 clients)', connections: 4, bare: 'list5000', wanted: 1 },
  { name: 'list500', title: 'list limit=500', connections: 32, bare: 'list500', wanted: 1 },
  { name: 'byLabel', title: 'list by label, 500 of 5,000', connections: 32, bare: 'list500', wanted: 0.8 },
  { name: 'update', title: 'update', connections: 32, bare: 'create', wanted: 0.5 },
  { name: 'mergePatch', title: 'merge patch', connections: 32, bare: 'create', wanted: 0.5 },
  { name: 'apply', title: 'server-side apply', connections: 32, bare: 'create', wanted: 0.5 },
  { name: 'podCreate', title: 'create a pod', connections: 32, bare: 'create', wanted: 0.4 },
]

const configMaps = '/api/v1/namespaces/default/configmaps'
const stock = '/api/v1/namespaces/bench-stock/configmaps'
/** About 0.6 kB of JSON. */
const payload = 'v'.repeat(420)

export function configMap(
  name: string,
  extra: { readonly value?: string; readonly labels?: Record<string, string>; readonly padding?: number } = {},
): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, labels: { app: 'bench', ...extra.labels } },
    data: { payload: payload + 'w'.repeat(extra.padding ?? 0), value: extra.value ?? '0' },
  })
}

export function secret(name: string): string {
  const value = Buffer.from('s'.repeat(840)).toString('base64')
  return JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, data: { value } })
}

/** The objects that lists read: 5,000 of about 0.9 kB, ten labels. */
export function stockShot(at: number): Shot {
  const name = `stock-${String(at).padStart(5, '0')}`
  return {
    method: 'POST',
    path: stock,
    type: 'application/json',
    body: configMap(name, { labels: { group: `g${at % 10}` }, padding: 280 }),
  }
}

function pod(name: string): string {
  const container = {
    name: 'web',
    image: 'registry.example/web:1',
    ports: [{ containerPort: 80 }],
    resources: { requests: { cpu: '10m', memory: '16Mi' } },
  }
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { app: 'bench' } },
    spec: { containers: [container], terminationGracePeriodSeconds: 0 },
  })
}

/** The `count`-th request of a run; `tag` keeps runs apart, `lane` is the connection's number. */
export function shotOf(
  job: JobName,
  at: { readonly count: number; readonly tag: string; readonly lane: number },
): Shot {
  const own = `lane-${at.lane}`
  switch (job) {
    case 'create':
      return { method: 'POST', path: configMaps, type: 'application/json', body: configMap(`c-${at.tag}-${at.count}`) }
    case 'get':
      return { method: 'GET', path: `${stock}/stock-${String((at.count * 7) % 5000).padStart(5, '0')}` }
    case 'list5000':
      return { method: 'GET', path: stock }
    case 'list500':
      return { method: 'GET', path: `${stock}?limit=500` }
    case 'byLabel':
      return { method: 'GET', path: `${stock}?labelSelector=group%3Dg3` }
    case 'update':
      return {
        method: 'PUT',
        path: `${configMaps}/${own}`,
        type: 'application/json',
        body: configMap(own, { value: `${at.tag}-${at.count}` }),
      }
    case 'mergePatch':
      return {
        method: 'PATCH',
        path: `${configMaps}/${own}`,
        type: 'application/merge-patch+json',
        body: JSON.stringify({ data: { value: `${at.tag}-${at.count}` } }),
      }
    case 'apply':
      return {
        method: 'PATCH',
        path: `${configMaps}/applied-${at.lane}?fieldManager=bench&force=true`,
        type: 'application/apply-patch+yaml',
        body: configMap(`applied-${at.lane}`, { value: `${at.tag}-${at.count}` }),
      }
    case 'podCreate':
      return {
        method: 'POST',
        path: '/api/v1/namespaces/bench-pods/pods',
        type: 'application/json',
        body: pod(`p-${at.tag}-${at.count}`),
      }
  }
}
