import { systemClock } from '../../../core/kit/index.js'
import { describeContainerRuntime } from '../../../test/contract/container-runtime.js'
import { FakeRuntime } from './index.js'

describeContainerRuntime('The fake runtime', async () => {
  const lives = { endless: {}, endsWith3: { runsMs: 1, exitCode: 3 }, missing: { startError: 'not found' } }
  const runtime = new FakeRuntime({
    clock: systemClock,
    behaviour: (config) => lives[config.command[0] as keyof typeof lives],
  })
  return {
    runtime,
    image: 'example.com/image:1',
    logDirectory: '/nowhere',
    commands: { endless: ['endless'], endsWith3: ['endsWith3'], missing: ['missing'] },
    dispose: () => runtime.close(),
  }
})
