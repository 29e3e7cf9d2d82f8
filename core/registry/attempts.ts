/** Races that a write without a condition may lose before it gives up. */
import { readJson, writeJson } from '../kit/index.js'
export const mostRaces = 100

/** Hands out a JSON value that an attempt may change in place: the value itself first, then copies of what it was. Cost: one encoding. */
export function perAttempt<T>(value: T): () => T {
  const text = writeJson(value)
  let isFresh = true
  return () => {
    if (!isFresh) return readJson(text) as T
    isFresh = false
    return value
  }
}
