/** Connections are read while answers go out: what node's own pause would do to those over TLS. */
import type { Duplex } from 'node:stream'

/**
 * Node pauses a connection, and its parser, when a request comes before the writes of the last answer are told as done; what TLS has decrypted by then still
 * goes to the parser, which then breaks (HPE_PAUSED): a client that posts right after a large answer was refused. So the connection pauses, and the parser takes what comes.
 * The socket stays as node made it: an accessor of our own would make each access of it slow.
 */
export function keepReading(socket: Duplex & { readonly parser?: { pause: () => void } | null }): void {
  if (socket.parser) socket.parser.pause = goOn
}

const goOn = () => {}
