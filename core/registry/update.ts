/** The verb update (PUT), of objects and of their status and finalize subresources. */
import { type MaybePromise, whenThere } from '../kit/index.js'
import { invalid, type KubeObject, notFound, type StatusError, staleObject } from '../meta/index.js'
import { type Entry, StoredRecord } from '../storage/index.js'
import { accept, requireReadable } from './accept.js'
import { present, presentObject, readStored } from './answer.js'
import { mostRaces, perAttempt } from './attempts.js'
import { type Written, write } from './commit.js'
import { beginObject, insert } from './create.js'
import { track } from './face.js'
import type { Ground } from './ground.js'
import { type Expected, expectedBy, requireExpected, requireNothingExpected } from './preconditions.js'
import { keyOf, type Shelf } from './shelf.js'
import { requireLight, requireRoom } from './size-limits.js'
import { type Stated, statedBy } from './unstated.js'
import { keepUntouchable, type Parts } from './untouchable.js'
import type { Answer, Target, WriteContext } from './verbs.js'

export interface Updated {
  readonly answer: Answer
  readonly created: boolean
}

export interface Request {
  readonly target: Target
  readonly context: WriteContext
}

/** Throws 404, 409 for a stale resourceVersion or another uid, 400 and 422 for the object. */
export async function update(ground: Ground, body: KubeObject, request: Request): Promise<Updated> {
  const { target } = request
  const shelf = ground.catalog.workshop(target.resource)
  const key = keyOf(shelf, target.namespace, target.name)
  let entry = await ground.storage.get(key)
  requireLight(entry, request.context)
  const { createOnUpdate } = shelf.strategy
  if (!entry && (target.subresource || !createOnUpdate)) throw refuseNothing(body, { ...request, shelf })
  const expected = expectedBy(body)
  const state = expected.revision > 0 ? () => body : perAttempt(body)
  for (let race = 0; race < mostRaces; race++) {
    const outcome = entry
      ? await replace(ground, state(), { ...request, shelf, entry, expected })
      : await createInstead(ground, state(), { ...request, shelf, expected })
    if ('answer' in outcome) return outcome
    if (expected.revision > 0) break
    entry = outcome.lost
  }
  throw staleObject(shelf.subject, target.name)
}

/** 404, but first what is wrong with the body's form: as upstream it is read before anybody looks for the object, and judged afterwards. */
function refuseNothing(body: KubeObject, request: Request & { readonly shelf: Shelf }): StatusError {
  requireReadable(body, { ...request, by: 'body' })
  return notFound(request.shelf.subject, request.target.name)
}

/** What is wrong with the body's form, name or place comes before what its precondition is refused for. */
function readFirst(body: KubeObject, standing: Standing, require: () => void): void {
  try {
    require()
  } catch (error) {
    requireReadable(body, { ...standing, by: 'body' })
    throw error
  }
}

/** As above: what the body holds that nobody knows is told first. */
function requireCondition(body: KubeObject, standing: Standing): void {
  const { shelf, expected, target } = standing
  if (expected.revision > 0 || shelf.strategy.unconditionalUpdate) return
  requireReadable(body, { ...standing, by: 'body' })
  throw invalid({ ...shelf.subject, kind: shelf.subject.plural }, target.name, [
    {
      reason: 'FieldValueInvalid',
      message: 'Invalid value: 0: must be specified for an update',
      field: 'metadata.resourceVersion',
    },
  ])
}

interface Standing extends Request {
  readonly shelf: Shelf
  readonly expected: Expected
}

async function replace(
  ground: Ground,
  body: KubeObject,
  standing: Standing & { readonly entry: Entry },
): Promise<Updated | { readonly lost: Entry | undefined }> {
  const { shelf, target, context, entry } = standing
  const old = await readStored(shelf, StoredRecord.of(entry))
  readFirst(body, standing, () => requireExpected(standing.expected, old, shelf.subject))
  requireCondition(body, standing)
  let stated: Stated = {}
  let said: Parts = {}
  const settle = (object: KubeObject) => {
    stated = statedBy(object.metadata)
    said = keepUntouchable(object, old, standing)
  }
  const next = await accept(body, { shelf, target, context, by: 'body', settle, over: old })
  requireRoom(next, context, shelf)
  if (context.pause) await context.pause()
  return overwrite(ground, next, { shelf, target, context, current: { entry, object: old }, stated, said })
}

export interface Overwriting extends Request {
  readonly shelf: Shelf
  readonly current: { readonly entry: Entry; readonly object: KubeObject }
  readonly stated?: Stated
  readonly said?: Parts
}

/** Writes `next` over what stands there; managedFields says that the sender did it. */
export async function overwrite(
  ground: Ground,
  next: KubeObject,
  overwriting: Overwriting,
): Promise<Updated | { readonly lost: Entry | undefined }> {
  const { shelf, target, context, current } = overwriting
  const tracked = track(ground, next, { shelf, target, context, live: current.object })
  if (tracked) await tracked
  return writeOver(ground, next, overwriting)
}

/** Writes `next`, with managedFields as they are, over what stands there. */
export async function writeOver(
  ground: Ground,
  next: KubeObject,
  { shelf, target, context, current, stated, said }: Overwriting,
): Promise<Updated | { readonly lost: Entry | undefined }> {
  const written = await write(ground, { shelf, target, context, current, stated, said, name: target.name, next })
  return written.result === 'lost'
    ? { lost: written.current }
    : { answer: await answerOf(shelf, target, written), created: false }
}

function answerOf(
  shelf: Shelf,
  { resource }: Target,
  written: Exclude<Written, { result: 'lost' }>,
): MaybePromise<Answer> {
  return written.result === 'stored'
    ? present(shelf, resource, written.record)
    : whenThere(presentObject(shelf, resource, written.object), (object) => ({ object }))
}

async function createInstead(
  ground: Ground,
  body: KubeObject,
  standing: Standing,
): Promise<Updated | { readonly lost: Entry | undefined }> {
  const { shelf, target, context, expected } = standing
  if (target.subresource || !shelf.strategy.createOnUpdate) throw notFound(shelf.subject, target.name)
  readFirst(body, standing, () => requireNothingExpected(expected, shelf.subject, target.name))
  let said: Parts = {}
  const settle = (object: KubeObject) => void (said = beginObject(ground, shelf, object))
  const next = await accept(body, { shelf, target, context, by: 'body', settle })
  if (context.mayCreate) await context.mayCreate()
  const tracked = track(ground, next, { shelf, target, context, live: undefined })
  if (tracked) await tracked
  const inserted = await insert(ground, next, { target, context, said })
  return 'answer' in inserted ? { answer: inserted.answer, created: true } : inserted
}
