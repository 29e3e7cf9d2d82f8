/** Child processes of `operon up`: started, watched by heartbeat, started again with backoff, and stopped. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Duplex } from 'node:stream'
import type { Clock, Log, Timer } from '../kit/index.js'

export interface ChildPlan {
  /** For the log and `ps`. */
  readonly name: string
  /** Compiled module to run; its configuration comes on its standard input, as JSON: it holds keys, and arguments are for all to see. */
  readonly module: string
  readonly configuration: unknown
  /** Flags of node itself. */
  readonly nodeFlags: readonly string[]
  /** Called at each start with the parent's end of the child's channel (its descriptor 3). `beat` is to be called at each sign of life, `ready` once it has begun its work. */
  connect(channel: Duplex, life: { beat(): void; ready(): void }): ChildLine
}

/** What the parent can say to a child. */
export interface ChildLine {
  /** Asks it to end its work in good order. */
  stop(): void
}

export interface Supervision {
  readonly clock: Clock
  readonly log: Log
}

/** Silence after which a child counts as stuck, is killed and started again. */
const silenceMs = 15_000
const graceMs = 30_000
const shortestDelayMs = 200
const longestDelayMs = 30_000

/** One child, kept alive until `stop`. Invariant: it never signals a process that it did not start. */
export class SupervisedChild {
  readonly #plan: ChildPlan
  readonly #with: Supervision
  #child: ChildProcess | undefined
  #line: ChildLine | undefined
  #watch: Timer | undefined
  #again: Timer | undefined
  #failures = 0
  #stopping = false
  #announceReady: () => void = () => {}
  #ended: Promise<void> = Promise.resolve()
  /** Resolves when the child first said that it has begun its work. */
  readonly ready: Promise<void>

  constructor(plan: ChildPlan, supervision: Supervision) {
    this.#plan = plan
    this.#with = supervision
    this.ready = new Promise((resolve) => {
      this.#announceReady = resolve
    })
    this.#start()
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  #start(): void {
    const { module, configuration, nodeFlags, connect } = this.#plan
    const child = spawn(process.execPath, [...nodeFlags, module], {
      stdio: ['pipe', 'inherit', 'inherit', 'pipe'],
    })
    this.#child = child
    child.stdin?.on('error', () => {})
    child.stdin?.end(JSON.stringify(configuration))
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
    this.#failures = 0
    this.#announceReady()
  }

  #beat(): void {
    this.#watch?.cancel()
    if (this.#stopping) return
    this.#watch = this.#with.clock.after(silenceMs, () => {
      this.#with.log.error(
        `${this.#plan.name} gave no sign of life for ${silenceMs / 1000} s: it is ended and started again`,
      )
      this.#child?.kill('SIGKILL')
    })
  }

  #onEnd(why: string): void {
    this.#watch?.cancel()
    if (this.#stopping) return
    const delayMs = Math.min(longestDelayMs, shortestDelayMs * 2 ** this.#failures++)
    this.#with.log.error(`${this.#plan.name} ended with ${why}; it starts again in ${delayMs} ms`)
    this.#again = this.#with.clock.after(delayMs, () => this.#start())
  }

  /** Asks the child to end, waits for it, and kills it after 30 s. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#watch?.cancel()
    this.#again?.cancel()
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    this.#line?.stop()
    const kill = this.#with.clock.after(graceMs, () => child.kill('SIGKILL'), { keepAlive: true })
    await this.#ended
    kill.cancel()
  }
}
