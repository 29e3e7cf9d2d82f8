/** @kubernetes/client-node as a foreign client: exec, attach, port-forward and logs in its own protocol (v5 and v4.channel.k8s.io). */
import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { PassThrough } from 'node:stream'
import { expect } from 'chai'
import { systemClock } from '../../core/kit/index.js'
import { FakeRuntime } from '../../plugins/runtime/fake/index.js'
import { NodeWorld } from '../kit/node-world.js'

describe('the JavaScript client through the API to a kubelet', function () {
  this.timeout(60_000)
  let world: NodeWorld
  let library: typeof import('@kubernetes/client-node')
  let config: import('@kubernetes/client-node').KubeConfig

  before(async () => {
    const behaviour = () => ({
      prints: ['one', 'two'],
      exec: (command: readonly string[]) => ({ stdout: `${command.join(' ')}\n`, stderr: 'warned\n', exitCode: 3 }),
    })
    world = await NodeWorld.start({ runtime: new FakeRuntime({ clock: systemClock, behaviour }) })
    library = await import('@kubernetes/client-node')
    config = new library.KubeConfig()
    config.loadFromFile(world.kubeconfig)
    const pods = { group: '', version: 'v1', kind: 'Pod', plural: 'pods', namespaced: true }
    const spec = { nodeName: 'node-1', containers: [{ name: 'app', image: 'app:1', stdin: true }] }
    await world.client.create(pods, { metadata: { name: 'web', namespace: 'default' }, spec })
    await world.until('web runs', async () => {
      const pod = await world.client.get(pods, { namespace: 'default', name: 'web' })
      return (pod['status'] as { phase?: string } | undefined)?.phase === 'Running'
    })
  })
  after(() => world?.close())

  const collected = (stream: PassThrough) => {
    const text = { is: '' }
    stream.on('data', (chunk) => (text.is += chunk))
    return text
  }

  it('runs a command: both outputs, and the exit code in the status', async () => {
    const [out, err] = [new PassThrough(), new PassThrough()]
    const [shown, warned] = [collected(out), collected(err)]
    const status = await new Promise<import('@kubernetes/client-node').V1Status>((resolve) => {
      void new library.Exec(config).exec('default', 'web', 'app', ['say', 'hello'], out, err, null, false, resolve)
    })
    expect(shown.is).to.equal('say hello\n')
    expect(warned.is).to.equal('warned\n')
    expect(status.details?.causes?.[0]).to.deep.include({ reason: 'ExitCode', message: '3' })
  })

  it('attaches with input', async () => {
    const [out, input] = [new PassThrough(), new PassThrough()]
    const shown = collected(out)
    const socket = await new library.Attach(config).attach('default', 'web', 'app', out, null, input, false)
    input.write('typed')
    await world.until('it comes back', async () => shown.is === 'typed')
    socket.close()
  })

  it('forwards a port', async () => {
    const forward = new library.PortForward(config)
    const server = createServer((socket) => void forward.portForward('default', 'web', [80], socket, null, socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.write('ping')
    expect(String(await new Promise((resolve) => socket.once('data', resolve)))).to.equal('ping')
    socket.destroy()
    server.close()
  })

  it('follows a log', async () => {
    const out = new PassThrough()
    const shown = collected(out)
    const stop = await new library.Log(config).log('default', 'web', 'app', out, { follow: true })
    await world.until('it is all there', async () => shown.is === 'one\ntwo\n')
    stop.abort()
  })
})
