import { expect } from 'chai'
import { createServer, type ServerHttp2Stream } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { VirtualClock } from '../../../core/kit/index.js'
import { grpcHealth } from './grpc-health.js'

/** A server of grpc.health.v1 whose answer for a service is the byte in `statuses`; others are unimplemented. */
async function healthServer(statuses: Record<string, number>) {
  const server = createServer()
  const paths: string[] = []
  server.on('stream', (stream: ServerHttp2Stream, headers) => {
    paths.push(String(headers[':path']))
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const body = Buffer.concat(chunks)
      const status = statuses[body.subarray(7).toString()]
      stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true })
      stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': status === undefined ? '12' : '0' }))
      stream.end(status === undefined ? undefined : Buffer.from([0, 0, 0, 0, 2, 0x08, status]))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { paths, port, close: () => new Promise((resolve) => server.close(resolve)) }
}

describe('a probe over grpc', () => {
  const ask = (port: number, service: string) =>
    grpcHealth({ clock: new VirtualClock(), host: '127.0.0.1', port, service, timeoutMs: 5000 }).then(
      () => 'serving',
      (error: Error) => error.message,
    )

  it('passes when the service says SERVING, and tells what else it says', async () => {
    const { port, paths, close } = await healthServer({ '': 1, sick: 2 })
    expect(await ask(port, '')).to.equal('serving')
    expect(await ask(port, 'sick')).to.equal('service unhealthy (responded with "NOT_SERVING")')
    expect(await ask(port, 'other')).to.contain('does not implement the grpc health protocol')
    expect(paths[0]).to.equal('/grpc.health.v1.Health/Check')
    await close()
  })

  it('fails when nobody listens', async () => {
    const { port, close } = await healthServer({})
    await close()
    expect(await ask(port, '')).to.contain(`failed to connect service at "127.0.0.1:${port}"`)
  })
})
