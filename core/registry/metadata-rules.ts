/** What metadata must be like, with upstream's fields and words (apimachinery's api/validation). */
import { writeJson } from '../kit/index.js'
import {
  checkMetadataValues,
  dns1035LabelErrors,
  dns1123LabelErrors,
  dns1123SubdomainErrors,
  invalidValue,
  type KubeObject,
  type ManagedFieldsEntry,
  type ObjectMeta,
  type OwnerReference,
  pathSegmentErrors,
  qualifiedNameErrors,
  sameJson,
  type Refuse,
  type StatusCause,
} from '../meta/index.js'
import type { Strategy } from '../schema/index.js'
import { neverOwner } from './bootstrap.js'
import { isBeingDeleted, type Shelf } from './shelf.js'

const nameRules = {
  subdomain: dns1123SubdomainErrors,
  label: dns1123LabelErrors,
  label1035: dns1035LabelErrors,
  pathSegment: pathSegmentErrors,
} satisfies Record<Strategy['names'], (name: string) => string[]>

/** All that is wrong with the metadata of `next`; `old` is what it replaces. */
export function metadataErrors(shelf: Shelf, next: KubeObject, old: KubeObject | undefined): StatusCause[] {
  const causes: StatusCause[] = []
  const refuse: Refuse = (field, message, reason = 'FieldValueInvalid') =>
    void causes.push({ reason, message, field: `metadata.${field}` })
  const { metadata } = next
  if (old) {
    checkKept(next, old, refuse)
    for (const why of pathSegmentErrors(metadata.generateName ?? ''))
      refuse('generateName', invalidValue(metadata.generateName, why))
  } else checkName(shelf, metadata, refuse)
  checkMetadataValues(metadata, refuse)
  if (metadata.ownerReferences) checkOwners(metadata.ownerReferences, refuse)
  if (metadata.finalizers) checkFinalizers(shelf, metadata.finalizers, refuse)
  if (metadata.managedFields) checkManagers(metadata.managedFields, refuse)
  if (metadata.generation !== undefined && metadata.generation < 0)
    refuse('generation', invalidValue(metadata.generation, 'must be greater than or equal to 0'))
  return causes
}

function checkName(shelf: Shelf, { name, generateName, namespace }: ObjectMeta, refuse: Refuse): void {
  if (generateName) checkPrefix(shelf, generateName, refuse)
  if (!name) refuse('name', 'Required value: name or generateName is required', 'FieldValueRequired')
  else for (const why of nameRules[shelf.strategy.names](name)) refuse('name', invalidValue(name, why))
  if (shelf.definition.namespaced && !namespace) refuse('namespace', 'Required value', 'FieldValueRequired')
}

/** A prefix of names may end with a hyphen. */
function checkPrefix({ strategy }: Shelf, prefix: string, refuse: Refuse): void {
  const whole = prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix
  const names = strategy.generatedNames === 'asMade' ? 'pathSegment' : strategy.names
  for (const why of nameRules[names](whole)) refuse('generateName', invalidValue(prefix, why))
}

function checkOwners(owners: readonly OwnerReference[], refuse: Refuse): void {
  for (const owner of owners) {
    if (owner.apiVersion === neverOwner.apiVersion && owner.kind === neverOwner.kind)
      refuse(
        'ownerReferences',
        invalidValue(owner, `a ${owner.kind} of ${owner.apiVersion} owns nothing: name another owner`),
      )
  }
}

const mostManagerBytes = 128
const mostSubresourceBytes = 256

/** What a client can have stated of managers and is recorded as it was: upstream's limits of names. */
function checkManagers(managers: readonly ManagedFieldsEntry[], refuse: Refuse): void {
  const check = (text: string, most: number, at: number, member: string) => {
    // No character takes more than three bytes for each of its units.
    if (text.length * 3 <= most || Buffer.byteLength(text) <= most) return
    refuse(`managedFields[${at}].${member}`, `Too long: may not be more than ${most} bytes`, 'FieldValueTooLong')
  }
  for (let at = 0; at < managers.length; at++) {
    const { manager = '', subresource = '' } = managers[at]!
    check(manager, mostManagerBytes, at, 'manager')
    check(subresource, mostSubresourceBytes, at, 'subresource')
  }
}

const standardFinalizers: readonly string[] = ['kubernetes', 'orphan', 'foregroundDeletion']

/** Of built-in kinds, those that Kubernetes itself knows excepted, finalizers say whose they are. */
function checkFinalizers({ definition, strategy }: Shelf, finalizers: readonly string[], refuse: Refuse): void {
  const isFree = !definition.builtIn || strategy.finalizers === 'any'
  finalizers.forEach((finalizer, at) => {
    for (const why of qualifiedNameErrors(finalizer)) refuse('finalizers', invalidValue(finalizer, why))
    if (isFree || finalizer.includes('/') || standardFinalizers.includes(finalizer)) return
    const why = `must be one of ${standardFinalizers.join(', ')}, or name its domain, as in example.com/name`
    refuse(`finalizers[${at}]`, invalidValue(finalizer, why))
  })
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    refuse('finalizers', invalidValue(finalizers, 'must be orphan or foregroundDeletion, not both of them'))
  }
}

/** Told of a person's own object: finalizers added that do not say whose they are. */
export function finalizerWarnings(next: KubeObject, old: KubeObject | undefined): readonly string[] {
  const { finalizers } = next.metadata
  if (!finalizers?.length) return []
  const had = old?.metadata.finalizers ?? []
  return [...new Set(finalizers)]
    .filter((finalizer) => !had.includes(finalizer))
    .sort()
    .flatMap((finalizer) =>
      whyUnqualified(finalizer).map((why) => `metadata.finalizers: ${writeJson(finalizer)}: ${why}`),
    )
}

function whyUnqualified(finalizer: string): readonly string[] {
  const errors = qualifiedNameErrors(finalizer)
  if (finalizer.includes('/') || standardFinalizers.includes(finalizer)) return errors
  const lacking = finalizer.includes('.') ? 'a path after its domain' : 'a domain and a path'
  const why = `a finalizer should have ${lacking} (example.com/name), so that nobody else's has the same name`
  return [...errors, why]
}

const kept = ['name', 'namespace', 'uid', 'deletionTimestamp', 'deletionGracePeriodSeconds'] as const

function checkKept(next: KubeObject, old: KubeObject, refuse: Refuse): void {
  for (const member of kept) {
    const value = next.metadata[member]
    if (value !== old.metadata[member]) refuse(member, invalidValue(value ?? null, 'field is immutable'))
  }
  if (!isBeingDeleted(old)) return
  const had = old.metadata.finalizers ?? []
  const added = (next.metadata.finalizers ?? []).filter((finalizer) => !had.includes(finalizer))
  if (added.length === 0) return
  const list = added.map((finalizer) => writeJson(finalizer)).join(', ')
  const why = `no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`
  refuse('finalizers', `Forbidden: ${why}`, 'FieldValueForbidden')
}

/** Fields that the strategy lets nobody change after creation. */
export function immutableErrors(
  { strategy }: Shelf,
  states: { readonly next: KubeObject; readonly old: KubeObject },
  read: (object: KubeObject, path: string) => unknown,
): StatusCause[] {
  return strategy.immutable.flatMap(({ path, when, message }) => {
    if (when && !read(states.old, when)) return []
    const value = read(states.next, path)
    if (sameJson(value, read(states.old, path))) return []
    // Fixed by what the object says: upstream forbids the change, and shows no value (it may be a secret).
    if (when)
      return [{ reason: 'FieldValueForbidden', message: `Forbidden: ${message ?? 'field is immutable'}`, field: path }]
    const text = invalidValue(value ?? null, message ?? 'field is immutable')
    return [{ reason: 'FieldValueInvalid', message: text, field: path }]
  })
}
