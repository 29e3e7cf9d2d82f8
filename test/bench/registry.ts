/** What the registry itself costs, on the memory driver: microseconds of CPU a call. Run: node dist/test/bench/registry.js */
import { performance } from 'node:perf_hooks'
import type { KubeObject } from '../../core/meta/index.js'
import { type Bench, registryBench } from '../kit/registry.js'

const body = JSON.stringify({
  kind: 'ConfigMap',
  apiVersion: 'v1',
  metadata: { name: 'NAME', namespace: 'default', labels: { app: 'bench', tier: 'gold' } },
  data: { config: 'x'.repeat(300), other: 'y'.repeat(100) },
})
const pod = JSON.stringify({
  kind: 'Pod',
  apiVersion: 'v1',
  metadata: { name: 'NAME', namespace: 'default', labels: { app: 'bench' } },
  spec: {
    containers: [{ name: 'main', image: 'nginx', ports: [{ containerPort: 80 }], env: [{ name: 'A', value: 'b' }] }],
  },
})

async function measure(name: string, count: number, call: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < count / 5; n++) await call(n)
  const cpu = process.cpuUsage()
  const started = performance.now()
  for (let n = 0; n < count; n++) await call(count + n)
  const ms = performance.now() - started
  const { user, system } = process.cpuUsage(cpu)
  console.log(
    `${name.padEnd(16)} ${((ms * 1000) / count).toFixed(1)} us, ${((user + system) / count).toFixed(1)} us CPU with GC`,
  )
}

const nameOf = (n: number) => `object-${String(n).padStart(7, '0')}`
const parse = (text: string, n: number) => JSON.parse(text.replace('NAME', nameOf(n))) as KubeObject

async function run(bench: Bench): Promise<void> {
  const { registry, target, context } = bench
  const maps = target('configmaps')
  const one = context()
  const count = 30_000
  await measure('parse alone', count, async (n) => parse(body, n))
  await measure('create', count, (n) => registry.create(maps, parse(body, n), one))
  await measure('get', count, async (n) => {
    const answer = await registry.get({ ...maps, name: nameOf(n) })
    return 'record' in answer && answer.record.bytes()
  })
  await measure('update', count, (n) => {
    const next = parse(body, n)
    next.data = { config: `z${n}` }
    return registry.update({ ...maps, name: nameOf(n) }, next, one)
  })
  await measure('merge patch', count, (n) => {
    const type = 'application/merge-patch+json'
    return registry.patch({ ...maps, name: nameOf(n) }, { type, body: { data: { at: `${n}` } }, force: false }, one)
  })
  await measure('apply', count / 2, (n) => {
    const configuration = { ...parse(body, n), data: { applied: `${n}` } }
    const patch = { type: 'application/apply-patch+yaml', body: configuration, force: true } as const
    return registry.patch({ ...maps, name: nameOf(n) }, patch, one)
  })
  await measure('create pod', count / 3, (n) => registry.create(target('pods'), parse(pod, n), one))
  await measure('list 500', 200, () => registry.list(maps, { limit: 500 }))
  await measure('delete', count, (n) => registry.delete({ ...maps, name: nameOf(n) }, {}, one))
}

await run(await registryBench())
