/** The verb patch: JSON, merge and strategic merge patches, and server-side apply. */
import { writeJson } from '../kit/index.js'
import {
  badRequest,
  conflict,
  invalid,
  type KubeObject,
  notFound,
  type StatusError,
  sameJson,
  staleObject,
  unsupportedMediaType,
} from '../meta/index.js'
import {
  applyConfiguration,
  applyJsonPatch,
  applyMergePatch,
  applyStrategicMergePatch,
  carryWritten,
} from '../schema/index.js'
import { type Entry, StoredRecord } from '../storage/index.js'
import { accept, acceptConfiguration } from './accept.js'
import { readStored } from './answer.js'
import { type Attempt, mostRaces, perAttempt } from './attempts.js'
import { metaGroup } from './bootstrap.js'
import { beginObject, insert } from './create.js'
import { faced, faceOf, unfaced } from './face.js'
import type { Ground } from './ground.js'
import { ownerOf } from './owner.js'
import { ownersVersions } from './owners-versions.js'
import { patchBase } from './patch-base.js'
import { expectedBy, requireExpected } from './preconditions.js'
import { printed } from './printed.js'
import { decode, setDefaults } from './schema-steps.js'
import { keyOf, type Shelf, typeOf } from './shelf.js'
import { requireLight, requireRoom } from './size-limits.js'
import type { Shown } from './strict.js'
import { keepUntouchable, type Parts, resetMembers } from './untouchable.js'
import { overwrite, type Request, type Updated, writeOver } from './update.js'
import type { PatchType, Target } from './verbs.js'

export interface Patch {
  readonly type: PatchType
  /** Decoded; an array for JSON patch. */
  readonly body: unknown
  readonly force: boolean
}

interface Patching extends Request {
  readonly shelf: Shelf
}

/** Throws 404 (an apply creates instead), 409 for conflicts and stale versions (another uid is a 422, as upstream), 415 for a type that the kind does not take, 400, 413 and 422 for the patch or what comes of it. */
export async function patch(ground: Ground, patch: Patch, request: Request): Promise<Updated> {
  const { target } = request
  const shelf = ground.catalog.workshop(target.resource)
  requireFitting(patch, shelf)
  const attempt =
    patch.type === 'application/apply-patch+yaml'
      ? await applying(ground, patch, { ...request, shelf })
      : changing(ground, patch, { ...request, shelf })
  let entry = await ground.storage.get(keyOf(shelf, target.namespace, target.name))
  requireLight(entry, request.context)
  for (let race = 0; race < mostRaces; race++) {
    const outcome = await attempt(entry)
    if ('answer' in outcome) return outcome
    entry = outcome.lost
  }
  throw staleObject(shelf.subject, target.name)
}

export function requireFitting({ type, force }: Patch, shelf: Shelf): void {
  if (type === 'application/strategic-merge-patch+json' && !shelf.definition.builtIn) throw noStrategicMerge()
  if (force && type !== 'application/apply-patch+yaml') {
    throw invalid({ group: metaGroup, plural: 'PatchOptions', kind: 'PatchOptions' }, '', [
      { reason: 'FieldValueForbidden', message: 'Forbidden: may not be specified for non-apply patch', field: 'force' },
    ])
  }
}

function noStrategicMerge(): StatusError {
  return unsupportedMediaType(
    'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
  )
}

function changing(ground: Ground, patch: Patch, patching: Patching): (entry: Entry | undefined) => Promise<Attempt> {
  const { shelf, target, context } = patching
  const body = perAttempt(patch.body)
  return async (entry) => {
    if (!entry) throw notFound(shelf.subject, target.name)
    const record = StoredRecord.of(entry)
    const old = await readStored(shelf, record)
    const attempted = { ...patch, body: body() }
    const base = await patchBase(attempted, { old, record }, patching)
    if (context.pause) await context.pause()
    const patched = changed(base, attempted, patching) as KubeObject
    if (context.pause) await context.pause()
    requireExpected({ ...expectedBy(patched), uid: '' }, old, shelf.subject)
    let said: Parts = {}
    const settle = (object: KubeObject) => void (said = keepUntouchable(object, old, patching))
    const shown: Shown =
      patch.type === 'application/strategic-merge-patch+json'
        ? { made: 'tree', text: () => printed(patch.body) }
        : { made: 'json', text: () => writeJson(patched) }
    if (shown.made === 'json') carryWritten(patch.body, patched)
    const next = await accept(patched, { shelf, target, context, by: 'patch', settle, over: old, shown })
    requireRoom(next, context, shelf)
    if (context.pause) await context.pause()
    return overwrite(ground, next, { shelf, target, context, current: { entry, object: old }, said })
  }
}

/** Changes `object` in place. */
function changed(object: KubeObject, { type, body }: Patch, { target }: Patching): Record<string, unknown> {
  switch (type) {
    case 'application/json-patch+json':
      return applyJsonPatch(object, body)
    case 'application/merge-patch+json':
      return applyMergePatch(object, body)
    default:
      return sameKind(object, (kept) => applyStrategicMergePatch(kept, body, target.resource.version.type()))
  }
}

/** A strategic merge patch can't change what an object is: what it says of that is not looked at, as upstream. */
function sameKind(object: KubeObject, patch: (object: KubeObject) => Record<string, unknown>): Record<string, unknown> {
  const { apiVersion, kind } = object
  const patched = patch(object)
  if (typeof patched['apiVersion'] === 'string') patched['apiVersion'] = apiVersion
  if (typeof patched['kind'] === 'string') patched['kind'] = kind
  return patched
}

async function applying(
  ground: Ground,
  patch: Patch,
  patching: Patching,
): Promise<(entry: Entry | undefined) => Promise<Attempt>> {
  const { shelf, target, context } = patching
  const expected = expectedBy(patch.body as KubeObject)
  const face = faceOf(shelf, target)
  const { object: configuration, isBare } = await acceptConfiguration(patch.body as KubeObject, {
    shelf: face,
    target,
    context,
    by: 'apply',
  })
  requireRoom(configuration, context, shelf)
  if (context.pause) await context.pause()
  const stated = perAttempt(configuration)
  const settled = (next: KubeObject) => unfaced(shelf, face, settleApplied(next, { shelf: face, target, isBare }))
  const reset = resetMembers(patching, configuration)
  return async (entry) => {
    const owner = { ...ownerOf(ground, face, patching), operation: 'Apply' as const }
    const versions = ownersVersions(face)
    const application = { type: typeOf(face), owner, force: patch.force, reset, versions }
    if (!entry) {
      if (target.subresource) throw notFound(shelf.subject, target.name)
      if (expected.uid) throw noSuchUid(shelf, target.name, expected.uid)
      if (!configuration.metadata.name) throw nameless(target.name)
      if (context.mayCreate) await context.mayCreate()
      const next = settled(await applyConfiguration(stated(), { ...application, live: undefined }))
      const said = beginObject(ground, shelf, next)
      setDefaults(shelf, next)
      const inserted = await insert(ground, next, { ...patching, said })
      return 'answer' in inserted ? { answer: inserted.answer, created: true } : inserted
    }
    const record = StoredRecord.of(entry)
    const old = await readStored(shelf, record)
    if (context.pause) await context.pause()
    requireExpected({ ...expected, uid: '' }, old, shelf.subject)
    // The result shares parts with what it was laid over, so that is not `old`, which must stay as it is.
    const live = faced(face, await readStored(shelf, record))
    const next = settled(await applyConfiguration(stated(), { ...application, live }))
    // Where metadata can't be changed another one is refused all the same.
    if (expected.uid) next.metadata.uid = expected.uid
    const said = keepUntouchable(next, old, patching)
    if (!isNothing(shelf, next, old)) setDefaults(shelf, next, { settled: old })
    return writeOver(ground, next, { shelf, target, context, current: { entry, object: old }, said })
  }
}

/** As upstream, what changes nothing gets no defaults: those of the version asked for are not in what a conversion makes. */
function isNothing(shelf: Shelf, next: KubeObject, old: KubeObject): boolean {
  if (shelf.version === shelf.stored) return false
  const bare = ({ metadata: { managedFields: _, ...metadata }, ...rest }: KubeObject) => ({ ...rest, metadata })
  return sameJson(bare(next), bare(old))
}

/** What an apply has made, without the nulls and empty maps that were stated; in people's own kinds these are kept, or refused. */
function settleApplied(
  next: KubeObject,
  { shelf, target, isBare }: { readonly shelf: Shelf; readonly target: Target; readonly isBare: boolean },
): KubeObject {
  const causes = shelf.version.steps?.().nulls(next) ?? []
  if (causes.length > 0) throw invalid(shelf.subject, target.name, causes)
  return isBare ? decode(next, shelf.version).object : next
}

const nameless = (name: string): StatusError =>
  badRequest(`the name of the object (${name} based on URL) was undeterminable: name must be provided`)

function noSuchUid(shelf: Shelf, name: string, uid: string): StatusError {
  return conflict(
    shelf.subject,
    name,
    `uid mismatch: the provided object specified uid ${uid}, and no existing object was found`,
  )
}
