/** The end of a connection whose client still sends: at once, the answer would be lost to a reset. */
import type { IncomingMessage } from 'node:http'
import { type Clock, sleep } from '../kit/index.js'
import { dropBody } from './body.js'

/** As long as upstream's server. */
const lingerMs = 500

/** When node would end the connection behind an answer with `connection: close`, our half of it ends, what still comes is dropped, and it is destroyed at the body's end or `lingerMs` later. */
export function lingerAfterAnswer(message: IncomingMessage, clock: Clock): void {
  const { socket } = message
  // What nobody has begun to read, node would drop as fast as it comes.
  message.read(0)
  socket.destroySoon = () => {
    socket.end()
    message.once('end', () => socket.destroy())
    dropBody(message, clock)
    void sleep(clock, lingerMs).then(() => socket.destroy())
  }
}
