/** exec and attach over a WebSocket: v5.channel.k8s.io and v4.channel.k8s.io. */
import type { Container, ContainerRuntime, ExecSession } from '../../../plugins/runtime/contract.js'
import { Channels, write } from './channels.js'
import { HttpError } from './http-error.js'
import { isTrueParameter } from '../../../core/meta/index.js'
import { type Upgrade, acceptWebSocket, chooseProtocol } from './web-socket.js'

export interface RemoteCommand extends Upgrade {
  readonly runtime: ContainerRuntime
  readonly container: Container
  readonly isAttach: boolean
}

const channel = { stdin: 0, stdout: 1, stderr: 2, error: 3, resize: 4, close: 255 } as const

/** Throws an HttpError before the upgrade when the request is wrong or the command can't be run. */
export async function openRemoteCommand(url: URL, remote: RemoteCommand): Promise<void> {
  const protocol = chooseProtocol(remote.request, ['v5.channel.k8s.io', 'v4.channel.k8s.io'])
  const query = url.searchParams
  const wants = (short: string, long: string) => isTrueParameter(query.get(short)) || isTrueParameter(query.get(long))
  const stdin = wants('input', 'stdin')
  const tty = isTrueParameter(query.get('tty'))
  const command = query.getAll('command')
  if (!remote.isAttach && !command.length)
    throw new HttpError(400, 'you must specify at least 1 command for the container')
  if (!stdin && !wants('output', 'stdout') && !wants('error', 'stderr')) {
    throw new HttpError(400, 'you must specify at least 1 of stdin, stdout, stderr')
  }
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
    session = await openSession(remote, { command, stdin, tty })
  } catch (error) {
    await channels.send(channel.error, failure(error instanceof Error ? error.message : String(error)))
    return channels.close()
  }
  for (const go of early) go()
  if (isGone) return session.kill()
  await serve(channels, session, remote)
}

function openSession(
  { runtime, container, isAttach }: RemoteCommand,
  wanted: { readonly command: readonly string[]; readonly stdin: boolean; readonly tty: boolean },
): Promise<ExecSession> {
  if (!isAttach) return runtime.exec(container.id, wanted)
  return runtime.attach(container.id, { stdin: wanted.stdin, tty: container.config.tty })
}

function take(session: ExecSession | undefined, number: number, bytes: Buffer): Promise<void> | undefined {
  if (number === channel.stdin) return session?.stdin && write(session.stdin, bytes)
  if (number === channel.close && bytes[0] === channel.stdin) session?.stdin?.end()
  if (number === channel.resize) resize(session, bytes)
  return undefined
}

function resize(session: ExecSession | undefined, bytes: Buffer): void {
  try {
    const { Width, Height } = JSON.parse(bytes.toString()) as { Width?: unknown; Height?: unknown }
    if (Number.isInteger(Width) && Number.isInteger(Height)) session?.resize(Number(Width), Number(Height))
  } catch {
    // A size that is none is left out.
  }
}

/** The end of whoever is attached to a container says nothing of its exit code (upstream's clients take one for a failed attach). */
async function serve(channels: Channels, session: ExecSession, { isAttach }: RemoteCommand): Promise<void> {
  session.stdin?.on('error', () => {})
  await channels.send(channel.stdout, Buffer.alloc(0))
  const piped = [channels.pipe(session.stdout, channel.stdout)]
  if (session.stderr) piped.push(channels.pipe(session.stderr, channel.stderr))
  const end = await session.exit.then(
    (exitCode) => (isAttach || exitCode === 0 ? success : exit(exitCode)),
    (error: unknown) => failure(error instanceof Error ? error.message : String(error)),
  )
  await Promise.all(piped)
  await channels.send(channel.error, end)
  channels.close()
}

const success = Buffer.from(JSON.stringify({ metadata: {}, status: 'Success' }))

function exit(exitCode: number): Buffer {
  return Buffer.from(
    JSON.stringify({
      metadata: {},
      status: 'Failure',
      reason: 'NonZeroExitCode',
      message: `command terminated with non-zero exit code: exit status ${exitCode}`,
      details: { causes: [{ reason: 'ExitCode', message: String(exitCode) }] },
    }),
  )
}

function failure(message: string): Buffer {
  const status = { metadata: {}, status: 'Failure', reason: 'InternalError', message, code: 500 }
  return Buffer.from(JSON.stringify(status))
}
