/** exec, attach and port-forward in each subprotocol that a WebSocket client may offer, through the API to a kubelet whose runtime is the fake one. */
import { once } from 'node:events'
import { expect } from 'chai'
import { WebSocket } from 'ws'
import { describeWith } from '../kit/needs.js'
import type { NodeWorld } from '../kit/node-world.js'
import { startWebPod } from '../kit/web-pod.js'

const bearer = 'base64url.bearer.authorization.k8s.io.'
const say = 'command=say&command=hello&stdout=true'
const exit = 'command=exit&command=7&stdout=true&stderr=true'

describeWith(['kubectl'], 'the subprotocols of exec and port-forward', function () {
  this.timeout(60_000)
  let world: NodeWorld
  let token: string

  before(async () => {
    world = await startWebPod()
    await world.must(['create', 'serviceaccount', 'browser'])
    await world.must([
      'create',
      'role',
      'exec',
      '--verb=get,create',
      '--resource=pods,pods/log,pods/exec,pods/portforward',
    ])
    await world.must(['create', 'rolebinding', 'exec', '--role=exec', '--serviceaccount=default:browser'])
    await world.must(['create', 'role', 'reader', '--verb=get', '--resource=pods,pods/exec'])
    await world.must(['create', 'rolebinding', 'reader', '--role=reader', '--serviceaccount=default:default'])
    token = (await world.must(['create', 'token', 'browser'])).trim()
  })
  after(() => world?.close())

  const addressOf = (path: string) => `wss://127.0.0.1:${world.server.port}/api/v1/namespaces/default/pods/web/${path}`

  /** As httpx-ws asks (the Python client kr8s): no subprotocol at all. */
  const openUnnamed = (path: string) =>
    new WebSocket(addressOf(path), {
      ca: world.authority.certificate,
      headers: { authorization: `Bearer ${token}` },
    })

  /** As a browser asks, which can't send headers: the token is a subprotocol. */
  function open(path: string, protocols: readonly string[], as = token): WebSocket {
    const shown = `${bearer}${Buffer.from(as).toString('base64url')}`
    return new WebSocket(addressOf(path), [shown, ...protocols], { ca: world.authority.certificate })
  }

  interface Heard {
    readonly protocol: string
    /** Text by channel, as it came together. */
    readonly channels: Readonly<Record<number, string>>
    readonly isText: boolean
  }

  async function listen(socket: WebSocket): Promise<Heard> {
    const channels: Record<number, string> = {}
    let isText = false
    socket.on('message', (data: Buffer, isBinary) => {
      isText = !isBinary
      const number = isBinary ? (data[0] as number) : Number(String.fromCharCode(data[0] as number))
      const text = isBinary ? data.toString('utf8', 1) : Buffer.from(data.toString('latin1', 1), 'base64').toString()
      channels[number] = (channels[number] ?? '') + text
    })
    await once(socket, 'close')
    return { protocol: socket.protocol, channels, isText }
  }

  for (const [protocol, isText] of [
    ['v5.channel.k8s.io', false],
    ['v4.channel.k8s.io', false],
    ['v4.base64.channel.k8s.io', true],
  ] as const) {
    it(`${protocol}: output, and a Status at the end`, async () => {
      const heard = await listen(open(`exec?${say}`, [protocol]))
      expect(heard).to.deep.include({ protocol, isText })
      expect([heard.channels[1], JSON.parse(heard.channels[3] ?? '').status]).to.deep.equal(['say hello\n', 'Success'])
      const { channels } = await listen(open(`exec?${exit}`, [protocol]))
      expect([channels[2], JSON.parse(channels[3] ?? '').reason]).to.deep.equal(['bye\n', 'NonZeroExitCode'])
    })
  }

  for (const [protocol, isText] of [
    ['channel.k8s.io', false],
    ['base64.channel.k8s.io', true],
  ] as const) {
    it(`${protocol}: output, and words at the end where something went wrong`, async () => {
      const heard = await listen(open(`exec?${say}`, [protocol]))
      expect(heard).to.deep.equal({ protocol, isText, channels: { 1: 'say hello\n' } })
      const { channels } = await listen(open(`exec?${exit}`, [protocol]))
      expect(channels[3]).to.match(/exit status 7|exit code 7/)
    })
  }

  it('none: as channel.k8s.io, and port-forward too', async () => {
    const heard = await listen(openUnnamed(`exec?${say}`))
    expect(heard).to.deep.equal({ protocol: '', isText: false, channels: { 1: 'say hello\n' } })
    const socket = openUnnamed('portforward?ports=80')
    const [first] = (await once(socket, 'message')) as [Buffer]
    expect(String(first)).to.equal('\0P\0')
    socket.terminate()
  })

  it('v5: the end of what is typed is told on a channel of its own; base64: what is typed comes encoded', async () => {
    const five = open('exec?command=cat&stdin=true&stdout=true', ['v5.channel.k8s.io'])
    const heard = listen(five)
    await once(five, 'open')
    five.send(Buffer.from('\0typed'))
    five.send(Buffer.from([255, 0]))
    expect((await heard).channels[1]).to.equal('typed')
    const encoded = open('exec?command=cat&stdin=true&stdout=true', ['v4.base64.channel.k8s.io'])
    const echoed = new Promise<string>((resolve) => {
      let all = ''
      encoded.on('message', (data) => {
        all += Buffer.from(String(data).slice(1), 'base64')
        if (all.includes('typed')) resolve(all)
      })
    })
    await once(encoded, 'open')
    encoded.send(`0${Buffer.from('typed').toString('base64')}`)
    expect(await echoed).to.contain('typed')
    encoded.terminate()
  })

  it('says nothing of an output that was not asked for', async () => {
    const { channels } = await listen(open('exec?command=exit&command=7&stdout=true', ['v4.channel.k8s.io']))
    expect(channels).to.not.have.property('2')
  })

  for (const [protocols, isText] of [
    [[], false],
    [['binary.k8s.io'], false],
    [['base64.binary.k8s.io'], true],
  ] as const) {
    it(`a log over WebSocket (${protocols[0] ?? 'no subprotocol'}): an empty message, then its bytes`, async () => {
      const headers = { authorization: `Bearer ${token}` }
      const url = `wss://127.0.0.1:${world.server.port}/api/v1/namespaces/default/pods/web/log`
      const socket = new WebSocket(url, [...protocols], { ca: world.authority.certificate, headers })
      const heard: string[] = []
      socket.on('message', (data: Buffer, isBinary) => {
        expect(isBinary).to.equal(!isText)
        heard.push(isText ? Buffer.from(data.toString(), 'base64').toString() : data.toString())
      })
      const [code] = (await once(socket, 'close')) as [number]
      expect([code, socket.protocol, heard[0], heard.join('')]).to.deep.equal([1000, protocols[0] ?? '', '', 'ready\n'])
    })
  }

  it('the best that both know is taken, whatever the order', async () => {
    const { protocol } = await listen(open(`exec?${say}`, ['channel.k8s.io', 'v4.channel.k8s.io', 'v9.channel.k8s.io']))
    expect(protocol).to.equal('v4.channel.k8s.io')
  })

  it('refuses subprotocols that nobody knows, and who may only get', async () => {
    const refusal = async (socket: WebSocket) => {
      socket.on('error', () => {})
      const [, answer] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }]
      socket.terminate()
      return answer.statusCode
    }
    expect(await refusal(open(`exec?${say}`, ['v9.channel.k8s.io']))).to.equal(400)
    const getter = (await world.must(['create', 'token', 'default'])).trim()
    expect(await refusal(open(`exec?${say}`, ['v4.channel.k8s.io'], getter))).to.equal(403)
    expect(await refusal(open(`exec?${say}`, ['v4.channel.k8s.io'], 'nonsense'))).to.equal(401)
  })

  for (const [protocol, greeting] of [
    ['v4.channel.k8s.io', '\0P\0'],
    ['v4.base64.channel.k8s.io', `0${Buffer.from('P\0').toString('base64')}`],
  ] as const) {
    it(`port-forward over ${protocol}: each channel begins with its port`, async () => {
      const socket = open('portforward?ports=80', [protocol])
      const [first] = (await once(socket, 'message')) as [Buffer]
      expect(String(first)).to.equal(greeting)
      socket.terminate()
    })
  }
})
