import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { Agent, type RequestOptions, request } from 'node:https'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { expect } from 'chai'
import type { ByteSink, ByteStream, Funnel, FunnelRequest, FunnelResponse } from '../funnel/index.js'
import { silentLog, systemClock, systemRandom } from '../kit/index.js'
import type { StatusError } from '../meta/index.js'
import { Authority, type HttpsServer, type KeyPair, listenHttps } from './index.js'

const json = (value: unknown) => Buffer.from(JSON.stringify(value))

describe('the https server', () => {
  let folder: string
  let authority: Authority
  let serving: KeyPair
  let funnel: Funnel
  let server: HttpsServer
  const agent = new Agent({ keepAlive: true })

  const open = (port = 0) =>
    listenHttps({
      funnel: (asked) => funnel(asked),
      host: '127.0.0.1',
      port,
      serving,
      clientAuthority: authority.certificate,
      mounts: [(router) => void router.get('/only-here', (_, response) => void response.end('here'))],
      clock: systemClock,
      log: silentLog,
    })

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'operon-https-'))
    authority = new Authority(join(folder, 'pki'), { clock: systemClock, random: systemRandom })
    serving = authority.ensure('apiserver', { commonName: 'server', usage: 'server', names: ['127.0.0.1'] })
  })
  after(() => rmSync(folder, { recursive: true }))
  beforeEach(async () => {
    server = await open()
  })
  afterEach(async () => {
    agent.destroy()
    await server.close(0)
  })

  function start(options: RequestOptions): ClientRequest {
    return request({ agent, host: '127.0.0.1', port: server.port, ca: authority.certificate, ...options })
  }

  async function ask(options: RequestOptions, body?: Uint8Array): Promise<{ answer: IncomingMessage; text: string }> {
    const call = start(options)
    call.end(body)
    const [answer] = (await once(call, 'response')) as [IncomingMessage]
    let text = ''
    for await (const piece of answer) text += piece
    return { answer, text }
  }

  const tellSender: Funnel = async ({ sender }) => ({ status: 200, headers: {}, body: json(sender) })

  it('hands over the certificate of a connection, the same object for all its requests', async () => {
    const senders: unknown[] = []
    funnel = async (asked) => {
      senders.push('credentials' in asked.sender && asked.sender.credentials)
      return tellSender(asked)
    }
    const client = authority.issue({ commonName: 'jane', organizations: ['devs', 'ops'], usage: 'client' })
    const own = {
      path: '/',
      cert: client.certificate,
      key: client.key,
      agent: new Agent({ keepAlive: true, maxSockets: 1 }),
    }
    const { text, answer } = await ask(own)
    await ask(own)
    own.agent.destroy()
    const fingerprint = new X509Certificate(client.certificate).fingerprint256.replaceAll(':', '').toLowerCase()
    expect(JSON.parse(text)).to.deep.equal({
      credentials: { certificate: { commonName: 'jane', organizations: ['devs', 'ops'], fingerprint } },
    })
    expect(answer.headers['content-length']).to.equal(String(text.length))
    expect(senders[0]).to.equal(senders[1])
  })

  it('knows a connection without certificate, one of a foreign authority, and bearer tokens', async () => {
    funnel = tellSender
    expect(JSON.parse((await ask({ path: '/' })).text)).to.deep.equal({ credentials: {} })
    const stranger = new Authority(join(folder, 'stranger'), { clock: systemClock, random: systemRandom })
    const forged = stranger.issue({ commonName: 'admin', organizations: ['system:masters'], usage: 'client' })
    const shown = JSON.parse((await ask({ path: '/', cert: forged.certificate, key: forged.key, agent: false })).text)
    expect(shown.credentials).to.have.all.keys('untrusted')
    const nobody = authority.issue({ commonName: '', organizations: ['devs'], usage: 'client' })
    const unnamed = await ask({ path: '/', cert: nobody.certificate, key: nobody.key, agent: false })
    expect(JSON.parse(unnamed.text).credentials).to.have.all.keys('untrusted')
    const withToken = await ask({ path: '/', headers: { authorization: 'Bearer abc.def' } })
    expect(JSON.parse(withToken.text).credentials.bearer).to.equal('abc.def')
    const protocol = `v5.channel.k8s.io, base64url.bearer.authorization.k8s.io.${Buffer.from('tok').toString('base64url')}`
    const browser = await ask({ path: '/', headers: { 'sec-websocket-protocol': protocol } })
    expect(JSON.parse(browser.text).credentials.bearer).to.equal('tok')
    const bearerOf = async (headers: Record<string, string>) =>
      JSON.parse((await ask({ path: '/', headers })).text).credentials.bearer
    expect(await bearerOf({ authorization: 'Bearer tok else' })).to.equal('tok')
    expect(await bearerOf({ authorization: 'Bearer  tok' })).to.equal(undefined)
    const token = protocol.slice(protocol.indexOf('base64url'))
    for (const wrong of [token, `${token}, ${protocol}`, `${protocol}==`])
      expect(await bearerOf({ 'sec-websocket-protocol': wrong }), wrong).to.equal('')
  })

  it('reads bodies when asked, and refuses large ones with 413, announced or not', async () => {
    funnel = async (asked) => {
      try {
        return { status: 200, headers: {}, body: json((await asked.body()).byteLength) }
      } catch (error) {
        return { status: (error as StatusError).code, headers: {}, body: json('refused') }
      }
    }
    expect((await ask({ path: '/', method: 'POST' }, Buffer.alloc(70_000))).text).to.equal('70000')
    const huge = Buffer.alloc(3 * 1024 * 1024 + 1)
    const headers = { 'content-length': huge.length }
    const announced = start({ path: '/', method: 'POST', headers, agent: false })
    announced.on('error', () => {})
    announced.flushHeaders()
    expect(((await once(announced, 'response')) as [IncomingMessage])[0].statusCode).to.equal(413)
    announced.destroy()
    const chunked = start({ path: '/', method: 'POST', headers: { 'transfer-encoding': 'chunked' }, agent: false })
    chunked.on('error', () => {})
    chunked.write(huge)
    expect(((await once(chunked, 'response')) as [IncomingMessage])[0].statusCode).to.equal(413)
    chunked.destroy()
  })

  it('is heard by a client that still sends what is refused', async () => {
    funnel = async (asked) => {
      const failed = await asked.body().catch((error: StatusError) => error)
      return { status: (failed as StatusError).code, headers: {}, body: json('refused') }
    }
    const long = Buffer.alloc(4 * 1024 * 1024)
    for (const head of [`content-length: ${long.length}`, 'transfer-encoding: chunked']) {
      const socket = connectTls({ host: '127.0.0.1', port: server.port, ca: authority.certificate })
      await once(socket, 'secureConnect')
      // Reads nothing until all is sent, as simple clients do.
      const isSent = new Promise<void>((resolve, reject) => {
        socket.once('error', reject)
        socket.write(`POST / HTTP/1.1\r\nhost: a\r\n${head}\r\n\r\n`)
        if (head.startsWith('t')) socket.write(`${long.length.toString(16)}\r\n`)
        socket.write(long, () => resolve())
      })
      await isSent
      let text = ''
      for await (const piece of socket) text += piece
      expect(text, head).to.match(/^HTTP\/1.1 413 .*connection: close.*"refused"$/is)
    }
  })

  it('streams, tells the stream when the client has gone, and says so by the signal', async () => {
    let sink: ByteSink | undefined
    let stopped = () => {}
    const gone = new Promise<void>((resolve) => {
      stopped = resolve
    })
    let signal: AbortSignal | undefined
    const body: ByteStream = {
      start: (given) => {
        sink = given
        given.write(Buffer.from('one\n'))
      },
      stop: () => stopped(),
    }
    funnel = async (asked) => {
      signal = asked.signal
      return { status: 200, headers: { 'content-type': 'text/plain' }, body }
    }
    const call = start({ path: '/', agent: false })
    call.end()
    const [answer] = (await once(call, 'response')) as [IncomingMessage]
    expect(String((await once(answer, 'data'))[0])).to.equal('one\n')
    sink?.write(Buffer.from('two\n'))
    expect(String((await once(answer, 'data'))[0])).to.equal('two\n')
    expect(signal?.aborted).to.equal(false)
    answer.on('error', () => {})
    call.destroy()
    await gone
    expect(signal?.aborted).to.equal(true)
  })

  describe('a body of known length', () => {
    const byteLength = 1_000_003
    let read = 0
    const numbered = (at: number) => at % 251
    const source = {
      byteLength,
      read(target: Buffer) {
        const length = Math.min(target.length, byteLength - read)
        for (let at = 0; at < length; at++) target[at] = numbered(read + at)
        read += length
        return length
      },
    }
    beforeEach(() => {
      read = 0
      funnel = async () => ({ status: 200, headers: { 'content-type': 'x/y' }, body: source })
    })

    it('comes whole, with its length', async () => {
      const call = start({ path: '/' })
      call.end()
      const [answer] = (await once(call, 'response')) as [IncomingMessage]
      expect(answer.headers['content-length']).to.equal(String(byteLength))
      const pieces: Buffer[] = []
      for await (const piece of answer) pieces.push(piece as Buffer)
      const bytes = Buffer.concat(pieces)
      expect(bytes.equals(Buffer.from(Array.from({ length: byteLength }, (_, at) => numbered(at))))).to.equal(true)
    })

    it('is not read for a HEAD', async () => {
      const { answer, text } = await ask({ path: '/', method: 'HEAD' })
      expect([answer.headers['content-length'], text, read]).to.deep.equal([String(byteLength), '', 0])
    })

    it('is read no faster than the client takes it, and no more once that is gone', async () => {
      const endless = { byteLength: 1e12, read: (target: Buffer) => (read += target.length) && target.length }
      let signal: AbortSignal | undefined
      funnel = async (asked) => {
        if (asked.url !== '/endless') return { status: 200, headers: {}, body: json('short') }
        signal = asked.signal
        return { status: 200, headers: {}, body: endless }
      }
      const call = start({ path: '/endless', agent: false })
      call.end()
      const [answer] = (await once(call, 'response')) as [IncomingMessage]
      answer.on('error', () => {})
      // Nobody reads the answer: it comes to a halt when the sockets' buffers are full.
      for (let before = -1; before !== read; ) {
        before = read
        for (let turn = 0; turn < 20; turn++) await ask({ path: '/' })
      }
      expect(read).to.be.greaterThan(0)
      const gone = once(signal as AbortSignal, 'abort')
      call.destroy()
      await gone
      const then = read
      await ask({ path: '/' })
      expect(read).to.equal(then)
    })
  })

  it('lets the funnel take over an upgraded connection, or answers that it may not', async () => {
    let seen: FunnelRequest | undefined
    funnel = async (asked): Promise<FunnelResponse> => {
      seen = asked
      if (asked.url === '/no') return { status: 403, headers: { 'x-why': 'because' }, body: json('no') }
      return {
        status: 101,
        headers: {},
        upgrade: (socket) => {
          socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: echo\r\n\r\n')
          socket.pipe(socket)
        },
      }
    }
    const headers = { connection: 'Upgrade', upgrade: 'echo' }
    const call = start({ path: '/yes', headers, agent: false })
    call.end()
    const [, socket] = (await once(call, 'upgrade')) as [IncomingMessage, import('node:stream').Duplex]
    socket.write('ping')
    expect(String((await once(socket, 'data'))[0])).to.equal('ping')
    expect(seen?.upgrade).to.equal(true)
    socket.destroy()
    const { answer, text } = await ask({ path: '/no', headers, agent: false })
    expect([answer.statusCode, answer.headers['x-why'], text]).to.deep.equal([403, 'because', '"no"'])
  })

  it('answers mounted paths itself and leaves the rest to the funnel', async () => {
    funnel = async () => ({ status: 404, headers: {}, body: json('funnel') })
    expect((await ask({ path: '/only-here' })).text).to.equal('here')
    expect((await ask({ path: '/other' })).text).to.equal('"funnel"')
    expect((await ask({ path: '/api/only-here' })).text).to.equal('"funnel"')
  })

  it('answers 500 when the funnel breaks', async () => {
    funnel = async () => {
      throw new Error('boom')
    }
    const { answer, text } = await ask({ path: '/' })
    expect(answer.statusCode).to.equal(500)
    expect(text).to.contain('"kind":"Status"').and.not.contain('boom')
  })

  it('tells who speaks plain HTTP that this is HTTPS, and ends what is neither', async () => {
    const answerTo = async (words: string) => {
      const socket = connect(server.port, '127.0.0.1')
      socket.on('error', () => {})
      socket.write(words)
      let text = ''
      for await (const piece of socket) text += piece
      return text
    }
    const answer = await answerTo('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(answer).to.match(/^HTTP\/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server/)
    expect(await answerTo('SSH-2.0-OpenSSH_9.2\r\n'.repeat(10))).not.to.contain('HTTP/1')
  })

  it('answers a method that no server knows with 405, and what is no HTTP with 400, as Statuses', async () => {
    const answerTo = async (words: string) => {
      const socket = connectTls({ port: server.port, host: '127.0.0.1', ca: authority.certificate })
      socket.on('error', () => {})
      socket.write(words)
      let text = ''
      for await (const piece of socket) text += piece
      const [head, body] = text.split('\r\n\r\n')
      return { head, status: JSON.parse(body ?? '') }
    }
    const unknown = await answerTo('FROBNICATE /api/v1/pods HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(unknown.head)
      .to.match(/^HTTP\/1.1 405 Method Not Allowed\r\n/)
      .and.contain('application/json')
    expect(unknown.status).to.include({ kind: 'Status', code: 405, reason: 'MethodNotAllowed' })
    const garbage = await answerTo('GET / HTTP/1.1\r\nHost: x\r\nno colon here\r\n\r\n')
    expect(garbage.head).to.match(/^HTTP\/1.1 400 Bad Request\r\n/)
    expect(garbage.status).to.include({ code: 400, reason: 'BadRequest' })
  })

  it('says what to do when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const failure = await open(port).then(
      () => undefined,
      (error: Error) => error,
    )
    expect(failure?.message).to.contain(`port ${port} is already in use`).and.to.contain('--port')
    other.close()
  })
})
