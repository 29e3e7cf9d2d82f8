/** The HTTP GET of probes and hooks: certificates are not checked, redirects to the same host are followed, the body is read up to 10 kB. */
import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import type { Clock } from '../../../core/kit/index.js'
import type { ContainerSpec, HttpGet } from '../shapes/index.js'
import { portNumber } from './port.js'

export interface HttpTarget {
  readonly clock: Clock
  readonly spec: ContainerSpec
  readonly podAddress: string
  readonly timeoutMs: number
}

const keptBytes = 10 * 1024
const mostRedirects = 10

/** Resolves to the status when it is 200 to 399; throws, in words for an event, otherwise. */
export async function httpGet(get: HttpGet, target: HttpTarget): Promise<number> {
  const scheme = (get.scheme ?? 'HTTP').toLowerCase()
  const host = get.host || target.podAddress
  const port = portNumber(get.port, target.spec)
  const path = get.path?.startsWith('/') ? get.path : `/${get.path ?? ''}`
  let url = new URL(`${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}${path}`)
  for (let hop = 0; ; hop++) {
    const { status, location } = await once(url, get, target)
    const next = status >= 300 && status < 400 && location ? new URL(location, url) : undefined
    if (next?.hostname === url.hostname && hop < mostRedirects) {
      url = next
      continue
    }
    if (status >= 200 && status < 400) return status
    throw new Error(`HTTP probe failed with statuscode: ${status}`)
  }
}

function once(
  url: URL,
  get: HttpGet,
  { clock, timeoutMs }: HttpTarget,
): Promise<{ readonly status: number; readonly body: string; readonly location: string | undefined }> {
  const headers: Record<string, string> = { 'user-agent': 'kube-probe/1.36', accept: '*/*', connection: 'close' }
  for (const { name, value } of get.httpHeaders ?? []) headers[name.toLowerCase()] = value ?? ''
  return new Promise((resolve, reject) => {
    const options = { method: 'GET', headers, agent: false, rejectUnauthorized: false } as const
    const request = (url.protocol === 'https:' ? tlsRequest : plainRequest)(url, options, (response) => {
      const { statusCode = 0, headers: answered } = response
      const kept: Buffer[] = []
      let size = 0
      const finish = () => {
        timer.cancel()
        resolve({ status: statusCode, body: Buffer.concat(kept).toString(), location: answered.location })
        response.destroy()
      }
      response.on('data', (chunk: Buffer) => {
        kept.push(chunk)
        if ((size += chunk.length) >= keptBytes) finish()
      })
      response.on('end', finish)
      response.on('error', finish)
    })
    const timer = clock.after(timeoutMs, () =>
      request.destroy(new Error('context deadline exceeded (Client.Timeout exceeded while awaiting headers)')),
    )
    request.on('error', (error) => {
      timer.cancel()
      reject(new Error(`Get "${url.href}": ${error.message}`))
    })
    request.end()
  })
}
