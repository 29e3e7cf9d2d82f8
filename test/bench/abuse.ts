/** `npm run bench:abuse [part of a name]`: what a quiet client waits for its gets while another abuses the server. One server, one process for each client. */
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Abuse, abuses, ground } from './abuses.js'
import { type Measured, startOperon } from './servers.js'

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

/** Over and over until told to stop; tells how often, and the last status. */
async function abuse(address: Address, { name, method, path, type, encoding, body }: Abuse): Promise<void> {
  const ask = connect(address)
  const made = body?.()
  const headers = { ...(type ? { 'content-type': type } : {}), ...(encoding ? { 'content-encoding': encoding } : {}) }
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

const shown = ({ p50, p99, most }: Waits) => [p50, p99, most].map((ms) => ms.toFixed(1).padStart(8)).join('')

async function main(): Promise<void> {
  const operon = await startOperon('server')
  const ask = connect(operon.address)
  for (const [method, path, body] of ground)
    await ask({ method, path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  await waits(ask)
  console.log(`${'another client waits, ms'.padEnd(50)}     p50     p99    most   times  status`)
  console.log(`${'for nobody'.padEnd(50)}${shown(await waits(ask))}`)
  for (const each of abuses.filter(({ name }) => name.includes(process.argv[2] ?? ''))) {
    const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(operon.address), each.name])
    await new Promise((resolve) => child.once('message', resolve))
    const found = await waits(ask)
    const told = new Promise<{ times: number; status: number }>((resolve) => child.once('message', resolve))
    child.send('stop')
    const { times, status } = await told
    console.log(`${each.name.padEnd(50)}${shown(found)}${String(times).padStart(8)}${String(status).padStart(8)}`)
  }
  await operon.stop()
  process.exit(0)
}

if (process.send) {
  const [address, name] = process.argv.slice(2)
  await abuse(JSON.parse(address!) as Address, abuses.find((each) => each.name === name)!)
} else await main()
