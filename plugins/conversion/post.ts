/** One call of a webhook: JSON there and back over TLS. No redirect is followed. */
import { readJson } from '../../core/kit/index.js'
import { type RequestOptions, request } from 'node:https'
import { isIP } from 'node:net'
import type { Clock } from '../../core/kit/index.js'
import type { Address } from './address.js'

/** An answer may be so much longer than what was sent, and no more. */
const growth = 8
const leastRoom = 16 * 1024 * 1024

/** Rejects where there is no connection, no trust, no answer in time, or one that is not JSON. */
export function post(
  address: Address,
  body: string,
  { clock, timeoutMs }: { readonly clock: Clock; readonly timeoutMs: number },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = request(callOf(address, body), (answer) => {
      const pieces: Buffer[] = []
      let room = Math.max(leastRoom, body.length * growth)
      answer.on('data', (piece: Buffer) => {
        pieces.push(piece)
        room -= piece.length
        if (room < 0) call.destroy(new Error('its answer is too long'))
      })
      answer.on('error', reject)
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(pieces).toString())
        else reject(new Error(`it answered with status ${answer.statusCode}`))
      })
    })
    const timer = clock.after(timeoutMs, () => call.destroy(new Error(`no answer within ${timeoutMs / 1000} seconds`)))
    call.once('close', () => timer.cancel())
    call.on('error', reject)
    call.end(body)
  }).then((text) => readJson(text as string) as unknown)
}

function callOf({ host, port, path, name, authorities }: Address, body: string): RequestOptions {
  return {
    host,
    port,
    path,
    method: 'POST',
    agent: false,
    ...(isIP(name) ? {} : { servername: name }),
    ...(authorities === undefined ? {} : { ca: authorities }),
    headers: {
      host: port === 443 ? name : `${name}:${port}`,
      'content-type': 'application/json',
      accept: 'application/json',
      'content-length': Buffer.byteLength(body),
    },
  }
}
