import { expect } from 'chai'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import type { SandboxConfig } from '../../contract.js'
import { noSecurity } from '../../../../test/contract/runtime-configs.js'
import { ContainerLab } from '../../../../test/kit/container-lab.js'
import { describeWith } from '../../../../test/kit/needs.js'
import { processNeeds } from '../../../../test/kit/process-runtime.js'
import { ownAddress } from '../host/own-address.js'

/** Answers its name, over TCP and UDP. */
const server = (name: string) => [
  process.execPath,
  '-e',
  `const udp = require('dgram').createSocket('udp4', (_, from) => udp.send('${name}', from.port, from.address)).bind(8080)
  require('net').createServer((s) => s.end('${name}')).listen(8080, () => console.log('listening'))`,
]

/** The gateway is the first address of the pod's range. */
const loopbackToNode = [
  'set -e; gateway=$(ip route | sed -n "s/^default via \\([0-9.]*\\).*/\\1/p")',
  'for each in all eth0; do echo 1 > /proc/sys/net/ipv4/conf/$each/route_localnet; done',
  'ip address delete 127.0.0.1/8 dev lo',
  'ip route add 127.0.0.1 via $gateway dev eth0',
].join('; ')

const asking = (host: string, port: number) => [
  process.execPath,
  '-e',
  `require('net').connect(${port}, '${host}').on('error', (e) => console.log(e.code)).setTimeout(300, () => process.exit()).pipe(process.stdout)`,
]

describeWith([...processNeeds, 'nft'], 'Ports of the node', () => {
  const lab = new ContainerLab()
  const port = 20_000 + (process.pid % 10_000)
  before(() => lab.open())
  after(() => lab.close())

  async function serve(name: string, ...portMappings: NonNullable<SandboxConfig['portMappings']>): Promise<string> {
    const sandbox = await lab.newSandbox({ portMappings })
    await lab.untilLogged(await lab.start(server(name), {}, sandbox), 'listening')
    return sandbox
  }

  it('lead to the pod that asks: from the node at each of its addresses, from pods, and from itself', async () => {
    const sandbox = await serve('one', { protocol: 'TCP', containerPort: 8080, hostPort: port })
    expect(await ask('127.0.0.1', port)).to.equal('one')
    expect(await ask(ownAddress(), port)).to.equal('one')
    for (const from of [lab.sandbox, sandbox])
      expect((await lab.runToEnd(asking(ownAddress(), port), {}, from)).stdout).to.deep.equal(['one'])
    await lab.runtime.stopPodSandbox(sandbox)
    expect(await ask('127.0.0.1', port)).to.equal('ECONNREFUSED')
  })

  it('of one number are different ones at another address or by another protocol', async () => {
    await serve('loopback', { protocol: 'TCP', containerPort: 8080, hostPort: port + 1, hostIP: '127.0.0.1' })
    await serve('outside', { protocol: 'TCP', containerPort: 8080, hostPort: port + 1, hostIP: ownAddress() })
    await serve('datagrams', { protocol: 'UDP', containerPort: 8080, hostPort: port + 1, hostIP: ownAddress() })
    expect(await ask('127.0.0.1', port + 1)).to.equal('loopback')
    expect(await ask(ownAddress(), port + 1)).to.equal('outside')
    expect(await askByDatagram(ownAddress(), port + 1)).to.equal('datagrams')
  })

  it("leave the node's own 127.0.0.1 closed to pods, to one besides that routes it to the node", async () => {
    const own = createServer((socket) => socket.end('of the node alone')).listen(0, '127.0.0.1')
    await once(own, 'listening')
    const { port: ownPort } = own.address() as AddressInfo
    const sandbox = await serve('any', { protocol: 'TCP', containerPort: 8080, hostPort: port + 2 })
    const asked = await lab.runToEnd(
      ['sh', '-c', `${loopbackToNode}; exec "$@"`, 'sh', ...asking('127.0.0.1', ownPort)],
      { security: { ...noSecurity, privileged: true } },
      sandbox,
    )
    own.close()
    expect({ stdout: asked.stdout, stderr: asked.stderr }).to.deep.equal({ stdout: [], stderr: [] })
  })

  it('lead there again after a restart of the node', async () => {
    await serve('kept', { protocol: 'TCP', containerPort: 8080, hostPort: port + 3 })
    await lab.runtime.close()
    lab.runtime = await lab.home.open()
    expect(await ask('127.0.0.1', port + 3)).to.equal('kept')
  })
})

function ask(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(port, host)
    socket.on('data', (data) => (text += data.toString()))
    socket.on('end', () => resolve(text))
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''))
  })
}

async function askByDatagram(host: string, port: number): Promise<string> {
  const socket = createSocket('udp4')
  socket.send('who', port, host)
  const [answer] = (await once(socket, 'message')) as [Buffer]
  socket.close()
  return answer.toString()
}
