/** What the child processes of `operon up` share: their channel to the parent, signs of life, and an end in good order. */
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { Port } from '../../client/index.js'
import { survivesItsTerminal } from '../signals.js'
import {
  type Clock,
  lineLog,
  type Log,
  type LogLevel,
  collectWhenIdle,
  optimizeLater,
  type Random,
  streamCarrier,
  systemClock,
  systemRandom,
} from '../../kit/index.js'

/** Notes between parent and child. */
export type Note =
  | { readonly beat: true }
  | { readonly ready: true }
  | { readonly stop: true }
  | { readonly progress: string }

export interface ChildWorld {
  readonly port: Port
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** The child has begun its work. */
  ready(): void
  /** Aborted when the parent asks for the end, or is gone. */
  readonly signal: AbortSignal
}

const channelDescriptor = 3
const beatEveryMs = 2000

/** Runs `work` with the configuration that the parent gave; ends the process when it is over. The parent's end ends it too. */
export async function runChild<C extends { readonly logLevel: LogLevel }>(
  work: (configuration: C, world: ChildWorld) => Promise<void>,
): Promise<void> {
  optimizeLater(systemClock)
  collectWhenIdle(systemClock)
  const configuration = JSON.parse(readFileSync(0, 'utf8')) as C
  const log = lineLog({
    level: configuration.logLevel,
    write: (line) => process.stderr.write(line),
    now: () => systemClock.now(),
  })
  const stop = new AbortController()
  // Those of the terminal are for the parent, which tells this process when to stop.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  survivesItsTerminal()
  const port = new Port(streamCarrier(new Socket({ fd: channelDescriptor, readable: true, writable: true })))
  port.onNote((note) => {
    if ((note as { stop?: true }).stop) stop.abort(new Error('the parent asked for the end'))
  })
  const beat = () => {
    port.note({ beat: true } satisfies Note)
    systemClock.after(beatEveryMs, beat)
  }
  beat()
  void port.closed.then(() => {
    if (!stop.signal.aborted) process.exit(1)
  })
  const ready = () => port.note({ ready: true } satisfies Note)
  await work(configuration, { port, clock: systemClock, random: systemRandom, log, ready, signal: stop.signal })
  process.exit(0)
}
