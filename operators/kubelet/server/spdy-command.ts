/** exec and attach over SPDY/3.1, as kubectl up to 1.30 speaks it: the client opens a stream for each of error, stdin, stdout, stderr and resize (v4.channel.k8s.io). */
import type { Duplex } from 'node:stream'
import { type Clock, SpdySession, type SpdyStream } from '../../../core/kit/index.js'
import type { ExecSession } from '../../../plugins/runtime/contract.js'
import { type CommandOptions, type CommandTarget, endOf, failure, openSession, resizeTo } from './command-session.js'
import { acceptSpdy } from './spdy-upgrade.js'
import type { Upgrade } from './web-socket.js'

/** How long the client may take to open its streams, as upstream. */
const streamsWithinMs = 30_000
/** A terminal's size is some thirty bytes of JSON. */
const mostSizeBytes = 1024

/** Throws an HttpError before the upgrade when the client speaks no protocol of ours. */
export async function serveSpdyCommand(
  remote: Upgrade & CommandTarget & { readonly clock: Clock },
  options: CommandOptions,
): Promise<void> {
  acceptSpdy(remote, ['v4.channel.k8s.io'])
  const streams = new CommandStreams(wantedStreams(options))
  const connection = new SpdySession(remote.socket, (stream) => streams.add(stream))
  const over = connection.run().catch(() => remote.socket.destroy())
  const deadline = remote.clock.after(streamsWithinMs, () => connection.close())
  const isComplete = await Promise.race([streams.complete.then(() => true), over.then(() => false)])
  deadline.cancel()
  if (!isComplete) return
  let session: ExecSession | undefined
  void over.then(() => session?.kill())
  try {
    session = await openSession(remote, options)
    if (remote.socket.destroyed) return session.kill()
    await carry(session, streams, remote.isAttach)
  } catch (error) {
    streams.of('error').end(failure(error))
    for (const name of ['stdout', 'stderr']) streams.find(name)?.end()
  }
  await streams.written()
  connection.close()
}

function wantedStreams({ stdin, stdout, stderr, tty }: CommandOptions): string[] {
  const wanted = { error: true, stdin, stdout, stderr: stderr && !tty, resize: tty }
  return Object.entries(wanted).flatMap(([name, isWanted]) => (isWanted ? [name] : []))
}

/** Resolves when all output has been handed on and the end was told. */
async function carry(session: ExecSession, streams: CommandStreams, isAttach: boolean): Promise<void> {
  session.stdin?.on('error', () => {})
  const typed = streams.find('stdin')
  if (session.stdin) typed?.pipe(session.stdin)
  else typed?.resume()
  readSizes(streams.find('resize'), session)
  const copied = [copy(session.stdout, streams.find('stdout')), copy(session.stderr, streams.find('stderr'))]
  const end = await endOf(session, isAttach)
  await Promise.all(copied)
  streams.of('error').end(end)
}

/** Resolves when the source has ended, or nobody takes it any more. */
function copy(source: NodeJS.ReadableStream | undefined, target: Duplex | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (!source) target?.end()
    if (!source) return resolve()
    source.once('end', resolve)
    source.once('close', resolve)
    if (target) source.pipe(target.once('close', resolve))
    else source.resume()
  })
}

function readSizes(stream: SpdyStream | undefined, session: ExecSession): void {
  let rest = ''
  stream?.on('data', (bytes: Buffer) => {
    const lines = (rest + bytes.toString('latin1')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) resizeTo(session, line)
    if (rest.length > mostSizeBytes) stream.destroy()
  })
}

/** The streams of one command, by their type. */
class CommandStreams {
  readonly complete: Promise<void>
  readonly #wanted: ReadonlySet<string>
  readonly #streams = new Map<string, SpdyStream>()
  #tell: () => void = () => {}

  constructor(wanted: readonly string[]) {
    this.#wanted = new Set(wanted)
    this.complete = new Promise((resolve) => (this.#tell = resolve))
  }

  /** A stream that is not asked for, or comes twice, is reset. */
  add(stream: SpdyStream): void {
    const { streamtype = '' } = stream.headers
    if (!this.#wanted.has(streamtype) || this.#streams.has(streamtype)) return void stream.destroy()
    this.#streams.set(streamtype, stream)
    if (this.#streams.size === this.#wanted.size) this.#tell()
  }

  find(type: string): SpdyStream | undefined {
    return this.#streams.get(type)
  }

  of(type: string): SpdyStream {
    return this.#streams.get(type) as SpdyStream
  }

  /** Resolves when all that was written to streams that were ended is on the wire. */
  async written(): Promise<void> {
    await Promise.all(
      ['error', 'stdout', 'stderr'].map((type) => {
        const stream = this.find(type)
        if (!stream || stream.destroyed || stream.writableFinished || !stream.writableEnded) return undefined
        return new Promise<void>((resolve) => void stream.once('finish', resolve).once('close', resolve))
      }),
    )
  }
}
