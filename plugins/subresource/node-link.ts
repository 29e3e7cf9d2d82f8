/** The API's way to a node's kubelet: TLS with the API's client certificate, to the address and port that the node has registered. No redirect is followed. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import type { Duplex } from 'node:stream'
import type { Clock } from '../../core/kit/index.js'
import { badRequest, internalError, type KubeObject, serviceUnavailable, StatusError } from '../../core/meta/index.js'

export interface NodeLinkOptions {
  /** PEM of the API's client certificate. */
  readonly certificate: string
  readonly key: string
  /** PEM of the authorities that sign kubelets' certificates. */
  readonly authorities: string
  readonly clock: Clock
  /** How long a kubelet may take to answer; 10 seconds when left out. */
  readonly timeoutMs?: number
}

export interface Upgraded {
  readonly headers: IncomingHttpHeaders
  readonly socket: Duplex
  readonly head: Buffer
}

/** Longer error texts are cut. */
const mostErrorBytes = 16 * 1024
const usualTimeoutMs = 10_000

export class NodeLink {
  readonly #options: NodeLinkOptions

  constructor(options: NodeLinkOptions) {
    this.#options = options
  }

  /** Who the API is to kubelets and whom it trusts, PEM: for no other server's eyes. */
  get trust(): { readonly cert: string; readonly key: string; readonly ca: string } {
    const { certificate: cert, key, authorities: ca } = this.#options
    return { cert, key, ca }
  }

  /** The body of a GET, once its head has come with status 200. Throws a StatusError in the kubelet's words otherwise. */
  stream(
    node: KubeObject,
    path: string,
    asked: { readonly signal: AbortSignal; readonly trustsAnyBackend?: boolean },
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { signal, trustsAnyBackend = false } = asked
      const trust = { rejectUnauthorized: !trustsAnyBackend }
      const sent = request({ ...this.#target(node, path), ...trust, method: 'GET', signal })
      sent.on('response', (response) => {
        if (response.statusCode === 200) resolve(response)
        else void refusal(response).then(reject)
      })
      this.#failing(sent, node, reject)
      sent.end()
    })
  }

  /** The socket after a 101. Any other answer is thrown as a StatusError: never is it taken for an upgrade. */
  upgrade(
    node: KubeObject,
    path: string,
    more: { headers: Record<string, string>; signal: AbortSignal },
  ): Promise<Upgraded> {
    return new Promise((resolve, reject) => {
      const sent = request({ ...this.#target(node, path), method: 'GET', headers: more.headers })
      const abort = () => sent.destroy(new Error('the client went away'))
      more.signal.addEventListener('abort', abort, { once: true })
      sent.on('upgrade', (response, socket, head) => {
        more.signal.removeEventListener('abort', abort)
        if (response.statusCode === 101) return resolve({ headers: response.headers, socket, head })
        socket.destroy()
        reject(internalError(`the kubelet answered ${response.statusCode} to an upgrade`))
      })
      sent.on('response', (response) => void refusal(response).then(reject))
      this.#failing(sent, node, reject)
      sent.end()
    })
  }

  #failing(sent: ReturnType<typeof request>, node: KubeObject, reject: (error: StatusError) => void): void {
    const { clock, timeoutMs = usualTimeoutMs } = this.#options
    const timer = clock.after(timeoutMs, () => sent.destroy(new Error('it does not answer')))
    for (const event of ['response', 'upgrade', 'close']) sent.once(event, () => timer.cancel())
    sent.on('error', (error) =>
      reject(serviceUnavailable(`the kubelet of node "${node.metadata.name}" can't be reached: ${error.message}`)),
    )
  }

  #target(node: KubeObject, path: string): RequestOptions {
    return { ...addressOf(node), path, ...this.trust, agent: false, rejectUnauthorized: true }
  }
}

interface NodeStatus {
  readonly addresses?: readonly { readonly type: string; readonly address: string }[]
  readonly daemonEndpoints?: { readonly kubeletEndpoint?: { readonly Port?: number } }
}

/** Where the node's kubelet is. Prefers the internal address, as upstream's API does within a cluster. */
export function addressOf(node: KubeObject): { readonly host: string; readonly port: number } {
  const { addresses = [], daemonEndpoints } = (node['status'] ?? {}) as NodeStatus
  const order = ['InternalIP', 'ExternalIP', 'Hostname']
  const found = order.map((type) => addresses.find((one) => one.type === type)).find(Boolean)
  const port = daemonEndpoints?.kubeletEndpoint?.Port
  if (!found || !port) throw serviceUnavailable(`node "${node.metadata.name}" has registered no address of a kubelet`)
  return { host: found.address, port }
}

async function refusal(response: IncomingMessage): Promise<StatusError> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      pieces.push(piece)
      if ((size += piece.length) >= mostErrorBytes) break
    }
  } catch {
    // What has come of the text is shown.
  }
  const text = Buffer.concat(pieces).toString().slice(0, mostErrorBytes).trim()
  const { statusCode = 500 } = response
  if (statusCode === 400) return badRequest(text)
  if (statusCode === 404) {
    const { status } = badRequest(text)
    return new StatusError({ ...status, reason: 'NotFound', code: 404 })
  }
  return internalError(`the kubelet answered ${statusCode}: ${text}`)
}
