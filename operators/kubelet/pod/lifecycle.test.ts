import { expect } from 'chai'
import { PodWorld } from '../../../test/kit/pod-world.js'

const once = (exitCode: number) => () => ({ runsMs: 5000, exitCode })

describe('a pod on the kubelet', () => {
  it('runs: sandbox, image, container, in that order, told by events', async () => {
    const world = await new PodWorld({}).start()
    expect(world.line).to.equal('Running app=running r0 ready')
    expect(world.status.podIP).to.equal('10.88.0.1')
    expect(world.status.hostIP).to.equal('10.0.0.1')
    expect(world.status.conditions?.map(({ type, status }) => `${type}=${status}`)).to.deep.equal([
      'PodReadyToStartContainers=True',
      'Initialized=True',
      'Ready=True',
      'ContainersReady=True',
      'PodScheduled=True',
    ])
    expect(world.events.map((event) => event.split(' ')[1])).to.deep.equal(['Pulling', 'Pulled', 'Created', 'Started'])
    expect(world.status.containerStatuses?.[0]?.containerID).to.match(/^fake:\/\/[0-9a-f]{64}$/)
  })

  it("has the node's address where pods share its network", async () => {
    const world = await new PodWorld({}, { hasPodNetwork: false }).start()
    expect(world.status.podIPs).to.deep.equal([{ ip: '10.0.0.1' }])
    expect(world.status.conditions?.[0]).to.deep.include({ type: 'PodReadyToStartContainers', status: 'True' })
  })

  it('shows ContainerCreating before, and Pending', async () => {
    const world = await new PodWorld({}).start()
    expect(world.written[0]?.phase).to.equal('Pending')
    expect(world.written[0]?.containerStatuses?.[0]?.state?.waiting?.reason).to.equal('ContainerCreating')
  })

  it('succeeds when all ends with 0 and nothing is to run again', async () => {
    const world = await new PodWorld({ restartPolicy: 'Never' }, { behaviour: once(0) }).start()
    await world.pass(6)
    expect(world.line).to.equal('Succeeded app=Completed:0 r0')
    expect((await world.runtime.listPodSandboxes())[0]?.state).to.equal('notReady')
  })

  it('fails when a container ends badly under Never', async () => {
    const world = await new PodWorld({ restartPolicy: 'Never' }, { behaviour: once(3) }).start()
    await world.pass(6)
    expect(world.line).to.equal('Failed app=Error:3 r0')
  })

  it('takes guests in while it runs: each runs once, and decides nothing about the pod', async () => {
    const world = await new PodWorld({}, { behaviour: ({ name }) => (name === 'guest' ? once(7)() : {}) }).start()
    const guest = { name: 'guest', image: 'tools:1', stdin: true }
    world.pod = { ...world.pod, spec: { ...world.pod.spec, ephemeralContainers: [guest] } }
    world.worker.update(world.pod)
    await world.settle()
    const seen = () =>
      world.status.ephemeralContainerStatuses?.map(({ name, state, ready }) => ({ name, state, ready }))
    expect(seen()).to.have.lengthOf(1)
    expect(seen()?.[0]).to.have.nested.property('state.running')
    await world.pass(60)
    expect(seen()?.[0]).to.deep.include({ name: 'guest', ready: false })
    expect(seen()?.[0]).to.have.nested.property('state.terminated.exitCode', 7)
    expect(world.line).to.equal('Running app=running r0 ready')
    await world.restartKubelet()
    await world.pass(60)
    expect((await world.runtime.listContainers()).filter(({ config }) => config.name === 'guest')).to.have.lengthOf(1)
    await world.delete()
    await world.pass(35)
    expect(await world.runtime.listContainers()).to.deep.equal([])
  })

  it('restarts under OnFailure until it ends with 0', async () => {
    let exitCode = 1
    const world = await new PodWorld(
      { restartPolicy: 'OnFailure' },
      { behaviour: () => ({ runsMs: 5000, exitCode: exitCode-- }) },
    ).start()
    await world.pass(6)
    expect(world.line).to.equal('Running app=running r1 ready')
    await world.pass(6)
    expect(world.line).to.equal('Succeeded app=Completed:0 r1')
  })

  it('waits with InvalidImageName for an image whose name is none', async () => {
    const world = await new PodWorld({ containers: [{ name: 'app', image: 'Not An Image' }] }).start()
    expect(world.line).to.equal('Pending app=InvalidImageName r0')
    expect(world.events).to.deep.equal([
      `Warning InspectFailed Failed to apply default image tag "Not An Image": couldn't parse image name "Not An Image": invalid reference format`,
      'Warning Failed Error: InvalidImageName',
    ])
  })

  it('backs off from a crash loop: 10, 20, 40 seconds, up to five minutes', async () => {
    const world = await new PodWorld({}, { behaviour: () => ({ runsMs: 1000, exitCode: 1 }) }).start()
    const starts: number[] = []
    let seen = 0
    for (let second = 0; second < 1400; second++) {
      await world.pass(1)
      const attempt = world.status.containerStatuses?.[0]?.restartCount ?? 0
      if (attempt > seen) starts.push(second)
      seen = attempt
    }
    const pauses = starts.slice(1).map((at, index) => at - (starts[index] ?? 0))
    expect(pauses).to.deep.equal([11, 21, 41, 81, 161, 301, 301, 301])
    expect(world.line).to.match(/^Running app=CrashLoopBackOff r9$/)
    expect(world.status.containerStatuses?.[0]?.state?.waiting?.message).to.equal(
      'back-off 5m0s restarting failed container=app pod=web_default(uid-1)',
    )
    expect(world.events).to.include(
      'Warning BackOff Back-off restarting failed container app in pod web_default(uid-1)',
    )
    expect(world.status.containerStatuses?.[0]?.lastState?.terminated?.exitCode).to.equal(1)
  }).timeout(120_000)

  it('runs init containers one after another, then the rest', async () => {
    const initContainers = [
      { name: 'a', image: 'i' },
      { name: 'b', image: 'i' },
    ]
    const behaviour = ({ name }: { name: string }) => (name === 'app' ? {} : { runsMs: 2000 })
    const world = await new PodWorld({ initContainers }, { behaviour }).start()
    expect(world.line).to.equal('Pending a=running r0 b=PodInitializing r0 app=PodInitializing r0')
    await world.pass(2)
    expect(world.line).to.contain('a=Completed:0 r0 ready b=running r0 app=PodInitializing')
    await world.pass(2)
    expect(world.line).to.equal('Running a=Completed:0 r0 ready b=Completed:0 r0 ready app=running r0 ready')
  })

  it('fails when an init container fails under Never, and starts nothing more', async () => {
    const behaviour = ({ name }: { name: string }) => (name === 'a' ? { runsMs: 1000, exitCode: 2 } : {})
    const world = await new PodWorld(
      { initContainers: [{ name: 'a', image: 'i' }], restartPolicy: 'Never' },
      { behaviour },
    ).start()
    await world.pass(2)
    expect(world.line).to.equal('Failed a=Error:2 r0 app=PodInitializing r0')
    expect((await world.runtime.listContainers()).map(({ config }) => config.name)).to.deep.equal(['a'])
  })

  it('keeps a sidecar running beside the rest, and stops it last', async () => {
    const initContainers = [{ name: 'side', image: 'i', restartPolicy: 'Always' as const }]
    const behaviour = ({ name }: { name: string }) => (name === 'app' ? { runsMs: 3000 } : {})
    const world = await new PodWorld({ initContainers, restartPolicy: 'Never' }, { behaviour }).start()
    expect(world.line).to.equal('Running side=running r0 ready app=running r0 ready')
    await world.pass(4)
    expect(world.line).to.equal('Succeeded side=Error:143 r0 app=Completed:0 r0')
  })

  it('shows ErrImagePull, then ImagePullBackOff, and recovers when the image comes', async () => {
    let there = false
    const world = await new PodWorld({}, { hasImage: () => there }).start()
    expect(world.line).to.equal('Pending app=ErrImagePull r0')
    await world.pass(4)
    expect(world.line).to.equal('Pending app=ImagePullBackOff r0')
    there = true
    await world.pass(10)
    expect(world.line).to.equal('Running app=running r0 ready')
  })

  it('never pulls under Never', async () => {
    const containers = [{ name: 'app', image: 'app:1', imagePullPolicy: 'Never' as const }]
    const world = await new PodWorld({ containers }).start()
    expect(world.line).to.equal('Pending app=ErrImageNeverPull r0')
  })

  it('shows why a command could not be started', async () => {
    const behaviour = () => ({ startError: 'exec: "nope": executable file not found in $PATH' })
    const world = await new PodWorld({}, { behaviour }).start()
    expect(world.line).to.match(/^(Pending|Running) app=RunContainerError r\d$/)
    expect(world.status.containerStatuses?.[0]?.state?.waiting?.message).to.contain('executable file not found')
    await world.pass(5)
    expect(world.line).to.match(/app=CrashLoopBackOff r\d$/)
    expect(world.status.containerStatuses?.[0]?.lastState?.terminated?.exitCode).to.equal(128)
  })

  it('waits for its volumes and says what is missing', async () => {
    const world = new PodWorld({})
    world.mountError = 'MountVolume.SetUp failed for volume "config" : configmap "x" not found'
    await world.start()
    expect(world.line).to.equal('Pending app=ContainerCreating r0')
    expect(world.events).to.deep.equal([`Warning FailedMount ${world.mountError}`])
    world.mountError = undefined
    await world.pass(1)
    expect(world.line).to.equal('Running app=running r0 ready')
  })

  it('restarts a container whose image was changed', async () => {
    const world = await new PodWorld({}).start()
    world.pod = { ...world.pod, spec: { ...world.pod.spec, containers: [{ name: 'app', image: 'app:2' }] } }
    world.worker.update(world.pod)
    await world.settle()
    expect(world.line).to.equal('Running app=running r1 ready')
    expect(world.events).to.include('Normal Killing Container app definition changed, will be restarted')
  })

  it('leaves nothing behind when it is deleted, and deletes the object last', async () => {
    const world = await new PodWorld({}).start()
    await world.delete()
    expect(world.isDeleted).to.equal(true)
    expect(world.isDone).to.equal(true)
    expect(world.line).to.equal('Failed app=Error:143 r0')
    expect(world.events.at(-1)).to.equal('Normal Killing Stopping container app')
    expect(await world.runtime.listPodSandboxes()).to.deep.equal([])
  })

  it('gives a stubborn container its grace period and no more', async () => {
    const world = await new PodWorld({}, { behaviour: () => ({ ignoresStop: true }) }).start()
    await world.delete(8)
    await world.pass(7)
    expect(world.isDeleted).to.equal(false)
    await world.pass(2)
    expect(world.isDeleted).to.equal(true)
    expect(world.line).to.equal('Failed app=Error:137 r0')
  })

  it('is ended by its deadline', async () => {
    const world = await new PodWorld({ activeDeadlineSeconds: 20 }).start()
    await world.pass(19)
    expect(world.status.phase).to.equal('Running')
    await world.pass(2)
    expect(world.line).to.equal('Failed app=Error:143 r0')
    expect(world.status.reason).to.equal('DeadlineExceeded')
  })

  it('is adopted by a new kubelet without a restart', async () => {
    const world = await new PodWorld({}).start()
    const before = await world.runtime.listContainers()
    await world.restartKubelet()
    await world.pass(30)
    expect(await world.runtime.listContainers()).to.deep.equal(before)
    expect(world.line).to.equal('Running app=running r0 ready')
  })

  it('starts again after a reboot, one restart more', async () => {
    const world = await new PodWorld({}).start()
    world.runtime.reboot()
    await world.restartKubelet()
    expect(world.line).to.equal('Running app=running r1 ready')
    expect(world.status.containerStatuses?.[0]?.lastState?.terminated?.reason).to.equal('ContainerStatusUnknown')
  })

  it('fails after a reboot under Never', async () => {
    const world = await new PodWorld({ restartPolicy: 'Never' }).start()
    world.runtime.reboot()
    await world.restartKubelet()
    expect(world.line).to.equal('Failed app=ContainerStatusUnknown:137 r0')
  })

  it('stays as it ended after a reboot', async () => {
    const world = await new PodWorld({ restartPolicy: 'Never' }, { behaviour: once(0) }).start()
    await world.pass(6)
    world.runtime.reboot()
    await world.restartKubelet()
    expect(world.line).to.equal('Succeeded app=Completed:0 r0')
  })
})
