/** Runs a command in a running container. */
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { type ExecOptions, type ExecSession, RuntimeError } from '../../contract.js'
import type { ManagedContainer } from '../container/container.js'
import { groupOf } from '../container/create.js'
import { dropPrivileges } from '../container/drop-privileges.js'
import { hexId } from '../container/hex-id.js'
import { startErrorMessage } from '../container/start.js'
import { hostEnvironment, mustRun } from '../host/command.js'
import type { Host } from '../host/host.js'
import { coverInherited } from '../host/inherited.js'
import { identify, isAlive } from '../host/process-identity.js'
import { openForReading, openForWriting } from '../output/fifo.js'
import { execScript } from '../scripts/exec.js'
import { lastShell } from '../scripts/last-shell.js'
import { changeRoot } from '../scripts/shim.js'
import { startScript } from '../scripts/start.js'
import { killTree } from '../host/process-tree.js'
import { resizeTerminal } from './terminal.js'
import { Words } from './words.js'

/** How long output may still come after the command ended, when a process it left behind holds it open. */
const drainMs = 2_000

/** Throws StartError when the command can't be started. */
export async function execIn(host: Host, container: ManagedContainer, options: ExecOptions): Promise<ExecSession> {
  const shim = container.shim
  const init = container.init
  if (container.state !== 'running' || !shim || !init || !isAlive(init) || !isAlive(shim)) {
    throw new RuntimeError('NotRunning', `container ${container.record.id} is not running`)
  }
  if (options.tty && !host.tools.script)
    throw new RuntimeError('ExecError', 'a terminal needs script (util-linux), which is not installed')
  const execFolder = join(container.folder, 'exec', hexId(host))
  mkdirSync(execFolder, { recursive: true, mode: 0o700 })
  const { user, env, workingDirectory, joins } = container.situation()
  const script = startScript({
    workingDirectory,
    env: options.tty && !env.some((one) => one.name === 'TERM') ? [...env, { name: 'TERM', value: 'xterm' }] : env,
    command: options.command,
    failureToken: '',
    mode: 'fork',
    hasTerminal: options.tty,
    shellIsBusybox: host.tools.shellIsBusybox,
  })
  writeFileSync(join(execFolder, 'start'), script, { mode: 0o444 })
  const outer = execScript({
    tools: host.tools,
    isRoot: host.isRoot,
    joins,
    folder: container.folder,
    execFolder,
    shimPid: shim.pid,
    initPid: init.pid,
    groupFiles: host.cgroups?.joinFiles(groupOf(container.record)) ?? [],
    stdin: options.stdin,
    tty: options.tty,
    uid: user.uid,
    dropPrivileges: dropPrivileges(host, container.record.config, user),
    lastShell: lastShell(host.tools, env),
    shellMounts: host.shellMounts,
  })
  const session = new Session(host, { container, execFolder, outer, options })
  try {
    await session.start()
  } catch (error) {
    session.kill()
    rmSync(execFolder, { recursive: true, force: true })
    throw error
  }
  return session
}

interface SessionInput {
  readonly container: ManagedContainer
  readonly execFolder: string
  readonly outer: string
  readonly options: ExecOptions
}

class Session implements ExecSession {
  readonly #host: Host
  readonly #input: SessionInput
  readonly #child: ChildProcess
  readonly #complaints: string[] = []
  /** The last shell before the command, seen from the host. */
  #shellPid = 0
  #typing: Writable | undefined
  stdin: Writable | undefined
  stdout!: Readable
  stderr: Readable | undefined
  readonly exit: Promise<number>

  constructor(host: Host, input: SessionInput) {
    this.#host = host
    this.#input = input
    const stdio: StdioOptions = ['ignore', 'ignore', 'pipe', ...coverInherited()]
    while (stdio.length < 8) stdio.push(null)
    stdio[8] = 'pipe'
    stdio[9] = 'pipe'
    this.#child = spawn(host.tools.sh, ['-c', input.outer], { env: hostEnvironment, detached: true, stdio })
    this.#child.stderr?.setEncoding('utf8').on('data', (text) => this.#complaints.push(text))
    this.exit = this.#finish()
    this.exit.catch(() => {})
  }

  /** Resolves when the command is about to run. */
  async start(): Promise<void> {
    const { container, options } = this.#input
    const streams = this.#child.stdio as readonly unknown[]
    const up = streams[8] as Readable
    const down = streams[9] as Writable
    down.on('error', () => {})
    const words = new Words(up)
    if ((await words.next()) !== 'pipes') throw this.#failure()
    this.#openPipes()
    down.write('go\n')
    const [ready, pid] = (await words.next())?.split(' ') ?? []
    if (ready !== 'ready' || !pid) throw this.#failure()
    this.#shellPid = Number(pid)
    const userNamespace = this.#host.isRoot ? undefined : `/proc/${container.shim?.pid}/ns/user`
    const change = changeRoot({ tools: this.#host.tools, folder: container.folder }, { pid, userNamespace })
    await mustRun(this.#host.tools.sh, ['-c', change])
    down.write('go\n')
    const outcome = await words.next()
    up.destroy()
    down.destroy()
    if (outcome?.startsWith('fail ')) {
      throw new RuntimeError('StartError', startErrorMessage(outcome.slice('fail '.length), options.command[0] ?? ''))
    }
    if (outcome !== 'exec') throw this.#failure()
  }

  resize(columns: number, rows: number): void {
    if (this.#input.options.tty) resizeTerminal(this.#host, this.#shellPid, { columns, rows })
  }

  kill(): void {
    const identity = this.#child.pid ? identify(this.#child.pid) : undefined
    if (identity && this.#child.exitCode === null) killTree(identity)
    this.#typing?.destroy()
    this.stdout?.destroy()
    this.stderr?.destroy()
  }

  #openPipes(): void {
    const { execFolder, options } = this.#input
    // A terminal must not see the end of its input merely because nobody types.
    if (options.stdin || options.tty) this.#typing = openForWriting(join(execFolder, 'in')).on('error', () => {})
    if (options.stdin) this.stdin = this.#typing
    this.stdout = openForReading(join(execFolder, 'out'))
    if (!options.tty) this.stderr = openForReading(join(execFolder, 'err'))
    for (const stream of [this.stdout, this.stderr]) stream?.on('error', () => {})
  }

  async #finish(): Promise<number> {
    const code = await new Promise<number>((resolve, reject) => {
      this.#child.on('error', reject)
      this.#child.on('exit', (exitCode) => resolve(exitCode ?? 137))
    })
    const streams = [this.stdout, this.stderr].filter((one) => one !== undefined)
    const drained = Promise.all(streams.map(whenDone))
    await Promise.race([drained, new Promise<void>((resolve) => this.#host.clock.after(drainMs, resolve))])
    this.#typing?.destroy()
    rmSync(this.#input.execFolder, { recursive: true, force: true })
    return code
  }

  #failure(): RuntimeError {
    return new RuntimeError('ExecError', `can't enter the container: ${this.#complaints.join('').trim() || 'it ended'}`)
  }
}

/** Resolves when the stream ended or was given up, whether or not anybody reads it. */
function whenDone(stream: Readable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.readableEnded || stream.destroyed) resolve()
    stream.once('end', resolve)
    stream.once('close', resolve)
  })
}
