/** exec and attach over a WebSocket of v5 for kubelets of before 1.36, which take none: translated to SPDY/3.1, as upstream's API does it. */
import type { Duplex, Writable } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import { SpdySession, type SpdyStream } from '../../core/kit/index.js'
import { internalError, type KubeObject } from '../../core/meta/index.js'
import type { SubresourceAnswer, SubresourceRequest } from '../../core/registry/contract.js'
import { endOfCommand } from './end-of-command.js'
import { addressOf, type NodeLink, UnreachableKubelet } from './node-link.js'
import { refusedHandshake, roomBytes, shakeHands } from './socket-server.js'
import { channels, greet, normalEnd, tellEnd, withoutKind } from './told-in-band.js'

export const closingProtocol = 'v5.channel.k8s.io'

const asked = { connection: 'Upgrade', upgrade: 'SPDY/3.1', 'x-stream-protocol-version': 'v4.channel.k8s.io' }
const closeSignal = 255

/** Throws 500 for a node without an address. What else fails is told in band. */
export async function translatedCommand(
  link: NodeLink,
  request: SubresourceRequest,
  { node, path, query }: { readonly node: KubeObject; readonly path: string; readonly query: URLSearchParams },
): Promise<SubresourceAnswer> {
  addressOf(node)
  const refused = refusedHandshake(request)
  if (refused) return refused
  const shake = (socket: Duplex, head: Uint8Array) =>
    shakeHands(socket, head, { request, protocol: closingProtocol }).then((client) => {
      greet(client, query)
      return client
    })
  const upgraded = await link
    .upgrade(node, path, { headers: asked, signal: request.signal })
    .catch((error: unknown) => ({ error }))
  if ('socket' in upgraded) {
    const { socket: wire, head: early } = upgraded
    wire.on('error', () => wire.destroy())
    if (early.length) wire.unshift(early)
    return {
      upgrade: (socket, head) =>
        void shake(socket, head)
          .then((client) => carry(client, wire, query))
          .catch(() => wire.destroy()),
    }
  }
  const told = withoutKind(
    internalError('refused' in upgraded ? refusal(upgraded.refused.body) : failure(upgraded.error)),
  )
  return {
    upgrade: (socket, head) =>
      void shake(socket, head).then(
        (client) => tellEnd(client, told),
        () => {},
      ),
  }
}

const refusal = (body: Buffer): string => `unable to upgrade connection: ${body.toString().trim()}`

function failure(error: unknown): string {
  if (error instanceof UnreachableKubelet) return `error sending request: Post ${error.why}`
  return `unable to upgrade connection: ${error instanceof Error ? error.message : String(error)}`
}

async function carry(client: WebSocket, wire: Duplex, query: URLSearchParams): Promise<void> {
  client.pause()
  const session = new SpdySession(wire, (stream) => stream.destroy())
  void session.run().catch(() => wire.destroy())
  client.on('close', () => wire.destroy())
  const stream = async (streamtype: string, isWanted: boolean) =>
    isWanted ? await session.open({ streamtype }) : undefined
  const isTty = query.has('tty')
  const errors = await session.open({ streamtype: 'error' })
  const stdin = await stream('stdin', query.has('input'))
  const stdout = await stream('stdout', query.has('output'))
  const stderr = await stream('stderr', query.has('error') && !isTty)
  const resize = await stream('resize', isTty)
  readInput(
    client,
    new Map([
      [channels.stdin, stdin],
      [channels.resize, resize],
    ]),
  )
  const said = textOf(errors)
  await Promise.all([copy(stdout, client, channels.stdout), copy(stderr, client, channels.stderr)])
  const told = endOfCommand(await said)
  if (client.readyState === client.OPEN) tellEnd(client, told)
  session.close()
}

/** Messages to their streams, the client waiting while one of them is full. A signal that names no channel ends the connection. */
function readInput(client: WebSocket, streams: ReadonlyMap<number, SpdyStream | undefined>): void {
  const numbers: readonly number[] = Object.values(channels)
  client.on('message', (data: RawData) => {
    const message = data as Buffer
    const [channel = -1, named = -1] = message
    if (channel !== closeSignal) return void write(client, streams.get(channel), message.subarray(1))
    if (message.length !== 2 || !numbers.includes(named)) return client.close(normalEnd)
    streams.get(named)?.end()
  })
  client.resume()
}

function write(client: WebSocket, stream: Writable | undefined, bytes: Buffer): void {
  if (!stream || stream.destroyed || stream.writableEnded || stream.write(bytes)) return
  client.pause()
  const goOn = () => {
    stream.off('drain', goOn).off('close', goOn)
    client.resume()
  }
  stream.on('drain', goOn).on('close', goOn)
}

async function copy(source: SpdyStream | undefined, client: WebSocket, channel: number): Promise<void> {
  if (!source) return
  try {
    for await (const bytes of source as AsyncIterable<Buffer>) {
      const message = Buffer.concat([Buffer.from([channel]), bytes])
      if (client.bufferedAmount < roomBytes) client.send(message)
      else await new Promise<void>((resolve) => client.send(message, () => resolve()))
    }
  } catch {
    // How it ended is told by the stream of errors.
  }
}

/** Empty: the connection broke off. */
async function textOf(errors: SpdyStream): Promise<string> {
  const pieces: Buffer[] = []
  try {
    for await (const bytes of errors as AsyncIterable<Buffer>) pieces.push(bytes)
  } catch {
    // What has come of it is judged.
  }
  return Buffer.concat(pieces).toString()
}
