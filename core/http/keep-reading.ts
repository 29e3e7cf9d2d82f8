/** Connections are read while answers go out: what node's own pause would do to those over TLS. */
import type { Duplex } from 'node:stream'

/**
 * Node pauses a connection, and its parser, when a request comes before the writes of the last answer are told as done; what TLS has decrypted by then still
 * goes to the parser, which then breaks (HPE_PAUSED): a client that posts right after a large answer was refused. Nothing needs that pause: requests wait for
 * their turn (in-turn.ts), and bodies stop the connection by themselves.
 */
export function keepReading(socket: Duplex): void {
  Object.defineProperty(socket, '_paused', { get: () => false, set: () => {}, configurable: true })
  socket.pause = () => socket
}

/** A connection that was upgraded is a stream as any other. */
export function pauseAgain(socket: Duplex): void {
  Reflect.deleteProperty(socket, 'pause')
}
