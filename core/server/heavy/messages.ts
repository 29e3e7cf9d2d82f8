/**
 * What the API's thread and the one for heavy writes say to each other. The API's thread asks for whole writes and keeps what only it may touch: storage, the log of commits, admission.
 * The other asks for those while it works; each question has a number of its own, and one answer.
 */
import type { Attributes, Decision, User } from '../../auth/index.js'
import type { AdmissionRequest, Settlement } from '../../admission/index.js'
import type { JsonPart } from '../../kit/index.js'
import type { KubeObject, Status } from '../../meta/index.js'
import type { Definition, PackedManifest } from '../../schema/index.js'
import type { Entry, Outcome, Write } from '../../storage/index.js'

/** Of a kind that is served, what others must not take. */
export type NamedKind = Pick<Definition, 'group' | 'names'>

/** What is served now that was not, and what is no longer (`group/plural`). */
export interface NewlyServed {
  readonly come: readonly NamedKind[]
  readonly gone: readonly string[]
}

/** A write that the API's thread has let in: authorized, and its body read. */
export interface Job {
  readonly id: number
  readonly user: User
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
  /** `group/plural` */
  readonly kind: string
  /** The key of the definition, of a person's own kind. */
  readonly definition?: string
  /** Of people's own definitions, since it was told last; left out: nothing. */
  readonly served?: NewlyServed
  /** Whether no operator answers the kind. */
  readonly unanswered: boolean
}

export interface JobAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: Uint8Array
}

/** Of an AdmissionRequest what is small; the objects follow in parts. */
export type AdmissionHead = Omit<AdmissionRequest, 'object' | 'oldObject' | 'warn'>

export type Question =
  | { readonly ask: 'get'; readonly key: string; readonly unless?: number }
  | { readonly ask: 'commit'; readonly write: Write; readonly packed?: PackedManifest | undefined }
  | { readonly ask: 'authorize'; readonly attributes: Attributes }
  | { readonly ask: 'read'; readonly groupPlural: string; readonly namespace: string; readonly name: string }
  | { readonly ask: 'readAll'; readonly groupPlural: string; readonly namespace: string; readonly selector: string }
  /** Whether a plugin cares for it. */
  | { readonly ask: 'concerns'; readonly head: AdmissionHead }
  | { readonly ask: 'mutate'; readonly passage: number; readonly head: AdmissionHead; readonly object: readonly JsonPart[] | undefined; readonly old: readonly JsonPart[] | undefined; readonly isTooLarge: boolean } // biome-ignore format: a table
  /** `object` left out: as mutation has left it. */
  | { readonly ask: 'validate'; readonly passage: number; readonly object?: readonly JsonPart[] }
  | { readonly ask: 'settle'; readonly passage: number; readonly settlement: Settlement }

/** What each question is answered with. */
export interface Replies {
  /** `same`: its revision is the one in `unless`. */
  readonly get: Entry | 'same' | undefined
  readonly commit: Outcome
  readonly authorize: Decision
  readonly read: KubeObject
  /** `true` too where a plugin must see the object to know. */
  readonly concerns: boolean
  readonly readAll: readonly KubeObject[]
  /** The object where plugins have cared for it. */
  readonly mutate: { readonly object?: readonly JsonPart[]; readonly warnings: readonly string[] }
  readonly validate: { readonly warnings: readonly string[] }
  readonly settle: undefined
}

/** Why something failed: a Status for clients, or the words of an error. */
export type Failure = { readonly status: Status } | { readonly error: string }

export type ToThread = { readonly job: Job } | { readonly reply: number; readonly value?: unknown; readonly failure?: Failure } // biome-ignore format: one line
export type FromThread =
  | { readonly waits: boolean; readonly job: number }
  | { readonly done: number; readonly answer: JobAnswer }
  | { readonly question: number; readonly job: number; readonly asked: Question }
  | { readonly log: string; readonly fields: Readonly<Record<string, unknown>> }

/** The bytes in memory of their own, which can be handed over for good. */
export function handedOver(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes
  // Whoever has no bytes may share that nothing with others.
  if (byteLength === 0) return new Uint8Array(0)
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes)
}

/** What is handed over with lists of parts. */
export const memoryOf = (...lists: (readonly JsonPart[] | undefined)[]): ArrayBuffer[] =>
  lists.flatMap((parts) => parts?.map(({ json }) => json.buffer) ?? [])
