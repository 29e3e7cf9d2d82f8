/** Clients inside pods find the API by what every pod has: variables, a projected token, the authority's certificate and the namespace. */
import { spawnSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { expect } from 'chai'
import { root } from '../architecture/source-files.js'
import { describeWith } from '../kit/needs.js'
import { processNeeds } from '../kit/process-runtime.js'
import { Team } from '../kit/team.js'

/** Mounted into the pod: the checkout may stand in a place that pods do not see. */
const packages = realpathSync(join(root, 'node_modules'))

/** What @kubernetes/client-node sees, as JSON on its last line; the kubelet's own files besides. */
const script = `
const { KubeConfig, AuthenticationV1Api, CoreV1Api, makeInformer } = await import('${packages}/@kubernetes/client-node/dist/index.js')
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

/** A Python that has the package: `.ci/run` makes one and names it. */
const python = process.env['OPERON_TEST_PYTHON'] ?? 'python3'
/** Its virtual environment, when it has one. */
const environment = isAbsolute(python) ? [dirname(dirname(python))] : []
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

describeWith([...processNeeds, 'kubectl'], 'clients inside pods', function () {
  this.timeout(120_000)
  let team: Team
  before(async () => (team = await Team.start()))
  after(() => team?.remove())

  it("the JavaScript client: who it is, what it may, and an informer's events", () => {
    const said = team.outputOf('js', [process.execPath, '--input-type=module', '-e', script], [packages])
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
    const said = team.outputOf('python', [python, '-c', pythonScript], environment)
    expect(JSON.parse(said)).to.deep.equal(['python', 403, 'system:serviceaccount:team:reader'])
  })

  it('kubectl without any configuration', () => {
    const said = team.outputOf('kubectl', ['sh', '-c', 'HOME=/nowhere kubectl --cache-dir /dev/shm get pods -o name'])
    expect(said.trim().split('\n')).to.include('pod/kubectl')
  })
})
