/** What an operator's calls cost: create a pod, bind it, write its status, through a port in this process to the whole server on LMDB. Prints one JSON result; run by the bench in a process of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { Client, Port } from '../../core/client/index.js'
import { servePort } from '../../core/funnel/index.js'
import { portCarrier } from '../../core/kit/index.js'
import { Namespace, Pod, ServiceAccount } from '../../crds/generated/tokens.js'
import { openLmdbStorage } from '../../plugins/storage/lmdb/index.js'
import { TestServer } from '../kit/server.js'

export interface InProcessResult {
  readonly call: string
  readonly rate: number
  /** Of client and server together, as they share the process, in microseconds. */
  readonly cpu: number
}

const namespace = 'bench-calls'
const lanes = 32

async function measure(call: string, count: number, make: (at: number) => Promise<unknown>): Promise<InProcessResult> {
  const cpu = process.cpuUsage()
  const started = performance.now()
  let next = 0
  const lane = async () => {
    for (let at = next++; at < count; at = next++) await make(at)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return { call, rate: count / seconds, cpu: (user + system) / count }
}

const pod = (name: string) => ({
  metadata: { name, namespace, labels: { app: 'web' } },
  spec: { containers: [{ name: 'web', image: 'nginx', resources: { requests: { cpu: '10m', memory: '16Mi' } } }] },
})

const binding = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Binding',
  metadata: { name },
  target: { kind: 'Node', name: 'n1' },
})
const running = { phase: 'Running', podIP: '10.0.0.1', conditions: [{ type: 'Ready', status: 'True' }] }

async function round(client: Client, tag: string, count: number): Promise<InProcessResult[]> {
  const name = (at: number) => `${tag}-${at}`
  const merge = { type: 'merge', body: { status: running } } as const
  return [
    await measure('create a pod', count, (at) => client.create(Pod, pod(name(at)))),
    await measure('bind it', count, (at) => {
      const body = binding(name(at))
      return client.createSubresource(Pod, { namespace, name: name(at), subresource: 'binding', body })
    }),
    await measure('write its status', count, (at) =>
      client.patch(Pod, { namespace, name: name(at), patch: merge }, { subresource: 'status' }),
    ),
  ]
}

const folder = mkdtempSync(join(tmpdir(), 'operon-bench-calls-'))
const server = await TestServer.start({ storage: await openLmdbStorage({ folder }) })
try {
  const { port1, port2 } = new MessageChannel()
  const user = { username: 'system:operator:bench', groups: ['system:masters', 'system:authenticated'] }
  servePort(portCarrier(port1), { funnel: server.server.funnel, userOf: () => user })
  const port = new Port(portCarrier(port2))
  const client = new Client(port.transport('bench'), { userAgent: 'bench' })
  await client.create(Namespace, { metadata: { name: namespace } })
  await client.create(ServiceAccount, { metadata: { name: 'default', namespace } })
  await round(client, 'warm', 2000)
  console.log(JSON.stringify(await round(client, 'calls', Number(process.argv[2] ?? 5000))))
  port.close()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
