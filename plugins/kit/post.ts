/** One call of a webhook: JSON there and back over TLS, on connections that are kept. No redirect is followed. */
import { Agent, type RequestOptions, request } from 'node:https'
import { isIP } from 'node:net'
import { type Clock, readJson } from '../../core/kit/index.js'
import type { Address } from './address.js'

export interface Posting {
  readonly clock: Clock
  readonly timeoutMs: number
  /** A longer answer is none. */
  readonly mostBytes: number
}

/** The other end has answered, and not with success. */
export class BadAnswer extends Error {
  readonly code: number
  /** What came with it, its beginning. */
  readonly text: string

  constructor(code: number, text: string) {
    super(`it answered with status ${code}`)
    this.code = code
    this.text = text
  }
}

/** There was no answer in time. */
export class NoAnswerInTime extends Error {}

/** Idle connections are closed after this, as Go's clients do. */
const idleMs = 90_000
const mostIdle = 25
const mostShown = 2048

let kept: Agent | undefined
const agent = (): Agent => (kept ??= new Agent({ keepAlive: true, maxFreeSockets: mostIdle, timeout: idleMs }))

/** Rejects where there is no connection, no trust, no answer in time, or one that is not JSON. A kept connection that the other end has just closed is tried anew, once. */
export async function post(address: Address, body: string, posting: Posting): Promise<unknown> {
  const text = await attempt(address, body, posting).catch((error: unknown) => {
    if (!(error instanceof Stale)) throw error
    return attempt(address, body, posting)
  })
  return readJson(text) as unknown
}

/** The connection was of an earlier call, and gone. */
class Stale extends Error {}

function attempt(address: Address, body: string, { clock, timeoutMs, mostBytes }: Posting): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(callOf(address, body), (answer) => {
      const pieces: Buffer[] = []
      let room = mostBytes
      answer.on('data', (piece: Buffer) => {
        pieces.push(piece)
        room -= piece.length
        if (room < 0) call.destroy(new Error('its answer is too long'))
      })
      answer.on('error', reject)
      answer.on('end', () => {
        const text = Buffer.concat(pieces).toString()
        if (isSuccess(answer.statusCode)) resolve(text)
        else reject(new BadAnswer(answer.statusCode ?? 0, text.slice(0, mostShown)))
      })
    })
    const timer = clock.after(timeoutMs, () =>
      call.destroy(new NoAnswerInTime(`no answer within ${timeoutMs / 1000} seconds`)),
    )
    call.once('close', () => timer.cancel())
    call.on('error', (error: NodeJS.ErrnoException) => {
      const isStale = call.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
      reject(isStale ? new Stale(error.message) : error)
    })
    call.end(body)
  })
}

/** What upstream's client takes for an answer. */
const isSuccess = (code = 0): boolean => code >= 200 && code <= 206

function callOf({ host, port, path, name, authorities }: Address, body: string): RequestOptions {
  return {
    host,
    port,
    path,
    method: 'POST',
    agent: agent(),
    ...(isIP(name) ? {} : { servername: name }),
    ...(authorities === undefined ? {} : { ca: authorities, allowPartialTrustChain: true }),
    headers: {
      host: port === 443 ? name : `${name}:${port}`,
      'content-type': 'application/json',
      accept: 'application/json, */*',
      'user-agent': 'kube-apiserver-admission',
      'content-length': Buffer.byteLength(body),
    },
  }
}
