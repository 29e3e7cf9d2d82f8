/** @kubernetes/client-node as a foreign client of real pods: exec, attach, logs that are followed, port-forward. */
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { Attach, CoreV1Api, Exec, KubeConfig, Log, PortForward, type V1Status } from '@kubernetes/client-node'
import { expect } from 'chai'
import { Cluster } from '../kit/cluster.js'
import { follow, TextSink } from '../kit/foreign-client.js'
import { describeWith } from '../kit/needs.js'
import { processNeeds } from '../kit/process-runtime.js'

const namespace = 'default'
const name = 'shell'
const script = 'echo first; while read line; do echo "got $line"; done'
const server = `require('net').createServer((socket) => socket.on('data', (text) => socket.end('echo ' + text))).listen(8080)`

describeWith(processNeeds, 'the JavaScript client against pods', function () {
  this.timeout(60_000)
  let cluster: Cluster
  let config: KubeConfig

  before(async () => {
    cluster = await Cluster.start()
    config = new KubeConfig()
    config.loadFromFile(join(cluster.folder, 'kubeconfig'))
    const image = 'localhost/host'
    const body = {
      metadata: { name },
      spec: {
        terminationGracePeriodSeconds: 1,
        containers: [
          { name: 'app', image, command: ['sh', '-c', script], stdin: true },
          { name: 'server', image, command: [process.execPath, '-e', server] },
        ],
      },
    }
    await config.makeApiClient(CoreV1Api).createNamespacedPod({ namespace, body })
    const pods = await follow(config, '/api/v1/namespaces/default/pods', { fieldSelector: `metadata.name=${name}` })
    await pods.events.until((all) =>
      all.some(({ object }) => {
        const conditions = (object as { status?: { conditions?: { type: string; status: string }[] } }).status
          ?.conditions
        return conditions?.some(({ type, status }) => type === 'Ready' && status === 'True')
      }),
    )
    pods.end()
  })
  after(async function () {
    this.timeout(90_000)
    await cluster?.remove()
  })

  async function exec(command: string[], typed?: string, tty = false) {
    const [out, err] = [new TextSink(), new TextSink()]
    const stdin = typed === undefined ? null : Readable.from([Buffer.from(typed)])
    let ended: (status: V1Status) => void = () => {}
    const status = new Promise<V1Status>((resolve) => (ended = resolve))
    await new Exec(config).exec(namespace, name, 'app', command, out, tty ? null : err, stdin, tty, ended)
    return { status: await status, out: out.text, err: err.text }
  }

  it('runs a command and keeps its two outputs apart', async () => {
    const { status, out, err } = await exec(['sh', '-c', 'echo good; echo bad >&2'])
    expect([status.status, out, err]).to.deep.equal(['Success', 'good\n', 'bad\n'])
  })

  it('tells the exit code of a command that fails', async () => {
    const { status } = await exec(['sh', '-c', 'exit 7'])
    expect([status.status, status.reason]).to.deep.equal(['Failure', 'NonZeroExitCode'])
    expect(status.details?.causes).to.deep.equal([{ reason: 'ExitCode', message: '7' }])
  })

  it('gives a command what is typed', async () => {
    expect((await exec(['head', '-n', '1'], 'typed\n')).out).to.equal('typed\n')
  })

  it('gives a command a terminal', async () => {
    expect((await exec(['sh', '-c', 'test -t 1 && echo terminal'], undefined, true)).out).to.equal('terminal\r\n')
  })

  it('attaches to a container, whose log is followed meanwhile', async () => {
    const log = new TextSink()
    const following = await new Log(config).log(namespace, name, 'app', log, { follow: true })
    expect(await log.until(/first\n/)).to.equal('first\n')
    const out = new TextSink()
    const stdin = new PassThrough()
    const socket = await new Attach(config).attach(namespace, name, 'app', out, new TextSink(), stdin, false)
    stdin.write('hello\n')
    expect(await out.until(/got hello\n/)).to.contain('got hello\n')
    expect(await log.until(/got hello\n/)).to.equal('first\ngot hello\n')
    following.abort()
    socket.close()
  })

  it('reads the last lines of a log', async () => {
    const log = new TextSink()
    await new Log(config).log(namespace, name, 'app', log, { tailLines: 1, timestamps: true })
    expect(await log.until(/\n/)).to.match(/^\d{4}-\d\d-\d\dT[\d:.]+Z got hello\n$/)
  })

  it('forwards a port', async () => {
    const out = new TextSink()
    const input = new PassThrough()
    await new PortForward(config).portForward(namespace, name, [8080], out, new TextSink(), input)
    input.write('over the wire')
    expect(await out.until(/wire/)).to.equal('echo over the wire')
  })
})
