import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Requests that may wait on one connection: hardly a client sends a second one before it has read the first answer. */
const mostWaiting = 100

const waiting = new WeakMap<Socket, number>()

/**
 * Requests of one connection one after the other: `begin` is called when the answer to the one before has gone. Node begins all that it reads at once, and keeps their answers for a client that may never take them.
 * Who sends too many ahead is cut off. Cost of a request that waits for none: a look.
 */
export function inTurn(message: IncomingMessage, response: ServerResponse, begin: () => void): void {
  if (response.socket) return void begin()
  const { socket } = message
  const count = (waiting.get(socket) ?? 0) + 1
  waiting.set(socket, count)
  if (count > mostWaiting) return void socket.destroy()
  // Node gives a response its socket when its turn has come.
  response.once('socket', () => {
    waiting.set(socket, (waiting.get(socket) ?? 1) - 1)
    begin()
  })
}
