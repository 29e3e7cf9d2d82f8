import { type Transport, TransportError } from '../client/index.js'

/** A transport that sends nothing once `holds` is false: what a leader's client stands on. What was sent before may still be carried out. */
export function fencedTransport(transport: Transport, holds: () => boolean): Transport {
  const guard = <A>(send: () => Promise<A>): Promise<A> =>
    holds() ? send() : Promise.reject(new TransportError('no longer the leader', 'notSent'))
  return {
    request: (request) => guard(() => transport.request(request)),
    stream: (request) => guard(() => transport.stream(request)),
    close: () => transport.close(),
  }
}
