import { expect } from 'chai'
import { VirtualClock } from '../../../core/kit/index.js'
import { FakeRuntime } from '../../../plugins/runtime/fake/index.js'
import type { ProbeMemory } from '../pod/observation.js'
import type { ContainerSpec, Probe } from '../shapes/index.js'
import { ContainerProbes } from './container-probes.js'

/** A running container whose commands end as `answers` says at the time. */
async function probed(probes: Partial<Pick<ContainerSpec, 'startupProbe' | 'livenessProbe' | 'readinessProbe'>>) {
  const clock = new VirtualClock()
  const answers = { code: 0 }
  const behaviour = () => ({ exec: () => ({ stderr: answers.code ? 'no\n' : '', exitCode: answers.code }) })
  const runtime = new FakeRuntime({ clock, behaviour })
  const { containerConfig, sandboxConfig } = await import('../../../test/contract/runtime-configs.js')
  await runtime.pullImage('app:1')
  const sandbox = await runtime.runPodSandbox(sandboxConfig('/nowhere'))
  const containerId = await runtime.createContainer(sandbox, containerConfig('app:1', ['x']))
  await runtime.startContainer(containerId)
  const learned: ProbeMemory[] = []
  const events: string[] = []
  const spec = { name: 'app', ...probes }
  const target = { runtime, clock, containerId, spec, podAddress: '127.0.0.1' }
  const running = new ContainerProbes({
    target,
    startedAtMs: clock.now(),
    learn: (memory) => learned.push(memory),
    tell: ({ message }) => events.push(message),
  })
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      await clock.advance(1000)
      await new Promise((resolve) => setImmediate(resolve))
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { answers, learned, events, running, pass }
}

const probe = (more: Partial<Probe> = {}): Probe => ({ exec: { command: ['check'] }, periodSeconds: 2, ...more })

describe('probes of a container', () => {
  it('readiness comes after enough successes and goes after enough failures, told each time', async () => {
    const { answers, learned, events, pass } = await probed({
      readinessProbe: probe({ successThreshold: 2, failureThreshold: 2 }),
    })
    await pass(1)
    expect(learned).to.deep.equal([])
    await pass(3)
    expect(learned.map(({ ready }) => ready)).to.deep.equal([true])
    answers.code = 1
    await pass(4)
    expect(learned.map(({ ready }) => ready)).to.deep.equal([true, false])
    expect(events[0]).to.equal('Readiness probe failed: no')
  })

  it('liveness waits for the startup probe, then asks for a restart', async () => {
    const { answers, learned, pass } = await probed({
      startupProbe: probe({ failureThreshold: 10 }),
      livenessProbe: probe({ failureThreshold: 1, terminationGracePeriodSeconds: 3 }),
    })
    await pass(1)
    expect(learned.map(({ started }) => started)).to.deep.equal([true])
    answers.code = 1
    await pass(3)
    expect(learned.at(-1)?.failed).to.deep.equal({
      message: 'Container app failed liveness probe, will be restarted',
      graceSeconds: 3,
    })
  })

  it('a startup probe that never succeeds asks for a restart too', async () => {
    const { answers, learned, pass } = await probed({ startupProbe: probe({ failureThreshold: 2 }) })
    answers.code = 1
    await pass(5)
    expect(learned.at(-1)?.failed?.message).to.contain('failed startup probe')
  })

  it('begins after its delay, and ends when it is stopped', async () => {
    const { learned, running, pass } = await probed({ readinessProbe: probe({ initialDelaySeconds: 5 }) })
    await pass(4)
    expect(learned).to.deep.equal([])
    running.stop()
    await pass(10)
    expect(learned).to.deep.equal([])
  })
})
