/** An API server and a kubelet on the fake runtime, with the pod `default/web` running: it has printed `ready`, says back what it is told, and `exit N` fails with N. */
import { systemClock } from '../../core/kit/index.js'
import { FakeRuntime } from '../../plugins/runtime/fake/index.js'
import { NodeWorld } from './node-world.js'

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'default' },
  spec: { nodeName: 'node-1', containers: [{ name: 'app', image: 'app:1' }] },
}

/** Needs kubectl. */
export async function startWebPod(): Promise<NodeWorld> {
  const runtime = new FakeRuntime({
    clock: systemClock,
    behaviour: () => ({
      prints: ['ready'],
      exec: ([word = '', ...rest]) =>
        word === 'exit'
          ? { stderr: 'bye\n', exitCode: Number(rest[0]) }
          : { stdout: `${word} ${rest.join(' ')}\n`, exitCode: 0 },
    }),
  })
  const world = await NodeWorld.start({ runtime })
  await world.must(['create', '--validate=false', '-f', '-'], JSON.stringify(pod))
  await world.until('web runs', async () => (await world.phaseOf('web')) === 'Running true 0')
  return world
}
