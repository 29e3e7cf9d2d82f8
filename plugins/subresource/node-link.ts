/** The API's way to a node's kubelet: TLS with the API's client certificate, to the address and port that the node has registered. No redirect is followed. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import type { Duplex } from 'node:stream'
import type { Clock } from '../../core/kit/index.js'
import { badRequest, internalError, type KubeObject, StatusError, unexplained } from '../../core/meta/index.js'
import { dialFault } from '../kit/dial-fault.js'

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

export type Upgraded =
  | { readonly headers: IncomingHttpHeaders; readonly socket: Duplex; readonly head: Buffer }
  /** It would not, in its own words. */
  | { readonly refused: { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer } }

/** A kubelet that can't be reached: nobody has been told anything yet. */
export class UnreachableKubelet extends StatusError {
  /** What was asked for, and why it could not be. */
  readonly why: string

  constructor(attempt: string, { url, why }: { readonly url: string; readonly why: string }) {
    super(unexplained(`${attempt}: ${why}`).status)
    this.why = `${JSON.stringify(url)}: ${why}`
  }
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
      const url = urlOf(node, path)
      this.#failing(sent, (why) => reject(new UnreachableKubelet(`Get ${JSON.stringify(url)}`, { url, why })))
      sent.end()
    })
  }

  /** The socket after a 101. An answer that is neither that nor an error is thrown as a StatusError: never is it taken for an upgrade. */
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
        reject(notUpgraded(response))
      })
      sent.on('response', (response) => void refusedUpgrade(response).then(resolve, reject))
      const url = urlOf(node, path)
      this.#failing(sent, (why) => reject(new UnreachableKubelet('error dialing backend', { url, why })))
      sent.end()
    })
  }

  #failing(sent: ReturnType<typeof request>, failed: (why: string) => void): void {
    const { clock, timeoutMs = usualTimeoutMs } = this.#options
    const timer = clock.after(timeoutMs, () => sent.destroy(new Error('it does not answer')))
    for (const event of ['response', 'upgrade', 'close']) sent.once(event, () => timer.cancel())
    sent.on('error', (error) => failed(dialFault(error)))
  }

  #target(node: KubeObject, path: string): RequestOptions {
    return { ...addressOf(node), path, ...this.trust, agent: false, rejectUnauthorized: true }
  }
}

interface NodeStatus {
  readonly addresses?: readonly { readonly type: string; readonly address: string }[]
  readonly daemonEndpoints?: { readonly kubeletEndpoint?: { readonly Port?: number } }
}

/** Where a kubelet listens that does not say. */
const usualPort = 10_250

/** Where the node's kubelet is. Prefers the internal address, as upstream's API is told to within a cluster (kubeadm). */
export function addressOf(node: KubeObject): { readonly host: string; readonly port: number } {
  const { addresses = [], daemonEndpoints } = (node['status'] ?? {}) as NodeStatus
  const order = ['InternalIP', 'ExternalIP', 'Hostname']
  const found = order.map((type) => addresses.find((one) => one.type === type)).find(Boolean)
  if (!found) {
    const known = addresses.map(({ type, address }) => `{${type} ${address}}`).join(' ')
    throw unexplained(`no preferred addresses found; known addresses: [${known}]`)
  }
  return { host: found.address, port: daemonEndpoints?.kubeletEndpoint?.Port || usualPort }
}

function urlOf(node: KubeObject, path: string): string {
  const { host, port } = addressOf(node)
  return `https://${host.includes(':') ? `[${host}]` : host}:${port}${path}`
}

const notUpgraded = ({ statusCode }: IncomingMessage): StatusError =>
  unexplained(`invalid upgrade response: status code ${statusCode}`)

async function refusedUpgrade(response: IncomingMessage): Promise<Upgraded> {
  const { statusCode: status = 500, headers } = response
  if (status < 400) {
    response.destroy()
    throw notUpgraded(response)
  }
  const type = headers['content-type']
  return { refused: { status, headers: type ? { 'content-type': type } : {}, body: await textOf(response) } }
}

async function refusal(response: IncomingMessage): Promise<StatusError> {
  const text = (await textOf(response)).toString().trim()
  const { statusCode = 500 } = response
  if (statusCode === 400) return badRequest(text)
  if (statusCode === 404) {
    const { status } = badRequest(text)
    return new StatusError({ ...status, reason: 'NotFound', code: 404 })
  }
  return internalError(`the kubelet answered ${statusCode}: ${text}`)
}

/** As much of it as is shown. */
async function textOf(response: IncomingMessage): Promise<Buffer> {
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
  return Buffer.concat(pieces).subarray(0, mostErrorBytes)
}
