/** Each of the three processes of `operon up` is killed in the middle of a rollout: all converges, and nothing is created twice. */
import { expect } from 'chai'
import { Cluster } from '../kit/cluster.js'
import { describeWith } from '../kit/needs.js'

const replicas = 50

interface PodEvent {
  readonly type: string
  readonly object: {
    readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> }
    readonly spec?: { readonly containers: readonly { readonly env?: readonly { readonly value?: string }[] }[] }
  }
}

describeWith(['kubectl'], 'a rollout of 50 pods survives the sudden end', function () {
  this.timeout(120_000)
  let cluster: Cluster
  let begin: string

  beforeEach(async () => {
    cluster = await Cluster.start(['--runtime', 'fake'])
    const none = JSON.parse(cluster.must('get', '--raw', '/api/v1/namespaces/default/pods'))
    begin = (none as { metadata: { resourceVersion: string } }).metadata.resourceVersion
    const line = ['create', 'deployment', 'web', '--image=example/web:1', `--replicas=${replicas}`]
    cluster.must(...line)
  })
  afterEach(async () => cluster?.remove())

  /** How often pods were added since the beginning, by name: what the server's own history says. */
  function creations(): Map<string, number> {
    const path = `/api/v1/namespaces/default/pods?watch=1&resourceVersion=${begin}&timeoutSeconds=1`
    const counts = new Map<string, number>()
    for (const line of cluster.must('get', '--raw', path).split('\n').filter(Boolean)) {
      const { type, object } = JSON.parse(line) as PodEvent
      if (type === 'ADDED') counts.set(object.metadata.name, (counts.get(object.metadata.name) ?? 0) + 1)
    }
    return counts
  }

  function expectAllRunningOnce(): void {
    cluster.must('rollout', 'status', 'deployment/web', '--timeout=60s')
    cluster.must('wait', `--for=jsonpath={.status.readyReplicas}=${replicas}`, 'deployment/web', '--timeout=60s')
    expect(creations().size, 'pods created in all').to.equal(replicas)
    const names = cluster.must('get', 'pods', '-o', 'name').trim().split('\n')
    expect(names).to.have.length(replicas)
    expect(cluster.must('get', 'replicasets', '-o', 'name').trim().split('\n')).to.have.length(1)
  }

  it('of the operators process', async () => {
    const before = cluster.childPid('operators') as number
    process.kill(before, 'SIGKILL')
    expectAllRunningOnce()
    expect(cluster.childPid('operators')).to.be.a('number').and.not.equal(before)
  })

  it('of the node process', async () => {
    const before = cluster.childPid('node') as number
    process.kill(before, 'SIGKILL')
    expectAllRunningOnce()
    expect(cluster.childPid('node')).to.be.a('number').and.not.equal(before)
  })

  it('of the whole cluster, with the API', async () => {
    await cluster.crash()
    await cluster.resume()
    expectAllRunningOnce()
  })

  it('of all three, one after the other, while a new template is rolled out', async () => {
    cluster.must('rollout', 'status', 'deployment/web', '--timeout=60s')
    cluster.must('set', 'env', 'deployment/web', 'COLOUR=blue')
    process.kill(cluster.childPid('operators') as number, 'SIGKILL')
    cluster.must('wait', '--for=jsonpath={.status.updatedReplicas}', 'deployment/web', '--timeout=60s')
    process.kill(cluster.childPid('node') as number, 'SIGKILL')
    await cluster.crash()
    await cluster.resume()
    cluster.must('rollout', 'status', 'deployment/web', '--timeout=90s')
    cluster.must('wait', '--for=jsonpath={.status.replicas}=50', 'deployment/web', '--timeout=60s')
    const selector = ['get', 'pods', '-o', 'jsonpath={range .items[*]}{.spec.containers[0].env[0].value}{"\\n"}{end}']
    cluster.must('wait', `--for=jsonpath={.status.readyReplicas}=${replicas}`, 'deployment/web', '--timeout=60s')
    const colours = cluster
      .must(...selector)
      .trim()
      .split('\n')
    expect(colours.filter((colour) => colour === 'blue')).to.have.length(replicas)
    expect(Math.max(...creations().values()), 'creations of one name').to.equal(1)
    expect(creations().size, 'pods created in all, old and new').to.equal(2 * replicas)
  })
})
