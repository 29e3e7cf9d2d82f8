import { readJson, textOf } from '../kit/index.js'
import { type KubeObject, type Status, StatusError } from '../meta/index.js'
import { TransportError } from './transport.js'
import type { ObjectEvent, WatchOptions } from './verbs.js'

/** Cuts the body of a watch into events, one array for each piece that came. Throws the server's Status on an ERROR event. */
export async function* watchBatches<T extends object>(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly ObjectEvent<T>[]> {
  let rest: Uint8Array[] = []
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(10)
    if (end < 0) {
      rest.push(chunk)
      continue
    }
    const whole = rest.length ? Buffer.concat([...rest, chunk.subarray(0, end)]) : chunk.subarray(0, end)
    rest = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : []
    const text = textOf(whole)
    const events: ObjectEvent<T>[] = []
    for (const line of text.split('\n')) {
      if (!line) continue
      const event = readJson(line) as ObjectEvent<T> | { readonly type: 'ERROR'; readonly object: Status }
      if (event.type === 'ERROR') {
        if (events.length) yield events
        throw new StatusError(event.object)
      }
      events.push(event)
    }
    if (events.length) yield events
  }
}

/** Joins watches into one that goes on from the last revision seen. Ends by the caller, by an error of the server, and, where the caller set `timeoutSeconds`, when the server ends it. */
export async function* watchEvents<T extends object>(
  open: (resumed: { readonly resourceVersion?: string }) => AsyncIterable<readonly ObjectEvent<T>[]>,
  options: WatchOptions,
): AsyncGenerator<ObjectEvent<T>> {
  let reached: string | undefined
  let emptyEnds = 0
  while (!options.signal?.aborted) {
    let progress = false
    try {
      for await (const events of open(reached ? { resourceVersion: reached } : {})) {
        for (const event of events) {
          progress = true
          yield event
          reached = (event.object as KubeObject).metadata.resourceVersion ?? reached
        }
      }
    } catch (error) {
      if (options.signal?.aborted) return
      if (!(error instanceof TransportError && progress)) throw error
    }
    if (options.timeoutSeconds) return
    // A server that ends watches at once would be asked in a tight loop.
    emptyEnds = progress ? 0 : emptyEnds + 1
    if (emptyEnds >= 3) throw new TransportError('the server ends each watch at once', 'unknown')
  }
}
