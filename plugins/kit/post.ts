/** One call of a webhook: JSON there and back over TLS, on connections that are kept. No redirect is followed. */
import { Agent, type RequestOptions, request } from 'node:https'
import { isIP } from 'node:net'
import { type Clock, readJson, sleep } from '../../core/kit/index.js'
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
  /** After which it wants to be asked again; undefined: it does not. */
  readonly retryAfterMs: number | undefined

  constructor(code: number, text: string, retryAfterMs?: number) {
    super(`it answered with status ${code}`)
    this.code = code
    this.text = text
    this.retryAfterMs = retryAfterMs
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

/** Upstream's. */
const mostRetries = 10

/**
 * Rejects where there is no connection, no trust, no answer in time, or one that is not JSON. A kept connection that the other end has just closed is tried anew, once;
 * who is too busy and says when to come again is asked again then, if there is time.
 */
export async function post(address: Address, body: string, posting: Posting): Promise<unknown> {
  const { clock } = posting
  const end = clock.monotonicMs() + posting.timeoutMs
  for (let retries = 0; ; retries++) {
    const now = { ...posting, timeoutMs: end - clock.monotonicMs() }
    const text = await attemptFresh(address, body, now).catch(async (error: unknown) => {
      const waitMs = error instanceof BadAnswer ? error.retryAfterMs : undefined
      if (waitMs === undefined || retries === mostRetries || clock.monotonicMs() + waitMs >= end) throw error
      await sleep(clock, waitMs)
    })
    if (text !== undefined) return readJson(text) as unknown
  }
}

function attemptFresh(address: Address, body: string, posting: Posting): Promise<string> {
  return attempt(address, body, posting).catch((error: unknown) => {
    if (!(error instanceof Stale)) throw error
    return attempt(address, body, posting)
  })
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
        const { statusCode: code = 0, headers } = answer
        if (!isMediaType(headers['content-type'])) reject(new Error('mime: its Content-Type is none'))
        else if (isSuccess(code)) resolve(text)
        else reject(new BadAnswer(code, text.slice(0, mostShown), retryAfterMs(code, headers['retry-after'])))
      })
    })
    const timer = clock.after(timeoutMs, () =>
      call.destroy(new NoAnswerInTime(`no answer within ${Math.ceil(timeoutMs / 1000)} seconds`)),
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
const isSuccess = (code: number): boolean => code >= 200 && code <= 206

/** None is as good as JSON; parameters may be whatever they are. */
const isMediaType = (type: string | undefined): boolean =>
  !type || /^ *[\w!#$%&'*+.^`|~-]+(\/[\w!#$%&'*+.^`|~-]+)? *(;|$)/.test(type)

function retryAfterMs(code: number, said: string | undefined): number | undefined {
  const isBusy = code === 429 || code >= 500
  return isBusy && said !== undefined && /^\d{1,6}$/.test(said) ? Number(said) * 1000 : undefined
}

function callOf({ host, port, path, name, authority, authorities }: Address, body: string): RequestOptions {
  return {
    host,
    port,
    path,
    method: 'POST',
    agent: agent(),
    ...(isIP(name) ? {} : { servername: name }),
    ...(authorities === undefined ? {} : { ca: authorities, allowPartialTrustChain: true }),
    headers: {
      host: authority,
      'content-type': 'application/json',
      accept: 'application/json, */*',
      'user-agent': 'kube-apiserver-admission',
      'content-length': Buffer.byteLength(body),
    },
  }
}
