import { expect } from 'chai'
import type { Duplex } from 'node:stream'
import { expectRefusal } from '../../../../test/contract/container-runtime.js'
import { ContainerLab } from '../../../../test/kit/container-lab.js'
import { describeWith } from '../../../../test/kit/needs.js'
import { processNeeds } from '../../../../test/kit/process-runtime.js'

/** A server that answers `<name>:` and all it was sent, once the client has finished sending. */
const server = (name: string, address: string, port: number) => [
  process.execPath,
  '-e',
  `require('net').createServer({ allowHalfOpen: true }, (s) => { let t = ''; s.on('data', (d) => t += d); s.on('end', () => s.end('${name}:' + t)) })
  .listen(${port}, '${address}', () => console.log('listening'))`,
]

describeWith(processNeeds, 'The pod network', () => {
  const lab = new ContainerLab()
  before(() => lab.open())
  after(() => lab.close())

  async function serve(name: string, address: string, port: number, sandbox: string): Promise<void> {
    await lab.untilLogged(await lab.start(server(name, address, port), {}, sandbox), 'listening')
  }

  it('two pods listen on the same port, and each is reached by the other at its own address', async () => {
    const other = await lab.newSandbox()
    await serve('first', '0.0.0.0', 8080, lab.sandbox)
    await serve('second', '0.0.0.0', 8080, other)
    const ips = new Map((await lab.runtime.listPodSandboxes()).map((one) => [one.id, one.ips[0] ?? '']))
    const ask = (ip: string) => [
      process.execPath,
      '-e',
      `require('net').connect(8080, '${ip}').end('hi').pipe(process.stdout)`,
    ]
    const [one, two] = await Promise.all([
      lab.runToEnd(ask(ips.get(other) ?? ''), {}, lab.sandbox),
      lab.runToEnd(ask(ips.get(lab.sandbox) ?? ''), {}, other),
    ])
    expect(one.stdout).to.deep.equal(['second:hi'])
    expect(two.stdout).to.deep.equal(['first:hi'])
  })

  for (const [title, address, port] of [
    ['every address', '0.0.0.0', 8101],
    ['127.0.0.1 alone', '127.0.0.1', 8102],
    ['::1 alone', '::1', 8103],
  ] as const) {
    it(`a server at ${title} is reached by port-forward, half-closed streams included`, async () => {
      await serve('pod', address, port, lab.sandbox)
      expect(await converse(await lab.runtime.portForward(lab.sandbox, port), 'hello')).to.equal('pod:hello')
    })
  }

  for (const [title, address, port] of [
    ['every address', '0.0.0.0', 8104],
    ['127.0.0.1 alone', '127.0.0.1', 8105],
  ] as const) {
    it(`a server at ${title} that ends first is seen to end, with all that it has sent`, async () => {
      const greeter = [
        process.execPath,
        '-e',
        `require('net').createServer({ allowHalfOpen: true }, (s) => s.end('x'.repeat(1000000))).listen(${port}, '${address}', () => console.log('listening'))`,
      ]
      await lab.untilLogged(await lab.start(greeter, {}, lab.sandbox), 'listening')
      const stream = await lab.runtime.portForward(lab.sandbox, port)
      let bytes = 0
      for await (const chunk of stream.iterator({ destroyOnReturn: false })) bytes += (chunk as Buffer).length
      expect(bytes).to.equal(1_000_000)
      stream.end()
    })
  }

  it('a port where nothing listens is refused', async () => {
    const refusal = await expectRefusal(() => lab.runtime.portForward(lab.sandbox, 9), 'PortForwardError')
    expect(refusal.message).to.contain('connection refused')
  })

  it("a pod on the host's network is reached at the host", async () => {
    const sandbox = await lab.newSandbox({ network: 'host' })
    const port = 20_000 + (process.pid % 10_000)
    await serve('host', '127.0.0.1', port, sandbox)
    expect(await converse(await lab.runtime.portForward(sandbox, port), 'x')).to.equal('host:x')
  })
})

async function converse(stream: Duplex, text: string): Promise<string> {
  let answer = ''
  stream.end(text)
  for await (const chunk of stream) answer += String(chunk)
  return answer
}
