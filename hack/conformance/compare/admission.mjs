/** What admission refuses, fills in and warns of: quotas, ranges, priorities, security levels, namespaces, service accounts, tolerations, classes; evictions; connections to pods that do not run. */
const namespace = `reads-admission-${Date.now() % 1000000}`
const inside = `/api/v1/namespaces/${namespace}`
const podSpec = (more = {}, container = {}) => ({ containers: [{ name: 'a', image: 'i', ...container }], ...more })
const pod = (name, spec = podSpec(), metadata = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, ...metadata },
  spec,
})

export default async function admission(twins) {
  twins.known.push(
    [/kube-api-access-/, 'the projected token volume has a name by chance'],
    [
      /p[vc]{1,2}-protection|^body\.metadata\.(deletion|annotations)|lastPhaseTransitionTime/,
      'no operator takes the finalizers of volumes away',
    ],
    [/no operator answers/, 'creating what nothing acts on brings a warning'],
    [/managedFields/, 'the programs that write have names of their own'],
    [/address not allowed|has no address yet|wanted is name, name:port/, 'said in our own words'],
    [/spec is immutable after creation except|stays as it is, but for/, 'said in our own words'],
  )
  const both = (asking) =>
    Promise.all(
      [twins.upstream, twins.operon].map((side) => side.ask(typeof asking === 'function' ? asking(side) : asking)),
    )
  const make = async (path, body) => {
    const answers = await both({ method: 'POST', path, body })
    for (const { status, text } of answers)
      if (status >= 300) console.log(`could not make ${path}: ${text.slice(0, 300)}`)
  }
  const ask = (method, path, body, note, headers = {}) => twins.ask({ method, path, body, headers }, { note })
  await make('/api/v1/namespaces', { metadata: { name: namespace } })
  await settled(both)
  const parts = { limits, quotas, security, priorities, classes, namespaces, evictions, connections, bound }
  const only = process.env.ONLY?.split(',') ?? Object.keys(parts)
  for (const part of only.map((name) => parts[name])) await part({ ask, make, both, twins })
}

/** The namespace has its ServiceAccount. */
async function settled(both, at = inside) {
  for (let nth = 0; nth < 100; nth++) {
    const answers = await both({ path: `${at}/serviceaccounts/default` })
    if (answers.every(({ status }) => status === 200)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function limits({ ask, make, both }) {
  await ask('POST', `${inside}/pods?dryRun=All`, pod('plain'), 'plain')
  await ask('POST', `${inside}/pods?dryRun=All`, pod('own', podSpec({ serviceAccountName: 'none' })), 'no such account')
  await ask(
    'POST',
    `${inside}/pods?dryRun=All`,
    pod('own', podSpec({ automountServiceAccountToken: false })),
    'no token',
  )
  await ask(
    'POST',
    `${inside}/pods?dryRun=All`,
    pod(
      'own',
      podSpec({}, { volumeMounts: [{ name: 'x', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' }] }),
    ),
    'mounted already',
  )
  await ask(
    'POST',
    `${inside}/pods?dryRun=All`,
    pod('mirror', podSpec(), { annotations: { 'kubernetes.io/config.mirror': 'x' } }),
    'mirror',
  )
  await ask(
    'POST',
    `${inside}/pods?dryRun=All`,
    pod('tolerant', podSpec({ tolerations: [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists' }] })),
    'tolerations',
  )
  await ask('POST', `${inside}/pods?dryRun=All`, pod('node', podSpec({ nodeName: 'n' })), 'node')
  await ask('POST', `${inside}/pods?dryRun=All`, pod('pull', podSpec({ imagePullSecrets: [{ name: 'x' }] })), 'pull')
  await make(`${inside}/limitranges`, {
    metadata: { name: 'l' },
    spec: {
      limits: [
        {
          type: 'Container',
          default: { cpu: '500m' },
          defaultRequest: { cpu: '100m', memory: '10Mi' },
          min: { cpu: '50m' },
          max: { cpu: '1', memory: '1Gi' },
          maxLimitRequestRatio: { cpu: '8' },
        },
        { type: 'Pod', max: { cpu: '2', memory: '1.5Gi' }, min: { memory: '5Mi' } },
        { type: 'PersistentVolumeClaim', min: { storage: '1Gi' }, max: { storage: '10Gi' } },
      ],
    },
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  const resources = [
    {},
    { limits: { cpu: '2' } },
    { limits: { cpu: '10m' } },
    { requests: { cpu: '10m' } },
    { requests: { cpu: '100m' }, limits: { cpu: '900m' } },
    { requests: { cpu: '600m' } },
    { limits: { memory: '2Gi' } },
    { requests: { memory: '1Mi' } },
    { limits: { cpu: '3', memory: '3Gi' } },
    { limits: { cpu: 0 } },
    { limits: { memory: '1Gi', cpu: '1' } },
    { requests: { 'ephemeral-storage': '1Gi' } },
  ]
  for (const each of resources) {
    await ask('POST', `${inside}/pods?dryRun=All`, pod('r', podSpec({}, { resources: each })), 'limits')
    const two = {
      containers: [
        { name: 'a', image: 'i', resources: each },
        { name: 'b', image: 'i', resources: each },
        { name: 'c', image: 'i', resources: each },
      ],
      initContainers: [{ name: 'd', image: 'i', resources: each }],
    }
    await ask('POST', `${inside}/pods?dryRun=All`, pod('r', two), 'limits of several')
  }
  for (const storage of ['1Gi', '500Mi', '11Gi', '10Gi'])
    await ask(
      'POST',
      `${inside}/persistentvolumeclaims?dryRun=All`,
      { metadata: { name: 'c' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } } },
      'limits',
    )
  await both({ method: 'DELETE', path: `${inside}/limitranges/l` })
  await new Promise((resolve) => setTimeout(resolve, 300))
}

async function quotas({ ask, make, both }) {
  const quota = (name, spec) => make(`${inside}/resourcequotas`, { metadata: { name }, spec })
  await quota('compute', {
    hard: {
      pods: '2',
      'requests.cpu': '1',
      'limits.memory': '1Gi',
      'count/configmaps': '3',
      secrets: '1',
      'count/deployments.apps': '0',
      services: '1',
      'services.nodeports': '1',
      'services.loadbalancers': '0',
      persistentvolumeclaims: '1',
      'requests.storage': '5Gi',
      'gold.storageclass.storage.k8s.io/requests.storage': '1Gi',
      'requests.nvidia.com/gpu': '0',
    },
  })
  await quota('besteffort', { hard: { pods: '0' }, scopes: ['BestEffort'] })
  await quota('terminating', { hard: { pods: '0' }, scopes: ['Terminating'] })
  await quota('high', {
    hard: { pods: '0' },
    scopeSelector: {
      matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['high', 'system-node-critical'] }],
    },
  })
  await quota('affine', { hard: { pods: '0' }, scopes: ['CrossNamespacePodAffinity'] })
  for (let nth = 0; nth < 60; nth++) {
    const answers = await both({ path: `${inside}/resourcequotas` })
    if (answers.every(({ json }) => json.items.every(({ status }) => status?.hard))) break
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await ask('GET', `${inside}/resourcequotas`, undefined, 'counted')
  const need = { resources: { requests: { cpu: '400m' }, limits: { memory: '100Mi' } } }
  const cases = [
    [podSpec(), 'nothing said'],
    [podSpec({}, need), 'fits'],
    [podSpec({}, { resources: { requests: { cpu: '2' }, limits: { memory: '2Gi' } } }), 'exceeds two'],
    [podSpec({}, { resources: { requests: { cpu: '400m' } } }), 'one is missing'],
    [podSpec({ activeDeadlineSeconds: 5 }, need), 'terminating'],
    [podSpec({ priorityClassName: 'system-node-critical' }, need), 'critical'],
    [
      podSpec(
        {
          affinity: {
            podAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                { topologyKey: 'x', namespaces: ['other'], labelSelector: {} },
              ],
            },
          },
        },
        need,
      ),
      'affinity',
    ],
    [
      podSpec(
        {},
        {
          resources: {
            requests: { cpu: '100m', 'nvidia.com/gpu': '1' },
            limits: { memory: '1Mi', 'nvidia.com/gpu': '1' },
          },
        },
      ),
      'gpu',
    ],
  ]
  for (const [spec, note] of cases) await ask('POST', `${inside}/pods?dryRun=All`, pod('q', spec), note)
  for (const name of ['one', 'two', 'three']) await ask('POST', `${inside}/pods`, pod(name, podSpec({}, need)), 'quota')
  await ask('GET', `${inside}/resourcequotas`, undefined, 'used')
  await ask('POST', `${inside}/configmaps`, { metadata: { name: 'c1' } }, 'quota')
  for (const name of ['c2', 'c3', 'c4']) await ask('POST', `${inside}/configmaps`, { metadata: { name } }, 'quota')
  for (const name of ['s1', 's2']) await ask('POST', `${inside}/secrets`, { metadata: { name } }, 'quota')
  await ask(
    'POST',
    `/apis/apps/v1/namespaces/${namespace}/deployments`,
    {
      metadata: { name: 'd' },
      spec: { selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } }, spec: podSpec() } },
    },
    'quota',
  )
  for (const [name, spec] of [
    ['lb', { type: 'LoadBalancer', ports: [{ port: 1 }] }],
    ['np', { type: 'NodePort', ports: [{ port: 1 }, { port: 2, name: 'b' }] }],
    ['ci', { ports: [{ port: 1 }] }],
  ])
    await ask('POST', `${inside}/services?dryRun=All`, { metadata: { name }, spec }, 'quota')
  for (const [storage, storageClassName] of [
    ['1Gi', 'gold'],
    ['2Gi', 'gold'],
    ['6Gi', 'silver'],
    ['1Gi', undefined],
  ])
    await ask(
      'POST',
      `${inside}/persistentvolumeclaims?dryRun=All`,
      {
        metadata: { name: 'v' },
        spec: { storageClassName, accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
      },
      'quota',
    )
  await both({ method: 'DELETE', path: `${inside}/resourcequotas` })
  await both({ method: 'DELETE', path: `${inside}/pods?gracePeriodSeconds=0` })
  await new Promise((resolve) => setTimeout(resolve, 500))
}

async function security({ ask, make, both }) {
  const at = (level) => `/api/v1/namespaces/${namespace}-${level}`
  for (const level of ['baseline', 'restricted', 'warned']) {
    const label = (mode) => `pod-security.kubernetes.io/${mode}`
    const labels =
      level === 'warned'
        ? { [label('warn')]: 'restricted', [label('audit')]: 'baseline' }
        : { [label('enforce')]: level, [label('enforce-version')]: 'v1.30' }
    await make('/api/v1/namespaces', { metadata: { name: `${namespace}-${level}`, labels } })
    await settled(both, at(level))
  }
  const specs = [
    podSpec(),
    podSpec({ hostNetwork: true, hostPID: true, hostIPC: true }, { ports: [{ containerPort: 80, hostPort: 80 }] }),
    podSpec({
      volumes: [
        { name: 'h', hostPath: { path: '/' } },
        { name: 'n', nfs: { server: 's', path: '/' } },
      ],
    }),
    podSpec({
      securityContext: {
        runAsUser: 0,
        seccompProfile: { type: 'Unconfined' },
        sysctls: [{ name: 'kernel.msgmax', value: '1' }],
      },
    }),
    podSpec(
      {},
      {
        securityContext: {
          privileged: true,
          capabilities: { add: ['NET_ADMIN', 'SYS_TIME'] },
          procMount: 'Unmasked',
          seLinuxOptions: { type: 'x', user: 'y' },
        },
      },
    ),
    podSpec(
      { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } },
      { securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } },
    ),
    {
      containers: [
        { name: 'a', image: 'i' },
        { name: 'b', image: 'i', securityContext: { privileged: true } },
      ],
      initContainers: [{ name: 'c', image: 'i', securityContext: { privileged: true } }],
    },
  ]
  for (const level of ['baseline', 'restricted', 'warned'])
    for (const spec of specs) {
      await ask('POST', `${at(level)}/pods?dryRun=All`, pod('p', spec), level)
      await ask(
        'POST',
        `/apis/apps/v1/namespaces/${namespace}-${level}/deployments?dryRun=All`,
        {
          metadata: { name: 'd' },
          spec: { selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } }, spec } },
        },
        level,
      )
    }
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' }
  await both({ method: 'POST', path: `${inside}/pods`, body: pod('standing') })
  for (const each of [
    labels,
    { ...labels, 'pod-security.kubernetes.io/enforce-version': 'v9' },
    { 'pod-security.kubernetes.io/enforce': 'strange' },
    { 'pod-security.kubernetes.io/warn': 'strange', 'pod-security.kubernetes.io/warn-version': '1' },
  ])
    await ask('PATCH', `/api/v1/namespaces/${namespace}?dryRun=All`, { metadata: { labels: each } }, 'labels', {
      'content-type': 'application/merge-patch+json',
    })
  await both({ method: 'DELETE', path: `${inside}/pods/standing?gracePeriodSeconds=0` })
}

async function priorities({ ask, both }) {
  const at = '/apis/scheduling.k8s.io/v1/priorityclasses'
  const own = `prio-${Date.now() % 100000}`
  for (const body of [
    { metadata: { name: own }, value: 5, preemptionPolicy: 'Never' },
    { metadata: { name: `${own}-d` }, value: 7, globalDefault: true },
    { metadata: { name: `${own}-e` }, value: 8, globalDefault: true },
    { metadata: { name: 'system-mine' }, value: 5 },
    { metadata: { name: 'mine' }, value: 2000000000 },
  ])
    await ask('POST', at, body, 'priority')
  await new Promise((resolve) => setTimeout(resolve, 300))
  for (const spec of [
    {},
    { priorityClassName: own },
    { priorityClassName: 'none' },
    { priorityClassName: own, priority: 4 },
    { priority: 7 },
    { priority: 4 },
    { priorityClassName: own, preemptionPolicy: 'PreemptLowerPriority' },
    { priorityClassName: own, preemptionPolicy: 'Never' },
    { priorityClassName: 'system-cluster-critical' },
    { preemptionPolicy: 'Never' },
  ])
    await ask('POST', `${inside}/pods?dryRun=All`, pod('p', podSpec(spec)), 'priority')
  await ask('DELETE', '/apis/scheduling.k8s.io/v1/priorityclasses/system-node-critical?dryRun=All', undefined, 'system')
  await ask('PATCH', `${at}/${own}?dryRun=All`, { value: 6 }, 'value', {
    'content-type': 'application/merge-patch+json',
  })
  for (const name of [own, `${own}-d`]) await both({ method: 'DELETE', path: `${at}/${name}` })
}

async function classes({ ask, make, both }) {
  const own = `class-${Date.now() % 100000}`
  await make('/apis/node.k8s.io/v1/runtimeclasses', {
    metadata: { name: own },
    handler: 'h',
    overhead: { podFixed: { cpu: '10m' } },
    scheduling: { nodeSelector: { a: 'b' }, tolerations: [{ key: 'k', operator: 'Exists' }] },
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  for (const spec of [
    { runtimeClassName: own },
    { runtimeClassName: 'none' },
    { runtimeClassName: own, overhead: { cpu: '1' } },
    { overhead: { cpu: '1' } },
    { runtimeClassName: own, nodeSelector: { a: 'c' } },
    { runtimeClassName: own, nodeSelector: { d: 'c' }, tolerations: [{ key: 'k', operator: 'Exists' }] },
  ])
    await ask('POST', `${inside}/pods?dryRun=All`, pod('p', podSpec(spec)), 'runtime class')
  await both({ method: 'DELETE', path: `/apis/node.k8s.io/v1/runtimeclasses/${own}` })
  const storage = '/apis/storage.k8s.io/v1/storageclasses'
  const isDefault = { 'storageclass.kubernetes.io/is-default-class': 'true' }
  for (const name of [`${own}-a`, `${own}-b`])
    await make(storage, {
      metadata: { name, annotations: isDefault },
      provisioner: 'x.y/z',
      allowVolumeExpansion: name.endsWith('a'),
    })
  const ingress = '/apis/networking.k8s.io/v1/ingressclasses'
  await make(ingress, {
    metadata: { name: `${own}-i`, annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } },
    spec: { controller: 'x.y/z' },
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  const claim = (name, spec) => ({
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
  })
  for (const spec of [{}, { storageClassName: '' }, { storageClassName: 'none' }, { storageClassName: `${own}-a` }])
    await twins(ask, `${inside}/persistentvolumeclaims?dryRun=All`, claim('c', spec))
  await make(`${inside}/persistentvolumeclaims`, claim('grows', { storageClassName: `${own}-a` }))
  await make(`${inside}/persistentvolumeclaims`, claim('stays', { storageClassName: `${own}-b` }))
  for (const name of ['grows', 'stays'])
    for (const size of ['2Gi', '500Mi'])
      await ask(
        'PATCH',
        `${inside}/persistentvolumeclaims/${name}?dryRun=All`,
        { spec: { resources: { requests: { storage: size } } } },
        'resized',
        { 'content-type': 'application/merge-patch+json' },
      )
  await ask('DELETE', `${inside}/persistentvolumeclaims/grows`, undefined, 'protected')
  const rules = {
    rules: [
      {
        http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 's', port: { number: 1 } } } }] },
      },
    ],
  }
  await ask(
    'POST',
    `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses?dryRun=All`,
    { metadata: { name: 'i' }, spec: rules },
    'default class',
  )
  await ask(
    'POST',
    `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses?dryRun=All`,
    { metadata: { name: 'i', annotations: { 'kubernetes.io/ingress.class': 'x' } }, spec: rules },
    'class by annotation',
  )
  await make('/api/v1/persistentvolumes', {
    metadata: { name: own },
    spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], hostPath: { path: '/x' } },
  })
  await ask('GET', `/api/v1/persistentvolumes/${own}`, undefined, 'finalizers')
  for (const name of [`${own}-a`, `${own}-b`]) await both({ method: 'DELETE', path: `${storage}/${name}` })
  await both({ method: 'DELETE', path: `${ingress}/${own}-i` })
  await both({ method: 'DELETE', path: `/api/v1/persistentvolumes/${own}` })
}

const twins = (ask, path, body) => ask('POST', path, body, 'storage class')

async function namespaces({ ask, both }) {
  const own = `${namespace}-ending`
  await ask('POST', '/api/v1/namespaces', { metadata: { name: own, finalizers: ['a.b/c'] } }, 'finalizers')
  await settled(both, `/api/v1/namespaces/${own}`)
  await both({
    method: 'POST',
    path: `/api/v1/namespaces/${own}/configmaps`,
    body: { metadata: { name: 'kept', finalizers: ['a.b/c'] } },
  })
  await ask('DELETE', `/api/v1/namespaces/${own}`, undefined, 'deleted')
  await new Promise((resolve) => setTimeout(resolve, 500))
  await ask('POST', `/api/v1/namespaces/${own}/configmaps`, { metadata: { name: 'late' } }, 'terminating')
  await ask('POST', `/api/v1/namespaces/${own}/pods`, pod('late'), 'terminating')
  await ask('POST', `/api/v1/namespaces/${namespace}-nowhere/configmaps`, { metadata: { name: 'c' } }, 'missing')
  await ask('POST', `/api/v1/namespaces/${namespace}-nowhere/pods?dryRun=All`, pod('c'), 'missing')
  await ask(
    'POST',
    `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}-nowhere/roles`,
    { metadata: { name: 'c' } },
    'missing',
  )
  await ask('DELETE', `/api/v1/namespaces/${namespace}-nowhere/configmaps/c`, undefined, 'missing')
  await ask('PUT', `/api/v1/namespaces/${namespace}-nowhere/configmaps/c`, { metadata: { name: 'c' } }, 'missing')
  for (const name of ['default', 'kube-system', 'kube-public', 'kube-node-lease'])
    await ask('DELETE', `/api/v1/namespaces/${name}?dryRun=All`, undefined, 'immortal')
  await ask('DELETE', '/api/v1/namespaces', undefined, 'no collection')
  await new Promise((resolve) => setTimeout(resolve, 6000))
  await ask('GET', `/api/v1/namespaces/${own}`, undefined, 'conditions')
  await both({
    method: 'PATCH',
    path: `/api/v1/namespaces/${own}/configmaps/kept`,
    headers: { 'content-type': 'application/merge-patch+json' },
    body: { metadata: { finalizers: null } },
  })
  await both({
    method: 'PATCH',
    path: `/api/v1/namespaces/${own}`,
    headers: { 'content-type': 'application/merge-patch+json' },
    body: { metadata: { finalizers: null } },
  })
}

async function evictions({ ask, make, both }) {
  const budget = (name, spec) =>
    make(`/apis/policy/v1/namespaces/${namespace}/poddisruptionbudgets`, { metadata: { name }, spec })
  for (const name of ['one', 'two', 'free']) {
    await make(
      `${inside}/pods`,
      pod(name, podSpec({ nodeName: 'n', terminationGracePeriodSeconds: 0 }), { labels: { app: name } }),
    )
    const status = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }], containerStatuses: [] }
    await both({
      method: 'PATCH',
      path: `${inside}/pods/${name}/status`,
      headers: { 'content-type': 'application/merge-patch+json' },
      body: { status },
    })
  }
  await budget('b1', { minAvailable: 1, selector: { matchLabels: { app: 'one' } } })
  await budget('b2', { maxUnavailable: 0, selector: { matchLabels: { app: 'two' } } })
  await budget('b3', { maxUnavailable: 1, selector: { matchLabels: { app: 'two' } } })
  const evict = (name, more = {}, note = '', query = '') =>
    ask(
      'POST',
      `${inside}/pods/${name}/eviction${query}`,
      { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace }, ...more },
      note,
    )
  await evict('one', {}, 'before it was counted')
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await evict('one', {}, 'budget')
  await evict('two', {}, 'two budgets')
  await evict('one', { deleteOptions: { dryRun: ['All'] } }, 'dry run')
  await evict('free', {}, 'dry run', '?dryRun=All')
  await evict('free', { deleteOptions: { preconditions: { uid: 'x' } } }, 'uid')
  await evict('free', { deleteOptions: { preconditions: { resourceVersion: '1' } } }, 'revision')
  await evict('free', { deleteOptions: { gracePeriodSeconds: -1 } }, 'grace')
  await evict('free', { metadata: { name: 'other' } }, 'name')
  await evict('none', {}, 'none')
  await evict('free', { apiVersion: 'policy/v1beta1' }, 'v1beta1')
  await evict('free', {}, 'free')
  await ask('GET', `/apis/policy/v1/namespaces/${namespace}/poddisruptionbudgets`, undefined, 'budgets')
  for (const name of ['one', 'two'])
    await both({ method: 'DELETE', path: `${inside}/pods/${name}?gracePeriodSeconds=0` })
}

async function connections({ ask, make }) {
  await make(
    `${inside}/pods`,
    pod('idle', {
      containers: [
        { name: 'a', image: 'i', ports: [{ containerPort: 80, name: 'web' }] },
        { name: 'b', image: 'i' },
      ],
    }),
  )
  await make(`${inside}/services`, { metadata: { name: 'svc' }, spec: { ports: [{ port: 80, name: 'web' }] } })
  const gets = [
    'idle/log',
    'idle/log?container=a',
    'idle/log?container=none',
    'idle/log?tailLines=-1&container=a',
    'idle/log?tailLines=x',
    'idle/log?sinceSeconds=0&container=a',
    'idle/log?sinceSeconds=1&sinceTime=2020-01-01T00:00:00Z&container=a',
    'idle/log?limitBytes=0&container=a',
    'idle/log?container=a&previous=true',
    'idle/log?stream=Stdout&container=a',
    'idle/log?stream=x&container=a',
    'none/log',
    'idle/exec',
    'idle/exec?command=a',
    'idle/exec?command=a&container=a',
    'idle/exec?command=a&container=none',
    'idle/exec?command=a&container=a&stdout=1',
    'idle/exec?container=a&stdout=1',
    'idle/attach',
    'idle/attach?container=a&stdout=1',
    'idle/portforward',
    'idle/portforward?ports=80',
    'idle/proxy/',
    'idle/proxy',
    'idle:80/proxy/x',
    'https:idle:web/proxy/',
    'idle:none/proxy/',
    'none/proxy/',
    'a:b:c:d/proxy/',
    'none/exec?command=a&stdout=1',
    'idle/none',
    'idle/ephemeralcontainers',
    'idle/resize',
    'idle/eviction',
    'idle/binding',
  ]
  for (const each of gets)
    for (const method of ['GET', 'POST']) await ask(method, `${inside}/pods/${each}`, undefined, 'not running')
  for (const each of [
    'svc/proxy/',
    'svc:web/proxy/',
    'svc:80/proxy/',
    'svc:none/proxy/',
    'none/proxy/',
    'svc:81/proxy/',
    'https:svc:web/proxy/x?y=z',
  ])
    await ask('GET', `${inside}/services/${each}`, undefined, 'no endpoints')
  for (const each of ['none/proxy/', 'none:10250/proxy/', 'https:none:1/proxy/'])
    await ask('GET', `/api/v1/nodes/${each}`, undefined, 'no node')
}

/** Pods that are bound, and gates that hold them. */
async function bound({ ask, make }) {
  await make(`${inside}/pods`, pod('gated', podSpec({ schedulingGates: [{ name: 'a.b/c' }] })))
  await ask('GET', `${inside}/pods/gated`, undefined, 'gated')
  const bind = (name, target, note, metadata = { name }) =>
    ask('POST', `${inside}/pods/${name}/binding`, { apiVersion: 'v1', kind: 'Binding', metadata, target }, note)
  await bind('gated', { kind: 'Node', name: 'n' }, 'gated')
  await make(`${inside}/pods`, pod('free2', podSpec()))
  await bind('free2', { kind: 'Node', name: '' }, 'no name')
  await bind('free2', { kind: 'Pod', name: 'x' }, 'kind')
  await bind('free2', { kind: 'Node', name: 'n' }, 'other name', { name: 'other' })
  await bind('free2', { kind: 'Node', name: 'n' }, 'uid', { name: 'free2', uid: 'x' })
  await bind('free2', { kind: 'Node', name: 'n' }, 'fits')
  await bind('free2', { kind: 'Node', name: 'm' }, 'again')
  await bind('none', { kind: 'Node', name: 'm' }, 'none')
  await ask('GET', `${inside}/pods/free2`, undefined, 'bound')
  await ask(
    'POST',
    `${inside}/bindings`,
    { metadata: { name: 'free2' }, target: { kind: 'Node', name: 'n' } },
    'of old',
  )
}
