/** Watches and logs over WebSocket: each event a message, as fabric8's client and browsers ask for them. */
import { once } from 'node:events'
import { expect } from 'chai'
import { type ClientOptions, WebSocket } from 'ws'
import { loadBuiltIns, wholeTypes } from '../../core/schema/index.js'
import { decodeProtobuf } from '../../core/schema/protobuf/index.js'
import { TestServer } from '../kit/server.js'

const configMaps = '/api/v1/namespaces/default/configmaps'
const cm = (name: string, data: object = {}) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data })
const bearer = 'base64url.bearer.authorization.k8s.io.'

describe('a watch over WebSocket', () => {
  let server: TestServer
  let token: string
  before(async () => {
    server = await TestServer.start()
    await server.must('create', 'serviceaccount', 'browser')
    await server.must(
      'create',
      'clusterrolebinding',
      'browser',
      '--clusterrole=view',
      '--serviceaccount=default:browser',
    )
    token = (await server.must('create', 'token', 'browser')).trim()
  })
  after(() => server.stop())

  function open(path: string, protocols: readonly string[] = [], headers: ClientOptions['headers'] = {}): WebSocket {
    const shown = { authorization: `Bearer ${token}`, ...headers }
    const ca = server.authority.certificate
    const isBrowser = protocols.some((protocol) => protocol.startsWith(bearer))
    return new WebSocket(`wss://127.0.0.1:${server.server.port}${path}`, [...protocols], {
      ca,
      headers: isBrowser ? {} : shown,
    })
  }

  interface Message {
    readonly bytes: Buffer
    readonly isBinary: boolean
  }

  /** Messages as they come. */
  function messagesOf(socket: WebSocket): () => Promise<Message> {
    const come: Message[] = []
    let wake = () => {}
    socket.on('message', (data: Buffer, isBinary) => {
      come.push({ bytes: data, isBinary })
      wake()
    })
    return async () => {
      while (come.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      return come.shift() as Message
    }
  }

  async function refusal(socket: WebSocket): Promise<{ readonly status: number; readonly text: string }> {
    socket.on('error', () => {})
    const [, answer] = (await once(socket, 'unexpected-response')) as [
      unknown,
      AsyncIterable<Buffer> & { statusCode: number },
    ]
    let text = ''
    for await (const piece of answer) text += piece
    socket.terminate()
    return { status: answer.statusCode, text }
  }

  const create = (name: string, data?: object) => server.ask(configMaps, { method: 'POST', body: cm(name, data) })

  it('JSON: each event one text message, those that come together too', async () => {
    for (const name of ['a', 'b', 'c']) await create(name, { text: 'ä\n' })
    const socket = open(
      `${configMaps}?watch=true&labelSelector=!none&allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan`,
    )
    const next = messagesOf(socket)
    const seen: string[] = []
    for (;;) {
      const { bytes, isBinary } = await next()
      const { type, object } = JSON.parse(bytes.toString())
      seen.push(`${type} ${isBinary ? 'binary' : 'text'} ${bytes.at(-1)} ${object.metadata.name ?? ''}`)
      if (type === 'BOOKMARK') break
    }
    expect(seen.filter((line) => !line.includes('kube-root'))).to.deep.equal([
      'ADDED text 10 a',
      'ADDED text 10 b',
      'ADDED text 10 c',
      'BOOKMARK text 10 ',
    ])
    await create('d')
    expect(JSON.parse((await next()).bytes.toString()).object.metadata.name).to.equal('d')
    expect(socket.protocol).to.equal('')
    socket.terminate()
  })

  it('protobuf: each event one binary message, without the length before it', async () => {
    const builtIns = loadBuiltIns(new URL('../../crds/generated/', import.meta.url))
    const typeOf = wholeTypes(() => builtIns.definitions, builtIns.types)
    await create('binary', { a: 'b' })
    const headers = { accept: 'application/vnd.kubernetes.protobuf;stream=watch' }
    const socket = open(`${configMaps}?watch=true&fieldSelector=metadata.name=binary`, [], headers)
    const { bytes, isBinary } = await messagesOf(socket)()
    expect(isBinary).to.equal(true)
    expect([bytes[0], bytes.toString('latin1', 2, 7)]).to.deep.equal([0x0a, 'ADDED'])
    const embedded = bytes.subarray(bytes.indexOf('k8s\0'))
    expect(decodeProtobuf(embedded, typeOf)).to.deep.include({ kind: 'ConfigMap', data: { a: 'b' } })
    socket.terminate()
  })

  it('a browser shows its token as a subprotocol; another one that it offers is chosen', async () => {
    const shown = `${bearer}${Buffer.from(token).toString('base64url')}`
    const socket = open(`${configMaps}?watch=true`, [shown, 'base64.binary.k8s.io'])
    const { isBinary } = await messagesOf(socket)()
    expect([socket.protocol, isBinary]).to.deep.equal(['base64.binary.k8s.io', false])
    socket.terminate()
  })

  it('ends with a close frame when its time is over, and goes on where it was left', async () => {
    const { json } = await create('before')
    const path = `${configMaps}?watch=true&resourceVersion=${json.metadata.resourceVersion}`
    const [code] = (await once(open(`${path}&timeoutSeconds=1`), 'close')) as [number]
    expect(code).to.equal(1000)
    await create('meanwhile')
    const socket = open(path)
    expect(JSON.parse((await messagesOf(socket)()).bytes.toString()).object.metadata.name).to.equal('meanwhile')
    socket.close()
    expect((await once(socket, 'close'))[0]).to.equal(1005)
  })

  it('what is sent to it is read and forgotten, pings are answered', async () => {
    const socket = open(`${configMaps}?watch=true&labelSelector=never=there`)
    await once(socket, 'open')
    socket.send('hello?')
    socket.ping('are you there')
    expect(String((await once(socket, 'pong'))[0])).to.equal('are you there')
    socket.terminate()
  })

  it('what is refused is answered with its Status', async () => {
    const future = await refusal(open(`${configMaps}?watch=true&resourceVersion=nonsense`))
    expect([future.status, JSON.parse(future.text).reason]).to.deep.equal([400, 'BadRequest'])
    const secrets = await refusal(open('/api/v1/secrets?watch=true'))
    expect([secrets.status, JSON.parse(secrets.text).reason]).to.deep.equal([403, 'Forbidden'])
    const list = await refusal(open(configMaps))
    expect([list.status, JSON.parse(list.text).kind]).to.deep.equal([200, 'ConfigMapList'])
  })

  it('an upgrade to something else is passed over: the watch comes as it always does', async () => {
    const headers = { connection: 'Upgrade', upgrade: 'h2c' }
    const watch = await server.follow(`${configMaps}?watch=true&fieldSelector=metadata.name=a`, { headers })
    expect([watch.status, (await watch.next()).object.metadata.name]).to.deep.equal([200, 'a'])
    watch.end()
  })
})
