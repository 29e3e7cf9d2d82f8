/** exec and attach: over a WebSocket in each of Kubernetes' subprotocols, or over SPDY/3.1 for older clients. */
import type { Readable } from 'node:stream'
import type { Clock } from '../../../core/kit/index.js'
import type { ExecSession } from '../../../plugins/runtime/contract.js'
import { type ChannelEncoding, Channels, write } from './channels.js'
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

interface Protocol {
  readonly encoding: ChannelEncoding
  /** How the end is told: a Status, or words where something went wrong and nothing otherwise (before v4). */
  readonly ends: 'status' | 'words'
}

/** In the order of our liking. */
const protocols: Readonly<Record<string, Protocol>> = {
  'v5.channel.k8s.io': { encoding: 'binary', ends: 'status' },
  'v4.channel.k8s.io': { encoding: 'binary', ends: 'status' },
  'v4.base64.channel.k8s.io': { encoding: 'base64', ends: 'status' },
  'channel.k8s.io': { encoding: 'binary', ends: 'words' },
  'base64.channel.k8s.io': { encoding: 'base64', ends: 'words' },
  '': { encoding: 'binary', ends: 'words' },
}

async function serveChannels(remote: RemoteCommand, options: CommandOptions): Promise<void> {
  const name = chooseProtocol(remote.request, Object.keys(protocols))
  const { encoding, ends } = protocols[name] as Protocol
  const channels = new Channels(await acceptWebSocket(remote, name), encoding)
  const tellEnd = async (status: Buffer) => {
    const told = ends === 'status' ? status : wordsOf(status)
    if (told.length) await channels.send(channel.error, told)
    channels.close()
  }
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
    return tellEnd(failure(error))
  }
  for (const go of early) go()
  if (isGone) return session.kill()
  await serve(channels, session, options)
  await tellEnd(await endOf(session, remote.isAttach))
}

/** Of a Status: nothing for success. */
function wordsOf(status: Buffer): Buffer {
  const { status: outcome, message = '' } = JSON.parse(status.toString()) as { status: string; message?: string }
  return Buffer.from(outcome === 'Success' ? '' : message)
}

function take(session: ExecSession | undefined, number: number, bytes: Buffer): Promise<void> | undefined {
  if (number === channel.stdin) return session?.stdin && write(session.stdin, bytes)
  if (number === channel.close && bytes[0] === channel.stdin) session?.stdin?.end()
  if (number === channel.resize) resizeTo(session, bytes.toString())
  return undefined
}

/** Resolves when all that was said is sent. */
async function serve(channels: Channels, session: ExecSession, { stdout, stderr }: CommandOptions): Promise<void> {
  session.stdin?.on('error', () => {})
  await channels.send(stdout ? channel.stdout : stderr ? channel.stderr : channel.error, Buffer.alloc(0))
  const pass = (source: Readable | undefined, number: number, isAsked: boolean) => {
    if (source && isAsked) return channels.pipe(source, number)
    source?.resume()
    return undefined
  }
  await Promise.all([
    pass(session.stdout, channel.stdout, stdout),
    pass(session.stderr, channel.stderr, stderr),
    session.exit.catch(() => {}),
  ])
}
