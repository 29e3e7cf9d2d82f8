/** Writes without a condition, which are tried again when another write comes between. */
import { readJson, writeJson } from '../kit/index.js'
import type { Entry } from '../storage/index.js'
import type { Updated } from './update.js'

/** Races that such a write may lose before it gives up. */
export const mostRaces = 100

/** `lost`: what stands there instead of what it was made for. */
export type Attempt = Updated | { readonly lost: Entry | undefined }

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
