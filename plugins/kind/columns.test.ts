/** What `kubectl get` shows of the built-in kinds: definitions and plugins together. */
import { expect } from 'chai'
import { loadBuiltIns, tableOf } from '../../core/schema/index.js'
import { kindPlugins } from './index.js'

const { definitions } = loadBuiltIns(new URL('../../crds/generated/', import.meta.url))
const now = Date.parse('2024-05-01T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString().replace('.000Z', 'Z')

/** The cells of one object by column; `wide` ones too. */
function show(plural: string, object: object, group = ''): Record<string, unknown> {
  const definition = definitions.find((each) => each.names.plural === plural && each.group === group)!
  const plugin = kindPlugins.find((each) => each.plural === plural && each.group === group)
  const metadata = { name: 'a', creationTimestamp: minutesAgo(5), ...(object as { metadata?: object }).metadata }
  const table = tableOf(definition.versions[0]!, [{ ...object, metadata }], {
    now,
    includeObject: 'None',
    ...(plugin?.columns ? { computed: plugin.columns } : {}),
  })
  return Object.fromEntries(table.columnDefinitions.map(({ name }, index) => [name, table.rows[0]!.cells[index]]))
}

const container = (name: string, more: object = {}) => ({
  name,
  restartCount: 0,
  ready: false,
  image: 'i',
  imageID: '',
  ...more,
})
const pod = (status: object, more: { spec?: object; metadata?: object } = {}) =>
  show('pods', {
    spec: { containers: [{ name: 'c' }], ...more.spec },
    status,
    ...(more.metadata ? { metadata: more.metadata } : {}),
  })

describe('columns', () => {
  it('are computed by the plugin wherever the definition says so, and nowhere else', () => {
    for (const { group, names, versions } of definitions) {
      const plugin = kindPlugins.find((each) => each.plural === names.plural && each.group === group)
      const computed = versions.flatMap(({ columns }) =>
        columns.flatMap(({ source }) => ('computed' in source ? source.computed : [])),
      )
      expect(Object.keys(plugin?.columns ?? {}).sort(), names.kind).to.deep.equal([...new Set(computed)].sort())
    }
  })

  it('of computed fields are selectable ones, of the kind or of one that is stored as it', () => {
    for (const { group, plural, fields } of kindPlugins) {
      const stored = `${group}/${plural}`
      const served = definitions.filter(
        ({ names, strategy, ...each }) => `${each.group}/${names.plural}` === stored || strategy.storedAs === stored,
      )
      expect(served, plural).to.not.have.length(0)
      const selectable = served.flatMap(({ versions }) => versions.flatMap(({ selectableFields }) => selectableFields))
      expect(selectable, plural).to.include.members(Object.keys(fields ?? {}))
    }
  })
})

describe('columns of pods', () => {
  it('of a running one', () => {
    const running = container('c', { ready: true, state: { running: { startedAt: minutesAgo(4) } } })
    const status = { phase: 'Running', podIP: '10.0.0.7', podIPs: [{ ip: '10.0.0.7' }], containerStatuses: [running] }
    expect(pod(status, { spec: { nodeName: 'n' } })).to.deep.equal({
      Name: 'a',
      Ready: '1/1',
      Status: 'Running',
      Restarts: '0',
      Age: '5m',
      IP: '10.0.0.7',
      Node: 'n',
      'Nominated Node': '<none>',
      'Readiness Gates': '<none>',
    })
  })

  it('of one that crashes again and again', () => {
    const crashing = container('c', {
      restartCount: 3,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: { terminated: { exitCode: 1, reason: 'Error', finishedAt: minutesAgo(5) } },
    })
    const shown = pod({ phase: 'Running', containerStatuses: [crashing] })
    expect(shown).to.include({ Ready: '0/1', Status: 'CrashLoopBackOff', Restarts: '3 (5m ago)' })
  })

  it('of ones that have ended', () => {
    const ended = (terminated: object) =>
      pod({ phase: 'Failed', containerStatuses: [container('c', { state: { terminated } })] })['Status']
    expect(ended({ exitCode: 0, reason: 'Completed' })).to.equal('Completed')
    expect(ended({ exitCode: 1, reason: 'Error' })).to.equal('Error')
    expect(ended({ exitCode: 3 })).to.equal('ExitCode:3')
    expect(ended({ exitCode: 137, signal: 9 })).to.equal('Signal:9')
    expect(pod({ phase: 'Failed', reason: 'Evicted' })['Status']).to.equal('Evicted')
  })

  it('of one whose containers have ended in part', () => {
    const done = container('c', { state: { terminated: { exitCode: 0, reason: 'Completed' } } })
    const running = container('d', { ready: true, state: { running: {} } })
    const status = { phase: 'Running', containerStatuses: [done, running] }
    expect(pod(status)['Status']).to.equal('NotReady')
    expect(pod({ ...status, conditions: [{ type: 'Ready', status: 'True' }] })['Status']).to.equal('Running')
  })

  it('say in its row that a pod has ended, and how', () => {
    const { rowConditions } = kindPlugins.find(({ plural, group }) => plural === 'pods' && group === '')!
    const { versions } = definitions.find(({ names, group }) => names.plural === 'pods' && group === '')!
    const options = { now, includeObject: 'None', conditions: rowConditions! } as const
    const pods = ['Running', 'Succeeded', 'Failed'].map((phase) => ({ metadata: { name: phase }, spec: { containers: [] }, status: { phase } })) // biome-ignore format: one line
    const { rows } = tableOf(versions[0]!, pods, options)
    expect(rows[0]).to.not.have.any.keys('conditions')
    const told = rows
      .slice(1)
      .map(({ conditions }) => conditions?.map(({ type, status, reason }) => [type, status, reason]))
    expect(told).to.deep.equal([[['Completed', 'True', 'Succeeded']], [['Completed', 'True', 'Failed']]])
  })

  it('of ones that are initializing', () => {
    const spec = { initContainers: [{ name: 'i' }, { name: 'j' }] }
    const done = container('i', { state: { terminated: { exitCode: 0, reason: 'Completed' } } })
    const init = (...initContainerStatuses: object[]) =>
      pod({ phase: 'Pending', initContainerStatuses }, { spec })['Status']
    expect(init(container('i', { state: { running: {} } }))).to.equal('Init:0/2')
    expect(init(done, container('j', { state: { waiting: { reason: 'PodInitializing' } } }))).to.equal('Init:1/2')
    expect(init(done, container('j', { state: { waiting: { reason: 'ImagePullBackOff' } } }))).to.equal(
      'Init:ImagePullBackOff',
    )
    expect(init(container('i', { state: { terminated: { exitCode: 2 } } }))).to.equal('Init:ExitCode:2')
    expect(init(container('i', { state: { terminated: { exitCode: 2, reason: 'Error' } } }))).to.equal('Init:Error')
  })

  it('count sidecars among the containers', () => {
    const spec = { initContainers: [{ name: 's', restartPolicy: 'Always' }] }
    const sidecar = container('s', { started: true, ready: true, restartCount: 2, state: { running: {} } })
    const main = container('c', { ready: true, restartCount: 1, state: { running: {} } })
    const status = { phase: 'Running', initContainerStatuses: [sidecar], containerStatuses: [main] }
    expect(pod(status, { spec })).to.include({ Ready: '2/2', Status: 'Running', Restarts: '3' })
  })

  it('of ones that go, wait, or are gated', () => {
    const metadata = { deletionTimestamp: minutesAgo(0) }
    expect(pod({ phase: 'Running' }, { metadata })['Status']).to.equal('Terminating')
    expect(pod({ phase: 'Running', reason: 'NodeLost' }, { metadata })['Status']).to.equal('Unknown')
    expect(pod({ phase: 'Succeeded' }, { metadata })['Status']).to.equal('Succeeded')
    expect(pod({ phase: 'Pending' })['Status']).to.equal('Pending')
    const conditions = [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated' }]
    expect(pod({ phase: 'Pending', conditions })['Status']).to.equal('SchedulingGated')
  })

  it('count readiness gates', () => {
    const spec = { readinessGates: [{ conditionType: 'x' }, { conditionType: 'y' }] }
    expect(pod({ conditions: [{ type: 'x', status: 'True' }] }, { spec })['Readiness Gates']).to.equal('1/2')
  })
})

describe('columns of other kinds', () => {
  it('deployments', () => {
    const template = {
      spec: {
        containers: [
          { name: 'c', image: 'i' },
          { name: 'd', image: 'j' },
        ],
      },
    }
    const spec = { replicas: 3, selector: { matchLabels: { b: '2', a: '1' } }, template }
    expect(show('deployments', { spec, status: { readyReplicas: 1, updatedReplicas: 2 } }, 'apps')).to.deep.equal({
      Name: 'a',
      Ready: '1/3',
      'Up-to-date': 2,
      Available: 0,
      Age: '5m',
      Containers: 'c,d',
      Images: 'i,j',
      Selector: 'a=1,b=2',
    })
  })

  it('nodes', () => {
    const status = {
      conditions: [{ type: 'Ready', status: 'True' }],
      nodeInfo: { kubeletVersion: 'v1.36.0', kernelVersion: '6.1.0', architecture: 'arm64' },
      addresses: [
        { type: 'Hostname', address: 'n' },
        { type: 'InternalIP', address: '10.0.0.1' },
      ],
    }
    const metadata = { labels: { 'node-role.kubernetes.io/worker': '', 'node-role.kubernetes.io/control-plane': '' } }
    expect(show('nodes', { metadata, spec: { unschedulable: true }, status })).to.include({
      Status: 'Ready,SchedulingDisabled',
      Roles: 'control-plane,worker',
      Version: 'v1.36.0',
      'Internal-IP': '10.0.0.1',
      'External-IP': '<none>',
      'OS-Image': '<unknown>',
      'Kernel-Version': '6.1.0 (arm64)',
    })
    expect(show('nodes', {})).to.include({ Status: 'Unknown', Roles: '<none>', 'Kernel-Version': '<unknown>' })
  })

  it('services', () => {
    const ports = [
      { port: 80, protocol: 'TCP' },
      { port: 443, nodePort: 30443, protocol: 'TCP' },
    ]
    const spec = { type: 'ClusterIP', clusterIPs: ['10.1.0.1'], ports, selector: { a: 'b' } }
    expect(show('services', { spec })).to.deep.include({
      Type: 'ClusterIP',
      'Cluster-IP': '10.1.0.1',
      'External-IP': '<none>',
      'Port(s)': '80/TCP,443:30443/TCP',
      Selector: 'a=b',
    })
    const ingress = [{ ip: '192.0.2.2' }, { hostname: 'example.com' }]
    expect(
      show('services', { spec: { type: 'LoadBalancer' }, status: { loadBalancer: { ingress } } })['External-IP'],
    ).to.equal('192.0.2.2,example.com')
    expect(show('services', { spec: { type: 'LoadBalancer' } })).to.include({
      'External-IP': '<pending>',
      'Port(s)': '<none>',
      Selector: '<none>',
    })
  })

  it('jobs and cron jobs', () => {
    const status = {
      succeeded: 1,
      startTime: minutesAgo(4),
      completionTime: minutesAgo(1),
      conditions: [{ type: 'Complete', status: 'True' }],
    }
    expect(show('jobs', { spec: { completions: 2 }, status }, 'batch')).to.include({
      Status: 'Complete',
      Completions: '1/2',
      Duration: '3m',
    })
    expect(show('jobs', { spec: { parallelism: 3 } }, 'batch')).to.include({
      Status: 'Running',
      Completions: '0/1 of 3',
      Duration: '',
    })
    expect(
      show('cronjobs', { spec: { schedule: '* * * * *', suspend: false }, status: { active: [{}, {}] } }, 'batch'),
    ).to.include({
      Suspend: 'False',
      Active: 2,
      Timezone: '<none>',
      'Last Schedule': '<none>',
    })
  })

  it('events of both groups alike', () => {
    const about = { kind: 'Pod', name: 'p', fieldPath: 'spec.containers{c}' }
    const core = {
      apiVersion: 'v1',
      involvedObject: about,
      message: ' hello\n',
      count: 4,
      source: { component: 'kubelet', host: 'n' },
      firstTimestamp: minutesAgo(9),
      lastTimestamp: minutesAgo(1),
      type: 'Normal',
      reason: 'Started',
    }
    const events = {
      apiVersion: 'events.k8s.io/v1',
      regarding: about,
      note: 'hello',
      series: { count: 4, lastObservedTime: minutesAgo(1) },
      reportingController: 'kubelet',
      reportingInstance: 'n',
      eventTime: minutesAgo(9),
      type: 'Normal',
      reason: 'Started',
    }
    const shown = {
      'Last Seen': '60s',
      Type: 'Normal',
      Reason: 'Started',
      Object: 'pod/p',
      Subobject: 'spec.containers{c}',
      Source: 'kubelet, n',
      Message: 'hello',
      'First Seen': '9m',
      Count: 4,
      Name: 'a',
    }
    expect(show('events', core)).to.deep.equal(shown)
    expect(show('events', events, 'events.k8s.io')).to.deep.equal(shown)
  })

  it('endpoints, slices and ingresses, with their first three', () => {
    const addresses = ['1', '2', '3', '4'].map((n) => ({ ip: `10.0.0.${n}` }))
    expect(show('endpoints', { subsets: [{ addresses, ports: [{ port: 80 }] }] })['Endpoints']).to.equal(
      '10.0.0.1:80,10.0.0.2:80,10.0.0.3:80 + 1 more...',
    )
    expect(show('endpoints', {})['Endpoints']).to.equal('<none>')
    const slice = { ports: [{ port: 80 }], endpoints: [{ addresses: ['10.0.0.1'] }, { addresses: ['10.0.0.2'] }] }
    expect(show('endpointslices', slice, 'discovery.k8s.io')).to.include({
      Ports: '80',
      Endpoints: '10.0.0.1,10.0.0.2',
    })
    const spec = { rules: [{ host: 'a.example' }, {}], tls: [{}] }
    expect(show('ingresses', { spec }, 'networking.k8s.io')).to.include({
      Class: '<none>',
      Hosts: 'a.example',
      Ports: '80, 443',
    })
  })

  it('volumes, claims and classes', () => {
    const spec = { volumeName: 'v', storageClassName: 's', volumeMode: 'Filesystem' }
    const status = { phase: 'Bound', capacity: { storage: '1Gi' }, accessModes: ['ReadWriteMany', 'ReadWriteOnce'] }
    expect(show('persistentvolumeclaims', { spec, status })).to.include({
      Status: 'Bound',
      Capacity: '1Gi',
      'Access Modes': 'RWO,RWX',
      StorageClass: 's',
    })
    const metadata = { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } }
    expect(show('storageclasses', { metadata, provisioner: 'p' }, 'storage.k8s.io')).to.include({
      Name: 'a (default)',
      AllowVolumeExpansion: false,
      ReclaimPolicy: 'Delete',
    })
  })

  it('autoscalers', () => {
    const spec = {
      scaleTargetRef: { kind: 'Deployment', name: 'web' },
      maxReplicas: 5,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
      ],
    }
    const current = { type: 'Resource', resource: { name: 'cpu', current: { averageUtilization: 12 } } }
    expect(
      show('horizontalpodautoscalers', { spec, status: { currentMetrics: [current] } }, 'autoscaling'),
    ).to.deep.include({
      Reference: 'Deployment/web',
      Targets: 'cpu: 12%/80%',
      MinPods: '<unset>',
      MaxPods: 5,
      Replicas: 0,
    })
  })

  it('bindings, secrets, config maps and service accounts', () => {
    const subjects = [
      { kind: 'User', name: 'u' },
      { kind: 'ServiceAccount', namespace: 'n', name: 's' },
    ]
    const binding = { roleRef: { kind: 'ClusterRole', name: 'r' }, subjects }
    expect(show('clusterrolebindings', binding, 'rbac.authorization.k8s.io')).to.include({
      Role: 'ClusterRole/r',
      Users: 'u',
      Groups: '',
      ServiceAccounts: 'n/s',
    })
    expect(show('secrets', { type: 'Opaque', data: { a: '', b: '' } })).to.include({ Type: 'Opaque', Data: 2 })
    expect(show('configmaps', { data: { a: '' }, binaryData: { b: '' } })['Data']).to.equal(2)
    expect(Object.keys(show('serviceaccounts', {}))).to.deep.equal(['Name', 'Age'])
  })

  it('numbers stay numbers, and what has no columns tells when it was made', () => {
    const flows = 'flowcontrol.apiserver.k8s.io'
    const limited = { nominalConcurrencyShares: 5, limitResponse: { queuing: { queues: 16 } } }
    expect(show('flowschemas', { spec: { matchingPrecedence: 8000 } }, flows)['MatchingPrecedence']).to.equal(8000)
    expect(show('prioritylevelconfigurations', { spec: { type: 'Limited', limited } }, flows)).to.include({
      NominalConcurrencyShares: 5,
      Queues: 16,
      HandSize: '<none>',
    })
    expect(show('controllerrevisions', { revision: 3 }, 'apps')['Revision']).to.equal(3)
    expect(show('csistoragecapacities', {}, 'storage.k8s.io')).to.deep.equal({ Name: 'a', 'Created At': minutesAgo(5) })
    const annotations = { 'ingressclass.kubernetes.io/is-default-class': 'true' }
    expect(show('ingressclasses', { metadata: { annotations } }, 'networking.k8s.io')['Name']).to.equal('a (default)')
  })

  it('kinds without columns show their name and creation', () => {
    expect(show('clusterroles', { rules: [] }, 'rbac.authorization.k8s.io')).to.deep.equal({
      Name: 'a',
      'Created At': minutesAgo(5),
    })
  })
})
