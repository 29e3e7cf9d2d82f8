/** Clients inside pods find the API by what every pod has: variables, a projected token, the authority's certificate and the namespace. */
import { spawnSync } from 'node:child_process'
import { expect } from 'chai'
import { root } from '../architecture/source-files.js'
import { Cluster } from '../kit/cluster.js'
import { describeWith } from '../kit/needs.js'
import { processNeeds } from '../kit/process-runtime.js'

/** What @kubernetes/client-node sees, as JSON on its last line; the kubelet's own files besides. */
const script = `
const { KubeConfig, AuthenticationV1Api, CoreV1Api, makeInformer } = await import('${root}/node_modules/@kubernetes/client-node/dist/index.js')
const { readFileSync } = await import('node:fs')
const config = new KubeConfig()
config.loadFromCluster()
const core = config.makeApiClient(CoreV1Api)
const namespace = readFileSync('/var/run/secrets/kubernetes.io/serviceaccount/namespace', 'utf8')
const review = await config.makeApiClient(AuthenticationV1Api).createSelfSubjectReview({ body: {} })
const names = async (listed) => (await listed).items.map((item) => item.metadata.name)
const refusal = async (asked) => asked.then(() => 'allowed', (error) => error.code)
const seen = new Promise((resolve, reject) => {
  const informer = makeInformer(config, '/api/v1/namespaces/' + namespace + '/configmaps', () => core.listNamespacedConfigMap({ namespace }))
  informer.on('add', (one) => one.metadata.name === 'made-inside' && resolve(one.data.from))
  informer.on('error', reject)
  informer.start().then(() => core.createNamespacedConfigMap({ namespace, body: { metadata: { name: 'made-inside' }, data: { from: process.env.HOSTNAME } } })).catch(reject)
})
process.stdout.write(JSON.stringify({
  namespace,
  user: review.status.userInfo.username,
  pod: review.status.userInfo.extra['authentication.kubernetes.io/pod-name'],
  pods: await names(core.listNamespacedPod({ namespace })),
  secrets: await refusal(core.listNamespacedSecret({ namespace })),
  others: await refusal(core.listNamespacedPod({ namespace: 'kube-system' })),
  seen: await seen,
}), () => process.exit())
`

/** A Python that has the package; `PYTHON` names one of a virtual environment. */
const python = process.env['PYTHON'] ?? 'python3'
const hasPython = spawnSync(python, ['-c', 'import kubernetes']).status === 0

const pythonScript = `
import json, os
from kubernetes import client, config, watch
config.load_incluster_config()
core = client.CoreV1Api()
core.create_namespaced_config_map('team', {'metadata': {'name': 'from-python'}, 'data': {'host': os.environ['HOSTNAME']}})
for event in watch.Watch().stream(core.list_namespaced_config_map, 'team', timeout_seconds=60):
    if event['object'].metadata.name == 'from-python': break
try:
    core.list_namespaced_secret('team')
except client.ApiException as error:
    refused = error.status
me = client.AuthenticationV1Api().create_self_subject_review({})
print(json.dumps([event['object'].data['host'], refused, me.status.user_info.username]))
`

const objects = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team' } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'reader', namespace: 'team' } },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name: 'reader', namespace: 'team' },
    rules: [
      { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] },
      { apiGroups: [''], resources: ['configmaps'], verbs: ['*'] },
    ],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'reader', namespace: 'team' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' },
    subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace: 'team' }],
  },
]

const pod = (name: string, command: readonly string[]) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'team' },
  spec: {
    restartPolicy: 'Never',
    terminationGracePeriodSeconds: 1,
    serviceAccountName: 'reader',
    containers: [{ name: 'app', image: 'localhost/host', command }],
  },
})

describeWith([...processNeeds, 'kubectl'], 'clients inside pods', function () {
  this.timeout(120_000)
  let cluster: Cluster

  before(async () => {
    cluster = await Cluster.start(['--bind-address', '0.0.0.0'])
    cluster.mustWith(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }), 'apply', '-f', '-')
  })
  after(() => cluster?.remove())

  /** What the pod has printed when it has ended. */
  function outputOf(name: string, command: readonly string[]): string {
    cluster.mustWith(JSON.stringify(pod(name, command)), 'create', '-f', '-')
    const wait = ['wait', `pod/${name}`, '-n', 'team', '--timeout=90s']
    cluster.kubectl(...wait, '--for=jsonpath={.status.containerStatuses[0].state.terminated.reason}')
    return cluster.must('logs', name, '-n', 'team')
  }

  it("the JavaScript client: who it is, what it may, and an informer's events", () => {
    const said = outputOf('js', [process.execPath, '--input-type=module', '-e', script])
    expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).to.deep.equal({
      namespace: 'team',
      user: 'system:serviceaccount:team:reader',
      pod: ['js'],
      pods: ['js'],
      secrets: 403,
      others: 403,
      seen: 'js',
    })
  })

  const withPython = hasPython ? it : it.skip
  withPython('the Python client (left out where Python has no package kubernetes)', () => {
    const said = outputOf('python', [python, '-c', pythonScript])
    expect(JSON.parse(said)).to.deep.equal(['python', 403, 'system:serviceaccount:team:reader'])
  })

  it('kubectl without any configuration', () => {
    const said = outputOf('kubectl', ['sh', '-c', 'HOME=/nowhere kubectl --cache-dir /dev/shm get pods -o name'])
    expect(said.trim().split('\n')).to.include('pod/kubectl')
  })
})
