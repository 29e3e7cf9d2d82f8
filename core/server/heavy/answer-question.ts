/** What the thread for heavy writes asks of the API's: storage, the log of commits, admission, rights. */
import type { Authorizer } from '../../auth/index.js'
import { StatusError } from '../../meta/index.js'
import type { Guarded } from '../../registry/index.js'
import type { PackedManifest } from '../../schema/index.js'
import type { Storage } from '../../storage/index.js'
import type { WatchLog } from '../../watch/index.js'
import type { Failure, Question } from './messages.js'
import type { NearAdmission } from './near-admission.js'

export interface QuestionParts {
  readonly storage: Storage
  readonly log: WatchLog
  readonly authorize: Authorizer['authorize']
  readonly guarded: Guarded
  /** Takes what was packed of a definition, by the bytes that are stored. */
  readonly packed: WeakMap<Uint8Array, PackedManifest>
}

/** A commit is answered when its revision is in the log. */
export async function answerQuestion(
  asked: Question,
  parts: QuestionParts,
  admission: NearAdmission,
): Promise<unknown> {
  const { storage, log } = parts
  switch (asked.ask) {
    case 'get': {
      const entry = await storage.get(asked.key)
      if (entry && entry.revision === asked.unless) return 'same'
      return entry && { ...entry, value: { ...entry.value, bytes: new Uint8Array(entry.value.bytes) } }
    }
    case 'commit': {
      if (asked.packed && asked.write.value) parts.packed.set(asked.write.value.bytes, asked.packed)
      const outcome = await storage.commit(asked.write)
      if (outcome.result === 'committed') await log.reached(outcome.revision)
      return outcome
    }
    case 'authorize':
      return parts.authorize(asked.attributes)
    case 'read':
      return parts.guarded.get(asked.groupPlural, asked.namespace, asked.name)
    case 'readAll':
      return parts.guarded.list(asked.groupPlural, asked.namespace, asked.selector)
    case 'concerns':
      return admission.concerns(asked.head)
    case 'mutate':
      return admission.mutate(asked)
    case 'validate':
      return admission.validate(asked)
    case 'settle':
      return admission.settle(asked.passage, asked.settlement)
  }
}

export function failureOf(error: unknown): Failure {
  if (error instanceof StatusError) return { status: error.status }
  return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
