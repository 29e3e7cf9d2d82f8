import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TLSSocket } from 'node:tls'
import { expect } from 'chai'
import { type FunnelServer, serveFunnel } from '../../test/kit/funnel-server.js'
import { takeLongHeads } from './long-heads.js'

/** Sent in records of their own. */
async function send(socket: TLSSocket, text: string, pieceBytes: number): Promise<void> {
  for (let at = 0; at < text.length && socket.writable; at += pieceBytes) {
    socket.write(text.slice(at, at + pieceBytes), 'latin1')
    if (at % (64 * pieceBytes) === 0) await nextTurn()
  }
}

describe('a long head', () => {
  let server: FunnelServer

  before(async () => {
    server = await serveFunnel(async (asked) => {
      const { method, url, headers } = asked
      const body = method === 'POST' ? (await asked.body()).length : 0
      const lengths = [url.length, headers['x-long']?.length ?? 0, Object.keys(headers).length, body]
      const told = Buffer.from(`${method} ${lengths.join(' ')};`)
      if (headers['upgrade'] === undefined) return { status: 200, headers: {}, body: told }
      const upgrade = (socket: NodeJS.WritableStream, head: Uint8Array) => {
        socket.write(`HTTP/1.1 101 Switching Protocols\r\n\r\n${told}`)
        if (head.length > 0) socket.write(Buffer.from(head))
        ;(socket as TLSSocket).on('data', (piece: Buffer) => void socket.write(piece))
      }
      return { status: 101, headers: {}, body: told, upgrade } as never
    })
  })
  after(() => server.close())

  async function told(text: string, pieceBytes: number, until: RegExp): Promise<string> {
    const socket = await server.connected()
    let answer = ''
    const isTold = new Promise<void>((resolve) => {
      socket.on('data', (piece: Buffer) => {
        answer += piece.toString('latin1')
        if (until.test(answer)) resolve()
      })
      socket.on('error', () => resolve()).on('close', () => resolve())
    })
    await send(socket, text, pieceBytes)
    await isTold
    socket.destroy()
    return answer
  }

  const long = 'x'.repeat(300_000)
  for (const pieceBytes of [997, 16_384, 100_000]) {
    it(`is read whole in pieces of ${pieceBytes} bytes, with what comes behind it`, async () => {
      const body = `{\r\n\r\n"a":"${'b'.repeat(70_000)}\n"}`
      const post = `POST /a HTTP/1.1\r\nhost: a\r\nx-long: ${long}\r\ncontent-length: ${body.length}\r\n\r\n${body}`
      const short = 'GET /b HTTP/1.1\r\nhost: a\r\n\r\n'
      const address = `GET /${long} HTTP/1.1\r\nhost: a\r\nx-long: c\r\n\r\n`
      const answer = await told(post + short + address + short + post, pieceBytes, /(;[\s\S]*){5}/)
      const wanted = [
        'POST 2 300000 3 70013',
        'GET 2 0 1 0',
        'GET 300001 1 2 0',
        'GET 2 0 1 0',
        'POST 2 300000 3 70013',
      ]
      expect(answer.match(/(GET|POST) [\d ]+(?=;)/g)).to.deep.equal(wanted)
    })

    it(`of many lines is read whole in pieces of ${pieceBytes} bytes`, async () => {
      const lines = Array.from({ length: 900 }, (_, at) => `x-${at}: ${'y'.repeat(100)}\r\n`).join('')
      const answer = await told(`GET /a HTTP/1.1\r\nhost: a\r\n${lines}\r\n`, pieceBytes, /;/)
      expect(answer).to.contain('GET 2 0 901 0;')
    })

    it(`may ask for an upgrade in pieces of ${pieceBytes} bytes, and what follows is not lost`, async () => {
      const head = `GET /a HTTP/1.1\r\nhost: a\r\nx-long: ${long}\r\nconnection: upgrade\r\nupgrade: echo\r\n\r\n`
      const answer = await told(`${head}first\nsecond\n`, pieceBytes, /second\n/)
      expect(answer).to.match(/GET 2 300000 4 0;first\nsecond\n$/)
    })

    it(`beyond a megabyte is refused in pieces of ${pieceBytes} bytes`, async () => {
      const line = `GET /a HTTP/1.1\r\nhost: a\r\nx-long: ${'x'.repeat(1_200_000)}`
      expect(await told(line, pieceBytes, /431/)).to.contain('HTTP/1.1 431')
      expect(await told(`GET /${'n'.repeat(1_200_000)}`, pieceBytes, /431/)).to.contain('HTTP/1.1 431')
    })
  }

  it('is given to the parser in whole lines, some of them in a turn', async () => {
    const taken: string[] = []
    const place = 5
    class Parser {
      static readonly kOnExecute = place
      incoming: object | null = null;
      [place] = (_parsed: number): void => {}
    }
    const parser = new Parser()
    const socket = Object.assign(new Readable({ read() {} }), { parser })
    socket.on('data', (piece: Buffer) => void taken.push(piece.toString()))
    takeLongHeads(socket as never)
    const piece = Buffer.from('x'.repeat(1000))
    for (let at = 0; at < 33; at++) parser[place](1000)
    for (let at = 0; at < 500; at++) socket.push(piece)
    while (socket.readableLength > 0) await nextTurn()
    expect(taken).to.deep.equal([])
    socket.push('x\r\ny: z\r\ny:')
    socket.push(' z\r\n\r\n')
    while (socket.readableLength > 0) await nextTurn()
    expect(taken.map((text) => text.length)).to.deep.equal([500_009, 8])
  })
})
