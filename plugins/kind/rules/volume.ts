/** What is wrong with a PersistentVolume beyond its schema. */
import { posix } from 'node:path'
import { dns1123SubdomainErrors, sameJson, type StatusCause } from '../../../core/meta/index.js'
import type { PersistentVolume, PersistentVolumeSpec } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required, unsupported } from '../causes.js'
import { positiveErrors } from './amounts.js'
import { accessErrors } from './claim.js'
import { nodeSelectorErrors } from './node-selector.js'
import { sourceErrors, sourceOf, sourcesOf } from './volume-source.js'

/** Of a volume's name, ':' and its portal. */
const mostPortalBytes = 64

export function volumeErrors({ metadata, spec }: PersistentVolume, old: PersistentVolume | undefined): StatusCause[] {
  const errors = volumeSpecErrors(spec ?? {}, { at: 'spec', place: 'volume' })
  const { initiatorName, targetPortal } = spec?.iscsi ?? {}
  if (initiatorName !== undefined && `${metadata.name}:${targetPortal}`.length > mostPortalBytes)
    errors.push(
      invalid(
        'spec.iscsi.targetportal',
        targetPortal,
        `with the volume's name must be shorter than ${mostPortalBytes}`,
      ),
    )
  return old ? [...errors, ...changeErrors(spec ?? {}, old.spec ?? {})] : errors
}

export interface Standing {
  readonly at: string
  /** A spec that stands in an attachment claims nothing and says no size. */
  readonly place: 'volume' | 'attachment'
}

export function volumeSpecErrors(spec: PersistentVolumeSpec, { at, place }: Standing): StatusCause[] {
  const { hostPath, local, nodeAffinity, persistentVolumeReclaimPolicy: policy } = spec
  const errors = [
    ...accessErrors(spec.accessModes ?? [], `${at}.accessModes`),
    ...(place === 'volume' ? capacityErrors(spec, `${at}.capacity`) : attachedErrors(spec, at)),
    ...affinityErrors(nodeAffinity, `${at}.nodeAffinity`),
    ...sourceErrors(spec, at),
    ...classErrors(spec, at),
  ]
  if (hostPath && policy === 'Recycle' && posix.normalize(hostPath.path).length < 2 && hostPath.path.startsWith('/'))
    errors.push(forbidden(`${at}.persistentVolumeReclaimPolicy`, "a hostPath of '/' can't be recycled"))
  if (local && sourceOf(spec) === 'local' && !nodeAffinity)
    errors.push(required(`${at}.nodeAffinity`, 'a local volume is on one node'))
  return errors
}

function capacityErrors({ capacity }: PersistentVolumeSpec, field: string): StatusCause[] {
  const names = Object.keys(capacity ?? {})
  const missing = names.length ? [] : [required(field, 'how much the volume holds: `storage`')]
  const errors = names.length === 1 && names[0] === 'storage' ? [] : [unsupported(field, names.join(), ['storage'])]
  return [...missing, ...errors, ...names.flatMap((name) => positiveErrors(capacity![name]!, `${field}[${name}]`))]
}

function attachedErrors(spec: PersistentVolumeSpec, at: string): StatusCause[] {
  const errors = spec.csi ? [] : [required(`${at}.csi`, 'an attachment names the volume of a CSI driver')]
  for (const member of ['claimRef', 'capacity'] as const)
    if (spec[member] !== undefined) errors.push(forbidden(`${at}.${member}`, 'has no place in an attachment'))
  return errors
}

function affinityErrors(affinity: PersistentVolumeSpec['nodeAffinity'], field: string): StatusCause[] {
  if (!affinity) return []
  return affinity.required
    ? nodeSelectorErrors(affinity.required, `${field}.required`)
    : [required(`${field}.required`, 'which nodes the volume can be reached from')]
}

function classErrors(
  { storageClassName, volumeAttributesClassName, csi }: PersistentVolumeSpec,
  at: string,
): StatusCause[] {
  const errors = storageClassName
    ? invalids(`${at}.storageClassName`, storageClassName, dns1123SubdomainErrors(storageClassName))
    : []
  if (volumeAttributesClassName === undefined) return errors
  const field = `${at}.volumeAttributesClassName`
  if (!volumeAttributesClassName) errors.push(required(field, 'name a class, or leave it out'))
  else errors.push(...invalids(field, volumeAttributesClassName, dns1123SubdomainErrors(volumeAttributesClassName)))
  return csi ? errors : [...errors, required(`${at}.csi`, 'only a CSI driver knows attributes classes')]
}

/** What a volume is never changes; a secret for expanding may be added. */
function changeErrors(spec: PersistentVolumeSpec, before: PersistentVolumeSpec): StatusCause[] {
  const errors: StatusCause[] = []
  if (!sameJson(fixedOf(spec, before), fixedOf(before, before)))
    errors.push(forbidden('spec.persistentvolumesource', 'the source stays as it is after creation'))
  if (spec.volumeMode !== before.volumeMode)
    errors.push(invalid('volumeMode', spec.volumeMode ?? null, 'field is immutable'))
  if (before.nodeAffinity && !sameJson(spec.nodeAffinity, renamed(before.nodeAffinity, spec.nodeAffinity)))
    errors.push(invalid('nodeAffinity', spec.nodeAffinity ?? null, 'field is immutable'))
  if (before.volumeAttributesClassName !== undefined && spec.volumeAttributesClassName === undefined)
    errors.push(forbidden('spec.volumeAttributesClassName', 'can be changed, but not taken away'))
  return errors
}

const stableKeys: Readonly<Record<string, string>> = {
  'failure-domain.beta.kubernetes.io/zone': 'topology.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region': 'topology.kubernetes.io/region',
  'beta.kubernetes.io/os': 'kubernetes.io/os',
  'beta.kubernetes.io/arch': 'kubernetes.io/arch',
  'beta.kubernetes.io/instance-type': 'node.kubernetes.io/instance-type',
}

type Affinity = NonNullable<PersistentVolumeSpec['nodeAffinity']>
type Term = NonNullable<Affinity['required']>['nodeSelectorTerms'][number]

/** What stood, with the names that labels of nodes have today where those are said now. A key that is missing is told of elsewhere. */
function renamed(before: Affinity, now: Affinity | undefined): unknown {
  const terms = now?.required?.nodeSelectorTerms ?? []
  const withKeys = (old: Term['matchFields'], said: Term['matchFields']) =>
    old?.map((each, index) => {
      const key = said?.[index]?.key
      return (key || undefined) === stableKeys[each.key] ? { ...each, key } : each
    })
  const nodeSelectorTerms = (before.required?.nodeSelectorTerms ?? []).map((term, index) => ({
    ...term,
    matchExpressions: withKeys(term.matchExpressions, terms[index]?.matchExpressions),
    matchFields: withKeys(term.matchFields, terms[index]?.matchFields),
  }))
  return { ...before, required: { ...before.required, nodeSelectorTerms } }
}

function fixedOf(spec: PersistentVolumeSpec, before: PersistentVolumeSpec): unknown {
  const sources = sourcesOf(spec)
  if (!spec.csi || before.csi?.controllerExpandSecretRef) return sources
  const { controllerExpandSecretRef: _, ...csi } = spec.csi
  return { ...sources, csi }
}
