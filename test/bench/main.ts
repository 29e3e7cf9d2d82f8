/** `npm run bench`: Operon against the bare pipe, alternating in one run; prints rates, the ratio, and server CPU a request. `-- --quick` runs each once and short; `-- create get` only those (also fanOut, inProcess, whole); `-- --json` adds all of it as one line of JSON. */
import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Order, Result } from './client.js'
import { configMap, type Job, type JobName, jobs } from './jobs.js'
import type { InProcessResult } from './in-process.js'
import { measureWhole } from './whole.js'
import { cpuMicroseconds, type Measured, memoryOf, startBare, startOperon } from './servers.js'

const words = process.argv.slice(2)
const quick = words.includes('--quick')
const only = words.filter((word) => !word.startsWith('--'))
const runs = quick ? 1 : 3
const seconds = quick ? 2 : 3
const warmUpSeconds = quick ? 1 : 2

interface Sample extends Result {
  /** Server CPU a request over the whole run, in microseconds. */
  readonly cpu: number
}

function order(server: Measured, work: Order['work']): Promise<Result> {
  const client = join(dirname(fileURLToPath(import.meta.url)), 'client.js')
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [client, JSON.stringify({ ...server.address, work })],
      { maxBuffer: 1 << 24 },
      (error, output, errors) => {
        if (error) reject(new Error(`${errors || error.message}`))
        else resolve(JSON.parse(output))
      },
    )
  })
}

async function sample(server: Measured, work: Order['work']): Promise<Sample> {
  const before = cpuMicroseconds(server.pid)
  const result = await order(server, work)
  if (result.failures > 0)
    throw new Error(
      `${server.name}: ${result.failures} of ${result.requests} failed: ${result.firstFailure ?? 'not delivered'}`,
    )
  return { ...result, cpu: (cpuMicroseconds(server.pid) - before) / result.requests }
}

const wanted = (part: string): boolean => only.length === 0 || only.includes(part)
const rows: object[] = []

function median(samples: readonly Sample[]): Sample {
  return [...samples].sort((a, b) => a.rate - b.rate)[samples.length >> 1] as Sample
}

const shown = (rate: number) => (rate >= 100 ? Math.round(rate).toLocaleString('en-US') : rate.toFixed(1))

function print(title: string, operon: Sample, bare: Sample, wanted: number): void {
  const ratio = operon.rate / bare.rate
  rows.push({ title, operon, bare, ratio, wanted })
  const cells = [
    title.padEnd(28),
    shown(operon.rate).padStart(9),
    shown(bare.rate).padStart(9),
    ratio.toFixed(2).padStart(7),
    wanted.toFixed(1).padStart(7),
  ]
  const more = [
    operon.p50Ms.toFixed(1).padStart(8),
    Math.round(operon.cpu).toLocaleString('en-US').padStart(9),
    Math.round(bare.cpu).toLocaleString('en-US').padStart(9),
    ratio >= wanted ? '' : '  short',
  ]
  console.log([...cells, ...more].join(' '))
}

async function compare(
  job: Job,
  servers: { readonly operon: Measured; readonly bare: Measured },
  references: Map<JobName, Sample[]>,
): Promise<void> {
  const operon: Sample[] = []
  const bare: Sample[] = []
  for (let run = 0; run < runs; run++) {
    const work = {
      load: job.name,
      connections: job.connections,
      seconds,
      warmUpSeconds,
      tag: `${job.name.toLowerCase()}${run}`,
    }
    bare.push(await sample(servers.bare, { ...work, load: job.bare, tag: `${work.tag}-b` }))
    operon.push(await sample(servers.operon, work))
  }
  references.set(job.bare, bare)
  print(job.title, median(operon), median(bare), job.wanted)
}

async function fanOut(servers: { readonly operon: Measured; readonly bare: Measured }): Promise<void> {
  const of = async (server: Measured) => {
    const samples: Sample[] = []
    for (let run = 0; run < runs; run++)
      samples.push(await sample(server, { fanOut: 500, watchers: 100, tag: `f${run}` }))
    return median(samples)
  }
  const bare = await of(servers.bare)
  print('fan-out, 500 to 100 watchers', await of(servers.operon), bare, 0.8)
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

/** The calls that operators make, through a port. */
function inProcess(): Promise<void> {
  const program = join(dirname(fileURLToPath(import.meta.url)), 'in-process.js')
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, quick ? '3000' : '10000'], (error, output, errors) => {
      if (error) return reject(new Error(errors || error.message))
      console.log('\nin process, through a port, durable (CPU of client and server together)')
      for (const result of JSON.parse(output) as InProcessResult[]) {
        rows.push({ title: `in process: ${result.call}`, ...result })
        console.log(`${result.call.padEnd(28)} ${shown(result.rate).padStart(9)}/s ${Math.round(result.cpu)} us`)
      }
      resolve()
    })
  })
}

async function whole(): Promise<void> {
  const result = await measureWhole(order, seconds)
  rows.push({ title: 'operon up', ...result })
  const { readyMs, nodeReadyMs, freshCpuPercent, settlingCpuPercent, idleCpuPercent } = result
  console.log(`\noperon up: /readyz after ${Math.round(readyMs)} ms (wanted: under 500)`)
  console.log(`  first node Ready after ${Math.round(nodeReadyMs)} ms (wanted: under 1500); 30 s after a load:`)
  for (const { command, bytes } of result.byProcess) console.log(`  ${megabytes(bytes).padStart(7)}  ${command}`)
  console.log(`  ${megabytes(result.totalBytes).padStart(7)}  in all (PSS; wanted: under 250)`)
  const [fresh, settling, idle] = [freshCpuPercent, settlingCpuPercent, idleCpuPercent].map((each) => each.toFixed(2))
  console.log(
    `  idle CPU in % of a core: ${fresh} fresh, ${settling} in the 30 s after a load, ${idle} then (wanted: under 0.5)`,
  )
}

async function prepare(server: Measured): Promise<void> {
  if (server.name === 'operon') {
    const namespaces = ['bench-stock', 'bench-pods'].map((name) => ({
      method: 'POST',
      path: '/api/v1/namespaces',
      type: 'application/json',
      body: JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }),
    }))
    const accounts = ['bench-stock', 'bench-pods'].map((namespace) => ({
      method: 'POST',
      path: `/api/v1/namespaces/${namespace}/serviceaccounts`,
      type: 'application/json',
      body: JSON.stringify({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } }),
    }))
    for (const shots of [namespaces, accounts]) await sample(server, { shots })
  }
  await sample(server, { lanes: 32 })
  await sample(server, {
    shots: [
      {
        method: 'POST',
        path: '/api/v1/namespaces/default/configmaps',
        type: 'application/json',
        body: configMap('first'),
      },
    ],
  })
  await sample(server, { stock: 5000 })
}

const operon = await startOperon('server')
const { port: _, ...client } = operon.address
const serverKey = { key: join(operon.folder, 'pki', 'server.key'), cert: join(operon.folder, 'pki', 'server.crt') }
const bare = await startBare(serverKey, client)
try {
  console.log(`node ${process.version}, ${runs} runs of ${seconds} s after ${warmUpSeconds} s of warm-up, median\n`)
  console.log(`start to ready on an empty folder  ${Math.round(operon.readyMs)} ms (wanted: under 500)\n`)
  console.log(
    `${''.padEnd(28)} ${'operon/s'.padStart(9)} ${'bare/s'.padStart(9)} ${'ratio'.padStart(7)} ${'wanted'.padStart(7)} ${'p50 ms'.padStart(8)} ${'us/req'.padStart(9)} ${'us bare'.padStart(9)}`,
  )
  for (const server of [operon, bare]) await prepare(server)
  const references = new Map<JobName, Sample[]>()
  for (const job of jobs) if (wanted(job.name)) await compare(job, { operon, bare }, references)
  if (wanted('fanOut')) await fanOut({ operon, bare })
  const memory = memoryOf(operon.pid)
  rows.push({ title: 'start to ready', ms: operon.readyMs }, { title: 'memory of the server', bytes: memory.total })
  console.log(`\nmemory of the server right after the run (PSS)  ${megabytes(memory.total)}`)
} finally {
  await Promise.all([operon.stop(), bare.stop()])
}
if (wanted('inProcess')) await inProcess()
if (wanted('whole')) await whole()
if (words.includes('--json')) console.log(JSON.stringify(rows))
