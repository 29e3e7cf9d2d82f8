/** Races that a write without a condition may lose before it gives up. */
export const mostRaces = 100

/** Hands out a JSON value that an attempt may change in place: the value itself first, then copies of what it was. Cost: one encoding. */
export function perAttempt<T>(value: T): () => T {
  const text = JSON.stringify(value)
  let isFresh = true
  return () => {
    if (!isFresh) return JSON.parse(text) as T
    isFresh = false
    return value
  }
}
