/** Volumes, claims and their classes: what their definitions can't say. */
import { timestamp } from '../../core/meta/index.js'
import {
  CSIDriver,
  CSINode,
  CSIStorageCapacity,
  PersistentVolume,
  PersistentVolumeClaim,
  StorageClass,
  VolumeAttachment,
  VolumeAttributesClass,
} from '../../crds/generated/tokens.js'
import { alignSources, claimChangeErrors, claimSpecErrors, claimStatusErrors } from './rules/claim.js'
import {
  attachmentErrors,
  attachmentStatusErrors,
  csiDriverErrors,
  csiNodeErrors,
  csiStorageCapacityErrors,
} from './rules/csi.js'
import { attributesClassErrors, storageClassErrors } from './rules/storage-class.js'
import { isBesideSource } from './rules/volume-source.js'
import { volumeErrors } from './rules/volume.js'
import {
  classAnnotation,
  storageCapacityWarnings,
  storageClassWarnings,
  volumeClaimWarnings,
  volumeWarnings,
} from './storage-warnings.js'
import { kindPlugin } from './typed-plugin.js'

export const persistentVolumeKind = kindPlugin(PersistentVolume, {
  /** Since when it is in its phase is told by itself, unless it is said. */
  prepare(volume, old, { operation, now }) {
    if (old && operation !== 'statusUpdate') return
    const [status, before] = [(volume.status ??= {}), old?.status]
    const since = before?.lastPhaseTransitionTime
    const isTold = status.lastPhaseTransitionTime && status.lastPhaseTransitionTime !== since
    if (!old || (status.phase !== before?.phase && !isTold)) status.lastPhaseTransitionTime = timestamp(now())
    else if (since !== undefined) status.lastPhaseTransitionTime ??= since
  },
  overlooks: (cause, { spec }) => isBesideSource(spec ?? {}, cause, 'spec'),
  validate: (volume, old, { operation }) => (operation === 'statusUpdate' ? [] : volumeErrors(volume, old)),
  warnings: (volume, _old, { operation }) => (operation === 'statusUpdate' ? [] : volumeWarnings(volume)),
  columns: {
    accessModes: ({ spec }) => modesText(spec?.accessModes),
    status: ({ metadata, status }) => (metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? '')),
    claim: ({ spec }) => (spec?.claimRef ? `${spec.claimRef.namespace ?? ''}/${spec.claimRef.name ?? ''}` : ''),
    storageClass: ({ metadata, spec }) => metadata.annotations?.[classAnnotation] ?? spec?.storageClassName ?? '',
  },
})

export const persistentVolumeClaimKind = kindPlugin(PersistentVolumeClaim, {
  prepare: ({ spec }, old) => alignSources(spec, old?.spec),
  validate: (claim, old, { operation }) =>
    operation === 'statusUpdate'
      ? claimStatusErrors(claim)
      : [
          ...claimSpecErrors(claim.spec, 'spec', old ? 'changed' : 'made'),
          ...(old ? claimChangeErrors(claim, old) : []),
        ],
  warnings: (claim, _old, { operation }) => (operation === 'statusUpdate' ? [] : volumeClaimWarnings(claim)),
  columns: {
    status: ({ metadata, status }) => (metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? '')),
    capacity: ({ spec, status }) => (spec?.volumeName ? (status?.capacity?.['storage'] ?? '0') : ''),
    accessModes: ({ spec, status }) => (spec?.volumeName ? modesText(status?.accessModes) : ''),
    storageClass: ({ metadata, spec }) => metadata.annotations?.[classAnnotation] ?? spec?.storageClassName ?? '',
  },
})

const nameOf = (isDefault: boolean, name = '') => (isDefault ? `${name} (default)` : name)

export const storageClassKind = kindPlugin(StorageClass, {
  validate: storageClassErrors,
  warnings: (found) => storageClassWarnings(found),
  columns: {
    name: ({ metadata: { name, annotations } }) => {
      const says = (key: string) => annotations?.[key] === 'true'
      return nameOf(
        says('storageclass.kubernetes.io/is-default-class') || says('storageclass.beta.kubernetes.io/is-default-class'),
        name,
      )
    },
    allowVolumeExpansion: ({ allowVolumeExpansion }) => allowVolumeExpansion === true,
  },
})

export const volumeAttributesClassKind = kindPlugin(VolumeAttributesClass, {
  validate: attributesClassErrors,
  columns: {
    name: ({ metadata: { name, annotations } }) =>
      nameOf(annotations?.['storage.alpha.kubernetes.io/is-default-class'] === 'true', name),
  },
})

export const csiDriverKind = kindPlugin(CSIDriver, {
  /** Upstream drops what it has switched off. */
  prepare({ spec }, old) {
    if (old?.spec?.preventPodSchedulingIfMissing === undefined) delete spec.preventPodSchedulingIfMissing
  },
  validate: csiDriverErrors,
  warnings: ({ spec }, old) =>
    spec.tokenRequests?.length && spec.serviceAccountTokenInSecrets === undefined && !old?.spec.tokenRequests?.length
      ? [
          'spec.serviceAccountTokenInSecrets: not said, so tokens stand in the attributes of volumes, where they may be logged; say true if the driver can',
        ]
      : [],
})
export const csiNodeKind = kindPlugin(CSINode, {
  prepare({ spec }) {
    // None are told as null.
    if (!spec.drivers?.length) Object.assign(spec, { drivers: null })
  },
  validate: csiNodeErrors,
})
export const csiStorageCapacityKind = kindPlugin(CSIStorageCapacity, {
  validate: csiStorageCapacityErrors,
  warnings: (capacity) => storageCapacityWarnings(capacity),
})

export const volumeAttachmentKind = kindPlugin(VolumeAttachment, {
  validate: (attachment, _old, { operation }) =>
    operation === 'statusUpdate' ? attachmentStatusErrors(attachment) : attachmentErrors(attachment),
})

const shortModes: readonly (readonly [string, string])[] = [
  ['ReadWriteOnce', 'RWO'],
  ['ReadOnlyMany', 'ROX'],
  ['ReadWriteMany', 'RWX'],
  ['ReadWriteOncePod', 'RWOP'],
]

const modesText = (modes: readonly string[] = []) =>
  shortModes.flatMap(([mode, short]) => (modes.includes(mode) ? short : [])).join(',')
