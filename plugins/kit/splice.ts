/** Two upgraded connections made one: bytes both ways until either side ends. */
import type { Duplex } from 'node:stream'
import { nextTurn } from '../../core/kit/index.js'

/** Tells the client of the 101, with these headers, and passes bytes both ways until either side ends. `first` and `head` have come early. */
export function splice(
  { client, first }: { readonly client: Duplex; readonly first: Uint8Array },
  server: {
    readonly headers: Readonly<Record<string, string | readonly string[]>>
    readonly socket: Duplex
    readonly head: Uint8Array
  },
): void {
  const { headers, socket, head } = server
  const lines = Object.entries(headers).flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}`))
  client.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
  if (head.length) client.write(head)
  if (first.length) socket.write(first)
  client.on('error', () => socket.destroy())
  socket.on('error', () => client.destroy())
  client.once('close', () => socket.destroy())
  socket.once('close', () => client.writableEnded || client.destroy())
  pass(client, socket)
  pass(socket, client)
}

/** What may wait to be written before the source is made to wait. */
const roomBytes = 512 * 1024

/** As `pipe`, but what comes in one turn is written as one: records of TLS are small. */
function pass(from: Duplex, to: Duplex): void {
  let isGathering = false
  from.on('data', (bytes: Buffer) => {
    if (!isGathering) {
      isGathering = true
      to.cork()
      void nextTurn().then(() => {
        isGathering = false
        to.uncork()
      })
    }
    if (!to.write(bytes) && to.writableLength > roomBytes) from.pause()
  })
  to.on('drain', () => from.resume())
  from.once('end', () => to.end())
}
