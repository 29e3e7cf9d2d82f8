/** exec and attach: over a WebSocket (v5.channel.k8s.io and v4.channel.k8s.io), or over SPDY/3.1 for older clients. */
import type { Clock } from '../../../core/kit/index.js'
import type { ExecSession } from '../../../plugins/runtime/contract.js'
import { Channels, write } from './channels.js'
import {
  type CommandOptions,
  type CommandTarget,
  commandOptions,
  endOf,
  failure,
  openSession,
  resizeTo,
} from './command-session.js'
import { serveSpdyCommand } from './spdy-command.js'
import { isSpdy } from './spdy-upgrade.js'
import { type Upgrade, acceptWebSocket, chooseProtocol } from './web-socket.js'

export interface RemoteCommand extends Upgrade, CommandTarget {
  readonly clock: Clock
}

const channel = { stdin: 0, stdout: 1, stderr: 2, error: 3, resize: 4, close: 255 } as const

/** Throws an HttpError before the upgrade when the request is wrong. */
export async function openRemoteCommand(url: URL, remote: RemoteCommand): Promise<void> {
  const options = commandOptions(url, remote.isAttach)
  return isSpdy(remote.request) ? serveSpdyCommand(remote, options) : serveChannels(remote, options)
}

async function serveChannels(remote: RemoteCommand, options: CommandOptions): Promise<void> {
  const protocol = chooseProtocol(remote.request, ['v5.channel.k8s.io', 'v4.channel.k8s.io'])
  const channels = new Channels(await acceptWebSocket(remote, protocol))
  let session: ExecSession | undefined
  let isGone = false
  channels.onClose(() => {
    isGone = true
    session?.kill()
  })
  const early: (() => void)[] = []
  channels.onMessage((number, bytes) => {
    if (session) return take(session, number, bytes)
    return new Promise<void>((resolve) =>
      early.push(() => void Promise.resolve(take(session, number, bytes)).then(resolve)),
    )
  })
  try {
    session = await openSession(remote, options)
  } catch (error) {
    await channels.send(channel.error, failure(error))
    return channels.close()
  }
  for (const go of early) go()
  if (isGone) return session.kill()
  await serve(channels, session, remote)
}

function take(session: ExecSession | undefined, number: number, bytes: Buffer): Promise<void> | undefined {
  if (number === channel.stdin) return session?.stdin && write(session.stdin, bytes)
  if (number === channel.close && bytes[0] === channel.stdin) session?.stdin?.end()
  if (number === channel.resize) resizeTo(session, bytes.toString())
  return undefined
}

async function serve(channels: Channels, session: ExecSession, { isAttach }: RemoteCommand): Promise<void> {
  session.stdin?.on('error', () => {})
  await channels.send(channel.stdout, Buffer.alloc(0))
  const piped = [channels.pipe(session.stdout, channel.stdout)]
  if (session.stderr) piped.push(channels.pipe(session.stderr, channel.stderr))
  const end = await endOf(session, isAttach)
  await Promise.all(piped)
  await channels.send(channel.error, end)
  channels.close()
}
