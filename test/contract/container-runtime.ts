/** The contract suite of container runtimes: what plugins/runtime/contract.ts promises, said as tests. Each runtime's own *.test.ts runs it. */
import { expect } from 'chai'
import { type Container, type ContainerRuntime, RuntimeError } from '../../plugins/runtime/contract.js'
import { containerConfig, describeContainer, nextEvent, sandboxConfig } from './runtime-configs.js'

export interface RuntimeUnderTest {
  readonly runtime: ContainerRuntime
  /** An image that is there, or can be pulled. */
  readonly image: string
  readonly logDirectory: string
  /** Commands that, in that image, run until stopped, end with code 3, and can't be started. */
  readonly commands: Readonly<Record<'endless' | 'endsWith3' | 'missing', readonly string[]>>
  /** Called after all tests. */
  readonly dispose: () => Promise<void>
}

/** Runs the suite on one runtime made by `open`. */
export function describeContainerRuntime(title: string, open: () => Promise<RuntimeUnderTest>): void {
  describe(`${title} keeps the contract of container runtimes:`, () => {
    let under: RuntimeUnderTest
    before(async () => {
      under = await open()
      await imageId(under)
    })
    afterEach(async () => {
      for (const sandbox of await under.runtime.listPodSandboxes()) await under.runtime.removePodSandbox(sandbox.id)
    })
    after(() => under.dispose())

    describeImages(() => under)
    describeSandboxes(() => under)
    describeLives(() => under)
  })
}

function describeImages(under: () => RuntimeUnderTest): void {
  it('it says whether it is ready', async () => {
    const { conditions } = await under().runtime.status()
    expect(conditions.map((one) => one.type)).to.have.members(['RuntimeReady', 'NetworkReady'])
    expect(conditions.every((one) => one.status)).to.equal(true)
  })

  it('an image that is here is listed under its id and reference; one that is not here has no status', async () => {
    const { runtime, image } = under()
    const id = await imageId(under())
    expect((await runtime.imageStatus(image))?.id).to.equal(id)
    expect((await runtime.listImages()).map((one) => one.id)).to.include(id)
    expect(await runtime.imageStatus('localhost/never-seen:1')).to.equal(undefined)
  })
}

function describeSandboxes(under: () => RuntimeUnderTest): void {
  it('the same uid and attempt give the same sandbox, another attempt another one', async () => {
    const { runtime, logDirectory } = under()
    const config = sandboxConfig(logDirectory)
    const [first, again] = await Promise.all([runtime.runPodSandbox(config), runtime.runPodSandbox(config)])
    expect(again).to.equal(first)
    expect(await runtime.runPodSandbox({ ...config, attempt: 1 })).not.to.equal(first)
    const listed = await runtime.listPodSandboxes()
    expect(listed.map((one) => one.state)).to.deep.equal(['ready', 'ready'])
    expect(listed.find((one) => one.id === first)?.config).to.deep.equal(config)
  })

  it('each sandbox has an address of its own', async () => {
    const { runtime, logDirectory } = under()
    if ((await runtime.status()).lacks.includes('podNetwork')) return
    await runtime.runPodSandbox(sandboxConfig(logDirectory))
    await runtime.runPodSandbox(sandboxConfig(logDirectory))
    const ips = (await runtime.listPodSandboxes()).flatMap((one) => one.ips)
    expect(new Set(ips).size).to.equal(2)
  })

  it('stopping a sandbox ends what runs in it; stopping and removing again do no harm', async () => {
    const { runtime } = under()
    const { sandbox, id } = await started(under(), 'endless')
    await runtime.stopPodSandbox(sandbox)
    await runtime.stopPodSandbox(sandbox)
    expect((await describeContainer(runtime, id)).state).to.equal('exited')
    expect((await runtime.listPodSandboxes())[0]?.state).to.equal('notReady')
    await expectRefusal(
      () => runtime.createContainer(sandbox, containerConfig(under().image, under().commands.endless)),
      'CreateContainerError',
    )
    await runtime.removePodSandbox(sandbox)
    await runtime.removePodSandbox(sandbox)
    expect(await runtime.listPodSandboxes()).to.deep.equal([])
    expect(await runtime.listContainers()).to.deep.equal([])
  })
}

function describeLives(under: () => RuntimeUnderTest): void {
  it('a container is created, running, then exited with its code, and tells of its start and its end', async () => {
    const { runtime, image, commands, logDirectory } = under()
    const sandbox = await runtime.runPodSandbox(sandboxConfig(logDirectory))
    const config = containerConfig(image, commands.endsWith3)
    const id = await runtime.createContainer(sandbox, config)
    const created = await describeContainer(runtime, id)
    expect(created).to.include({ state: 'created', sandboxId: sandbox })
    expect(created.config).to.deep.equal(config)
    const [start, exit] = [nextEvent(runtime, id, 'started'), nextEvent(runtime, id, 'exited')]
    await runtime.startContainer(id)
    await Promise.all([start, exit])
    const exited = await describeContainer(runtime, id)
    expect(exited).to.include({ state: 'exited', exitCode: 3 })
    expect(timesOf(exited)).to.deep.equal(timesOf(exited).toSorted((a, b) => a - b))
    await runtime.removeContainer(id)
    await runtime.removeContainer(id)
    expect(await runtime.listContainers()).to.deep.equal([])
  })

  it('an endless container runs until it is stopped; stopping again does no harm', async () => {
    const { runtime } = under()
    const { id } = await started(under(), 'endless')
    expect((await describeContainer(runtime, id)).state).to.equal('running')
    const exit = nextEvent(runtime, id, 'exited')
    await runtime.stopContainer(id, 1)
    await exit
    await runtime.stopContainer(id, 1)
    const exited = await describeContainer(runtime, id)
    expect(exited.state).to.equal('exited')
    expect(exited.exitCode).to.be.oneOf([137, 143])
  })

  it('a command that is not there is a StartError, and the container has exited with 128', async () => {
    const { runtime, image, commands, logDirectory } = under()
    const sandbox = await runtime.runPodSandbox(sandboxConfig(logDirectory))
    const id = await runtime.createContainer(sandbox, containerConfig(image, commands.missing))
    await expectRefusal(() => runtime.startContainer(id), 'StartError')
    expect(await describeContainer(runtime, id)).to.include({ state: 'exited', exitCode: 128, reason: 'StartError' })
  })

  it('a container that runs is given other limits, and shows them; one that does not is not', async () => {
    const { runtime } = under()
    const { id } = await started(under(), 'endless')
    const first = { cpuMillicores: 200, cpuRequestMillicores: 100, memoryBytes: 96 << 20 }
    const limits = async () => (await describeContainer(runtime, id)).config.resources
    await runtime.updateContainer(id, first)
    expect(await limits()).to.deep.include(first)
    await runtime.updateContainer(id, { memoryBytes: 128 << 20 })
    await runtime.updateContainer(id, { memoryBytes: 80 << 20, cpuMillicores: 500 })
    expect(await limits()).to.deep.include({ ...first, cpuMillicores: 500, memoryBytes: 80 << 20 })
    await runtime.stopContainer(id, 0)
    await expectRefusal(() => runtime.updateContainer(id, first), 'NotRunning')
  })

  it('a container runs once', async () => {
    const { runtime } = under()
    const { id } = await started(under(), 'endless')
    await expectRefusal(() => runtime.startContainer(id))
  })

  it('removing a running container ends it', async () => {
    const { runtime } = under()
    const { id } = await started(under(), 'endless')
    await runtime.removeContainer(id)
    expect(await runtime.listContainers()).to.deep.equal([])
  })
}

async function started(
  under: RuntimeUnderTest,
  command: 'endless' | 'endsWith3',
): Promise<{ sandbox: string; id: string }> {
  const { runtime, image, commands, logDirectory } = under
  const sandbox = await runtime.runPodSandbox(sandboxConfig(logDirectory))
  const id = await runtime.createContainer(sandbox, containerConfig(image, commands[command]))
  await runtime.startContainer(id)
  return { sandbox, id }
}

/** Pulls it unless it is here. */
async function imageId({ runtime, image }: RuntimeUnderTest): Promise<string> {
  return (await runtime.imageStatus(image))?.id ?? (await runtime.pullImage(image, {}))
}

function timesOf(container: Container): number[] {
  return [container.createdAtMs, container.startedAtMs ?? Number.NaN, container.finishedAtMs ?? Number.NaN]
}

/** Asserts that `act` rejects with a RuntimeError, of that reason when one is given. */
export async function expectRefusal(act: () => Promise<unknown>, reason?: string): Promise<RuntimeError> {
  const outcome = await act().then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(outcome instanceof RuntimeError)) throw new Error(`expected a RuntimeError, got ${String(outcome)}`)
  if (reason) expect(outcome.reason).to.equal(reason)
  return outcome
}
