/** The scale subresource: get, update and patch of a Scale stand for the same of the object's replicas. */
import { type MaybePromise, whenThere, writeJson } from '../kit/index.js'
import {
  apiVersionOf,
  badRequest,
  internalError,
  type KubeObject,
  notFound,
  scaleShape,
  staleObject,
} from '../meta/index.js'
import {
  applyConfiguration,
  applyJsonPatch,
  applyMergePatch,
  carryWritten,
  requireTyped,
  trackUpdate,
} from '../schema/index.js'
import { type Entry, StoredRecord } from '../storage/index.js'
import { accept, acceptConfiguration } from './accept.js'
import { objectIn, presentObject, readStored } from './answer.js'
import { type Attempt, mostRaces, perAttempt } from './attempts.js'
import { setValueAt, valueAt } from './field-path.js'
import type { Ground } from './ground.js'
import { otherNamespace } from './other-namespace.js'
import { ownerOf } from './owner.js'
import { ownersVersions } from './owners-versions.js'
import { type Patch, requireFitting } from './patch.js'
import { type Expected, expectedBy, requireExpected } from './preconditions.js'
import {
  replicasOf,
  requireScale,
  type ScalePaths,
  scaleOf,
  scaleType,
  setReplicas,
  unknownOf,
} from './scale-object.js'
import { keyOf, type Shelf, typeOf } from './shelf.js'
import { requireLight } from './size-limits.js'
import { type Reading, reportStrict, type Shown, unfit } from './strict.js'
import { resetMembers } from './untouchable.js'
import { type Request, type Updated, writeOver } from './update.js'
import type { Answer, Target } from './verbs.js'

export async function getScale(ground: Ground, target: Target): Promise<Answer> {
  const shelf = ground.catalog.workshop(target.resource)
  const entry = await ground.storage.get(keyOf(shelf, target.namespace, target.name))
  if (!entry) throw notFound(shelf.subject, target.name)
  const state = await stateOf(shelf, target, entry)
  if (lacksReplicas(target, state)) throw internalError(`the spec replicas field ${fieldOf(target)} does not exist`)
  return { object: scaleOf(state, pathsOf(target)) }
}

/** The path as definitions have it. */
const fieldOf = (target: Target): string => JSON.stringify(`.${pathsOf(target).specReplicasPath}`)

/** Built-in kinds have a default. */
const lacksReplicas = (target: Target, state: KubeObject): boolean =>
  !target.resource.definition.builtIn && typeof valueAt(state, pathsOf(target).specReplicasPath) !== 'number'

/** Without a resourceVersion in the Scale it goes through whatever others write. */
export function updateScale(ground: Ground, scale: KubeObject, request: Request): Promise<Updated> {
  const expected = expectedBy(scale)
  const replicas = askedReplicas(scale, request, { by: 'body' })
  return racing(ground, request, (standing) => setTo(ground, standing, { replicas, expected }))
}

export function patchScale(ground: Ground, patch: Patch, request: Request): Promise<Updated> {
  const { target } = request
  requireFitting(patch, ground.catalog.workshop(target.resource))
  const body = perAttempt(patch.body)
  return racing(ground, request, (standing) => {
    if (patch.type === 'application/apply-patch+yaml') return applyTo(ground, standing, { ...patch, body: body() })
    const scale = scaleOf(standing.state, pathsOf(target))
    const apply = patch.type === 'application/json-patch+json' ? applyJsonPatch : applyMergePatch
    const patched = apply(scale, body()) as KubeObject
    carryWritten(patch.body, patched)
    const shown: Shown = { made: 'json', text: () => writeJson(patched) }
    requireFit(patched, shown)
    const stated = (patched.spec as { replicas?: unknown } | null | undefined)?.replicas
    if (stated === undefined && lacksReplicas(target, standing.state))
      throw badRequest(`the spec replicas field ${fieldOf(target)} cannot be empty`)
    const replicas = askedReplicas(patched, request, { by: 'patch', shown })
    const expected = expectedBy(patched)
    const { plural } = standing.shelf.subject
    requireExpected({ ...expected, revision: 0 }, standing.state, {
      ...standing.shelf.subject,
      plural: `${plural}/scale`,
    })
    return setTo(ground, standing, { replicas, expected })
  })
}

/** Throws 422 at the patch when what it made is no Scale. */
function requireFit(patched: KubeObject, shown: Shown): void {
  try {
    requireScale(patched)
  } catch (error) {
    throw unfit((error as Error).message, shown)
  }
}

/** Throws 400 for a Scale of another object, and what fieldValidation refuses. */
function askedReplicas(scale: KubeObject, { target, context }: Request, came: Pick<Reading, 'by' | 'shown'>): number {
  const unknown = unknownOf(scale)
  if (unknown.length > 0 || context.repeated) reportStrict(unknown, { ...scaleShape, ...came, context })
  const { namespace } = scale.metadata ?? {}
  if (namespace && namespace !== target.namespace) throw otherNamespace(target.namespace)
  return replicasOf(scale, target.name, { anyNumber: !target.resource.definition.builtIn })
}

interface Standing extends Request {
  readonly shelf: Shelf
  readonly current: { readonly entry: Entry; readonly object: KubeObject }
  /** The object in the version asked for, to be changed in place. */
  readonly state: KubeObject
}

async function racing(
  ground: Ground,
  request: Request,
  attempt: (standing: Standing) => Promise<Attempt>,
): Promise<Updated> {
  const { target } = request
  const shelf = ground.catalog.workshop(target.resource)
  let entry = await ground.storage.get(keyOf(shelf, target.namespace, target.name))
  requireLight(entry, request.context)
  for (let race = 0; race < mostRaces; race++) {
    if (!entry) throw notFound(shelf.subject, target.name)
    const object = await readStored(shelf, StoredRecord.of(entry))
    const outcome = await attempt({
      ...request,
      shelf,
      current: { entry, object },
      state: await stateOf(shelf, target, entry),
    })
    if ('answer' in outcome)
      return { ...outcome, answer: { object: scaleOf(objectIn(outcome.answer), pathsOf(target)) } }
    entry = outcome.lost
  }
  throw staleObject(shelf.subject, target.name)
}

async function setTo(
  ground: Ground,
  standing: Standing,
  to: { readonly replicas: number; readonly expected: Expected },
): Promise<Attempt> {
  const { shelf, current, target } = standing
  requireExpected(to.expected, current.object, shelf.subject)
  const { state, context } = standing
  setReplicas(state, pathsOf(target), to.replicas)
  const isStored = target.resource.version === shelf.version
  // People's own schema may not know the path.
  if (isStored) shelf.version.steps?.().decode(state)
  const next = isStored ? state : await accept(state, { shelf, target, context, by: 'patch', over: current.object })
  await trackScale(ground, next, standing)
  return writeOver(ground, next, standing)
}

/** As upstream: what nobody owns stays so, none at all is left out of a Scale, so that nobody comes to own it, and whoever scales has no time. */
async function trackScale(
  ground: Ground,
  next: KubeObject,
  { shelf, current, target, context }: Standing,
): Promise<void> {
  if (!isOwned(current.object, pathsOf(target).specReplicasPath)) return
  const owner = { ...ownerOf(ground, shelf, { target, context }), time: '' }
  const path = pathsOf(target).specReplicasPath
  const isNone = valueAt(next, path) === 0 && Boolean(valueAt(current.object, path))
  const shown = isNone ? structuredClone(next) : next
  if (isNone) setValueAt(shown, path, undefined)
  const reset = resetMembers({ shelf, target })
  const versions = ownersVersions(shelf)
  await trackUpdate(shown, { type: typeOf(shelf), live: current.object, owner, reset, versions })
  const { managedFields } = shown.metadata
  if (managedFields) next.metadata.managedFields = managedFields
  else delete next.metadata.managedFields
}

function isOwned({ metadata }: KubeObject, path: string): boolean {
  const owned = path
    .replace(/^\./, '')
    .split('.')
    .map((name) => `f:${name}`)
  return (metadata.managedFields ?? []).some(({ fieldsV1 }) => {
    let set: unknown = fieldsV1
    for (const name of owned) set = (set as Record<string, unknown> | undefined)?.[name]
    return set !== undefined
  })
}

/** Whether an applier owns the replicas by a Scale. */
function owns({ manager }: { readonly manager: string }, { metadata, ...rest }: KubeObject, target: Target): boolean {
  const managedFields = (metadata.managedFields ?? []).filter(
    (entry) => entry.manager === manager && entry.operation === 'Apply' && entry.subresource === 'scale',
  )
  return isOwned({ ...rest, metadata: { ...metadata, managedFields } }, pathsOf(target).specReplicasPath)
}

/** The Scale's replicas as a configuration of the object itself, so that ownership of the field is settled as for any other apply. */
async function applyTo(ground: Ground, standing: Standing, { body, force }: Patch): Promise<Attempt> {
  const { shelf, current, target } = standing
  const scale = body as KubeObject
  if (!scale.apiVersion || !scale.kind) throw badRequest('an applied Scale must have apiVersion and kind')
  requireTyped(scale, scaleType())
  const { name, namespace } = current.object.metadata
  const metadata = { name, ...(namespace ? { namespace } : {}) } as KubeObject['metadata']
  const { definition, version } = target.resource
  const apiVersion = apiVersionOf({ group: definition.group, version: version.name })
  const stated: KubeObject = { apiVersion, kind: definition.names.kind, metadata }
  const asked = (scale.spec as { replicas?: number | null } | null | undefined)?.replicas
  const owner = { ...ownerOf(ground, shelf, standing), operation: 'Apply' as const }
  // As upstream: who owns the replicas is told before what can't be; null is none, and so is what their owner states no more.
  if (asked !== undefined || owns(owner, current.object, target)) setReplicas(stated, pathsOf(target), (asked ?? 0) | 0)
  const { object: configuration } = await acceptConfiguration(stated, {
    shelf,
    target,
    context: standing.context,
    by: 'apply',
  })
  const live = await readStored(shelf, StoredRecord.of(current.entry))
  const versions = ownersVersions(shelf)
  const next = await applyConfiguration(configuration, { type: typeOf(shelf), live, owner, force, reset: [], versions })
  const named = { ...scale, metadata: { ...scale.metadata, name: scale.metadata?.name || target.name } } as KubeObject
  replicasOf(named, target.name, { anyNumber: !definition.builtIn })
  requireExpected(expectedBy(scale), current.object, shelf.subject)
  return writeOver(ground, next, standing)
}

/** Scale paths are those of the version asked for. */
function pathsOf({ subresource, resource }: Target): ScalePaths {
  const paths = subresource?.scale
  if (!paths) throw new Error(`${resource.definition.names.plural} can't be scaled`)
  return paths
}

function stateOf(shelf: Shelf, { resource }: Target, entry: Entry): MaybePromise<KubeObject> {
  const record = StoredRecord.of(entry)
  return whenThere(readStored(shelf, record), (object) => presentObject(shelf, resource, object))
}
