/** A JSON value in parts, each written or parsed in some tenths of a millisecond: a large one whole would hold the event loop for tens of them. */
import { notePassing } from './engine.js'
import { readJson, writeJson } from './json.js'
import { pauseNow } from './slice.js'
import { textOf } from './text-of.js'

/** Members and elements that one part has, about. */
const mostNodes = 2000

/** Bytes of heap that a byte of JSON takes when it is read, about. */
const heapOfJson = 12

/** Levels that are cut: what is deeper stands whole in its part. */
const deepest = 12

/** `json` is what stands at `path`; with `adds`, its elements or members come behind those that are there already. */
export interface JsonPart {
  readonly path: readonly (string | number)[]
  readonly json: Uint8Array<ArrayBuffer>
  readonly adds: boolean
}

/** In the order in which they are joined; in slices. Cost: that of `writeJson`, and the nodes counted once a level. */
export async function cutJson(value: unknown): Promise<JsonPart[]> {
  const parts: JsonPart[] = []
  for (const part of cut(value, [])) {
    const pause = pauseNow()
    if (pause) await pause
    parts.push(part)
  }
  return parts
}

/** What was cut; in slices. */
export async function joinJson(parts: readonly JsonPart[]): Promise<unknown> {
  const joint = new Joint()
  for (const part of parts) {
    const pause = pauseNow()
    if (pause) await pause
    joint.add(part)
  }
  return joint.value
}

/** What was cut, at once. */
export function joinJsonNow(parts: readonly JsonPart[]): unknown {
  const joint = new Joint()
  for (const part of parts) joint.add(part)
  return joint.value
}

/** Whether both say the same, in the same parts. */
export const sameParts = (some: readonly JsonPart[], others: readonly JsonPart[]): boolean =>
  some.length === others.length && some.every(({ json }, at) => Buffer.compare(json, others[at]!.json) === 0)

type Holder = Record<string | number, unknown>

class Joint {
  value: unknown

  add({ path, json, adds }: JsonPart): void {
    const value = readJson(textOf(json))
    notePassing(json.byteLength * heapOfJson)
    if (adds) {
      const holder = this.#at(path)
      if (Array.isArray(holder)) for (const element of value as unknown[]) holder.push(element)
      else for (const name of Object.keys(value as Holder)) put(holder, name, (value as Holder)[name])
    } else if (path.length === 0) this.value = value
    else put(this.#at(path.slice(0, -1)), path.at(-1)!, value)
  }

  #at(path: JsonPart['path']): Holder {
    return path.reduce((holder, step) => Object.getOwnPropertyDescriptor(holder, step)?.value, this.value as Holder)
  }
}

/** As JSON.parse puts it: `__proto__` is a member like others. */
function put(holder: Holder, name: string | number, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true })
  else holder[name] = value
}

function* cut(value: unknown, path: JsonPart['path']): Generator<JsonPart> {
  if (path.length >= deepest || nodesOf(value) < mostNodes) return yield { path, json: bytesOf(value), adds: false }
  const isList = Array.isArray(value)
  yield { path, json: bytesOf(isList ? [] : {}), adds: false }
  let run: [string | number, unknown][] = []
  let nodes = 0
  const drain = (): JsonPart => {
    const json = bytesOf(isList ? run.map(([, each]) => each) : Object.fromEntries(run))
    run = []
    nodes = 0
    return { path, json, adds: true }
  }
  for (const [name, each] of isList ? value.entries() : Object.entries(value as Holder)) {
    if (each === undefined && !isList) continue
    const count = nodesOf(each)
    if (count >= mostNodes) {
      if (run.length > 0) yield drain()
      yield* cut(each, [...path, name])
      continue
    }
    run.push([name, each])
    nodes += count
    if (nodes >= mostNodes) yield drain()
  }
  if (run.length > 0) yield drain()
}

const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(writeJson(value))

/** `mostNodes` when there are as many at least. */
function nodesOf(value: unknown): number {
  let count = 0
  const waiting = [value]
  while (waiting.length > 0 && count < mostNodes) {
    const next = waiting.pop()
    count++
    if (Array.isArray(next)) {
      if (next.length >= mostNodes) return mostNodes
      for (const each of next) waiting.push(each)
    } else if (typeof next === 'object' && next !== null) for (const name in next) waiting.push((next as Holder)[name])
  }
  return Math.min(count, mostNodes)
}
