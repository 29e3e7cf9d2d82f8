/** The FlowSchemas and PriorityLevelConfigurations that every cluster has, as upstream's bootstrap makes them. Clients list them; the server's own limits (core/funnel/in-flight.ts) do not read them. */
import type { KubeObject } from '../meta/index.js'
import type { KeptObject } from '../server/kept-objects.js'

const apiVersion = 'flowcontrol.apiserver.k8s.io/v1'
/** Upstream keeps the spec of objects that have it as it is delivered. */
const autoUpdate = 'apf.kubernetes.io/autoupdate-spec'
const annotations = { [autoUpdate]: 'true' }
const mandatory = new Set(['exempt', 'catch-all'])

/** Upstream keeps the mandatory ones as they are, and the others for as long as their annotation says so; of the exempt level's spec the numbers are the user's. */
export function flowDefaults(): readonly KeptObject[] {
  return [...levels.map(level), ...schemas.map(schema)].map((object) => ({
    object,
    restore(stored) {
      const isMandatory = mandatory.has(object.metadata.name ?? '')
      if (!isMandatory && stored.metadata.annotations?.[autoUpdate] !== 'true') return
      if (isMandatory) stored.metadata.annotations = { ...stored.metadata.annotations, ...annotations }
      const { exempt } = (stored['spec'] ?? {}) as { readonly exempt?: object }
      stored['spec'] = { ...(structuredClone(object['spec']) as object), ...(exempt ? { exempt } : {}) }
    },
  }))
}

interface Level {
  readonly name: string
  readonly shares: number
  readonly lendable: number
  readonly queues?: readonly [queues: number, handSize: number]
}

const levels: readonly Level[] = [
  { name: 'exempt', shares: 0, lendable: 0 },
  { name: 'catch-all', shares: 5, lendable: 0 },
  { name: 'system', shares: 30, lendable: 33, queues: [64, 6] },
  { name: 'node-high', shares: 40, lendable: 25, queues: [64, 6] },
  { name: 'leader-election', shares: 10, lendable: 0, queues: [16, 4] },
  { name: 'workload-high', shares: 40, lendable: 50, queues: [128, 6] },
  { name: 'workload-low', shares: 100, lendable: 90, queues: [128, 6] },
  { name: 'global-default', shares: 20, lendable: 50, queues: [128, 6] },
]

function level({ name, shares, lendable, queues }: Level): KubeObject {
  const amounts = { nominalConcurrencyShares: shares, lendablePercent: lendable }
  const [count, handSize] = queues ?? []
  const limitResponse = queues
    ? { type: 'Queue', queuing: { queues: count, handSize, queueLengthLimit: 50 } }
    : { type: 'Reject' }
  const spec =
    name === 'exempt'
      ? { type: 'Exempt', exempt: amounts }
      : { type: 'Limited', limited: { ...amounts, limitResponse } }
  return { apiVersion, kind: 'PriorityLevelConfiguration', metadata: { name, annotations }, spec }
}

interface Schema {
  readonly name: string
  readonly level: string
  readonly precedence: number
  readonly by?: 'ByUser' | 'ByNamespace'
  readonly groups?: readonly string[]
  readonly users?: readonly string[]
  /** Names of accounts in kube-system. */
  readonly accounts?: readonly string[]
  /** Left out: everything. */
  readonly resources?: readonly Resources[]
  readonly paths?: readonly string[]
}

interface Resources {
  readonly verbs: readonly string[]
  readonly group: string
  readonly plurals: readonly string[]
  readonly clusterScope?: true
}

const all = ['*']
const everybody = ['system:unauthenticated', 'system:authenticated']
const electing = ['get', 'create', 'update']
const election: readonly Resources[] = [{ verbs: electing, group: 'coordination.k8s.io', plurals: ['leases'] }]
const [controllers, scheduler] = ['system:kube-controller-manager', 'system:kube-scheduler'] as const

const schemas: readonly Schema[] = [
  { name: 'exempt', level: 'exempt', precedence: 1, groups: ['system:masters'] },
  {
    name: 'probes',
    level: 'exempt',
    precedence: 2,
    groups: everybody,
    resources: [],
    paths: ['/healthz', '/readyz', '/livez'],
  },
  {
    name: 'system-leader-election',
    level: 'leader-election',
    precedence: 100,
    by: 'ByUser',
    users: [controllers, scheduler],
    accounts: all,
    resources: election,
  },
  {
    name: 'system-node-high',
    level: 'node-high',
    precedence: 400,
    by: 'ByUser',
    groups: ['system:nodes'],
    resources: [
      { verbs: all, group: '', plurals: ['nodes', 'nodes/status'], clusterScope: true },
      { verbs: all, group: 'coordination.k8s.io', plurals: ['leases'] },
    ],
  },
  { name: 'system-nodes', level: 'system', precedence: 500, by: 'ByUser', groups: ['system:nodes'] },
  {
    name: 'kube-controller-manager',
    level: 'workload-high',
    precedence: 800,
    by: 'ByNamespace',
    users: [controllers],
  },
  { name: 'kube-scheduler', level: 'workload-high', precedence: 800, by: 'ByNamespace', users: [scheduler] },
  {
    name: 'kube-system-service-accounts',
    level: 'workload-high',
    precedence: 900,
    by: 'ByNamespace',
    accounts: all,
  },
  {
    name: 'service-accounts',
    level: 'workload-low',
    precedence: 9000,
    by: 'ByUser',
    groups: ['system:serviceaccounts'],
  },
  { name: 'global-default', level: 'global-default', precedence: 9900, by: 'ByUser', groups: everybody },
  { name: 'catch-all', level: 'catch-all', precedence: 10_000, by: 'ByUser', groups: everybody },
]

function schema({ name, level: levelName, precedence, by, ...who }: Schema): KubeObject {
  const { resources, paths = resources ? [] : all } = who
  const resourceRules = resources
    ? resources.map(ruleOf)
    : [{ verbs: all, apiGroups: all, resources: all, clusterScope: true, namespaces: all }]
  const rules = {
    subjects: subjectsOf(who),
    ...(resourceRules.length ? { resourceRules } : {}),
    ...(paths.length ? { nonResourceRules: [{ verbs: resources ? ['get'] : all, nonResourceURLs: paths }] } : {}),
  }
  const spec = {
    priorityLevelConfiguration: { name: levelName },
    matchingPrecedence: precedence,
    ...(by ? { distinguisherMethod: { type: by } } : {}),
    rules: [rules],
  }
  return { apiVersion, kind: 'FlowSchema', metadata: { name, annotations }, spec }
}

const ruleOf = ({ verbs, group, plurals, clusterScope }: Resources) => ({
  verbs,
  apiGroups: [group],
  resources: plurals,
  ...(clusterScope ? { clusterScope } : {}),
  namespaces: all,
})

const subjectsOf = ({ groups = [], users = [], accounts = [] }: Pick<Schema, 'groups' | 'users' | 'accounts'>) => [
  ...groups.map((name) => ({ kind: 'Group', group: { name } })),
  ...users.map((name) => ({ kind: 'User', user: { name } })),
  ...accounts.map((name) => ({ kind: 'ServiceAccount', serviceAccount: { name, namespace: 'kube-system' } })),
]
