/** What tests need to use @kubernetes/client-node as any user would: refusals as values, and watches and streams that can be waited for. */
import { Writable } from 'node:stream'
import { ApiException, type KubeConfig, type V1Status, Watch } from '@kubernetes/client-node'

/** What the server refused with. Fails when it refused nothing. */
export async function refusal(asked: Promise<unknown>): Promise<{ readonly code: number; readonly status: V1Status }> {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ApiException)) throw new Error(`not refused as an ApiException: ${String(error)}`)
  const body: unknown = error.body
  return { code: error.code, status: (typeof body === 'string' ? JSON.parse(body) : body) as V1Status }
}

export interface Seen {
  readonly type: string
  readonly name: string
  readonly resourceVersion: string
  readonly object: Record<string, unknown>
}

/** Things that arrive one by one and are waited for. */
export class Arrivals<T> {
  readonly all: T[] = []
  #wake: (() => void) | undefined

  readonly add = (item: T): void => {
    this.all.push(item)
    this.#wake?.()
  }

  /** All that has arrived, once it is as wanted; the test's own time limit ends the wait. */
  async until(wanted: (all: readonly T[]) => boolean): Promise<readonly T[]> {
    while (!wanted(this.all)) await new Promise<void>((resolve) => (this.#wake = resolve))
    return this.all
  }
}

export interface FollowedWatch {
  readonly events: Arrivals<Seen>
  /** Resolves with what ended the watch: null when the server closed it. */
  readonly ended: Promise<unknown>
  end(): void
}

export async function follow(
  config: KubeConfig,
  path: string,
  query: Record<string, string | number | boolean> = {},
): Promise<FollowedWatch> {
  const events = new Arrivals<Seen>()
  let end: (reason: unknown) => void = () => {}
  const ended = new Promise<unknown>((resolve) => (end = resolve))
  const see = (type: string, object: { metadata?: { name?: string; resourceVersion?: string } }) => {
    const { name = '', resourceVersion = '' } = object.metadata ?? {}
    events.add({ type, name, resourceVersion, object: object as Record<string, unknown> })
  }
  const controller = await new Watch(config).watch(path, query, see, end)
  return { events, ended, end: () => controller.abort() }
}

/** A stream to write to, whose text can be waited for. */
export class TextSink extends Writable {
  readonly pieces = new Arrivals<string>()

  override _write(chunk: Buffer, _encoding: string, written: () => void): void {
    this.pieces.add(chunk.toString('utf8'))
    written()
  }

  get text(): string {
    return this.pieces.all.join('')
  }

  async until(wanted: RegExp): Promise<string> {
    await this.pieces.until((all) => wanted.test(all.join('')))
    return this.text
  }
}
