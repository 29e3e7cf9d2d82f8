/** Volumes, claims and their classes: what their definitions can't say. */
import {
  PersistentVolume,
  PersistentVolumeClaim,
  StorageClass,
  VolumeAttributesClass,
} from '../../crds/generated/tokens.js'
import { sameJson, type StatusCause } from '../../core/meta/index.js'
import { forbidden } from './causes.js'
import { kindPlugin } from './typed-plugin.js'

/** An older way to name the class. */
const classAnnotation = 'volume.beta.kubernetes.io/storage-class'

export const persistentVolumeKind = kindPlugin(PersistentVolume, {
  columns: {
    accessModes: ({ spec }) => modesText(spec?.accessModes),
    status: ({ metadata, status }) => (metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? '')),
    claim: ({ spec }) => (spec?.claimRef ? `${spec.claimRef.namespace ?? ''}/${spec.claimRef.name ?? ''}` : ''),
    storageClass: ({ metadata, spec }) => metadata.annotations?.[classAnnotation] ?? spec?.storageClassName ?? '',
  },
})

export const persistentVolumeClaimKind = kindPlugin(PersistentVolumeClaim, {
  validate: (claim, old) => (old ? claimChangeErrors(claim, old) : []),
  columns: {
    status: ({ metadata, status }) => (metadata.deletionTimestamp ? 'Terminating' : (status?.phase ?? '')),
    capacity: ({ spec, status }) => (spec?.volumeName ? (status?.capacity?.['storage'] ?? '0') : ''),
    accessModes: ({ spec, status }) => (spec?.volumeName ? modesText(status?.accessModes) : ''),
    storageClass: ({ metadata, spec }) => metadata.annotations?.[classAnnotation] ?? spec?.storageClassName ?? '',
  },
})

/** A claim keeps its spec; it may ask for more, name another attributes class, and be given its volume once. */
function claimChangeErrors({ spec }: PersistentVolumeClaim, { spec: before }: PersistentVolumeClaim): StatusCause[] {
  const same = {
    ...spec,
    resources: before?.resources,
    volumeAttributesClassName: before?.volumeAttributesClassName,
    ...(before?.volumeName ? {} : { volumeName: before?.volumeName }),
    ...(before?.storageClassName === undefined ? { storageClassName: undefined } : {}),
  }
  if (sameJson(JSON.parse(JSON.stringify(same)), JSON.parse(JSON.stringify({ ...before })))) return []
  return [
    forbidden(
      'spec',
      'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
    ),
  ]
}

const nameOf = (isDefault: boolean, name = '') => (isDefault ? `${name} (default)` : name)

export const storageClassKind = kindPlugin(StorageClass, {
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
  columns: {
    name: ({ metadata: { name, annotations } }) =>
      nameOf(annotations?.['storage.alpha.kubernetes.io/is-default-class'] === 'true', name),
  },
})

const shortModes: readonly (readonly [string, string])[] = [
  ['ReadWriteOnce', 'RWO'],
  ['ReadOnlyMany', 'ROX'],
  ['ReadWriteMany', 'RWX'],
  ['ReadWriteOncePod', 'RWOP'],
]

const modesText = (modes: readonly string[] = []) =>
  shortModes.flatMap(([mode, short]) => (modes.includes(mode) ? short : [])).join(',')
