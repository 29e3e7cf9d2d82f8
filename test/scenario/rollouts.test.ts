/** Deployments on fake nodes, driven by kubectl, with every operator: what people type around a rollout. */
import { expect } from 'chai'
import { fakeNodes } from '../../operators/fake-nodes/index.js'
import { operators } from '../../operators/index.js'
import { Deployment, Node, Pod, ReplicaSet } from '../../operators/kit/kinds.js'
import { describeWith } from '../kit/needs.js'
import { RunningCluster } from '../kit/running-cluster.js'

const namespace = 'default'

describeWith(['kubectl'], 'a Deployment on fake nodes', () => {
  let cluster: RunningCluster
  const all = [...operators, fakeNodes({ count: 3 })]
  const kubectl = (line: string) => cluster.api.must(...line.split(' '))
  const rolledOut = () => kubectl('rollout status deployment/web --timeout=30s')
  const images = async () => {
    const { items } = await cluster.client.list(Pod, { namespace })
    return items.filter((pod) => !pod.metadata.deletionTimestamp).map((pod) => pod.spec.containers[0]!.image)
  }
  const gone = () => cluster.until(Pod, { namespace }, (found) => found.length === 0)

  beforeEach(async function () {
    this.timeout(60_000)
    cluster = await RunningCluster.start(...all)
    await cluster.until(Node, {}, (found) => found.filter(({ status }) => status?.allocatable).length === 3)
    await kubectl('create deployment web --image=a --replicas=3')
    expect(await rolledOut()).to.contain('deployment "web" successfully rolled out')
  })

  afterEach(() => cluster.stop())

  it('runs its pods spread over the nodes, and tells what it did', async () => {
    const { items } = await cluster.client.list(Pod, { namespace })
    expect(items.map(({ spec }) => spec.nodeName).sort()).to.deep.equal(['fake-0000', 'fake-0001', 'fake-0002'])
    expect(await kubectl('get deployment web')).to.match(/\nweb +3\/3 +3 +3 /)
    expect(await kubectl('get rs')).to.match(/\nweb-[a-z0-9]+ +3 +3 +3 /)
    await cluster.until(Pod, { namespace }, (found) => found.every((pod) => pod.status?.phase === 'Running'))
    const told = await kubectl('describe deployment web')
    expect(told).to.match(/Progressing +True +NewReplicaSetAvailable/)
    expect(told).to.match(/ScalingReplicaSet .* Scaled up replica set web-[a-z0-9]+ from 0 to 3/)
    expect(told).to.match(/NewReplicaSet: +web-[a-z0-9]+ \(3\/3 replicas created\)/)
    const events = await kubectl('get events')
    expect(events).to.match(/SuccessfulCreate +replicaset\/web-[a-z0-9]+ +Created pod: web-/)
    expect(events).to.match(/Scheduled +pod\/web-[a-z0-9-]+ +Successfully assigned default\/web-/)
  })

  it('is scaled up and down', async () => {
    await kubectl('scale deployment/web --replicas=10')
    await rolledOut()
    expect(await images()).to.have.length(10)
    await kubectl('scale deployment/web --replicas=2')
    await cluster.until(Pod, { namespace }, (found) => found.length === 2)
    expect(await rolledOut()).to.contain('successfully rolled out')
  })

  it('rolls a new image out, and back by number, and shows its history', async () => {
    await kubectl('set image deployment/web a=b')
    await kubectl('annotate deployment/web kubernetes.io/change-cause=better')
    await rolledOut()
    expect(await images()).to.deep.equal(['b', 'b', 'b'])
    expect(await kubectl('rollout history deployment/web')).to.match(/\n1 +<none>\n2 +better\n/)
    expect(await kubectl('rollout history deployment/web --revision=1')).to.match(/Image:\s+a/)
    await kubectl('rollout undo deployment/web')
    await rolledOut()
    expect(await images()).to.deep.equal(['a', 'a', 'a'])
    expect(await kubectl('rollout history deployment/web')).to.match(/\n2 +better\n3 +/)
    await kubectl('rollout undo deployment/web --to-revision=2')
    await rolledOut()
    expect(await images()).to.deep.equal(['b', 'b', 'b'])
    expect((await cluster.client.list(ReplicaSet, { namespace })).items).to.have.length(2)
  })

  it('is paused, changed, resumed and restarted', async () => {
    await kubectl('rollout pause deployment/web')
    await kubectl('set image deployment/web a=b')
    await cluster.until(
      Deployment,
      { namespace },
      ([web]) => web?.status?.observedGeneration === web?.metadata.generation,
    )
    expect(await images()).to.deep.equal(['a', 'a', 'a'])
    await kubectl('rollout resume deployment/web')
    await rolledOut()
    expect(await images()).to.deep.equal(['b', 'b', 'b'])
    await kubectl('rollout restart deployment/web')
    await rolledOut()
    expect((await cluster.client.list(ReplicaSet, { namespace })).items).to.have.length(3)
  })

  it('replaces a pod that is deleted, and all of them at once by Recreate', async () => {
    const [pod] = (await cluster.client.list(Pod, { namespace })).items
    await kubectl(`delete pod ${pod!.metadata.name}`)
    await rolledOut()
    expect(await images()).to.have.length(3)
    const strategy = { type: 'Recreate', rollingUpdate: null }
    await kubectl(`patch deployment web -p ${JSON.stringify({ spec: { strategy } })}`)
    await kubectl('set image deployment/web a=b')
    await rolledOut()
    expect(await images()).to.deep.equal(['b', 'b', 'b'])
  })

  for (const cascade of ['background', 'foreground']) {
    it(`goes with all its pods when it is deleted in the ${cascade}`, async () => {
      await kubectl(`delete deployment web --cascade=${cascade} --timeout=30s`)
      await gone()
      await cluster.until(ReplicaSet, { namespace }, (found) => found.length === 0)
      expect(await kubectl('get deployments,replicasets,pods')).to.equal('')
    })
  }

  it('leaves its pods when it is deleted alone, and a new one of the same template takes them over', async () => {
    const names = async () => (await cluster.client.list(Pod, { namespace })).items.map(({ metadata }) => metadata.name)
    const before = await names()
    await kubectl('delete deployment web --cascade=orphan --timeout=30s')
    await cluster.until(ReplicaSet, { namespace }, ([set]) => !set?.metadata.ownerReferences?.length)
    await kubectl('create deployment web --image=a --replicas=3')
    await rolledOut()
    expect(await names()).to.deep.equal(before)
  })

  it('goes on where it was when the operators start again in the middle', async () => {
    await kubectl('set image deployment/web a=b')
    await cluster.restart(...all)
    await rolledOut()
    expect(await images()).to.deep.equal(['b', 'b', 'b'])
  })

  it('goes with its namespace', async () => {
    await kubectl('create namespace shop')
    await kubectl('create deployment web --image=a --replicas=3 -n shop')
    await kubectl('rollout status deployment/web -n shop --timeout=30s')
    await kubectl('delete namespace shop --timeout=30s')
    expect(await images()).to.have.length(3)
  })
})
