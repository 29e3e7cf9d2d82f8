/** How large objects may be, and which are too much for one turn of the event loop. */
import {
  checkAnnotationBytes,
  invalid,
  type KubeObject,
  type StatusCause,
  type StatusError,
  tooLarge,
} from '../meta/index.js'
import type { Entry } from '../storage/index.js'
import type { Shelf } from './shelf.js'
import type { WriteContext } from './verbs.js'

/** An object's JSON may not be longer (upstream's limit, that of etcd's requests). */
export const mostObjectBytes = 1.5 * 1024 * 1024

export const objectTooLarge = (bytes: number): StatusError =>
  tooLarge(`the object is too large: ${bytes} bytes, where ${mostObjectBytes} are the limit`)

/** Throws for an object, of a write that goes on in steps, that would be refused in the end: before most of the work. 422 where its annotations, or what its kind limits, are beyond their own limits, else 413. */
export function requireRoom(object: KubeObject, { pause }: WriteContext, { plugin, subject }: Shelf): void {
  if (!pause) return
  const { managedFields: _, ...metadata } = object.metadata
  const left = roomLeft({ ...object, metadata }, mostObjectBytes)
  if (left >= 0) return
  const causes = [...annotationsOutgrown(object), ...(plugin?.outgrown?.(object) ?? [])]
  throw causes.length > 0
    ? invalid(subject, object.metadata.name ?? '', causes)
    : objectTooLarge(mostObjectBytes - left)
}

function annotationsOutgrown({ metadata }: KubeObject): StatusCause[] {
  const causes: StatusCause[] = []
  checkAnnotationBytes(metadata.annotations ?? {}, (field, message, reason) => {
    causes.push({ reason: reason ?? 'FieldValueInvalid', message, field: `metadata.${field}` })
  })
  return causes
}

/** `room` without what JSON takes at least: below zero as soon as there is none. */
function roomLeft(value: unknown, room: number): number {
  if (typeof value === 'string') return room - value.length - 2
  if (typeof value !== 'object' || value === null) return room - 1
  let left = room - 1
  const members = value as Readonly<Record<string, unknown>>
  if (Array.isArray(value)) for (let at = 0; at < value.length && left >= 0; at++) left = roomLeft(value[at], left - 1)
  else
    for (const key in members) {
      if (left < 0) break
      if (members[key] !== undefined) left = roomLeft(members[key], left - key.length - 4)
    }
  return left
}

/** Units of rules that a write may spend where it may be too heavy: a millisecond or two. */
export const lightUnits = 5_000

/** Of an object that was judged before others changed it: they are not to be asked again for a little more. */
export const changedUnits = 4 * lightUnits

/** A write was begun where the object that stands, or what its rules cost, is more than may be worked at there. Nothing has happened yet. */
export class TooHeavyHere extends Error {}

/** Throws TooHeavyHere. */
export function requireLight(entry: Entry | undefined, { weight }: WriteContext): void {
  if (weight === 'light' && entry && isHeavy(entry.value.bytes)) throw new TooHeavyHere()
}

/** JSON of so many bytes is heavy, whatever it says: some ten milliseconds of work. */
const heavyBytes = 64 * 1024

/** JSON of fewer bytes is light, and from so many on when it has few members: each is work. */
export const lightBytes = 16 * 1024
const lightMembers = 500

/** Whether JSON is too much for one turn of the event loop: more than a millisecond or three. Cost: a look at some thousand bytes where that is not clear from their number. */
export function isHeavy(json: Uint8Array): boolean {
  if (json.byteLength >= heavyBytes) return true
  if (json.byteLength < lightBytes) return false
  let members = 0
  for (let at = json.indexOf(comma); at >= 0 && members < lightMembers; at = json.indexOf(comma, at + 1)) members++
  return members === lightMembers
}

const comma = 44
