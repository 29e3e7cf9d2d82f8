/** What is wrong with a PersistentVolumeClaim beyond its schema. */
import { readJson, writeJson } from '../../../core/kit/index.js'
import {
  dns1123LabelErrors,
  dns1123SubdomainErrors,
  qualifiedNameErrors,
  sameJson,
  type StatusCause,
} from '../../../core/meta/index.js'
import type { PersistentVolumeClaim, PersistentVolumeClaimSpec } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required, unsupported } from '../causes.js'
import { nano, negativeErrors, positiveErrors } from './amounts.js'
import { labelSelectorErrors } from './label-selector.js'
import { referenceErrors } from './names.js'

/** Of a claim, or of a template that claims are made from. */
export function claimSpecErrors(
  spec: PersistentVolumeClaimSpec | undefined,
  at: string,
  when: 'made' | 'changed' = 'made',
): StatusCause[] {
  const { selector, resources, storageClassName, volumeAttributesClassName } = spec ?? {}
  const asked = resources?.requests?.['storage']
  const field = `${at}.resources[storage]`
  const named = (member: string, name: string | undefined) =>
    name ? invalids(`${at}.${member}`, name, dns1123SubdomainErrors(name)) : []
  return [
    ...accessErrors(spec?.accessModes ?? [], `${at}.accessModes`),
    ...unknownModes(spec?.accessModes ?? [], `${at}.accessModes`),
    ...labelSelectorErrors(selector, `${at}.selector`),
    ...(asked === undefined ? [required(field, 'how much storage is asked for')] : positiveErrors(asked, field)),
    ...named('storageClassName', storageClassName),
    ...sourceErrors(spec ?? {}, at, when),
    ...named('volumeAttributesClassName', volumeAttributesClassName),
  ]
}

export function accessErrors(modes: readonly string[], field: string): StatusCause[] {
  if (!modes.length) return [required(field, 'one access mode at least')]
  return modes.includes('ReadWriteOncePod') && modes.length > 1
    ? [forbidden(field, 'ReadWriteOncePod stands alone')]
    : []
}

const modesKnown = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod']

/** Upstream names the list as the place. */
const unknownModes = (modes: readonly string[], field: string): StatusCause[] =>
  modes.filter((mode) => !modesKnown.includes(mode)).map((mode) => unsupported(field, mode, modesKnown))

/** `when`: of a change upstream does not look at the groups again. */
function sourceErrors(spec: PersistentVolumeClaimSpec, at: string, when: 'made' | 'changed'): StatusCause[] {
  const { dataSource, dataSourceRef } = spec
  const errors = (['dataSource', 'dataSourceRef'] as const).flatMap((member) => {
    const found = spec[member] ? oneSourceErrors(spec[member], `${at}.${member}`) : []
    return when === 'made' ? found : found.filter(({ field }) => field !== `${at}.${member}.apiGroup`)
  })
  const { namespace } = dataSourceRef ?? {}
  if (namespace)
    return [
      ...errors,
      ...invalids(`${at}.dataSourceRef.namespace`, namespace, dns1123LabelErrors(namespace)),
      ...(dataSource
        ? [invalid(at, dataSource, 'a source in another namespace is named by `dataSourceRef` alone')]
        : []),
    ]
  if (!dataSource || !dataSourceRef) return errors
  return (['apiGroup', 'kind', 'name'] as const).every(
    (member) => (dataSource[member] ?? '') === (dataSourceRef[member] ?? ''),
  )
    ? errors
    : [...errors, invalid(at, dataSource, '`dataSource` must be what `dataSourceRef` says')]
}

function oneSourceErrors(
  source: { apiGroup?: string | null; kind: string; name: string },
  field: string,
): StatusCause[] {
  if (source.apiGroup) return referenceErrors(source, field).filter((error) => error.field === `${field}.apiGroup`)
  return source.kind !== 'PersistentVolumeClaim'
    ? [invalid(field, source.kind, 'without an apiGroup it must be a PersistentVolumeClaim')]
    : []
}

/** Where the claim starts from is said under two names; who says it under one says it under both. */
export function alignSources(
  spec: PersistentVolumeClaimSpec | undefined,
  old: PersistentVolumeClaimSpec | undefined,
): void {
  if (!spec) return
  if (!old?.dataSource && !old?.dataSourceRef) dropStrangers(spec, old)
  const { dataSource, dataSourceRef } = spec
  if (dataSource && !dataSourceRef) spec.dataSourceRef = { ...dataSource }
  else if (dataSourceRef && !dataSource && !dataSourceRef.namespace) spec.dataSource = { ...dataSourceRef }
}

/** As upstream: other namespaces' sources are not to be had, and the older name stands for claims and snapshots alone. */
function dropStrangers(spec: PersistentVolumeClaimSpec, old: PersistentVolumeClaimSpec | undefined): void {
  if (spec.dataSourceRef?.namespace && !old?.dataSourceRef) delete spec.dataSourceRef
  if (!spec.dataSource || spec.dataSourceRef) return
  const { apiGroup, kind } = spec.dataSource
  if (!known.includes(`${apiGroup ?? ''}/${kind}`)) delete spec.dataSource
}

const known = ['/PersistentVolumeClaim', 'snapshot.storage.k8s.io/VolumeSnapshot']

const plainJson = (value: unknown): unknown => readJson(writeJson(value ?? {}))

/** A claim keeps its spec; it is given its volume and its class once, and when it is bound it may ask for more or name another attributes class. */
export function claimChangeErrors(claim: PersistentVolumeClaim, old: PersistentVolumeClaim): StatusCause[] {
  const { spec } = claim
  const before = old.spec
  const isBound = old.status?.phase === 'Bound'
  const requests = { ...spec?.resources?.requests, storage: before?.resources?.requests?.['storage'] }
  const same = {
    ...spec,
    ...(isBound && spec?.resources?.requests && before?.resources?.requests?.['storage']
      ? { resources: { ...spec?.resources, requests } }
      : {}),
    ...(isBound ? { volumeAttributesClassName: before?.volumeAttributesClassName } : {}),
    ...(before?.volumeName ? {} : { volumeName: before?.volumeName }),
    ...(before?.storageClassName === undefined && [undefined, spec?.storageClassName].includes(classIn(old))
      ? { storageClassName: undefined }
      : {}),
  }
  const errors = sameJson(plainJson(same), plainJson(before))
    ? shrinkErrors(claim, old)
    : [
        forbidden('spec', 'stays as it is, but for resources.requests and volumeAttributesClassName of a bound claim'),
        ...shrinkErrors(claim, old),
      ]
  if ((spec?.volumeMode ?? filesystem) !== (before?.volumeMode ?? filesystem))
    errors.push(invalid('volumeMode', spec?.volumeMode ?? null, 'field is immutable'))
  return [...annotationErrors(claim, old), ...errors, ...attributesClassErrors(claim, old)]
}

const filesystem = 'Filesystem'
const classAnnotation = 'volume.beta.kubernetes.io/storage-class'

const classIn = ({ metadata }: PersistentVolumeClaim): string | undefined => metadata.annotations?.[classAnnotation]

/** The older name of a claim's class stays too; it may go when the class is said in its place. */
function annotationErrors(claim: PersistentVolumeClaim, old: PersistentVolumeClaim): StatusCause[] {
  const [now, before] = [classIn(claim), classIn(old)]
  const isMoved = old.spec?.storageClassName === undefined && claim.spec?.storageClassName === before
  if ((now ?? '') === (before ?? '') || (isMoved && before !== undefined && now === undefined)) return []
  return [invalid(`metadata.annotations.${classAnnotation}`, now ?? '', 'field is immutable')]
}

/** A claim that could not grow may ask for less again, but for more than it has. */
function shrinkErrors({ spec }: PersistentVolumeClaim, old: PersistentVolumeClaim): StatusCause[] {
  const [asked, before] = [spec?.resources?.requests?.['storage'], old.spec?.resources?.requests?.['storage']]
  if (before === undefined || nano(asked ?? 0) >= nano(before)) return []
  const has = old.status?.capacity?.['storage'] ?? 0
  return nano(asked ?? 0) <= nano(has)
    ? [forbidden('spec.resources.requests.storage', `must be more than what the volume has (${has})`)]
    : []
}

/** Of a class that its volume has taken on. */
function attributesClassErrors({ spec }: PersistentVolumeClaim, old: PersistentVolumeClaim): StatusCause[] {
  const [now, before] = [spec?.volumeAttributesClassName, old.spec?.volumeAttributesClassName]
  if (now || now === before || old.status?.currentVolumeAttributesClassName === undefined) return []
  return [forbidden('spec.volumeAttributesClassName', 'can be changed, but not taken away')]
}

export function claimStatusErrors({ status }: PersistentVolumeClaim): StatusCause[] {
  const states = Object.entries(status?.allocatedResourceStatuses ?? {})
  const at = 'status.allocatedResourceStatuses'
  return [
    ...Object.entries(status?.capacity ?? {}).flatMap(([name, amount]) =>
      negativeErrors(amount, `status.capacity[${name}]`),
    ),
    ...Object.entries(status?.allocatedResources ?? {}).flatMap(([name, amount]) => [
      ...grownErrors(name, 'status.allocatedResources'),
      ...negativeErrors(amount, `status.allocatedResources[${name}]`),
    ]),
    ...states.flatMap(([name, state]) => [
      ...grownErrors(name, at),
      ...(growth.includes(state) ? [] : [unsupported(at, name, growth)]),
    ]),
  ]
}

const growth = [
  'ControllerResizeInProgress',
  'ControllerResizeInfeasible',
  'NodeResizeInProgress',
  'NodeResizeInfeasible',
  'NodeResizePending',
]

/** What of a claim grows: its storage, or what somebody else has named. */
function grownErrors(name: string, field: string): StatusCause[] {
  const errors = invalids(field, name, qualifiedNameErrors(name))
  const isOwn = !name.includes('/') || /(^|\.)kubernetes\.io\//.test(name)
  return errors.length || !isOwn || name === 'storage' ? errors : [unsupported(field, name, ['storage'])]
}
