/**
 * `npm run bench:abuse [part of a name]...`: what a quiet client waits for its gets while another abuses the server, and what the API's turns cost meanwhile; beside processes that ask nothing, too. One server, one process for each client.
 * Who abuses, or only uses a processor, has what the others leave of the processors (Linux' class `idle`): so a wait is the server's, and not that of a client that shares two processors with another. `CLASS=other`: it has its share.
 */
import { type ChildProcess, fork as forkNode } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Abuse, abuses, ground } from './abuses.js'
import { type Measured, startOperon, temporaryFolder } from './servers.js'
import type { Turns } from './turn-probe.js'

const seconds = Number(process.env['SECONDS'] ?? 3)
type Address = Measured['address']

interface Asking {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | undefined
}

function connect(address: Address): (asking: Asking) => Promise<number> {
  const [ca, cert, key] = [address.ca, address.cert, address.key].map((path) => path && readFileSync(path))
  const agent = new Agent({ keepAlive: true })
  const base = { host: '127.0.0.1', port: address.port, agent, rejectUnauthorized: false, ca, cert, key }
  return ({ method, path, headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
      const sent = request({ ...base, method, path, headers: { ...headers, ...length } }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
      })
      sent.on('error', reject).end(body)
    })
}

/** This module in a process of the class of those who abuse. */
function fork(...rest: readonly string[]): ChildProcess {
  const isIdle = process.env['CLASS'] !== 'other' && existsSync('/usr/bin/chrt')
  const by = isIdle ? { execPath: '/usr/bin/chrt', execArgv: ['--idle', '0', process.execPath] } : {}
  return forkNode(fileURLToPath(import.meta.url), rest, by)
}

function headersOf({ type, encoding, accept, headBytes }: Partial<Abuse>): Record<string, string> {
  const said = {
    'content-type': type,
    'content-encoding': encoding,
    accept,
    'x-long': headBytes && 'x'.repeat(headBytes),
  }
  return Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

/** Over and over until told to stop; tells how often, and the last status. */
async function abuse(address: Address, { name, method, path, body, ...rest }: Abuse): Promise<void> {
  const ask = connect(address)
  const made = body?.()
  const headers = headersOf(rest)
  let stopped = false
  process.once('message', () => (stopped = true))
  let times = 0
  let status = 0
  process.send!({ ready: name })
  while (!stopped) {
    status = await ask({ method, path, headers, body: made }).catch(() => -1)
    times++
    if (status === -1) await sleep(20)
  }
  process.send!({ times, status }, () => process.exit(0))
}

/** Uses a processor and asks nothing, until it is ended: what others wait beside this is the machine's and not the server's. */
function spin(): void {
  process.send!({ ready: 'spinning' })
  for (;;);
}

interface Waits {
  readonly p50: number
  readonly p99: number
  readonly most: number
}

async function waits(ask: (asking: Asking) => Promise<number>): Promise<Waits> {
  const waited: number[] = []
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await sleep(3)) {
    const start = performance.now()
    await ask({ method: 'GET', path: '/api/v1/namespaces/default/configmaps/victim' })
    waited.push(performance.now() - start)
  }
  waited.sort((a, b) => a - b)
  const at = (part: number) => waited[Math.min(waited.length - 1, Math.floor(waited.length * part))] ?? 0
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}

type Server = Awaited<ReturnType<typeof startOperon>>

/** The server with the probe in it; `turns` tells of those since it was asked last. */
async function startProbed(): Promise<{ readonly operon: Server; turns(): Promise<Turns> }> {
  const folder = temporaryFolder('turns')
  const file = join(folder, 'turns.json')
  process.env['TURN_PROBE'] = file
  process.env['NODE_OPTIONS'] = `--import ${new URL('./turn-probe.js', import.meta.url).href}`
  const operon = await startOperon('server')
  delete process.env['NODE_OPTIONS']
  delete process.env['TURN_PROBE']
  const turns = async () => {
    rmSync(file, { force: true })
    process.kill(operon.pid, 'SIGUSR2')
    while (!existsSync(file)) await sleep(10)
    return JSON.parse(readFileSync(file, 'utf8')) as Turns
  }
  return { operon, turns }
}

const shown = ({ p50, p99, most }: Waits, turns: Turns) =>
  [p50, p99, most, turns.p99Ms, turns.cpuMs, turns.garbageMs, turns.queuedMs]
    .map((ms) => ms.toFixed(1).padStart(8))
    .join('')

function chosen(): readonly Abuse[] {
  const parts = process.argv.slice(2)
  return abuses.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)))
}

async function main(): Promise<void> {
  const { operon, turns } = await startProbed()
  const ask = connect(operon.address)
  for (const [method, path, body] of ground)
    await ask({ method, path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const measured = async () => {
    await turns()
    const waited = await waits(ask)
    return shown(waited, await turns())
  }
  await measured()
  console.log(
    `${'another client waits, ms'.padEnd(50)}     p50     p99    most   turns longest garbage  queued     a s  status`,
  )
  console.log(`${'beside nobody'.padEnd(50)}${await measured()}`)
  const spinning: ChildProcess[] = []
  for (const many of ['one that only uses a processor', 'two of these']) {
    const child = fork()
    spinning.push(child)
    await new Promise((resolve) => child.once('message', resolve))
    console.log(`${`beside ${many}`.padEnd(50)}${await measured()}`)
  }
  for (const child of spinning) child.kill('SIGKILL')
  for (const each of chosen()) {
    const child = fork(JSON.stringify(operon.address), each.name)
    await new Promise((resolve) => child.once('message', resolve))
    const begun = performance.now()
    const found = await measured()
    const told = new Promise<{ times: number; status: number }>((resolve) => child.once('message', resolve))
    child.send('stop')
    const { times, status } = await told
    const often = (times * 1000) / (performance.now() - begun)
    console.log(`${each.name.padEnd(50)}${found}${often.toFixed(1).padStart(8)}${String(status).padStart(8)}`)
  }
  console.log(
    'turns: p99 of what who comes waits for the turn that runs, in processor time; longest: processor time of a turn; garbage: of a collection, waiting included; queued: ready, and no processor',
  )
  await operon.stop()
  process.exit(0)
}

if (process.send) {
  const [address, name] = process.argv.slice(2)
  if (address) await abuse(JSON.parse(address) as Address, abuses.find((each) => each.name === name)!)
  else spin()
} else await main()
