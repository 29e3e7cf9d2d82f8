/** A running process runtime with one sandbox, to try containers in. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type {
  Container,
  ContainerConfig,
  ContainerRuntime,
  ExecSession,
  SandboxConfig,
} from '../../plugins/runtime/contract.js'
import { containerConfig, describeContainer, nextEvent, sandboxConfig } from '../contract/runtime-configs.js'
import type { ProcessRuntimeOptions } from '../../plugins/runtime/process/index.js'
import { type RuntimeHome, runtimeHome } from './process-runtime.js'

export interface Ended extends Container {
  readonly log: readonly string[]
  readonly stdout: readonly string[]
  readonly stderr: readonly string[]
}

export class ContainerLab {
  readonly home: RuntimeHome
  image = 'localhost/host'
  runtime!: ContainerRuntime
  sandbox!: string

  constructor(more: Partial<ProcessRuntimeOptions> = {}) {
    this.home = runtimeHome(more)
  }

  async open(more: Partial<SandboxConfig> = {}): Promise<void> {
    this.runtime = await this.home.open()
    this.sandbox = await this.newSandbox(more)
  }

  newSandbox(more: Partial<SandboxConfig> = {}): Promise<string> {
    return this.runtime.runPodSandbox(sandboxConfig(this.home.logDirectory, more))
  }

  async close(): Promise<void> {
    for (const { id } of await this.runtime.listPodSandboxes()) await this.runtime.removePodSandbox(id)
    await this.runtime.close()
    await this.home.remove()
  }

  /** Creates and starts a container; answers its id. */
  async start(
    command: readonly string[],
    more: Partial<ContainerConfig> = {},
    sandbox = this.sandbox,
  ): Promise<string> {
    const id = await this.runtime.createContainer(sandbox, containerConfig(this.image, command, more))
    await this.runtime.startContainer(id)
    return id
  }

  /** Runs a command to its end; answers how it ended and what it wrote, by stream. */
  async runToEnd(
    command: readonly string[],
    more: Partial<ContainerConfig> = {},
    sandbox = this.sandbox,
  ): Promise<Ended> {
    const id = await this.runtime.createContainer(sandbox, containerConfig(this.image, command, more))
    const exit = nextEvent(this.runtime, id, 'exited')
    await this.runtime.startContainer(id)
    await exit
    return { ...(await describeContainer(this.runtime, id)), ...(await this.logOf(id)) }
  }

  /** What the container's log holds now. */
  async logOf(id: string): Promise<Pick<Ended, 'log' | 'stdout' | 'stderr'>> {
    const { config } = await describeContainer(this.runtime, id)
    return logTexts(join(this.home.logDirectory, config.logPath))
  }

  /** Resolves when the container has written that line. */
  async untilLogged(id: string, line: string): Promise<void> {
    while (!(await this.logOf(id)).stdout.includes(line)) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  /** Runs a command in a container to its end. */
  async exec(
    id: string,
    command: readonly string[],
    typed?: string,
  ): Promise<{ code: number; stdout: string; stderr: string }> {
    const session = await this.runtime.exec(id, { command, stdin: typed !== undefined, tty: false })
    session.stdin?.end(typed)
    return finished(session)
  }
}

/** Collects a session's output until it ends. */
export async function finished(session: ExecSession): Promise<{ code: number; stdout: string; stderr: string }> {
  const [stdout, stderr, code] = await Promise.all([textOf(session.stdout), textOf(session.stderr), session.exit])
  return { code, stdout, stderr }
}

async function textOf(stream: Readable | undefined): Promise<string> {
  let text = ''
  for await (const chunk of stream ?? []) text += String(chunk)
  return text
}

/** A log in CRI format: its lines, and what was written by stream. None when there is no such file. */
export function logTexts(path: string): Pick<Ended, 'log' | 'stdout' | 'stderr'> {
  const log = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []
  const text = (stream: string) =>
    log.flatMap((line) => (line.split(' ')[1] === stream ? [line.split(' ').slice(3).join(' ')] : []))
  return { log, stdout: text('stdout'), stderr: text('stderr') }
}
