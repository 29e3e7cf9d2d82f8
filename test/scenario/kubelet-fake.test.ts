/** kubectl against a real API and a real kubelet whose runtime is the fake one: all ways between them, without containers. */
import { connect } from 'node:net'
import { expect } from 'chai'
import { systemClock } from '../../core/kit/index.js'
import { FakeRuntime } from '../../plugins/runtime/fake/index.js'
import { describeWith } from '../kit/needs.js'
import { finished, NodeWorld } from '../kit/node-world.js'

const pod = (name: string, more: object = {}) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    spec: {
      nodeName: 'node-1',
      terminationGracePeriodSeconds: 1,
      containers: [{ name: 'app', image: 'app:1' }],
      ...more,
    },
  })

describeWith(['kubectl'], 'kubectl through the API to a kubelet', function () {
  this.timeout(60_000)
  let world: NodeWorld
  let runtime: FakeRuntime

  before(async () => {
    runtime = new FakeRuntime({
      clock: systemClock,
      behaviour: (config) => ({
        prints: ['one', 'two', 'three'],
        ...(config.name === 'once' ? { runsMs: 10, exitCode: 0 } : {}),
        exec: ([word = '', ...rest]) =>
          word === 'exit'
            ? { stderr: 'bye\n', exitCode: Number(rest[0]) }
            : { stdout: `${word} ${rest.join(' ')}\n`, exitCode: 0 },
      }),
    })
    world = await NodeWorld.start({ runtime })
    await world.must(['create', '--validate=false', '-f', '-'], pod('web'))
    await world.until('web runs', async () => (await world.phaseOf('web')) === 'Running true 0')
  })
  after(() => world?.close())

  it('shows the node as Ready with what it has', async () => {
    const node = JSON.parse(await world.must(['get', 'node', 'node-1', '-o', 'json']))
    expect(Number(node.status.capacity.cpu)).to.be.greaterThan(0)
    expect(node.status.conditions.find(({ type }: { type: string }) => type === 'Ready').status).to.equal('True')
    expect(await world.must(['get', 'lease', '-n', 'kube-node-lease', 'node-1', '-o', 'name'])).to.contain('node-1')
  })

  it("shows the pod's conditions without words of an earlier state", async () => {
    const path = 'jsonpath={.status.conditions[?(@.type=="Ready")]}'
    const ready = JSON.parse(await world.must(['get', 'pod', 'web', '-o', path]))
    expect(ready).to.have.property('status', 'True')
    expect(ready).to.not.have.any.keys('message', 'reason')
  })

  it('nodes/proxy: its pods, their logs and its health', async () => {
    const raw = (path: string) => world.must(['get', '--raw', `/api/v1/nodes/node-1/proxy/${path}`])
    expect(JSON.parse(await raw('pods')).items[0].metadata.name).to.equal('web')
    expect(await raw('healthz')).to.equal('ok')
    expect(await raw('containerLogs/default/web/app?tailLines=1')).to.equal('three\n')
    expect((await world.kubectl(['get', '--raw', '/api/v1/nodes/node-1/proxy/nope'])).code).to.equal(1)
  })

  it('logs: all, the last lines, and with times', async () => {
    expect(await world.must(['logs', 'web'])).to.equal('one\ntwo\nthree\n')
    expect(await world.must(['logs', 'web', '--tail=1'])).to.equal('three\n')
    expect(await world.must(['logs', 'web', '--tail=1', '--timestamps'])).to.match(/^\d{4}-\S+Z three\n$/)
  })

  it('logs: says what is wrong', async () => {
    expect((await world.kubectl(['logs', 'web', '-c', 'nope'])).err).to.contain(
      'container nope is not valid for pod web',
    )
    expect((await world.kubectl(['logs', 'web', '--previous'])).err).to.contain(
      'previous terminated container "app" in pod "web" not found',
    )
  })

  it('exec: output, exit code, stdin', async function () {
    // kubectl 1.32 itself drops what comes before it has opened its streams, and the fake runtime answers at once: on a busy machine it loses that race now and then.
    this.retries(3)
    expect(await world.must(['exec', 'web', '--', 'say', 'hello'])).to.equal('say hello\n')
    const failed = await world.kubectl(['exec', 'web', '--', 'exit', '7'])
    expect([failed.code, failed.err]).to.satisfy(([code, err]: [number, string]) => code === 7 && err.includes('bye'))
    expect(await world.must(['exec', '-i', 'web', '--', 'cat'], 'typed\n')).to.equal('typed\n')
  })

  it('exec over SPDY/3.1, as older clients speak it: output, exit code, stdin, and what can not be', async () => {
    const old = (words: readonly string[], input?: string) =>
      finished(world.spawn(['exec', ...words], { KUBECTL_REMOTE_COMMAND_WEBSOCKETS: 'false' }), input)
    expect((await old(['web', '--', 'say', 'hello'])).out).to.equal('say hello\n')
    const failed = await old(['web', '--', 'exit', '7'])
    expect(failed.code).to.equal(7)
    expect(failed.err).to.include('bye')
    expect((await old(['-i', 'web', '--', 'cat'], 'typed\n')).out).to.equal('typed\n')
    expect((await old(['web', '-c', 'nope', '--', 'say'])).err).to.contain('container nope is not valid for pod web')
  })

  for (const isOld of [false, true]) {
    const how = isOld ? 'over SPDY/3.1' : 'over a WebSocket'
    it(`port-forward ${how}: bytes both ways, several times`, () =>
      forwardsBothWays(isOld ? { KUBECTL_PORT_FORWARD_WEBSOCKETS: 'false' } : {}))
  }

  async function forwardsBothWays(environment: Record<string, string>): Promise<void> {
    const child = world.spawn(['port-forward', 'pod/web', ':80'], environment)
    const port = await new Promise<number>((resolve, reject) => {
      let said = ''
      child.stdout?.on('data', (chunk) => {
        said += chunk
        const match = /127\.0\.0\.1:(\d+) ->/.exec(said)
        if (match) resolve(Number(match[1]))
      })
      child.once('exit', () => reject(new Error(said)))
    })
    for (const size of [5, 300_000]) {
      const sent = Buffer.alloc(size, 'x')
      const back = await new Promise<number>((resolve) => {
        let got = 0
        const socket = connect(port, '127.0.0.1')
        socket.on('data', (chunk) => {
          got += chunk.length
          if (got === size) socket.end()
        })
        socket.on('close', () => resolve(got))
        socket.write(sent)
      })
      expect(back).to.equal(size)
    }
    child.kill()
  }

  it('kubectl debug: a container is added to a pod that runs, and attached to', async function () {
    this.retries(3)
    const spawned = world.spawn(['debug', 'web', '--image=tools:1', '--container=tools', '--', 'sleep'], {})
    expect((await finished(spawned)).code).to.equal(0)
    const state = 'jsonpath={.status.ephemeralContainerStatuses[?(@.name=="tools")].state.running.startedAt}'
    await world.until('it runs', async () => (await world.must(['get', 'pod', 'web', '-o', state])) !== '')
    expect(await world.must(['exec', 'web', '-c', 'tools', '--', 'say', 'hello'])).to.equal('say hello\n')
    expect(await world.must(['logs', 'web', '-c', 'tools'])).to.equal('one\ntwo\nthree\n')
    expect(await world.phaseOf('web')).to.equal('Running true 0')
  })

  it('a pod that ends succeeds; a deleted one goes', async () => {
    await world.must(
      ['create', '--validate=false', '-f', '-'],
      pod('job', { restartPolicy: 'Never', containers: [{ name: 'once', image: 'app:1' }] }),
    )
    await world.until('job succeeds', async () => (await world.phaseOf('job')).startsWith('Succeeded'))
    await world.must(['delete', 'pod', 'web', 'job'])
    expect(await runtime.listPodSandboxes()).to.deep.equal([])
  })

  it('a configMap volume holds its files and follows them; env comes from it too', async () => {
    await world.must(['create', 'configmap', 'settings', '--from-literal=colour=blue'])
    const more = {
      volumes: [{ name: 'v', configMap: { name: 'settings' } }],
      containers: [
        {
          name: 'app',
          image: 'app:1',
          env: [{ name: 'COLOUR', valueFrom: { configMapKeyRef: { name: 'settings', key: 'colour' } } }],
          volumeMounts: [{ name: 'v', mountPath: '/etc/v' }],
        },
      ],
    }
    await world.must(['create', '--validate=false', '-f', '-'], pod('reader', more))
    await world.until('reader runs', async () => (await world.phaseOf('reader')) === 'Running true 0')
    const container = (await runtime.listContainers()).find(({ config }) =>
      config.mounts.some(({ containerPath }) => containerPath === '/etc/v'),
    )
    expect(container?.config.env).to.deep.include({ name: 'COLOUR', value: 'blue' })
    const path = container?.config.mounts.find(({ containerPath }) => containerPath === '/etc/v')?.hostPath ?? ''
    const { readFileSync } = await import('node:fs')
    expect(readFileSync(`${path}/colour`, 'utf8')).to.equal('blue')
    await world.must(['patch', 'configmap', 'settings', '-p', '{"data":{"colour":"red"}}'])
    await world.until('the file is red', async () => readFileSync(`${path}/colour`, 'utf8') === 'red')
  })

  it('a missing configMap keeps the pod waiting and is told as an event', async () => {
    const more = { volumes: [{ name: 'v', configMap: { name: 'absent' } }] }
    await world.must(['create', '--validate=false', '-f', '-'], pod('waits', more))
    await world.until('the event is there', async () =>
      (await world.must(['get', 'events', '-o', 'jsonpath={.items[*].message}'])).includes(
        'configmap "absent" not found',
      ),
    )
    expect(await world.phaseOf('waits')).to.equal('Pending false 0')
  })

  it('a new kubelet adopts what runs', async () => {
    const before = await runtime.listContainers()
    await world.stopKubelet()
    await world.startKubelet()
    await world.until('reader runs', async () => (await world.phaseOf('reader')) === 'Running true 0')
    expect(await runtime.listContainers()).to.deep.equal(before)
  })

  it('its own server lets nobody in but the API', async () => {
    const node = JSON.parse(await world.must(['get', 'node', 'node-1', '-o', 'json']))
    const { request } = await import('node:https')
    const ask = (pair: { certificate: string; key: string } | undefined) =>
      new Promise<string>((resolve) => {
        const options = {
          host: '127.0.0.1',
          port: node.status.daemonEndpoints.kubeletEndpoint.Port,
          path: '/pods',
          ca: world.authority.certificate,
          agent: false,
        }
        const sent = request({ ...options, ...(pair ? { cert: pair.certificate, key: pair.key } : {}) }, (response) =>
          resolve(String(response.statusCode)),
        )
        sent.on('error', () => resolve('refused'))
        sent.end()
      })
    expect(await ask(undefined)).to.equal('refused')
    expect(await ask(world.authority.issue({ commonName: 'operon-admin', usage: 'client' }))).to.equal('403')
    expect(await ask(world.authority.issue({ commonName: 'operon-api-kubelet-client', usage: 'client' }))).to.equal(
      '200',
    )
  })
})
