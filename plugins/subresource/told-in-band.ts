/** A failure told inside of a WebSocket, as upstream's API tells it to clients of v5 whose kubelet does not speak it: the handshake is done, then the error channel says what went wrong. */
import type { WebSocket } from 'ws'
import type { StatusError } from '../../core/meta/index.js'

export const channels = { stdin: 0, stdout: 1, stderr: 2, error: 3, resize: 4 } as const
export const normalEnd = 1000

/** That the stream stands: an empty message of the first output that the client has asked for. `query`: the kubelet's. */
export function greet(client: WebSocket, query: URLSearchParams): void {
  const hears = query.has('output') ? 'stdout' : query.has('error') ? 'stderr' : 'error'
  client.send(Buffer.from([channels[hears]]))
}

/** Ends the connection. `told`: a Status, without its kind and version. */
export function tellEnd(client: WebSocket, told: object): void {
  client.send(Buffer.concat([Buffer.from([channels.error]), Buffer.from(JSON.stringify(told))]))
  client.close(normalEnd)
}

export function withoutKind({ status }: StatusError): object {
  const { kind: _, apiVersion: __, ...told } = status
  return told
}
