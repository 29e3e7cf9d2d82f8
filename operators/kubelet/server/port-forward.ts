/** port-forward: SPDY/3.1, plain or tunnelled in a WebSocket (kubectl from 1.31), or plain WebSocket channels (v4.channel.k8s.io, v4.base64.channel.k8s.io, or no subprotocol). */
import type { Duplex } from 'node:stream'
import { createWebSocketStream } from 'ws'
import type { ContainerRuntime } from '../../../plugins/runtime/contract.js'
import { SpdySession, type SpdyStream } from '../../../core/kit/index.js'
import { Channels, write } from './channels.js'
import { HttpError } from './http-error.js'
import { acceptSpdy, isSpdy } from './spdy-upgrade.js'
import { type Upgrade, acceptWebSocket, chooseProtocol } from './web-socket.js'

export interface PortForward extends Upgrade {
  readonly runtime: ContainerRuntime
  readonly sandboxId: string
}

const tunnel = 'SPDY/3.1+portforward.k8s.io'
const inBase64 = 'v4.base64.channel.k8s.io'

/** Throws an HttpError before the upgrade when the request is wrong. */
export async function openPortForward(url: URL, forward: PortForward): Promise<void> {
  if (isSpdy(forward.request)) {
    acceptSpdy(forward, ['portforward.k8s.io'])
    return servePairs(forward.socket, forward)
  }
  const protocol = chooseProtocol(forward.request, [tunnel, 'v4.channel.k8s.io', inBase64, ''])
  if (protocol !== tunnel) {
    const ports = portsOf(url.searchParams)
    const encoding = protocol === inBase64 ? 'base64' : 'binary'
    return serveChannels(new Channels(await acceptWebSocket(forward, protocol), encoding), ports, forward)
  }
  const socket = await acceptWebSocket(forward, protocol)
  return servePairs(createWebSocketStream(socket), forward)
}

async function servePairs(wire: Duplex, forward: PortForward): Promise<void> {
  const pairs = new Pairs(forward)
  await new SpdySession(wire, (stream) => pairs.add(stream)).run().catch(() => wire.destroy())
}

/** Streams come in pairs of one request id: one for errors, one for data. */
class Pairs {
  readonly #waiting = new Map<string, SpdyStream>()
  readonly #forward: PortForward

  constructor(forward: PortForward) {
    this.#forward = forward
  }

  add(stream: SpdyStream): void {
    const { requestid = '', streamtype } = stream.headers
    if (streamtype !== 'data' && streamtype !== 'error') return void stream.destroy()
    const other = this.#waiting.get(requestid)
    if (!other || other.headers['streamtype'] === streamtype) {
      this.#waiting.set(requestid, stream)
      stream.once('close', () => this.#waiting.get(requestid) === stream && this.#waiting.delete(requestid))
      return
    }
    this.#waiting.delete(requestid)
    const [data, errors] = streamtype === 'data' ? [stream, other] : [other, stream]
    void this.#join(data, errors)
  }

  async #join(data: SpdyStream, errors: SpdyStream): Promise<void> {
    errors.resume()
    const port = Number(data.headers['port'])
    try {
      const { runtime, sandboxId } = this.#forward
      joinBoth(data, await runtime.portForward(sandboxId, validPort(port)))
      data.once('close', () => errors.end())
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      errors.end(`error forwarding port ${port}: ${why}`)
      data.end()
      data.resume()
    }
  }
}

/** Each end's end ends the other. */
function joinBoth(one: Duplex, other: Duplex): void {
  one.pipe(other)
  other.pipe(one)
  one.on('error', () => other.destroy())
  other.on('error', () => one.destroy())
  one.once('close', () => other.destroy())
}

/** Port number `i` has the channels 2i for data and 2i + 1 for errors; each begins with the port in two bytes. */
async function serveChannels(
  channels: Channels,
  ports: readonly number[],
  { runtime, sandboxId }: PortForward,
): Promise<void> {
  const targets = new Map<number, Promise<Duplex>>()
  channels.onClose(() => {
    for (const target of targets.values()) target.then((stream) => stream.destroy()).catch(() => {})
  })
  channels.onMessage(async (number, bytes) => {
    const target = await targets.get(number)?.catch(() => undefined)
    if (target) await write(target, bytes)
  })
  await Promise.all(
    ports.map(async (port, at) => {
      const greeting = Buffer.from([port & 255, port >> 8])
      for (const number of [2 * at, 2 * at + 1]) await channels.send(number, greeting)
      const opened = runtime.portForward(sandboxId, port)
      targets.set(2 * at, opened)
      try {
        await channels.pipe(await opened, 2 * at)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        await channels.send(2 * at + 1, Buffer.from(`error forwarding port ${port}: ${why}`))
      }
    }),
  )
  channels.close()
}

function portsOf(query: URLSearchParams): number[] {
  const ports = [...query.getAll('port'), ...query.getAll('ports')].flatMap((text) => text.split(',')).map(Number)
  if (!ports.length) throw new HttpError(400, 'query parameter "port" is required')
  return ports.map(validPort)
}

function validPort(port: number): number {
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new HttpError(400, `"${port}" is not a port`)
  return port
}
