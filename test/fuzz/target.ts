/** What a fuzz target is: something that takes bytes which a client may have written, and what must hold whatever they are. */
import { StatusError } from '../../core/meta/index.js'

export interface FuzzTarget {
  readonly name: string
  /** Where the search begins. */
  readonly seeds: readonly (string | Uint8Array)[]
  /** Words of the language, put in now and then. */
  readonly words?: readonly string[]
  /** `json`: inputs are also changed as trees. */
  readonly form?: 'json'
  /** Throws when something is not as it must be. A refusal that a client is told is none: see `refusable`. */
  run(input: Buffer): void | Promise<void>
  /** Most steps of our own code (counts of executed blocks) for an input of so many bytes, where the usual bound does not fit. */
  readonly steps?: (bytes: number) => number
}

/** Answers what `make` makes, undefined where that refuses with a StatusError, as the client would be told, or one of `refusals`. */
export function refusable<T>(make: () => T, ...refusals: readonly (new (...args: never[]) => Error)[]): T | undefined {
  try {
    return make()
  } catch (error) {
    if (error instanceof StatusError || refusals.some((refusal) => error instanceof refusal)) {
      if (error instanceof StatusError && error.code >= 500) throw error
      return undefined
    }
    throw error
  }
}

/** As JSON, or undefined where it is none. */
export function asJson(input: Buffer): unknown {
  try {
    return JSON.parse(input.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Throws with both when they differ. */
export function same(found: unknown, wanted: unknown, what: string): void {
  const [a, b] = [shown(found), shown(wanted)]
  if (a !== b) throw new Error(`${what}: ${a.slice(0, 400)} is not ${b.slice(0, 400)}`)
}

/** JSON with members in order, so that equal values have equal texts. */
export function shown(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) => {
      if (typeof inner === 'bigint') return `${inner}n`
      if (Object.is(inner, -0)) return 0
      if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
      return Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
    }) ?? 'undefined'
  )
}
