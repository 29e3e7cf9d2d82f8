/** `npm run bench:rollout`: a Deployment of 2,000 replicas over 100 fake nodes, until every pod is bound and Running. `-- REPLICAS NODES` changes the size. */
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { type Measured, memoryOf, startOperon } from './servers.js'

const [replicas = 2000, nodes = 100] = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number)

function client(
  server: Measured,
): (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ readonly status: number; readonly object: Record<string, unknown> }> {
  const { port, ca, cert, key } = server.address
  const tls = {
    host: '127.0.0.1',
    port,
    ca: readFileSync(ca as string),
    cert: readFileSync(cert as string),
    key: readFileSync(key as string),
    agent: new Agent({ keepAlive: true }),
  }
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const call = request(
        {
          ...tls,
          method,
          path,
          headers:
            text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, object: JSON.parse(Buffer.concat(chunks).toString('utf8')) }),
          )
        },
      )
      call.on('error', reject)
      call.end(text)
    })
}

interface Listed {
  readonly items?: readonly {
    readonly spec?: { readonly nodeName?: string }
    readonly status?: {
      readonly phase?: string
      readonly readyReplicas?: number
      readonly conditions?: readonly { readonly type: string; readonly status: string }[]
    }
  }[]
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const server = await startOperon('up', ['--no-node', '--fake-nodes', String(nodes)])
try {
  const ask = client(server)
  const readyNodes = async () =>
    ((await ask('GET', '/api/v1/nodes')).object as Listed).items?.filter((node) =>
      node.status?.conditions?.some((c) => c.type === 'Ready' && c.status === 'True'),
    ).length ?? 0
  for (let left = 600; (await readyNodes()) < nodes; left--) {
    if (left === 0) throw new Error(`only ${await readyNodes()} of ${nodes} nodes became ready`)
    await pause(50)
  }
  await pause(2000)
  const started = performance.now()
  const selector = { app: 'rollout' }
  const created = await ask('POST', '/apis/apps/v1/namespaces/default/deployments', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'rollout' },
    spec: {
      replicas,
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: selector },
        spec: {
          containers: [
            { name: 'web', image: 'registry.example/web:1', resources: { requests: { cpu: '10m', memory: '16Mi' } } },
          ],
        },
      },
    },
  })
  if (created.status !== 201) throw new Error(`the Deployment was refused: ${JSON.stringify(created.object)}`)
  const readyReplicas = async () =>
    (
      (await ask('GET', '/apis/apps/v1/namespaces/default/deployments/rollout')).object as {
        status?: { readyReplicas?: number }
      }
    ).status?.readyReplicas ?? 0
  let ready = 0
  while ((ready = await readyReplicas()) < replicas) {
    if (performance.now() - started > 60_000) throw new Error(`after 60 s only ${ready} of ${replicas} pods are ready`)
    await pause(20)
  }
  const seconds = (performance.now() - started) / 1000
  const pods = ((await ask('GET', '/api/v1/namespaces/default/pods')).object as Listed).items ?? []
  const running = pods.filter((pod) => pod.spec?.nodeName && pod.status?.phase === 'Running').length
  if (running !== replicas) throw new Error(`${running} of ${replicas} pods are bound and Running`)
  console.log(
    `${replicas} replicas over ${nodes} fake nodes: all bound, Running and seen ready by the Deployment after ${seconds.toFixed(2)} s (wanted: under 2 s for 2,000 over 100)`,
  )
  const memory = memoryOf(server.pid)
  console.log(
    `memory (PSS) ${(memory.total / 1e6).toFixed(0)} MB: ${memory.byProcess.map((each) => `${each.command} ${(each.bytes / 1e6).toFixed(0)}`).join(', ')}`,
  )
} finally {
  await server.stop()
}
