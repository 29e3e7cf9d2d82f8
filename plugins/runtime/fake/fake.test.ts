import { tmpdir } from 'node:os'
import { systemClock } from '../../../core/kit/index.js'
import { describeContainerRuntime } from '../../../test/contract/container-runtime.js'
import { FakeRuntime } from './index.js'

describeContainerRuntime('The fake runtime', async () => {
  const runtime = new FakeRuntime({
    clock: systemClock,
    behaviour: ({ command: [word] }) => {
      if (word === 'three') return { runsMs: 1, exitCode: 3 }
      return word === 'missing' ? { startError: 'no such command' } : {}
    },
    hasImage: (reference) => reference === 'app:1',
  })
  return {
    runtime,
    image: 'app:1',
    logDirectory: tmpdir(),
    commands: { endless: ['endless'], endsWith3: ['three'], missing: ['missing'] },
    dispose: () => runtime.close(),
  }
})
