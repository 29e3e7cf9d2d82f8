/** The verb delete: preconditions, propagation, finalizers, grace. */
import type { AdmissionRequest } from '../admission/contract.js'
import {
  conflict,
  invalid,
  type KubeObject,
  notFound,
  type StatusCause,
  type Subject,
  staleObject,
} from '../meta/index.js'
import { type Entry, encodeStored, StoredRecord, type StoredValue } from '../storage/index.js'
import { asStored, present, presentObject, readStored } from './answer.js'
import { mostRaces } from './attempts.js'
import { deleteOptionsKind, metaGroup } from './bootstrap.js'
import { graceFor, planDeletion } from './deletion-plan.js'
import type { Ground } from './ground.js'
import { keyOf, type Shelf } from './shelf.js'
import { requireLight } from './size-limits.js'
import { sameStored } from './unchanged.js'
import type { Request } from './update.js'
import type { Answer, DeleteOptions } from './verbs.js'

export interface Deleted {
  /** The last state when gone, else the state it is in now. */
  readonly answer: Answer
  readonly gone: boolean
}

/** Throws 404, 409 for preconditions that do not hold, 422 for options that contradict each other. */
export async function remove(ground: Ground, options: DeleteOptions, request: Request): Promise<Deleted> {
  requireValid(options)
  const { target } = request
  const shelf = ground.catalog.workshop(target.resource)
  let entry = await ground.storage.get(keyOf(shelf, target.namespace, target.name))
  requireLight(entry, request.context)
  warnOfOrphans(shelf, options, request)
  for (let race = 0; race < mostRaces; race++) {
    if (!entry) throw notFound(shelf.subject, target.name)
    const outcome = await removeOnce(ground, { ...request, shelf, entry, options })
    if ('answer' in outcome) return outcome
    entry = outcome.lost
  }
  throw staleObject(shelf.subject, target.name)
}

function warnOfOrphans({ strategy: { orphans } }: Shelf, options: DeleteOptions, { context }: Request): void {
  if (orphans === undefined || options.propagationPolicy !== undefined || options.orphanDependents !== undefined) return
  context.warn(`its ${orphans} stay: say propagationPolicy=Background to delete them too, or Orphan to leave them`)
}

interface Removal extends Request {
  readonly shelf: Shelf
  readonly entry: Entry
  readonly options: DeleteOptions
}

type Attempt = Deleted | { readonly lost: Entry | undefined }

async function removeOnce(ground: Ground, removal: Removal): Promise<Attempt> {
  const { shelf, entry, options, context } = removal
  const old = await readStored(shelf, StoredRecord.of(entry))
  requirePreconditions(options, old, removal)
  const passage = ground.admission.begin(admissionRequest(removal, old))
  if (!passage) return carryOut(ground, removal, old)
  try {
    await passage.mutate()
    await passage.validate()
    const outcome = await carryOut(ground, removal, old)
    passage.settle('lost' in outcome ? 'refused' : context.dryRun ? 'dryRun' : 'committed')
    return outcome
  } finally {
    passage.settle('refused')
  }
}

/** May change `old` in place. */
async function carryOut(ground: Ground, removal: Removal, old: KubeObject): Promise<Attempt> {
  const { shelf, entry, options, target, context } = removal
  const record = StoredRecord.of(entry)
  const plan = planDeletion(shelf, old, { ...options, nowMs: ground.clock.now() })
  if (plan.step === 'wait') return { answer: await present(shelf, target.resource, record), gone: false }
  const gone = plan.step === 'remove'
  const last = gone ? plan.last : plan.next
  const shown = async (): Promise<Answer> =>
    last ? { object: await presentObject(shelf, target.resource, last) } : await present(shelf, target.resource, record)
  if (context.dryRun) return { answer: await shown(), gone }
  const value: StoredValue | undefined = last && encodeStored(await asStored(shelf, last), shelf.stored.stamp)
  const isMarked = !value || !last || sameStored(value, last, { entry, object: old })
  if (isMarked && !gone) return { answer: await present(shelf, target.resource, record), gone }
  const { key } = entry
  let { revision } = entry
  if (!isMarked) {
    const outcome = await ground.storage.commit({ key, expect: revision, value })
    if (outcome.result === 'mismatch') return { lost: outcome.current }
    revision = outcome.revision
  }
  if (gone) {
    const outcome = await ground.storage.commit({ key, expect: revision, value: undefined })
    if (outcome.result !== 'mismatch') revision = outcome.revision
    // Whoever takes away what we have marked does our work.
    else if (isMarked || outcome.current) return { lost: outcome.current }
  }
  const reached = ground.log.reached(revision)
  if (reached) await reached
  if (!value || gone) return { answer: await shown(), gone }
  return { answer: await present(shelf, target.resource, new StoredRecord(key, revision, value)), gone }
}

function requirePreconditions({ preconditions }: DeleteOptions, old: KubeObject, { shelf, target }: Removal): void {
  if (!preconditions) return
  const { uid, resourceVersion } = preconditions
  const { metadata } = old
  if (uid !== undefined && uid !== metadata.uid) {
    const why = `the UID in the precondition (${uid}) does not match the UID in record (${metadata.uid}): another object of that name stands here now`
    throw conflict(ofKind(shelf), target.name, why)
  }
  if (resourceVersion !== undefined && resourceVersion !== metadata.resourceVersion) {
    const why = `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${metadata.resourceVersion}): it was changed since`
    throw conflict(ofKind(shelf), target.name, why)
  }
}

/** As upstream, which has the kind here where others have the resource, but for what goes through its spec. */
const ofKind = ({ subject, strategy }: Shelf): Subject =>
  strategy.finalizedThroughSpec ? subject : { ...subject, plural: subject.kind ?? subject.plural }

function requireValid({ propagationPolicy, orphanDependents }: DeleteOptions): void {
  const causes: StatusCause[] = []
  if (propagationPolicy !== undefined && orphanDependents !== undefined) {
    const message = `Invalid value: ${JSON.stringify(propagationPolicy)}: say this alone, without orphanDependents, its older form`
    causes.push({ reason: 'FieldValueInvalid', message, field: 'propagationPolicy' })
  }
  if (propagationPolicy !== undefined && !['Foreground', 'Background', 'Orphan'].includes(propagationPolicy)) {
    const message = `Unsupported value: ${JSON.stringify(propagationPolicy)}: supported values: "Foreground", "Background", "Orphan", "nil"`
    causes.push({ reason: 'FieldValueNotSupported', message, field: 'propagationPolicy' })
  }
  if (causes.length > 0)
    throw invalid({ group: metaGroup, plural: deleteOptionsKind, kind: deleteOptionsKind }, '', causes)
}

function admissionRequest(removal: Removal, old: KubeObject): AdmissionRequest {
  const { shelf, target, context } = removal
  return {
    operation: 'DELETE',
    group: shelf.definition.group,
    version: shelf.version.name,
    askedGroup: target.resource.definition.group,
    askedVersion: target.resource.version.name,
    plural: shelf.definition.names.plural,
    kind: shelf.definition.names.kind,
    subresource: '',
    namespace: target.namespace,
    name: target.name,
    user: context.user,
    dryRun: context.dryRun,
    options: shownOptions(removal, old),
    timeoutMs: context.timeoutMs,
    inner: context.admitted,
    ofCollection: context.ofCollection,
    object: undefined,
    oldObject: old,
    warn: (message) => context.warn(message),
  }
}

/** With the time that is left to the object, of kinds that have one. */
function shownOptions({ shelf, options, context }: Removal, old: KubeObject): AdmissionRequest['options'] {
  const gracePeriodSeconds = shelf.strategy.graceful ? graceFor(shelf, old, options) : 'wait'
  return gracePeriodSeconds === 'wait' ? context.options : { ...context.options, gracePeriodSeconds }
}
