/** The least of /stats/summary that its readers need: cpu and memory of each running container. */
import { timestamp } from '../../../core/meta/index.js'
import type { RouteTools } from './routes.js'

export async function statsSummary({ nodeName, runtime, clock, pods }: RouteTools): Promise<object> {
  const shown = []
  for (const { pod, containers } of pods()) {
    const running = containers.filter(({ state }) => state === 'running')
    const stats = await Promise.all(
      running.map(async ({ id, config }) => ({ name: config.name, is: await runtime.stats(id) })),
    )
    const { name, namespace, uid } = pod.metadata
    shown.push({
      podRef: { name, namespace, uid },
      startTime: pod.status?.startTime ?? null,
      containers: stats.flatMap(({ name, is }) => (is ? [containerStats(name, is)] : [])),
    })
  }
  return { node: { nodeName, startTime: timestamp(clock.now()) }, pods: shown }
}

function containerStats(
  name: string,
  is: { readonly atMs: number; readonly cpuCoreNanoSeconds: number; readonly memoryWorkingSetBytes: number },
): object {
  const time = timestamp(is.atMs)
  return {
    name,
    cpu: { time, usageCoreNanoSeconds: is.cpuCoreNanoSeconds },
    memory: { time, workingSetBytes: is.memoryWorkingSetBytes },
  }
}
