/** `operon up` as a whole: start to ready, and 30 s after a load the memory of all its processes and the CPU they use while idle. */
import type { Order, Result } from './client.js'
import { configMap } from './jobs.js'
import { cpuMicroseconds, descendants, type Measured, memoryOf, startOperon } from './servers.js'

export interface WholeResult {
  readonly readyMs: number
  readonly totalBytes: number
  readonly byProcess: readonly { readonly command: string; readonly bytes: number }[]
  /** Of one core, of all processes together. */
  readonly idleCpuPercent: number
}

const restMs = 30_000
const configMaps = '/api/v1/namespaces/default/configmaps'

/** `order` sends a load and resolves when it is done. */
export async function measureWhole(
  order: (server: Measured, work: Order['work']) => Promise<Result>,
  seconds: number,
): Promise<WholeResult> {
  const server = await startOperon('up')
  try {
    const namespace = JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bench-stock' } })
    const type = 'application/json'
    await order(server, { shots: [{ method: 'POST', path: '/api/v1/namespaces', type, body: namespace }] })
    await order(server, { lanes: 32 })
    await order(server, { shots: [{ method: 'POST', path: configMaps, type, body: configMap('first') }] })
    await order(server, { stock: 5000 })
    for (const load of ['create', 'get', 'list500', 'byLabel', 'update', 'mergePatch', 'apply'] as const)
      await order(server, { load, connections: 32, seconds, warmUpSeconds: 0, tag: `whole-${load.toLowerCase()}` })
    await new Promise((resolve) => setTimeout(resolve, restMs / 2))
    const before = cpuOf(server)
    await new Promise((resolve) => setTimeout(resolve, restMs / 2))
    const idleCpuPercent = ((cpuOf(server) - before) / ((restMs / 2) * 1000)) * 100
    const { total, byProcess } = memoryOf(server.pid)
    return { readyMs: server.readyMs, totalBytes: total, byProcess, idleCpuPercent }
  } finally {
    await server.stop()
  }
}

const cpuOf = (server: Measured): number => descendants(server.pid).reduce((sum, pid) => sum + cpuMicroseconds(pid), 0)
