/** Child processes of `operon up`: started, watched by heartbeat, started again with backoff, and stopped. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Duplex } from 'node:stream'
import type { Clock, Log, Timer } from '../../kit/index.js'
import { mainThreadCpuMs } from './cpu-time.js'
import { SilenceWatch } from './silence-watch.js'
import { isProbeLine, probeFlags, type StackFrame, stackOf } from './stack-probe.js'

export interface ChildPlan {
  /** For the log and `ps`. */
  readonly name: string
  /** Compiled module to run; its configuration, asked for at each start, comes on its standard input, as JSON: it holds keys, and arguments are for all to see. */
  readonly module: string
  readonly configuration: () => unknown
  /** Flags of node itself. */
  readonly nodeFlags: readonly string[]
  /** Called at each start with the parent's end of the child's channel (its descriptor 3). `beat` is to be called at each sign of life, `ready` once it has begun its work. */
  connect(channel: Duplex, life: { beat(): void; ready(): void }): ChildLine
  /** Told of each time that it was stuck, with the place where it was, innermost frame first (empty when that can't be told), after its end and before its next start. */
  onStuck?(stack: readonly StackFrame[]): void
}

/** What the parent can say to a child. */
export interface ChildLine {
  /** Asks it to end its work in good order. */
  stop(): void
}

export interface Supervision {
  readonly clock: Clock
  readonly log: Log
  /** CPU time of a process's main thread; left out: what Linux says. */
  readonly cpuMs?: (pid: number) => number | undefined
}

const graceMs = 30_000
const shortestDelayMs = 200
const longestDelayMs = 30_000
/** Having worked for this long, it is as good as new: its next start comes soon again. */
const healthyMs = 60_000

/** One child, kept alive until `stop`. Invariant: it never signals a process that it did not start. */
export class SupervisedChild {
  readonly #plan: ChildPlan
  readonly #with: Supervision
  #child: ChildProcess | undefined
  #line: ChildLine | undefined
  readonly #silence: SilenceWatch
  #again: Timer | undefined
  #failures = 0
  #readySinceMs: number | undefined
  #stopping = false
  #announceReady: () => void = () => {}
  #ended: Promise<void> = Promise.resolve()
  /** Resolves when the child first said that it has begun its work. */
  readonly ready: Promise<void>

  constructor(plan: ChildPlan, supervision: Supervision) {
    this.#plan = plan
    this.#with = supervision
    const { clock, cpuMs = mainThreadCpuMs } = supervision
    this.#silence = new SilenceWatch({
      clock,
      cpuMs: () => (this.pid === undefined ? undefined : cpuMs(this.pid)),
      onStuck: (why) => void this.#endStuck(why),
    })
    this.ready = new Promise((resolve) => {
      this.#announceReady = resolve
    })
    this.#start()
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** What keeps it from its work; '' for nothing. */
  get fault(): string {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return 'the process has ended'
    if (this.#readySinceMs === undefined) return 'the process is starting'
    return this.#silence.isOverdue ? 'the process gives no sign of life' : ''
  }

  #start(): void {
    const { module, configuration, nodeFlags, connect } = this.#plan
    const child = spawn(process.execPath, [...probeFlags, ...nodeFlags, module], {
      stdio: ['pipe', 'inherit', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#readySinceMs = undefined
    child.stdin?.on('error', () => {})
    child.stdin?.end(JSON.stringify(configuration()))
    passLinesOn(child)
    const channel = child.stdio[3] as Duplex
    channel.on('error', () => {})
    this.#line = connect(channel, { beat: () => this.#beat(), ready: () => this.#begun() })
    this.#ended = new Promise((resolve) => {
      let over = false
      const end = (why: string) => {
        if (over) return
        over = true
        resolve()
        channel.destroy()
        this.#onEnd(why)
      }
      child.once('error', (error) => end(error.message))
      child.once('exit', (code, signal) => end(signal ? `signal ${signal}` : `code ${code}`))
    })
    this.#beat()
  }

  #begun(): void {
    this.#readySinceMs = this.#with.clock.monotonicMs()
    this.#announceReady()
  }

  #beat(): void {
    this.#silence.beat()
  }

  async #endStuck(why: string): Promise<void> {
    const child = this.#child
    if (this.#stopping) child?.kill('SIGKILL')
    if (!child?.stderr || this.#stopping) return
    const stack = await stackOf(child, child.stderr, this.#with.clock)
    if (child !== this.#child || child.exitCode !== null || child.signalCode !== null) return
    const [at] = stack
    const where = at ? ` in ${at.functionName || 'a function'} (${at.url}:${at.line})` : ''
    this.#with.log.error(`${this.#plan.name} ${why}${where}: it is ended and started again`)
    child.once('exit', () => this.#plan.onStuck?.(stack))
    child.kill('SIGKILL')
  }

  #onEnd(why: string): void {
    this.#silence.end()
    if (this.#stopping) return
    const { clock } = this.#with
    if (this.#readySinceMs !== undefined && clock.monotonicMs() - this.#readySinceMs >= healthyMs) this.#failures = 0
    const delayMs = Math.min(longestDelayMs, shortestDelayMs * 2 ** this.#failures++)
    this.#with.log.error(`${this.#plan.name} ended with ${why}; it starts again in ${delayMs} ms`)
    this.#again = clock.after(delayMs, () => this.#start())
  }

  /** Asks the child to end, waits for it, and kills it after 30 s, or when it spins. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#again?.cancel()
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    this.#line?.stop()
    const kill = this.#with.clock.after(graceMs, () => child.kill('SIGKILL'), { keepAlive: true })
    await this.#ended
    kill.cancel()
  }
}

/** What a child writes to standard error goes to ours, but for the inspector's own lines. */
function passLinesOn({ stderr }: ChildProcess): void {
  if (!stderr) return
  stderr.setEncoding('utf8')
  let rest = ''
  const tell = (lines: readonly string[]) => {
    const text = lines.filter((line) => !isProbeLine(line)).map((line) => `${line}\n`)
    if (text.length) process.stderr.write(text.join(''))
  }
  stderr.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    tell(lines)
  })
  stderr.on('end', () => rest && tell([rest]))
  stderr.on('error', () => {})
}
