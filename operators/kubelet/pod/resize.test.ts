import { expect } from 'chai'
import { PodWorld } from '../../../test/kit/pod-world.js'

const amounts = (cpu: string, memory = '64Mi') => ({ requests: { cpu, memory }, limits: { cpu, memory } })
const app = (resources: object, more: object = {}) => ({ name: 'app', image: 'app:1', resources, ...more })

describe('a pod that is resized', () => {
  const began = async (more: object = {}) => new PodWorld({ containers: [app(amounts('100m'), more)] }).start()
  const resize = async (world: PodWorld, resources: object, more: object = {}) => {
    const generation = (world.pod.metadata.generation ?? 1) + 1
    const metadata = { ...world.pod.metadata, generation }
    world.pod = { ...world.pod, metadata, spec: { ...world.pod.spec, containers: [app(resources, more)] } }
    world.worker.update(world.pod)
    return world.settle()
  }
  const limits = async (world: PodWorld) => (await world.runtime.listContainers()).map(({ config }) => config.resources)
  const said = ({ status }: PodWorld) => {
    const [{ resources, allocatedResources } = {}] = status.containerStatuses ?? []
    return { cpu: [resources?.limits?.['cpu'], resources?.requests?.['cpu'], allocatedResources?.['cpu']] }
  }
  const waiting = ({ status }: PodWorld) =>
    (status.conditions ?? [])
      .filter(({ type }) => type.startsWith('PodResize'))
      .map(({ type, reason }) => [type, reason])

  it('says what it has from the start', async () => {
    expect(said(await began())).to.deep.equal({ cpu: ['100m', '100m', '100m'] })
  })

  it('gets the new amounts while it runs on, and says so meanwhile and then', async () => {
    const world = await began()
    await resize(world, amounts('250m', '128Mi'))
    expect(await limits(world)).to.deep.equal([
      { cpuMillicores: 250, cpuRequestMillicores: 250, memoryBytes: 128 * 1024 * 1024 },
    ])
    expect(world.line).to.equal('Running app=running r0 ready')
    expect(said(world)).to.deep.equal({ cpu: ['250m', '250m', '250m'] })
    expect(world.status.observedGeneration).to.equal(2)
    expect(waiting(world)).to.deep.equal([])
    const during = world.written.flatMap(({ conditions }) => conditions ?? [])
    expect(during.find(({ type }) => type === 'PodResizeInProgress')).to.deep.include({
      status: 'True',
      observedGeneration: 2,
    })
    expect(world.events.at(-1)).to.contain('ResizeCompleted')
  })

  it('starts the container again where its policy says so for what has changed', async () => {
    const policy = { resizePolicy: [{ resourceName: 'memory', restartPolicy: 'RestartContainer' }] }
    const world = await began(policy)
    await resize(world, amounts('200m'), policy)
    expect(world.line).to.equal('Running app=running r0 ready')
    await resize(world, amounts('200m', '128Mi'), policy)
    await world.pass(1)
    expect(world.line).to.equal('Running app=running r1 ready')
    expect((await limits(world)).at(-1)?.memoryBytes).to.equal(128 * 1024 * 1024)
  })

  it('waits where the node has no room, keeps what it has, also over a restart, and gets it when there is room', async () => {
    const world = await began()
    world.refusal = { reason: 'Deferred', message: 'no room' }
    await resize(world, amounts('900m'))
    expect(waiting(world)).to.deep.equal([['PodResizePending', 'Deferred']])
    expect(said(world)).to.deep.equal({ cpu: ['100m', '100m', '100m'] })
    await world.finish('app', 1)
    await world.pass(1)
    expect((await limits(world)).at(-1)?.cpuMillicores).to.equal(100)
    world.refusal = undefined
    await world.pass(11)
    expect((await limits(world)).at(-1)?.cpuMillicores).to.equal(900)
    expect(waiting(world)).to.deep.equal([])
  })

  it('tells that the runtime refuses, and tries again', async () => {
    const world = await began()
    const update = world.runtime.updateContainer.bind(world.runtime)
    world.runtime.updateContainer = () => Promise.reject(new Error('more is in use'))
    await resize(world, amounts('100m', '32Mi'))
    expect(waiting(world)).to.deep.equal([['PodResizeInProgress', 'Error']])
    world.runtime.updateContainer = update
    await world.pass(11)
    expect(waiting(world)).to.deep.equal([])
    expect((await limits(world))[0]?.memoryBytes).to.equal(32 * 1024 * 1024)
  })
})
