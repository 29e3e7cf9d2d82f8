/**
 * `npm run bench:reads`: a list of 100,000 pods whole and what memory it takes; 1,000 informers that reconnect after a restart; 10,000 idle watchers and 1,000 events a second, none lost.
 * `-- PODS INFORMERS WATCHERS EVENTS` changes the sizes; 0 leaves a part out.
 */
import { setTimeout as rest } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import { Agent, type RequestOptions, request } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { cpuMicroseconds, memoryOf, startOperon } from './servers.js'

const [pods = 100_000, informers = 1000, watchers = 10_000, events = 10_000] = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number)
const eventsASecond = 1000
const patienceMs = 60_000

type Server = Awaited<ReturnType<typeof startOperon>>

const say = (what: string, value: string): void => console.log(`${what.padEnd(64)} ${value}`)
const seconds = (sinceMs: number): string => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

/** Requests as the admin, over kept connections; `alone` ones have a connection of their own. */
class Asker {
  readonly #base: RequestOptions
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 })

  constructor({ address: { port, ca, cert, key } }: Server) {
    const [trusted, certificate, secret] = [ca, cert, key].map((path) => readFileSync(path as string))
    this.#base = { host: '127.0.0.1', port, ca: trusted, cert: certificate, key: secret }
  }

  open(path: string, { method = 'GET', body, alone }: { method?: string; body?: string; alone?: boolean } = {}) {
    return new Promise<IncomingMessage>((resolve, reject) => {
      const headers = body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}
      const agent = alone ? new Agent({ keepAlive: false }) : this.#agent
      const call = request({ ...this.#base, agent, method, path, headers }, resolve)
      call.on('error', reject)
      call.end(body)
    })
  }

  async create(path: string, object: object): Promise<number> {
    const answer = await this.open(path, { method: 'POST', body: JSON.stringify(object) })
    let text = ''
    for await (const piece of answer.setEncoding('utf8')) text += piece
    if (answer.statusCode !== 201 && answer.statusCode !== 409) throw new Error(text.slice(0, 300))
    return Number(/"resourceVersion":"(\d+)"/.exec(text)?.[1] ?? 0)
  }
}

const namespace = '/api/v1/namespaces/reads'
const configMaps = `${namespace}/configmaps`

async function prepare(ask: Asker): Promise<void> {
  await ask.create('/api/v1/namespaces', { metadata: { name: 'reads' } })
  await ask.create(`${namespace}/serviceaccounts`, { metadata: { name: 'default' } })
}

async function inLanes(count: number, act: (at: number) => Promise<unknown>): Promise<void> {
  let next = 0
  const lane = async () => {
    for (let at = next++; at < count; at = next++) await act(at)
  }
  await Promise.all(Array.from({ length: 32 }, lane))
}

const pod = (at: number) => ({
  metadata: { name: `pod-${String(at).padStart(6, '0')}`, labels: { app: `app-${at % 100}`, tier: 'web' } },
  spec: {
    containers: [
      {
        name: 'web',
        image: 'registry.example.com/team/web:1.2.3',
        env: [{ name: 'MODE', value: 'production' }],
        ports: [{ containerPort: 8080 }],
        resources: { requests: { cpu: '100m', memory: '64Mi' } },
      },
    ],
  },
})

/** Lists all pods, counting them, and looks at the server's memory meanwhile. */
async function wholeList(ask: Asker, server: Server): Promise<void> {
  let startMs = performance.now()
  await inLanes(pods, (at) => ask.create(`${namespace}/pods`, pod(at)))
  say(`${pods} pods created`, seconds(startMs))
  await rest(10_000)
  const before = memoryOf(server.pid).total
  const cpu = cpuMicroseconds(server.pid)
  let peak = before
  const look = setInterval(() => (peak = Math.max(peak, memoryOf(server.pid).total)), 100)
  startMs = performance.now()
  const answer = await ask.open(`${namespace}/pods`)
  const firstMs = performance.now() - startMs
  let bytes = 0
  let items = 0
  const marker = Buffer.from('"uid":"')
  let tail: Buffer = Buffer.alloc(0)
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length
    const text = Buffer.concat([tail, piece])
    for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) items++
    tail = text.subarray(Math.max(0, text.length - marker.length + 1))
  }
  clearInterval(look)
  say(
    `list of ${items} pods whole, ${megabytes(bytes)}`,
    `${seconds(startMs)}, first byte after ${firstMs.toFixed(0)} ms`,
  )
  say('  CPU of the server', `${((cpuMicroseconds(server.pid) - cpu) / 1e6).toFixed(1)} s`)
  say(
    '  memory more at its peak (PSS; wanted: under 100 MB)',
    `${megabytes(peak - before)} (${megabytes(before)} before)`,
  )
}

/** Calls `line` with each event; resolves at the end of the watch. */
function follow(answer: IncomingMessage, line: (text: Buffer) => void): Promise<void> {
  let tail: Buffer = Buffer.alloc(0)
  return new Promise((resolve) => {
    answer.on('data', (piece: Buffer) => {
      let text = tail.length ? Buffer.concat([tail, piece]) : piece
      for (let end = text.indexOf(10); end >= 0; end = text.indexOf(10)) {
        line(text.subarray(0, end))
        text = text.subarray(end + 1)
      }
      tail = text
    })
    answer.on('error', () => resolve())
    answer.on('close', resolve)
  })
}

const revisionOf = (line: Buffer): number => Number(/"resourceVersion":"(\d+)"/.exec(line.toString('latin1'))?.[1] ?? 0)

/** Watches that go on from where they were, as informers do: none may miss or repeat a revision over a restart. */
async function reconnect(ask: Asker, server: Server): Promise<Server> {
  const from = await ask.create(configMaps, { metadata: { name: 'informers-begin' } })
  const seen = Array.from({ length: informers }, () => [] as number[])
  let isOver = false
  let relists = 0
  const inform = async (at: number): Promise<void> => {
    while (!isOver) {
      try {
        const place = seen[at]!.at(-1) ?? from
        const path = `${configMaps}?watch=1&allowWatchBookmarks=true&resourceVersion=${place}`
        await follow(await ask.open(path, { alone: true }), (line) => {
          if (line.includes('"ERROR"')) relists++
          else if (!line.includes('"BOOKMARK"')) seen[at]!.push(revisionOf(line))
        })
      } catch {
        // As client-go's reflectors: first after 0.8 s, with a jitter as long again.
        await rest(800 * (1 + Math.random()))
      }
    }
  }
  const all = seen.map((_, at) => inform(at))
  const made: number[] = []
  const write = async (count: number, tag: string): Promise<void> => {
    for (let at = 0; at < count; at++) made.push(await ask.create(configMaps, { metadata: { name: `${tag}-${at}` } }))
  }
  const synced = () => seen.every((revisions) => revisions.length >= made.length)
  await write(20, 'before')
  if (!(await until(synced))) throw new Error('the informers did not see what was written before the restart')
  await server.end()
  const startMs = performance.now()
  const again = await startOperon('server', [], server)
  const readyMs = performance.now() - startMs
  await write(20, 'after')
  const isSynced = await until(synced)
  say(
    `${informers} informers after a restart, all synced (wanted: 10 s)`,
    isSynced
      ? `${seconds(startMs)} from the start of the process (ready after ${(readyMs / 1000).toFixed(1)} s)`
      : 'NEVER',
  )
  say('  CPU of the server from its start', `${(cpuMicroseconds(again.pid) / 1e6).toFixed(1)} s`)
  const wrong = seen.filter((revisions) => revisions.join() !== made.join()).length
  say('  with lost, doubled or disordered events; lists anew', `${wrong}; ${relists}`)
  isOver = true
  await again.end()
  await Promise.all(all)
  return startOperon('server', [], server)
}

async function until(isSo: () => boolean): Promise<boolean> {
  for (const startMs = performance.now(); performance.now() - startMs < patienceMs; await rest(20))
    if (isSo()) return true
  return false
}

/** Each watcher follows one name; each event concerns one of them, and a watcher of everything. */
async function idle(ask: Asker, server: Server): Promise<void> {
  const from = await ask.create(configMaps, { metadata: { name: 'idle-begin' } })
  const before = memoryOf(server.pid).total
  let startMs = performance.now()
  const got = new Int32Array(watchers)
  const nameOf = (at: number) => `w-${at % watchers}-${Math.floor(at / watchers)}`
  await inLanes(watchers, async (at) => {
    const path = `${configMaps}?watch=1&resourceVersion=${from}&labelSelector=watcher%3D${at}`
    void follow(await ask.open(path, { alone: true }), () => got[at]!++)
  })
  say(
    `${watchers} watchers opened`,
    `${seconds(startMs)}, ${((memoryOf(server.pid).total - before) / watchers / 1000).toFixed(1)} kB each`,
  )
  const revisions: number[] = []
  void follow(await ask.open(`${configMaps}?watch=1&resourceVersion=${from}`, { alone: true }), (line) =>
    revisions.push(revisionOf(line)),
  )
  await rest(2000)
  const idleCpu = cpuMicroseconds(server.pid)
  await rest(5000)
  say(
    '  CPU of the server with nothing happening',
    `${((cpuMicroseconds(server.pid) - idleCpu) / 50_000).toFixed(1)} % of a core`,
  )
  const cpu = cpuMicroseconds(server.pid)
  startMs = performance.now()
  await inLanes(events, async (at) => {
    await rest(Math.max(0, startMs + (at * 1000) / eventsASecond - performance.now()))
    await ask.create(configMaps, { metadata: { name: nameOf(at), labels: { watcher: String(at % watchers) } } })
  })
  const tookMs = performance.now() - startMs
  const wanted = (at: number) => Math.floor(events / watchers) + (at < events % watchers ? 1 : 0)
  const isAll = await until(() => revisions.length >= events && got.every((count, at) => count >= wanted(at)))
  const lost = got.reduce((sum, count, at) => sum + Math.max(0, wanted(at) - count), 0)
  const doubled = got.reduce((sum, count, at) => sum + Math.max(0, count - wanted(at)), 0)
  const isOrdered = revisions.every((revision, at) => at === 0 || revision > revisions[at - 1]!)
  say(
    `${events} events at ${Math.round((events * 1000) / tookMs)} a second`,
    `${lost} lost, ${doubled} doubled${isAll ? '' : ' (NOT ALL CAME)'}`,
  )
  say('  a watcher of everything', `${revisions.length} events, ${isOrdered ? 'in order' : 'OUT OF ORDER'}`)
  say('  CPU of the server, an event', `${((cpuMicroseconds(server.pid) - cpu) / events).toFixed(0)} us`)
}

async function main(): Promise<void> {
  let server = await startOperon('server')
  try {
    const ask = new Asker(server)
    await prepare(ask)
    if (pods > 0) await wholeList(ask, server)
    if (informers > 0) server = await reconnect(ask, server)
    if (watchers > 0) await idle(ask, server)
  } finally {
    await server.stop()
  }
}

await main()
process.exit(0)
