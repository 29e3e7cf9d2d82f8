/** The bare pipe: node's https and lmdb with nothing between, the floor that Operon's speed is held against. Arguments: KEY CERT FOLDER; prints its port. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { open } from 'lmdb'

const [key, cert, folder] = process.argv.slice(2) as [string, string, string]
const database = open<Buffer, string>({ path: folder, encoding: 'binary', compression: false, overlappingSync: false })
const watchers: ServerResponse[] = []
let revision = 0

async function write(
  place: { plural: string; namespace: string; name: string | undefined },
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const object = JSON.parse(body.toString('utf8'))
  object.metadata ??= {}
  Object.assign(object.metadata, {
    namespace: place.namespace,
    uid: randomUUID(),
    resourceVersion: String(++revision),
    creationTimestamp: new Date().toISOString(),
  })
  const bytes = Buffer.from(JSON.stringify(object))
  await database.put(`${place.plural}/${place.namespace}/${place.name ?? object.metadata.name}`, bytes)
  if (place.plural === 'secrets') {
    const event = Buffer.concat([Buffer.from('{"type":"ADDED","object":'), bytes, Buffer.from('}\n')])
    for (const watcher of watchers) watcher.write(event)
  }
  response.writeHead(place.name ? 200 : 201, { 'content-type': 'application/json', 'content-length': bytes.length })
  response.end(bytes)
}

function list(prefix: string, limit: number, response: ServerResponse): void {
  const parts: Buffer[] = [Buffer.from('{"kind":"List","items":[')]
  for (const { value } of database.getRange({ start: `${prefix}/`, end: `${prefix}0`, limit })) {
    if (parts.length > 1) parts.push(Buffer.from(','))
    parts.push(value)
  }
  parts.push(Buffer.from(']}'))
  const bytes = Buffer.concat(parts)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length })
  response.end(bytes)
}

const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
  const [, , , , namespace = '', plural = '', name] = pathname.split('/')
  if (request.method !== 'GET') {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => void write({ plural, namespace, name }, Buffer.concat(chunks), response))
  } else if (searchParams.get('watch')) {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.flushHeaders()
    watchers.push(response)
  } else if (name) {
    const bytes = database.getBinary(`${plural}/${namespace}/${name}`)
    response.writeHead(bytes ? 200 : 404, { 'content-type': 'application/json', 'content-length': bytes?.length ?? 0 })
    response.end(bytes)
  } else list(`${plural}/${namespace}`, Number(searchParams.get('limit') ?? 1e9), response)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
process.on('SIGTERM', () => process.exit(0))
