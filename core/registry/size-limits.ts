/** How large objects may be, and which are too much for one turn of the event loop. */
import { type StatusError, tooLarge } from '../meta/index.js'
import type { Entry } from '../storage/index.js'
import type { WriteContext } from './verbs.js'

/** An object's JSON may not be longer (upstream's limit, that of etcd's requests). */
export const mostObjectBytes = 1.5 * 1024 * 1024

export const objectTooLarge = (bytes: number): StatusError =>
  tooLarge(`the object is too large: ${bytes} bytes, where ${mostObjectBytes} are the limit`)

/** A write was begun where the object that stands is more than may be worked at there. Nothing has happened yet. */
export class TooHeavyHere extends Error {}

/** Throws TooHeavyHere. */
export function requireLight(entry: Entry | undefined, { heaviest }: WriteContext): void {
  if (heaviest !== undefined && entry && entry.value.bytes.byteLength > heaviest) throw new TooHeavyHere()
}
