/** The verb create, also as the other half of updates and applies that may create. */
import { nameSuffix } from '../kit/index.js'
import {
  alreadyExists,
  forbidden,
  groupResource,
  type KubeObject,
  methodNotAllowed,
  StatusError,
  timestamp,
} from '../meta/index.js'
import { type Entry, StoredRecord } from '../storage/index.js'
import { accept } from './accept.js'
import { present, presentObject } from './answer.js'
import { write } from './commit.js'
import { track } from './face.js'
import type { Ground } from './ground.js'
import { beginMetadata, isRefusedRevision } from './metadata.js'
import { isBeingDeleted, type Shelf } from './shelf.js'
import { requireRoom } from './size-limits.js'
import { clear, type Parts } from './untouchable.js'
import type { Answer, Target, WriteContext } from './verbs.js'

/** As upstream: one more name than seven that were taken. */
const mostNames = 8
/** What is kept of generateName, so that a label can hold the whole. */
const mostPrefix = 58

export interface Insertion {
  readonly target: Target
  readonly context: WriteContext
  /** The body had a resourceVersion, which nothing that is created has: refused in the end. */
  readonly statesRevision?: boolean
  /** What it said of parts that a create can't state. */
  readonly said?: Parts
}

/** Throws 409 AlreadyExists, 404 and 403 for the namespace, 400 and 422 for the object. */
export async function create(ground: Ground, body: KubeObject, { target, context }: Insertion): Promise<Answer> {
  requireStored(target)
  const shelf = ground.catalog.workshop(target.resource)
  let statesRevision = false
  let said: Parts = {}
  const settle = (object: KubeObject) => {
    const { resourceVersion } = object.metadata
    statesRevision = isRefusedRevision(resourceVersion, context)
    said = beginObject(ground, shelf, object)
    // Upstream's storage is what looks at it, and a dry run does not get there.
    if (context.dryRun && resourceVersion) object.metadata.resourceVersion = resourceVersion
  }
  const next = await accept(body, { shelf, target, context, by: 'body', settle })
  requireRoom(next, context, shelf)
  if (context.pause) await context.pause()
  const tracked = track(ground, next, { shelf, target, context, live: undefined })
  if (tracked) await tracked
  const inserted = await insert(ground, next, { target, context, statesRevision, said })
  if ('answer' in inserted) return inserted.answer
  throw taken(shelf, next, inserted.lost)
}

/** Kinds that are never stored are answered by plugins. */
function requireStored({ resource: { definition } }: Target): void {
  if (!definition.strategy.createOnly) return
  throw methodNotAllowed()
}

/** Sets what the server says of a new object, and clears what a client can't say of it, which it answers. */
export function beginObject(ground: Ground, shelf: Shelf, object: KubeObject): Parts {
  beginMetadata(object.metadata, { uid: ground.random.uuid(), createdAt: timestamp(ground.clock.now()) })
  return clear(object, shelf)
}

/** Writes a complete new object. Answers `lost` when the name is taken; with generateName only after eight names were. */
export async function insert(
  ground: Ground,
  next: KubeObject,
  { target, context, statesRevision = false, said }: Insertion,
): Promise<{ readonly answer: Answer } | { readonly lost: Entry | undefined }> {
  const shelf = ground.catalog.workshop(target.resource)
  if (shelf.definition.closing) throw closed(shelf, next.metadata.name ?? '')
  const { generateName = '' } = next.metadata
  const generates = !next.metadata.name && generateName !== ''
  for (let attempt = 1; ; attempt++) {
    if (generates) next.metadata.name = generateName.slice(0, mostPrefix) + nameSuffix(ground.random)
    const name = next.metadata.name ?? ''
    const draft = {
      shelf,
      target,
      context,
      name,
      generatesName: generates,
      statesRevision,
      said,
      next,
      current: undefined,
    }
    const written = await write(ground, draft)
    if (written.result !== 'lost' && isUnanswered(ground, shelf)) context.warn(notAnswered(shelf))
    if (written.result === 'stored') return { answer: await present(shelf, target.resource, written.record) }
    if (written.result !== 'lost')
      return { answer: { object: await presentObject(shelf, target.resource, written.object) } }
    if (!generates || attempt === mostNames) return { lost: written.current }
    next.metadata.uid = ground.random.uuid()
  }
}

/** Upstream's answer while a definition is on its way out. */
const closed = ({ subject }: Shelf, name: string) =>
  forbidden(subject, name, 'create not allowed while custom resource definition is terminating')

const isUnanswered = (ground: Ground, { definition: { group, names } }: Shelf): boolean =>
  ground.unanswered(group, names.plural)

const notAnswered = ({ subject }: Shelf) =>
  `no operator answers ${subject.kind} (${groupResource(subject)}) yet: the object is stored, and nothing acts on it`

function taken(shelf: Shelf, { metadata }: KubeObject, current: Entry | undefined): StatusError {
  const { status } = alreadyExists(shelf.subject, metadata.name ?? '')
  let message = String(status.message)
  // Another try may find a free one.
  const details = metadata.generateName ? { ...status.details, retryAfterSeconds: 1 } : status.details
  if (metadata.generateName) message += ', the server was not able to generate a unique name for the object'
  if (current && isBeingDeleted(StoredRecord.of(current).object())) {
    message = `object is being deleted: ${message}`
  }
  return new StatusError({ ...status, message, ...(details ? { details } : {}) })
}
