/** `operon up` as a whole: start to ready, the CPU of all its processes while idle, fresh and after a load, and their memory 30 s after it. */
import { setTimeout as rest } from 'node:timers/promises'
import type { Order, Result } from './client.js'
import { configMap } from './jobs.js'
import { cpuOf, type Measured, memoryOf, startOperon } from './servers.js'

export interface WholeResult {
  readonly readyMs: number
  readonly totalBytes: number
  readonly byProcess: readonly { readonly command: string; readonly bytes: number }[]
  /** To the first Node's condition Ready. */
  readonly nodeReadyMs: number
  /** Each of one core, of all processes together, over 30 s: before the load, when what the start brought has settled for 20 s; ... */
  readonly freshCpuPercent: number
  /** ... over the first 30 s after the load, with what V8's collectors and the store still have to put away; ... */
  readonly settlingCpuPercent: number
  /** ... and over the next 30 s. */
  readonly idleCpuPercent: number
}

const restMs = 30_000
const settleMs = 20_000
const configMaps = '/api/v1/namespaces/default/configmaps'

/** `order` sends a load and resolves when it is done. */
export async function measureWhole(
  order: (server: Measured, work: Order['work']) => Promise<Result>,
  seconds: number,
): Promise<WholeResult> {
  const server = await startOperon('up')
  try {
    await rest(settleMs)
    const freshCpuPercent = await cpuWhileIdle(server)
    const namespace = JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bench-stock' } })
    const type = 'application/json'
    await order(server, { shots: [{ method: 'POST', path: '/api/v1/namespaces', type, body: namespace }] })
    await order(server, { lanes: 32 })
    await order(server, { shots: [{ method: 'POST', path: configMaps, type, body: configMap('first') }] })
    await order(server, { stock: 5000 })
    for (const load of ['create', 'get', 'list500', 'byLabel', 'update', 'mergePatch', 'apply'] as const)
      await order(server, { load, connections: 32, seconds, warmUpSeconds: 0, tag: `whole-${load.toLowerCase()}` })
    const settlingCpuPercent = await cpuWhileIdle(server)
    const { total, byProcess } = memoryOf(server.pid)
    const idleCpuPercent = await cpuWhileIdle(server)
    const { readyMs, nodeReadyMs = Number.NaN } = server
    return {
      ...{ readyMs, nodeReadyMs, totalBytes: total, byProcess },
      ...{ freshCpuPercent, settlingCpuPercent, idleCpuPercent },
    }
  } finally {
    await server.stop()
  }
}

async function cpuWhileIdle(server: Measured): Promise<number> {
  const before = cpuOf(server)
  await rest(restMs)
  return ((cpuOf(server) - before) / (restMs * 1000)) * 100
}
