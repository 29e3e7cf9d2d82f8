/** `npm run bench:kinds`: 1,000 definitions of 60 kB each, sent as JSON: until all are served, discovery after that, the last one's schema in OpenAPI, and what each costs in memory after 60 s idle. `-- COUNT CONNECTIONS GROUPS` changes the size. */
import { setTimeout as rest } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { cpuOf, type Measured, memoryOf, startOperon } from './servers.js'

const [count = 1000, connections = 8, groups = 50] = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number)
const idleMs = 60_000

interface Told {
  readonly status: number
  readonly bytes: Buffer
  readonly ms: number
}

type Ask = (method: string, path: string, body?: string, accept?: string) => Promise<Told>

function asker({ address: { port, ca, cert, key } }: Measured): Ask {
  const agent = new Agent({ keepAlive: true })
  const [trusted, certificate, secret] = [ca, cert, key].map((path) => readFileSync(path as string))
  const tls = { host: '127.0.0.1', port, ca: trusted, cert: certificate, key: secret, agent }
  return (method, path, body, accept = 'application/json') =>
    new Promise((resolve, reject) => {
      const startMs = performance.now()
      const headers = {
        accept,
        ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}),
      }
      const call = request({ ...tls, method, path, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, bytes: Buffer.concat(chunks), ms: performance.now() - startMs }),
        )
      })
      call.on('error', reject)
      call.end(body)
    })
}

const groupOf = (at: number) => `g${at % groups}.bench.example.com`

/** About 60 kB: 400 described properties. */
function definition(at: number): string {
  const properties = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [
      `field${index}`,
      index % 4 === 0
        ? {
            type: 'array',
            description: `The list number ${index} of kind ${at}, long enough to be read by somebody.`,
            items: { type: 'string' },
          }
        : {
            type: 'string',
            description: `What the field number ${index} of kind ${at} means to those who come to read it.`,
            maxLength: 100 + index,
          },
    ]),
  )
  const openAPIV3Schema = { type: 'object', properties: { spec: { type: 'object', properties } } }
  const names = { plural: `kind${at}s`, singular: `kind${at}`, kind: `Kind${at}`, listKind: `Kind${at}List` }
  return JSON.stringify({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `kind${at}s.${groupOf(at)}` },
    spec: {
      group: groupOf(at),
      scope: 'Namespaced',
      names,
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }],
    },
  })
}

const say = (what: string, value: string): void => console.log(`${what.padEnd(60)} ${value}`)

async function install(ask: Ask): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) {
      const { status, bytes } = await ask(
        'POST',
        '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
        definition(next++),
      )
      if (status !== 201) throw new Error(`a definition was answered with ${status}: ${bytes.toString().slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: connections }, lane))
}

async function main(): Promise<void> {
  const server = await startOperon('up')
  try {
    const ask = asker(server)
    await rest(5000)
    await ask('GET', '/openapi/v3')
    await rest(idleMs)
    const before = { memory: memoryOf(server.pid).total, cpu: cpuOf(server) }
    const size = Buffer.byteLength(definition(0))
    const startMs = performance.now()
    await install(ask)
    say(
      `${count} definitions of ${Math.round(size / 1000)} kB installed`,
      `${((performance.now() - startMs) / 1000).toFixed(1)} s`,
    )
    const last = count - 1
    const path = `/apis/${groupOf(last)}/v1`
    const schema = await ask('GET', `/openapi/v3${path}`)
    const published = schema.bytes.includes(`field399 of kind ${last}`) || schema.bytes.includes(`Kind${last}`)
    say("the last one's schema in OpenAPI v3", `${schema.ms.toFixed(0)} ms, ${published ? 'there' : 'MISSING'}`)
    const object = JSON.stringify({
      apiVersion: `${groupOf(last)}/v1`,
      kind: `Kind${last}`,
      metadata: { name: 'one' },
      spec: { field1: 'x' },
    })
    const made = await ask('POST', `${path}/namespaces/default/kind${last}s`, object)
    say('an object of it created', `${made.ms.toFixed(0)} ms, ${made.status}`)
    const aggregated = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList'
    for (const what of ['first', 'again']) {
      const discovery = await ask('GET', '/apis', undefined, aggregated)
      say(
        `aggregated discovery, ${what}`,
        `${discovery.ms.toFixed(0)} ms, ${Math.round(discovery.bytes.length / 1000)} kB`,
      )
    }
    say('CPU of all processes, a definition', `${((cpuOf(server) - before.cpu) / count / 1000).toFixed(1)} ms`)
    await rest(idleMs)
    say(
      'CPU of all processes after 60 s idle, a definition',
      `${((cpuOf(server) - before.cpu) / count / 1000).toFixed(1)} ms`,
    )
    const { total, byProcess } = memoryOf(server.pid)
    say(
      'PSS more, a definition',
      `${((total - before.memory) / count / 1e6).toFixed(3)} MB (${Math.round(before.memory / 1e6)} -> ${Math.round(total / 1e6)} MB)`,
    )
    for (const { command, bytes } of byProcess) say(`  ${command}`.slice(0, 58), `${Math.round(bytes / 1e6)} MB`)
    const whole = await ask('GET', '/openapi/v2')
    say(
      'OpenAPI v2, everything in one document',
      `${whole.ms.toFixed(0)} ms, ${Math.round(whole.bytes.length / 1e6)} MB`,
    )
  } finally {
    await server.stop()
  }
}

await main()
process.exit(0)
