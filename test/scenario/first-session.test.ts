/** The README's first session, as a new user types it: `operon up` and a real kubectl. */
import { expect } from 'chai'
import { Cluster } from '../kit/cluster.js'
import { describeWith } from '../kit/needs.js'

const image = 'localhost/host'
const loop = ['sh', '-c', 'echo hello from $HOSTNAME; trap "exit 0" TERM; while :; do sleep 0.2; done']

describeWith(['root', 'kubectl', 'ip'], 'a first session', () => {
  let cluster: Cluster

  before(async function () {
    this.timeout(60_000)
    cluster = await Cluster.start()
  })
  after(async function () {
    this.timeout(90_000)
    await cluster?.remove()
  })

  it('prints the line that points kubectl at the cluster', () => {
    expect(cluster.said).to.contain(`export KUBECONFIG=${cluster.folder}/kubeconfig`)
    expect(cluster.must('version')).to.match(/Server Version: v1\.36/)
    expect(cluster.must('get', 'nodes')).to.match(/NAME +STATUS +ROLES +AGE +VERSION\n\S+ +Ready +/)
  })

  it('rolls out a Deployment of three pods that run', () => {
    cluster.must('create', 'deployment', 'web', `--image=${image}`, '--replicas=3', '--', ...loop)
    expect(cluster.must('rollout', 'status', 'deployment/web', '--timeout=60s')).to.contain('successfully rolled out')
    const pods = cluster.must('get', 'pods', '-o', 'wide').trim().split('\n')
    expect(pods[0]).to.match(/^NAME +READY +STATUS +RESTARTS +AGE +IP +NODE +NOMINATED NODE +READINESS GATES$/)
    expect(pods.slice(1)).to.have.length(3)
    for (const line of pods.slice(1))
      expect(line).to.match(/^web-[0-9a-z]+-[0-9a-z]{5} +1\/1 +Running +0 +\d+s +10\.88\.\d+\.\d+ /)
    expect(cluster.must('get', 'deployment', 'web')).to.match(
      /NAME +READY +UP-TO-DATE +AVAILABLE +AGE\nweb +3\/3 +3 +3 /,
    )
  })

  it('shows logs and runs commands', () => {
    expect(cluster.must('logs', 'deploy/web')).to.match(/hello from web-/)
    expect(cluster.must('exec', 'deploy/web', '--', 'cat', '/etc/hostname')).to.match(/^web-/)
    expect(cluster.mustWith('typed', 'exec', '-i', 'deploy/web', '--', 'cat')).to.equal('typed')
    expect(cluster.kubectl('exec', 'deploy/web', '--', 'sh', '-c', 'exit 7').err).to.contain('exit code 7')
  })

  it('scales', () => {
    cluster.must('scale', 'deployment/web', '--replicas=10')
    cluster.must('rollout', 'status', 'deployment/web', '--timeout=60s')
    expect(cluster.must('get', 'deployment', 'web', '-o', 'jsonpath={.status.readyReplicas}')).to.equal('10')
    cluster.must('scale', 'deployment/web', '--replicas=2')
    cluster.must('wait', '--for=jsonpath={.status.replicas}=2', 'deployment/web', '--timeout=60s')
  })

  it('sets an image, shows the history and goes back', () => {
    cluster.must('set', 'env', 'deployment/web', 'COLOUR=blue')
    cluster.must('rollout', 'status', 'deployment/web', '--timeout=60s')
    cluster.must('set', 'image', 'deployment/web', 'host=example.invalid/nothing:1')
    expect(cluster.must('rollout', 'history', 'deployment/web')).to.match(
      /REVISION +CHANGE-CAUSE\n1 +<none>\n2 +<none>\n3 +<none>/,
    )
    expect(cluster.must('rollout', 'undo', 'deployment/web')).to.contain('rolled back')
    cluster.must('rollout', 'status', 'deployment/web', '--timeout=60s')
    expect(
      cluster.must('get', 'deployment', 'web', '-o', 'jsonpath={.spec.template.spec.containers[0].image}'),
    ).to.equal(image)
  })

  it('describes what happened', () => {
    expect(cluster.must('describe', 'deployment', 'web')).to.contain('ScalingReplicaSet')
    expect(cluster.must('get', 'events')).to.match(/LAST SEEN +TYPE +REASON +OBJECT +MESSAGE/)
  })

  it('deletes the Deployment and everything below it', () => {
    cluster.must('delete', 'deployment', 'web', '--timeout=60s')
    cluster.must('wait', '--for=delete', 'pod', '-l', 'app=web', '--timeout=60s')
    expect(cluster.kubectl('get', 'replicasets,pods').err).to.contain('No resources found')
  })
})

describeWith(['root', 'kubectl', 'ip'], 'the end of a cluster and its next start', () => {
  let cluster: Cluster
  const pod = (column: string) => cluster.must('get', 'pods', '-l', 'app=web', '-o', `jsonpath={.items[0]${column}}`)

  before(async function () {
    this.timeout(60_000)
    cluster = await Cluster.start()
    cluster.must('create', 'deployment', 'web', `--image=${image}`, '--', ...loop)
    cluster.must('rollout', 'status', 'deployment/web', '--timeout=60s')
  })
  after(async function () {
    this.timeout(90_000)
    await cluster?.remove()
  })

  it('after kill -9 adopts the pods that went on running', async () => {
    const [uid, id] = [pod('.metadata.uid'), pod('.status.containerStatuses[0].containerID')]
    await cluster.crash()
    await cluster.resume()
    cluster.must('rollout', 'status', 'deployment/web', '--timeout=60s')
    expect([
      pod('.metadata.uid'),
      pod('.status.containerStatuses[0].containerID'),
      pod('.status.containerStatuses[0].restartCount'),
    ]).to.deep.equal([uid, id, '0'])
    expect(cluster.must('exec', 'deploy/web', '--', 'echo', 'alive')).to.equal('alive\n')
  })

  it('after Ctrl-C has every object, and runs the pods again', async () => {
    const uid = pod('.metadata.uid')
    await cluster.stop()
    await cluster.resume()
    cluster.must(
      'wait',
      '--for=jsonpath={.status.containerStatuses[0].restartCount}=1',
      'pod',
      '-l',
      'app=web',
      '--timeout=60s',
    )
    cluster.must('wait', '--for=condition=Ready', 'pod', '-l', 'app=web', '--timeout=60s')
    expect(pod('.metadata.uid')).to.equal(uid)
  })

  it('after its terminal was closed it is the same: the pods were stopped, not left behind', async () => {
    await cluster.hangUp()
    expect(cluster.operon('clean').out).to.not.match(/^removed process/m)
    await cluster.resume()
    cluster.must('wait', '--for=condition=Ready', 'pod', '-l', 'app=web', '--timeout=60s')
  })
})
