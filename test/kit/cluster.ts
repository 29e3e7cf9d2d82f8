/** A cluster as a user starts it: `operon up` in a process of its own, on a temporary folder and a free port; and kubectl against it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
const command = join(root, 'hack', 'operon.mjs')

export interface Output {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export class Cluster {
  readonly folder: string
  readonly port: number
  readonly #flags: readonly string[]
  readonly #command: string
  #listening: (() => void)[] = []
  #child: ChildProcess | undefined
  #said = ''

  private constructor(
    folder: string,
    port: number,
    start: { readonly flags: readonly string[]; readonly program: string },
  ) {
    this.folder = folder
    this.port = port
    this.#flags = start.flags
    this.#command = start.program
  }

  /** Starts `operon up` with more flags, and waits until it says that the cluster is up. `program`: of another copy of Operon. */
  static async start(flags: readonly string[] = [], program = command): Promise<Cluster> {
    const cluster = new Cluster(mkdtempSync(join(tmpdir(), 'operon-test-')), await freePort(), { flags, program })
    await cluster.resume()
    return cluster
  }

  /** Everything that `operon up` has printed. */
  get said(): string {
    return this.#said
  }

  /** Resolves when what it printed matches. */
  async says(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.#said)) await new Promise<void>((resolve) => this.#listening.push(resolve))
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** The process id of one of its children, `operators` or `node`; undefined while there is none. */
  childPid(name: 'operators' | 'node'): number | undefined {
    return this.childPids(name)[0]
  }

  /** Of all of that name: an operator may have a process of its own. */
  childPids(name: 'operators' | 'node'): number[] {
    const children = readFileSync(`/proc/${this.pid}/task/${this.pid}/children`, 'utf8').split(' ').filter(Boolean)
    return children
      .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${name}-child.js`))
      .map(Number)
  }

  /** Starts it again on the same folder. */
  async resume(): Promise<void> {
    const from = this.#said.length
    const child = spawn(
      process.execPath,
      [
        this.#command,
        'up',
        '--port',
        String(this.port),
        '--data-dir',
        this.folder,
        '--bind-address',
        '127.0.0.1',
        ...this.#flags,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    this.#child = child
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        this.#said += chunk.toString('utf8')
        for (const listen of this.#listening.splice(0)) listen()
        if (/export KUBECONFIG=.*\n/.test(this.#said.slice(from))) resolve()
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.once('exit', (code) => reject(new Error(`operon up ended with code ${code}:\n${this.#said.slice(from)}`)))
    })
  }

  /** Ends it as Ctrl-C does, and waits for its end. */
  async stop(): Promise<void> {
    await this.#end('SIGINT')
  }

  /** Ends it as closing its terminal does: every process is told, and nobody reads any more. */
  async hangUp(): Promise<void> {
    this.#child?.stdout?.destroy()
    this.#child?.stderr?.destroy()
    for (const pid of [...this.childPids('operators'), ...this.childPids('node')]) process.kill(pid, 'SIGHUP')
    await this.#end('SIGHUP')
  }

  /** Ends its processes as a crash does; pods are not touched. */
  async crash(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  /** Ends it, removes all that pods have left, and the folder. */
  async remove(): Promise<void> {
    await this.stop()
    const { code, out, err } = this.operon('clean')
    rmSync(this.folder, { recursive: true, force: true })
    if (code !== 0) throw new Error(`operon clean failed: ${out}${err}`)
  }

  operon(...words: string[]): Output {
    return operon(...words, '--data-dir', this.folder)
  }

  kubectl(...words: string[]): Output {
    return kubectl(this.folder, ...words)
  }

  /** kubectl that must succeed; answers what it printed. */
  must(...words: string[]): string {
    const { code, out, err } = this.kubectl(...words)
    if (code !== 0) throw new Error(`kubectl ${words.join(' ')} failed with ${code}: ${err}${out}`)
    return out
  }

  /** kubectl with something on its standard input. */
  mustWith(input: string, ...words: string[]): string {
    const { code, out, err } = run(
      'kubectl',
      ['--kubeconfig', join(this.folder, 'kubeconfig'), '--cache-dir', join(this.folder, 'kubectl-cache'), ...words],
      input,
    )
    if (code !== 0) throw new Error(`kubectl ${words.join(' ')} failed with ${code}: ${err}${out}`)
    return out
  }
}

/** The command `operon`, begun. */
export function startOperon(...words: string[]): ChildProcess {
  return spawn(process.execPath, [command, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** kubectl on the cluster of a data directory. */
export function kubectl(folder: string, ...words: string[]): Output {
  const places = ['--kubeconfig', join(folder, 'kubeconfig'), '--cache-dir', join(folder, 'kubectl-cache')]
  return run('kubectl', [...places, ...words])
}

/** The command `operon`, until it ends. */
export function operon(...words: string[]): Output {
  return run(process.execPath, [command, ...words])
}

function run(program: string, words: readonly string[], input?: string): Output {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    encoding: 'utf8',
    input,
    timeout: 90_000,
    maxBuffer: 1 << 26,
  })
  return { code: status, out: stdout ?? '', err: `${stderr ?? ''}${error ? error.message : ''}` }
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
