/** Starts what the bench measures: Operon's server and the bare pipe, each on a temporary folder and a free port. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Order } from './client.js'

const here = dirname(fileURLToPath(import.meta.url))
const root = dirname(dirname(dirname(here)))

export interface Measured {
  readonly name: 'operon' | 'bare'
  readonly pid: number
  readonly address: Omit<Order, 'work'>
  /** From spawn to /readyz 200; 0 for the bare pipe. */
  readonly readyMs: number
  /** From spawn to the first Node's condition Ready, as a client sees it; undefined without a node. */
  readonly nodeReadyMs?: number
  stop(): Promise<void>
}

export const temporaryFolder = (what: string): string => mkdtempSync(join(tmpdir(), `operon-bench-${what}-`))

/** Operon, with `command` (`server` or `up`) and more flags; `again`: on the folder and port of one that was ended with `end`. */
export async function startOperon(
  command: string,
  flags: readonly string[] = [],
  again?: { readonly folder: string; readonly address: { readonly port: number } },
): Promise<Measured & { readonly folder: string; end(): Promise<void> }> {
  const folder = again?.folder ?? temporaryFolder(command)
  const port = again?.address.port ?? (await freePort())
  const started = performance.now()
  const child = spawn(
    process.execPath,
    [
      join(root, 'hack', 'operon.mjs'),
      command,
      '--port',
      String(port),
      '--data-dir',
      folder,
      '--bind-address',
      '127.0.0.1',
      ...flags,
    ],
    // As `npm start` sets it.
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, MALLOC_MMAP_THRESHOLD_: '131072' } },
  )
  child.stdout?.resume()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await untilReady(port, child)
  const readyMs = performance.now() - started
  const pki = adminFiles(folder)
  const nodeReadyMs = command === 'up' ? await untilNodeReady({ port, ...pki }, started) : undefined
  const end = async () => {
    child.kill('SIGTERM')
    await ended
  }
  const stop = async () => {
    await end()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    name: 'operon',
    end,
    pid: child.pid as number,
    address: { port, ...pki },
    readyMs,
    ...(nodeReadyMs === undefined ? {} : { nodeReadyMs }),
    folder,
    stop,
  }
}

/**
 * The bare pipe under Operon's own server key, so that TLS costs both the same. `client`: the files that Operon's clients show; the bare pipe asks for none, but node's Agent
 * makes a connection's name of their text for each request, which must not cost the one client more than the other.
 */
export async function startBare(
  files: { readonly key: string; readonly cert: string },
  client: Omit<Order, 'work' | 'port'>,
): Promise<Measured> {
  const folder = temporaryFolder('bare')
  const child = spawn(process.execPath, [join(here, 'bare-pipe.js'), files.key, files.cert, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.once('data', (line: Buffer) => resolve(Number(line.toString('utf8'))))
    child.once('exit', () => reject(new Error('the bare pipe ended at its start')))
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => {
        rmSync(folder, { recursive: true, force: true })
        resolve()
      })
      child.kill('SIGTERM')
    })
  return { name: 'bare', pid: child.pid as number, address: { ...client, port }, readyMs: 0, stop }
}

/** User and system time that a process has used, in microseconds. */
export function cpuMicroseconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

/** As `cpuMicroseconds`, of a server and all its descendants. */
export const cpuOf = ({ pid }: Pick<Measured, 'pid'>): number =>
  descendants(pid).reduce((sum, each) => sum + cpuMicroseconds(each), 0)

/** Proportional set size of a process and all its descendants, in bytes, by process. */
export function memoryOf(pid: number): {
  readonly total: number
  readonly byProcess: readonly { readonly command: string; readonly bytes: number }[]
} {
  const byProcess = descendants(pid).flatMap((each) => {
    try {
      const bytes = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
      const command = readFileSync(`/proc/${each}/cmdline`, 'utf8')
        .split('\0')
        .filter((word) => !word.startsWith('-'))
        .slice(0, 3)
        .map((word) => word.split('/').at(-1))
        .join(' ')
      return [{ command, bytes }]
    } catch {
      return []
    }
  })
  return { total: byProcess.reduce((sum, each) => sum + each.bytes, 0), byProcess }
}

function descendants(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(name)])
    } catch {}
  }
  const found = [pid]
  for (let at = 0; at < found.length; at++) found.push(...(children.get(found[at] as number) ?? []))
  return found
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

async function untilReady(port: number, child: ChildProcess): Promise<void> {
  const { request } = await import('node:https')
  const ask = () =>
    new Promise<boolean>((resolve) => {
      const call = request(
        { host: '127.0.0.1', port, path: '/readyz', rejectUnauthorized: false, agent: false },
        (response) => {
          response.resume()
          resolve(response.statusCode === 200)
        },
      )
      call.on('error', () => resolve(false))
      call.end()
    })
  for (let left = 3000; left > 0; left--) {
    if (child.exitCode !== null) throw new Error(`operon ended with code ${child.exitCode} before it was ready`)
    if (await ask()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('operon was not ready after 15 s')
}

/** Milliseconds from `started` until a watch of all nodes, as the admin, shows one that is Ready. */
async function untilNodeReady(
  address: { readonly port: number } & ReturnType<typeof adminFiles>,
  started: number,
): Promise<number> {
  const { get } = await import('node:https')
  const [ca, cert, key] = [address.ca, address.cert, address.key].map((path) => readFileSync(path))
  return new Promise((resolve, reject) => {
    const where = { host: '127.0.0.1', port: address.port, path: '/api/v1/nodes?watch=1', agent: false, ca, cert, key }
    const call = get({ ...where, timeout: 30_000 }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        const lines = (text + chunk).split('\n')
        text = lines.pop() ?? ''
        if (!lines.some((line) => line && isReadyNode(JSON.parse(line)))) return
        resolve(performance.now() - started)
        call.destroy()
      })
    })
    call.on('timeout', () => call.destroy(new Error('no node was ready after 30 s')))
    call.on('error', reject)
  })
}

function isReadyNode({ object }: { readonly object: SeenNode }): boolean {
  return !!object.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True')
}

interface SeenNode {
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] }
}

/** The admin's certificate, taken from the kubeconfig, as files beside it. */
function adminFiles(folder: string): { readonly ca: string; readonly cert: string; readonly key: string } {
  const text = readFileSync(join(folder, 'kubeconfig'), 'utf8')
  const take = (name: string) => {
    const path = join(folder, `bench-${name}.pem`)
    const encoded = new RegExp(`${name}: "?([A-Za-z0-9+/=]+)`).exec(text)?.[1]
    if (!encoded) throw new Error(`the kubeconfig has no ${name}`)
    execFileSync('sh', ['-c', `umask 077; base64 -d > "$0"`, path], { input: encoded })
    return path
  }
  return { ca: take('certificate-authority-data'), cert: take('client-certificate-data'), key: take('client-key-data') }
}
