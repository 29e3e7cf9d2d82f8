/** The last steps of every write: admission, the kind's own rules, validation, and the commit. */
import type { AdmissionRequest, Passage } from '../admission/contract.js'
import { badRequest, invalid, type KubeObject, type StatusCause } from '../meta/index.js'
import { AdmissionExpressions, expressionError, forgetEmptyLists, statedEmpty } from '../schema/index.js'
import { type Entry, encodeStored, type Outcome, StoredRecord, type StoredValue } from '../storage/index.js'
import { asStored, fromStored } from './answer.js'
import type { KindContext } from './contract.js'
import { type Draft, operationOf } from './draft.js'
import { valueAt } from './field-path.js'
import type { Ground } from './ground.js'
import { beginsGenerations, raiseGeneration } from './metadata.js'
import { finalizerWarnings, immutableErrors, metadataErrors } from './metadata-rules.js'
import { prepare } from './prepare.js'
import { checkConversion, checkSchema, schemaErrors, setDefaults } from './schema-steps.js'
import { isBeingDeleted, keyOf, membersOf, type Shelf } from './shelf.js'
import { changedUnits, lightUnits, mostObjectBytes, objectTooLarge, requireRoom } from './size-limits.js'
import { broughtCauses } from './standing.js'
import { type Standing, sameStored } from './unchanged.js'
import { hideUnstated } from './unstated.js'
import { isOfStatus, isPlugins } from './untouchable.js'

export type Written =
  /** Committed, or nothing changed. */
  | { readonly result: 'stored'; readonly record: StoredRecord }
  | { readonly result: 'dryRun'; readonly object: KubeObject }
  /** The update took away the last thing that kept a deleted object. */
  | { readonly result: 'removed'; readonly object: KubeObject }
  /** Somebody else was quicker. */
  | { readonly result: 'lost'; readonly current: Entry | undefined }

/** Throws or rejects with what refuses the write. Invariant: whatever admission has reserved is settled when this ends. */
export function write(ground: Ground, draft: Draft): Promise<Written> {
  const { pause } = draft.context
  return pause ? pause().then(() => writeNow(ground, draft)) : writeNow(ground, draft)
}

async function writeNow(ground: Ground, draft: Draft): Promise<Written> {
  const passage = ground.admission.begin(admissionRequest(draft))
  if (passage) return writeAdmitted(ground, draft, passage)
  const closed = requireNamespace(ground, draft, 'remembered')
  if (closed) await closed
  settleDraft(ground, draft)
  return commit(ground, draft)
}

/** Of a create, before anybody else is asked about it: the commit alone decides. */
function requireNamespace(
  { namespaces }: Ground,
  { shelf, target: { namespace }, name, current }: Draft,
  as: 'remembered' | 'stored',
): Promise<unknown> | undefined {
  if (current || !shelf.definition.namespaced) return undefined
  if (as === 'stored') return namespaces.look(namespace, shelf.subject, name)
  const found = namespaces.guard(namespace, shelf.subject, name)
  return found instanceof Promise ? found : undefined
}

async function writeAdmitted(ground: Ground, draft: Draft, passage: Passage): Promise<Written> {
  try {
    const closed = requireNamespace(ground, draft, passage.mutates ? 'stored' : 'remembered')
    if (closed) await closed
    await admit(ground, draft, passage)
    const written = await commit(ground, draft)
    passage.settle(draft.context.dryRun ? 'dryRun' : written.result === 'lost' ? 'refused' : 'committed')
    return written
  } finally {
    passage.settle('refused')
  }
}

async function admit(ground: Ground, draft: Draft, passage: Passage): Promise<void> {
  let units = lightUnits
  if (passage.mutates) {
    requireLightRules(draft)
    units = changedUnits
    const reveal = hideUnstated(draft)
    const mutated = passage.mutate()
    if (mutated) await mutated
    reveal()
    if (!draft.current) draft.name = draft.next.metadata.name ?? ''
    if (passage.leavesDefaults)
      setDefaults(draft.shelf, draft.next, draft.current ? { settled: draft.current.object } : {})
    requireRoom(draft.next, draft.context, draft.shelf)
  }
  settleDraft(ground, draft, units)
  const validated = passage.validate()
  if (validated) await validated
}

/** Before webhooks are asked about an object: they would be asked again where it is worked at then. Throws TooHeavyHere. */
function requireLightRules({ shelf, target, context, next, current }: Draft): void {
  if (context.weight !== 'light' || shelf.definition.builtIn) return
  const ofStatus = isOfStatus(target.subresource)
  schemaErrors(shelf.version, next, { old: current?.object, ofStatus, warn: () => {}, units: lightUnits })
}

/** The kind's own rules, then everything that can be wrong. `units`: that rules may cost where they must be light. */
function settleDraft(ground: Ground, draft: Draft, units = lightUnits): void {
  const { shelf, next, current, context } = draft
  const kindContext = shelf.plugin && kindContextOf(ground, draft)
  if (kindContext) prepare(ground, draft, kindContext)
  if (!current) {
    if (beginsGenerations(shelf.strategy)) next.metadata.generation = 1
  } else if (kindContext?.operation !== 'statusUpdate' && context.generation !== 'stands')
    raiseGeneration(shelf.strategy, next, current.object)
  requireSound(draft, kindContext, units)
  if (kindContext && shelf.plugin?.warnings)
    shelf.plugin.warnings(next, current?.object, kindContext).forEach(context.warn)
  if (!shelf.definition.builtIn && next.metadata.finalizers)
    finalizerWarnings(next, current?.object).forEach(context.warn)
}

function kindContextOf(ground: Ground, draft: Draft): KindContext {
  const { context, target } = draft
  return {
    user: context.user,
    operation: operationOf(draft),
    group: target.resource.definition.group,
    subresource: target.subresource?.name ?? '',
    empty: statedEmpty(draft.next),
    dryRun: context.dryRun,
    now: () => ground.clock.now(),
    warn: (message) => context.warn(message),
    definitions: ground.named ? { all: ground.named } : ground.catalog,
    schemaErrors: checkSchema,
    conversionErrors: checkConversion,
    expressionError,
    admissionExpressions: (...types) => new AdmissionExpressions(...types),
  }
}

/** Throws 422 with all that the write has brought in that is wrong. */
function requireSound(draft: Draft, kindContext: KindContext | undefined, units: number): void {
  const { shelf, next, current } = draft
  const { plugin, definition } = shelf
  const causes = metadataErrors(shelf, next, current?.object)
  if (!current || !isSettled(shelf, next, current.object))
    causes.push(...errorsOfSchema(draft, kindContext, { object: next, old: current?.object, units }))
  if (current) causes.push(...immutableErrors(shelf, { next, old: current.object }, valueAt))
  if (kindContext && plugin?.validate) causes.push(...plugin.validate(next, current?.object, kindContext))
  if (causes.length === 0) return
  const old = definition.builtIn ? current?.object : undefined
  const ofOld = () => [
    ...metadataErrors(shelf, old!, old),
    ...errorsOfSchema(draft, kindContext, { object: old!, old: undefined, units }),
    ...((kindContext && plugin?.validate?.(old!, old, { ...kindContext, empty: [], warn: () => {} })) ?? []),
  ]
  const brought = old ? broughtCauses(causes, { next, old, ofOld }) : causes
  // Of a kind that is stored as another upstream judges that one.
  const { group, names } = definition
  if (brought.length > 0) throw invalid({ ...shelf.subject, group, kind: names.kind }, draft.name, brought)
}

/** But for what the kind's own rules say better. */
function errorsOfSchema(
  { shelf, target, context, current }: Draft,
  kindContext: KindContext | undefined,
  held: { readonly object: KubeObject; readonly old: KubeObject | undefined; readonly units: number },
): readonly StatusCause[] {
  const { object, old } = held
  const ofStatus = isOfStatus(target.subresource)
  const units = context.weight === 'light' ? held.units : undefined
  const found = schemaErrors(shelf.version, object, { old, ofStatus, warn: context.warn, units })
  const { plugin } = shelf
  if (found.length === 0 || !kindContext || !plugin?.overlooks) return found
  return found.filter((cause) => !plugin.overlooks!(cause, object, current?.object, kindContext))
}

/** Whether all that a built-in kind's schema looks at is the stored object's own: no look at metadata or status. */
function isSettled({ definition, strategy }: Shelf, next: KubeObject, old: KubeObject): boolean {
  if (!definition.builtIn) return false
  const isLooked = (member: string) => member !== 'metadata' && !strategy.status.includes(member)
  for (const member in next) if (next[member] !== old[member] && isLooked(member)) return false
  for (const member in old) if (next[member] === undefined && isLooked(member)) return false
  return true
}

async function commit(ground: Ground, draft: Draft): Promise<Written> {
  const { shelf, next, current, context } = draft
  // As upstream, whose storage is what refuses it: everybody else has been asked before.
  if (draft.statesRevision)
    throw badRequest('a new object has no resourceVersion yet: leave out metadata.resourceVersion')
  if (current && isFinished(draft, current.object)) return removeFinished(ground, draft, current.entry)
  const made = asStored(shelf, next)
  const kept = made instanceof Promise ? await made : made
  const value = encodeFitting(draft, kept)
  if (current && isUnchanged(value, kept, draft as Draft & { current: Standing })) {
    const { key, revision, value: stands } = current.entry
    return { result: 'stored', record: new StoredRecord(key, revision, stands) }
  }
  if (context.dryRun) return dryRun(ground, draft, kept)
  const key = keyOf(shelf, draft.target.namespace, draft.name)
  const outcome = current
    ? await ground.storage.commit({ key, expect: current.entry.revision, value })
    : await commitNew(ground, draft, value)
  if (outcome.result === 'mismatch') return { result: 'lost', current: outcome.current }
  if (shelf.strategy.timeToLiveSeconds !== undefined) ground.expiry.note(shelf, key)
  const reached = ground.log.reached(outcome.revision)
  if (reached) await reached
  return { result: 'stored', record: new StoredRecord(key, outcome.revision, value) }
}

/** Throws 413. What is too large with the record of who owns what is stored without it, as upstream, unless by an apply. */
function encodeFitting({ shelf, context }: Draft, next: KubeObject): StoredValue {
  if (shelf.definition.builtIn) forgetEmptyLists(shelf.stored.type(), next)
  const value = encodeStored(next, shelf.stored.stamp)
  if (value.bytes.byteLength <= mostObjectBytes) return value
  if (!next.metadata.managedFields || context.applies) throw objectTooLarge(value.bytes.byteLength)
  delete next.metadata.managedFields
  const bare = encodeStored(next, shelf.stored.stamp)
  if (bare.bytes.byteLength > mostObjectBytes) throw objectTooLarge(bare.bytes.byteLength)
  return bare
}

/** A create in a namespace holds only if the namespace is, in the commit, what it was when it was looked at. */
async function commitNew(ground: Ground, draft: Draft, value: StoredValue): Promise<Outcome> {
  const { shelf, target, name } = draft
  const key = keyOf(shelf, target.namespace, name)
  if (!shelf.definition.namespaced) return ground.storage.commit({ key, expect: 'absent', value })
  const { namespace } = target
  const found = ground.namespaces.guard(namespace, shelf.subject, name)
  let guard = found instanceof Promise ? await found : found
  for (;;) {
    const outcome = await ground.storage.commit({ key, expect: 'absent', value, guards: [guard] })
    if (outcome.result === 'committed' || outcome.key === key) return outcome
    guard = ground.namespaces.judge({ namespace, entry: outcome.current }, shelf.subject, name)
  }
}

/** What would be stored, as the version asked for would have it: a conversion may lose something. */
async function dryRun(ground: Ground, draft: Draft, kept: KubeObject): Promise<Written> {
  const { shelf, target, name, next, current } = draft
  if (!current) {
    if (shelf.definition.namespaced) await ground.namespaces.look(target.namespace, shelf.subject, name)
    const entry = await ground.storage.get(keyOf(shelf, target.namespace, name))
    if (entry) return { result: 'lost', current: entry }
  }
  return { result: 'dryRun', object: kept === next ? next : await fromStored(shelf, kept) }
}

function isUnchanged(value: StoredValue, kept: KubeObject, { next, current }: Draft & { current: Standing }): boolean {
  if (kept === next) return sameStored(value, next, current)
  const { entry } = current
  const stands = StoredRecord.of(entry).object()
  return sameStored(value, kept, { entry, object: stands })
}

/** Whether the update leaves nothing that keeps an object whose deletion has been asked for (upstream's ShouldDeleteDuringUpdate). */
function isFinished({ shelf, next }: Draft, old: KubeObject): boolean {
  if (!isBeingDeleted(old) || old.metadata.deletionGracePeriodSeconds || next.metadata.finalizers?.length) return false
  if (!shelf.strategy.finalizedThroughSpec) return true
  const { finalizers } = membersOf(next.spec)
  return !Array.isArray(finalizers) || finalizers.length === 0
}

async function removeFinished(ground: Ground, draft: Draft, entry: Entry): Promise<Written> {
  const removed = { result: 'removed', object: draft.next } as const
  if (draft.context.dryRun) return removed
  const outcome = await ground.storage.commit({ key: entry.key, expect: entry.revision, value: undefined })
  if (outcome.result === 'mismatch') return outcome.current ? { result: 'lost', current: outcome.current } : removed
  const reached = ground.log.reached(outcome.revision)
  if (reached) await reached
  return removed
}

function admissionRequest(draft: Draft): AdmissionRequest {
  const { shelf, target, context, next, current } = draft
  return {
    operation: current ? 'UPDATE' : 'CREATE',
    group: shelf.definition.group,
    version: shelf.version.name,
    askedGroup: target.resource.definition.group,
    askedVersion: target.resource.version.name,
    plural: shelf.definition.names.plural,
    kind: shelf.definition.names.kind,
    subresource: target.subresource?.name ?? '',
    namespace: target.namespace,
    name: draft.name,
    user: context.user,
    dryRun: context.dryRun,
    options: context.options,
    timeoutMs: context.timeoutMs,
    generatesName: draft.generatesName,
    inner: context.admitted || isPlugins(target.subresource?.name),
    object: next,
    oldObject: current?.object,
    empty: statedEmpty(next),
    warn: (message) => context.warn(message),
  }
}
