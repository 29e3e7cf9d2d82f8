/** The load of the bench, in a process of its own: node's https.Agent, keep-alive connections, one request after the other on each. Reads one JSON order from its arguments, prints one JSON result. */
import { Agent, type RequestOptions, request } from 'node:https'
import { readFileSync } from 'node:fs'
import { type JobName, type Shot, secret, shotOf, stockShot } from './jobs.js'

export interface Order {
  readonly port: number
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  readonly work:
    | {
        readonly load: JobName
        readonly connections: number
        readonly seconds: number
        readonly warmUpSeconds: number
        readonly tag: string
      }
    | { readonly stock: number }
    | { readonly fanOut: number; readonly watchers: number; readonly tag: string }
    | { readonly lanes: number }
    | { readonly shots: readonly Shot[] }
}

export interface Result {
  readonly rate: number
  readonly requests: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly failures: number
  readonly firstFailure?: string
}

const order = JSON.parse(process.argv[2] as string) as Order
const read = (path: string | undefined) => (path ? readFileSync(path) : undefined)
const agent = new Agent({ keepAlive: true, maxSockets: 200 })
const base: RequestOptions = {
  host: '127.0.0.1',
  port: order.port,
  agent,
  rejectUnauthorized: false,
  ca: read(order.ca),
  cert: read(order.cert),
  key: read(order.key),
}

function send(shot: Shot): Promise<{ readonly status: number; readonly text: () => string }> {
  return new Promise((resolve, reject) => {
    const headers =
      shot.body === undefined
        ? {}
        : { 'content-type': shot.type as string, 'content-length': Buffer.byteLength(shot.body) }
    const call = request({ ...base, method: shot.method, path: shot.path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: () => Buffer.concat(chunks).toString('utf8') }),
      )
    })
    call.on('error', reject)
    call.end(shot.body)
  })
}

async function load(work: Extract<Order['work'], { load: JobName }>): Promise<Result> {
  const times: number[] = []
  let count = 0
  let failures = 0
  let firstFailure: string | undefined
  const start = performance.now() + work.warmUpSeconds * 1000
  const end = start + work.seconds * 1000
  const lane = async (lane: number) => {
    while (performance.now() < end) {
      const sent = performance.now()
      const answer = await send(shotOf(work.load, { count: count++, tag: work.tag, lane }))
      if (answer.status >= 300) {
        failures++
        firstFailure ??= `${answer.status} ${answer.text().slice(0, 300)}`
      }
      const now = performance.now()
      if (sent >= start && now <= end) times.push(now - sent)
    }
  }
  await Promise.all(Array.from({ length: work.connections }, (_, at) => lane(at)))
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return {
    rate: times.length / work.seconds,
    requests: count,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    failures,
    ...(firstFailure ? { firstFailure } : {}),
  }
}

async function inLanes(shots: readonly Shot[]): Promise<Result> {
  let next = 0
  let failures = 0
  let firstFailure: string | undefined
  const started = performance.now()
  const lane = async () => {
    for (let at = next++; at < shots.length; at = next++) {
      const answer = await send(shots[at] as Shot)
      if (answer.status < 300 || answer.status === 409) continue
      failures++
      firstFailure ??= `${answer.status} ${answer.text().slice(0, 300)}`
    }
  }
  await Promise.all(Array.from({ length: 32 }, lane))
  return {
    rate: shots.length / ((performance.now() - started) / 1000),
    requests: shots.length,
    p50Ms: 0,
    p99Ms: 0,
    failures,
    ...(firstFailure ? { firstFailure } : {}),
  }
}

/** Opens the watchers, then writes secrets; the rate is deliveries a second, the time from a write's sending to each delivery. */
async function fanOut(work: Extract<Order['work'], { fanOut: number }>): Promise<Result> {
  const secrets = '/api/v1/namespaces/default/secrets'
  const sentAt = new Map<string, number>()
  const times: number[] = []
  const wanted = work.fanOut * work.watchers
  let finish: () => void = () => {}
  const finished = new Promise<void>((resolve) => (finish = resolve))
  const marker = Buffer.from(`"name":"s-${work.tag}-`)
  const watch = () =>
    new Promise<void>((resolve, reject) => {
      const call = request(
        { ...base, agent: new Agent({ keepAlive: false }), path: `${secrets}?watch=true` },
        (response) => {
          let rest: Buffer = Buffer.alloc(0)
          response.on('data', (chunk: Buffer) => {
            rest = rest.length ? Buffer.concat([rest, chunk]) : chunk
            for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
              const at = rest.subarray(0, end).indexOf(marker)
              if (at >= 0) {
                const name = rest.toString('latin1', at + 8, rest.indexOf(34, at + 8))
                times.push(performance.now() - (sentAt.get(name) ?? 0))
                if (times.length === wanted) finish()
              }
              rest = rest.subarray(end + 1)
            }
          })
          resolve()
        },
      )
      call.on('error', reject)
      call.end()
    })
  await Promise.all(Array.from({ length: work.watchers }, watch))
  const started = performance.now()
  let next = 0
  const lane = async () => {
    for (let at = next++; at < work.fanOut; at = next++) {
      const name = `s-${work.tag}-${at}`
      sentAt.set(name, performance.now())
      await send({ method: 'POST', path: secrets, type: 'application/json', body: secret(name) })
    }
  }
  await Promise.all(Array.from({ length: 32 }, lane))
  await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, 20_000))])
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  return {
    rate: times.length / seconds,
    requests: times.length,
    p50Ms: times[times.length >> 1] ?? 0,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    failures: wanted - times.length,
  }
}

async function carryOut(): Promise<Result> {
  const { work } = order
  if ('load' in work) return load(work)
  if ('fanOut' in work) return fanOut(work)
  if ('shots' in work) return inLanes(work.shots)
  if ('lanes' in work)
    return inLanes(
      Array.from({ length: work.lanes }, (_, lane) => ({
        ...shotOf('update', { count: 0, tag: 'x', lane }),
        method: 'POST',
        path: '/api/v1/namespaces/default/configmaps',
      })),
    )
  return inLanes(Array.from({ length: work.stock }, (_, at) => stockShot(at)))
}

console.log(JSON.stringify(await carryOut()))
process.exit(0)
