/** `/metrics`: what this process measures of itself, in Prometheus' text; names as upstream's where it has one. */
import { readFileSync, readdirSync } from 'node:fs'
import { type Clock, type Family, prometheusType, writePrometheus } from '../kit/index.js'
import { collectionPrefix, type Registry } from '../registry/index.js'
import type { Storage } from '../storage/index.js'
import type { HealthCheck, TextDocument } from './plain-paths.js'

export interface MetricsParts {
  readonly requests: { families(): readonly Family[] }
  readonly registry: Registry
  readonly storage: Storage
  readonly checks: readonly HealthCheck[]
  readonly version: Readonly<Record<string, string>>
  readonly clock: Clock
}

/** Cost: nothing until asked for; then a count for each kind. */
export function metricsDocuments(parts: MetricsParts): readonly TextDocument[] {
  const startedMs = parts.clock.now() - parts.clock.monotonicMs()
  const all = async () => [
    ...parts.requests.families(),
    ...(await storeFamilies(parts)),
    ...healthFamilies(parts.checks),
    buildFamily(parts.version),
    ...ownFamilies(startedMs),
  ]
  const shown = (path: string, families: () => Promise<readonly Family[]> | readonly Family[]): TextDocument => ({
    path,
    contentType: prometheusType,
    text: shared(async () => writePrometheus(await families())),
  })
  return [shown('/metrics', all), shown('/metrics/slis', () => healthFamilies(parts.checks))]
}

/** Who asks while it is being made is told the same. */
function shared(make: () => Promise<string>): () => Promise<string> {
  let made: Promise<string> | undefined
  return () => {
    made ??= make().finally(() => (made = undefined))
    return made
  }
}

async function storeFamilies({ registry, storage }: MetricsParts): Promise<readonly Family[]> {
  const kept = registry
    .definitions()
    .filter(({ strategy }) => !strategy.createOnly && !strategy.told && !strategy.storedAs)
  const counts = await Promise.all(
    kept.map(async (definition) => ({
      labels: { group: definition.group, resource: definition.names.plural },
      value: await storage.count(collectionPrefix(definition)),
    })),
  )
  return [
    {
      name: 'apiserver_resource_objects',
      type: 'gauge',
      help: 'Stored objects by kind.',
      samples: counts.filter(({ value }) => value > 0),
    },
    gauge('operon_storage_revision', 'Newest revision of the store.', storage.revision()),
    gauge('operon_storage_oldest_revision', 'Oldest revision that can still be listed.', storage.oldestRevision()),
    gauge('operon_storage_history_bytes', 'About how much the kept history takes.', storage.historyBytes()),
  ]
}

function healthFamilies(checks: readonly HealthCheck[]): readonly Family[] {
  const samples = checks.flatMap(({ name, readyOnly, wrong }) =>
    (readyOnly ? ['readyz'] : ['healthz', 'livez', 'readyz']).map((type) => ({
      labels: { name, type },
      value: wrong() === undefined ? 1 : 0,
    })),
  )
  return [{ name: 'kubernetes_healthcheck', type: 'gauge', help: 'Whether a check of health passes.', samples }]
}

const buildFamily = ({ major = '', minor = '', gitVersion = '', platform = '' }: MetricsParts['version']): Family => ({
  name: 'kubernetes_build_info',
  type: 'gauge',
  help: 'What this build says of itself.',
  samples: [{ labels: { major, minor, git_version: gitVersion, platform }, value: 1 }],
})

const gauge = (name: string, help: string, value: number): Family => ({
  name,
  type: 'gauge',
  help,
  samples: [{ labels: {}, value }],
})

function ownFamilies(startedMs: number): Family[] {
  const { user, system } = process.cpuUsage()
  const { rss, heapTotal, heapUsed } = process.memoryUsage()
  const files = openFiles()
  return [
    { ...gauge('process_cpu_seconds_total', 'Processor time used.', (user + system) / 1e6), type: 'counter' },
    gauge('process_resident_memory_bytes', 'Resident memory.', rss),
    gauge('process_start_time_seconds', 'When the process began, since 1970.', startedMs / 1000),
    ...(files === undefined ? [] : [gauge('process_open_fds', 'Open file descriptors.', files.open)]),
    ...(files?.most === undefined ? [] : [gauge('process_max_fds', 'Most file descriptors.', files.most)]),
    gauge('nodejs_heap_size_total_bytes', 'Memory of the heap.', heapTotal),
    gauge('nodejs_heap_size_used_bytes', 'Memory of objects in the heap.', heapUsed),
  ]
}

/** Where the machine tells. */
function openFiles(): { readonly open: number; readonly most: number | undefined } | undefined {
  try {
    const most = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'latin1'))?.[1]
    return { open: readdirSync('/proc/self/fd').length, most: most === undefined ? undefined : Number(most) }
  } catch {
    return undefined
  }
}
