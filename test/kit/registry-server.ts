/** A small OCI distribution server on 127.0.0.1 with token or basic authentication, for tests. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BuiltImage, digest, indexOf } from './image-builder.js'

export interface RegistryServer {
  /** `127.0.0.1:<port>` */
  readonly host: string
  readonly requests: string[]
  /** Cuts the next answer to a blob short after that many bytes. */
  breakNextBlobAfter(bytes: number): void
  /** Answers these bytes for that blob. */
  corrupt(digest: string, bytes: Buffer): void
  close(): Promise<void>
}

export interface RegistryContent {
  readonly repository: string
  readonly tag: string
  readonly image: BuiltImage
  readonly authentication?: 'none' | 'token' | 'basic'
}

const password = `Basic ${Buffer.from('captain:secret').toString('base64')}`
const manifestType = 'application/vnd.oci.image.manifest.v1+json'
const indexType = 'application/vnd.oci.image.index.v1+json'

export async function serveRegistry(content: RegistryContent): Promise<RegistryServer> {
  const { image, repository } = content
  const index = indexOf(image)
  const blobs = new Map<string, Buffer>([
    [digest(image.config), image.config],
    ...image.layers.map((one) => [one.digest, one.gzip] as const),
  ])
  const requests: string[] = []
  let breakAfter: number | undefined
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? ''
    requests.push(`${path}${request.headers.range ? ` ${request.headers.range}` : ''}`)
    if (path.startsWith('/token')) return giveToken(request, response, repository)
    if (!isAllowed(request, content.authentication ?? 'none')) return challenge(request, response, content)
    const manifests: Record<string, readonly [string, Buffer]> = {
      [content.tag]: [indexType, index],
      [digest(index)]: [indexType, index],
      [image.manifestDigest]: [manifestType, image.manifest],
    }
    const prefix = `/v2/${repository}/`
    const wanted = path.startsWith(`${prefix}manifests/`)
      ? manifests[path.slice(`${prefix}manifests/`.length)]
      : undefined
    if (wanted)
      return response
        .writeHead(200, { 'content-type': wanted[0], 'docker-content-digest': digest(wanted[1]) })
        .end(wanted[1])
    const blob = path.startsWith(`${prefix}blobs/`) ? blobs.get(path.slice(`${prefix}blobs/`.length)) : undefined
    if (!blob) return response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}')
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    response.writeHead(from ? 206 : 200, { 'content-length': blob.length - from })
    if (breakAfter === undefined) return response.end(blob.subarray(from))
    const end = from + breakAfter
    breakAfter = undefined
    return response.write(blob.subarray(from, end), () => response.destroy())
  }
  const server: Server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    breakNextBlobAfter: (bytes) => {
      breakAfter = bytes
    },
    corrupt: (name, bytes) => blobs.set(name, bytes),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function isAllowed(request: IncomingMessage, authentication: 'none' | 'token' | 'basic'): boolean {
  if (authentication === 'none') return true
  return request.headers.authorization === (authentication === 'token' ? 'Bearer good' : password)
}

function challenge(
  request: IncomingMessage,
  response: ServerResponse,
  { repository, authentication }: RegistryContent,
): void {
  const bearer = `Bearer realm="http://${request.headers.host}/token",service="test",scope="repository:${repository}:pull"`
  response.writeHead(401, { 'www-authenticate': authentication === 'token' ? bearer : 'Basic realm="test"' }).end()
}

function giveToken(request: IncomingMessage, response: ServerResponse, repository: string): void {
  const query = new URL(request.url ?? '', 'http://x').searchParams
  const right = query.get('service') === 'test' && query.get('scope') === `repository:${repository}:pull`
  if (!right || request.headers.authorization !== password) return void response.writeHead(401).end()
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"token":"good"}')
}
